"""Findings read as the same lines everywhere: for people, for grep, for programs."""

from __future__ import annotations

import json

from translate_pub.model.diagnostic import Diagnostic, Severity, Span
from translate_pub.report import findings
from translate_pub.report.console import Surface

PATH = "locales/ur/LC_MESSAGES/handbook/03.po"
MISSING = Diagnostic(
    "C012",
    Severity.ERROR,
    "the footnote [^7] of the source is missing",
    Span(PATH, 214),
    ("copy it to where its sentence ends", "did you mean [^1]?"),
)
WARNING = Diagnostic("C020", Severity.WARNING, "*emphasis* became **strong**", Span(PATH, 9, 4))
NOTE = Diagnostic("B016", Severity.NOTE, "اردو belongs nowhere")


def test_text() -> None:
    """The first line of a finding can be grepped and clicked on, hints stand below it."""
    assert findings.text((MISSING, WARNING, NOTE)) == (
        f"{PATH}:214: error[C012] the footnote [^7] of the source is missing\n"
        "  hint: copy it to where its sentence ends\n"
        "  hint: did you mean [^1]?\n"
        f"{PATH}:9:4: warning[C020] *emphasis* became **strong**\n"
        "note[B016] اردو belongs nowhere"
    )


def test_colour_changes_no_letter() -> None:
    """In colour the same lines are written, never broken, and brackets of the text are no markup."""
    long = Diagnostic("C012", Severity.ERROR, "[red]word[/red] " * 40 + "end", Span(PATH, 1))
    drawn = findings.text((MISSING, WARNING, NOTE, long), Surface(20, colour=True))
    assert "\x1b[" in drawn
    bare = "".join(piece.partition("m")[2] if place else piece for place, piece in enumerate(drawn.split("\x1b[")))
    assert bare == findings.text((MISSING, WARNING, NOTE, long))


def test_json() -> None:
    """Programs get every field of every finding, and how many there are."""
    value = json.loads(findings.json((MISSING, NOTE)))
    assert value == {
        "findings": [
            {
                "code": "C012",
                "severity": "error",
                "message": "the footnote [^7] of the source is missing",
                "path": PATH,
                "line": 214,
                "column": None,
                "hints": ["copy it to where its sentence ends", "did you mean [^1]?"],
            },
            {
                "code": "B016",
                "severity": "note",
                "message": "اردو belongs nowhere",
                "path": None,
                "line": None,
                "column": None,
                "hints": [],
            },
        ],
        "errors": 1,
        "warnings": 0,
        "notes": 1,
    }


def test_summary() -> None:
    """How many there are is said in words, and that there is nothing too."""
    assert findings.summary((MISSING, MISSING, WARNING)) == "2 errors, 1 warning"
    assert findings.summary(()) == "nothing found"
