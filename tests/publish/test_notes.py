"""Footnotes on the pages: every one of them, whole, from the page of its call on."""

from __future__ import annotations

import ctypes
import io
import re
from collections.abc import Callable
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest

from translate_pub.model.pages import ChapterPages
from translate_pub.publish.chapter import LayoutJob, lay_out
from translate_pub.publish.note_text import printed

MakeJob = Callable[..., LayoutJob]
MM = 72 / 25.4
LATIN = "Partiet bildades i Minsk våren 1898, och nio ombud satt i ett hus vid floden. "
URDU = "پارٹی ۱۸۹۸ء میں منسک میں قائم ہوئی، اور نو مندوبین دریا کے کنارے ایک گھر میں بیٹھے۔ "


def note(label: str, inside: str) -> str:
    """Write a call with its footnote, as the edition does."""
    number = f'<a class="note-number" href="#fnref-{label}">{label}</a> '
    call = f'<a class="call" id="fnref-{label}" href="#fn-{label}">{label}</a>'
    return f'{call}<span class="note" id="fn-{label}" data-label="{label}">{number}{inside}</span>'


def book(text: str, notes: dict[int, str], paragraphs: int = 12) -> str:
    """Write a chapter with notes in some of its paragraphs."""
    return "<h1>Kapitel</h1>" + "".join(
        f"<p>{text * 2}{note(str(index), notes[index]) if index in notes else ''} {text * 3}</p>"
        for index in range(paragraphs)
    )


def assert_whole(pages: ChapterPages, texts: dict[str, str]) -> None:
    """Hold what landed against what was written."""
    assert not [finding for finding in pages.diagnostics if finding.code in {"P007", "P011"}]
    assert [landing.label for landing in pages.notes] == list(texts)
    for landing in pages.notes:
        found = printed(landing.text).replace("-", "").replace("\u2010", "")
        wanted = printed(re.sub(r"<[^>]+>", "", texts[landing.label])).replace("-", "").replace("\u2010", "")
        assert found == printed(landing.label) + wanted
        assert landing.pages[0] >= landing.call_page
        assert list(landing.pages) == list(range(landing.pages[0], landing.pages[-1] + 1))


@pytest.mark.parametrize(("language", "text"), [("sv", LATIN), ("ur", URDU)], ids=["sv", "ur"])
def test_a_note_that_runs_over_is_cut_where_the_page_turns(make_job: MakeJob, language: str, text: str) -> None:
    """All notes begin on the page of their call, and the long ones go on, whole, on the next pages."""
    notes = {0: text, 1: text * 14, 2: text * 2, 4: text * 30, 5: text * 3}
    pages = lay_out(make_job(book(text, notes, 6), language=language, css="html{hyphens:auto}"))
    assert_whole(pages, {str(index): inside for index, inside in notes.items()})
    assert all(landing.pages[0] == landing.call_page for landing in pages.notes)
    assert max(len(landing.pages) for landing in pages.notes) > 2


def test_short_notes_take_one_layout_and_no_cut(make_job: MakeJob) -> None:
    """A note that fits is left as it is."""
    pages = lay_out(make_job(book(LATIN, {1: LATIN, 4: LATIN * 2, 9: LATIN})))
    assert [len(landing.pages) for landing in pages.notes] == [1, 1, 1]
    assert not pages.diagnostics


@pytest.mark.parametrize(
    ("language", "text"), [("sv", LATIN), pytest.param("ur", URDU, marks=pytest.mark.slow)], ids=["sv", "ur"]
)
def test_a_note_of_two_paragraphs_and_a_list_runs_over(make_job: MakeJob, language: str, text: str) -> None:
    """Its blocks keep their order and their text over the turn."""
    items = "".join(f'<span class="as-li">{text * 2}</span>' for _ in range(8))
    inside = (
        f'<span class="as-p">{text * 4}</span><span class="as-p">{text * 6}</span><span class="as-ol">{items}</span>'
    )
    body = f"<p>{text * 3}{note('lista', inside)} {text * 12}</p>"
    pages = lay_out(make_job(body, language=language))
    assert_whole(pages, {"lista": inside})
    assert len(pages.notes[0].pages) > 1


