"""When an edition will be complete, as far as the pace of the last weeks tells."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass


class Outlook(enum.Enum):
    """How an edition stands to its launch; the first is what a coordinator looks at first."""

    LATE = "late"
    """Even at the best pace that can be hoped for it is complete only after the launch."""
    STALLED = "stalled"
    """Words are missing, and none have been translated in the weeks looked at."""
    AT_RISK = "at risk"
    """The launch lies between the earliest and the latest day, or there is no latest."""
    UNKNOWN = "unknown"
    """There are too few weeks of work to tell."""
    OPEN = "open"
    """No launch is set."""
    ON_TIME = "on time"
    """Complete before the launch even at the worst pace that is to be feared."""
    COMPLETE = "complete"


@dataclass(frozen=True, slots=True)
class Forecast:
    """When an edition will be complete, with the interval that four cases of five fall into."""

    outlook: Outlook
    remaining: int
    """Words of the source that are not translated, or fuzzy."""
    weekly: tuple[int, ...] = ()
    """Words that became translated in each of the weeks looked at, oldest first, the last one up to today."""
    earliest: dt.date | None = None
    likely: dt.date | None = None
    latest: dt.date | None = None
    """None where at the worst pace to be feared no end is in sight."""
    margin: int | None = None
    """Days from the likely day to the launch; negative where it is after it, None where either is unknown."""

    @property
    def pace(self) -> float:
        """Words a week, on average."""
        return sum(self.weekly) / len(self.weekly) if self.weekly else 0.0
