"""Editions for screens: tagged, without bleed, in the colours of a screen, and what they claim."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdf
import pytest

from tests.publish.finishing.reading import opened, painted
from tests.publish.finishing.structure import elements, faults, outline
from translate_pub.model.diagnostic import Severity
from translate_pub.model.pages import Publication
from translate_pub.model.printing import Standard
from translate_pub.publish import finishing

Make = Callable[..., Publication]
TEXT = "Partiet bildades i Minsk våren 1898, och nio ombud satt i ett hus vid floden. "
CSS = """
.note { float: footnote; font-size: 8pt } .note::footnote-call, .note::footnote-marker { content: "" }
hr { border: 0 } hr::before { content: "* * *" } .entry .title::after { content: leader(" . ") }
@page { @top-center { content: "Running head" } } thead { display: table-header-group }
"""
JARS = ("commons-logging", "fontbox2", "javax.activation", "jaxb-api", "pdfbox2", "preflight", "xmpbox")


def note(label: str, inside: str) -> str:
    """Write a call with its footnote, as the edition does."""
    number = f'<a class="note-number" href="#ref{label}">{label}</a> '
    call = f'<a class="call" id="ref{label}" href="#fn{label}">{label}</a>'
    return f'{call}<span class="note" id="fn{label}" data-label="{label}">{number}{inside}</span>'


def body(key: str, *, long: bool = False) -> str:
    """Write a section with everything that has a tag of its own, and maybe a note that runs over the page."""
    rows = "<tr><td>1</td><td>2</td></tr>" * 30
    return f"""<section><h1 id="{key}">Rubrik{note(f"{key}0", "I rubriken.")}</h1>
