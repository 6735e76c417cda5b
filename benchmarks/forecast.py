"""How good the forecast is: replayed over the history of public catalogues, every four weeks of it.

At each such day the forecast is made from what was known then, and held against the day on which the words that
were missing had in fact been translated. What never was is counted apart, for it has no day to be held against.

    python -m benchmarks.forecast --corpus DIR [--catalog REPOSITORY:PATH ...]
"""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate_pub.catalog import po, words
from translate_pub.checks import forecast
from translate_pub.model.forecast import Forecast
from translate_pub.model.history import History, Standing
from translate_pub.workspace import git, history

STEP = dt.timedelta(days=28)
FEWEST_WORDS = 500
"""What is nearly done says nothing about a pace."""
REACHED = 0.98
"""Of the words that were missing; a revision of the source takes some away again."""
LANGUAGES = "bn da de el es fa fr id it ja ko pl pt-BR ro ru tr uk vi zh-CN zh-TW"
CATALOGS = tuple(f"comprehensive-rust:po/{language}.po" for language in LANGUAGES.split())


@dataclass(frozen=True)
class Case:
    """A forecast, and what came of it."""

    catalog: str
    day: dt.date
    made: Forecast
    actual: dt.date | None
    """The day on which it was complete; None where it has not been since."""
    end: dt.date
    """The last day of the history."""

    @property
    def too_early(self) -> bool:
        """Whether it was complete before the earliest day that was told."""
        return bool(self.actual and (self.made.earliest is None or self.actual < self.made.earliest))

    @property
    def too_late(self) -> bool:
        """Whether it was not complete on the latest day that was told, as far as the history goes."""
        return bool(self.made.latest and (self.actual or self.end) > self.made.latest)

    @property
    def judged(self) -> bool:
        """Whether the history goes far enough to hold the interval against it."""
        return bool(self.actual or self.too_late)


def replay(repository: Path, path: str) -> Iterator[Case]:
    """Make the forecasts of one catalogue's history."""
    commits = history.commits(repository, path, "--first-parent", "--diff-merges=first-parent")
    with git.contents(repository) as content:
        standings = history.standings(commits, content)
        contents = {commit.day: commit.changes[-1][1] for commit in commits if commit.changes}
        day = min(contents, default=dt.date.max - STEP) + STEP
        while day < max(contents, default=dt.date.min):
            blob = contents[max(known for known in contents if known <= day)]
            yield from _case(path, day, content(blob) or b"", standings)
            day += STEP


def _case(path: str, day: dt.date, data: bytes, standings: Sequence[Standing]) -> Iterator[Case]:
    catalog = po.parse(data, path, "und", "", "").value
    missing = [entry for entry in catalog.entries if not (entry.obsolete or entry.translated)] if catalog else []
    remaining = sum(words.count(entry.msgid) for entry in missing)
    known = tuple(standing for standing in standings if standing.day <= day)
    made = forecast.forecast(History(known), remaining, day)
    if remaining < FEWEST_WORDS or len(made.weekly) < 3 or not any(made.weekly):  # noqa: PLR2004  # fewer tell nothing
        return
    aim = known[-1].translated + REACHED * remaining
    actual = next((s.day for s in standings if s.day > day and s.translated >= aim), None)
    yield Case(path, day, made, actual, standings[-1].day)


def main() -> None:
    """Replay, and print the share of forecasts whose interval held."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True, help="folder with the clones that README.md tells of")
    parser.add_argument("--catalog", action="append", help="REPOSITORY:PATH of a catalogue, instead of the known ones")
    options = parser.parse_args()
    cases: list[Case] = []
    for name in options.catalog or CATALOGS:
        repository, _, path = name.partition(":")
        cases += replay(options.corpus / repository, path)
    judged = [case for case in cases if case.judged]
    early, late = sum(case.too_early for case in judged), sum(case.too_late for case in judged)
    print(f"forecasts made                    {len(cases)}")
    print(f"history too short to judge        {len(cases) - len(judged)}")
    print(f"complete before the earliest day  {early}")
    print(f"not complete on the latest day    {late}")
    print(f"inside the interval               {len(judged) - early - late} ({_share(judged, early + late)})")


def _share(judged: Sequence[Case], missed: int) -> str:
    return f"{1 - missed / len(judged):.0%}" if judged else "none"


if __name__ == "__main__":
    main()
