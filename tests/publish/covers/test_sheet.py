"""A cover laid out: texts that find room, even titles, boxes, and the pictures of its front."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from tests.publish.covers.press import IMPRINT, plan
from translate_pub.model.cover import Panel
from translate_pub.model.diagnostic import Outcome
from translate_pub.model.pages import Publication
from translate_pub.model.printing import Binding
from translate_pub.publish.covers import pixels, sheet
from translate_pub.publish.covers.sheet import SheetJob
from translate_pub.publish.fonts import FontSet

CSS = """
body, p { margin: 0 } html { font-family: "EB Garamond"; font-size: 30pt; line-height: 1.2 }
.region { position: absolute; left: 160mm; top: 20mm; width: 110mm; height: 60mm; text-align: center }
.title { padding-left: var(--half, 0); padding-right: var(--half, 0) }
"""
MM = 72 / 25.4


def lay_out(inside: str, root: Path, fonts: FontSet, **changes: object) -> Outcome[Publication]:
    """Lay a cover of one region out."""
    html = (
        '<html lang="de"><body><div class="region front head"><div class="fit" data-fit="front-head">'
        f"{inside}</div></div></body></html>"
    )
    return sheet.lay_out(SheetJob(html, CSS, fonts, plan(**changes), str(root), "cover.pdf"), IMPRINT)


def lines(outcome: Outcome[Publication]) -> list[tuple[str, float, float, float]]:
    """Give the lines of a cover: text, left, right and foot in mm, from the corner of the bleed."""
    assert outcome.value is not None
    with pypdfium2.PdfDocument(outcome.value.data) as pdf:
        page = pdf[0]
        height, text = page.get_height(), page.get_textpage()
        boxes = [text.get_rect(index) for index in range(text.count_rects())]
        rows = {round(box[1]): box for box in boxes}
        return [
            (text.get_text_bounded(0, box[1], 2000, box[3]).strip(), box[0] / MM, box[2] / MM, (height - box[1]) / MM)
            for _, box in sorted(rows.items(), reverse=True)
        ]


@pytest.mark.parametrize(
    "title",
    [
        "Rinderkennzeichnungsfleischetikettierungsüberwachung",
        f"A History of {'the Reading Circles and Their Newspapers, ' * 4}with Maps",
    ],
)
def test_a_long_title_is_set_smaller(title: str, root: Path, font_set: FontSet) -> None:
    """A word wider than the cover, and a title longer than its place, are set smaller until nothing stands outside."""
    outcome = lay_out(f'<p class="title">{title}</p>', root, font_set)
    assert outcome.diagnostics == ()
    found = lines(outcome)
    said = "".join(line for line, *_ in found)
    assert re.sub(r"[ \u2010-]", "", said) == title.replace(" ", "")
    for _, left, right, foot in found:
        assert 160 + 3 - 0.5 < left < right < 270 + 3 + 0.5
        assert foot < 80 + 3 + 0.5


def test_a_text_that_has_no_room(root: Path, font_set: FontSet) -> None:
    """What does not fit at half its size is an error that names the place and the text."""
    outcome = lay_out(f"<p>{'Too much is said of the book. ' * 60}</p>", root, font_set)
    assert [one.code for one in outcome.diagnostics] == ["P042"]
    assert "the front of the cover (head)" in outcome.diagnostics[0].message
    assert "Too much is said" in outcome.diagnostics[0].message


def test_the_lines_of_a_title_are_even(root: Path, font_set: FontSet) -> None:
    """No word is left alone on the last line of a title while the line before is full."""
    title = "What the Readers of the Upper Street Said"
    plain = lines(lay_out(f'<p class="title">{title}</p>', root, font_set))
    even = lines(lay_out(f'<p class="title" data-balance="title">{title}</p>', root, font_set))
    assert len(plain) == len(even) == 2

    def unevenness(found: list[tuple[str, float, float, float]]) -> float:
        widths = [right - left for _, left, right, _ in found]
        return max(widths) - min(widths)

    assert unevenness(even) < unevenness(plain) / 2


def test_a_long_word_of_an_even_title_stays_in_the_middle(root: Path, font_set: FontSet) -> None:
    """Lines of a title are made no narrower than its longest word, which stands in the middle as the others do."""
    found = lines(lay_out('<p class="title" data-balance="title">Bolsjevikerna 1883 bis 1917</p>', root, font_set))
    assert len(found) == 2
    assert [(left + right) / 2 for _, left, right, _ in found] == pytest.approx([160 + 55 + 3] * 2, abs=1)


@pytest.mark.parametrize("binding", Binding)
def test_boxes(binding: Binding, root: Path, font_set: FontSet) -> None:
    """The page begins at the corner of the bleed, and its trim is the cover's, whatever the bleed."""
    measures = plan(binding=binding)
    outcome = lay_out("<p>Title</p>", root, font_set, binding=binding)
    assert outcome.value is not None
    with pikepdf.open(io.BytesIO(outcome.value.data)) as pdf:
        page = pdf.pages[0]
        trim = [float(value) / MM for value in page.TrimBox.as_list()]
        assert page.mediabox == page.BleedBox
        assert [float(value) for value in page.mediabox.as_list()[:2]] == [0, 0]
        assert trim[0] == pytest.approx(measures.bleed, abs=0.01)
        assert trim[2] - trim[0] == pytest.approx(measures.width, abs=0.01)
        assert trim[3] - trim[1] == pytest.approx(measures.height, abs=0.01)
        assert pdf.Root.PageLayout == "/SinglePage"
        assert pdf.docinfo["/Title"] == "A title"


def test_the_same_cover_twice(root: Path, font_set: FontSet) -> None:
    """The same cover gives the same bytes."""
    one, two = (lay_out("<p>Title</p>", root, font_set).value for _ in range(2))
    assert one is not None
    assert one == two


def test_what_a_page_may_not_have(root: Path, font_set: FontSet) -> None:
    """A missing image, one outside the workspace, and a letter in no font are errors as in the interior."""
    (root.parent / "outside" / "secret.png").write_bytes(b"")
    inside = '<p>\u0905</p><img src="none.png"><img src="../outside/secret.png">'
    outcome = lay_out(inside, root, font_set)
    assert {one.code for one in outcome.diagnostics} == {"P001", "P002", "P004"}


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_pictures_of_the_front(direction: str, root: Path, font_set: FontSet) -> None:
    """The pictures show the whole trimmed front and nothing else of the sheet, the larger one for shops."""
    measures = plan(direction=direction)
    front = measures.panels[Panel.FRONT]
    html = (
        f'<html><body style="margin:0"><div style="position:absolute;left:{front.x}mm;top:0;width:140mm;height:216mm;'
        'background:#00f"></div></body></html>'
    )
    css = "@page{background:#f00}"
    made = sheet.lay_out(SheetJob(html, css, font_set, measures, str(root), "cover.pdf"), IMPRINT).value
    assert made is not None
    shop, web = pixels.front(made, measures, "book-sv")
    assert (shop.name, web.name) == ("book-sv-front.jpg", "book-sv-front.png")
    for picture, kind, height in ((shop, "JPEG", 2560), (web, "PNG", 1200)):
        image = Image.open(io.BytesIO(picture.data))
        assert (image.format, image.mode) == (kind, "RGB")
        assert image.height == pytest.approx(height, abs=2)
        assert image.width / image.height == pytest.approx(140 / 216, abs=0.002)
        corners = [(3, 3), (image.width - 4, 3), (3, image.height - 4), (image.width - 4, image.height - 4)]
        assert [image.getpixel(corner) for corner in corners] == [pytest.approx((0, 0, 255), abs=3)] * 4
