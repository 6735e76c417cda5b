"""Who works on which chapter, as a table and as JSON."""

from __future__ import annotations

import datetime as dt
import json as json_format
from collections.abc import Sequence

from translate_pub.model.claims import Claim
from translate_pub.report import columns
from translate_pub.report.columns import Cell
from translate_pub.report.console import PLAIN, Surface
from translate_pub.report.words import date, days_until

_NOTHING = "nobody has claimed a chapter; take one on with: translate-pub claim BOOK CHAPTER --lang LANG"
_HEADINGS = ("book", "language", "chapter", "by", "until", "")


def table(claims: Sequence[Claim], today: dt.date, surface: Surface = PLAIN) -> str:
    """Write a line for each claim; those that are overdue say so."""
    if not claims:
        return _NOTHING
    return columns.draw(
        [("", heading) for heading in _HEADINGS], [_row(one, today) for one in claims], surface, left=len(_HEADINGS)
    )


def json(claims: Sequence[Claim], today: dt.date) -> str:
    """Write the claims as JSON."""
    return json_format.dumps({"claims": [_value(one, today) for one in claims]}, ensure_ascii=False, indent=2)


def _row(claim: Claim, today: dt.date) -> tuple[Cell, ...]:
    late = claim.overdue(today)
    left = f"{'overdue, ' if late else ''}{days_until(claim.days_left(today))}"
    texts = (claim.book, claim.language, claim.chapter, claim.by, date(claim.until))
    return *(Cell(text) for text in texts), Cell(left, "yellow" if late else "")


def _value(claim: Claim, today: dt.date) -> dict[str, object]:
    return {
        "book": claim.book,
        "language": claim.language,
        "chapter": claim.chapter,
        "by": claim.by,
        "since": date(claim.since),
        "until": date(claim.until),
        "overdue": claim.overdue(today),
    }
