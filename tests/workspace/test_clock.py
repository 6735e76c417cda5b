"""The time is the machine's, or what SOURCE_DATE_EPOCH sets."""

from __future__ import annotations

import datetime as dt

import pytest

from translate_pub.model.diagnostic import ConfigurationError
from translate_pub.workspace import clock


def test_the_machine_s_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the variable it is now, with a zone."""
    monkeypatch.delenv(clock.VARIABLE, raising=False)
    now = clock.now()
    assert abs((dt.datetime.now(dt.UTC) - now).total_seconds()) < 5
    assert now.utcoffset() is not None
    assert clock.today() in {now.date(), now.date() + dt.timedelta(days=1)}


def test_a_set_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the variable it is that moment, in UTC."""
    monkeypatch.setenv(clock.VARIABLE, "1700000000")
    assert clock.now().isoformat() == "2023-11-14T22:13:20+00:00"
    assert clock.today() == dt.date(2023, 11, 14)


@pytest.mark.parametrize("value", ["yesterday", "1.5", "9" * 30])
def test_a_time_that_is_none(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    """What is no number of seconds is refused by name."""
    monkeypatch.setenv(clock.VARIABLE, value)
    with pytest.raises(ConfigurationError, match="SOURCE_DATE_EPOCH"):
        clock.now()
