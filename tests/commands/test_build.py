"""Editions as files: what is written, what is refused, and that nothing is written by halves."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from tests.commands.counting import Counter
from translate_pub.commands import build
from translate_pub.commands.build import Order
from translate_pub.model.edition import Purpose
from translate_pub.workspace import discovery

SWEDISH = "locales/sv/LC_MESSAGES/leaflet/01-meeting.po"
URDU = "locales/ur/LC_MESSAGES/leaflet/01-meeting.po"


def edit(file: Path, old: str, new: str) -> None:
    """Replace a text that stands in a file once."""
    text = file.read_text()
    assert text.count(old) == 1
    file.write_text(text.replace(old, new))


def test_a_complete_edition_is_printed(leaflet: Path) -> None:
    """A print edition that lacks nothing is written to its place, with its pages, size and completion told."""
    report = build.run(discovery.find(leaflet), Order(languages=("sv",)))
    assert report.diagnostics == ()
    (built,) = report.built
    assert built.path == leaflet / "build" / "leaflet" / "sv" / "leaflet-sv-print.pdf"
    assert built.size == built.path.stat().st_size
    assert built.progress.percent == 100
    assert built.pages % 2 == 0
    assert [note.label for note in built.notes] == ["pages"]
    subprocess.run(["qpdf", "--check", built.path], check=True, capture_output=True)
    text = subprocess.run(["pdftotext", built.path, "-"], check=True, capture_output=True, text=True).stdout
    assert "Tio sidor tar ungefär tjugo minuter." in text


def test_a_second_build_gives_the_same_bytes(leaflet: Path) -> None:
    """Building again, with another number of processes, changes no byte."""
    workspace = discovery.find(leaflet)
    (built,) = build.run(workspace, Order(languages=("sv",), jobs=1)).built
    first = built.path.read_bytes()
    (built,) = build.run(workspace, Order(languages=("sv",), jobs=2)).built
    assert built.path.read_bytes() == first


def test_untranslated_text_refuses_a_print_edition(leaflet: Path) -> None:
    """An edition with untranslated and fuzzy messages is refused with their counts and chapters; others are made."""
    report = build.run(discovery.find(leaflet), Order(languages=("ur", "sv")))
    assert [built.language for built in report.built] == ["sv"]
    assert report.refused == (("leaflet", "ur"),)
    assert report.failed
    (found,) = report.diagnostics
    assert "12 untranslated, 1 fuzzy" in found.message
    assert any(hint.startswith("01-meeting: 1 untranslated, 1 fuzzy") for hint in found.hints)
    assert not (leaflet / "build" / "leaflet" / "ur").exists()


def test_stale_catalogues_do_not_hide_untranslated_text(leaflet: Path) -> None:
    """What is untranslated is counted from the sources as they are, whatever the catalogues were made for."""
    edit(leaflet / "source_texts/leaflet/01-meeting.md", "A lamp stands", "An old lamp stands")
    report = build.run(discovery.find(leaflet), Order(languages=("sv",)))
    assert not report.built
    stale, refused = report.diagnostics
    assert (stale.code, str(stale.span)) == ("C040", SWEDISH)
    assert "1 untranslated" in refused.message


def test_min_prints_what_is_there(leaflet: Path) -> None:
    """`minimum` allows an edition with the source's text in it."""
    report = build.run(discovery.find(leaflet), Order(languages=("ur",), minimum=1))
    assert [built.language for built in report.built] == ["ur"]
    assert 0 < report.built[0].progress.percent < 100


def test_a_proof_is_always_made(leaflet: Path) -> None:
    """A proof of a language that nobody has begun is written."""
    report = build.run(discovery.find(leaflet), Order(languages=("de",), purpose=Purpose.PROOF))
    assert not report.failed
    assert report.built[0].path.name == "leaflet-de-proof.pdf"


def test_the_source_can_be_built(leaflet: Path) -> None:
    """The book in its own language needs no catalogue."""
    report = build.run(discovery.find(leaflet), Order(languages=("en",)))
    assert not report.failed
    assert report.built[0].progress.percent == 100


def test_an_edition_with_errors_leaves_the_old_file(leaflet: Path) -> None:
    """A lost footnote keeps the edition from being written; the file of the last build stays as it was."""
    workspace = discovery.find(leaflet)
    (built,) = build.run(workspace, Order(languages=("sv",))).built
    before = built.path.read_bytes()
    edit(leaflet / SWEDISH, "samma tio sidor.[^pages]", "samma tio sidor.")
    report = build.run(workspace, Order(languages=("sv",)))
    assert not report.built
    assert "C050" in {found.code for found in report.diagnostics}
    assert built.path.read_bytes() == before


