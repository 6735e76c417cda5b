"""What a configuration says of findings: codes that are allowed, and how much others matter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from translate_pub.model.checking import LEVELS, CheckSettings
from translate_pub.model.codes.checks import CHECKS, UNWAIVABLE
from translate_pub.workspace.findings import Findings, allowed, did_you_mean, key_name, quoted
from translate_pub.workspace.toml import Path


def settings(allow: Sequence[str], levels: Mapping[str, str], above: Path, findings: Findings) -> CheckSettings:
    """Take the codes of a table, finding those that there are not or that cannot be allowed.

    Args:
        allow: codes of findings that are right.
        levels: code -> how much it matters.
        above: the key of the table that both stand in.
        findings: where mistakes are told.
    """
    for place, code in enumerate(allow):
        _check(code, (*above, "allow", place), findings, off=True)
    for code, level in levels.items():
        here = (*above, "levels", code)
        if level not in LEVELS:
            message = f"{key_name(here)} is {quoted(level)}"
            findings.error("B005", here, message, did_you_mean(level, LEVELS), allowed(LEVELS))
        _check(code, here, findings, off=level == "off")
    return CheckSettings(tuple(allow), dict(levels))


def _check(code: str, key: Path, findings: Findings, *, off: bool) -> None:
    """Find a code that is none, or that is always a fault."""
    if code not in CHECKS:
        hint = "the codes stand in docs/reference/codes.md"
        message = f"{key_name(key)}: there is no finding {quoted(code)}"
        findings.error("B005", key, message, did_you_mean(code, CHECKS), hint)
    elif off and code in UNWAIVABLE:
        message = f"{key_name(key)}: {code} ({CHECKS[code]}) cannot be allowed"
        findings.error("B005", key, message, f"never allowed: {', '.join(sorted(UNWAIVABLE))}")
