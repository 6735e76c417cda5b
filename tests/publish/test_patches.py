"""Repairs of WeasyPrint: what is wrong without them, and that nothing else changes."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap

import pytest
import weasyprint

from translate_pub.publish import engine, weasyprint_patches
from translate_pub.publish.weasyprint_patches import right_to_left_lines
from translate_pub.publish.weasyprint_patches.replacement import replace

SETTING = """
import json, sys, warnings
warnings.simplefilter("ignore")
from pathlib import Path
from translate_pub.publish import engine, fonts, weasyprint_patches
wanted = sys.argv[1].split(",") if sys.argv[1] else []
weasyprint_patches.PATCHES = tuple(p for p in weasyprint_patches.PATCHES if p.__name__.rpartition(".")[2] in wanted)
engine.load()
from translate_pub.publish.fetcher import Fetcher
from translate_pub.publish.boxes import inside, kind
def pages(html, css):
    sheet, _, _ = engine.read_stylesheet("@page{size:100mm 150mm;margin:10mm;font:8pt 'EB Garamond'}"
        "html{font:10pt/13pt 'EB Garamond';text-align:justify}body,p{margin:0}a{color:inherit}"
        ":lang(ur){font-family:'Noto Nastaliq Urdu','EB Garamond'}" + css, fonts.shipped(), "/")
    document, _ = engine.render(engine.parse("<html>" + html + "</html>", Fetcher(Path("/"))), sheet)
    return [page._page_box for page in document.pages]
def lines(page):
    found = [line for line in inside(page) if kind(line) == "LineBox"]
    return ["".join(getattr(box, "text", "") for box in inside(line)) for line in found]
def places(page):
    return [(round(box.position_x, 3), round(box.position_y, 3), getattr(box, "text", "")) for box in inside(page)
            if kind(box) == "TextBox"]
LATIN = "Partiet bildades i Minsk våren 1898, och nio ombud satt i ett hus vid floden. "
URDU = "پارٹی ۱۸۹۸ء میں منسک میں قائم ہوئی، اور نو مندوبین دریا کے کنارے ایک گھر میں بیٹھے۔ "
"""
URDU = """
html = "<body lang=ur dir=rtl>" + "".join(
    f"<p style='text-indent:2em'>{URDU * 3}<b>{URDU}</b><span dir=ltr lang=en><i>Iskra</i>, no. {n}</span> {URDU}</p>"
    "<img style='float:left;width:20mm;height:20mm' alt=x><ul><li>" + URDU for n in range(4))
import zlib
print(zlib.crc32(repr([places(page) for page in pages(html, "")]).encode()))
"""
LONE_WORDS = """
texts = [f"{n}. " + LATIN * 4 + "<i>Iskra</i> " + LATIN for n in range(60)]
found = [line for text in texts for page in pages("<p lang=sv>" + text, f"p{{width:{60 + len(text) % 7}mm}}")
                    for line in lines(page)[:-1]]
print(json.dumps(sorted(len(line.split()) for line in found)[0]))
"""


def run(script: str, *patches: str) -> int:
    """Run a script in a process of its own, with some of the repairs, and return the number that it prints."""
    code = textwrap.dedent(SETTING) + textwrap.dedent(script)
    done = subprocess.run([sys.executable, "-c", code, ",".join(patches)], check=True, capture_output=True, text=True)
    return int(json.loads(done.stdout))


def test_every_repair_fits_the_installed_weasyprint() -> None:
    """One that no longer fits is mended upstream or needs to be looked at."""
    engine.load()
    assert {patch.VERSION for patch in weasyprint_patches.PATCHES} == {weasyprint.__version__}
    assert not weasyprint_patches.apply(), "applied once, a repair finds nothing to repair"


def test_another_version_is_left_alone() -> None:
    """A repair is for the version that it was made for."""
    from weasyprint.layout import inline  # noqa: PLC0415 - loaded on first use

    before = inline.get_next_linebox
    assert not replace(inline, "get_next_linebox", "69.0", "def", "def")
    assert inline.get_next_linebox is before
    assert right_to_left_lines.__doc__


@pytest.mark.slow
def test_right_to_left_pages_stay_where_they_were() -> None:
    """Every box of text has the same place with the repair and without."""
    assert run(URDU, "right_to_left_lines") == run(URDU)


@pytest.mark.slow
def test_no_line_ends_after_its_first_word() -> None:
    """Without the repair some line before an inline element has one word only; with it none has."""
    stock, repaired = run(LONE_WORDS), run(LONE_WORDS, "hanging_spaces")
    assert stock == 1
    assert repaired > 1


NOTES = """
def late(document):
    calls, notes = {}, {}
    for index, page in enumerate(document):
        for box in inside(page):
            called = getattr(getattr(box, "footnote", None), "element", None)
            if called is not None:
                calls[called.get("id")] = index
        for area in page.children:
            if kind(area) == "FootnoteAreaBox":
                notes |= {note.element.get("id"): index for note in area.children}
    return sum(calls[name] != notes.get(name) for name in calls)
css = (".n{float:footnote;font-size:8pt;line-height:9.3pt}.n::footnote-call{content:''}.n::footnote-marker{content:''}"
       "@page{@footnote{margin-top:7pt;padding-top:3.1pt;border-top:.3pt solid;max-height:80mm}}")
def html(seed):
    note = lambda n: f"<span class=n id=n{n}>{LATIN * (1 + n * seed % 3)}</span>"
    text = lambda n: f"<p>{LATIN * (1 + (n * 7 + seed) % 4)}{note(n)} {LATIN * (seed % 3)}</p>"
    return "<body lang=sv>" + "".join(map(text, range(16)))
print(json.dumps(sum(late(pages(html(seed), css)) for seed in range(6))))
"""


ROUNDING = """
from weasyprint.layout import LayoutContext
update, found = LayoutContext._update_footnote_area, []
LayoutContext._update_footnote_area = lambda self: found.append(update(self)) or found[-1]
css = (".n{float:footnote;font-size:8pt;line-height:9.3pt}"
       "@page{@footnote{margin-top:7pt;padding-top:4pt;border-top:.3pt solid;max-height:120mm}}")
pages("<body lang=sv><p>" + "".join(f"{LATIN}<span class=n>{LATIN}</span> " for n in range(16)), css)
print(json.dumps(sum(map(bool, found))))
"""


@pytest.mark.slow
def test_fewer_notes_leave_their_calls() -> None:
    """Short notes for which the page has room stay on it."""
    assert run(NOTES, "footnotes_stay") < run(NOTES)


@pytest.mark.slow
def test_an_area_with_room_to_spare_does_not_overflow() -> None:
    """Without the repair sums of the same heights differ at times."""
    assert run(ROUNDING, "footnote_rounding") == 0
    assert run(ROUNDING) != 0
