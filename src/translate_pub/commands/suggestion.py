"""What was probably meant by a name that is not there."""

from __future__ import annotations

from collections.abc import Iterable

_LISTED = 12


def suggest(word: str, known: Iterable[str]) -> str:
    """Continue a sentence about an unknown word: with the nearest known one, else with all when they are few."""
    from translate_pub.workspace.findings import did_you_mean  # noqa: PLC0415  # who makes no slip need not wait for it

    names = list(known)
    meant = did_you_mean(word, names)
    listed = f"there are: {', '.join(names)}" if 0 < len(names) <= _LISTED else ""
    return "".join(f"; {part}" for part in (meant or listed,) if part)
