"""What is read of fonts, texts and colours, and the demands that depend on more than one thing."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.preflight import making, seeding
from tests.preflight.making import JOB, PROFILE
from translate_pub.model.preflight import Rect
from translate_pub.model.printing import OutputCondition, Standard
from translate_pub.preflight import character_maps, colours, document, matrices, walk
from translate_pub.preflight.painting import Text

TEXTS = (
    "10 Tf 60 250 Td <0002000300020003> Tj",
    "10 Tf 2 Tc 60 250 Td <000200030002> Tj",
    "10 Tf 50 Tz 60 250 Td [<0002> -2000 <0003>] TJ",
    "1 Tf 0 14 -14 0 200 150 Tm <00020003> Tj",
    "12 Tf 14 TL 60 250 Td <0002> Tj T* <000300030003> Tj",
    "10 Tf 5 Ts 60 250 TD 30 -20 TD <00020002> Tj",
)


def texts(pdf: Pdf) -> list[Text]:
    """Return the runs of the first page."""
    opened = document.open_file(making.saved(pdf))
    assert isinstance(opened, document.Document)
    painted = walk.walk(opened.pdf.pages[0], Rect(0, 0, 400, 500), opened.typecase).paints
    return [paint for paint in painted if isinstance(paint, Text)]


@pytest.mark.parametrize("stream", TEXTS)
def test_runs_are_as_wide_as_poppler_finds_them(stream: str, tmp_path: Path) -> None:
    """Whatever spacing, scaling and turning: the place of the text is that which poppler reads."""
    pdf = making.interior()
    pdf.pages[0].obj.Contents = pdf.make_stream(f"0 0 0 1 k BT /F {stream} ET".encode())
    path = tmp_path / "file.pdf"
    path.write_bytes(making.saved(pdf))
    said = subprocess.run(
        ["pdftotext", "-bbox", "-l", "1", path, "-"], check=True, capture_output=True, text=True
    ).stdout
    words = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"', said)
    page = matrices.around((float(x), 0) for word in words for x in (word[0], word[2]))
    rects = [text.rect for text in texts(pdf)]
    assert min(rect.left for rect in rects) == pytest.approx(page.left, abs=4)
    assert max(rect.right for rect in rects) == pytest.approx(page.right, abs=4)


def test_a_run_moves_the_pen() -> None:
    """A run that follows begins where the one before it ended."""
    pdf = making.interior()
    pdf.pages[0].obj.Contents = pdf.make_stream(b"BT /F 10 Tf 60 250 Td <00020003> Tj <0002> Tj ET")
    first, second = texts(pdf)
    assert (first.rect.left, first.rect.right, second.rect.left) == pytest.approx((60, 72, 72))


def test_what_is_clipped_or_invisible_is_not_seen() -> None:
    """A clip cuts what is painted in it; text that is not painted is none."""
    pdf = making.interior()
    stream = b"q 60 200 6 100 re W n BT /F 10 Tf 60 250 Td <00020003> Tj ET Q BT /F 10 Tf 3 Tr 60 9 Td <0002> Tj ET"
    pdf.pages[0].obj.Contents = pdf.make_stream(stream)
    (seen,) = texts(pdf)
    assert (seen.rect.left, seen.rect.right) == pytest.approx((60, 66))


def test_codes_of_several_lengths_are_told_apart() -> None:
    """A CMap says how many bytes a code has, and which character it is."""
    pdf = making.interior()
    data = (
        b"2 begincodespacerange <00> <7f> <8000> <ffff> endcodespacerange 1 begincidchar <20> 1 endcidchar "
        b"2 begincidrange <41> <5a> 10 <8140> <81ff> 500 endcidrange"
    )
    found = character_maps.read(pdf.make_stream(data))
    codes = found.codes(b"\x20A\x81\x42")
    assert codes == [0x20, 0x41, 0x8142]
    assert [found.character(code) for code in codes] == [1, 10, 502]
    assert found.character(0x21) == 0


def test_colours_tell_their_inks() -> None:
    """Every kind of space is seen through to the inks that it asks for."""
    two = colours.read(Array([Name.DeviceN, Array([Name.Black, Name("/Gold")]), Name.DeviceCMYK, Dictionary()]))
    chosen = colours.read(Array([Name.Indexed, Name.DeviceCMYK, 1, String(b"\0\0\0\0\0\0\0\x7f")]))
    assert colours.inks(two, (0.2, 0.5)) == {"Black": 0.2, "Gold": 0.5}
    assert colours.inks(chosen, (1,)) == {"Cyan": 0, "Magenta": 0, "Yellow": 0, "Black": pytest.approx(0.498, abs=0.01)}
    assert colours.inks(colours.GREY, (0.25,)) == {"Black": 0.75}
    assert colours.inks(colours.RGB, (1, 1, 1)) is None
    assert colours.Colour(colours.RGB, (1, 1, 1)).is_white
    assert colours.Colour(two, (0, 0)).is_white
    assert not colours.Colour(colours.read(Name.Unknown), (1,)).is_white


def test_a_named_ink_belongs_to_a_job_that_has_it() -> None:
    """Black and the one ink of the profile pass; another does not."""
    job = replace(seeding.SPOT, profile=replace(seeding.SPOT.profile, ink_limit=None))
    for name, found in (("PANTONE 185 C", set()), ("PANTONE 300 C", {"P131"})):
        pdf = making.interior()
        pdf.pages[2].obj.Contents = pdf.make_stream(making.TEXT.encode())
        making.paint(pdf, "/Sp cs 1 scn 60 60 30 30 re f", 1, **seeding.spot(name)(pdf))
        assert making.codes(making.judge(pdf, job)) == found


@pytest.mark.parametrize(("turned", "left"), [(False, 200), (True, 360)])
def test_the_barcode_stands_on_the_back(turned: bool, left: float) -> None:
    """The back is the left half of the wrap, or the right one of a book that is bound on the right."""
    pdf = making.cover()
    making.paint(pdf, f"0 0 0 1 k BT /F 10 Tf {left} 60 Td <0002> Tj ET")
    job = replace(making.COVER, right_to_left=turned)
    assert making.codes(making.judge(pdf, job)) == {"P147"}
    assert making.codes(making.judge(pdf, replace(job, right_to_left=not turned))) == set()


def test_a_barcode_may_stand_in_its_zone() -> None:
    """Bars make the digits below them part of a barcode."""
    pdf = making.cover()
    bars = " ".join(f"{150 + 2 * place} 40 1 60 re" for place in range(30))
    making.paint(pdf, f"0 0 0 1 k {bars} f BT /F 8 Tf 150 30 Td <0002000300020003> Tj ET")
    assert making.codes(making.judge(pdf, making.COVER)) == set()


def test_margins_grow_with_the_number_of_pages() -> None:
    """The gutter is that of the file's own number of pages."""
    pdf = making.interior()
    making.paint(pdf, "0 0 0 1 k BT /F 10 Tf 46 100 Td <0002> Tj ET")
    thick = replace(JOB, profile=replace(PROFILE, gutters=((4, 12.0), (300, 15.0)), ink_limit=None))
    assert making.codes(making.judge(pdf)) == set()
    assert making.codes(making.judge(pdf, thick)) == {"P144"}


