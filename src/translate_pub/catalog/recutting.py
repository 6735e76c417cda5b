"""Catalogues whose messages were cut by other rules, cut again by ours: those of an older version, or another tool's.

Both cut the same source. So an old message is read as the source is: if its text and its translation come apart into
the same kinds of parts, in the same order, the parts belong together for certain. A whole table becomes its cells, a
list its items, a heading loses its hash and its id. Where ours is the larger piece, neighbours that make it up word for
word are run together. What fits nowhere stays whole, for the update to propose.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from translate_pub.catalog import alternatives
from translate_pub.catalog.matching.cutting import glue
from translate_pub.catalog.matching.sameness import undress
from translate_pub.model.catalog import Catalog, Entry, Key, Template
from translate_pub.model.source import Source
from translate_pub.source import reading

_BLOCK = re.compile(r"\n|^\s*(?:#|\[\^|\||[-*+]\s|>|\d+[.)]\s|!\[|:\s|!!!|<)|\{[:#.]")
"""What may be more, or less, than a paragraph of text."""
_ATTRIBUTES = re.compile(r"\s*\{:?[ ]*[#.\w][^{}]*\}\s*$")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!<>|~\"'$&,/:;=?@^%-])")
_BREAK = re.compile(r"\\(?=\n)")
_ADDRESS = re.compile(r"(?<=\])\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)")
_LABEL = re.compile(r"(?<=\])\[[^\[\]]*\]")
_MOST_WORDS = 400
"""Words of a message up to which neighbours are looked for that make it up."""


@dataclass(frozen=True, slots=True)
class Recut:
    """A catalogue cut again."""

    catalog: Catalog
    became: tuple[tuple[Entry, tuple[Entry, ...]], ...]
    """Each translation of before, and what it became: itself, or its parts, or the whole that it is a part of."""


def recut(catalog: Catalog, templates: Sequence[Template]) -> Recut:
    """Cut the entries of a catalogue into the messages of a book, as far as that is certain.

    Args:
        catalog: by other rules of segmentation.
        templates: of the whole book, by ours.
    """
    wanted = _Wanted(templates, {entry.key for entry in catalog.entries})
    before = [entry for entry in catalog.entries if entry.msgstr and entry.plural is None]
    parts = {id(entry): wanted.part(entry) for entry in before}
    became = parts | _join(before, parts, wanted)
    entries = {id(part): part for entry in catalog.entries for part in became.get(id(entry), (entry,))}
    # One place is as good as another for what cannot be read, once the entries around it are others.
    damaged = tuple(replace(damage, index=len(entries)) for damage in catalog.damaged)
    made = replace(catalog, entries=_once(entries.values()), damaged=damaged if became else catalog.damaged)
    return Recut(made, tuple((entry, became[id(entry)]) for entry in before))


def _once(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Have every message once; what else it was translated to stays beside the first, which is the best."""
    known: dict[Key, Entry] = {}
    for entry in entries:
        first = known.get(entry.key)
        if first is None:
            known[entry.key] = entry
            continue
        best, other = (entry, first) if _rank(entry) > _rank(first) else (first, entry)
        for text in (other.msgstr, *alternatives.read(other)):
            best = alternatives.add(best, text) if text else best
        known[entry.key] = best
    return tuple(known.values())


def _rank(entry: Entry) -> tuple[bool, bool, bool]:
    return not entry.obsolete, bool(entry.msgstr), not entry.fuzzy


class _Wanted:
    """The messages of the book, and what old entries have to do with them."""

    def __init__(self, templates: Iterable[Template], had: Collection[Key]) -> None:
        self.keys: set[Key] = set()
        self._had = had
        self._by_text: dict[str, list[Key]] = defaultdict(list)
        self._by_words: dict[str, list[Key]] = defaultdict(list)
        for key in dict.fromkeys(message.key for one in templates for message in one.messages):
            self.keys.add(key)
            self._by_text[_bare(key[1])].append(key)
            self._by_words[_unlinked(key[1])].append(key)

    def part(self, entry: Entry) -> tuple[Entry, ...]:
        """Return what an entry becomes: itself, or the parts of which at least one is a message."""
        if entry.key in self.keys:
            return (entry, *self.named(entry, entry.msgid, entry.msgstr))
        same = self.named(entry, entry.msgid, entry.msgstr)
        if same and "\n" not in entry.msgid:
            return same
        for pairs in _cuts(entry):
            if any(self._find(text) for text, _ in pairs):
                named = (
                    self.named(entry, text, msgstr) or (_make(entry, ("", text), msgstr),) for text, msgstr in pairs
                )
                parts = tuple(part for parts in named for part in parts)
                return parts if _covers(parts, entry) else (*parts, entry)
        return same or (entry,)

    def named(self, entry: Entry, text: str, msgstr: str) -> tuple[Entry, ...]:
        """Return an entry for each message that a text is; none where it is none."""
        keys = self._find(text)
        if _ATTRIBUTES.search(text) and not any(_ATTRIBUTES.search(msgid) for _, msgid in keys):
            msgstr = _ATTRIBUTES.sub("", msgstr)
        return tuple(_make(entry, key, msgstr) for key in keys if key not in self._had)

    def _find(self, text: str) -> Sequence[Key]:
        """Find the messages that a text is, but for its dress; some tools write the address where ours has a label."""
        found = self._by_text.get(_bare(text))
        if found or "](" not in text:
            return found or ()
        return [key for key in self._by_words.get(_unlinked(text), ()) if _same_addresses(key[1], text)]


