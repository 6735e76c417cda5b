"""When an edition will be complete."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest

from translate_pub.checks import forecast
from translate_pub.model.forecast import Outlook
from translate_pub.model.history import History, Standing

TODAY = dt.date(2027, 3, 1)


def _history(words: Sequence[int]) -> History:
    """Make a history in which so many words became translated in each week up to today."""
    standings, total = [], 0
    for index, gained in enumerate(words):
        total += gained
        standings.append(Standing(TODAY - dt.timedelta(weeks=len(words) - 1 - index), total))
    return History(tuple(standings))


def test_a_steady_pace_leads_to_one_day() -> None:
    """At a thousand words a week, without a week that differs, five thousand take five weeks."""
    found = forecast.forecast(_history([1000] * 8), 5000, TODAY)
    assert found.earliest == found.likely == found.latest == TODAY + dt.timedelta(weeks=5)
    assert found.pace == 1000


def test_an_uneven_pace_leads_to_an_interval() -> None:
    """The likely day is that of the average; the more the weeks differ, the further the others are from it."""
    calm, wild = (
        forecast.forecast(_history(words), 5000, TODAY) for words in ([900, 1100] * 4, [200, 1800, 0, 2000] * 2)
    )
    assert calm.likely == wild.likely == TODAY + dt.timedelta(weeks=5)
    assert calm.earliest
    assert wild.earliest
    assert calm.latest
    assert wild.latest
    assert wild.earliest < calm.earliest < TODAY + dt.timedelta(weeks=5) < calm.latest < wild.latest


def test_a_pace_that_may_be_none_has_no_latest_day() -> None:
    """One good week among empty ones may have been the last."""
    found = forecast.forecast(_history([10, 0, 0, 0, 3000, 0, 0, 0]), 20000, TODAY)
    assert found.likely is not None
    assert found.latest is None


def test_a_burst_long_ago_may_come_again() -> None:
    """The earliest day counts on the best month that there was, though the last weeks were slow."""
    slow = forecast.forecast(_history([50] * 20), 4000, TODAY)
    burst = forecast.forecast(_history([50, 4000, 0, 0, *[50] * 16]), 4000, TODAY)
    assert slow.earliest
    assert burst.earliest
    assert burst.earliest < slow.earliest
    assert burst.latest == slow.latest


@pytest.mark.parametrize(
    ("words", "remaining", "launch", "outlook"),
    [
        ([1000] * 8, 0, dt.date(2027, 3, 10), Outlook.COMPLETE),
        ([1000] * 8, 2000, dt.date(2027, 4, 10), Outlook.ON_TIME),
        ([1000] * 8, 20000, dt.date(2027, 4, 10), Outlook.LATE),
        ([400, 1600] * 4, 5000, dt.date(2027, 4, 10), Outlook.AT_RISK),
        ([500, *[0] * 8], 2000, dt.date(2027, 4, 10), Outlook.STALLED),
        ([500, 500], 2000, dt.date(2027, 4, 10), Outlook.UNKNOWN),
        ([], 2000, dt.date(2027, 4, 10), Outlook.UNKNOWN),
        ([1000] * 8, 2000, None, Outlook.OPEN),
    ],
)
def test_an_edition_is_held_against_its_launch(
    words: list[int], remaining: int, launch: dt.date | None, outlook: Outlook
) -> None:
    """What the interval says of the launch has a word."""
    assert forecast.forecast(_history(words), remaining, TODAY, launch).outlook is outlook


def test_weeks_before_the_first_translation_do_not_count() -> None:
    """Empty weeks count only after somebody has begun."""
    history = History((Standing(TODAY - dt.timedelta(weeks=6), 0), *_history([300, 0, 600]).standings))
    assert forecast.weekly(history.standings, TODAY) == (300, 0, 600)


def test_a_revised_source_takes_nothing_from_the_pace() -> None:
    """Words that a revision unsettles are in what remains; they were translated all the same."""
    standings = (*_history([500, 500]).standings, Standing(TODAY, 200))
    assert forecast.weekly(standings, TODAY) == (500, 500)
