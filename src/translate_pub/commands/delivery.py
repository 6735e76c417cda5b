"""The files of an edition that was laid out: its interior, or one a volume, and the cover where a printer is named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from translate_pub.commands import cover, screens
from translate_pub.commands.commission import Commission
from translate_pub.commands.composition import Composition
from translate_pub.model.diagnostic import Diagnostic, Outcome, PagesError, Severity, has_error
from translate_pub.model.edition import Purpose
from translate_pub.model.pages import Pagination, Publication
from translate_pub.model.printing import Standard
from translate_pub.model.workspace import Workspace
from translate_pub.publish import finishing, interior
from translate_pub.workspace import dates
from translate_pub.workspace.picture_shelf import PictureShelf

T = TypeVar("T")
_PDF = ".pdf"


@dataclass(frozen=True, slots=True)
class Parcel:
    """A file of an edition or of one of its volumes."""

    composition: Composition
    publication: Publication


@dataclass
class _Desk:
    """An edition on its way out, and what was found about it."""

    workspace: Workspace
    standard: Standard
    """Of editions for screens."""
    found: list[Diagnostic] = field(default_factory=list)

    @property
    def pictures(self) -> PictureShelf:
        """Where the pictures that were converted for a press are kept."""
        return PictureShelf(self.workspace.root)

    @property
    def date(self) -> dt.datetime | None:
        """When the text was last changed, as far as git knows."""
        return dates.last_change(self.workspace)

    def take(self, outcome: Outcome[T]) -> T | None:
        """Keep what was found, and give the value."""
        self.found += outcome.diagnostics
        return outcome.value


def deliver(
    workspace: Workspace, one: Composition, pagination: Pagination, standard: Standard = Standard.PLAIN
) -> Outcome[tuple[Parcel, ...]]:
    """Make the files of an edition; none where one of them cannot be made.

    For a printer that is the interior and the cover, finished to the profile; a cover alone is made of pages that
    were counted and not kept.

    Args:
        workspace: the one that its sources are in.
        one: the edition.
        pagination: its pages, those of all volumes.
        standard: what an edition for screens is to be.

    Raises:
        MachineError: Pango or a font is missing.
        WorkspaceError: a file cannot be read.
    """
    desk = _Desk(workspace, standard)
    parted = one.parted(pagination)
    names = {part.volume.number: part.file_name for part, _ in parted if part.volume}
    parcels: list[Parcel] = []
    for part, pages in parted:
        made = list(_files(desk, part, pages, names))
        if not all(made):
            return Outcome(None, tuple(desk.found))
        parcels += [Parcel(part, publication) for publication in made if publication]
    return Outcome(tuple(parcels), tuple(desk.found))


def _files(desk: _Desk, one: Composition, pages: Pagination, names: Mapping[int, str]) -> Iterator[Publication | None]:
    """Make the files of a book or a volume; None for one that cannot be made."""
    purpose = one.edition.purpose
    if purpose not in {Purpose.COVER, Purpose.TEMPLATE}:
        yield _interior(desk, one, pages, names)
    if one.commission is not None:
        desk.found += one.commission.check_pages(len(pages.folios), one.label)
        if purpose is Purpose.TEMPLATE:
            yield desk.take(cover.template(desk.workspace, one, one.commission, len(pages.folios)))
        else:
            yield from _cover(desk, one, one.commission, len(pages.folios))


def _interior(desk: _Desk, one: Composition, pages: Pagination, names: Mapping[int, str]) -> Publication | None:
    """Make one PDF; where it is read on a screen, its links open the files of the other volumes."""
    opened = {} if one.edition.purpose.for_printers else names
    try:
        made = desk.take(interior.assemble(pages, one.imprint(), one.form.fonts, one.file_name, opened))
        return made and _finished(desk, made, one)
    except PagesError as error:
        desk.found += (*error.diagnostics, Diagnostic("P013", Severity.ERROR, str(error)))
        return None


def _cover(desk: _Desk, one: Composition, commission: Commission, pages: int) -> Iterator[Publication | None]:
    """Make the cover of a book or a volume: its PDF, finished, and the pictures of its front."""
    made = desk.take(cover.make(desk.workspace, one, commission, pages))
    for publication in made or (None,):
        if publication is None or not publication.name.endswith(_PDF):
            yield publication
        else:
            yield _finished(desk, publication, one, cover=True)


def _finished(desk: _Desk, publication: Publication, one: Composition, *, cover: bool = False) -> Publication | None:
    """Make a PDF conform to its printer's profile, or to what screens ask for; as it is where nobody asks."""
    commission = one.commission
    if one.edition.purpose is Purpose.SCREEN:
        return desk.take(screens.finish(publication, desk.standard, desk.pictures, desk.date))
    if commission is None or has_error(desk.found):
        return publication
    outcome = finishing.finish(
        publication,
        commission.profile,
        commission.icc,
        cover=cover,
        colours=one.edition.book.colours,
        store=desk.pictures,
        date=desk.date or finishing.UNDATED,
    )
    finished = desk.take(outcome)
    if finished is not None:
        desk.found += commission.check_size(finished)
    return finished
