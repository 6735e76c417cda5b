"""What an edition is printed on: its printer's profile, a paper and a binding of theirs, the press's ICC profile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from translate_pub.model.book import Book
from translate_pub.model.diagnostic import Diagnostic, Outcome, Severity, Span
from translate_pub.model.pages import Publication
from translate_pub.model.printing import Binding, Edges, Paper, PrinterProfile
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import printers
from translate_pub.workspace.findings import allowed, did_you_mean, quoted

_MEGABYTE = 1_000_000
_HARD = {Binding.CASE, Binding.JACKET}
LEAST_MEASURE_MM, LEAST_DEPTH_MM = 40.0, 50.0
"""Narrower than this, a line has no room for a few words, and a page none for a few lines."""


@dataclass(frozen=True, slots=True)
class Commission:
    """Who prints an edition, and how."""

    profile: PrinterProfile
    paper: Paper | None
    """None where the profile has none."""
    binding: Binding
    icc: bytes | None = None
    """The press's ICC profile; None where the user has none."""
    place: Span | None = None
    """Where the book says so."""

    @property
    def bleed_mm(self) -> float:
        """The bleed that is laid out on every side; what a printer does not want is cut off when it is finished."""
        bleed = self.profile.bleed
        return max(bleed.top, bleed.bottom, bleed.outer, bleed.inner)

    def least_margins(self, pages: int) -> Edges:
        """Return the least margins of an interior of so many pages."""
        margins = self.profile.margins
        return Edges(margins.top, margins.bottom, margins.outer, self.profile.inner_margin(pages))

    def name(self, template: str, names: Mapping[str, str]) -> str:
        """Write the name of a file as the printer asks; the volume's number where there are several, asked or not.

        Args:
            template: the profile's, with names in braces.
            names: `book`, `language`, `isbn` (digits; empty where there is none), `volume` (empty where there is one).
        """
        known = {**names, "printer": self.profile.name}
        known["isbn"] = names["isbn"] or f"{names['book']}-{names['language']}"
        written = template.format(**known)
        if names["volume"] and "{volume}" not in template and not ("{isbn}" in template and names["isbn"]):
            written = f"{written.removesuffix('.pdf')}-vol{names['volume']}.pdf"
        return written

    def isbn(self, isbns: Mapping[str, str]) -> str:
        """Return the ISBN of the product that this binding makes, digits alone; empty where it has none."""
        products = ("hardback", "paperback") if self.binding in _HARD else ("paperback",)
        written = next((isbns[product] for product in products if product in isbns), "")
        return "".join(sign for sign in written if sign.isalnum())

    def check_pages(self, pages: int, label: str) -> tuple[Diagnostic, ...]:
        """Hold the number of pages against what printer and paper take."""
        profile, paper, found = self.profile, self.paper, []
        told = f"{label} has {pages} pages"
        if pages < profile.least_pages:
            found.append(("P080", f"{told}; {profile.title} binds {profile.least_pages} or more"))
        if profile.most_pages is not None and pages > profile.most_pages:
            found.append(("P081", f"{told}; {profile.title} binds {profile.most_pages} at most"))
        if paper and pages < paper.least_pages:
            found.append(("P082", f"{told}; the paper “{paper.name}” is bound to {paper.least_pages} or more"))
        if paper and paper.most_pages is not None and pages > paper.most_pages:
            found.append(("P082", f"{told}; the paper “{paper.name}” is bound to {paper.most_pages} at most"))
        hints = {
            "P080": ("ask the printer for another binding, such as staples",),
            "P081": ("part it into volumes, take a larger trim or another printer",),
            "P082": (f"the papers of {profile.name}: {', '.join(one.name for one in profile.papers)}",),
        }
        return tuple(Diagnostic(code, Severity.ERROR, text, self.place, hints[code]) for code, text in found)

    def check_size(self, publication: Publication) -> tuple[Diagnostic, ...]:
        """Hold the size of a file against what the printer takes."""
        most, size = self.profile.largest_mb, len(publication.data) / _MEGABYTE
        if most is None or size <= most:
            return ()
        message = f"{publication.name} has {size:,.1f} MB; {self.profile.title} takes {most:,g} at most"
        return (
            Diagnostic("P083", Severity.ERROR, message, self.place, ("most_ppi of the profile makes images smaller",)),
        )

    def check_room(self, margins: Edges, book: Book) -> tuple[Diagnostic, ...]:
        """Find pages whose margins leave no room for text."""
        measure = book.trim.width_mm - margins.inner - margins.outer
        depth = book.trim.height_mm - margins.top - margins.bottom
        if measure >= LEAST_MEASURE_MM and depth >= LEAST_DEPTH_MM:
            return ()
        message = f"the margins that {self.profile.title} asks for leave {measure:.0f} × {depth:.0f} mm for the text"
        return (Diagnostic("P084", Severity.ERROR, message, self.place, ("a larger trim has more room",)),)


def choose(workspace: Workspace, book: Book, language: str, name: str = "") -> Outcome[Commission | None]:
    """Read what an edition is printed on; nothing where no printer is named.

    Args:
        workspace: where the book is.
        book: says who prints the edition, on what and how it is bound.
        language: BCP 47 tag of the edition.
        name: a printer's profile instead of the edition's; paper and binding of another printer do not count then.

    Raises:
        WorkspaceError: there is no such profile, or a file cannot be read.
    """
    settings = book.edition(language)
    wanted = name or settings.printer_profile
    if not wanted:
        return Outcome(None)
    read = printers.load(workspace, wanted)
    if read.value is None:
        return Outcome(None, read.diagnostics)
    profile, own = read.value, settings.printer_profile in {"", wanted}
    place = Span(book.configuration, book.lines.get(f"editions.{language}.printer_profile"))
    found = [*read.diagnostics]
    paper = next(iter(profile.papers), None)
    if own and settings.paper:
        paper = next((one for one in profile.papers if one.name == settings.paper), None)
        if paper is None:
            found.append(_unknown(book, language, "paper", settings.paper, [one.name for one in profile.papers]))
    chosen = settings.binding if own else None
    binding = chosen or next(iter(profile.bindings), Binding.PAPERBACK)
    if binding not in profile.bindings:
        offered = [one.value for one in profile.bindings]
        found.append(_unknown(book, language, "binding", binding.value, offered))
    icc = printers.icc(workspace, profile)
    if icc is None and profile.condition and profile.condition.profile:
        found.append(_lost(profile))
    commission = Commission(profile, paper, binding, icc, place if place.line else None)
    return Outcome(commission if not found else None, tuple(found))


def _unknown(book: Book, language: str, key: str, written: str, offered: list[str]) -> Diagnostic:
    """Find a paper or a binding that the printer does not have."""
    path = f"editions.{language}.{key}"
    hints = tuple(hint for hint in (did_you_mean(written, offered), allowed(offered) if offered else "") if hint)
    message = f"{path} is {quoted(written)}, which the printer does not have"
    return Diagnostic("B005", Severity.ERROR, message, Span(book.configuration, book.lines.get(path)), hints)


def _lost(profile: PrinterProfile) -> Diagnostic:
    """Find an ICC profile that is not where it is said to be."""
    written = profile.condition.profile if profile.condition else ""
    message = f"the ICC profile of {profile.name} is not there: {written}"
    hint = "condition.profile is a path from the workspace's folder, or an absolute one"
    return Diagnostic("P085", Severity.ERROR, message, hints=(hint,))
