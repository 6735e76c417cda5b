"""When an edition will be complete: the pace of the last weeks carried on, with an interval.

The words of a week are taken for independent draws around a steady pace. Over `t` weeks their sum has the mean
`m t` and, since the pace itself is known from `n` weeks only, the variance `s² (t + t²/n)`: the prediction interval of
any textbook (for example Hahn and Meeker, "Statistical Intervals", on the sum of future observations). The day at
which a bound of that sum reaches what is missing is the bound of the forecast.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from statistics import mean, stdev

from translate_pub.model.forecast import Forecast, Outlook
from translate_pub.model.history import History, Standing

WEEKS = 8
"""How many weeks the pace is taken from: less is chance, more is another season of the work."""
_FEWEST = 3
"""Weeks without which no spread can be told."""
_HORIZON = 520.0
"""Weeks, ten years: what lies beyond is not in sight."""
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
    earliest, likely, latest = (_day(today, _weeks_until(remaining, words, sign)) for sign in (1, 0, -1))
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
    for before, after in zip((Standing(dt.date.min, 0), *standings), standings, strict=False):
        week = (today - after.day).days // 7
        if 0 <= week < count:
            gains[-1 - week] += max(0, after.translated - before.translated)
    return tuple(gains)


def _weeks_until(remaining: int, words: Sequence[int], sign: int) -> float | None:
    """Return after how many weeks the sum of words reaches what remains: at its mean (0) or a bound (1, -1)."""
    pace, spread = mean(words), stdev(words) * _STUDENT[len(words) - 2]

    def reached(weeks: float) -> bool:
        return pace * weeks + sign * spread * math.sqrt(weeks + weeks * weeks / len(words)) >= remaining

    if not reached(_HORIZON):
        return None
    low, high = 0.0, _HORIZON
    while high - low > 1 / 14:
        middle = (low + high) / 2
        low, high = (low, middle) if reached(middle) else (middle, high)
    return high


def _day(today: dt.date, weeks: float | None) -> dt.date | None:
    return None if weeks is None else today + dt.timedelta(days=math.ceil(weeks * 7))


def _outlook(earliest: dt.date | None, latest: dt.date | None, launch: dt.date | None) -> Outlook:
    if launch is None:
        return Outlook.OPEN
    if earliest is None or earliest > launch:
        return Outlook.LATE
    return Outlook.ON_TIME if latest and latest <= launch else Outlook.AT_RISK
