"""Colour and bars are for terminals; elsewhere there are plain lines."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from contextlib import suppress
from io import StringIO

import pytest

from translate_pub.report import console, progress
from translate_pub.report.names import own_name
from translate_pub.report.words import count, days_until, size

PROGRAM = """
import sys
from translate_pub.report import console, findings, progress
from translate_pub.model.diagnostic import Diagnostic, Severity
print(findings.text([Diagnostic("C001", Severity.ERROR, "words")], console.surface(sys.stdout)))
with progress.track("Setting", 2, sys.stdout) as step:
    step("one")
    step("two")
print("end")
"""


def on_a_terminal(**variables: str) -> str:
    """Run the program on a terminal of its own and return what it writes."""
    ours, theirs = pty.openpty()
    environment = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "COLUMNS"}}
    subprocess.run(
        [sys.executable, "-c", PROGRAM], stdout=theirs, check=True, env=environment | {"TERM": "xterm"} | variables
    )
    os.close(theirs)
    out = b""
    with suppress(OSError):  # a terminal without a program behind it has no more to read
        while data := os.read(ours, 4096):
            out += data
    os.close(ours)
    return out.decode()


def test_a_terminal_has_colour_and_a_bar() -> None:
    """On a terminal findings are coloured, and a bar is drawn and taken away."""
    drawn = on_a_terminal()
    assert "\x1b[1;31merror[C001]\x1b[0m words" in drawn
    assert "Setting: two" in drawn
    assert "2/2" in drawn
    assert drawn.endswith("end\r\n")


@pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_colour_can_be_refused(variables: dict[str, str]) -> None:
    """Where colour is not wanted, none is written (no-color.org)."""
    drawn = on_a_terminal(**variables)
    assert "error[C001] words" in drawn
    assert "\x1b[31m" not in drawn
    assert "\x1b[1;31m" not in drawn


def test_elsewhere_there_are_plain_lines() -> None:
    """In a file or a pipe every thing that is done is a line."""
    out = StringIO()
    with progress.track("Setting handbook, ur", 2, out) as step:
        step("01-iskra")
        step("02-split")
    assert out.getvalue() == "Setting handbook, ur: 01-iskra (1/2)\nSetting handbook, ur: 02-split (2/2)\n"
    assert console.surface(out) == console.PLAIN


@pytest.mark.parametrize(
    ("tag", "name"), [("sv", "svenska"), ("ur", "اردو\u200e"), ("pt-BR", "português (Brasil)"), ("xx", "xx")]
)
def test_names_of_languages(tag: str, name: str) -> None:
    """A language is named in itself, a right-to-left name so that what follows it stays in place."""
    assert own_name(tag) == name


def test_words() -> None:
    """Counts, sizes, times and days are written as people read them."""
    assert (count(1, "page"), count(1204, "page"), count(0, "entry", "entries")) == (
        "1 page",
        "1,204 pages",
        "0 entries",
    )
    assert (size(1), size(999), size(1400), size(2_345_678), size(5 * 10**12)) == (
        "1 byte", "999 bytes", "1.4 kB", "2.3 MB", "5000.0 GB",
    )  # fmt: skip
    assert (days_until(55), days_until(1), days_until(0), days_until(-3)) == (
        "55 days left", "1 day left", "today", "3 days ago",
    )  # fmt: skip
