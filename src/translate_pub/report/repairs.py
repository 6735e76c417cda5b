"""What `check --fix` repaired."""

from __future__ import annotations

from collections.abc import Sequence

from translate_pub.checks.fixes import Repair
from translate_pub.report.words import count


def text(repairs: Sequence[Repair], *, dry: bool = False) -> str:
    """Write a line for each thing that was repaired, and how much it is in all.

    Args:
        repairs: what was repaired, catalogue by catalogue.
        dry: nothing was written.
    """
    if not repairs:
        return "nothing to repair"
    lines = [f"{one.span}: {one.code} {one.message}" for repair in repairs for one in repair.made]
    lines.append(f"{count(len(lines), 'finding')} {'would be repaired' if dry else 'repaired'}")
    if voided := sum(len(repair.voided) for repair in repairs):
        lines.append(f"{count(voided, 'review')} of repaired translations {'would no' if dry else 'no'} longer hold")
    return "\n".join(lines)
