"""What a finished file claims, and whether it keeps it: standards, boxes, marks, metadata."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import subprocess
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdf
import pytest
from PIL import Image

from tests.publish.finishing.reading import opened, painted
from translate_pub.model.diagnostic import PagesError, Severity
from translate_pub.model.pages import Publication
from translate_pub.model.printing import ColourMode, Edges, OutputCondition, PrinterProfile, Standard
from translate_pub.publish import finishing

MM = 72 / 25.4
Profiles = Callable[..., PrinterProfile]
Make = Callable[..., Publication]
TEXT = "<h1>Rubrik</h1><p>Text med <a href='https://example.org/'>en länk</a>.</p>"
DATE = dt.datetime(2026, 11, 22, 7, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))


@pytest.fixture(scope="module")
def book(make_book: Make) -> Publication:
    """Give a book of three pages."""
    return make_book(TEXT, TEXT)


def boxes(page: pikepdf.Page) -> dict[str, list[float]]:
    """Return the boxes of a page in mm."""
    keys = [str(key) for key in page.obj.keys() if str(key).endswith("Box")]  # noqa: SIM118  # no dictionary
    return {key[1:-3]: [round(float(value) / MM, 2) for value in page.obj[key].as_list()] for key in keys}


@pytest.mark.parametrize(
    "claim",
    [
        (Standard.X1A_2001, "1.3", "PDF/X-1:2001"),
        (Standard.X1A_2003, "1.4", "PDF/X-1a:2003"),
        (Standard.X3_2002, "1.3", "PDF/X-3:2002"),
        (Standard.X3_2003, "1.4", "PDF/X-3:2003"),
        (Standard.X4, "1.6", "PDF/X-4"),
    ],
)
def test_a_file_is_what_it_claims(
    book: Publication, profile: Profiles, press: bytes, tmp_path: Path, claim: tuple[Standard, str, str]
) -> None:
    """Version, identification, output intent and the press's profile are those of the standard."""
    standard, version, named = claim
    outcome = finishing.finish(book, profile(standard=standard), press, date=DATE)
    assert outcome.value is not None
    assert not outcome.failed
    with opened(outcome.value) as pdf:
        assert pdf.pdf_version == version
        info = {key: str(value) for key, value in pdf.docinfo.items()}
        intent = pdf.Root.OutputIntents[0]
        assert bytes(intent.DestOutputProfile.read_bytes()) == press
        assert (str(intent.OutputConditionIdentifier), str(intent.S)) == ("FOGRA39", "/GTS_PDFX")
        assert str(intent.RegistryName) == "http://www.color.org"
        assert "/Metadata" in pdf.Root
        assert not [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/Annots" in one]
    assert info["/GTS_PDFXVersion"] == named
    assert info.get("/GTS_PDFXConformance") == ("PDF/X-1a:2001" if standard is Standard.X1A_2001 else None)
    assert (info["/Trapped"], info["/CreationDate"]) == ("/False", "D:20261122073000+01'00'")
    path = tmp_path / "book.pdf"
    path.write_bytes(outcome.value.data)
    subprocess.run(["qpdf", "--check", str(path)], check=True, capture_output=True)
    told = subprocess.run(["pdfinfo", str(path)], check=True, capture_output=True, text=True).stdout
    assert f"{named}\n" in told
    if version in {"1.3", "1.4"}:
        assert b"/ObjStm" not in outcome.value.data


def test_information_and_xmp_agree(book: Publication, profile: Profiles, press: bytes) -> None:
    """Whoever reads the one or the other reads the same."""
    printed = finishing.finish(book, profile(), press, date=DATE).value
    assert printed is not None
    reader = pypdf.PdfReader(io.BytesIO(printed.data))
    info, xmp = reader.metadata, reader.xmp_metadata
    assert info is not None
    assert xmp is not None
    assert xmp.dc_title == {"x-default": info.title, "sv": info.title}
    assert xmp.dc_creator == [info.author]
    assert (xmp.pdf_producer, xmp.xmp_creator_tool) == (info.producer, info.creator)
    assert xmp.xmp_create_date == xmp.xmp_modify_date == DATE.astimezone(dt.UTC).replace(tzinfo=None)
    assert info.creation_date == info.modification_date == DATE
    assert b">False</pdf:Trapped>" in printed.data or b"pdf:Trapped" in _xmp(printed)
    assert b"PDF/X-1a:2003</pdfx:GTS_PDFXVersion>" in _xmp(printed)
    assert xmp.xmpmm_document_id is not None


def _xmp(publication: Publication) -> bytes:
    with opened(publication) as pdf:
        return bytes(pdf.Root.Metadata.read_bytes())


def test_the_same_input_makes_the_same_bytes(book: Publication, profile: Profiles, press: bytes) -> None:
    """Nothing in a finished file is of the moment in which it was made."""
    first, second = (finishing.finish(book, profile(standard=Standard.X4), press).value for _ in range(2))
    assert first == second


def test_some_printers_want_no_profile_inside(book: Publication, profile: Profiles, press: bytes) -> None:
    """The condition is then named, and colours are converted by the profile all the same."""
    condition = OutputCondition("FOGRA39", embedded=False)
    printed = finishing.finish(book, profile(condition=condition), press)
    assert printed.diagnostics == ()
    assert printed.value is not None
    with opened(printed.value) as pdf:
        assert "/DestOutputProfile" not in pdf.Root.OutputIntents[0]


@pytest.mark.parametrize(
    "wrong",
    [
        ({"standard": Standard.X4}, None, "needs the ICC profile"),
        ({"condition": None}, b"good", "needs an output condition"),
        ({}, b"bad", "is none, or is damaged"),
        ({}, b"cut", "is none, or is damaged"),
        ({}, b"srgb", "is for 3 colours"),
        ({"colour": ColourMode.RGB}, b"good", "takes no colours of the screen"),
    ],
)
def test_a_press_that_cannot_be_used_is_an_error(
    book: Publication, profile: Profiles, press: bytes, wrong: tuple[dict[str, object], bytes | None, str]
) -> None:
    """What is wrong with the condition or its profile is said, and where to mend it."""
    changes, icc, told = wrong
    srgb = Path("/usr/share/color/icc/ghostscript/srgb.icc").read_bytes()
    given = {b"good": press, b"bad": b"no profile", b"cut": press[:5000], b"srgb": srgb, None: None}[icc]
    found = [one for one in finishing.finish(book, profile(**changes), given).diagnostics if one.code == "P023"]
    assert [told in one.message for one in found] == [True]
    assert found[0].severity is Severity.ERROR


def test_the_bleed_is_cut_to_what_the_printer_wants(book: Publication, profile: Profiles, press: bytes) -> None:
    """Nothing at the spine, which is left on a recto and right on a verso; the origin is at zero."""
    edges = Edges(top=3.2, bottom=3.2, outer=3.2, inner=0)
    printed = finishing.finish(book, profile(bleed=edges), press).value
    assert printed is not None
    with opened(printed) as pdf:
        recto, verso = boxes(pdf.pages[0]), boxes(pdf.pages[1])
    assert recto == {"Media": [0, 0, 103.2, 156.4], "Bleed": [0, 0, 103.2, 156.4], "Trim": [0, 3.2, 100, 153.2]}
    assert verso == {"Media": [0, 0, 103.2, 156.4], "Bleed": [0, 0, 103.2, 156.4], "Trim": [3.2, 3.2, 103.2, 153.2]}


def test_a_book_bound_on_the_right_has_its_spine_there(make_book: Make, profile: Profiles, press: bytes) -> None:
    """The first page of a right-to-left book has its spine on the right."""
    edges = Edges(top=3, bottom=3, outer=3, inner=0)
    printed = finishing.finish(make_book(TEXT, direction="rtl"), profile(bleed=edges), press).value
    assert printed is not None
    with opened(printed) as pdf:
        assert boxes(pdf.pages[0])["Trim"] == [3, 3, 103, 153]


def test_a_cover_has_its_own_bleed_standard_and_colour(book: Publication, profile: Profiles, press: bytes) -> None:
    """A cover is finished by what the profile says of covers."""
    made = profile(standard=Standard.X1A_2001, colour=ColourMode.GREY, cover_standard=Standard.X4, cover_bleed_mm=4)
    cover = finishing.finish(book, made, press, cover=True).value
    assert cover is not None
    with opened(cover) as pdf:
        assert pdf.pdf_version == "1.6"
        assert boxes(pdf.pages[0])["Trim"] == [4, 4, 104, 154]
        assert painted(pdf).spaces == {"k"}


def test_missing_bleed_is_an_error(book: Publication, profile: Profiles, press: bytes) -> None:
    """A bleed that was not laid out is asked for in vain, and said in mm."""
    outcome = finishing.finish(book, profile(bleed=Edges(7, 7, 7, 7)), press)
    assert [one.code for one in outcome.diagnostics] == ["P024"]
    assert "2.0 mm" in outcome.diagnostics[0].message


def test_an_empty_bleed_is_left_out_where_the_printer_wants_none(
    book: Publication, coloured: Publication, profile: Profiles, press: bytes
) -> None:
    """Where nothing reaches the edge all pages are trim size; where something does all have their bleed."""
    for one, width in ((book, 100), (coloured, 106)):
        printed = finishing.finish(one, profile(bleed_everywhere=False), press).value
        assert printed is not None
        with opened(printed) as pdf:
            assert {tuple(boxes(page)["Media"]) for page in pdf.pages} == {(0, 0, width, width + 50)}


def test_marks_stand_outside_the_bleed_in_every_ink(
    coloured: Publication, profile: Profiles, press: bytes, tmp_path: Path
) -> None:
    """Marks print in all inks, begin beyond the bleed, and the media box has room for them."""
    printed = finishing.finish(coloured, profile(marks=True, mark_offset_mm=2), press).value
    assert printed is not None
    with opened(printed) as pdf:
        found = boxes(pdf.pages[0])
        assert pdf.pages[0].Resources.ColorSpace["/TPAll"][1] == "/All"
    assert found["Media"] == [0, 0, 118, 168]
    assert found["Bleed"] == [6, 6, 112, 162]
    assert found["Trim"] == [9, 9, 109, 159]
    (tmp_path / "in.pdf").write_bytes(printed.data)
    command = ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dLastPage=1", "-sDEVICE=tiff32nc", "-r254"]
    subprocess.run([*command, f"-sOutputFile={tmp_path}/out.tif", str(tmp_path / "in.pdf")], check=True)
    with Image.open(tmp_path / "out.tif") as page:
        assert [band.getextrema()[1] for band in page.crop((0, 0, 1180, 55)).split()] == [255] * 4
        # What lies beyond the bleed at the left edge of the page is not drawn: the blue surface is cut there.
        assert page.getpixel((30, 460)) == (0, 0, 0, 0)
        assert page.getpixel((75, 460)) != (0, 0, 0, 0)


@pytest.mark.parametrize("mode", [ColourMode.GREY, ColourMode.CMYK, ColourMode.RGB])
def test_opaque_pages_have_no_groups(
    coloured: Publication, seen_through: Publication, profile: Profiles, press: bytes, mode: ColourMode
) -> None:
    """Where nothing is seen through there is no group, which presses may mix in other inks; elsewhere groups stay."""
    wanted = profile(standard=Standard.PLAIN, colour=mode)

    def groups(book: Publication) -> int:
        outcome = finishing.finish(book, wanted, press)
        assert outcome.value is not None
        with opened(outcome.value) as pdf:
            return sum("/Group" in one for one in pdf.objects if isinstance(one, pikepdf.Dictionary | pikepdf.Stream))

    assert groups(seen_through) > 0
    assert groups(without_masks(coloured)) == 0


def without_masks(book: Publication) -> Publication:
    """Take the pictures with holes out of a book, and give its opaque forms groups."""
    with opened(book) as pdf:
        for one in pdf.objects:
            if isinstance(one, pikepdf.Dictionary | pikepdf.Stream) and "/SMask" in one:
                del one["/SMask"]
            elif isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Form":
                one.Group = pikepdf.Dictionary(S=pikepdf.Name.Transparency, CS=pikepdf.Name.DeviceRGB)
        made = io.BytesIO()
        pdf.save(made)
    return dataclasses.replace(book, data=made.getvalue())


def test_no_graphics_state_speaks_of_transparency_before_pdf_1_4(
    book: Publication, profile: Profiles, press: bytes
) -> None:
    """A state that no operator uses loses the keys of transparency too: an old standard has none of them."""
    with opened(book) as pdf:
        pdf.pages[0].obj.Resources.ExtGState = pikepdf.Dictionary({"/Unused": pikepdf.Dictionary(ca=1, CA=1)})
        made = io.BytesIO()
        pdf.save(made)
    outcome = finishing.finish(
        dataclasses.replace(book, data=made.getvalue()), profile(standard=Standard.X1A_2001), press
    )
    assert outcome.value is not None
    with opened(outcome.value) as pdf:
        states = pdf.pages[0].obj.Resources.ExtGState
        assert "/Unused" in states
        assert not [key for state in states.values() for key in ("/ca", "/CA") if key in state]


def test_a_font_that_the_standard_refuses_is_named(book: Publication, profile: Profiles, press: bytes) -> None:
    """OpenType with PostScript outlines is no part of PDF 1.3 and 1.4, and welcome in PDF/X-4."""
    with opened(book) as pdf:
        for one in pdf.objects:
            if isinstance(one, pikepdf.Dictionary) and "/FontFile2" in one:
                one.FontFile3 = one.FontFile2
                one.FontFile3.Subtype = pikepdf.Name.OpenType
                del one["/FontFile2"]
        data = io.BytesIO()
        pdf.save(data)
    fonts = Publication("x.pdf", data.getvalue(), 1)
    found = finishing.finish(fonts, profile(standard=Standard.X3_2002), press).diagnostics
    assert {(one.code, "EB-Garamond" in one.message) for one in found} == {("P022", True)}
    assert finishing.finish(fonts, profile(standard=Standard.X4), press).diagnostics == ()


def test_links_and_outline_go_unless_the_printer_takes_them(book: Publication, profile: Profiles, press: bytes) -> None:
    """PDF/X forbids annotations inside the bleed; a plain file for a patient printer keeps links and outline."""
    plain = profile(standard=Standard.PLAIN, annotations=True, bleed=Edges(0, 0, 0, 0))
    kept, gone = finishing.finish(book, plain, press).value, finishing.finish(book, profile(), press).value
    assert kept is not None
    assert gone is not None
    with opened(kept) as pdf, opened(book) as before:
        assert "/Outlines" in pdf.Root
        rects = [[float(value) for value in one.pages[0].Annots[0].Rect] for one in (before, pdf)]
        assert rects[1] == pytest.approx([value - 5 * MM for value in rects[0]], abs=0.01)
    with opened(gone) as pdf:
        assert not {"/Outlines", "/Names", "/PageMode"} & set(pdf.Root.keys())
        assert "/Annots" not in pdf.pages[0].obj


def test_a_printer_that_converts_gets_colours_of_the_screen(
    coloured: Publication, profile: Profiles, press: bytes
) -> None:
    """Greys are one number even so, and PDF/X-3 is told that the rest is sRGB."""
    rgb = finishing.finish(coloured, profile(colour=ColourMode.RGB, standard=Standard.X3_2003), press).value
    assert rgb is not None
    with opened(rgb) as pdf:
        assert painted(pdf).spaces <= {"rg", "g", "k", "shading /DeviceRGB"}
        profiles = pdf.pages[0].Resources.ColorSpace["/DefaultRGB"]
        assert bytes(profiles[1].read_bytes())[36:40] == b"acsp"


@pytest.mark.parametrize(("kind", "told"), [("empty", "as PDF"), ("cut", "as PDF"), ("locked", "by a password")])
def test_what_cannot_be_read_is_refused(
    book: Publication, profile: Profiles, tmp_path: Path, kind: str, told: str
) -> None:
    """A file that is no PDF, damaged or locked stops the work with its name and the reason."""
    data = {"empty": b"", "cut": book.data[:1500], "locked": _locked(book, tmp_path)}[kind]
    with pytest.raises(PagesError, match=rf"^x\.pdf cannot be read.*{told}[^<]*$"):
        finishing.finish(Publication("x.pdf", data, 1), profile(), None)


def _locked(book: Publication, folder: Path) -> bytes:
    path = folder / "locked.pdf"
    with opened(book) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(user="open", owner="sesame"))
    return path.read_bytes()


@pytest.mark.slow
def test_a_file_of_strangers_is_finished_too(
    coloured: Publication, profile: Profiles, press: bytes, tmp_path: Path
) -> None:
    """What another program wrote of the same pages, with its own kinds of streams, is in inks alone afterwards."""
    (tmp_path / "in.pdf").write_bytes(coloured.data)
    subprocess.run(["pdftocairo", "-pdf", "in.pdf", "out.pdf"], cwd=tmp_path, check=True)
    strange = Publication("cover.pdf", (tmp_path / "out.pdf").read_bytes(), 4)
    printed = finishing.finish(strange, profile(bleed=Edges()), press)
    assert printed.value is not None
    assert not printed.failed
    with opened(printed.value) as pdf:
        used = painted(pdf)
    assert used.spaces == {"k"}
    assert used.pictures <= {"/DeviceCMYK", "/DeviceGray"}
