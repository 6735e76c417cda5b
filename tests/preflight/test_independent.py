"""What preflight reads of a file is what independent programs read of it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from pikepdf import Dictionary, Name, Pdf

from tests.preflight import making, seeding
from tests.preflight.making import JOB, PROFILE
from translate_pub.preflight import document, walk
from translate_pub.preflight.demands import ink
from translate_pub.preflight.judging import Evidence
from translate_pub.preflight.painting import Picture
from translate_pub.workspace import ghostscript


def say(program: str, *words: str | Path) -> str:
    """Return what a program says."""
    return subprocess.run([program, *words], check=True, capture_output=True, text=True).stdout


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give a file with images, colours, and a font that is not embedded."""
    pdf = making.interior()
    making.paint(pdf, "q 72 0 0 36 60 250 cm /New Do Q", 2, **seeding.picture(pdf, 150, 75, Name.DeviceRGB))
    making.paint(pdf, "q 0 36 -72 0 160 250 cm /New Do Q", 3, **seeding.picture(pdf, 100, 90, Name.DeviceGray))
    making.paint(pdf, ".5 0 0 0 k 60 60 90 90 re f", 5)
    times = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/Times-Roman"))
    making.paint(pdf, "0 0 0 1 k BT /Ti 10 Tf 60 250 Td (AB) Tj ET", 6, Font=Dictionary(Ti=times))
    path = tmp_path / "file.pdf"
    path.write_bytes(making.saved(pdf))
    return path


def pictures(path: Path) -> list[tuple[int, Picture]]:
    """Return the images that are walked over, with their pages."""
    opened = document.open_file(path.read_bytes())
    assert isinstance(opened, document.Document)
    found = []
    for number, page in document.numbered(opened):
        boxes = document.boxes(page)
        assert boxes is not None
        painted = walk.walk(page, boxes.media, opened.typecase).paints
        found += [(number, paint) for paint in painted if isinstance(paint, Picture)]
    return found


def test_the_files_of_this_suite_are_sound() -> None:
    """Qpdf has nothing to say of a sound file but its version."""
    data = making.saved(making.interior())
    with making.opened(data) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_images_are_placed_as_poppler_places_them(file: Path) -> None:
    """Page, size and resolution of every image are those of pdfimages."""
    rows: Sequence[list[str]] = [line.split() for line in say("pdfimages", "-list", file).splitlines()[2:]]
    told = [(int(row[0]), int(row[3]), int(row[4]), int(row[12]), int(row[13])) for row in rows]
    read = [(number, *one.pixels, *(round(ppi) for ppi in one.ppi)) for number, one in pictures(file)]
    assert len(read) == len(told) == 3
    for (page, *size, across, up), (page_told, *size_told, across_told, up_told) in zip(read, told, strict=True):
        assert (page, size) == (page_told, size_told)
        assert [across, up] == pytest.approx([across_told, up_told], abs=1)


def test_fonts_are_embedded_where_poppler_says_so(file: Path) -> None:
    """Pdffonts and preflight name the same font as missing."""
    rows = [line.split() for line in say("pdffonts", file).splitlines()[2:]]
    missing = {row[0] for row in rows if "no" in row}
    found = making.judge(file.read_bytes()).findings
    named = {re.split("font | is ", one.message)[1] for one in found if one.code == "P117"}
    assert missing == named == {"Times-Roman"}


def test_boxes_are_those_that_poppler_reads(file: Path) -> None:
    """Pdfinfo measures the same boxes."""
    told = dict(re.findall(r"(\w+)Box:\s+([\d. -]+)", say("pdfinfo", "-box", file)))
    opened = document.open_file(file.read_bytes())
    assert isinstance(opened, document.Document)
    read = document.boxes(next(document.numbered(opened))[1])
    assert read is not None
    for name, rect in (("Media", read.media), ("Bleed", read.bleed), ("Trim", read.trim)):
        assert rect is not None
        sides = (rect.left, rect.bottom, rect.right, rect.top)
        assert [float(side) for side in told[name].split()] == pytest.approx(sides, abs=0.01)


def test_coloured_pages_are_those_that_ghostscript_inks(file: Path) -> None:
    """The pages that ask for another ink than black are those on which Ghostscript finds any."""
    told = say("gs", "-q", "-o", "-", "-sDEVICE=inkcov", file).splitlines()
    rows = [line.split() for line in told if line.endswith("CMYK OK")]
    inked = {page for page, row in enumerate(rows, 1) if any(float(part) > 0 for part in row[:3])}
    found = making.judge(file.read_bytes(), seeding.GREY).findings
    coloured = {page for one in found if one.code in {"P130", "P131"} for page in one.pages}
    assert coloured == inked == {2, 3, 5}


def test_rasters_have_the_inks_that_were_painted() -> None:
    """What is measured of a tint is the tint, in each of the four inks."""
    pdf: Pdf = making.interior()
    making.paint(pdf, ".25 .5 .75 1 k 0 0 400 500 re f")
    raster = next(iter(ghostscript.rasters(making.saved(pdf))))
    assert set(zip(*[iter(raster.data)] * 4, strict=True)) == {(64, 127, 191, 255)}
    assert ink.measure(raster, 240, (0, 0, raster.width, raster.height))[0] == pytest.approx(250, abs=0.5)


def test_marks_outside_of_the_bleed_are_no_ink_on_the_page() -> None:
    """Registration marks have all inks, and are cut off."""
    pdf = making.interior()
    for page in pdf.pages:
        for key in ("MediaBox", "BleedBox", "TrimBox"):
            box = [float(side) + 40 for side in page.obj[f"/{key}"].as_list()]
            page.obj[f"/{key}"] = [0, 0, box[2] + 40, box[3] + 40] if key == "MediaBox" else box
        page.contents_add(b"1 0 0 1 40 40 cm", prepend=True)
        page.contents_add(b"1 1 1 1 K .5 w -30 8 m -10 8 l S 8 -30 m 8 -10 l S 1 1 1 1 k -30 200 20 20 re f")
    data = making.saved(pdf)
    job = replace(JOB, profile=replace(PROFILE, marks=True))
    judgement = making.judge(data, job, Evidence(ghostscript.rasters(data)))
    assert judgement.findings == ()
