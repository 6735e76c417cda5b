"""What preflight found, as one web page that needs nothing else, with a picture of each finding."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from html import escape
from importlib import resources

from translate_pub.model.diagnostic import Severity
from translate_pub.model.preflight import Finding, Judgement, Place
from translate_pub.model.printing import PrinterProfile
from translate_pub.preflight.pictures import Picture
from translate_pub.report import preflight
from translate_pub.report.words import count

Pictures = Mapping[int, Sequence[Picture]]
_POINTS_PER_MM = 72 / 25.4


def write(judged: Sequence[tuple[Judgement, Pictures]], title: str = "Preflight") -> str:
    """Write the page.

    Args:
        judged: files with the pictures of their findings, by the finding's position.
        title: of the page.
    """
    style = resources.files(__package__).joinpath("preflight_page.css").read_text(encoding="utf-8")
    body = "".join(_file(judgement, pictures) for judgement, pictures in judged)
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{style}</style></head>"
        f"<body><h1>{escape(title)}</h1>{body}</body></html>\n"
    )


def _file(one: Judgement, pictures: Pictures) -> str:
    state = "bad" if one.failed else "open" if one.unchecked else "good"
    words = {"bad": "not for print", "open": "not all was checked", "good": "meets every demand"}
    heading = f'<h2><bdi>{escape(one.path)}</bdi> <span class="verdict {state}">{words[state]}</span></h2>'
    size = f", {count(one.pages, 'page')}" if one.pages else ""
    job = (
        f"<p>{one.job.part.value.capitalize()} for {escape(one.job.profile.title)}{size}, {one.job.standard.value}</p>"
    )
    found = "".join(_finding(finding, pictures.get(place, ())) for place, finding in enumerate(one.findings))
    return f"<section>{heading}{job}{found}{_unchecked(one)}{_checked(one)}{_demands(one.job.profile)}</section>"


def _finding(found: Finding, pictures: Sequence[Picture]) -> str:
    names = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
    label = f'<span class="{names[found.severity]}">{names[found.severity]}</span> <code>{found.code}</code>'
    where = preflight.pages(found.places)
    hints = "".join(f"<p class='hint'>{escape(hint)}</p>" for hint in found.hints)
    shown = "".join(map(_picture, pictures))
    more = len(found.places) - len(pictures)
    rest = f"<p class='rest'>and {count(more, 'place')} more</p>" if pictures and more > 0 else ""
    told = f"<p class='where'>{escape(where)}</p>" if where else ""
    heading = f"<h3>{label} {escape(found.message)}</h3>"
    return f"<article>{heading}{told}{hints}<div class='pictures'>{shown}</div>{rest}</article>"


def _picture(picture: Picture) -> str:
    data = b64encode(picture.data).decode("ascii")
    caption = _caption(picture.place)
    return (
        f'<figure><img src="data:image/png;base64,{data}" width="{picture.width}" height="{picture.height}"'
        f' alt="{escape(caption)}"><figcaption>{escape(caption)}</figcaption></figure>'
    )


def _caption(place: Place) -> str:
    """Write where a place is: its page, and from the page's left and foot in mm."""
    if place.rect is None:
        return f"page {place.page}"
    left, foot = (side / _POINTS_PER_MM for side in (place.rect.left, place.rect.bottom))
    wide, high = (side / _POINTS_PER_MM for side in (place.rect.width, place.rect.height))
    return f"page {place.page}: {wide:.1f} x {high:.1f} mm, {left:.1f} mm from the left, {foot:.1f} mm from the foot"


def _unchecked(one: Judgement) -> str:
    items = "".join(f"<li>{escape(check.check)}: {escape(check.reason)}</li>" for check in one.unchecked)
    return f"<h3 class='unchecked'>Not checked</h3><ul>{items}</ul>" if items else ""


def _checked(one: Judgement) -> str:
    if not one.checked:
        return ""
    names = escape(", ".join(one.checked))
    return f"<details><summary>{count(len(one.checked), 'check')} run</summary><p>{names}</p></details>"


def _demands(profile: PrinterProfile) -> str:
    if not profile.unverified:
        return ""
    told = f"{escape(profile.title)}: not shown by the printer's own page: {escape(', '.join(profile.unverified))}"
    return f"<details><summary>Figures of the profile that are unverified</summary><p>{told}</p></details>"
