"""The cover of an edition, from `book.toml` to the codes that a scanner reads."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from tests.publish.covers.press import CREAM, decode, profile
from translate_pub.commands import commission, composition, cover, manuscript, translations
from translate_pub.commands.commission import Commission
from translate_pub.commands.composition import Composition
from translate_pub.model.diagnostic import Outcome
from translate_pub.model.edition import Purpose
from translate_pub.model.pages import Publication
from translate_pub.model.printing import BarcodeZone, Binding
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import discovery

BLURB = """
[cover]
blurb = "A lamp, a table, and *one* book."
author_note = "The Circle meets when it is dark."
background = "cmyk(90 70 20 30)"
logo = "mark.svg"
qr = "https://example.org/leaflet"
"""
MARK = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4" fill="#fff"/></svg>'


class Desk:
    """A leaflet whose cover is made."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "source_texts" / "leaflet"
        self.configuration = self.folder / "book.toml"
        (self.folder / "mark.svg").write_text(MARK)

    def say(self, toml: str, language: str = "", own: str = "") -> None:
        """Add tables to `book.toml`, and keys to that of a language."""
        text = self.configuration.read_text("utf-8")
        if language:
            text = text.replace(f"[editions.{language}]", f"[editions.{language}]\n{own}")
        self.configuration.write_text(text + toml, "utf-8")

    @property
    def workspace(self) -> Workspace:
        """Read the workspace as it is now."""
        return discovery.find(self.folder)

    def compose(self, language: str, printed: Commission) -> Composition:
        """Translate the leaflet."""
        workspace = self.workspace
        text = manuscript.read(workspace, "leaflet").value
        assert text is not None
        read = translations.read(workspace, text, language).value
        assert read is not None
        made = composition.compose(workspace, text, read, Purpose.COVER, 0, printed).value
        assert made is not None
        return made

    def make(self, language: str = "sv", pages: int = 200, **changes: object) -> Outcome[tuple[Publication, ...]]:
        """Make the cover of an edition."""
        printed = commissioned(**changes)
        return cover.make(self.workspace, self.compose(language, printed), printed, pages)


def commissioned(**changes: object) -> Commission:
    """Let my printer print it, as a paperback or bound as is asked."""
    binding = changes.pop("binding", Binding.PAPERBACK)
    assert isinstance(binding, Binding)
    return Commission(profile(**changes), CREAM, binding)


@pytest.fixture
def desk(leaflet: Path) -> Desk:
    """Give the leaflet a cover."""
    made = Desk(leaflet)
    made.say(BLURB)
    return made


def codes(outcome: Outcome[tuple[Publication, ...]]) -> list[str]:
    """Give the codes of what was found."""
    return [one.code for one in outcome.diagnostics]


def read(data: bytes) -> str:
    """Take the text from a PDF."""
    with pypdfium2.PdfDocument(data) as pdf:
        text: str = pdf[0].get_textpage().get_text_bounded()
        return text


def test_a_cover(desk: Desk) -> None:
    """The wrap and the pictures of its front are made, and a scanner reads ISBN, price and address from the wrap."""
    desk.say("", "sv", 'cover = { price = "199 kr", price_code = "19900" }')
    outcome = desk.make()
    assert codes(outcome) == []
    assert outcome.value is not None
    wrap, shop, web = outcome.value
    assert [one.name for one in outcome.value] == [
        "leaflet-sv-mine-cover.pdf", "leaflet-sv-front.jpg", "leaflet-sv-front.png"
    ]  # fmt: skip
    assert {one.text for one in decode(wrap.data, add_on=True)} >= {"978000000018719900"}
    assert "https://example.org/leaflet" in {one.text for one in decode(wrap.data)}
    assert [Image.open(io.BytesIO(one.data)).format for one in (shop, web)] == ["JPEG", "PNG"]
    said = read(wrap.data)
    assert "199 kr" in said
    assert "A lamp, a table, and one book." in " ".join(said.split())
    with pikepdf.open(io.BytesIO(wrap.data)) as pdf:
        assert pdf.docinfo["/ISBN"] == "978-0-00-000018-7"
        size = [float(value) * 25.4 / 72 for value in pdf.pages[0].mediabox.as_list()[2:]]
    assert size == pytest.approx([2 * 148 + 12 + 6, 210 + 6], abs=0.01)


