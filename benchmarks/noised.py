"""Published translations as an aligner may meet them: paragraphs dropped, added, merged and split, in a known way."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate_pub.catalog import po
from translate_pub.model.alignment import Block
from translate_pub.model.catalog import Entry
from translate_pub.model.source import Source
from translate_pub.source import reading

_MARKUP = re.compile(r"`[^`]*`|\]\([^)]*\)|<[^>]*>|https?://\S+")
_LETTER = re.compile(r"\w")
_SENTENCE_END = re.compile(r"[.!?؟۔।](?=\s)\s+|[。！？]")
_TYPE = re.compile(r"type: (?:Title (?P<level>#+|=|-)|(?P<bullet>Bullet))")
_PARAGRAPHS = frozenset(("paragraph", "list item", "quotation", "footnote"))
_HEADING = 60
"""Characters of a file's first text that is taken for its title."""
_LISTS = ("SUMMARY.md", "sphinx.po")
"""Files that are no text but a list of titles."""
_LONGEST_SOURCE = 40_000
_EDGE = 20
"""Characters that a split leaves on both sides."""


@dataclass(frozen=True, slots=True)
class Original:
    """A message that is translated, in its place."""

    kind: str
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Case:
    """A source, its translation with noise, and what is right."""

    sources: tuple[Block, ...]
    targets: tuple[Block, ...]
    right: tuple[str, ...]
    """For each source its translation; empty where it was dropped."""


def read(corpus: Path, language: str) -> Iterator[Original]:
    """Read what a corpus has in a language: messages in the order of their files and lines."""
    places: dict[str, list[tuple[int, int, Entry]]] = defaultdict(list)
    for path in _files(corpus, language):
        catalog = po.parse(path.read_bytes(), str(path), language, "", path.stem).value
        for number, entry in enumerate(catalog.entries if catalog else ()):
            if entry.translated and not entry.obsolete and entry.plural is None:
                for reference in entry.references:
                    if reference.path.endswith(_LISTS):
                        continue
                    places[reference.path].append((reference.line or 0, number, entry))
    for file in sorted(places):
        kinds = _kinds(corpus / file)
        for turn, (_, _, entry) in enumerate(sorted(places[file], key=lambda place: place[:2])):
            source, target = _one_line(entry.msgid), _one_line(entry.msgstr)
            if _LETTER.search(source) and not source.startswith("//"):
                yield Original(_kind(entry, kinds.get(source), first=not turn), source, target)


def _files(corpus: Path, language: str) -> list[Path]:
    """Find the PO files of a language: by their names, by the folders that they are in, or all of a corpus of one."""
    every = sorted(corpus.rglob("*.po"))
    named = [path for path in every if path.stem == language or path.stem.endswith((f".{language}", f"-{language}"))]
    held = [path for path in every if language in path.relative_to(corpus).parts]
    return named or held or (every if corpus.name.endswith(f"-{language}") else [])


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _kind(entry: Entry, known: str | None, *, first: bool) -> str:
    """Say what a message is: as its source has it, as po4a says, or by its looks."""
    if known:
        return known
    found = _TYPE.search("\n".join(entry.extracted))
    if found:
        level = found["level"]
        return "list item" if found["bullet"] else f"heading {len(level) if level.startswith('#') else 1}"
    return "heading 1" if first and len(entry.msgid) < _HEADING else "paragraph"


def _kinds(path: Path) -> dict[str, str]:
    """Read the kinds of a source's texts, where the corpus has it and it is Markdown."""
    if path.suffix != ".md" or not path.is_file() or path.stat().st_size > _LONGEST_SOURCE:
        return {}
    read_text = reading.read(Source(str(path), path.read_text("utf-8"))).value
    return {_one_line(segment.text): segment.kind for segment in (read_text.segments if read_text else ())}


def prose(originals: Sequence[Original]) -> list[Original]:
    """Take code and addresses out, which give a translation away, and what is the same in both languages."""
    plain = [
        Original(one.kind, *(_one_line(_MARKUP.sub(" ", text)) for text in (one.source, one.target)))
        for one in originals
    ]
    return [
        one for one in plain if one.source != one.target and _LETTER.search(one.source) and _LETTER.search(one.target)
    ]


def make(originals: Sequence[Original], rate: float, seed: int) -> Case:
    """Drop, add, merge and split paragraphs of a translation, each at the given rate; headings stay."""
    luck = random.Random(seed)  # noqa: S311  # the same noise on every run is the point
    pool = [one.target for one in originals if one.kind == "paragraph" and len(one.target) > _HEADING]
    right = [one.target for one in originals]
    targets: list[Block] = []
    at = 0
    while at < len(originals):
        one, roll = originals[at], luck.random()
        after = originals[at + 1] if at + 1 < len(originals) else None
        movable = one.kind in _PARAGRAPHS
        if roll < rate and movable:
            right[at] = ""
        elif roll < 2 * rate and pool:
            targets += [Block("paragraph", luck.choice(pool)), Block(one.kind, one.target)]
        elif roll < 3 * rate and movable and after and after.kind == one.kind:
            targets.append(Block(one.kind, f"{one.target} {after.target}"))
            at += 1
        else:
            targets += _split(one, luck) if roll < 4 * rate and movable else [Block(one.kind, one.target)]
        at += 1
    return Case(tuple(Block(one.kind, one.source) for one in originals), tuple(targets), tuple(right))


def _split(one: Original, luck: random.Random) -> list[Block]:
    """Split a translation at the end of a sentence, where it has one."""
    ends = [found.end() for found in _SENTENCE_END.finditer(one.target)]
    ends = [end for end in ends if _EDGE < end < len(one.target) - _EDGE]
    if not ends:
        return [Block(one.kind, one.target)]
    place = luck.choice(ends)
    return [Block(one.kind, part.strip()) for part in (one.target[:place], one.target[place:])]
