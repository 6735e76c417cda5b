"""The cover of an edition: the wrap as one PDF, its front as pictures for shops, and templates for designers."""

from __future__ import annotations

from dataclasses import dataclass, replace

from translate_pub.commands import composition as compositions
from translate_pub.commands import faces
from translate_pub.commands.commission import Commission
from translate_pub.commands.composition import Composition
from translate_pub.edition import languages, themes
from translate_pub.edition.colours import custom_properties
from translate_pub.edition.covers import look, spines, texts, wrap
from translate_pub.edition.covers import template as templates
from translate_pub.edition.covers.wrap import Cover
from translate_pub.edition.setting import setting_of
from translate_pub.model.cover import CoverPlan, CoverSettings, Symbol
from translate_pub.model.diagnostic import Diagnostic, Outcome, Severity, Span
from translate_pub.model.pages import Imprint, Publication
from translate_pub.model.printing import Binding, Paper
from translate_pub.model.workspace import Workspace
from translate_pub.publish.covers import barcode, finished, pixels, planning, sheet
from translate_pub.publish.covers.planning import Block
from translate_pub.publish.covers.sheet import SheetJob
from translate_pub.workspace import files

_PRODUCTS = {Binding.CASE: ("hardback", "paperback"), Binding.JACKET: ("hardback", "paperback")}
"""Binding -> the products whose ISBN it may carry, likeliest first; any other is a paperback."""
_QR_MM = 20.0
_KEYS = ("title", "contributors", "description", "image", "logo", "blurb", "author_note")
"""Keys of what stands on a cover, which findings are located at."""


@dataclass(frozen=True, slots=True)
class _Job:
    """A cover on its way."""

    workspace: Workspace
    composition: Composition
    commission: Commission
    plan: CoverPlan

    @property
    def settings(self) -> CoverSettings:
        edition = self.composition.edition
        return edition.book.cover_of(edition.language)

    @property
    def isbn(self) -> str:
        """That of the product that this binding makes; empty where it has none."""
        isbns = self.composition.isbns
        return next((isbns[name] for name in _PRODUCTS.get(self.plan.binding, ("paperback",)) if name in isbns), "")

    @property
    def imprint(self) -> Imprint:
        """What the PDF says of itself."""
        own = self.composition.imprint()
        identifier = f"{own.identifier}:cover:{self.commission.profile.name}"
        return replace(own, isbn=self.isbn or own.isbn, identifier=identifier)

    def place(self, key: str) -> Span:
        """Return where `book.toml` says something of this cover: the edition's own table before the book's."""
        book, language = self.composition.edition.book, self.composition.edition.language
        keys = (f"editions.{language}.cover.{key}", f"cover.{key}", key, f"editions.{language}", "cover")
        return Span(book.configuration, next((book.lines[one] for one in keys if one in book.lines), None))


def make(
    workspace: Workspace, composition: Composition, commission: Commission, pages: int
) -> Outcome[tuple[Publication, ...]]:
    """Make the cover of an edition or of one of its volumes: the wrap first, then its front as JPEG and PNG.

    Args:
        workspace: where the book is.
        composition: the edition, or the volume.
        commission: who prints it, on which paper, and how it is bound.
        pages: of the finished interior, blanks and padding included.

    Returns:
        No value where there is no cover to be had: a paper without thickness, a finished file that cannot be read.

    Raises:
        MachineError: Pango or a font is missing.
        WorkspaceError: a file cannot be read.
    """
    planned = _plan(composition, commission, pages)
    if planned.value is None:
        return Outcome(None, planned.diagnostics)
    job = _Job(workspace, composition, commission, planned.value)
    made = _adopt(job) if job.settings.file else _draw(job)
    found = (*planned.diagnostics, *made.diagnostics)
    if made.value is None:
        return Outcome(None, found)
    return Outcome((made.value, *pixels.front(made.value, job.plan, composition.stem)), found)


