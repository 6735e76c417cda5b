"""Counts, sizes and days in words."""

from __future__ import annotations

import datetime as dt

_KILO = 1000
_UNITS = ("bytes", "kB", "MB", "GB")


def count(number: int, one: str, many: str = "") -> str:
    """Write a number with its noun: `1 page`, `1,204 pages`."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def size(number: int) -> str:
    """Write a number of bytes as people read it: `512 bytes`, `1.4 MB` (powers of 1000, IEC 80000-13)."""
    value, unit = float(number), _UNITS[0]
    for unit in _UNITS:  # what is left after the loop is the unit that fits
        if value < _KILO or unit == _UNITS[-1]:
            break
        value /= _KILO
    return count(number, "byte") if unit == _UNITS[0] else f"{value:.1f} {unit}"


def days_until(days: int) -> str:
    """Write how far off a day is: `55 days left`, `today`, `3 days ago`."""
    if days == 0:
        return "today"
    return f"{count(days, 'day')} left" if days > 0 else f"{count(-days, 'day')} ago"


def date(day: dt.date) -> str:
    """Write a date as it sorts (ISO 8601)."""
    return day.isoformat()
