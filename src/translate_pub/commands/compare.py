"""`compare`: two printings of a file, and the pages that a reprint needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial, reduce
from pathlib import Path

from translate_pub.commands.layout import Step, Watch, unwatched
from translate_pub.model.comparison import Change, Comparison
from translate_pub.model.diagnostic import Diagnostic, Severity, WorkspaceError
from translate_pub.model.preflight import Finding, Place, Rect
from translate_pub.preflight import comparison, judging, pictures
from translate_pub.preflight.pictures import Picture
from translate_pub.workspace import files

_STRIDE = 20
"""Pages between two steps of the progress that is shown."""


@dataclass(frozen=True, slots=True)
class CompareReport:
    """What differs, with pictures where they were asked for."""

    comparison: Comparison | None
    pictures: dict[int, tuple[tuple[Picture, ...], tuple[Picture, ...]]] = field(default_factory=dict)
    """Position of a change -> pictures of the older page and of the newer one."""
    diagnostics: tuple[Diagnostic, ...] = ()


def run(
    old: Path, new: Path, *, page: Path | None = None, extract: Path | None = None, watch: Watch = unwatched
) -> CompareReport:
    """Compare two files.

    Args:
        old: the file as it was printed.
        new: the file as it is to be printed now.
        page: where a web page with pictures is to be written; none are made where it is None.
        extract: where the pages of the newer file are written that are to be sent again; nowhere where there are none.
        watch: is shown what is done.

    Raises:
        WorkspaceError: a file cannot be read or written, or the pages would be written over one of the two.
    """
    for target, option in ((page, "--html"), (extract, "--extract")):
        if target is not None and target.resolve() in {old.resolve(), new.resolve()}:
            raise WorkspaceError(f"{target} is one of the files that are compared; name another with {option}")
    data = [files.read(path) for path in (old, new)]
    missing = [path for path, content in zip((old, new), data, strict=True) if content is None]
    if missing:
        found = [
            Diagnostic("P160", Severity.ERROR, f"{path} cannot be read: there is no such file") for path in missing
        ]
        return CompareReport(None, diagnostics=tuple(found))
    before, after = (content or b"" for content in data)
    with watch(str(new), -(-judging.count(after) // _STRIDE)) as step:
        compared = comparison.compare(before, after, (str(old), str(new)), partial(_tell, step))
    if compared.value is None:
        return CompareReport(None, diagnostics=compared.diagnostics)
    if extract is not None and compared.value.to_send:
        files.write(extract, comparison.extract(after, compared.value.to_send))
    return CompareReport(compared.value, _pictures(before, after, compared.value) if page else {})


def _tell(step: Step, page: int) -> None:
    """Tell now and then how far it is."""
    if page % _STRIDE == 1:
        step(f"page {page}")


def _pictures(old: bytes, new: bytes, found: Comparison) -> dict[int, tuple[tuple[Picture, ...], tuple[Picture, ...]]]:
    """Draw every page that differs, before and after, with the places marked."""
    before = _drawn(old, [change.old for change in found.changes], found)
    after = _drawn(new, [change.new for change in found.changes], found)
    return {place: (before.get(place, ()), after.get(place, ())) for place in range(len(found.changes))}


def _around(change: Change) -> Rect | None:
    """Return what holds all places of a change; None where it is the whole page."""
    return reduce(Rect.union, change.places) if change.places else None


def _drawn(data: bytes, numbers: list[int | None], found: Comparison) -> dict[int, tuple[Picture, ...]]:
    """Draw the pages of one file as the preflight draws the places of a finding."""
    findings = [
        Finding("", Severity.NOTE, "", (Place(number, _around(change)),) if number else ())
        for number, change in zip(numbers, found.changes, strict=True)
    ]
    return pictures.draw(data, findings)
