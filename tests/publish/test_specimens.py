"""A specimen of every theme in five languages, with every element that a theme sets: what of it can be measured.

The texts are our own (`specimens/`), so that nobody's translation is waited for; the pages are looked at as well.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import ImageOps

from translate_pub.commands import build, composition
from translate_pub.commands.build import Order
from translate_pub.commands.composition import Composition
from translate_pub.edition import themes
from translate_pub.model.edition import ChapterHtml
from translate_pub.publish import boxes as laid_out
from translate_pub.publish import engine
from translate_pub.publish.boxes import kind
from translate_pub.publish.fetcher import Fetcher
from translate_pub.workspace import discovery

pytestmark = pytest.mark.slow
SPECIMENS = Path(__file__).parent / "specimens"
LANGUAGES = ("sv", "es", "de", "en", "ur")
WESTERN = frozenset("0123456789")
NASTALIQ = "Noto Nastaliq Urdu"
MM = 72 / 25.4
DPI = 150


def workspace(folder: Path, theme: str, language: str) -> Path:
    """Make a workspace with the specimen of a theme in one language, as a book of that language."""
    book = folder / "source_texts" / "specimen"
    book.mkdir(parents=True)
    shutil.copy(SPECIMENS / f"{language}.md", book / "01-ferry.md")
    shutil.copy(SPECIMENS / "river.svg", book)
    (book / "book.toml").write_text(
        f'title = "Specimen"\npublisher = "A Press"\nplace = "London"\nyear = 2027\ntrim = "A5"\ntheme = "{theme}"\n'
        'chapters = ["01-ferry.md"]\n'
    )
    (folder / "translate-pub.toml").write_text(
        f'project = "specimens"\nsource_language = "{language}"\nlanguages = []\n'
    )
    return folder


@pytest.fixture(scope="module", params=[(theme, language) for theme in themes.NAMES for language in LANGUAGES])
def specimen(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, str, Path, list[Any]]:
    """Build a specimen: its theme, its language, its PDF, and its chapter's pages as laid out."""
    theme, language = request.param
    root = workspace(tmp_path_factory.mktemp("specimen"), theme, language)
    seen: list[Composition] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(composition, "compose", _remembering(composition.compose, seen))
        report = build.run(discovery.find(root), Order(languages=(language,), jobs=1))
    assert report.diagnostics == ()
    (built,) = report.built
    (one,) = seen
    chapter = next(section for section in one.sections if section.name == "01-ferry")
    return theme, language, built.path, boxes(one, chapter)


def _remembering(compose: Callable[..., object], seen: list[Composition]) -> Callable[..., object]:
    def composed(*arguments: object) -> object:
        made = compose(*arguments)
        seen.append(made.value)  # type: ignore[attr-defined] # an outcome, whatever the arguments
        return made

    return composed


def boxes(one: Composition, section: ChapterHtml) -> list[Any]:
    """Lay a section out once more, and give its pages as boxes."""
    sheet, _, _ = engine.read_stylesheet(one.form.css, one.form.fonts, one.form.root)
    fetcher = Fetcher(Path(one.form.root), ())
    document, _ = engine.render(engine.parse(section.html, fetcher), sheet)
    return [page._page_box for page in document.pages]  # noqa: SLF001 - the laid-out boxes have no other door


Specimen = tuple[str, str, Path, list[Any]]


def inside(box: object) -> list[Any]:
    """Give a box and every box in it, whatever their kinds."""
    return list(laid_out.inside(box))


def lines_of(pages: list[Any], tag: str) -> list[tuple[Any, list[Any]]]:
    """Give the blocks of a kind with their lines."""
    found = [box for page in pages for box in inside(page) if kind(box) == "BlockBox" and _tag(box) == tag]
    return [(box, [line for line in inside(box) if kind(line) == "LineBox"]) for box in found]


def _tag(box: object) -> str:
    return str(getattr(getattr(box, "element", None), "tag", ""))


def test_ink_keeps_off_the_edges(specimen: Specimen) -> None:
    """No ink stands nearer than 7 mm to a trim: nothing is clipped, and nothing has slid off the type area."""
    _, _, path, _ = specimen
    with pypdfium2.PdfDocument(path) as document, pikepdf.open(path) as file:
        for number, (page, own) in enumerate(zip(document, file.pages, strict=True), 1):
            edge = (float(own.trimbox[0]) + 7 * MM) * DPI / 72
            image = ImageOps.invert(page.render(scale=DPI / 72, grayscale=True).to_pil())
            left, top, right, bottom = image.getbbox() or (edge, edge, edge, edge)
            assert min(left, top, image.width - right, image.height - bottom) >= edge or image.getbbox() is None, number


def test_lines_are_evenly_spaced(specimen: Specimen) -> None:
    """Baselines of a paragraph are equally far apart, whatever emphasis, calls and foreign words stand in it."""
    _, _, _, pages = specimen
    measured = 0
    for _, lines in lines_of(pages, "p"):
        baselines = [float(line.position_y + line.baseline) for line in lines]
        steps = [round(below - above, 1) for above, below in pairwise(baselines)]
        assert len(set(steps)) <= 1, steps
        measured += bool(steps)
    assert measured > 3


def test_headings_and_text_are_in_nastaliq(specimen: Specimen) -> None:
    """In Urdu, headings and running text are set in Nastaliq, in every theme."""
    _, language, _, pages = specimen
    if language != "ur":
        return
    for tag in ("h1", "h2", "h3", "p"):
        block, _ = lines_of(pages, tag)[0]
        assert block.style["font_family"][0] == NASTALIQ, tag


def test_western_digits_stand_in_latin_text_only(specimen: Specimen) -> None:
    """In Urdu, a Western digit stands in a run of Latin text; all others are Urdu's."""
    _, language, _, pages = specimen
    if language != "ur":
        return
    found: Counter[bool] = Counter()
    for page in pages:
        for box in inside(page):
            if kind(box) == "TextBox" and WESTERN & set(box.text):
                found[box.style["direction"] == "ltr"] += 1
    assert set(found) == {True}


def test_verse_stands_in_couplets(specimen: Specimen) -> None:
    """Every line of a verse is one line, and those of an Urdu couplet stand on one axis."""
    _, language, _, pages = specimen
    verses = [
        (box, lines) for box, lines in lines_of(pages, "p") if "verse" in (box.element.get("class") or "").split()
    ]
    assert [len(lines) for _, lines in verses] == ([2, 2] if language == "ur" else [4])
    if language == "ur":
        axes = {round(float(box.content_box_x() + box.width / 2), 1) for box, _ in verses}
        assert len(axes) == 1


def test_a_heading_has_more_than_a_line_below_it(specimen: Specimen) -> None:
    """No heading stands at the foot of a page."""
    _, _, _, pages = specimen
    for page in pages:
        body = [box for child in page.children if kind(child) == "BlockBox" for box in inside(child)]
        lines = [box for box in body if kind(box) == "LineBox"]
        headings = [box for box in body if _tag(box) in {"h2", "h3"} and kind(box) == "BlockBox"]
        for heading in headings:
            assert sum(line.position_y > heading.position_y + heading.height for line in lines) >= 2
