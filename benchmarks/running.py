"""Tools run over files, each as a process of its own, whose processor time is measured."""

from __future__ import annotations

import datetime as dt
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate_pub.catalog import po, pot
from translate_pub.catalog.header import HeaderFacts
from translate_pub.model.catalog import Catalog, Template

ROOT = Path(__file__).resolve().parent.parent
_NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)

Command = Callable[[Path, Path, Path], Sequence[str]]
"""Gives the command that updates a catalogue (first path) to a template (second) and writes a third file."""


@dataclass(frozen=True)
class Run:
    """What a tool made of a catalogue."""

    catalog: Catalog
    seconds: float
    """Processor time of its process, start and end included."""


def ours(old: Path, template: Path, new: Path) -> Sequence[str]:
    """Return the command of this project's update."""
    return [sys.executable, "-m", "benchmarks.renewing", str(old), str(template), str(new)]


def msgmerge(old: Path, template: Path, new: Path) -> Sequence[str]:
    """Return the command of gettext's update, which keeps the previous text of what it makes fuzzy."""
    return ["msgmerge", "--previous", "--quiet", f"--output-file={new}", str(old), str(template)]


TOOLS: dict[str, Command] = {"msgmerge": msgmerge, "translate-pub": ours}


def run(command: Command, old: bytes, template: Template) -> Run:
    """Run a tool over a catalogue and a template.

    Raises:
        subprocess.CalledProcessError: The tool failed.
    """
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("old.po", "template.pot", "new.po")]
        paths[0].write_bytes(old)
        paths[1].write_bytes(pot.serialize(template, HeaderFacts("book"), now=_NOW))
        before = _seconds()
        subprocess.run(command(*paths), check=True, cwd=ROOT, env={**os.environ, "LC_ALL": "C.UTF-8"})
        seconds = _seconds() - before
        made = po.parse(paths[2].read_bytes(), "new.po", "und", "book", template.chapter).value
    if made is None:
        raise ValueError("the tool wrote a catalogue that cannot be read")
    return Run(made, seconds)


def _seconds() -> float:
    """Return the processor time of all processes that were run so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
