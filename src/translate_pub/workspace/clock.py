"""The time, which a build that is to be repeated byte for byte may set."""

from __future__ import annotations

import datetime as dt
import os

from translate_pub.model.diagnostic import ConfigurationError

VARIABLE = "SOURCE_DATE_EPOCH"
"""Seconds since 1970-01-01 UTC (reproducible-builds.org, "SOURCE_DATE_EPOCH specification" 1.1)."""


def now() -> dt.datetime:
    """Return the time with its zone: the machine's, or UTC where `SOURCE_DATE_EPOCH` sets the time.

    Raises:
        ConfigurationError: the variable holds something else than a number of seconds.
    """
    epoch = os.environ.get(VARIABLE)
    if not epoch:
        return dt.datetime.now().astimezone()
    try:
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC)
    except (ValueError, OverflowError, OSError) as error:
        message = f"{VARIABLE} is {epoch!r}; a whole number of seconds since 1970 is wanted"
        raise ConfigurationError(message) from error


def today() -> dt.date:
    """Return the day of `now`."""
    return now().date()