def test_a_book_that_opens_to_the_right_has_its_spine_there() -> None:
    """The reading direction that the file says decides, where nobody else does."""
    pdf = making.interior()
    making.paint(pdf, "0 0 0 1 k BT /F 10 Tf 36.85 100 Td <0002> Tj ET")
    unknown = replace(JOB, right_to_left=None)
    assert making.codes(making.judge(pdf, unknown)) == {"P144"}
    pdf.Root.ViewerPreferences = Dictionary(Direction=Name.R2L)
    assert making.codes(making.judge(pdf, unknown)) == set()


def test_the_profile_of_the_press_is_looked_into() -> None:
    """X-4 wants it in the file, whole, and of as many channels as it says."""
    profile = replace(PROFILE, standard=Standard.X4, ink_limit=None, condition=OutputCondition("FOGRA39"))
    job = replace(JOB, profile=profile)
    header = bytearray(132)
    header[0:4], header[16:20], header[36:40] = (132).to_bytes(4, "big"), b"CMYK", b"acsp"
    for data, channels, found in ((None, 0, 1), (bytes(header), 4, 0), (bytes(header), 3, 1), (b"x" * 9, 4, 1)):
        pdf = making.interior(Standard.X4)
        if data is not None:
            pdf.Root.OutputIntents[0].DestOutputProfile = pdf.make_stream(data, N=channels)
        judgement = making.judge(making.saved(pdf, "1.6"), job)
        assert [one.code for one in judgement.findings] == ["P126"] * found


def test_the_edge_of_a_surface_is_no_line() -> None:
    """A thin stroke in the colour of what it runs around is not seen as a line."""
    pdf = making.interior()
    making.paint(pdf, "0 0 0 .2 k 0 0 0 .2 K .1 w 60 60 30 30 re B")
    assert making.codes(making.judge(pdf)) == set()
    making.paint(pdf, "0 0 0 1 K 60 60 30 30 re B")
    assert making.codes(making.judge(pdf)) == {"P138"}