def test_notes_of_headings_tables_and_lists_run_over(make_job: MakeJob) -> None:
    """It does not matter where a note is called."""
    body = (
        f"<h1>Rubrik{note('a', LATIN * 15)}</h1><p>{LATIN * 5}</p>"
        f"<table><tr><td>Cell{note('b', LATIN * 6)}</td><td>{LATIN}</td></tr></table>"
        f"<ul><li>{LATIN}{note('c', LATIN * 8)}</li></ul><blockquote><p>{LATIN * 3}{note('d', LATIN)}</p></blockquote>"
        f"<p>{LATIN * 8}</p>"
    )
    pages = lay_out(make_job(body))
    assert_whole(pages, {"a": LATIN * 15, "b": LATIN * 6, "c": LATIN * 8, "d": LATIN})


def test_many_notes_on_one_page_keep_their_order(make_job: MakeJob) -> None:
    """More notes than a page has room for stand on the following pages, in order."""
    calls = "".join(f"ord{note(str(index), LATIN * 2)} " for index in range(12))
    pages = lay_out(make_job(f"<p>{calls}</p>"))
    assert_whole(pages, {str(index): LATIN * 2 for index in range(12)})
    begins = [landing.pages[0] for landing in pages.notes]
    assert begins == sorted(begins)


def _ink(pages: ChapterPages) -> list[tuple[float, float]]:
    """Return the (bottom, top) of the ink of every page in pt from the trim's bottom."""
    found = []
    with pypdfium2.PdfDocument(pages.pdf) as pdf:
        for page in pdf:
            image = page.render(scale=2, grayscale=True).to_pil()
            box = image.point(lambda value: 255 if value < 128 else 0).getbbox()
            assert box is not None
            found.append(((image.height - box[3]) / 2, (image.height - box[1]) / 2))
            page.close()
    return found


def test_no_note_is_printed_outside_the_page_area(make_job: MakeJob) -> None:
    """Seen from outside: all ink lies within the margins, folio aside."""
    pages = lay_out(make_job(book(LATIN, {1: LATIN * 20, 2: LATIN * 10}, 5), css="@page{@bottom-center{content:none}}"))
    for bottom, top in _ink(pages):
        assert bottom >= (12 + 3) * MM - 3
        assert top <= (150 - 12 + 3) * MM + 1


def test_the_text_of_every_note_can_be_extracted(make_job: MakeJob) -> None:
    """An independent reader of the PDF finds each word of each note once."""
    words = {index: [f"ord{index}x{number}" for number in range(90)] for index in (1, 3)}
    body = book("Text i brödet. ", {index: " ".join(listed) for index, listed in words.items()})
    pages = lay_out(make_job(body))
    with pypdfium2.PdfDocument(pages.pdf) as pdf:
        text = " ".join(page.get_textpage().get_text_range() for page in pdf)
    found = re.findall(r"ord\d+x\d+", text)
    assert sorted(found) == sorted(word for listed in words.values() for word in listed)
    assert [word for word in found if word.startswith("ord3")] == words[3]


def test_the_line_before_the_turn_is_as_wide_as_the_others(make_job: MakeJob) -> None:
    """A cut note is justified to the last line of the page, and its real end is not."""
    pages = lay_out(make_job(f"<p>{LATIN * 4}{note('1', LATIN * 25)}</p><p>{LATIN * 12}</p>"))
    first, last = pages.notes[0].pages[0], pages.notes[0].pages[-1]
    assert last > first
    with pypdfium2.PdfDocument(pages.pdf) as pdf:
        rights = [_right_of_last_note_line(pdf[index]) for index in (first, last)]
    assert rights[0] == pytest.approx((100 - 12 + 3) * MM, abs=1)
    assert rights[1] < rights[0] - 10