def _make(entry: Entry, key: Key, msgstr: str) -> Entry:
    context, msgid = key
    return entry.revise(context=context, msgid=msgid, msgstr=msgstr, previous=None)


def _covers(parts: Iterable[Entry], entry: Entry) -> bool:
    """Whether the parts have every word of a translation; code and raw HTML are no parts, and may be translated too."""
    had = {word for part in parts for word in part.msgstr.split()} | set(entry.msgid.split())
    return all(word in had or not any(map(str.isalpha, word)) for word in entry.msgstr.split())


def _cuts(entry: Entry) -> Iterator[list[tuple[str, str]]]:
    """Yield the ways in which text and translation come apart alike: as they are read, then line by line."""
    if not _BLOCK.search(entry.msgid):
        return
    texts, translations = _read(entry.msgid), _read(entry.msgstr)
    if texts and [kind for kind, _ in texts] == [kind for kind, _ in translations]:
        yield [(text, msgstr) for (_, text), (_, msgstr) in zip(texts, translations, strict=True)]
    lines, translated = (_lines(text) for text in (entry.msgid, entry.msgstr))
    if len(lines) == len(translated) > 1:
        yield list(zip(lines, translated, strict=True))


def _read(text: str) -> list[tuple[str, str]]:
    """Read a text as a source: the kind and the text of each part."""
    # After a blank line `Note: this` is no front matter.
    read = reading.read(Source("", f"\n{text}")).value
    return [(segment.kind, segment.text) for segment in read.segments] if read else []


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _bare(text: str) -> str:
    """Take from a text its dress, the attributes at its end, its escapes and its line breaks."""
    plain = _ESCAPED.sub(r"\1", _BREAK.sub("", _ATTRIBUTES.sub("", text)))
    return " ".join(undress(plain).split())


def _unlinked(text: str) -> str:
    """Take from a text its dress, and from its links where they lead."""
    return _bare(_LABEL.sub("", _ADDRESS.sub("", text)))


def _same_addresses(msgid: str, text: str) -> bool:
    """Whether the addresses that a message has are those of a text, which may have more where ours has labels."""
    ours, theirs = iter(_ADDRESS.findall(text)), _ADDRESS.findall(msgid)
    return all(address in ours for address in theirs)


def _join(
    before: Sequence[Entry], parts: Mapping[int, Sequence[Entry]], wanted: _Wanted
) -> dict[int, tuple[Entry, ...]]:
    """Find the messages that neighbouring old ones make up word for word, and give them to those."""
    line = [entry for entry in before if parts[id(entry)] == (entry,) and entry.key not in wanted.keys]
    places: dict[str, list[int]] = defaultdict(list)
    bare = [_bare(entry.msgid) for entry in line]
    for place, text in enumerate(bare):
        places[text].append(place)
    had = {part.key for made in parts.values() for part in made}
    joined: dict[int, tuple[Entry, ...]] = {}
    for key in sorted(wanted.keys - had):
        run = _run(_bare(key[1]), bare, places)
        if len(run) > 1 and not any(id(line[place]) in joined for place in run):
            whole = _whole(key, [line[place] for place in run])
            joined.update({id(line[place]): (whole,) for place in run})
    return joined


def _run(text: str, bare: Sequence[str], places: Mapping[str, Sequence[int]]) -> range:
    """Find neighbours that make up a text; an empty range where there are none."""
    ends = [match.start() for match in re.finditer(" ", text)]
    for end in ends if len(ends) <= _MOST_WORDS else ():
        for first in places.get(text[:end], ()):
            last, at = first, end
            while at < len(text) and last + 1 < len(bare) and text.startswith(f" {bare[last + 1]}", at):
                last, at = last + 1, at + 1 + len(bare[last + 1])
            if at == len(text):
                return range(first, last + 1)
    return range(0)


def _whole(key: Key, run: Sequence[Entry]) -> Entry:
    """Make the entry of a message of those that make it up; line breaks stand where the message has one for each."""
    texts = [entry.msgstr for entry in run]
    msgstr = "\n".join(text.strip() for text in texts) if key[1].count("\n") == len(run) - 1 else glue(texts)
    return Entry(
        *key,
        msgstr,
        flags=("fuzzy",) if any(entry.fuzzy for entry in run) else (),
        comments=tuple(dict.fromkeys(comment for entry in run for comment in entry.comments)),
        obsolete=all(entry.obsolete for entry in run),
    )
