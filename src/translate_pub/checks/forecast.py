"""When an edition will be complete: the pace of the last weeks carried on, with an interval.

The words of a week are taken for independent draws around a steady pace. Over `t` weeks their sum has the mean
`m t` and, since the pace itself is known from `n` weeks only, the variance `s² (t + t²/n)`: the prediction interval of
any textbook (for example Hahn and Meeker, "Statistical Intervals", on the sum of future observations). The day at
which a bound of that sum reaches what is missing is the bound of the forecast.

Volunteers work in bursts, though, and a burst comes as a surprise to eight quiet weeks. So the earliest day is never
later than the one that the best month of the edition's whole history would lead to. `benchmarks/forecast.py` holds all
of it against public catalogues.
"""

from __future__ import annotations

import datetime as dt
import math
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from statistics import mean, stdev

from translate_pub.model.forecast import Forecast, Outlook
from translate_pub.model.history import History, Standing

WEEKS = 8
"""How many weeks the pace is taken from: less is chance, more is another season of the work."""
_FEWEST = 3
"""Weeks without which no spread can be told."""
_HORIZON = 3650
"""Days, ten years: what lies beyond is not in sight."""
_MONTH = 28
"""Days."""
_STUDENT = (3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.415, 1.397, 1.383)
"""The t distribution's 90th percentile for 1, 2, 3... degrees of freedom: four of five cases lie within (NIST/SEMATECH
e-Handbook of Statistical Methods, 1.3.6.7.2)."""


def forecast(history: History, remaining: int, today: dt.date, launch: dt.date | None = None) -> Forecast:
    """Say when an edition will be complete.

    Args:
        history: how far it was, day by day.
        remaining: words that are not translated, or fuzzy, measured against the sources as they are.
        today: the day from which weeks are counted back.
        launch: the day by which it must be complete, if there is one.
    """
    if remaining <= 0:
        return Forecast(Outlook.COMPLETE, 0, weekly(history.standings, today))
    words = weekly(history.standings, today)
    if len(words) < _FEWEST:
        return Forecast(Outlook.UNKNOWN, remaining, words)
    if not any(words):
        return Forecast(Outlook.STALLED, remaining, words)
    days = [_days_until(remaining, words, sign) for sign in (1, 0, -1)]
    burst = _days_at_best(remaining, history.standings)
    days[0] = min((number for number in (days[0], burst) if number is not None), default=None)
    earliest, likely, latest = (None if number is None else today + dt.timedelta(days=number) for number in days)
    margin = (launch - likely).days if launch and likely else None
    return Forecast(_outlook(earliest, latest, launch), remaining, words, earliest, likely, latest, margin)


def weekly(standings: Sequence[Standing], today: dt.date) -> tuple[int, ...]:
    """Count the words that became translated in each of the last weeks, oldest first, the last one up to today.

    What a revised source unsettles is not taken off: it is in what remains. Weeks before the first translation do not
    count, the empty ones after it do.
    """
    begun = next((standing.day for standing in standings if standing.translated), None)
    if begun is None or begun > today:
        return ()
    count = min(WEEKS, (today - begun).days // 7 + 1)
    gains = [0] * count
    for before, after in pairwise((Standing(dt.date.min, 0), *standings)):
        week = (today - after.day).days // 7
        if 0 <= week < count:
            gains[-1 - week] += max(0, after.translated - before.translated)
    return tuple(gains)


def _days_until(remaining: int, words: Sequence[int], sign: int) -> int | None:
    """Count the days until the sum of words reaches what remains: at its mean (0) or a bound of it (1, -1)."""
    pace, spread = mean(words), stdev(words) * _STUDENT[len(words) - 2]

    def reached(days: int) -> bool:
        weeks = days / 7
        return pace * weeks + sign * spread * math.sqrt(weeks + weeks * weeks / len(words)) >= remaining

    days = bisect_left(range(_HORIZON), True, key=reached)  # noqa: FBT003  # what is sought is the first that holds
    return days if days < _HORIZON else None


def _days_at_best(remaining: int, standings: Sequence[Standing]) -> int | None:
    """Count the days at the pace of the best month that the edition ever had."""
    gains = [(after.day, max(0, after.translated - before.translated)) for before, after in pairwise(standings)]
    months = (sum(gain for day, gain in gains if 0 <= (day - first).days < _MONTH) for first, _ in gains)
    best = max(months, default=0)
    return min(math.ceil(remaining * _MONTH / best), _HORIZON) if best else None


def _outlook(earliest: dt.date | None, latest: dt.date | None, launch: dt.date | None) -> Outlook:
    if launch is None:
        return Outlook.OPEN
    if earliest is None or earliest > launch:
        return Outlook.LATE
    return Outlook.ON_TIME if latest and latest <= launch else Outlook.AT_RISK