<p>{TEXT * 3}{note(f"{key}1", "Kort not.")} {TEXT * 14}</p><p lang="en">An <i>English</i> paragraph.</p>
<h3 id="{key}b">Under</h3><ul><li>one</li><li>two</li></ul><dl><dt>Term</dt><dd>Definition</dd></dl>
<blockquote><p>Citat <span lang="ru">по-русски</span>.</p></blockquote>
<table><caption>Tabell</caption><thead><tr><th>A</th><th>B</th></tr></thead><tbody>{rows}</tbody></table>
<figure><img src="rgb.png" alt="A picture"><figcaption>Bild</figcaption></figure>
<p><img src="grey.png" alt=""></p><hr><p>{TEXT}{note(f"{key}2", TEXT * (16 if long else 2))} {TEXT * 3}
<a href="https://example.org/">a link so long that it is likely to be broken where a line of the page ends</a>.</p>
<p class="entry"><a class="title" href="#{key}">Rubrik</a><a class="folio" href="#{key}">1</a></p></section>"""


@pytest.fixture(scope="module")
def tagged(make_book: Make) -> Publication:
    """Give a tagged book of two sections."""
    return make_book(body("x", long=True), body("y"), css=CSS, tagged=True)


@pytest.fixture(scope="module")
def on_screen(tagged: Publication) -> Publication:
    """Give it as PDF/UA-1."""
    outcome = finishing.screen(tagged, Standard.UA1)
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


def test_every_piece_of_content_has_one_owner(on_screen: Publication) -> None:
    """Content, links and notes are in the tree once, in both directions, over all sections."""
    with opened(on_screen) as pdf:
        assert faults(pdf) == []
        assert pdf.Root.MarkInfo.Marked
        assert {str(page.obj.Tabs) for page in pdf.pages} == {"/S"}


def test_the_structure_is_that_of_the_text(on_screen: Publication) -> None:
    """What a page has parted is one again, notes stand behind their calls, headings skip no level."""
    with opened(on_screen) as pdf:
        lines = outline(pdf)
    half = lines[1 : len(lines) // 2 + 1]
    assert lines == ["Document", *half, *half]
    without_rows = [line for line in half if line.strip() not in {"TD", "TR"}]
    assert "\n".join(without_rows) == OUTLINE


OUTLINE = """\
  Part
    Sect
      H1
        Link
      Note
        Link
      P
        Link
        Note
          Link
      P
      H2
      L
        LI
          Lbl
          LBody
        LI
          Lbl
          LBody
      L
        LI
          LBody
        LI
          LBody
      BlockQuote
        P
          Span
      Table
        Caption
        THead
            TH
            TH
        TBody
      Figure
      Caption
      P
        Link
        Note
          Link
        Link
      P
        Link
        Link"""


def test_rows_and_headers_are_told_once(on_screen: Publication) -> None:
    """The header that a table repeats on every page is in the tree once, and says that it is of its column."""
    with opened(on_screen) as pdf:
        assert len(elements(pdf, "TR")) == 2 * 31
        heads = elements(pdf, "TH")
        assert [(str(one.A.Scope), len(one.K)) for one in heads] == [("/Column", 1)] * 4


def test_languages_and_alternatives_are_told(on_screen: Publication) -> None:
    """A foreign paragraph or word has its language, an image what it shows and where it stands; decoration is none."""
    with opened(on_screen) as pdf:
        assert {str(one.Lang) for one in elements(pdf, "P") if "/Lang" in one} == {"en"}
        assert {str(one.Lang) for one in elements(pdf, "Span")} == {"ru"}
        figures = elements(pdf, "Figure")
        assert [str(one.Alt) for one in figures] == ["A picture"] * 2
        left, bottom, right, top = (float(value) for value in figures[0].A.BBox)
        assert (right - left, top - bottom) == pytest.approx((20 / 25.4 * 72, 15 / 25.4 * 72), abs=0.1)
        assert 0 < left < right < float(pdf.pages[0].MediaBox[2])
        assert str(pdf.Root.Lang) == "sv"


def test_running_heads_and_folios_are_artifacts(on_screen: Publication) -> None:
    """What stands in the margins of every page is not read out."""
    with opened(on_screen) as pdf:
        page = pdf.pages[0]
        kinds = [
            str(one.operands[1].Type)
            for one in pikepdf.parse_content_stream(page)
            if str(one.operator) == "BDC" and one.operands[0] == pikepdf.Name.Artifact
        ]
        assert kinds == ["/Pagination"] * 2


def test_links_say_where_they_lead(on_screen: Publication) -> None:
    """A link has its text as its description, one over two lines is one element, and all lead somewhere."""
    with opened(on_screen) as pdf:
        names = {str(name) for leaf in pdf.Root.Names.Dests.Kids for name in leaf.Names[::2]}
        links = [one for page in pdf.pages for one in page.obj.get("/Annots", [])]
        assert {str(one.Dest) for one in links if "/Dest" in one} <= names
        outside = [str(one.Contents) for one in links if "/A" in one]
        assert set(outside) == {"a link so long that it is likely to be broken where a line of the page ends"}
        assert len(outside) > 2


def test_a_screen_shows_the_trim(on_screen: Publication) -> None:
    """There is no bleed; places on pages are those of the trim."""
    with opened(on_screen) as pdf:
        for page in pdf.pages:
            boxes = [[float(value) for value in page.obj[key]] for key in ("/MediaBox", "/TrimBox", "/BleedBox")]
            assert boxes[0] == boxes[1] == boxes[2] == pytest.approx([0, 0, 100 / 25.4 * 72, 150 / 25.4 * 72], abs=0.01)
        assert "/Outlines" in pdf.Root
        assert "/PageLabels" in pdf.Root


@pytest.mark.parametrize("standard", [Standard.PLAIN, Standard.A2U, Standard.UA1])
def test_a_file_claims_its_standard_alone(tagged: Publication, standard: Standard, tmp_path: Path) -> None:
    """The claim stands in XMP; an archived file has the profile of the screen; no file blurs its pictures."""
    outcome = finishing.screen(tagged, standard)
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    path = tmp_path / "book.pdf"
    path.write_bytes(outcome.value.data)
    subprocess.run(["qpdf", "--check", str(path)], check=True, capture_output=True)
    with opened(outcome.value) as pdf:
        xmp = pdf.open_metadata()
        assert (xmp.get("pdfaid:part"), xmp.get("pdfaid:conformance")) == (
            ("2", "U") if standard is Standard.A2U else (None, None)
        )
        assert xmp.get("pdfuaid:part") == ("1" if standard is Standard.UA1 else None)
        intents = [str(one.S) for one in pdf.Root.get("/OutputIntents", [])]
        assert intents == (["/GTS_PDFA1"] if standard is Standard.A2U else [])
        assert not [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Interpolate", False)]
        assert pdf.pdf_version == "1.7"
    assert finishing.screen(tagged, standard) == outcome


def test_inks_become_colours_of_the_screen(coloured: Publication) -> None:
    """Nothing in CMYK is left, and greys are one number."""
    outcome = finishing.screen(coloured, Standard.A2U)
    assert [one.code for one in outcome.diagnostics] == ["P027"]
    assert outcome.value is not None
    with opened(outcome.value) as pdf:
        used = painted(pdf)
    assert used.spaces <= {"rg", "g", "shading /DeviceRGB"}
    assert used.pictures <= {"/DeviceRGB", "/DeviceGray"}


def test_what_cannot_be_told_is_an_error_for_those_who_cannot_see(coloured: Publication, tagged: Publication) -> None:
    """PDF/UA-1 needs tags, and an alternative for every image; elsewhere that is a warning."""
    severities = [finishing.screen(coloured, one).diagnostics[0].severity for one in (Standard.UA1, Standard.PLAIN)]
    assert severities == [Severity.ERROR, Severity.WARNING]
    with opened(tagged) as pdf:
        for figure in elements(pdf, "Figure"):
            del figure["/Alt"]
        data = io.BytesIO()
        pdf.save(data)
    found = finishing.screen(Publication("x.pdf", data.getvalue(), 1), Standard.UA1).diagnostics
    assert [(one.code, one.severity) for one in found] == [("P028", Severity.ERROR)]


def test_pdf_a_2u_wants_to_know_every_character(tagged: Publication) -> None:
    """A shape that does not tell its character is an error there, and the font is named."""
    with opened(tagged) as pdf:
        for font in (one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/ToUnicode" in one):
            del font["/ToUnicode"]
        data = io.BytesIO()
        pdf.save(data)
    silent = Publication("x.pdf", data.getvalue(), 1)
    found = finishing.screen(silent, Standard.A2U).diagnostics
    assert {(one.code, "EB-Garamond" in one.message) for one in found} == {("P030", True)}
    assert finishing.screen(silent, Standard.UA1).diagnostics == ()


def test_text_of_less_than_full_opacity_has_no_tag(make_book: Make) -> None:
    """It is drawn where no tag reaches it, which is said with the page."""
    with pytest.raises(AssertionError, match="P029"):
        make_book('<p style="opacity: .5">Half there.</p>', tagged=True)


def test_a_standard_for_print_is_refused(tagged: Publication) -> None:
    """PDF/X is no standard for screens."""
    with pytest.raises(ValueError, match="for print"):
        finishing.screen(tagged, Standard.X4)


def test_pypdf_reads_text_in_order(on_screen: Publication) -> None:
    """The text of the pages is there for other readers as well."""
    text = pypdf.PdfReader(io.BytesIO(on_screen.data)).pages[0].extract_text()
    assert "Partiet bildades i Minsk" in " ".join(text.split())


@pytest.mark.slow
def test_pdfbox_finds_nothing_but_what_pdf_a_1_had(tagged: Publication, tmp_path: Path) -> None:
    """PDFBox knows PDF/A-1 alone; what it says of a PDF/A-2u is that it is not that, and nothing besides."""
    outcome = finishing.screen(tagged, Standard.A2U)
    assert outcome.value is not None
    (tmp_path / "book.pdf").write_bytes(outcome.value.data)
    path = ":".join(f"/usr/share/java/{jar}.jar" for jar in JARS)
    command = ["java", "-cp", path, "org.apache.pdfbox.preflight.Validator_A1b", str(tmp_path / "book.pdf")]
    said = subprocess.run(command, check=False, capture_output=True, text=True).stdout.splitlines()[1:]
    of_the_first_part = ("part must be 1", "must be A or B", "CIDSet entry is missing", "/XRef cross reference")
    assert [line for line in said if line.strip() and not any(known in line for known in of_the_first_part)] == []
