"""Translations that a refresh of catalogues would lose although nobody took their text out of the source.

The alarm is for accidents: a template that is only half there, a passage swallowed by a comment or a code fence, an
entry that another program dropped. What the author removed or rewrote is no accident, and its translation stays behind
as an obsolete or a fuzzy entry. So the judgement needs to know what the source has: its messages, and its bare text.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from translate_pub.catalog import alternatives, words
from translate_pub.catalog.matching.sameness import undress
from translate_pub.model.catalog import Catalog, Entry, Key, Template

_WORD = re.compile(r"[^\W_]+")
# A comment that another begins in was never meant to be so long: it lacks its end.
_COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL)
_TARGET = re.compile(r"\]\([^()\s]*\)")
_CELL = re.compile(r"[\n|]")
_PARAGRAPH = re.compile(r"\n\s*\n")
_PARTS_SOUGHT = 2000
"""Texts that are looked for as parts of others in one refresh."""
_FEW_WORDS = 4
"""A text of fewer words stands in a source only where it is a line or a cell of its own: `The rules` is everywhere."""
_MOST_GONE = 0.25
"""Share of the translated words that a template may have dropped before somebody must say that it is meant so."""
_NOTABLE = 200
"""Source words of which the loss is notable; a leaflet may lose half of its text to a small revision."""


class Cause(enum.Enum):
    """Why a translation is counted as lost."""

    DROPPED = "dropped"
    """Its message is there still, and has no translation any more."""
    UNOFFERED = "unoffered"
    """Its text stands in the source still, but in no message."""
    EMPTIED = "emptied"
    """Its chapter is in the book still, and has not one message."""
    VANISHED = "vanished"
    """The template has it no longer, nor much else, and no source is at hand that could say whether that is right."""


@dataclass(frozen=True, slots=True)
class Loss:
    """A translation that was there before and is not printed after."""

    catalog: Catalog
    """Of before."""
    entry: Entry
    cause: Cause
    kept: str = ""
    """Path of the catalogue where it stays as an obsolete entry, or as an alternative; empty where it is nowhere."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of the source that catalogues were refreshed from."""

    messages: Mapping[str, frozenset[Key]]
    """Chapter -> its messages."""
    texts: tuple[str, ...] | None = None
    """Its chapters as they are written; None where only templates are known."""


def evidence(templates: Iterable[Template], texts: Iterable[str] | None = None) -> Evidence:
    """Gather what is known of a source from its templates, and from its text where that is at hand."""
    messages = {one.chapter: frozenset(message.key for message in one.messages) for one in templates}
    return Evidence(messages, None if texts is None else tuple(texts))


def find(before: Sequence[Catalog], after: Sequence[Catalog], known: Evidence) -> tuple[Loss, ...]:
    """Find the translations of before that are lost and whose loss the source does not explain.

    Whoever made the refresh: the catalogues may be another program's. Lost is what was translated, not fuzzy, and is
    now neither printed nor proposed for a changed text. It is explained where its text is gone from the source.

    Args:
        before: all catalogues of one book in one language.
        after: the same after the refresh.
        known: of the source after the refresh.
    """
    fate = _Fate(after, known)
    gone = [(catalog, entry) for catalog in before for entry in catalog.entries if _counts(entry)]
    gone = [(catalog, entry) for catalog, entry in gone if not fate.lives(entry)]
    if not gone:
        return ()
    causes = [fate.cause(catalog, entry) for catalog, entry in gone]
    if known.texts is None and _too_much(before, [entry for _, entry in gone]):
        causes = [cause or Cause.VANISHED for cause in causes]
    return tuple(
        Loss(catalog, entry, cause, fate.keeps(entry))
        for (catalog, entry), cause in zip(gone, causes, strict=True)
        if cause is not None
    )


def _counts(entry: Entry) -> bool:
    """Whether somebody worked on it: a text that stands in both languages alike, as code does, is no work to lose."""
    return entry.translated and not entry.obsolete and entry.msgstr != entry.msgid


def _too_much(before: Iterable[Catalog], gone: Iterable[Entry]) -> bool:
    had = sum(words.count(entry.msgid) for catalog in before for entry in catalog.entries if _counts(entry))
    lost = sum(words.count(entry.msgid) for entry in gone)
    return lost >= _NOTABLE and lost > _MOST_GONE * had


class _Fate:
    """Knows what became of every translation."""

    def __init__(self, after: Sequence[Catalog], known: Evidence) -> None:
        live = [entry for catalog in after for entry in catalog.entries if not entry.obsolete and entry.msgstr]
        self._printed = {(entry.context, undress(entry.msgid)) for entry in live if entry.translated}
        self._texts = {entry.msgstr for entry in live}
        revised = {entry.previous[1] for entry in live if entry.previous}
        self._revised = _Texts(revised, "\0".join(revised))
        self._kept = {
            text: catalog.path
            for catalog in after
            for entry in catalog.entries
            for text in (entry.msgstr, *(alternatives.read(entry) if entry.comments else ()))
        }
        self._known = known
        self._offered = frozenset[Key]().union(*known.messages.values())
        # A text that is in a message is offered still, were it as a part of another.
        # A message may name the address of a link that the source defines at its end.
        messages = [_words(text) for _, msgid in self._offered for text in {msgid, _TARGET.sub("]", msgid)}]
        self._messages = _Texts(set(messages), "\n".join(messages))
        self._standing = None if known.texts is None else _standing(known.texts)

    def lives(self, entry: Entry) -> bool:
        """Whether it is printed, or proposed for what its text became."""
        if (entry.context, undress(entry.msgid)) in self._printed or entry.msgstr in self._texts:
            return True
        return bool(entry.msgid) and self._revised.have(entry.msgid)

    def cause(self, catalog: Catalog, entry: Entry) -> Cause | None:
        """Say why it is lost; None where its text is gone from the source."""
        if entry.key in self._offered:
            return Cause.DROPPED
        if self._known.messages.get(catalog.chapter) == frozenset():
            return Cause.EMPTIED
        plain = _words(entry.msgid)
        if self._standing is None or self._messages.have(plain):
            return None
        return Cause.UNOFFERED if self._standing.have(plain, alone=plain.count(" ") <= _FEW_WORDS) else None

    def keeps(self, entry: Entry) -> str:
        """Return where its text is kept."""
        return self._kept.get(entry.msgstr, "")


class _Texts:
    """Says whether a text is one of many, or a part of one."""

    def __init__(self, whole: Collection[str], run: str) -> None:
        self._whole = whole
        self._run = run
        self._left = _PARTS_SOUGHT

    def have(self, text: str, *, alone: bool = False) -> bool:
        """Whether it is; `alone` asks for a whole one.

        Parts are looked for in all of the text, which takes its time: where thousands of translations are in doubt,
        those that stand whole are enough to tell.
        """
        if text in self._whole:
            return True
        self._left -= not alone
        return not alone and self._left >= 0 and text in self._run


def _standing(sources: Iterable[str]) -> _Texts:
    """Take the words of a source, however their lines are broken and marked; those commented out are not among them."""
    plain = [_COMMENT.sub("\n", text) for text in sources]
    paragraphs = (part for text in plain for part in (*_CELL.split(text), *_PARAGRAPH.split(text)))
    return _Texts({_words(part) for part in paragraphs}, "\n".join(map(_words, plain)))


def _words(text: str) -> str:
    return f" {' '.join(_WORD.findall(text.lower()))} "
