"""What the program says: talk on standard error, data on standard output."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from translate_pub.model.diagnostic import Diagnostic
from translate_pub.report import console


def say(text: str) -> None:
    """Say something to the person, apart from the data."""
    click.echo(text, err=True)


def findings(found: Sequence[Diagnostic]) -> None:
    """Say what was found, apart from the data."""
    if found:
        from translate_pub.report import findings as report  # noqa: PLC0415  # a quiet run spares it

        say(report.text(found, console.surface(sys.stderr)))


def hand_over(data: str) -> None:
    """Write data, which may be read by another program, and nothing else."""
    click.echo(data, nl=not data.endswith("\n"))


def paper() -> console.Surface:
    """Describe what standard output leads to."""
    return console.surface(sys.stdout)
