"""Charts as SVG: how an edition came to where it stands, and where its pace leads. Sizes are in px."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from translate_pub.model.status import EditionStatus
from translate_pub.report.words import date

_WIDTH, _HEIGHT = 640, 180
_LEFT, _RIGHT, _TOP, _BOTTOM = 8, 8, 16, 22
_BARS_HEIGHT = 60
_MARGIN = dt.timedelta(days=7)
_FARTHEST = dt.timedelta(days=400)
"""How far beyond today the chart goes; a forecast that is farther runs out of it."""


class _Field:
    """The place of days and words on the chart."""

    def __init__(self, first: dt.date, last: dt.date, words: int) -> None:
        self.first, self.last = first, max(last, first + _MARGIN)
        self.words = max(1, words)

    def x(self, day: dt.date) -> float:
        """Return how far from the left a day is."""
        share = (min(day, self.last) - self.first).days / (self.last - self.first).days
        return _LEFT + share * (_WIDTH - _LEFT - _RIGHT)

    def y(self, words: float) -> float:
        """Return how far from the top a number of words is."""
        return _HEIGHT - _BOTTOM - min(1.0, words / self.words) * (_HEIGHT - _TOP - _BOTTOM)

    def points(self, places: Iterable[tuple[dt.date, float]]) -> str:
        """Write places as an SVG list of points."""
        return " ".join(f"{self.x(day):.1f},{self.y(words):.1f}" for day, words in places)


def course(edition: EditionStatus, today: dt.date) -> str:
    """Draw the words translated day by day, the forecast as a fan, and the launch; empty without a history."""
    history, words = edition.history, edition.progress.words
    if history is None or not history.standings:
        return ""
    field = _Field(history.standings[0].day, _last(edition, today), words.total)
    parts = (_axis(field, words.total), _fan(edition, field, today), _steps(edition, field, today))
    said = f"{words.translated:,} of {words.total:,} words translated on {date(today)}"
    return _svg(_HEIGHT, said, "".join((*parts, _launch(edition, field), _today(field, today))))


def weeks(weekly: Sequence[int]) -> str:
    """Draw the words of each week as a bar; empty without weeks."""
    if not weekly:
        return ""
    most, step = max(1, *weekly), (_WIDTH - _LEFT - _RIGHT) / len(weekly)
    return _svg(_BARS_HEIGHT + 14, "words translated a week", "".join(_bars(weekly, most, step)))


def _bars(weekly: Sequence[int], most: int, step: float) -> Iterator[str]:
    for index, words in enumerate(weekly):
        x, height = _LEFT + index * step, (_BARS_HEIGHT - 14) * words / most
        y = _BARS_HEIGHT - height
        yield f'<rect class="week" x="{x + 2:.1f}" y="{y:.1f}" width="{step - 4:.1f}" height="{height:.1f}"/>'
        yield f'<text x="{x + step / 2:.1f}" y="{y - 3:.1f}" text-anchor="middle">{words:,}</text>'


def _last(edition: EditionStatus, today: dt.date) -> dt.date:
    """Return the day at which the chart ends."""
    forecast = edition.forecast
    days = [today, *([edition.launch.date] if edition.launch else [])]
    days += [day for day in (forecast.latest, forecast.likely) if day] if forecast else []
    return min(max(days), today + _FARTHEST) + _MARGIN


def _steps(edition: EditionStatus, field: _Field, today: dt.date) -> str:
    """Draw what there was: words stay where they are until somebody changes them."""
    standings = edition.history.standings if edition.history else ()
    places: list[tuple[dt.date, float]] = []
    for standing in standings:
        places += [(standing.day, places[-1][1])] if places else []
        places.append((standing.day, standing.translated))
    places.append((max(today, places[-1][0]), places[-1][1]))
    return f'<polyline class="course" points="{field.points(places)}"/>'


def _fan(edition: EditionStatus, field: _Field, today: dt.date) -> str:
    """Draw where the pace leads, and between which bounds."""
    forecast = edition.forecast
    if forecast is None or forecast.likely is None or forecast.earliest is None:
        return ""
    now, done = edition.progress.words.translated, edition.progress.words.total
    latest = (forecast.latest, done) if forecast.latest else (field.last, now)
    corners = [(today, now), (forecast.earliest, done), latest]
    fan = f'<polygon class="fan" points="{field.points(corners)}"/>'
    return f'{fan}<polyline class="likely" points="{field.points([(today, now), (forecast.likely, done)])}"/>'


def _axis(field: _Field, total: int) -> str:
    ends = (("start", field.first), ("end", field.last))
    days = "".join(
        f'<text x="{field.x(day):.1f}" y="{_HEIGHT - 6}" text-anchor="{anchor}">{date(day)}</text>'
        for anchor, day in ends
    )
    ground, top = field.y(0), field.y(total)
    lines = "".join(
        f'<line class="axis" x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y}" y2="{y}"/>' for y in (ground, top)
    )
    return f'{lines}<text x="{_LEFT}" y="{top - 4}">{total:,} words</text>{days}'


def _launch(edition: EditionStatus, field: _Field) -> str:
    if not edition.launch or edition.launch.date < field.first:
        return ""
    return _mark(field, edition.launch.date, "launch", f"launch {date(edition.launch.date)}")


def _today(field: _Field, today: dt.date) -> str:
    return _mark(field, today, "today", "")


def _mark(field: _Field, day: dt.date, kind: str, text: str) -> str:
    x = field.x(day)
    anchor = "end" if x > _WIDTH / 2 else "start"
    label = (
        f'<text x="{x:.1f}" y="{_TOP + 12}" dx="{-4 if anchor == "end" else 4}" text-anchor="{anchor}">{text}</text>'
    )
    return (
        f'<line class="{kind}" x1="{x:.1f}" x2="{x:.1f}" y1="{_TOP}" y2="{_HEIGHT - _BOTTOM}"/>{label if text else ""}'
    )


def _svg(height: int, said: str, body: str) -> str:
    return f'<svg viewBox="0 0 {_WIDTH} {height}" role="img"><title>{said}</title>{body}</svg>'
