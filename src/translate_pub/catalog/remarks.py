"""What the tool notes at an entry, as a translator's comment: `# translate-pub: WORD TEXT`.

Comments are all that survives elsewhere: msgcat, msgmerge and Poedit delete flags that they do not know. Words in use:

- `reviewed NAME DATE HASH`: who has read the translation; the hash is of what was read.
- `allow CODE... REASON`: findings that are right here.
- `suggested SOURCE SCORE`: which memory, provider or finished translation a fuzzy text comes from.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from translate_pub.model.catalog import Entry

_REMARK = re.compile(r"\s*translate-pub:\s*(?P<word>[a-z][a-z-]*)\b\s*(?P<text>.*?)\s*")


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark at an entry."""

    word: str
    """What kind of remark it is: `reviewed`, `allow`, `suggested`."""
    text: str
    """What follows the word, on one line."""


def read(entry: Entry, word: str | None = None) -> tuple[Remark, ...]:
    """Return the remarks at an entry, or those of one kind, in their order."""
    found = (_parse(comment) for comment in entry.comments)
    return tuple(remark for remark in found if remark and word in (None, remark.word))


def add(entry: Entry, remark: Remark) -> Entry:
    """Return the entry with a remark after its comments."""
    return entry.revise(comments=(*entry.comments, f"translate-pub: {remark.word} {remark.text}".rstrip()))


def remove(entry: Entry, word: str) -> Entry:
    """Return the entry without the remarks of a kind; the entry itself, with its bytes, where it has none."""
    kept = tuple(comment for comment in entry.comments if not _is(comment, word))
    return entry if kept == entry.comments else entry.revise(comments=kept)


def is_remark(comment: str) -> bool:
    """Say whether a translator's comment is a remark of the tool's."""
    return _parse(comment) is not None


def _parse(comment: str) -> Remark | None:
    found = _REMARK.fullmatch(comment)
    return Remark(found["word"], found["text"]) if found else None


def _is(comment: str, word: str) -> bool:
    remark = _parse(comment)
    return remark is not None and remark.word == word
