"""Pictures in the colours of the press: what is right keeps its bytes, the rest is converted once."""

from __future__ import annotations

import io
import math
from collections.abc import Callable

import pikepdf
import pytest

from tests.publish.finishing.conftest import BASE, FILES
from tests.publish.finishing.reading import opened
from translate_pub.model.pages import Publication
from translate_pub.model.printing import ColourMode, PrinterProfile, Standard
from translate_pub.publish import finishing

Profiles = Callable[..., PrinterProfile]


class Pictures(dict[str, pikepdf.Stream]):
    """The pictures of a page, by file; they live as long as their PDF."""

    pdf: pikepdf.Pdf


class Shelf:
    """A store that counts."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}
        self.asked: list[str] = []

    def get(self, key: str) -> bytes | None:
        """Look it up."""
        self.asked.append(key)
        return self.kept.get(key)

    def put(self, key: str, data: bytes) -> None:
        """Keep it."""
        self.kept[key] = data


def pictures(pdf: pikepdf.Pdf) -> Pictures:
    """Return the pictures of the page that has all kinds, by file, in the order that they are drawn."""
    page = pdf.pages[2]
    drawn = [
        page.Resources.XObject[str(one.operands[0])]
        for one in pikepdf.parse_content_stream(page)
        if str(one.operator) == "Do"
    ]
    found = [one for one in drawn if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == pikepdf.Name.Image]
    by_file = Pictures(zip(FILES, found, strict=True))
    by_file.pdf = pdf
    return by_file


def finish(book: Publication, profile: PrinterProfile, press: bytes, **more: object) -> pikepdf.Pdf:
    """Finish a book and open it."""
    outcome = finishing.finish(book, profile, press, **more)  # type: ignore[arg-type] # named settings
    assert outcome.value is not None
    assert not outcome.failed
    return opened(outcome.value)


@pytest.fixture(scope="module")
def printed(coloured: Publication, press: bytes) -> Publication:
    """Give the book as the printer takes it."""
    book = finishing.finish(coloured, BASE, press).value
    assert book is not None
    return book


def test_grey_and_cmyk_keep_their_bytes(coloured: Publication, printed: Publication) -> None:
    """Pictures that the press can take as they are, are not touched."""
    before, after = pictures(opened(coloured)), pictures(opened(printed))
    for name in ("grey.png", "grey.jpg", "cmyk.jpg"):
        assert after[name].read_raw_bytes() == before[name].read_raw_bytes(), name
        assert after[name].ColorSpace == before[name].ColorSpace


@pytest.mark.parametrize(
    ("name", "space", "bits", "jpeg"),
    [
        ("rgb.png", "/DeviceCMYK", 8, True),
        ("palette.png", "/DeviceCMYK", 8, False),
        ("bits.png", "/DeviceGray", 1, False),
        ("greyish.png", "/DeviceGray", 8, False),
        ("rgb.jpg", "/DeviceCMYK", 8, True),
        ("tagged.jpg", "/DeviceCMYK", 8, True),
        ("rgba.png", "/DeviceCMYK", 8, True),
    ],
)
def test_each_kind_is_written_as_it_should(
    printed: Publication, name: str, space: str, bits: int, *, jpeg: bool
) -> None:
    """Photographs become JPEG, drawings stay exact, black and white stays one bit a pixel."""
    made = pictures(opened(printed))
    picture = made[name]
    assert (str(picture.ColorSpace), int(picture.BitsPerComponent)) == (space, bits)
    assert (picture.get("/Filter") == pikepdf.Name.DCTDecode) is jpeg
    assert "/SMask" not in picture


def test_a_picture_is_made_no_larger_than_the_printer_can_use(
    coloured: Publication, profile: Profiles, press: bytes
) -> None:
    """At a width of 20 mm, 320 pixels an inch are enough; a picture that is little larger stays as it is."""
    made = pictures(finish(coloured, profile(most_ppi=320), press))
    enough = math.ceil(20 / 25.4 * 320)
    assert (int(made["large.jpg"].Width), int(made["large.jpg"].Height)) == (enough, enough)
    assert int(made["grey.png"].Width) == 256


def test_what_can_be_seen_through_is_laid_on_white(coloured: Publication, profile: Profiles, press: bytes) -> None:
    """Where the standard forbids it, with a warning for the picture that has such places, and none for the opaque."""
    outcome = finishing.finish(coloured, profile(), press)
    assert [one.code for one in outcome.diagnostics] == ["P026"]
    assert outcome.value is not None
    made = pictures(opened(outcome.value))
    corner = pikepdf.PdfImage(made["rgba.png"]).as_pil_image().getpixel((128, 128))
    assert corner == pytest.approx((0, 0, 0, 0), abs=12)


def test_pdf_x_4_keeps_soft_masks(coloured: Publication, profile: Profiles, press: bytes) -> None:
    """PDF/X-4 allows what can be seen through, so the mask stays."""
    outcome = finishing.finish(coloured, profile(standard=Standard.X4), press)
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    made = pictures(opened(outcome.value))
    assert made["rgba.png"].SMask.ColorSpace == pikepdf.Name.DeviceGray


def test_a_picture_is_converted_once(coloured: Publication, profile: Profiles, press: bytes) -> None:
    """What was converted is kept, and taken for the same picture in another file, which is the same to the byte."""
    shelf = Shelf()
    first = finishing.finish(coloured, profile(), press, store=shelf).value
    kept = dict(shelf.kept)
    again = finishing.finish(coloured, profile(), press, store=shelf).value
    assert first == again == finishing.finish(coloured, profile(), press).value
    assert shelf.kept == kept
    assert len(shelf.asked) == 2 * len(kept)


def test_another_press_has_pictures_of_its_own(coloured: Publication, profile: Profiles, press: bytes) -> None:
    """Nothing is taken that was made for other inks, another limit or another resolution."""
    shelf = Shelf()
    for one in (profile(), profile(ink_limit=220), profile(colour=ColourMode.GREY), profile(most_ppi=200)):
        before = set(shelf.kept)
        finish(coloured, one, press, store=shelf)
        assert shelf.kept.keys() - before


def test_a_damaged_store_does_no_harm(coloured: Publication, profile: Profiles, press: bytes) -> None:
    """What cannot be read again is made anew."""
    shelf = Shelf()
    first = finishing.finish(coloured, profile(), press, store=shelf).value
    shelf.kept = dict.fromkeys(shelf.kept, b"nonsense")
    assert finishing.finish(coloured, profile(), press, store=shelf).value == first


def test_a_picture_that_cannot_be_read_is_named(
    make_book: Callable[..., Publication], profile: Profiles, press: bytes
) -> None:
    """A picture with damaged bytes is an error that says on which page it stands."""
    book = make_book('<p><img src="rgb.jpg" alt=""></p>')
    with opened(book) as pdf:
        for one in pdf.objects:
            if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == pikepdf.Name.Image:
                one.write(b"\xff\xd8 nothing", filter=pikepdf.Name.DCTDecode)
        data = io.BytesIO()
        pdf.save(data)
    outcome = finishing.finish(Publication("x.pdf", data.getvalue(), 1), profile(), press)
    assert [one.code for one in outcome.diagnostics] == ["P025"]
    assert "page 1" in outcome.diagnostics[0].message
