"""No colour of the screen is left in a file for a press, wherever it came from."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageChops, ImageMath

from tests.publish.finishing.conftest import BODY
from tests.publish.finishing.reading import opened, painted
from translate_pub.model.colours import Colour
from translate_pub.model.pages import Publication
from translate_pub.model.printing import ColourMode, Edges, PrinterProfile, Standard
from translate_pub.publish import finishing

Profiles = Callable[..., PrinterProfile]
ALLOWED = {
    ColourMode.CMYK: {"k", "g"},
    ColourMode.SPOT: {"k", "g", "PANTONE 200 C", "Black+PANTONE 200 C"},
    ColourMode.GREY: {"g"},
}


def finish(book: Publication, profile: PrinterProfile, press: bytes | None, **more: object) -> Publication:
    """Finish a book, which goes through without an error."""
    outcome = finishing.finish(book, profile, press, **more)  # type: ignore[arg-type] # named settings
    assert outcome.value is not None
    assert not outcome.failed, outcome.diagnostics
    return outcome.value


def raster(publication: Publication, folder: Path, device: str = "tiff32nc", dpi: int = 72) -> Iterator[Image.Image]:
    """Draw the pages by Ghostscript."""
    folder.mkdir(exist_ok=True)
    (folder / "in.pdf").write_bytes(publication.data)
    command = ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", f"-sDEVICE={device}", f"-r{dpi}"]
    subprocess.run([*command, f"-sOutputFile={folder}/%03d.tif", str(folder / "in.pdf")], check=True)
    for path in sorted(folder.glob("*.tif")):
        with Image.open(path) as image:
            image.load()
            yield image


@pytest.mark.parametrize("mode", ALLOWED)
def test_only_the_inks_of_the_job_are_left(
    coloured: Publication, profile: Profiles, press: bytes, mode: ColourMode
) -> None:
    """Every operator, gradient and picture of pages, forms and patterns is in the inks of the job."""
    with opened(finish(coloured, profile(colour=mode), press)) as pdf:
        used = painted(pdf)
    assert used.spaces <= ALLOWED[mode]
    assert used.pictures >= {"/DeviceGray"}
    assert used.pictures <= ({"/DeviceGray", "/DeviceCMYK"} if mode is ColourMode.CMYK else {"/DeviceGray"})


def test_the_book_had_colours_of_every_kind(coloured: Publication) -> None:
    """The book that proves it has colours of every kind before it is finished."""
    with opened(coloured) as pdf:
        used = painted(pdf)
    assert {"rg", "k", "lab", "shading /DeviceRGB"} <= used.spaces
    assert {"/DeviceRGB", "/DeviceGray", "/DeviceCMYK"} <= used.pictures
    assert used.streams == {"page", "form", "pattern"}


@pytest.mark.parametrize("standard", [Standard.X3_2003, Standard.X4])
def test_masks_and_groups_have_no_screen_colours(
    seen_through: Publication, profile: Profiles, press: bytes, standard: Standard
) -> None:
    """Soft masks and the spaces that transparent groups are mixed in are no RGB either."""
    outcome = finishing.finish(seen_through, profile(standard=standard), press)
    assert outcome.value is not None
    with opened(outcome.value) as pdf:
        assert b"DeviceRGB" not in b"".join(one.unparse() for one in pdf.objects if not isinstance(one, pikepdf.Stream))
        assert painted(pdf).spaces <= {"k", "g", "shading /DeviceGray"}
    assert outcome.failed is (standard is Standard.X3_2003)


def test_text_prints_in_black_alone(
    make_book: Callable[..., Publication], profile: Profiles, press: bytes, tmp_path: Path
) -> None:
    """A page of text puts no cyan, magenta or yellow on the paper, rules, notes and folios included."""
    book = make_book(
        "<h1>Rubrik</h1><p>Text och <u>mer</u> text.</p><hr><table><tr><td>1</td></tr></table>",
        css="td, hr, table { border: .5pt solid black }",
    )
    black = []
    for page in raster(finish(book, profile(), press), tmp_path / "raster"):
        assert [band.getbbox() for band in page.split()[:3]] == [None] * 3
        black.append(page.getchannel("K").getbbox())
    assert any(black)


def test_black_text_prints_over_what_is_below(
    make_book: Callable[..., Publication], profile: Profiles, press: bytes
) -> None:
    """Black text overprints, other text and surfaces knock out."""
    book = make_book('<p>Black.</p><p style="color:#c00">Red.</p><p style="background:#000;color:#fff">White.</p>')
    with opened(finish(book, profile(), press)) as pdf:
        over = painted(pdf).overprint
        state = pdf.pages[0].Resources.ExtGState["/TPOver"]
        assert {key: str(state[key]) for key in ("/OP", "/op", "/OPM")} == {"/OP": "True", "/op": "True", "/OPM": "1"}
    assert ("0 0 0 1", True) in over
    assert {black for black, printed in over if printed} == {"0 0 0 1"}
    assert ("0 0 0 0", False) in over


def test_grey_text_is_black_alone(make_book: Callable[..., Publication], profile: Profiles, press: bytes) -> None:
    """Where red, green and blue are equal, black alone prints, as light as they were."""
    book = make_book('<p style="color:#808080">Grey.</p>')
    with opened(finish(book, profile(), press)) as pdf:
        assert ("0 0 0 0.498", False) in painted(pdf).overprint


ACCENT = Colour("accent", (0x9C, 0x2A, 0x1D), cmyk=(0, 0.85, 0.9, 0.3), spot=0.8, black=0.7)


@pytest.mark.parametrize(
    ("mode", "written"),
    [(ColourMode.CMYK, "0 0.85 0.9 0.3 k"), (ColourMode.SPOT, "0.8 scn"), (ColourMode.GREY, "0.3 g")],
)
def test_a_colour_of_the_book_is_printed_as_it_says(
    coloured: Publication, profile: Profiles, press: bytes, mode: ColourMode, written: str
) -> None:
    """A colour that the book gives inks for is printed in those, and not in what ICC says."""
    with opened(finish(coloured, profile(colour=mode), press, colours=[ACCENT])) as pdf:
        assert written in pikepdf.unparse_content_stream(pikepdf.parse_content_stream(pdf.pages[0])).decode()


def test_colours_without_a_profile_are_converted_by_the_plain_formula(
    make_book: Callable[..., Publication], profile: Profiles
) -> None:
    """Without ICC, colours lose what all three inks share to black, and the build says so."""
    book = make_book('<p style="color:#336699">Blue.</p><p style="color:#777">Grey.</p>')
    outcome = finishing.finish(book, profile(), None)
    assert outcome.value is not None
    assert [(one.code, "#336699" in one.message) for one in outcome.diagnostics] == [("P020", True)]
    with opened(outcome.value) as pdf:
        assert ("0.4 0.2 0 0.4", False) in painted(pdf).overprint


def test_the_ink_limit_holds_for_what_is_converted(
    make_book: Callable[..., Publication], profile: Profiles, press: bytes, tmp_path: Path
) -> None:
    """Nothing that was converted has more ink than the printer allows: text, pictures, gradients."""
    pictures = '<p><img src="rgb.png" alt=""><img src="large.jpg" alt=""></p>'
    # Black text prints over what is below it, which is ink upon ink.
    book = make_book(BODY + pictures, css="p { color: #fff } span { text-decoration: none }")
    for page in raster(finish(book, profile(ink_limit=200), press), tmp_path / "raster", dpi=100):
        cyan, magenta, yellow, black = (band.convert("I") for band in page.split())
        total = ImageMath.lambda_eval(
            lambda has: has["c"] + has["m"] + has["y"] + has["k"], c=cyan, m=magenta, y=yellow, k=black
        )
        assert 400 < total.getextrema()[1] <= 200 * 2.55 + 8  # rounding, and the waves of JPEG


def test_the_pages_look_as_before(coloured: Publication, profile: Profiles, press: bytes, tmp_path: Path) -> None:
    """A finished page looks like the page that it was, but for the colours that no press can print."""
    finished = finish(coloured, profile(bleed=Edges(5, 5, 5, 5)), press)
    for number in (0, 2):
        before, after = _drawn(coloured, number, tmp_path), _drawn(finished, number, tmp_path)
        difference = ImageChops.difference(before.convert("L"), after.convert("L"))
        histogram = difference.histogram()
        assert sum(histogram[90:]) < 0.005 * before.width * before.height


def _drawn(publication: Publication, page: int, folder: Path) -> Image.Image:
    (folder / "page.pdf").write_bytes(publication.data)
    where = ["-f", str(page + 1), "-l", str(page + 1)]
    subprocess.run(["pdftoppm", "-r", "50", *where, "-singlefile", "-png", "page.pdf", "page"], cwd=folder, check=True)
    with Image.open(folder / "page.png") as image:
        return image.convert("RGB")
