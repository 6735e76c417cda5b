"""Editions made to a printer's profile, each demand read back from the finished file."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pikepdf
import pytest

from translate_pub.commands import build
from translate_pub.commands.build import BuildReport, Order
from translate_pub.commands.commission import Commission
from translate_pub.model.edition import Purpose
from translate_pub.model.pages import Publication
from translate_pub.model.printing import Binding, ColourMode, Paper, PrinterProfile, Standard
from translate_pub.workspace import discovery, printers

POINTS = 72 / 25.4
EVERYTHING = """
title = "Town Print"
standard = "plain"
colour = "grey"
cover_colour = "rgb"
page_multiple = 16
last_page_blank = true
least_pages = 4
most_pages = 400
least_line_pt = 0.5
interior_name = "{isbn}-{printer}-{language}.pdf"
cover_name = "{isbn}-{printer}-{language}-cover.pdf"
gutters = [{ pages = 8, mm = 12 }, { pages = 400, mm = 31 }]
bleed = { top = 4, bottom = 2, outer = 5, inner = 0 }
margins = { top = 14, bottom = 16, outer = 18, inner = 10 }
papers = { thin = { caliper_um = 100, most_pages = 200 } }
"""
"""A profile whose demands are like no other printer's."""
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">')


def hire(leaflet: Path, text: str, name: str = "townprint") -> None:
    """Write a profile of the workspace's own."""
    (leaflet / "printers").mkdir(exist_ok=True)
    (leaflet / "printers" / f"{name}.toml").write_text(text)


def settings(leaflet: Path, written: str, language: str = "sv") -> None:
    """Write keys of an edition."""
    book = leaflet / "source_texts" / "leaflet" / "book.toml"
    text = book.read_text()
    head = f"[editions.{language}]\n"
    book.write_text(text.replace(head, head + written) if head in text else f"{text}\n{head}{written}")


def printed(leaflet: Path, printer: str = "", *languages: str) -> BuildReport:
    """Build print editions."""
    return build.run(discovery.find(leaflet), Order(languages=languages or ("sv",), minimum=1, printer=printer))


def inks(page: str) -> list[tuple[float, float, float, float]]:
    """Return where the words of a page stand, in pt from the top left of the media."""
    return [(float(one[1]), float(one[2]), float(one[3]), float(one[4])) for one in WORD.finditer(page)]


def test_every_demand_is_in_the_file(leaflet: Path) -> None:
    """Bleed by edge, margins, gutter, multiple and a blank last page, in books bound on the left and on the right."""
    hire(leaflet, EVERYTHING)
    chosen = 'printer_profile = "townprint"\npaper = "thin"\nbinding = "paperback"\n'
    settings(leaflet, chosen)
    settings(leaflet, f'{chosen}isbn = {{ paperback = "978-0-00-000019-4" }}\n', "ur")
    report = printed(leaflet, "", "sv", "ur")
    assert not report.failed
    assert {"9780000000187-townprint-sv-cover.pdf", "9780000000194-townprint-ur-cover.pdf"} <= {
        built.path.name for built in report.built
    }
    interiors = {
        built.language: built.path for built in report.built if built.path.name.endswith(f"{built.language}.pdf")
    }
    assert {path.name for path in interiors.values()} == {
        "9780000000187-townprint-sv.pdf",
        "9780000000194-townprint-ur.pdf",
    }
    for language, path in interiors.items():
        check(path, right_bound=language == "ur")
        check_rules(path)


def check(path: Path, *, right_bound: bool) -> None:
    """Hold a file against `EVERYTHING`."""
    told = subprocess.run(["pdftotext", "-bbox", path, "-"], check=True, capture_output=True, text=True).stdout
    words = told.split("<page ")[1:]
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) % 16 == 0
        assert len(pdf.pages) == len(words)
        assert not inks(words[-1])
        inner = []
        for number, (page, text) in enumerate(zip(pdf.pages, words, strict=True)):
            spine_left = (number % 2 == 0) != right_bound
            left, right = (0, 5) if spine_left else (5, 0)
            media, trim, bleed = (
                [float(value) / POINTS for value in page.obj[key].as_list()]
                for key in ("/MediaBox", "/TrimBox", "/BleedBox")
            )
            assert media == pytest.approx([0, 0, 148 + 5, 210 + 6], abs=0.01)
            assert bleed == pytest.approx(media, abs=0.01)
            assert trim == pytest.approx([left, 2, left + 148, 2 + 210], abs=0.01)
            for x1, y1, x2, y2 in inks(text):
                sides = (x1 / POINTS - left, media[2] - right - x2 / POINTS)
                spine, fore = sides if spine_left else sides[::-1]
                inner.append(spine)
                assert spine >= 30.9
                assert fore >= 17.9
                assert y1 / POINTS - 4 >= 13.9
                assert media[3] - 2 - y2 / POINTS >= 15.9
        assert min(inner) == pytest.approx(31, abs=0.6)


