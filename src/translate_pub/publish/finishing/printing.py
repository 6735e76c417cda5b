"""A PDF of ours, interior or cover, made to conform to a printer's profile."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

import pikepdf
from pikepdf import Name, Pdf
from pikepdf.exceptions import PdfParsingError

from translate_pub.model.colours import Colour
from translate_pub.model.diagnostic import Diagnostic, Outcome, PagesError, Severity
from translate_pub.model.pages import Publication
from translate_pub.model.printing import ColourMode, Edges, PrinterProfile, Standard
from translate_pub.publish.finishing import icc, identity, reaching, sheets, transparency
from translate_pub.publish.finishing.palette import Palette
from translate_pub.publish.finishing.pictures import Pictures, PictureStore
from translate_pub.publish.finishing.repainting import Repainter, Surfaces

_WITHOUT_OBJECT_STREAMS = {"1.3", "1.4"}
_PLAIN_VERSION = "1.7"
_OF_SCREENS = ("/AA", "/OpenAction", "/AcroForm", "/StructTreeRoot", "/MarkInfo", "/Outlines", "/PageMode", "/Names")
_OF_SCREEN_PAGES = ("/StructParents", "/Tabs", "/AA", "/Thumb", "/PieceInfo", "/Metadata")


def finish(  # noqa: PLR0913  # what differs from edition to edition, by name
    publication: Publication,
    profile: PrinterProfile,
    icc_profile: bytes | None,
    *,
    cover: bool = False,
    colours: Sequence[Colour] = (),
    store: PictureStore | None = None,
    date: dt.datetime = identity.UNDATED,
) -> Outcome[Publication]:
    """Finish a PDF for a printer.

    Args:
        publication: pages with media and trim boxes.
        profile: what the printer asks for.
        icc_profile: the bytes of the press's ICC profile; None where the user has none.
        cover: whether it is a cover, whose colours, standard and bleed are the profile's for covers.
        colours: those that the book gives by itself.
        store: where converted pictures are kept for the next build.
        date: with its zone; when the text was last changed (a build has no date of its own).

    Raises:
        PagesError: the file cannot be read as PDF.
    """
    standard = (profile.cover_standard or profile.standard) if cover else profile.standard
    mode = profile.cover_colour if cover else profile.colour
    found, press = _check_press(profile, standard, mode, icc_profile)
    palette = Palette.of(colours, mode, profile=press, ink_limit=profile.ink_limit, spot=profile.spot)
    with opened(publication) as pdf:
        inked = mode in {ColourMode.CMYK, ColourMode.SPOT}
        tagged = mode is ColourMode.RGB and standard.for_print
        surfaces = Repainter(pdf, palette, overprint=inked, tagged_rgb=tagged).run()
        if profile.flat(cover=cover):
            found += transparency.remove(pdf, surfaces.states, surfaces.forms.values())
        else:
            placed = [one.image for one in surfaces.pictures.values()]
            transparency.ungroup(pdf, surfaces.states, surfaces.forms.values(), placed)
        pictures = Pictures(pdf, palette, profile, standard, store)
        found += pictures.convert(surfaces.pictures.values())
        found += _check(pdf, standard, palette, surfaces)
        found += _fit(pdf, publication, profile, cover=cover)
        _strip(pdf, keep_links=profile.annotations, keep_annotations=profile.annotations and not standard.for_print)
        identity.write(pdf, standard, profile.condition, icc_profile if press is not None else None, date)
        data = save(pdf, standard.version or _PLAIN_VERSION)
    return Outcome(replace(publication, data=data), tuple(dict.fromkeys(found)))


def _check_press(
    profile: PrinterProfile, standard: Standard, mode: ColourMode, data: bytes | None
) -> tuple[list[Diagnostic], bytes | None]:
    """Judge the output condition and its ICC profile; return the profile where it can be used."""
    found = []
    if standard.for_print and profile.condition is None:
        found.append(_press(f"{standard.value} needs an output condition, and the profile {profile.name} has none"))
    if mode is ColourMode.RGB and standard in {Standard.X1A_2001, Standard.X1A_2003}:
        found.append(
            _press(f"{standard.value} takes no colours of the screen, and the profile {profile.name} wants RGB")
        )
    if data is None:
        if standard is Standard.X4:
            found.append(_press("PDF/X-4 needs the ICC profile of the press inside the file, and none is set"))
        return found, None
    channels = icc.channels(data)
    if channels is None:
        return [*found, _press("the file that is set as ICC profile is none, or is damaged")], None
    wanted = {ColourMode.GREY: (1, 4), ColourMode.RGB: (3, 4, 1)}.get(mode, (4,))
    if channels not in wanted:
        return [*found, _press(f"the ICC profile is for {channels} colours, and the job is for CMYK")], None
    if not icc.is_output(data) and standard.for_print:
        found.append(_press("the ICC profile is not that of a press (its class is not “prtr”)"))
    return found, data


def _press(message: str) -> Diagnostic:
    hints = ("set `profile` of the output condition to the ICC file that the printer names (see the producers' guide)",)
    return Diagnostic("P023", Severity.ERROR, message, hints=hints)


def _check(pdf: Pdf, standard: Standard, palette: Palette, surfaces: Surfaces) -> list[Diagnostic]:
    found = []
    for what, pages in surfaces.unknown.items():
        message = f"{what} on {transparency.on_pages(pages)} cannot be converted to the colours of the press"
        found.append(Diagnostic("P025", Severity.ERROR, message, hints=("draw it in another way, or as an image",)))
    if palette.guessed:
        colours = ", ".join(sorted("#" + bytes(rgb).hex() for rgb in palette.guessed)[:5])
        message = f"colours were converted without the press's ICC profile, by a plain formula ({colours})"
        hints = ("set the printer's ICC profile, or give the colours in [colours] of book.toml",)
        found.append(Diagnostic("P020", Severity.WARNING, message, hints=hints))
    if not standard.allows_transparency:
        found += [_refused(name, standard) for name in _open_type(pdf)]
    return found + [_drawn(name) for name in _type_3(pdf)]


def _type_3(pdf: Pdf) -> list[str]:
    """Name the fonts whose letters are drawings."""
    fonts = (one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == Name.Font)
    return sorted({str(one.get("/Name", "without a name")).lstrip("/") for one in fonts if one.Subtype == Name.Type3})


def _drawn(name: str) -> Diagnostic:
    message = f"a font of drawings (Type 3, {name}) is in the file, which no printer should be given"
    hints = ("set the characters in another font: mostly they are emoji or of a bitmap font",)
    return Diagnostic("P022", Severity.ERROR, message, hints=hints)


def _open_type(pdf: Pdf) -> list[str]:
    """Name the fonts that are embedded as whole OpenType files with CFF outlines, which need PDF 1.6."""
    names = {
        str(one.get("/FontName", "")).lstrip("/")
        for one in pdf.objects
        if isinstance(one, pikepdf.Dictionary)
        and "/FontFile3" in one
        and one.FontFile3.get("/Subtype") == Name.OpenType
    }
    return sorted(names)


def _refused(name: str, standard: Standard) -> Diagnostic:
    message = f"the font {name.rpartition('+')[2]} has PostScript outlines (CFF), which {standard.value} does not take"
    hints = ("take the TrueType version of the font (.ttf) in [editions.LANGUAGE.fonts]", "or print as PDF/X-4")
    return Diagnostic("P022", Severity.ERROR, message, hints=hints)


def _fit(pdf: Pdf, publication: Publication, profile: PrinterProfile, *, cover: bool) -> list[Diagnostic]:
    """Give the pages their boxes."""
    edges = profile.bleed
    if cover:
        edges = Edges(*(profile.cover_bleed_mm,) * 4)
    elif not profile.bleed_everywhere and not reaching.beyond_trim(publication.data):
        edges = Edges()
    missing = sheets.fit(pdf, profile, edges)
    if not missing:
        return []
    message = f"the pages were laid out with {missing:.1f} mm of bleed less than {profile.name} asks for"
    return [Diagnostic("P024", Severity.ERROR, message, hints=("build with --printer, which lays them out for it",))]


def _strip(pdf: Pdf, *, keep_links: bool, keep_annotations: bool) -> None:
    """Take out what a printer has no use for."""
    for key in _OF_SCREENS:
        if key in pdf.Root and not (keep_links and key in {"/Outlines", "/PageMode", "/Names"}):
            del pdf.Root[key]
    for page in pdf.pages:
        for key in (*_OF_SCREEN_PAGES, *(() if keep_annotations else ("/Annots",))):
            if key in page.obj:
                del page.obj[key]


@contextmanager
def opened(publication: Publication) -> Iterator[Pdf]:
    """Open a file.

    Raises:
        PagesError: it is no PDF, damaged, or protected by a password.
    """
    try:
        with Pdf.open(io.BytesIO(publication.data)) as pdf:
            yield pdf
    except pikepdf.PasswordError as error:
        raise PagesError(f"{publication.name} cannot be read: it is protected by a password") from error
    except (pikepdf.PdfError, PdfParsingError) as error:
        why = str(error).rpartition(">: ")[2]
        raise PagesError(f"{publication.name} cannot be read as PDF: {why}") from error


def save(pdf: Pdf, version: str) -> bytes:
    """Write a file of that version of PDF, the same bytes each time."""
    data = io.BytesIO()
    old = version in _WITHOUT_OBJECT_STREAMS
    mode = pikepdf.ObjectStreamMode.disable if old else pikepdf.ObjectStreamMode.generate
    pdf.remove_unreferenced_resources()
    pdf.save(
        data,
        force_version=version,
        deterministic_id=True,
        object_stream_mode=mode,
        compress_streams=True,
        encryption=False,
    )
    return data.getvalue()
