"""What an author tells the tool in comments: notes to the translator, skip, off and on, context."""

from __future__ import annotations

import difflib
import enum
import re
from dataclasses import dataclass

_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_LEADING = re.compile(r"\s*(<!--.*?-->)[ ]*\n", re.DOTALL)
_CALL = re.compile(r"([\w-]+)\s*:\s*(.*)", re.DOTALL)
_SIMILAR = 0.75


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
    """The note, the name of the context, or the likely slip in an unknown directive."""


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
    return (
        Directive(Verb.UNKNOWN, f"{'TRANSLATORS' if close == ['translators'] else 'i18n'}: {rest}") if close else None
    )


def _command(text: str) -> Directive:
    word, _, argument = text.partition(" ")
    verb = next((known for known in (Verb.SKIP, Verb.OFF, Verb.ON, Verb.CONTEXT) if known.value == word), None)
    if verb and bool(argument.strip()) == (verb is Verb.CONTEXT):
        return Directive(verb, argument.strip())
    return Directive(Verb.UNKNOWN, f"i18n: {_likely(word, argument)}")


def _likely(word: str, argument: str) -> str:
    close = difflib.get_close_matches(word.lower(), ["skip", "off", "on", "context"], n=1, cutoff=0.5)
    meant = close[0] if close else "skip"
    return f"context {argument.strip() or 'NAME'}" if meant == "context" else meant


def leading(text: str) -> tuple[tuple[Directive, ...], int]:
    """Read the directives on the first lines of a block, where a quote or list hides them from the parser.

    Returns:
        the directives, and how many characters of the text they take.
    """
    taken, found = 0, list[Directive]()
    while (comment := _LEADING.match(text, taken)) and (directive := parse(comment[1])):
        found.append(directive)
        taken = comment.end()
    return tuple(found), taken
