"""The cover of an edition: the wrap as one PDF, its front as pictures for shops, and templates for designers."""

from __future__ import annotations

from dataclasses import dataclass, replace

from translate_pub.commands import composition as compositions
from translate_pub.commands import faces
from translate_pub.commands.composition import Composition
from translate_pub.edition import furniture, languages, themes
from translate_pub.edition.covers import look, texts, wrap
from translate_pub.edition.covers import template as templates
from translate_pub.edition.covers.wrap import Cover
from translate_pub.edition.setting import setting_of
from translate_pub.model.book import Volume
from translate_pub.model.cover import CoverPlan, CoverSettings, Symbol
from translate_pub.model.diagnostic import Diagnostic, Outcome, Severity, Span
from translate_pub.model.pages import Imprint, Publication
from translate_pub.model.printing import Binding, Paper, PrinterProfile
from translate_pub.model.workspace import Workspace
from translate_pub.publish.covers import barcode, finished, pixels, planning, sheet
from translate_pub.publish.covers.planning import Block
from translate_pub.publish.covers.sheet import SheetJob
from translate_pub.workspace import catalogs, files
from translate_pub.workspace.findings import allowed, did_you_mean

_PRODUCTS = {Binding.CASE: ("hardback", "paperback"), Binding.JACKET: ("hardback", "paperback")}
"""Binding -> the products whose ISBN it may carry, likeliest first; any other is a paperback."""
_QR_MM = 20.0


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen of what a printer offers, and which volume it is."""

    paper: str = ""
    """The profile's first when empty."""
    binding: Binding | None = None
    """The profile's first when None."""
    volume: Volume | None = None


NOTHING_CHOSEN = Choice()


@dataclass(frozen=True, slots=True)
class _Job:
    """A cover on its way."""

    workspace: Workspace
    composition: Composition
    profile: PrinterProfile
    plan: CoverPlan
    volume: Volume | None

    @property
    def settings(self) -> CoverSettings:
        edition = self.composition.edition
        return edition.book.cover_of(edition.language)

    @property
    def isbn(self) -> str:
        """That of the product that this binding makes; empty where it has none."""
        edition = self.composition.edition
        book = edition.book
        own = book.edition(edition.language).isbn
        isbns = own or (book.isbn if edition.language == book.language else {})
        products = _PRODUCTS.get(self.plan.binding, ("paperback",))
        before = f"volume-{self.volume.number}." if self.volume else ""
        return next((isbns[before + product] for product in products if before + product in isbns), "")

    @property
    def name(self) -> str:
        """The file's, as the printer asks."""
        edition, number = self.composition.edition, self.volume.number if self.volume else ""
        return self.profile.cover_name.format(
            book=edition.book.name,
            language=edition.language,
            printer=self.profile.name,
            isbn=self.isbn.replace("-", "") or edition.book.name,
            volume=number,
        )

    @property
    def stem(self) -> str:
        """Of the names of what no printer asks for."""
        edition = self.composition.edition
        return f"{edition.book.name}-{edition.language}{f'-v{self.volume.number}' if self.volume else ''}"

    def place(self, key: str) -> Span:
        """Return where `book.toml` says something of this cover: the edition's own table before the book's."""
        book, language = self.composition.edition.book, self.composition.edition.language
        own = book.lines.get(f"editions.{language}.cover.{key}")
        return Span(book.configuration, own or book.lines.get(f"cover.{key}") or book.lines.get("cover"))


def make(
    workspace: Workspace,
    composition: Composition,
    profile: PrinterProfile,
    pages: int,
    choice: Choice = NOTHING_CHOSEN,
) -> Outcome[tuple[Publication, ...]]:
    """Make the cover of an edition: the wrap first, then its front as JPEG and PNG.

    Args:
        workspace: where the book is.
        composition: the edition.
        profile: the printer's demands.
        pages: of the finished interior, blanks and padding included.
        choice: paper, binding, volume.

    Returns:
        No value where there is no cover to be had: an unknown paper, a finished file that cannot be read.

    Raises:
        MachineError: Pango or a font is missing.
        WorkspaceError: a file cannot be read.
    """
    planned = _plan(composition, profile, pages, choice)
    if planned.value is None:
        return Outcome(None, planned.diagnostics)
    job = _Job(workspace, composition, profile, planned.value, choice.volume)
    made = _adopt(job) if job.settings.file else _draw(job)
    found = (*planned.diagnostics, *made.diagnostics)
    if made.value is None:
        return Outcome(None, found)
    return Outcome((made.value, *pixels.front(made.value, job.plan, job.stem)), found)


