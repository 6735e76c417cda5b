"""What a commit did to the catalogues of a language: the words that somebody translated in it, and who says so.

Only what differs is read: catalogues are cut at blank lines, and a piece that stood there before is nobody's new work.
That makes the history of a long book a matter of seconds.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from translate_pub.catalog import po, remarks, words
from translate_pub.model.catalog import Catalog, Entry

_BLANK = re.compile(rb"\r?\n(?:[ \t]*\r?\n)+")
_FIELD = re.compile(r"^(Last-Translator|PO-Revision-Date):[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_UNFILLED = ("", "FULL NAME <EMAIL@ADDRESS>", "Automatically generated", "YEAR-MO-DA HO:MI+ZONE")
"""What gettext's programs put where nobody has been yet."""
_REVIEWED = re.compile(r"(?P<name>.+?)\s+\d{4}-\d\d-\d\d\s+\S+")


@dataclass(frozen=True, slots=True)
class Version:
    """The bytes of one catalogue before and after a commit; empty where there was, or is, no such file."""

    before: bytes
    after: bytes


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a commit did for one language, in words of the source."""

    gained: int = 0
    """By how much the words that are translated and not fuzzy became more; negative where they became fewer."""
    translated: int = 0
    """Words whose translation stood nowhere before; what was only moved does not count."""
    reviewed: dict[str, int] = field(default_factory=dict)
    """Reviewer's name -> words."""
    translator: str = ""
    """`Name <address>` of the last translator, where the commit's catalogues name another revision; or empty."""


def compare(versions: Iterable[Version]) -> Contribution:
    """Find what one commit did, of every catalogue of a language that it touched.

    All are looked at together, so that a message which moved from one chapter to another is not taken for new work.
    A file that cannot be read counts as empty.
    """
    changed = [_differing(version) for version in versions]
    before = [entry for old, _ in changed for entry in old.entries]
    after = [entry for _, new in changed for entry in new.entries]
    known = {entry.msgstr for entry in before if entry.translated}
    fresh = [entry for entry in _standing(after) if entry.msgstr not in known]
    return Contribution(
        gained=_words(_standing(after)) - _words(_standing(before)),
        translated=_words(fresh),
        reviewed=_reviews(before, after),
        translator=next((name for old, new in changed if (name := _translator(old, new))), ""),
    )


def _differing(version: Version) -> tuple[Catalog, Catalog]:
    """Read those pieces of both versions that the other does not have, each under its own header."""
    old, new = _pieces(version.before), _pieces(version.after)
    return _read(old, Counter(old) - Counter(new)), _read(new, Counter(new) - Counter(old))


def _pieces(data: bytes) -> list[bytes]:
    return [piece for piece in _BLANK.split(data.replace(b"\r\n", b"\n").strip(b"\n")) if piece]


def _read(pieces: Sequence[bytes], wanted: Counter[bytes]) -> Catalog:
    header = pieces[:1]
    rest = [piece for piece in pieces[1:] if wanted[piece] > 0]
    data = b"\n\n".join([*header, *rest]) + b"\n" if pieces else b""
    read = po.parse(data, "", language="und", book="", chapter="").value
    return read or Catalog("", "und", "", "", Entry("", ""), ())


def _standing(entries: Iterable[Entry]) -> list[Entry]:
    """Keep what counts as translated."""
    return [entry for entry in entries if entry.translated and not entry.obsolete]


def _words(entries: Iterable[Entry]) -> int:
    return sum(words.count(entry.msgid) for entry in entries)


def _reviews(before: Iterable[Entry], after: Iterable[Entry]) -> dict[str, int]:
    """Count the words of reviews that stood nowhere before, by reviewer."""
    known = {remark.text for entry in before for remark in remarks.read(entry, "reviewed")}
    found: Counter[str] = Counter()
    for entry in after:
        for remark in remarks.read(entry, "reviewed"):
            match = _REVIEWED.fullmatch(remark.text)
            if match and remark.text not in known:
                found[match["name"]] += words.count(entry.msgid)
    return dict(found)


def _translator(old: Catalog, new: Catalog) -> str:
    """Return the last translator where the header tells of a revision that the old one does not tell of."""
    before, after = _fields(old), _fields(new)
    name, date = after.get("Last-Translator", ""), after.get("PO-Revision-Date", "")
    if name in _UNFILLED or date in _UNFILLED or date == before.get("PO-Revision-Date"):
        return ""
    return name


def _fields(catalog: Catalog) -> dict[str, str]:
    return dict(_FIELD.findall(catalog.header.msgstr))
