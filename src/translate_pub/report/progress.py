"""How far a long work is: a bar on a terminal, a line for each step elsewhere.

No thread draws the bar, so that worker processes can be forked while it is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from translate_pub.report.console import surface

Step = Callable[[str], None]
"""What is called with the name of each thing that is done."""


@contextmanager
def track(title: str, total: int, stream: TextIO) -> Iterator[Step]:
    """Show that `total` things are being done; call what this gives with the name of each that is done.

    Args:
        title: what is done, for example `Setting handbook, ur`.
        total: how many things.
        stream: standard error, so that standard output holds results alone.
    """
    if not stream.isatty():
        yield _lines(title, total, stream)
        return
    console = Console(file=stream, no_color=not surface(stream).colour, markup=False, emoji=False)
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, auto_refresh=False, transient=True) as drawn:
        task = drawn.add_task(title, total=total)
        drawn.refresh()

        def step(name: str) -> None:
            drawn.update(task, advance=1, description=f"{title}: {name}")
            drawn.refresh()

        yield step


def _lines(title: str, total: int, stream: TextIO) -> Step:
    """Return what writes a line for each thing that is done."""
    done = 0

    def step(name: str) -> None:
        nonlocal done
        done += 1
        stream.write(f"{title}: {name} ({done}/{total})\n")
        stream.flush()

    return step