def check_rules(path: Path) -> None:
    """Find no rule that is thinner than the printer prints, though the theme has some."""
    with pikepdf.open(path) as pdf:
        instructions = [one for page in pdf.pages for one in pikepdf.parse_content_stream(page)]
    widths = {float(one.operands[0]) for one in instructions if str(one.operator) == "w"}
    heights = {abs(float(one.operands[3])) for one in instructions if str(one.operator) == "re"}
    assert not {width for width in widths if 0 < width < 0.49}
    assert not {height for height in heights if 0 < height < 0.49}


@pytest.mark.parametrize(
    ("written", "line", "hints"),
    [
        ('printer_profile = "kpd"', "printer_profile is", ("did you mean kdp?",)),
        ('printer_profile = "kdp"\npaper = "crem"', 'paper is "crem"', ("did you mean cream?",)),
        ('printer_profile = "kdp"\nbinding = "case"', 'binding is "case"', ("allowed: paperback",)),
        ('printer_profile = "kdp"\nbinding = "glue"', 'binding is "glue"', ("allowed: paperback, flaps",)),
    ],
)
def test_an_unknown_choice_says_which_there_are(leaflet: Path, written: str, line: str, hints: tuple[str, ...]) -> None:
    """An unknown printer, paper or binding is told at its line, with those that there are."""
    settings(leaflet, f"{written}\n")
    report = printed(leaflet)
    assert not report.built
    (found,) = (one for one in report.diagnostics if one.code == "B005")
    assert line in found.message
    assert found.span is not None
    assert found.span.line is not None
    assert all(any(told.startswith(hint) for told in found.hints) for hint in hints)


def commission(**demands: object) -> Commission:
    """Make the commission of a printer with some demands."""
    profile = PrinterProfile("p", "Town Print", Standard.PLAIN, ColourMode.GREY, **demands)  # type: ignore[arg-type]  # any of its fields
    return Commission(profile, next(iter(profile.papers), None), Binding.PAPERBACK)


@pytest.mark.parametrize(
    ("demands", "pages", "codes"),
    [
        ({}, 2, []),
        ({"least_pages": 24, "most_pages": 828}, 24, []),
        ({"least_pages": 24}, 22, ["P080"]),
        ({"most_pages": 828}, 830, ["P081"]),
        ({"papers": (Paper("cream", caliper_um=127, most_pages=776),)}, 776, []),
        ({"papers": (Paper("cream", caliper_um=127, most_pages=776),)}, 778, ["P082"]),
        ({"papers": (Paper("gloss", caliper_um=127, least_pages=72),)}, 70, ["P082"]),
        ({"papers": (Paper("cream", caliper_um=127, most_pages=776),), "most_pages": 828}, 900, ["P081", "P082"]),
    ],
)
def test_numbers_of_pages_are_held_against_printer_and_paper(
    demands: dict[str, object], pages: int, codes: list[str]
) -> None:
    """Too few and too many pages are errors, by the printer and by the paper."""
    found = commission(**demands).check_pages(pages, "ferry sv")
    assert [one.code for one in found] == codes
    assert all(f"{pages} pages" in one.message for one in found)


def test_sizes_of_files_are_held_against_the_printer() -> None:
    """A file is as large as the printer takes, or an error; megabytes are of a million bytes."""
    publication = Publication("x.pdf", b"x" * 1_500_000, 2)
    assert commission(largest_mb=1.5).check_size(publication) == ()
    assert [found.code for found in commission(largest_mb=1.4).check_size(publication)] == ["P083"]
    assert commission().check_size(publication) == ()


