"""`merge-driver`: what git calls when two branches have changed one catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from translate_pub.catalog import po
from translate_pub.catalog.merging import findings, three_way
from translate_pub.catalog.merging.three_way import Merged
from translate_pub.model.catalog import Catalog
from translate_pub.model.diagnostic import Diagnostic, Outcome, Severity, Span
from translate_pub.workspace import files


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What became of a file that two branches have changed."""

    name: str
    """The file's path in the repository."""
    merged: Merged | None
    """None where one of the two versions cannot be read: then ours is left as it is."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What was found in the versions, each named beside the file (`02.po (theirs)`), and what came of merging them."""


def run(base: Path, ours: Path, theirs: Path, name: str) -> MergeReport:
    """Merge two versions of a catalogue or template and write the result in the place of ours.

    Asks for no workspace, so that it works while its configuration is being merged too.

    Args:
        base: the version that both began from; may be empty or missing.
        ours: the version of the branch that is merged into; written as a whole or not at all.
        theirs: the other version.
        name: the file's path in the repository.

    Raises:
        WorkspaceError: a file cannot be read, or ours cannot be written.
    """
    began = _read(base, name, "base")
    mine, other = _read(ours, name, "ours"), _read(theirs, name, "theirs")
    found = (*_unknown_base(began, name), *mine.diagnostics, *other.diagnostics)
    if mine.value is None or other.value is None:
        return MergeReport(name, None, found)
    merged = three_way.merge(began.value, mine.value, other.value)
    data = po.serialize(merged.catalog)
    files.write(ours, data)
    return MergeReport(name, merged, (*found, *findings.rivals(merged, data, name)))


def _read(path: Path, name: str, side: str) -> Outcome[Catalog]:
    """Read one version; of a missing or empty base nothing is known, and any other is a catalogue without entries."""
    data = files.read(path) or b""
    if not data.strip() and side == "base":
        return Outcome(None)
    read = po.parse(data, f"{name} ({side})", language="", book="", chapter=PurePosixPath(name).stem)
    return read if data.strip() else Outcome(read.value)


def _unknown_base(began: Outcome[Catalog], name: str) -> tuple[Diagnostic, ...]:
    """Say that the base cannot be read, where it was there."""
    if began.value is not None or not began.diagnostics:
        return ()
    reason = began.diagnostics[0]
    message = f"the version that both sides began from cannot be read ({reason.message}), so nothing was removed"
    return (Diagnostic("C031", Severity.WARNING, message, Span(name, reason.span.line if reason.span else None)),)
