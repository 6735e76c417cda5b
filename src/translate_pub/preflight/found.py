"""How a check says what it found, and findings that are the same put together."""

from __future__ import annotations

from collections.abc import Iterable

from translate_pub.model.diagnostic import Severity
from translate_pub.model.preflight import Finding, Place, Rect

MOST_PLACES = 12
"""Of one finding on one page; the rest share a rectangle."""
_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def error(code: str, message: str, page: int | None = None, rect: Rect | None = None, *, hint: str = "") -> Finding:
    """Say what a printer would refuse."""
    return _finding(code, Severity.ERROR, message, page, rect, hint)


def warning(code: str, message: str, page: int | None = None, rect: Rect | None = None, *, hint: str = "") -> Finding:
    """Say what may print badly."""
    return _finding(code, Severity.WARNING, message, page, rect, hint)


def note(code: str, message: str, page: int | None = None, rect: Rect | None = None, *, hint: str = "") -> Finding:
    """Say what somebody may want to look at."""
    return _finding(code, Severity.NOTE, message, page, rect, hint)


def _finding(  # noqa: PLR0913, PLR0917  # what there is to say of a finding
    code: str, severity: Severity, message: str, page: int | None, rect: Rect | None, hint: str
) -> Finding:
    places = () if page is None else (Place(page, rect),)
    return Finding(code, severity, message, places, (hint,) if hint else ())


def together(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Put findings together that say the same, errors first, and each in the order of its code."""
    gathered: dict[tuple[str, Severity, str, tuple[str, ...]], list[Place]] = {}
    for one in findings:
        gathered.setdefault((one.code, one.severity, one.message, one.hints), []).extend(one.places)
    merged = [
        Finding(code, severity, message, _places(places), hints)
        for (code, severity, message, hints), places in gathered.items()
    ]
    return tuple(sorted(merged, key=lambda one: (_RANK[one.severity], one.code, one.pages[:1], one.message)))


def _places(places: list[Place]) -> tuple[Place, ...]:
    """Return places in the order of pages, each once, not too many a page."""
    pages: dict[int, list[Rect | None]] = {}
    for place in dict.fromkeys(places):
        pages.setdefault(place.page, []).append(place.rect)
    return tuple(Place(page, rect) for page in sorted(pages) for rect in _few(pages[page]))


def _few(rects: list[Rect | None]) -> list[Rect | None]:
    """Let the last of too many rectangles hold all that follow."""
    exact = [rect for rect in rects if rect is not None]
    if not exact:
        return [None]
    kept = exact[:MOST_PLACES]
    for rect in exact[MOST_PLACES:]:
        kept[-1] = kept[-1].union(rect)
    return list(kept)
