"""Printers' profiles: all in one table, or every figure of one with where it was read."""

from __future__ import annotations

import json as json_format
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, fields
from enum import Enum
from typing import Any

from translate_pub.model.printing import (
    BarcodeZone,
    CaseMeasures,
    ColourMode,
    Edges,
    OutputCondition,
    Paper,
    PrinterProfile,
    Source,
    Spine,
    Standard,
)
from translate_pub.report import columns
from translate_pub.report.columns import Cell
from translate_pub.report.console import PLAIN, Surface
from translate_pub.report.words import count, date

UNVERIFIED = "unverified"
"""How a figure is marked that the printer's own page does not show."""
_HEADINGS = ("name", "standard", "colour", "bleed", "printer")
_INKS = {
    ColourMode.GREY: "black alone",
    ColourMode.CMYK: "CMYK",
    ColourMode.SPOT: "black and one named ink",
    ColourMode.RGB: "RGB",
}
_LABELS = {
    "colour": "inks of the interior",
    "cover_colour": "inks of the cover",
    "standard": "PDF standard",
    "cover_standard": "PDF standard of the cover",
    "transparency": "transparent objects",
    "condition": "output condition",
    "bleed_everywhere": "bleed on every page",
    "cover_bleed_mm": "bleed of the cover",
    "marks": "crop and registration marks",
    "mark_offset_mm": "from the trim to the marks",
    "gutters": "inner margin by pages",
    "margins": "safe margins",
    "cover_margin_mm": "safe margin of the cover",
    "page_multiple": "pages a multiple of",
    "least_pages": "fewest pages",
    "most_pages": "most pages",
    "last_page_blank": "last page blank",
    "ink_limit": "most ink",
    "least_ppi": "images, an error below",
    "wanted_ppi": "images, a warning below",
    "most_ppi": "images, made smaller above",
    "least_line_pt": "thinnest rule",
    "largest_mb": "largest file",
    "annotations": "links and bookmarks",
    "interior_name": "file of the interior",
    "cover_name": "file of the cover",
}
_UNITS = {"_mm": " mm", "_ppi": " pixels an inch", "_pt": " pt", "_mb": " MB", "ink_limit": " %"}
_ABOUT = {"name", "title", "notes", "sources", "papers"}


def table(profiles: Sequence[PrinterProfile], surface: Surface = PLAIN) -> str:
    """Write a line for each profile."""
    rows = [tuple(map(Cell, (one.name, *_short(one), one.title))) for one in profiles]
    return columns.draw([("", heading) for heading in _HEADINGS], rows, surface, left=len(_HEADINGS))


def explanation(profile: PrinterProfile, surface: Surface = PLAIN) -> str:
    """Write every figure of a profile with the number of its source, then the sources and what else is to be known."""
    numbers: dict[Source, int] = {}
    figures = list(_figures(profile))
    for key, _, _ in figures:
        source = profile.sources.get(key, Source())
        if source.address:
            numbers.setdefault(Source(source.address, source.read), len(numbers) + 1)
    rows = [(Cell(label), _mark(profile.sources.get(key), numbers), Cell(told)) for key, label, told in figures]
    drawn = columns.draw([("", "what"), ("", "read in"), ("", "figure")], rows, surface, left=3)
    sources = [f"[{number}] {_told_source(source)}" for source, number in numbers.items()]
    return "\n".join((f"{profile.name}: {profile.title}", "", drawn, "", *sources, "", *_remarks(profile))).rstrip()


def json(profiles: Sequence[PrinterProfile]) -> str:
    """Write profiles as JSON: every figure by its key, and where it was read."""
    values = [_value(profile) for profile in profiles]
    return json_format.dumps({"printers": values}, ensure_ascii=False, indent=2)


def _short(profile: PrinterProfile) -> tuple[str, str, str]:
    """Tell standard, colour and bleed of a profile in a few letters."""
    inks = profile.colour.value
    if profile.cover_colour is not profile.colour:
        inks += f", cover {profile.cover_colour.value}"
    return profile.standard.value, inks, _edges(profile.bleed)


def _figures(profile: PrinterProfile) -> Iterator[tuple[str, str, str]]:
    """Give key, label and figure of everything that a profile says."""
    for field in fields(profile):
        value = getattr(profile, field.name)
        if field.name in _ABOUT or value is None or value == ():
            continue
        if field.name == "spot":
            name, inks = value
            yield field.name, "second ink", f"{name} ({', '.join(f'{ink:.0%}' for ink in inks)})"
            continue
        if field.name == "transparency":
            value = not profile.flat()  # the standard may forbid what the printer would take
        yield field.name, _LABELS.get(field.name, field.name), _words(field.name, value)
        if field.name == "least_line_pt":
            yield from (
                (f"papers.{paper.name}", f"paper {paper.name}", _paper(paper, first=paper is profile.papers[0]))
                for paper in profile.papers
            )


