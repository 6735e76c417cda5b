"""Index marks become an index, sorted as the edition's language sorts."""

from __future__ import annotations

import re
import sys

import pytest

from tests.edition.shelf import Shelf, settings
from translate_pub.edition.collation import Collation
from translate_pub.model.diagnostic import Diagnostic


def index_of(*texts: str, language: str = "en", **facts: object) -> str:
    """Give the HTML of the index of a book with these chapters."""
    chapters = {f"{number:02}": f"# {number}\n\n{text}\n" for number, text in enumerate(texts, 1)}
    return Shelf(chapters, language=language, **facts).section("index", language)


def headings(html: str) -> list[str]:
    """Give letters and headings in order; sub-entries stand behind a dash."""
    lines = re.findall(r'<p class="(letter|index-entry level-(\d)[^"]*)">(?:<span class="heading">)?([^<]*)', html)
    return [f"[{text}]" if name == "letter" else f"{'-' * (int(level) - 1)}{text}" for name, level, text in lines]


def findings(text: str) -> list[Diagnostic]:
    """Give what is found about the marks of a chapter."""
    return list(Shelf({"01": f"# One\n\n{text}\n"}).render().diagnostics)


def test_a_mark_names_its_word_an_entry_a_sub_entry_or_several() -> None:
    """The word itself, what stands behind `index:`, what stands behind `!`, and each between semicolons."""
    html = index_of("[Iskra](index:) [he](<index:Martov, Julius>) [it](<index:Papers!Iskra!editors; Exile>)")
    assert headings(html) == [
        *("[E]", "Exile", "[I]", "Iskra", "[M]", "Martov, Julius", "[P]", "Papers", "-Iskra", "--editors"),
    ]


@pytest.mark.parametrize(
    ("language", "words", "order"),
    [
        ("sv", "Öl Zar Ådal Äng Al", "[A] Al [Z] Zar [Å] Ådal [Ä] Äng [Ö] Öl"),
        ("es", "oso ñandú nube", "[N] nube [Ñ] ñandú [O] oso"),
        ("de", "Zar Ärzte Arzt Aster", "[A] Arzt Ärzte Aster [Z] Zar"),
        ("ur", "گاؤں پارٹی ہڑتال آزادی ٹرین بغاوت", "[ا] آزادی [ب] بغاوت [پ] پارٹی [ٹ] ٹرین [گ] گاؤں [ہ] ہڑتال"),
    ],
)
def test_entries_are_sorted_as_the_language_sorts(language: str, words: str, order: str) -> None:
    """Swedish å, ä and ö come after z, Spanish ñ after n, German ä with a, and Urdu has its own alphabet."""
    assert (
        headings(index_of(" ".join(f"[{word}](index:)" for word in words.split()), language=language)) == order.split()
    )


def test_an_entry_may_be_sorted_under_another_word() -> None:
    """What stands before `@` decides the place, what stands behind it is printed, however often it is said."""
    html = index_of(
        "[b](<index:Sankt Petersburg@S:t Petersburg>) [c](index:Salt) [S:t Petersburg](index:) [d](index:Sax)"
    )
    assert headings(html) == ["[S]", "Salt", "S:t Petersburg", "Sax"]
    assert html.count("data-page=") == 4


def test_marks_before_a_word_do_not_count() -> None:
    """Quotation marks, brackets and marks of direction are passed over where words are sorted; figures come first."""
    order = Collation("en")
    assert sorted(["beta", "“Alpha”", "\N{RIGHT-TO-LEFT MARK}(gamma)", "1905"], key=order.key) == [
        "1905",
        "“Alpha”",
        "beta",
        "\N{RIGHT-TO-LEFT MARK}(gamma)",
    ]
    assert [order.letter(text) for text in ("“Alpha”", "1905")] == ["A", ""]


def test_references_lead_to_other_headings() -> None:
    """`see` stands in the place of pages, `also` behind them, in words of the edition's language."""
    text = "[](<index:Ulyanov|see Lenin>)[Lenin](<index:Lenin|also Iskra!editors>) [I](index:Iskra!editors)"
    html = index_of(text)
    assert re.search(r'Ulyanov</span>, <i class="see">see</i> Lenin</p>', html)
    assert re.search(r'>188</a></span>; <i class="see">see also</i> Iskra, editors</p>', html)
    assert '<i class="see">se även</i> Iskra, editors' in index_of(text, language="sv")
    assert "دیکھیے" in index_of(text, language="ur")


