"""The pages of an index entry, run together: once a page, and a dash from the first to the last of several.

Three pages and more that follow each other become one range, as makeindex does it (its manual, "page_range"); two stay
two, as the subject may have been named on each and not between. What is marked from one place to another is a range of
whatever length.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

_LEAST_RUN = 3
_DASH = "–"
_BEFORE_ALL = 10**9


@dataclass(frozen=True, slots=True)
class _Pages:
    """From one page to another, each with the link that leads to it."""

    first: int
    last: int
    begin: Element
    end: Element
    marked: bool
    """Whether the text is marked from the one to the other."""


def merge(root: Element, folios: Mapping[str, str]) -> None:
    """Run the pages of every entry together whose folios are all known; the others keep their stand-ins.

    Args:
        root: of a section, folios filled in.
        folios: id -> folio.
    """
    for group in root.iter("span"):
        if group.get("class") != "locators":
            continue
        links = list(group.iter("a"))
        if all(link.get("data-page") in folios for link in links):
            _write(group, _join(list(_read(links))))


def _read(links: Sequence[Element]) -> Iterator[_Pages]:
    """Take single pages and ranges from the links of an entry; one in letters (roman, abjad) is a page by itself."""
    letters: dict[str, int] = {}
    begun: list[Element] = []
    for link in links:
        kind = (link.get("class") or "").split()
        if "begin" in kind:
            begun = [link]
            continue
        begin = begun.pop() if begun and "end" in kind else link
        first, last = sorted((_number(begin, letters), _number(link, letters)))
        yield _Pages(first, last, begin, link, marked=first != last)


def _number(link: Element, letters: dict[str, int]) -> int:
    """Read a folio in the digits of any script; one in letters stands before all others and follows none."""
    text = link.text or ""
    if text.isdecimal():
        return int(text)
    return letters.setdefault(text, _LEAST_RUN * len(letters) - _BEFORE_ALL)


def _join(pages: Sequence[_Pages]) -> list[_Pages]:
    """Join what overlaps, then what follows each other in runs that are long enough."""
    joined: list[_Pages] = []
    for one in sorted(pages, key=lambda each: (each.first, -each.last)):
        if joined and one.first <= joined[-1].last:
            joined[-1] = _joined(joined[-1], one)
        else:
            joined.append(one)
    runs: list[list[_Pages]] = []
    for one in joined:
        if runs and one.first == runs[-1][-1].last + 1:
            runs[-1].append(one)
        else:
            runs.append([one])
    return [each for run in runs for each in _run(run)]


def _joined(one: _Pages, other: _Pages) -> _Pages:
    end = one.end if one.last >= other.last else other.end
    return _Pages(one.first, max(one.last, other.last), one.begin, end, one.marked or other.marked)


def _run(run: Sequence[_Pages]) -> Sequence[_Pages]:
    """Make one range of a run of three pages or more, or of what is a range already."""
    pages = run[-1].last - run[0].first + 1
    if len(run) == 1 or pages < _LEAST_RUN:
        return run
    return [_Pages(run[0].first, run[-1].last, run[0].begin, run[-1].end, marked=True)]


def _write(group: Element, runs: Sequence[_Pages]) -> None:
    """Put the links back, with commas and dashes between them."""
    separator = group.get("data-separator", ", ")
    group.text = None
    for child in list(group):
        group.remove(child)
    for place, run in enumerate(runs):
        group.append(run.begin)
        run.begin.tail = ""
        if run.first != run.last:
            run.begin.tail = _DASH
            group.append(run.end)
        run.end.tail = separator if place + 1 < len(runs) else ""
