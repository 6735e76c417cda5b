"""What make-up does to laid-out lines: words tighter and looser, words broken where a list says."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate_pub.edition import languages, makeup
from translate_pub.model.makeup import Breaks
from translate_pub.publish import engine, fonts
from translate_pub.publish.boxes import inside, kind
from translate_pub.publish.fetcher import Fetcher

WORDS = "Partiet bildades i Minsk våren 1898, och nio ombud satt i ett hus vid floden. "
URDU = "پارٹی ۱۸۹۸ء میں منسک میں قائم ہوئی، اور نو مندوبین دریا کے کنارے ایک گھر میں بیٹھے۔ "
CSS = (
    "@page{size:100mm 150mm;margin:10mm;font:8pt 'EB Garamond'} body,p{margin:0} p{hyphens:auto;text-align:justify}"
    "html{font:10pt/13pt 'EB Garamond'} :lang(ur){font-family:'Noto Nastaliq Urdu';line-height:25pt}"
)


def lay_out(body: str, *breaks: Breaks, css: str = "", language: str = "sv") -> list[list[tuple[str, float]]]:
    """Lay a document out; give the text of every line, and how wide it is, by page."""
    sheet, _, _ = engine.read_stylesheet(CSS + makeup.styles(languages.style(language)) + css, fonts.shipped(), "/")
    html = engine.parse(f"<html><body>{body}</body></html>", Fetcher(Path("/")))
    document, complaints = engine.render(html, sheet, breaks=breaks)
    assert not complaints
    return [
        [
            ("".join(getattr(box, "text", "") for box in inside(line)), float(getattr(line, "width", 0)))
            for line in inside(page._page_box)  # noqa: SLF001 - the laid-out boxes have no other door
            if kind(line) == "LineBox"
        ]
        for page in document.pages
    ]


def narrow(word: str, *breaks: Breaks) -> list[str]:
    """Break one word in a column that is too narrow for it, and for any other beside it."""
    body = f"<p lang=sv style='width:13mm;hyphenate-limit-chars:6 3 3;hyphenate-character:\"-\"'>och nu {word} kom.</p>"
    return [text for page in lay_out(body, *breaks) for text, _ in page]


def listed(*words: tuple[str, tuple[int, ...]], language: str = "sv") -> Breaks:
    """Make a list of words in small letters."""
    return Breaks(language, words)


def test_a_listed_word_is_broken_where_the_list_says() -> None:
    """Not where the patterns would break it, in small letters or large."""
    assert "bolsjevi-" not in "".join(narrow("Bolsjevikerna", listed(("bolsjevikerna", (5,)))))
    assert any(line.endswith("Bolsj-") for line in narrow("Bolsjevikerna", listed(("bolsjevikerna", (5,)))))


def test_a_listed_word_without_a_break_stays_whole() -> None:
    """A word that stands in the list without a hyphen is never broken."""
    lines = narrow("organisation", listed(("organisation", ())))
    assert narrow("organisation") != lines
    assert any("organisation" in line for line in lines)


def test_other_words_are_broken_by_the_patterns() -> None:
    """A listed word in a paragraph takes nothing from the words beside it, as a soft hyphen would."""
    body = narrow("organisation Bolsjevikerna", listed(("bolsjevikerna", (5,))))
    assert any(line.endswith("-") and line.startswith("organ") for line in body), body


def test_a_list_is_for_its_language() -> None:
    """The list of another language is not looked into."""
    other = listed(("bolsjevikerna", (5,)), language="de")
    assert narrow("Bolsjevikerna", other) == narrow("Bolsjevikerna")


@pytest.mark.parametrize(("language", "text"), [("sv", WORDS), ("ur", URDU)])
def test_tighter_and_looser(language: str, text: str) -> None:
    """Words come closer or stand further apart by steps, and no justified line is over the measure."""
    direction = "rtl" if language == "ur" else "ltr"

    def lines(name: str, style: str) -> list[tuple[str, float]]:
        body = f"<p lang={language} dir={direction} class='{name}' style='{style}'>{text * 4}</p>"
        return [line for page in lay_out(body, language=language) for line in page]

    names = ("makeup-tighter-5", "makeup-tighter-1", "", "makeup-looser-1", "makeup-looser-5")
    widths = [lines(name, "white-space:nowrap;text-align:start")[0][1] for name in names]
    assert widths == sorted(widths)
    assert len(set(widths)) == len(names)
    measure = 80 / 25.4 * 96
    assert all(width <= measure + 0.5 for name in names for _, width in lines(name, ""))


def test_a_paragraph_is_kept_with_the_next() -> None:
    """`keep` takes a paragraph to the next page with the one that follows it."""
    filler = "<p style='height:122mm'>.</p>"
    loose, kept = (lay_out(f"{filler}<p class='{name}'>Kept.</p><p>Next.</p>") for name in ("", "makeup-keep"))
    assert [line for line, _ in loose[0]][-1] == "Kept."
    assert [line for line, _ in kept[1]] == ["Kept.", "Next."]


def test_no_hyphen() -> None:
    """`no-hyphen` breaks no word of the paragraph."""
    body = "<p lang=sv style='width:22mm' class='{}'>" + "organisationernas internationella " * 5
    plain, whole = (lay_out(body.format(name))[0] for name in ("", "makeup-no-hyphen"))
    assert any(line.endswith(("-", "‐")) for line, _ in plain)
    assert not any(line.endswith(("-", "‐")) for line, _ in whole)