def test_the_pieces_of_a_note_read_as_one_paragraph(make_job: MakeJob) -> None:
    """On each page a note is one paragraph: lines of one width, evenly spaced, without an indent after the turn."""
    css = ".note{text-indent:12pt} @page{@bottom-center{content:none}}"
    pages = lay_out(make_job(f"<p>{LATIN * 4}{note('1', LATIN * 45)}</p><p>{LATIN * 12}</p>", css=css))
    landed = pages.notes[0].pages
    assert len(landed) > 2
    with pypdfium2.PdfDocument(pages.pdf) as pdf:
        for index in landed:
            lines = _small_lines(pdf[index])
            if index == landed[0]:
                assert lines.pop(0)[1] > (12 + 3) * MM + 10
            if index == landed[-1]:
                assert lines.pop()[2] < (100 - 12 + 3) * MM - 5
            assert {round(left - (12 + 3) * MM) for _, left, _ in lines} == {0}
            assert {round(right - (100 - 12 + 3) * MM) for _, _, right in lines} == {0}
            assert {round(above[0] - below[0], 1) for above, below in pairwise(lines)} == {10.0}


def _small_lines(page: pypdfium2.PdfPage) -> list[tuple[float, float, float]]:
    """Return (baseline, left, right) of the lines of a page in small type, in pt from the media's edges."""
    text = page.get_textpage()
    lines: dict[float, list[tuple[float, float]]] = {}
    for place in range(text.count_chars()):
        left, bottom, right, top = text.get_charbox(place, loose=True)
        if 0 < top - bottom < 11.5:  # the face is 1.3 em high
            lines.setdefault(round(_origin(text, place), 1), []).append((left + 3 * MM, right + 3 * MM))
    found = sorted(lines.items(), reverse=True)
    return [(y, min(one[0] for one in own), max(one[1] for one in own)) for y, own in found]


def _origin(text: pypdfium2.PdfTextPage, place: int) -> float:
    x, y = ctypes.c_double(), ctypes.c_double()
    assert pypdfium2.raw.FPDFText_GetCharOrigin(text.raw, place, x, y)
    return y.value


def _right_of_last_note_line(page: pypdfium2.PdfPage) -> float:
    """Return the right edge of the lowest line above the folio, in pt from the media's left."""
    text = page.get_textpage()
    rects = [text.get_rect(index) for index in range(text.count_rects())]
    lines = [rect for rect in rects if rect[1] > (12 + 3) * MM - 8]
    lowest = min(rect[1] for rect in lines)
    return float(max(rect[2] for rect in lines if rect[1] < lowest + 4)) + 3 * MM


def test_a_note_with_something_taller_than_the_page_is_an_error(make_job: MakeJob) -> None:
    """What cannot be cut is reported, at its place."""
    tall = '<span style="display:inline-block;height:400mm">hög</span>'
    body = f'<p data-source="chapter.md:4">{LATIN}{note("1", f"Före {tall} efter.")} {LATIN}</p>'
    (finding,) = [one for one in lay_out(make_job(body)).diagnostics if one.code == "P007"]
    assert str(finding.span) == "chapter.md:4"
    assert "[^1]" in finding.message


def test_a_note_that_is_not_shown_is_an_error(make_job: MakeJob) -> None:
    """A stylesheet may not make a note disappear."""
    body = f"<p>{LATIN}{note('1', LATIN)}</p>"
    found = [one for one in lay_out(make_job(body, css=".note{display:none}")).diagnostics if one.code == "P007"]
    assert len(found) == 1
    assert "on no page" in found[0].message


def test_a_note_that_must_wait_for_another_is_noted(make_job: MakeJob) -> None:
    """Two long notes called in one line: the second begins on a later page, and the reader of the report learns it."""
    body = f"<p>{LATIN * 3}{note('1', LATIN * 22)}{note('2', LATIN * 5)}</p><p>{LATIN * 6}</p>"
    pages = lay_out(make_job(body))
    assert_whole(pages, {"1": LATIN * 22, "2": LATIN * 5})
    assert [(one.code, one.severity.value) for one in pages.diagnostics] == [("P008", "note")]


def test_the_links_of_a_cut_note_have_one_target(make_job: MakeJob) -> None:
    """The id stays with the first piece."""
    pages = lay_out(make_job(book(LATIN, {1: LATIN * 20}, 4)))
    assert [landing.anchor for landing in pages.landings if landing.anchor == "fn-1"] == ["fn-1"]
    with pikepdf.open(io.BytesIO(pages.pdf)) as pdf:
        names = list(pdf.Root.Names.Dests.Names)
    assert [str(name) for name in names[::2]].count("fn-1") == 1
