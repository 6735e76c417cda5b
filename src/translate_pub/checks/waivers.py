"""Findings that somebody has said are right: of a message, by a comment at it; of a book, by its configuration.

A translator writes `# translate-pub: allow C052 the Swedish edition has its own archive` above the message: comments
survive where flags that gettext does not know are deleted. A lost footnote or markup that would be printed cannot be
waived (`model.codes.checks.UNWAIVABLE`).
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from translate_pub.catalog import remarks
from translate_pub.model.catalog import Entry
from translate_pub.model.checking import CheckSettings
from translate_pub.model.codes.checks import CHECKS, UNWAIVABLE
from translate_pub.model.diagnostic import Diagnostic, Severity

_CODE = re.compile(r"[A-Za-z]\d{2,4}")
_STANDARD = frozenset(code for code in CHECKS if "C050" <= code <= "C094")
"""Findings of the rules that always run; of others nobody knows whether a waiver was for nothing."""


def settle(found: Iterable[Diagnostic], settings: CheckSettings) -> Iterator[Diagnostic]:
    """Leave out what the configuration allows, and give the rest the weight that it says."""
    for one in found:
        level = settings.levels.get(one.code)
        if one.code in settings.allow or level == "off":
            continue
        yield replace(one, severity=Severity(level)) if level else one


def waive(found: Sequence[Diagnostic], entry: Entry) -> tuple[Diagnostic, ...]:
    """Leave out what the comments at an entry allow, and find what is wrong with these."""
    codes = allowed(entry)
    if not codes:
        return tuple(found)
    waived = {code for code in codes if code in CHECKS and code not in UNWAIVABLE}
    kept = tuple(one for one in found if one.code not in waived)
    return (*kept, *_mistakes(codes, {one.code for one in found}))


def allowed(entry: Entry) -> tuple[str, ...]:
    """Return the codes that the comments at an entry allow, in their order."""
    return tuple(dict.fromkeys(code for remark in remarks.read(entry, "allow") for code in _codes(remark.text)))


def _codes(text: str) -> Iterator[str]:
    """Take the codes from the beginning of a remark; the reason follows."""
    for word in re.split(r"[\s,]+", text):
        if not _CODE.fullmatch(word.rstrip(":")):
            return
        yield word.rstrip(":").upper()


def _mistakes(codes: Iterable[str], found: set[str]) -> Iterator[Diagnostic]:
    """Find waivers of codes that there are not (C115), that cannot be waived (C116) and of nothing (C117)."""
    for code in codes:
        if code not in CHECKS:
            near = difflib.get_close_matches(code, CHECKS, n=1, cutoff=0.6)
            hints = (f"did you mean {near[0]} ({CHECKS[near[0]]})?",) if near else ()
            yield Diagnostic("C115", Severity.WARNING, f"there is no finding {code} that could be allowed", hints=hints)
        elif code in UNWAIVABLE:
            message = f"{code} ({CHECKS[code]}) cannot be allowed: it would be missed or printed"
            yield Diagnostic("C116", Severity.WARNING, message)
        elif code in _STANDARD and code not in found:
            hint = "take the comment away, so that a new fault is found"
            yield Diagnostic("C117", Severity.NOTE, f"{code} is allowed here and not found", hints=(hint,))
