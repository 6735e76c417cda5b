"""What the user is told of text that cannot be searched."""

from __future__ import annotations

import re

from translate_pub.model.diagnostic import Diagnostic, Severity

COMPLAINT = "text in the language %s cannot be searched in the PDF: %s"
"""What is logged beside WeasyPrint's own complaints."""
_LOGGED = re.compile(r"text in the language (?P<language>\S+) cannot be searched in the PDF: (?P<reason>.*)", re.DOTALL)


def from_log(complaint: str, section: str) -> Diagnostic | None:
    """Make a finding of a complaint of `drawing`; None of any other."""
    found = _LOGGED.fullmatch(complaint)
    if not found:
        return None
    message = f"{section}: text in the language “{found['language']}” cannot be searched or copied: {found['reason']}"
    hints = ("it prints well; to be searched it needs a TrueType font (`fonts` in book.toml), its lines not cut off",)
    return Diagnostic("P060", Severity.WARNING, message, None, hints)
