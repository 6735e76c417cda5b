"""A printer, a book block and covers that the tests of covers are told with."""

from __future__ import annotations

from collections.abc import Sequence

import pypdfium2
import zxingcpp
from PIL import Image

from translate_pub.model.book import Trim
from translate_pub.model.cover import CoverPlan
from translate_pub.model.pages import Imprint
from translate_pub.model.printing import Binding, CaseMeasures, ColourMode, Paper, PrinterProfile, Spine, Standard
from translate_pub.publish.covers import planning
from translate_pub.publish.covers.planning import Block

CREAM = Paper("cream", caliper_um=120)
IMPRINT = Imprint("A title", "en", "ltr", ("A. Author",), (), "A Press", "", "b:en", Trim(140, 216), 3.0)


def profile(**changes: object) -> PrinterProfile:
    """Make the profile of a printer who binds in every way."""
    facts: dict[str, object] = {
        "name": "mine",
        "title": "My printer",
        "standard": Standard.PLAIN,
        "colour": ColourMode.CMYK,
        "papers": (CREAM,),
        "spine": Spine(clear_mm=1),
        "bindings": tuple(Binding),
        "case": CaseMeasures(board_mm=3, joint_mm=8, turn_in_mm=15, board_thickness_mm=2.5, flap_mm=80),
    }
    return PrinterProfile(**(facts | changes))  # type: ignore[arg-type] # the fields are those of PrinterProfile


def block(**changes: object) -> Block:
    """Make a book of 200 pages: 12 mm thick."""
    facts: dict[str, object] = {
        "trim": Trim(140, 216),
        "direction": "ltr",
        "pages": 200,
        "binding": Binding.PAPERBACK,
        "paper": CREAM,
    }
    return Block(**(facts | changes))  # type: ignore[arg-type] # the fields are those of Block


def plan(**changes: object) -> CoverPlan:
    """Measure the cover of such a book."""
    made = planning.plan(block(**changes), profile()).value
    assert made is not None
    return made


def picture(data: bytes, dpi: int = 300) -> Image.Image:
    """Draw the first page of a PDF."""
    with pypdfium2.PdfDocument(data) as pdf:
        drawn: Image.Image = pdf[0].render(scale=dpi / 72).to_pil().convert("L")
        return drawn


def decode(data: bytes, *, add_on: bool = False) -> Sequence[zxingcpp.Barcode]:
    """Read the codes of a page as a scanner at a till does, those with an add-on or the others."""
    wanted = zxingcpp.EanAddOnSymbol.Require if add_on else zxingcpp.EanAddOnSymbol.Ignore
    return zxingcpp.read_barcodes(picture(data), ean_add_on_symbol=wanted)
