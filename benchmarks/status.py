"""How long `status` takes, against msgfmt: `python -m benchmarks.status [--catalogues 800 --messages 240000]`.

msgfmt is started once a catalogue, as a script does that wants the figures of each (`msgfmt --statistics`). All are
measured in the same run, in turns, and starting the programs counts. A tenth of the catalogues is given to msgfmt in
each turn, another tenth every time.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import workspaces
from translate_pub.workspace import cache, discovery

_PROGRAM = (sys.executable, "-c", "import sys; from translate_pub.cli import main; sys.exit(main())", "status")
"""The command as it is installed."""
_SHARE = 10
"""msgfmt is given one of so many catalogues in each turn."""
_SETTLED = 2.5
"""Seconds after which `status` remembers what it counted of a file."""


@dataclass(frozen=True)
class Taken:
    """How long something took, in seconds."""

    wall: float
    processor: float


def measure(act: Callable[[], None]) -> Taken:
    """Measure what other programs take that are started meanwhile."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    act()
    after, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - start
    return Taken(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def msgfmt(paths: Sequence[Path]) -> None:
    """Count catalogues with msgfmt, one after the other."""
    for path in paths:
        command = ["msgfmt", "--statistics", "-o", os.devnull, str(path)]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)


def status(folder: Path) -> None:
    """Count them with `translate-pub status`."""
    subprocess.run([*_PROGRAM, "-C", str(folder)], check=True, stdout=subprocess.DEVNULL)


def turn(folder: Path, paths: Sequence[Path], number: int) -> tuple[Taken, Taken, Taken]:
    """Measure msgfmt, and status without and with a cache."""
    part = paths[number % _SHARE :: _SHARE] or paths
    taken = measure(lambda: msgfmt(part))
    scale = len(paths) / len(part)
    shutil.rmtree(folder / cache.FOLDER, ignore_errors=True)
    cold = measure(lambda: status(folder))
    return Taken(taken.wall * scale, taken.processor * scale), cold, measure(lambda: status(folder))


def report(turns: Sequence[tuple[Taken, Taken, Taken]]) -> str:
    """Write the medians, in seconds and as shares of msgfmt's in the same turn."""
    lines = ["                      wall s   ratio      CPU s   ratio"]
    for place, name in enumerate(("msgfmt --statistics", "status, cold", "status, warm")):
        walls = sorted((one[place].wall, one[place].wall / one[0].wall) for one in turns)
        times = sorted((one[place].processor, one[place].processor / one[0].processor) for one in turns)
        wall, ratio = walls[len(turns) // 2]
        processor, share = times[len(turns) // 2]
        lines.append(f"{name:20} {wall:8.2f} {ratio:7.3f}  {processor:9.2f} {share:7.3f}")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--catalogues", type=int, default=800)
    parser.add_argument("--messages", type=int, default=240_000, help="in all catalogues together")
    parser.add_argument("--languages", type=int, default=10)
    parser.add_argument("--turns", type=int, default=5)
    parser.add_argument("--corpus", type=Path, help="a workspace to measure; it is made there if there is none")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        folder = chosen.corpus or Path(scratch) / "workspace"
        if discovery.root(folder) != folder.resolve():
            workspaces.make(folder, workspaces.size(chosen.catalogues, chosen.messages, chosen.languages))
            time.sleep(_SETTLED)
        paths = sorted(folder.rglob("LC_MESSAGES/**/*.po"))
        size = sum(path.stat().st_size for path in paths) / 1e6
        print(f"{len(paths):,} catalogues, {size:,.0f} MB, {os.cpu_count()} processors")
        print(report([turn(folder, paths, number) for number in range(chosen.turns)]))


if __name__ == "__main__":
    main()
