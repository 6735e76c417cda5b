"""What differs between two printings: for a terminal, as JSON, and as a web page with pictures."""

from __future__ import annotations

import json as json_format
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from importlib import resources
from typing import Any

from translate_pub.model.comparison import Change, Comparison, Kind
from translate_pub.preflight.pictures import Picture
from translate_pub.report.words import count

Pictures = Mapping[int, tuple[Sequence[Picture], Sequence[Picture]]]
_POINTS_PER_MM = 72 / 25.4


def text(found: Comparison) -> str:
    """Write a line a page that differs."""
    return "\n".join(f"{_page(found, change)}: {_what(change)}" for change in found.changes)


def summary(found: Comparison) -> str:
    """Say how many pages differ, and which are to be sent again."""
    if not found.changes:
        return f"{found.new} looks as {found.old} does: {count(found.new_pages, 'page')}"
    kinds = ((kind, sum(change.kind is kind for change in found.changes)) for kind in Kind)
    told = ", ".join(f"{number} {kind.value}" for kind, number in kinds if number)
    send = f"; to send again: {ranges(found.to_send)}" if found.to_send else ""
    return f"{count(found.old_pages, 'page')} before, {count(found.new_pages, 'page')} now: {told}{send}"


def ranges(numbers: Sequence[int]) -> str:
    """Write numbers of pages, those that follow each other as one range."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def json(found: Comparison) -> str:
    """Write a comparison as JSON; places are in pt from the foot and left of the page."""
    value = {
        "old": found.old,
        "new": found.new,
        "old_pages": found.old_pages,
        "new_pages": found.new_pages,
        "changes": [_value(change) for change in found.changes],
        "to_send": list(found.to_send),
    }
    return json_format.dumps(value, ensure_ascii=False, indent=2)


def _value(change: Change) -> dict[str, Any]:
    sides = [[round(side, 2) for side in (one.left, one.bottom, one.right, one.top)] for one in change.places]
    return {"kind": change.kind.value, "old": change.old, "new": change.new, "places": sides}


def page(found: Comparison, pictures: Pictures) -> str:
    """Write a web page that needs nothing else: every page that differs, before and after.

    Args:
        found: what differs.
        pictures: position of a change -> pictures of the older and of the newer page.
    """
    style = resources.files(__package__).joinpath("preflight_page.css").read_text(encoding="utf-8")
    title = f"{found.old} and {found.new}"
    body = "".join(_article(found, change, pictures.get(place)) for place, change in enumerate(found.changes))
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{style}</style></head>"
        f"<body><h1><bdi>{escape(found.old)}</bdi> and <bdi>{escape(found.new)}</bdi></h1>"
        f"<p>{escape(summary(found))}</p>{body}</body></html>\n"
    )


def _article(found: Comparison, change: Change, drawn: tuple[Sequence[Picture], Sequence[Picture]] | None) -> str:
    before, after = drawn or ((), ())
    shown = "".join(_figures(before, "before")) + "".join(_figures(after, "now"))
    heading = escape(f"{_page(found, change)}: {_what(change)}")
    return f'<article><h3>{heading}</h3><div class="pictures">{shown}</div></article>'


def _figures(pictures: Sequence[Picture], when: str) -> Iterator[str]:
    for picture in pictures:
        data = b64encode(picture.data).decode("ascii")
        caption = f"{when}, page {picture.place.page}"
        yield (
            f'<figure><img src="data:image/png;base64,{data}" width="{picture.width}" height="{picture.height}"'
            f' alt="{escape(caption)}"><figcaption>{escape(caption)}</figcaption></figure>'
        )


def _page(found: Comparison, change: Change) -> str:
    """Name a page by its number, and by its folio where that is another."""
    number, labels = (change.new, found.new_labels) if change.new is not None else (change.old, found.old_labels)
    label = labels[(number or 1) - 1] if number and number <= len(labels) else ""
    return f"page {number}" + (f" ({label})" if label and label != str(number) else "")


def _what(change: Change) -> str:
    """Say what became of a page."""
    if change.kind is Kind.ADDED:
        return "new"
    if change.kind is Kind.REMOVED:
        return "taken out; it was there before"
    moved = f", it was page {change.old}" if change.old != change.new else ""
    places = "; ".join(
        f"{one.width / _POINTS_PER_MM:.0f} x {one.height / _POINTS_PER_MM:.0f} mm, "
        f"{one.bottom / _POINTS_PER_MM:.0f} mm from the foot"
        for one in change.places[:3]
    )
    more = f" and {count(len(change.places) - 3, 'place')} more" if len(change.places) > len(change.places[:3]) else ""
    return f"changed{moved}: {places}{more}"
