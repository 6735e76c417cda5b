"""Replays public refreshes of catalogues: `python -m benchmarks.refreshes --corpus DIR`; see benchmarks/README.md."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from benchmarks import corpus, running, scoring, structure
from benchmarks.corpus import Case, CorpusError, Refresh
from benchmarks.scoring import Quality
from benchmarks.structure import NONE, Parts

RIVAL, OURS = "msgmerge", "translate-pub"
_AIMS = {"useful": 1.3, "bad": 0.4, "missed": 1.0, "seconds": 0.08}


@dataclass(frozen=True)
class Row:
    """What one tool made of one refresh, or of all."""

    refresh: str
    tool: str
    quality: Quality
    seconds: float
    """Processor time of the update."""
    halves: Parts = NONE
    joins: Parts = NONE


def main(arguments: Sequence[str] | None = None) -> int:
    """Replay, and print the table; the exit code is 1 where there was nothing to replay."""
    options = _options(arguments)
    refreshes = list(_choose(options))
    if not refreshes:
        print("No refresh to replay: see benchmarks/README.md for how to fetch the corpus.", file=sys.stderr)
        return 1
    rows: list[Row] = []
    for refresh in refreshes:
        try:
            case = corpus.load(refresh)
        except CorpusError as error:
            print(f"left out: {error}", file=sys.stderr)
            continue
        made = replay(case, structures=options.structures)
        rows += made
        if options.format == "text":
            _print(made, worst=options.worst)
    sums = [total(tool, [row for row in rows if row.tool == tool]) for tool in running.TOOLS]
    if options.format == "json":
        json.dump({"refreshes": [asdict(row) for row in rows], "sums": [asdict(row) for row in sums]}, sys.stdout)
    else:
        _print(sums)
        _print_ratios(*sums)
    return 0


def replay(case: Case, *, structures: bool = True) -> list[Row]:
    """Have every tool update a case's catalogue, and score what they make of it."""
    best = scoring.best_of(case)
    split, join = structure.split(case.catalog), structure.join(case.catalog)
    rows = []
    for tool, command in running.TOOLS.items():
        done = running.run(command, case.old, case.template)
        row = Row(case.name, tool, scoring.score(case, scoring.outcome_of(done.catalog), best), done.seconds)
        if structures:
            halves = scoring.outcome_of(running.run(command, split.old, split.template).catalog)
            joins = scoring.outcome_of(running.run(command, join.old, join.template).catalog)
            counts = structure.count_halves(split, halves), structure.count_joins(join, joins)
            row = replace(row, halves=counts[0], joins=counts[1])
        rows.append(row)
    return rows


def total(tool: str, rows: Sequence[Row]) -> Row:
    """Add up what a tool made of several refreshes."""
    return Row(
        "sum",
        tool,
        scoring.total(row.quality for row in rows),
        sum(row.seconds for row in rows),
        Parts(sum(row.halves.right for row in rows), sum(row.halves.all for row in rows)),
        Parts(sum(row.joins.right for row in rows), sum(row.joins.all for row in rows)),
    )


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.refreshes", description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="folder with git clones of public catalogues")
    parser.add_argument("--language", nargs="+", default=[], help="only these languages, as the paths name them")
    parser.add_argument(
        "--refresh", nargs="+", default=[], metavar="PATH@COMMIT", help="these instead of the documented ones"
    )
    parser.add_argument("--find", type=int, default=0, metavar="N", help="the N newest refreshes of every catalogue")
    parser.add_argument("--structures", action=argparse.BooleanOptionalAction, default=True, help="splits and joins")
    parser.add_argument("--worst", action="store_true", help="list bad and missed proposals")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    return parser.parse_args(arguments)


def _choose(options: argparse.Namespace) -> Iterator[Refresh]:
    if options.find:
        yield from corpus.discover(options.corpus, options.language, options.find)
        return
    named = [Refresh(*text.rsplit("@", 1)) for text in options.refresh] or list(corpus.DOCUMENTED)
    for refresh in corpus.locate(named, options.corpus):
        if not options.language or corpus.language_of(refresh) in options.language:
            yield refresh


def _print(rows: Sequence[Row], *, worst: bool = False) -> None:
    for row in rows:
        quality = row.quality
        print(
            f"{row.refresh:28.28} {row.tool:14} {quality.changed:5} changed, {quality.findable:4} findable:"
            f" {quality.proposals:4} proposals, {quality.useful:4} useful, {quality.bad:3} bad,"
            f" {quality.missed:3} missed; {row.seconds:6.2f} s;"
            f" halves {row.halves.right}/{row.halves.all}, joins {row.joins.right}/{row.joins.all}",
            flush=True,
        )
        for line in quality.worst if worst else ():
            print(f"    {line}")


def _print_ratios(rival: Row, ours: Row) -> None:
    for name, aim in _AIMS.items():
        one, other = ((row.seconds if name == "seconds" else getattr(row.quality, name)) for row in (ours, rival))
        ratio = f"{one / other:.2f}" if other else "-"
        print(f"{name:8} {ratio:>5} of {RIVAL}'s (aim: {'at least' if name == 'useful' else 'at most'} {aim})")


if __name__ == "__main__":
    sys.exit(main())
