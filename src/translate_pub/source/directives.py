"""What an author tells the tool in comments: notes to the translator, skip, off and on, context."""

from __future__ import annotations

import difflib
import enum
import re
from dataclasses import dataclass

_COMMENT = re.compile(r"<!--((?:(?!<!--).)*?)-->", re.DOTALL)
_LEADING = re.compile(r"\s*(<!--(?:(?!<!--).)*?-->)[ ]*\n", re.DOTALL)
_CALL = re.compile(r"([\w-]+)\s*:\s*(.*)", re.DOTALL)
_DEFINED = re.compile(r"(?:[\s>]|<!--(?:(?!<!--).)*?-->)*(\[\^[^\]]*\]|\*\[[^\]]*\])[ ]?:", re.DOTALL)
_SIMILAR = 0.75
_WORDS = ("skip", "off", "on", "context")


class Verb(enum.Enum):
    """What a directive does."""

    NOTE = "note"
    SKIP = "skip"
    OFF = "off"
    ON = "on"
    CONTEXT = "context"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Directive:
    """One comment that is addressed to the tool."""

    verb: Verb
    argument: str = ""
    """The note, the name of the context, or what an unknown directive probably means."""
    line: int | None = None
    owner: str = ""
    """`[^LABEL]` or `*[KEY]` where a footnote or abbreviation is defined right below."""


def parse(comment: str) -> Directive | None:
    """Read an HTML comment; None where it is an ordinary one."""
    found = _COMMENT.fullmatch(comment.strip())
    call = _CALL.match(found[1].strip()) if found else None
    if not call:
        return None
    name, rest = call[1].lower(), call[2].strip()
    if name == "translators":
        return Directive(Verb.NOTE, " ".join(rest.split()))
    if name == "i18n":
        return _command(rest)
    close = difflib.get_close_matches(name, ["translators", "i18n"], n=1, cutoff=_SIMILAR)
    meant = {"translators": f"TRANSLATORS: {rest}", "i18n": f"i18n: {rest}"}
    return Directive(Verb.UNKNOWN, meant[close[0]]) if close else None


def _command(text: str) -> Directive:
    word, _, argument = text.partition(" ")
    if word in _WORDS and bool(argument.strip()) == (word == Verb.CONTEXT.value):
        return Directive(Verb(word), argument.strip())
    close = difflib.get_close_matches(word.lower(), _WORDS, n=1, cutoff=0.5)
    meant = close[0] if close else "skip"
    return Directive(
        Verb.UNKNOWN, f"i18n: {meant} {argument.strip() or 'NAME'}" if meant == "context" else f"i18n: {meant}"
    )


def leading(text: str) -> tuple[tuple[str, ...], int]:
    """Find the directives on the first lines of a block, where a quote or list hides them from the parser.

    Returns:
        the comments, and how many characters of the text they take.
    """
    taken, found = 0, list[str]()
    while (comment := _LEADING.match(text, taken)) and parse(comment[1]):
        found.append(comment[1])
        taken = comment.end()
    return tuple(found), taken


class Comments:
    """The comments of one source, with their lines and what is defined below them."""

    def __init__(self, text: str) -> None:
        self._unused: list[tuple[str, Directive]] = []
        self._owned: dict[str, tuple[Directive, ...]] = {}
        for found in _COMMENT.finditer(text):
            if directive := parse(found[0]):
                defined = _DEFINED.match(text, found.end())
                line = text.count("\n", 0, found.start()) + 1
                located = Directive(directive.verb, directive.argument, line, defined[1] if defined else "")
                self._unused.append((_words(found[0]), located))
                if located.owner:
                    self._owned[located.owner] = (*self.about(located.owner), located)

    def take(self, comment: str) -> Directive | None:
        """Read a comment that the walk has come to; the first one of these words that was not yet taken."""
        for index, (words, directive) in enumerate(self._unused):
            if words == _words(comment):
                del self._unused[index]
                return directive
        return parse(comment)

    def untaken(self) -> tuple[Directive, ...]:
        """List the directives that the walk did not come to."""
        return tuple(directive for _, directive in self._unused)

    def about(self, owner: str) -> tuple[Directive, ...]:
        """List the directives right above the definition of a footnote or abbreviation."""
        return self._owned.get(owner, ())


def _words(comment: str) -> str:
    return " ".join(comment.split())
