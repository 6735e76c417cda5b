"""Glossaries: which words a language has for the terms of its books."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Term:
    """A row of a glossary.

    Forms are as they are written there: words with spaces between them, a `*` where anything may stand before or after.
    """

    source: tuple[str, ...]
    """How the books say it; any of these is the term."""
    allowed: tuple[str, ...] = ()
    """How a translation may say it, the usual one first; empty where nothing is decided yet."""
    forbidden: tuple[str, ...] = ()
    """How it may not."""
    part_of_speech: str = ""
    note: str = ""
    line: int | None = field(default=None, compare=False)
    """Line of the file where the row begins, counted from 1."""

    @property
    def name(self) -> str:
        """What it is called in messages: its first form, without stars."""
        return self.source[0].replace("*", "")


@dataclass(frozen=True, slots=True)
class Glossary:
    """The terms of one language."""

    language: str
    """BCP 47 tag."""
    path: str
    """Relative to the workspace's root."""
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word or phrase of a book that may be a term."""

    forms: tuple[str, ...]
    """As it stands in the text, the commonest first."""
    kind: str
    """`name` or `term`."""
    count: int
    """How often it stands in the text, not counting where it is part of a longer candidate."""
    path: str
    """The source where it stands first."""
    line: int | None
    """Its line there."""