@pytest.mark.parametrize(
    ("template", "isbn", "volume", "name"),
    [
        ("{book}-{language}-{printer}.pdf", "", "", "ferry-sv-p.pdf"),
        ("{book}-{language}.pdf", "", "2", "ferry-sv-vol2.pdf"),
        ("{isbn}_txt.pdf", "9780000000187", "", "9780000000187_txt.pdf"),
        ("{isbn}_txt.pdf", "", "2", "ferry-sv_txt-vol2.pdf"),
        ("{isbn}_txt.pdf", "9780000000187", "2", "9780000000187_txt.pdf"),
        ("{book}{volume}.pdf", "", "2", "ferry2.pdf"),
    ],
)
def test_files_are_named_as_the_printer_asks(template: str, isbn: str, volume: str, name: str) -> None:
    """Names in braces are filled in, and no two volumes have the same name."""
    names = {"book": "ferry", "language": "sv", "isbn": isbn, "volume": volume}
    assert commission().name(template, names) == name


def test_a_page_without_room_is_found_before_it_is_laid_out(leaflet: Path) -> None:
    """Margins that leave no room for text are told, and nothing is laid out."""
    hire(leaflet, EVERYTHING.replace("outer = 18", "outer = 90"))
    assert "P084" in {found.code for found in printed(leaflet, "townprint").diagnostics}


def test_an_icc_profile_that_is_lost_is_found(leaflet: Path) -> None:
    """A path that leads nowhere is told before anything is laid out."""
    hire(leaflet, EVERYTHING + '[condition]\nidentifier = "FOGRA39"\nprofile = "icc/lost.icc"\n')
    report = printed(leaflet, "townprint")
    (found,) = (one for one in report.diagnostics if one.code == "P085")
    assert "icc/lost.icc" in found.message


def test_a_cover_needs_a_printer(leaflet: Path) -> None:
    """A cover without a printer is refused, with what to do; with one, the cover alone is made."""
    workspace = discovery.find(leaflet)
    refused = build.run(workspace, Order(languages=("sv",), purpose=Purpose.COVER))
    assert [found.code for found in refused.diagnostics] == ["P086"]
    # Paper and binding that are another printer's do not count with this one.
    settings(leaflet, 'printer_profile = "kdp"\npaper = "cream"\n')
    made = build.run(workspace, Order(languages=("sv",), purpose=Purpose.COVER, printer="home-booklet"))
    assert made.built[0].path.name == "leaflet-sv-booklet-cover.pdf"
    assert not any(built.path.name == "leaflet-sv-booklet.pdf" for built in made.built)


def test_a_mistaken_profile_stops_only_its_edition(leaflet: Path) -> None:
    """Mistakes of a profile are told at their lines, and nothing is written."""
    hire(leaflet, EVERYTHING.replace('standard = "plain"', 'standard = "X-9"'))
    report = printed(leaflet, "townprint")
    assert report.refused == (("leaflet", "sv"),)
    assert [str(found.span) for found in report.diagnostics] == ["printers/townprint.toml:3"]


@pytest.mark.slow
@pytest.mark.parametrize("name", printers.names())
def test_heads_and_folios_keep_the_margins_of_every_printer(leaflet: Path, name: str) -> None:
    """Every word of every page, running heads and folios too, stands as far from the trim as each printer asks."""
    profile = printers.load(None, name).value
    assert profile is not None
    hire(leaflet, f'based_on = "{name}"\nleast_pages = 0\nstandard = "plain"\n', name)
    report = printed(leaflet, name, "sv", "ur")
    interiors = [built for built in report.built if built.pages > 1]
    assert len(interiors) == 2, report.diagnostics
    for built in interiors:
        told = subprocess.run(["pdftotext", "-bbox", built.path, "-"], check=True, capture_output=True, text=True)
        with pikepdf.open(built.path) as pdf:
            for page, text in zip(pdf.pages, told.stdout.split("<page ")[1:], strict=True):
                height = float(page.mediabox[3])
                left, bottom, right, top = (float(value) for value in page.trimbox)
                for x1, y1, x2, y2 in inks(text):
                    assert (height - y1) <= top - profile.margins.top * POINTS + 1
                    assert (height - y2) >= bottom + profile.margins.bottom * POINTS - 1
                    assert (
                        min(x1 - left, right - x2) >= min(profile.margins.outer, profile.inner_margin(0)) * POINTS - 1
                    )
