"""The layout of a file, found in what it holds: whatever is written into it is set as its other entries are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from translate_pub.catalog import breaking, comments
from translate_pub.catalog.layout import Layout, Places, Rule
from translate_pub.catalog.quoting import quote, unescape
from translate_pub.model.catalog import Catalog, Entry, Reference

_FIELD = re.compile(rb"^(msgid|msgstr) (\"[^\n]*(?:\n\"[^\n]*)*)", re.MULTILINE)
_PLACES = re.compile(rb"^#:[^\n]*", re.MULTILINE)
_NO_WRAP = re.compile(rb"^#[,=].*\bno-wrap\b", re.MULTILINE)
_SAMPLE = 50
"""So many entries that tell something are looked at."""
_ORDINARY = 79
"""Columns of gettext, which are assumed of a file whose lines tell several."""


@dataclass(frozen=True, slots=True)
class _Field:
    """A keyword and its strings, as they stand in a file."""

    name: str
    strings: tuple[str, ...]
    """Without quotation marks, still escaped."""

    @property
    def text(self) -> str:
        return unescape("".join(self.strings))


def detect(catalog: Catalog) -> Layout:
    """Find the layout of a catalogue as it was read; that of new files where nothing tells another."""
    return of(catalog.entries)


def numbered(catalog: Catalog) -> bool:
    """Whether most references of a catalogue tell the line."""
    numbers = [
        reference.line is not None for entry in catalog.entries if not entry.obsolete for reference in entry.references
    ]
    return 2 * sum(numbers) > len(numbers)


def of(entries: Iterable[Entry]) -> Layout:
    """Find the layout of entries from the bytes that they were read from."""
    blocks = [raw for entry in entries if not entry.obsolete and (raw := entry.raw or entry.origin)]
    rule, width = _breaking(list(_fields(blocks)))
    return Layout(rule, width, *_places(blocks, width))


def _fields(blocks: Sequence[bytes]) -> Iterator[_Field]:
    """Give fields that show how lines are broken: of several strings, or of a long one."""
    seen = 0
    for raw in blocks:
        if seen >= _SAMPLE:
            return
        if _NO_WRAP.search(raw):
            continue
        telling = [one for one in map(_field, _FIELD.finditer(raw)) if _tells(one)]
        seen += bool(telling)
        yield from telling


def _field(match: re.Match[bytes]) -> _Field:
    strings = (line.strip()[1:-1] for line in match[2].decode().split("\n"))
    return _Field(match[1].decode(), tuple(strings))


def _tells(field: _Field) -> bool:
    """Whether a field would look otherwise under another rule."""
    return any(not string.endswith("\\n") for string in field.strings[:-1] if string) or any(
        breaking.columns(string) + 2 > _ORDINARY for string in field.strings
    )


def _breaking(fields: Sequence[_Field]) -> tuple[Rule, int]:
    """Choose the rule and width that most fields follow; on a tie, breaking at newlines only."""
    candidates = [Layout(Rule.NEWLINES)]
    candidates += [Layout(rule, width) for rule in (Rule.UNICODE, Rule.WORDS) for width in _widths(fields, rule)]
    texts = [(field, field.text) for field in fields]
    followed = [sum(_follows(field, text, layout) for field, text in texts) for layout in candidates]
    best = candidates[max(range(len(candidates)), key=followed.__getitem__)]
    return best.rule, best.width


def _follows(field: _Field, text: str, layout: Layout) -> bool:
    return quote(text, field.name, "", layout) == [f'"{string}"' for string in field.strings]


def _widths(fields: Sequence[_Field], rule: Rule) -> list[int]:
    """Find the widths that fit most breaks: a line and the piece that was set below it do not fit in together."""
    layout = Layout(rule)
    edges: Counter[int] = Counter()
    for field in fields:
        for line, below in zip(field.strings, field.strings[1:], strict=False):
            if line and not line.endswith("\\n"):
                used = layout.columns(line) + 2
                edges[used] += 1
                edges[used + layout.columns(next(layout.pieces(below), " "))] -= 1
    votes, running = dict[int, int](), 0
    for width in range(min(edges, default=0), max(edges, default=0)):
        running += edges[width]
        votes[width] = running
    most = max(votes.values(), default=0)
    fitting = [width for width, count in votes.items() if count == most]
    return list(dict.fromkeys([*([_ORDINARY] if _ORDINARY in fitting else []), *fitting[:1], *fitting[-1:]]))


def _places(blocks: Sequence[bytes], width: int) -> tuple[Places, int]:
    """Choose the way of setting references that most messages follow; on a tie, gettext's."""
    telling = list(islice(_references(blocks), _SAMPLE))
    ways = [
        (Places.FILLED, _ORDINARY),
        (Places.FILLED, width),
        (Places.FILLED, width - 1),
        (Places.SINGLE, _ORDINARY),
        (Places.JOINED, _ORDINARY),
    ]
    followed = [
        sum(comments.write_references(references, *way) == lines for references, lines in telling) for way in ways
    ]
    return ways[max(range(len(ways)), key=followed.__getitem__)]


def _references(blocks: Sequence[bytes]) -> Iterator[tuple[tuple[Reference, ...], list[str]]]:
    """Give the references of messages that have several, and the lines that they stand on."""
    for raw in blocks:
        lines = [line.decode().rstrip() for line in _PLACES.findall(raw)]
        references = comments.read_references(" ".join(line[2:].strip() for line in lines))
        if len(references) > 1:
            yield references, lines
