"""Calls of footnotes in a translation get the labels that the source has."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from translate_pub.model.alignment import Bead, Block

_CALL = re.compile(r"\[\^([^\]]+)\]")

Labels = Mapping[tuple[str, str], str]
"""(file, label there) -> the label in the source."""


def learn(beads: Sequence[Bead], sources: Sequence[Block], targets: Sequence[Block]) -> dict[tuple[str, str], str]:
    """Learn which note is which, from the notes that were paired, then from the calls of paragraphs that were."""
    labels: dict[tuple[str, str], str] = {}
    for bead in beads:
        if bead.sources and bead.targets:
            source, target = sources[bead.sources[0]], targets[bead.targets[0]]
            if source.note and target.note:
                labels.setdefault((target.chapter, target.note), source.note)
    for bead in beads:
        mine = [label for i in bead.sources for label in _CALL.findall(sources[i].text)]
        theirs = [(targets[j].chapter, label) for j in bead.targets for label in _CALL.findall(targets[j].text)]
        if len(mine) == len(theirs) and not {labels.get(one, "") for one in theirs} <= set(mine):
            labels.update(zip(theirs, mine, strict=True))
    return labels


def write(text: str, file: str, labels: Labels) -> str:
    """Write the source's labels into a text of the translation; a call that nothing is known of stays as it is."""
    return _CALL.sub(lambda found: f"[^{labels.get((file, found[1]), found[1])}]", text)