def test_a_cover_from_right_to_left(desk: Desk) -> None:
    """The Urdu cover has its front on the left, its barcode on the right, and its title in Urdu."""
    desk.say('[editions.ur]\nisbn = { paperback = "978-0-00-000014-9" }\n')
    outcome = desk.make("ur")
    assert outcome.value is not None
    (code,) = [one for one in decode(outcome.value[0].data) if one.format is not zxingcpp.BarcodeFormat.QRCode]
    assert code.text == "9780000000149"
    assert code.position.top_left.x > 148 / 25.4 * 300
    with pikepdf.open(io.BytesIO(outcome.value[0].data)) as pdf:
        assert pdf.Root.ViewerPreferences.Direction == "/R2L"


@pytest.mark.parametrize(
    "binding",
    [Binding.CASE, *(pytest.param(one, marks=pytest.mark.slow) for one in Binding if one is not Binding.CASE)],
)
def test_bindings(desk: Desk, binding: Binding) -> None:
    """However the book is bound, its cover is made, and its barcode is read."""
    outcome = desk.make(binding=binding)
    assert outcome.value is not None
    assert "9780000000187" in {one.text for one in decode(outcome.value[0].data)}


def test_a_cover_without_a_barcode(desk: Desk) -> None:
    """An edition without an ISBN has a cover without a barcode, and it is said at its table."""
    outcome = desk.make("de")
    assert codes(outcome) == ["P044"]
    assert outcome.value is not None
    assert {one.format for one in decode(outcome.value[0].data)} == {zxingcpp.BarcodeFormat.QRCode}


def test_a_barcode_without_room(desk: Desk) -> None:
    """A barcode larger than the printer's place for it is an error at the key that makes it so."""
    desk.say("", "sv", 'cover = { price_code = "19900" }')
    outcome = desk.make(barcode=BarcodeZone(38, 27, 10, 10))
    assert codes(outcome) == ["P043"]
    span = outcome.diagnostics[0].span
    assert span is not None
    assert span.line == next(
        number for number, line in enumerate(desk.configuration.read_text().splitlines(), 1) if "price_code" in line
    )


def test_a_barcode_is_made_smaller(desk: Desk) -> None:
    """Where nothing is asked for, the barcode is as large as the printer's place for it allows."""
    outcome = desk.make(barcode=BarcodeZone(34, 27, 10, 10))
    assert codes(outcome) == []
    assert outcome.value is not None
    (code,) = [one for one in decode(outcome.value[0].data) if one.format is zxingcpp.BarcodeFormat.EAN13]
    bars = (code.position.top_right.x - code.position.top_left.x) / 300 * 25.4
    assert bars == pytest.approx(95 * 0.33 * min(34 / (116 * 0.33), 27 / 30.4), abs=0.5)


def test_a_paper_without_thickness(desk: Desk) -> None:
    """Without the paper's thickness there is no cover."""
    printed = replace(commissioned(), paper=None)
    outcome = cover.make(desk.workspace, desk.compose("sv", printed), printed, 200)
    assert (outcome.value, codes(outcome)) == (None, ["P040"])


def test_a_finished_cover(desk: Desk) -> None:
    """A cover that was drawn elsewhere is used instead, after it was measured."""
    drawn = pikepdf.new()
    drawn.add_blank_page(page_size=((2 * 148 + 12 + 6) / 25.4 * 72, (210 + 6) / 25.4 * 72))
    drawn.save(desk.folder / "cover.pdf")
    desk.say("", "sv", 'cover = { file = "cover.pdf" }')
    outcome = desk.make()
    assert codes(outcome) == []
    assert outcome.value is not None
    assert len(outcome.value) == 3
    assert codes(desk.make(pages=260)) == ["P047"]


def test_a_template(desk: Desk) -> None:
    """The template of a designer says the measures of the cover that it is for."""
    printed = commissioned()
    outcome = cover.template(desk.workspace, desk.compose("sv", printed), printed, 200)
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    assert outcome.value.name == "leaflet-sv-mine-cover-template.pdf"
    said = " ".join(read(outcome.value.data).split())
    for words in ("Front 148 × 210 mm", "spine 12.00 mm", "200 pages, cream, bound as paperback", "My printer"):
        assert words in said


@pytest.mark.slow
def test_every_printer_gets_a_cover(desk: Desk) -> None:
    """Every profile that comes with the tool has what a cover is measured by."""
    workspace = desk.workspace
    text = manuscript.read(workspace, "leaflet").value
    assert text is not None
    for name in ("generic-offset-coated", "ingramspark", "kdp", "lulu", "bod", "digital-short-run", "home-booklet"):
        chosen = commission.choose(workspace, text.book, "sv", name)
        assert chosen.value is not None
        made = cover.make(workspace, desk.compose("sv", chosen.value), chosen.value, 120)
        assert made.value is not None, made.diagnostics
        assert "9780000000187" in {one.text for one in decode(made.value[0].data)}, name