def _words(key: str, value: object) -> str:
    """Write a figure in words."""
    write = next((write for kind, write in _WRITERS.items() if isinstance(value, kind)), str)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{value:g}{next((unit for end, unit in _UNITS.items() if key.endswith(end)), '')}"
    return write(value)


def _edges(edges: Edges) -> str:
    """Write a length for each edge, all in one where they are the same."""
    lengths = asdict(edges)
    if len(set(lengths.values())) == 1:
        return f"{edges.top:g} mm" if edges.top else "none"
    groups: dict[float, list[str]] = {}
    for edge, length in lengths.items():
        groups.setdefault(length, []).append(edge)
    most, *others = sorted(groups.items(), key=lambda group: -len(group[1]))
    return ", ".join((f"{most[0]:g} mm", *(f"{' and '.join(edges)} {length:g} mm" for length, edges in others)))


def _condition(condition: OutputCondition) -> str:
    profile = condition.profile or "no ICC profile set"
    where = "embedded" if condition.embedded else "not embedded"
    return ", ".join(part for part in (condition.identifier, condition.info, f"{profile} ({where})") if part)


def _measures(value: Spine | CaseMeasures | BarcodeZone) -> str:
    """Write the measures of a table by their keys."""
    told = []
    for field in fields(value):
        name = field.name.removesuffix("_mm").replace("_", " ")
        told.append(f"{name} {getattr(value, field.name):g}{' mm' if field.name.endswith('_mm') else ''}")
    return ", ".join(told)


def _paper(paper: Paper, *, first: bool) -> str:
    """Write a paper: how thick it is, what it can be bound to, and whether it is taken where none is chosen."""
    if paper.caliper_um:
        thick = f"{paper.caliper_um:g} µm a leaf"
    elif paper.pages_per_inch:
        thick = f"{paper.pages_per_inch:g} pages an inch"
    else:
        thick = f"{paper.grams_per_m2 or 0:g} g/m², volume {paper.volume:g}"
    limits = [f"from {count(paper.least_pages, 'page')}"] if paper.least_pages else []
    limits += [f"to {count(paper.most_pages, 'page')}"] if paper.most_pages else []
    return ", ".join((thick, *limits, *(["taken where none is chosen"] if first else [])))


def _steps(steps: Sequence[object]) -> str:
    """Write a list: steps of the gutter, or words."""
    return ", ".join(
        f"{step[1]:g} mm to {count(step[0], 'page')}" if isinstance(step, tuple) else _names(step) for step in steps
    )


def _names(one: object) -> str:
    return str(one.value) if isinstance(one, Enum) else str(one)


_WRITERS: dict[type, Callable[[Any], str]] = {
    bool: lambda value: "yes" if value else "no",
    ColourMode: lambda value: _INKS[value],
    Standard: lambda value: value.value if value is not Standard.PLAIN else "none: plain PDF",
    Edges: _edges,
    OutputCondition: _condition,
    Spine: _measures,
    CaseMeasures: _measures,
    BarcodeZone: _measures,
    tuple: _steps,
}
"""Kind of a figure -> how it is written."""


def _mark(source: Source | None, numbers: Mapping[Source, int]) -> Cell:
    """Write the number of a source, and whether it is the printer's own; what no file says is the tool's default."""
    if source is None:
        return Cell("default")
    number = numbers.get(Source(source.address, source.read))
    told = f"[{number}]" if number else ""
    if source.verified:
        return Cell(told)
    return Cell(f"{UNVERIFIED} {told}".rstrip(), "yellow", len(UNVERIFIED))


def _told_source(source: Source) -> str:
    return f"{source.address}, read {date(source.read)}" if source.read else source.address


def _remarks(profile: PrinterProfile) -> list[str]:
    """Write what else is to be known."""
    figures = len(profile.sources)
    remarks = [f"- {note}" for note in profile.notes]
    if profile.unverified:
        told = f"{len(profile.unverified)} of {figures} figures are {UNVERIFIED}: no page of the printer's shows them."
        remarks.append(f"- {told} Ask before you order.")
    return remarks


def _value(profile: PrinterProfile) -> dict[str, object]:
    """Make the JSON of a profile."""
    told = {key: _plain(value) for key, value in asdict(profile).items() if key != "sources"}
    told["papers"] = {
        paper.name: {key: value for key, value in asdict(paper).items() if key != "name"} for paper in profile.papers
    }
    told["gutters"] = [{"pages": pages, "mm": margin} for pages, margin in profile.gutters]
    told["sources"] = {
        key: {"address": one.address, "read": date(one.read) if one.read else None, "verified": one.verified}
        for key, one in profile.sources.items()
    }
    return told


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    return list(map(_plain, value)) if isinstance(value, tuple) else value