def test_every_page_is_a_place_for_a_folio() -> None:
    """An entry shows the page of each of its marks, and a range those of its ends."""
    html = index_of("[a](index:A) [b](<index:B|begin>) [c](<index:B|end>)", "[a](index:A)")
    assert re.findall(r'class="(locator[^"]*)" href="#([^"]*)" data-page="\2"', html) == [
        ("locator", "index--01--1"),
        ("locator", "index--02--1"),
        ("locator begin", "index--01--2"),
        ("locator end", "index--01--3"),
    ]


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        ("[a](<index:A|see B>) [b](index:Bb)", "E061", "from “A” to “B”"),
        ("[a](<index:A|begin>)", "E062", "“A” is never ended"),
        ("[a](<index:A|end>)", "E062", "“A” ends but never began"),
        ("[a](<index:A|begin>) [a](<index:A|begin>) [a](<index:A|end>)", "E062", "“A” begins again"),
        ("[a](<index:A|sea B>)", "E063", "begin, end, see HEADING, also HEADING"),
        ("[a](<index:A|see>)", "E063", "begin, end, see HEADING, also HEADING"),
        ("[Iskra](index:) [iskra](index:) [again](index:iskra)", "E064", "“Iskra” and “iskra”"),
        ("[a](<index:Fog!Banks>) [b](<index:fog!Banks>)", "E064", "“Fog” and “fog”"),
        ("[a](<index:A!!B>)", "E063", "none empty"),
        ("[a](<index:A!B!C!D>)", "E063", "up to 2 below it"),
    ],
)
def test_marks_that_cannot_be_followed_are_found(text: str, code: str, told: str) -> None:
    """A slip in a mark is an error at its line, and the other marks are in the index all the same."""
    (found,) = findings(f"{text} [whole](index:)")
    assert (found.code, str(found.span)) == (code, "source_texts/b/01.md:3")
    assert told in found.message


def test_reference_to_nowhere_names_what_is_near() -> None:
    """The hint says which heading was probably meant."""
    (found,) = findings("[a](<index:A|see Lenni>) [b](index:Lenin)")
    assert found.hints == ("did you mean “Lenin”?",)


def test_without_icu_the_index_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can sort, the message says what to install, and no index is made up."""
    monkeypatch.setitem(sys.modules, "icu", None)
    (found,) = findings("[a](index:A)")
    assert found.code == "E060"
    assert "translate-pub[index]" in found.hints[0]


def test_the_index_stands_last_and_in_the_contents() -> None:
    """It is the last section but for a colophon, and the contents lead to it; an edition may go without."""
    made = Shelf({"01": "# One\n\n[a](index:A)\n", "colophon": "# C\n\nSet in Garamond.\n", "appendix": "# B\n"})
    names = [one.name for one in made.render().value or ()]
    assert names[-3:] == ["appendix", "index", "colophon"]
    assert 'href="#index"' in made.section("contents")
    without = Shelf({"01": "# One\n\n[a](index:A)\n"}, editions=settings("en", index=False))
    assert "index" not in [one.name for one in without.render().value or ()]


def test_numbers_keep_the_direction_of_the_line_behind_foreign_words() -> None:
    """Behind a Latin heading of an Urdu index a mark of direction keeps the pages on the reading side."""
    assert "Iskra</span>\N{RIGHT-TO-LEFT MARK}، " in re.sub(
        r'<span[^>]*dir="ltr"[^>]*>Iskra</span>', "Iskra", index_of("[Iskra](index:)", language="ur")
    ).replace("Iskra</span></span>", "Iskra</span>")


def test_numbers_stand_behind_urdu_words_in_a_latin_index() -> None:
    """Without a mark of direction, the number of a right-to-left word would stand before it."""
    html = index_of("[پاکستان](index:) and [Iskra](index:)")
    assert re.search("پاکستان(</span>)+\N{LEFT-TO-RIGHT MARK}, ", html)
    assert "Iskra</span>, " in html
