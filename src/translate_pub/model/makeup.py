"""Make-up: what is done by hand to single paragraphs, and to single words, when the pages of an edition are made."""

from __future__ import annotations

from dataclasses import dataclass

MOST_STEPS = 5
"""Steps by which the words of a paragraph may be set tighter or looser."""
STEP_EM = 0.02
"""What a step takes from each space between words, or adds to it; in Latin script that is about a quarter of an em."""


@dataclass(frozen=True, slots=True)
class Touch:
    """What is done to one paragraph."""

    chapter: str
    beginning: str
    """Of the source text, or all of it."""
    instructions: tuple[str, ...]
    """As written: `tighter`, `looser 2`, `break`, `keep`, `no-hyphen`."""
    line: int
    """In the file, counted from 1."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that is done to the paragraphs of one edition."""

    path: str = ""
    """Relative to the workspace's root."""
    touches: tuple[Touch, ...] = ()


@dataclass(frozen=True, slots=True)
class Breaks:
    """Words of a language that are broken where a list says, and nowhere else."""

    language: str
    """BCP 47 tag."""
    words: tuple[tuple[str, tuple[int, ...]], ...] = ()
    """(word in small letters, places where it may be broken, as numbers of letters before them), in order."""
