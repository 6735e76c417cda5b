"""Reviews: who has read a translation as it stands, noted at its entry as `reviewed NAME DATE HASH`.

The hash is of the message and its translation, so that any later edit voids the review, whoever makes it and with
whatever program.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from translate_pub.catalog import remarks
from translate_pub.catalog.remarks import Remark
from translate_pub.model.catalog import Entry

WORD = "reviewed"
"""The word of the remark."""
_WRITTEN = re.compile(r"(\S.*?)\s+(\d{4}-\d{2}-\d{2})\s+([0-9a-f]{16})", re.ASCII)
_DIGEST_SIZE = 8
"""Bytes. Nobody gains by a forged review, so the hash need only tell one wording from another."""


@dataclass(frozen=True, slots=True)
class Review:
    """That somebody has read a translation."""

    name: str
    date: dt.date
    digest: str
    """The `hash_of` what was read."""


def hash_of(entry: Entry) -> str:
    """Name a message with its translation, all plural forms included: 16 hexadecimal digits of BLAKE2b."""
    plural, forms = entry.plural or ("", ())
    texts = (entry.context, entry.msgid, entry.msgstr, *((plural, *forms) if entry.plural else ()))
    # No text of a catalogue holds a NUL, so that no two entries run together alike.
    return hashlib.blake2b("\0".join(texts).encode("utf-8", "surrogatepass"), digest_size=_DIGEST_SIZE).hexdigest()


def review(entry: Entry, name: str, date: dt.date) -> Entry:
    """Return the entry as reviewed by somebody; what others have read as it stands stays, older wordings go.

    The entry itself, with its bytes, where the same person has read this very wording before.
    """
    digest, called = hash_of(entry), " ".join(name.split())
    holding = [found for found in _written(entry) if found.digest == digest]
    if any(found.name == called for found in holding):
        return entry
    return _with(entry, [*holding, Review(called, date, digest)])


def withdraw(entry: Entry, name: str | None = None) -> Entry:
    """Return the entry without its reviews, or without those of one person; itself where there are none."""
    written = _written(entry)
    kept = [found for found in written if name is not None and found.name != " ".join(name.split())]
    return _with(entry, kept) if len(kept) < len(written) else entry


def read(entry: Entry) -> Review | None:
    """Return the last review of the entry that holds: of this wording, and not of a fuzzy one; None without any."""
    found = valid(entry)
    return found[-1] if found else None


def valid(entry: Entry) -> tuple[Review, ...]:
    """Return every review of the entry that holds, in the order in which they were made."""
    if not entry.comments or not entry.translated:
        return ()
    written = _written(entry)
    return tuple(found for found in written if found.digest == hash_of(entry)) if written else ()


def void(entry: Entry) -> tuple[Review, ...]:
    """Return the reviews of earlier wordings that still stand at the entry."""
    written = _written(entry) if entry.comments else ()
    return tuple(found for found in written if found.digest != hash_of(entry)) if written else ()


def _written(entry: Entry) -> tuple[Review, ...]:
    """Return all reviews that stand at an entry; a remark in another shape is none."""
    return tuple(found for remark in remarks.read(entry, WORD) if (found := _parse(remark.text)))


def _with(entry: Entry, reviews: Iterable[Review]) -> Entry:
    """Return the entry with these reviews and no others."""
    bare = remarks.remove(entry, WORD)
    for found in reviews:
        bare = remarks.add(bare, Remark(WORD, f"{found.name} {found.date.isoformat()} {found.digest}"))
    return bare


def _parse(text: str) -> Review | None:
    """Read `NAME DATE HASH`; names have spaces, so it is read from its end."""
    found = _WRITTEN.fullmatch(text)
    try:
        return Review(found[1], dt.date.fromisoformat(found[2]), found[3]) if found else None
    except ValueError:
        return None
