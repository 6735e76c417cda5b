"""A book of forty pictures in two volumes, made by a script and built in English and Urdu; its pages read back."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from tools.picture_book.make import BOOK, Plan, make
from translate_pub.commands import build, rights
from translate_pub.commands.build import BuildReport, Order
from translate_pub.workspace import discovery

PICTURES = 40
PLATES = 14
"""Six at the end of a chapter, and two inserts of four."""
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> BuildReport:
    """Make the book and build it in both languages."""
    folder = tmp_path_factory.mktemp("pictures")
    make(folder / "texts", Plan(PICTURES, contents="all"))
    return build.run(discovery.find(folder / "texts"), Order(languages=("en", "ur")))


def volume(built: BuildReport, language: str, number: int) -> Path:
    """Give the file of one volume."""
    return next(one.path for one in built.built if one.path.name == f"{BOOK}-{language}-vol{number}-print.pdf")


def texts(path: Path) -> list[str]:
    """Give the words of every page."""
    return [" ".join(page.get_textpage().get_text_range().split()) for page in pypdfium2.PdfDocument(path)]


def labels(path: Path) -> list[str]:
    """Give the folio of every page."""
    with pikepdf.open(path) as pdf:
        return [str(page.label) for page in pdf.pages]


def full(image: Image.Image) -> bool:
    """Whether a page is printed out to its edge on every side."""
    width, height = image.size
    spots = [(x, y) for x in (1, width // 2, width - 2) for y in (1, height // 2, height - 2)]
    return all(sum(image.getpixel(spot)) < 3 * 250 for spot in spots)  # type: ignore[arg-type]  # three colours


def test_both_volumes_are_built_without_findings(built: BuildReport) -> None:
    """Four files, each with whole leaves; nothing is said of any picture."""
    assert built.diagnostics == ()
    assert not built.failed
    assert [one.path.name for one in built.built] == [
        f"{BOOK}-{language}-vol{number}-print.pdf" for language in ("en", "ur") for number in (1, 2)
    ]
    assert all(one.pages % 2 == 0 for one in built.built)


@pytest.mark.parametrize("language", ["en", "ur"])
def test_every_plate_fills_its_page(built: BuildReport, language: str) -> None:
    """On rectos and versos alike, and no other page does."""
    sides = []
    for number in (1, 2):
        pdf = pypdfium2.PdfDocument(volume(built, language, number))
        pages = [page.render(scale=0.4).to_pil().convert("RGB") for page in pdf]
        sides += [place % 2 for place, page in enumerate(pages) if full(page)]
    assert len(sides) == PLATES
    assert set(sides) == {0, 1}


def test_references_lead_from_volume_to_volume(built: BuildReport) -> None:
    """What is printed of the other volume's page is the page that the figure is on there."""
    first, second = volume(built, "en", 1), volume(built, "en", 2)
    see = re.search(r"See Figure (\d+), page (\d+) \(vol\. 2\)", " ".join(texts(first)))
    assert see is not None
    (place,) = (
        n
        for n, text in enumerate(texts(second))
        if f"Figure {see[1]} The street" in text or f"FIGURE {see[1]} The street" in text
    )
    assert labels(second)[place] == see[2]
    assert re.search(r"See Figure 1, page \d+ \(vol\. 1\)", " ".join(texts(second)))


def test_folios_go_on_and_inserts_do_not_count(built: BuildReport) -> None:
    """The body of the second volume begins with the number after the last of the first; plates have none."""
    first, second = (labels(volume(built, "en", number)) for number in (1, 2))
    body = [int(label) for label in first if label.isdecimal()]
    assert body == list(range(1, len(body) + 1))
    after = [int(label) for label in second if label.isdecimal()]
    assert after == list(range(body[-1] + 1, body[-1] + 1 + len(after)))
    for found in (first, second):
        uncounted = [place for place, label in enumerate(found) if not label]
        assert len(uncounted) == 10
        assert uncounted == list(range(uncounted[0], uncounted[0] + 10))
    assert second.index("") == 16


def test_lists_of_both_languages_have_all_pictures(built: BuildReport) -> None:
    """Contents and illustrations are of both volumes; only the Urdu edition has its foreword, behind the lists."""
    english = "\n".join(texts(volume(built, "en", 1)))
    listed = english.partition("List of illustrations")[2].partition("Preface")[0]
    assert len(re.findall(r"house number|in the year|plate number", listed)) == PICTURES
    assert "after p. " in listed
    assert "The lower town" in english
    with pikepdf.open(volume(built, "ur", 1)) as pdf, pdf.open_outline() as outline:
        heads = [entry.title for entry in outline.root]
    assert heads[heads.index("مترجم کا پیش لفظ") + 1] == "پیش لفظ"
    with pikepdf.open(volume(built, "en", 1)) as pdf, pdf.open_outline() as outline:
        assert "مترجم کا پیش لفظ" not in [entry.title for entry in outline.root]


def test_rights_are_complete(built: BuildReport) -> None:
    """Every picture has its credit and licence, in both languages."""
    root = built.built[0].path.parents[3]
    found = rights.run(discovery.find(root), (), ("en", "ur"))
    assert found.diagnostics == ()
    assert [len(one.pictures) for one in found.editions] == [PICTURES, PICTURES]
    assert {one.licence for one in found.editions[1].pictures} == {"CC0", "CC BY 4.0"}