def template(
    workspace: Workspace,
    composition: Composition,
    profile: PrinterProfile,
    pages: int,
    choice: Choice = NOTHING_CHOSEN,
) -> Outcome[Publication]:
    """Make the template of a cover, for a designer who draws it elsewhere; what is given is as for `make`.

    Raises:
        MachineError: Pango or a font is missing.
    """
    planned = _plan(composition, profile, pages, choice)
    if planned.value is None:
        return Outcome(None, planned.diagnostics)
    job = _Job(workspace, composition, profile, planned.value, choice.volume)
    edition, plan = composition.edition, planned.value
    facts = (
        f"{edition.book.name} {edition.language}{f', volume {choice.volume.number}' if choice.volume else ''}",
        f"{plan.pages} pages, {plan.paper}, bound as {plan.binding.value}: spine {plan.spine:.2f} mm",
        f"for {profile.title}",
    )
    fonts = composition.form.fonts
    name = f"{job.stem}-{profile.name}-cover-template.pdf"
    drawn = SheetJob(templates.render(plan, facts), look.template_css(), fonts, plan, str(workspace.root), name)
    laid = sheet.lay_out(drawn, replace(_imprint(job), direction="ltr"))
    return Outcome(laid.value, (*planned.diagnostics, *laid.diagnostics))


def _plan(composition: Composition, profile: PrinterProfile, pages: int, choice: Choice) -> Outcome[CoverPlan]:
    """Measure the cover, after finding what is chosen and not offered."""
    book, language = composition.edition.book, composition.edition.language
    where = Span(book.configuration, book.lines.get(f"editions.{language}"))
    binding = choice.binding or next(iter(profile.bindings), Binding.PAPERBACK)
    if binding not in profile.bindings:
        offered = allowed(one.value for one in profile.bindings)
        message = f"{profile.name} does not bind as {binding.value}"
        return Outcome(None, (Diagnostic("P046", Severity.ERROR, message, where, (offered,)),))
    papers = {paper.name: paper for paper in profile.papers}
    paper = papers.get(choice.paper) if choice.paper else next(iter(profile.papers), Paper("paper"))
    if paper is None:
        hints = tuple(hint for hint in (did_you_mean(choice.paper, papers), allowed(papers)) if hint)
        message = f"{profile.name} has no paper “{choice.paper}”"
        return Outcome(None, (Diagnostic("P045", Severity.ERROR, message, where, hints),))
    direction = languages.style(language).direction
    return planning.plan(Block(book.trim, direction, pages, binding, paper), profile, where)


def _draw(job: _Job) -> Outcome[Publication]:
    """Set the cover and lay it out."""
    edition, book = job.composition.edition, job.composition.edition.book
    chosen = faces.choose(job.workspace, book, edition.language)
    if chosen.value is None:
        return Outcome(None, chosen.diagnostics)
    override = catalogs.read_furniture(job.workspace, edition.language)
    words = furniture.load(edition.language, override.value if override else None)
    setting = setting_of(edition, words, themes.load(book, edition.language, chosen.value.families))
    code, found = _barcode(job)
    qr = barcode.qr(job.settings.qr, _QR_MM) if job.settings.qr else None
    cover = Cover(texts.gather(setting, job.volume), job.plan, job.settings, setting.style, code, qr)
    css = look.css(book.theme, setting.style, chosen.value.families, look.colours(job.settings))
    sheets = "\n".join((css, *compositions.own_css(job.workspace, job.settings.css)))
    root = str(job.workspace.root)
    laid = sheet.lay_out(
        SheetJob(wrap.render(cover), sheets, chosen.value.fonts, job.plan, root, job.name), _imprint(job)
    )
    return Outcome(laid.value, (*chosen.diagnostics, *found, *laid.diagnostics))


def _imprint(job: _Job) -> Imprint:
    """Gather what the PDF says of itself."""
    own = job.composition.imprint()
    return replace(own, isbn=job.isbn or own.isbn, identifier=f"{own.identifier}:{job.profile.name}:{job.name}")


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
        f"and {job.profile.name} leaves {zone.width:.1f} × {zone.height:.1f} mm for it"
    )
    hints = ("allowed: 80 to 200 %; without a price add-on it is a third narrower",)
    return symbol, (Diagnostic("P043", Severity.ERROR, message, job.place("barcode_percent"), hints),)


def _without_barcode(job: _Job) -> Diagnostic:
    language, binding = job.composition.edition.language, job.plan.binding.value
    message = f"the cover has no barcode: the edition in {language}, bound as {binding}, has no ISBN"
    return Diagnostic("P044", Severity.WARNING, message, job.place("isbn"), ("give it one: isbn in book.toml",))


def _adopt(job: _Job) -> Outcome[Publication]:
    """Take the finished cover that `book.toml` names."""
    path, place = job.settings.file, job.place("file")
    checked = finished.check(files.read(job.workspace.root / path) or b"", job.plan, place)
    if checked.value is None:
        return Outcome(None, checked.diagnostics)
    return Outcome(Publication(job.name, checked.value, 1), checked.diagnostics)