def test_findings_of_all_floors_come_in_one_run(leaflet: Path) -> None:
    """A stale catalogue, a fault in it, a reference to nowhere, a missing image and glyph are told together."""
    edit(leaflet / SWEDISH, "samma tio sidor.[^pages]", "samma tio sidor.")
    chapter = leaflet / "source_texts/leaflet/02-after.md"
    chapter.write_text(chapter.read_text() + "\n![A lamp](figures/lamp.svg)\n\nSee [](page:nowhere).\n")
    edit(leaflet / "locales/sv/LC_MESSAGES/leaflet/preface.po", "Förord", "Förord ㋿")
    report = build.run(discovery.find(leaflet), Order(languages=("sv",), minimum=1))
    assert not report.built
    codes = {found.code for found in report.diagnostics}
    assert {"C040", "C050", "P001", "P004"} <= codes
    assert any(found.message.count("nowhere") for found in report.diagnostics)


def test_output_is_another_folder(leaflet: Path, tmp_path: Path) -> None:
    """`output` takes the place of the workspace's build folder."""
    report = build.run(discovery.find(leaflet), Order(languages=("sv",), output=tmp_path / "out"))
    assert report.built[0].path == tmp_path / "out" / "leaflet" / "sv" / "leaflet-sv-print.pdf"
    assert not (leaflet / "build").exists()


def test_sections_of_all_editions_share_the_workers(leaflet: Path) -> None:
    """What all editions want is laid out in the same round: two editions take as many rounds as one."""
    one, two = Counter(), Counter()
    build.run(discovery.find(leaflet), Order(languages=("sv",), purpose=Purpose.PROOF), one)
    build.run(discovery.find(leaflet), Order(languages=("sv", "de"), purpose=Purpose.PROOF), two)
    assert len(two.totals) <= len(one.totals) + 1
    assert two.totals[0] == 2 * one.totals[0]
    assert two.steps == two.totals


def test_a_broken_book_does_not_stop_the_others(leaflet: Path) -> None:
    """A book whose configuration has mistakes is told; the other one is built."""
    shutil.copytree(leaflet / "source_texts/leaflet", leaflet / "source_texts/broken")
    edit(leaflet / "source_texts/broken/book.toml", 'trim = "A5"', 'trim = "A55"')
    report = build.run(discovery.find(leaflet), Order(languages=("sv",)))
    assert [built.book for built in report.built] == ["leaflet"]
    assert report.refused == (("broken", "sv"),)
    assert any(found.span and found.span.path.endswith("broken/book.toml") for found in report.diagnostics)


@pytest.mark.parametrize("written", ['fonts = { body = "Garamont" }', 'fonts = { body = "fonts/lost.ttf" }'])
def test_a_font_that_cannot_be_had_is_told(leaflet: Path, written: str) -> None:
    """A font that is not there is an error at its line, and the edition is not written."""
    edit(leaflet / "source_texts/leaflet/book.toml", "[editions.sv]\n", f"[editions.sv]\n{written}\n")
    report = build.run(discovery.find(leaflet), Order(languages=("sv",)))
    assert not report.built
    assert any(found.span and found.span.line for found in report.diagnostics)


def test_a_stylesheet_of_the_book_finds_images_beside_it(leaflet: Path) -> None:
    """An address in a book's own stylesheet counts from the stylesheet; one that leads outside is still refused."""
    book = leaflet / "source_texts" / "leaflet"
    Image.new("L", (600, 600), 200).save(book / "tone.png")
    (book / "own.css").write_text('h1 { background: url("tone.png"); }\n')
    edit(book / "book.toml", 'trim = "A5"\n', 'trim = "A5"\ncss = ["own.css"]\n')
    inside = build.run(discovery.find(leaflet), Order(languages=("sv",)))
    assert inside.diagnostics == ()
    with pikepdf.open(inside.built[0].path) as pdf:
        streams = [one for one in pdf.objects if isinstance(one, pikepdf.Stream)]
        assert {int(one.Width) for one in streams if one.get("/Subtype") == pikepdf.Name.Image} == {600}
    (book / "own.css").write_text("h1 { background: url(gone.png); }\n")
    gone = build.run(discovery.find(leaflet), Order(languages=("sv",)))
    assert {found.code for found in gone.diagnostics} == {"P004"}
    (book / "own.css").write_text("h1 { background: url(../../../tone.png); }\n")
    (leaflet.parent / "tone.png").write_bytes((book / "tone.png").read_bytes())
    outside = build.run(discovery.find(leaflet), Order(languages=("sv",)))
    assert {found.code for found in outside.diagnostics} == {"P002"}
    assert outside.refused == (("leaflet", "sv"),)
