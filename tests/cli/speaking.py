"""The command line as tests speak to it."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

PROGRAM = (sys.executable, "-c", "import sys; from translate_pub.cli import main; sys.exit(main())")
"""The command as it is installed."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str


class Say(Protocol):
    """The command line, run in this process."""

    def __call__(self, *words: str | Path) -> Answer:
        """Run it."""
        ...


def start(*words: str | Path, **environment: str) -> subprocess.Popen[str]:
    """Start the command as a process of its own."""
    return subprocess.Popen(
        [*PROGRAM, *map(str, words)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **environment},
    )