def template(
    workspace: Workspace, composition: Composition, commission: Commission, pages: int
) -> Outcome[Publication]:
    """Make the template of a cover, for a designer who draws it elsewhere; what is given is as for `make`.

    Raises:
        MachineError: Pango or a font is missing.
    """
    planned = _plan(composition, commission, pages)
    if planned.value is None:
        return Outcome(None, planned.diagnostics)
    job, plan = _Job(workspace, composition, commission, planned.value), planned.value
    spine = f"spine {plan.spine:.2f} mm" if plan.spine else "no spine"
    facts = (
        composition.stem,
        f"{plan.pages} pages, {plan.paper}, bound as {plan.binding.value}: {spine}",
        f"for {commission.profile.title}",
    )
    name = f"{composition.stem}-{commission.profile.name}-cover-template.pdf"
    html, fonts = templates.render(plan, facts), composition.form.fonts
    drawn = SheetJob(html, look.template_css(), fonts, plan, str(workspace.root), name)
    laid = sheet.lay_out(drawn, replace(job.imprint, direction="ltr"))
    return Outcome(laid.value, (*planned.diagnostics, *laid.diagnostics))


def _plan(composition: Composition, commission: Commission, pages: int) -> Outcome[CoverPlan]:
    """Measure the cover."""
    book, language = composition.edition.book, composition.edition.language
    place = commission.place or Span(book.configuration, book.lines.get(f"editions.{language}"))
    style, paper = languages.style(language), commission.paper or Paper("")
    least = spines.letters(language, style.script).least_mm
    block = Block(book.trim, style.direction, pages, commission.binding, paper, least)
    return planning.plan(block, commission.profile, place)


def _draw(job: _Job) -> Outcome[Publication]:
    """Set the cover and lay it out."""
    composition, settings = job.composition, job.settings
    edition, book = composition.edition, composition.edition.book
    chosen = faces.choose(job.workspace, book, edition.language)
    if chosen.value is None:
        return Outcome(None, chosen.diagnostics)
    theme = themes.load(book, edition.language, chosen.value.families)
    setting = replace(setting_of(edition, composition.furniture, theme), volume=composition.volume)
    code, found = _barcode(job)
    qr = barcode.qr(settings.qr, _QR_MM) if settings.qr else None
    places = {key: str(job.place(key)) for key in _KEYS}
    html = wrap.render(Cover(texts.gather(setting), job.plan, settings, setting.style, code, qr, places))
    own = (*custom_properties(book.colours), *compositions.own_css(job.workspace, settings.css))
    css = "\n".join((look.css(book.theme, setting.style, chosen.value.families, look.colours(settings)), *own))
    drawn = SheetJob(
        html,
        themes.thickened(css, job.commission.profile.least_line_pt),
        chosen.value.fonts,
        job.plan,
        str(job.workspace.root),
        composition.cover_name,
    )
    laid = sheet.lay_out(drawn, job.imprint)
    return Outcome(laid.value, (*chosen.diagnostics, *found, *laid.diagnostics))


def _barcode(job: _Job) -> tuple[Symbol | None, tuple[Diagnostic, ...]]:
    """Draw the barcode as large as it may be in its place, or find why there is none."""
    settings, zone = job.settings, job.plan.barcode
    if not job.isbn:
        return None, (_without_barcode(job),)
    width, height = barcode.size(settings.price_code, barcode.FULL_PERCENT)
    room = min(zone.width / width, zone.height / height) * barcode.FULL_PERCENT
    percent = settings.barcode_percent or max(barcode.LEAST_PERCENT, min(barcode.FULL_PERCENT, room))
    symbol = barcode.draw(job.isbn, settings.price_code, percent)
    if percent <= room + 0.01:
        return symbol, ()
    message = (
        f"the barcode has no room at {percent:.0f} %: it is {symbol.width:.1f} × {symbol.height:.1f} mm, "
        f"and {job.commission.profile.name} leaves {zone.width:.1f} × {zone.height:.1f} mm for it"
    )
    key = "barcode_percent" if settings.barcode_percent else "price_code"
    hints = ("allowed: 80 to 200 %; without a price add-on it is a third narrower",)
    return symbol, (Diagnostic("P043", Severity.ERROR, message, job.place(key), hints),)


def _without_barcode(job: _Job) -> Diagnostic:
    language, binding = job.composition.edition.language, job.plan.binding.value
    message = f"the cover has no barcode: the edition in {language}, bound as {binding}, has no ISBN"
    return Diagnostic("P044", Severity.WARNING, message, job.place("isbn"), ("give it one: isbn in book.toml",))


def _adopt(job: _Job) -> Outcome[Publication]:
    """Take the finished cover that `book.toml` names."""
    data = files.read(job.workspace.root / job.settings.file) or b""
    checked = finished.check(data, job.plan, job.place("file"))
    if checked.value is None:
        return Outcome(None, checked.diagnostics)
    return Outcome(Publication(job.composition.cover_name, checked.value, 1), checked.diagnostics)
