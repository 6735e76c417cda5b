"""The command line: one short function a verb, exit codes, and the only error boundary."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

INTERRUPTED = 130
"""What a shell reports of a program ended by SIGINT: 128 + 2."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; see `boundary.main`, which is loaded here.

    Loading takes long enough for somebody to change their mind, so an interrupt then is one too.
    """
    try:
        code: int = import_module("translate_pub.cli.boundary").main(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    return code
