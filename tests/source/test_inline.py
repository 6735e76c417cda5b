"""What the comparison of a message with its translation finds."""

from __future__ import annotations

import pytest

from translate_pub.model.diagnostic import Severity
from translate_pub.model.source import Source
from translate_pub.source.inline import Comparer, Difference, comparer

CHAPTER = """
A call[^note] and another[^other], and a [link][ref].

[^note]: Text.

[^other]: Text.

[ref]: https://example.org/ "Title"
"""


@pytest.fixture(scope="module")
def by() -> Comparer:
    """Give the comparer of a chapter with two footnotes and a link definition."""
    return comparer(Source("chapter.md", CHAPTER))


@pytest.mark.parametrize(
    ("msgid", "msgstr"),
    [
        ("Plain words.", "Enkla ord."),
        ("With a note.[^note]", "Med en not.[^note]"),
        ("*One* **two** `x`", "`x` **två** *ett*"),
        ("[text][ref] and [Iskra](index:)", "[Iskra](<index:Gnistan>) och [text][ref]"),
        ("see page [](page:iskra)", "صفحہ [](page:iskra) دیکھیے"),
        ('![Map](map.svg "Caption")', '![Karta](map.svg "Bildtext")'),
        ("A <b>bold</b> word", "Ett <b>fett</b> ord"),
        (r"A literal \*", r"En \* bokstavligen"),
        ("one\ntwo", "ett\ntvå"),
        ("2 * 3 = 6", "2 * 3 = 6"),
    ],
)
def test_a_faithful_translation_has_no_differences(by: Comparer, msgid: str, msgstr: str) -> None:
    """Words may change and move; the markup is the same."""
    assert by.compare(msgid, msgstr) == ()


@pytest.mark.parametrize(
    ("msgid", "msgstr", "expected"),
    [
        ("A[^note] b[^other]", "A[^note] b", [Difference("footnote", "other", 1, 0)]),
        ("A[^note]", "A[^note][^note]", [Difference("footnote", "note", 1, 2)]),
        ("[a](x)", "[b](y)", [Difference("link", "x", 1, 0), Difference("link", "y", 0, 1)]),
        ("[a](index:)", "b", [Difference("index mark", "", 1, 0)]),
        ("p. [](page:a)", "s.", [Difference("cross-reference", "page:a", 1, 0)]),
        ("![a](x.svg)", "a", [Difference("image", "x.svg", 1, 0)]),
        ("`code`", "code", [Difference("code", "code", 1, 0)]),
        ("a <br> b", "a b", [Difference("tag", "<br>", 1, 0)]),
        ("*a*{: .x}", "*a*", [Difference("attribute", 'em: class="x"', 1, 0)]),
        ("a", "a `b", [Difference("leftover", "backtick", 0, 1)]),
        ("a", "a\n\nb", [Difference("line break", "", 0, 1), Difference("blank line", "", 0, 1)]),
        ("*a*", "a", [Difference("emphasis", "em", 1, 0)]),
    ],
)
def test_a_difference_says_what_is_missing_or_too_many(
    by: Comparer, msgid: str, msgstr: str, expected: list[Difference]
) -> None:
    """Each difference names the thing, how often the message has it and how often the translation."""
    assert list(by.compare(msgid, msgstr)) == expected


@pytest.mark.parametrize("broken", ["A [^ note]", "A [^note", "A ^note]", "A [^nope]", "A \\[^note]", "A [ ^note]"])
def test_a_damaged_footnote_call_is_an_error(by: Comparer, broken: str) -> None:
    """Whatever a slip does to a call, the footnote is missed."""
    differences = by.compare("A [^note]", broken)
    assert Difference("footnote", "note", 1, 0) in differences
    assert Severity.ERROR in {difference.severity for difference in differences}


@pytest.mark.parametrize("broken", ["**bold", "bold**", "** bold**", "__bold", "[a] (x)", "[a](x", "a](x)", "<b"])
def test_markup_that_is_not_recognised_is_left_over(by: Comparer, broken: str) -> None:
    """Marks that would be printed as they are count as errors."""
    found = [difference for difference in by.compare("words", f"words {broken} words") if difference.kind == "leftover"]
    assert found
    assert all(difference.severity is Severity.ERROR for difference in found)


def test_emphasis_and_line_breaks_are_the_translators_to_decide(by: Comparer) -> None:
    """They differ with the script and the verse: warnings, no errors."""
    differences = by.compare("*a* **b**\nc", "a b c")
    assert {difference.kind for difference in differences} == {"emphasis", "line break"}
    assert all(difference.severity is Severity.WARNING for difference in differences)


def test_a_heading_must_not_take_attributes_of_its_own(by: Comparer) -> None:
    """An attribute list at the end of a heading's translation would be taken for the heading's."""
    assert by.compare("Title", "Titel {#other}", "heading 2") == (
        Difference("attribute", 'the paragraph: id="other"', 0, 1),
    )


def test_an_abbreviation_is_translated_as_a_definition(by: Comparer) -> None:
    """Letters and words may change, the form may not."""
    msgid = "*[RSDLP]: Russian Social Democratic Labour Party"
    assert by.compare(msgid, "*[RSDAP]: Rysslands socialdemokratiska arbetarparti", "abbreviation") == ()
    assert [found.kind for found in by.compare(msgid, "Rysslands parti", "abbreviation")] == ["abbreviation"]


def test_kept_lines_are_no_hard_breaks(by: Comparer) -> None:
    """In a message whose lines are kept, a line break more or less is no difference."""
    assert by.compare("one\ntwo", "ett två", flags=("no-wrap",)) == ()
