"""Dashes: where the source sets a clause off with a dash, the translation has the dash of its language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate_pub.checks.pair import Pair
from translate_pub.model import orthography
from translate_pub.model.diagnostic import Diagnostic, Edit, Severity

_IN_SOURCE = re.compile(r"(?<=\S)\s*(?:—|–|---?)\s*(?=[^\W\d])|(?<=\w)\s(?:—|–|--)\s")
_CLAUSE = re.compile(
    r"(?P<whole>(?P<before>(?<=[^\s\d-])[ \u00a0\u202f]+)(?P<dash>[-–—])(?P<after>[ \u00a0\u202f]+)(?=[^\s\d])"
    r"|(?<=[^\W\d_])(?P<close>—)(?=[^\W\d_]))"
)
_STRICT = frozenset(("be", "da", "de", "fi", "hu", "nb", "nl", "nn", "no", "ru", "sv", "uk"))
"""Languages whose guides know one dash between clauses; in the prose of others both are met."""


def check(pair: Pair) -> Iterator[Diagnostic]:
    """Find a hyphen or the dash of another language (C078) where the source has a dash."""
    habits = orthography.of(pair.language)
    if habits is None or not _IN_SOURCE.search(pair.source.plain):
        return
    own = habits.dash.strip()
    wrong = [found for found in _CLAUSE.finditer(pair.target.plain) if _is_wrong(found, own, pair.subtag)]
    if wrong:
        shown = ", ".join(dict.fromkeys(found["whole"] for found in wrong))
        message = f"“{shown}” is not how {pair.language} sets off a clause; wanted: “{habits.dash}”"
        edits = tuple(Edit(*found.span("whole"), habits.dash) for found in wrong) if habits.dash != own else ()
        yield Diagnostic("C078", Severity.NOTE, message, edits=edits)


def _is_wrong(found: re.Match[str], own: str, language: str) -> bool:
    if found["close"]:
        return own == "–" and language in _STRICT
    return found["dash"] == "-" or (found["dash"] != own and language in _STRICT)
