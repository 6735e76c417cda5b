"""The translation memory finds what was translated before."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pub.catalog import po, remarks
from translate_pub.catalog.memory import filling, masking, search, units
from translate_pub.catalog.memory.search import Languages
from translate_pub.model.catalog import Catalog, Entry
from translate_pub.model.memory import Manner, Suggestion, Unit

SWEDISH = Languages("en", "sv")
LAMP = Unit(
    "A lamp stands on the table, and everybody has read ten pages.",
    "En lampa står på bordet, och alla har läst tio sidor.",
    "ferry/01",
)
TWO = Unit(
    "The ferry leaves at noon. Nobody waits for those who are late.",
    "Färjan går klockan tolv. Ingen väntar på den som är sen.",
    "ferry/02",
)


def _one(memory: list[Unit], text: str, least: float = 0.75) -> Suggestion | None:
    return search.suggest(memory, [text], SWEDISH, least=least).get(text)


def test_the_same_text_is_found() -> None:
    """A text that was translated before is suggested as it was."""
    assert _one([TWO, LAMP], LAMP.source) == Suggestion(LAMP.target, "ferry/01", 1.0, Manner.EXACT)


def test_the_same_text_in_another_dress_is_found() -> None:
    """Quotation marks, white space and the marks of emphasis make no difference."""
    found = _one([Unit("He said “no” *twice*.", "Han sa ”nej” *två gånger*.", "a/b")], 'He  said "no" _twice_.')
    assert found is not None
    assert found.score == 1.0


def test_what_most_have_is_suggested() -> None:
    """Of several translations of a text the usual one is suggested."""
    memory = [Unit("Contents", target, "a/b") for target in ("Innehåll", "Innehållsförteckning", "Innehåll")]
    found = _one(memory, "Contents")
    assert found is not None
    assert found.text == "Innehåll"


def test_a_text_alike_is_found_and_its_numbers_carried_over() -> None:
    """A number that differs stands in the suggestion as it does in the text."""
    old = Unit("In 1903 the second congress met in London.", "År 1903 möttes den andra kongressen i London.", "h/1")
    found = _one([old, LAMP], "In 1907 the second congress met in London.")
    assert found is not None
    assert found.text == "År 1907 möttes den andra kongressen i London."
    assert found.manner is Manner.ALIKE
    assert found.score < 1


def test_what_is_not_alike_enough_is_not_suggested() -> None:
    """The threshold is the user's."""
    text = "A lamp hangs over the table, and everybody has read twenty books."
    assert _one([LAMP], text, least=0.5) is not None
    assert _one([LAMP], text, least=0.95) is None
    assert _one([LAMP], "The harbour is closed in winter.") is None


def test_a_sentence_of_a_paragraph_is_found() -> None:
    """A text of one sentence has the translation of that sentence in a longer text."""
    assert _one([LAMP, TWO], "Nobody waits for those who are late.") == Suggestion(
        "Ingen väntar på den som är sen.", "ferry/02", 1.0, Manner.SENTENCES
    )


def test_a_text_is_made_of_its_sentences() -> None:
    """Sentences of different paragraphs are put together, each with its own translation."""
    text = f"{LAMP.source} Nobody waits for those who are late."
    found = _one([LAMP, TWO], text)
    assert found is not None
    assert found.text == f"{LAMP.target} Ingen väntar på den som är sen."
    assert found.manner is Manner.SENTENCES


def test_a_text_of_which_one_sentence_is_unknown_is_not_suggested() -> None:
    """Nothing is suggested that is half in another language."""
    assert _one([LAMP], f"{LAMP.source} Somebody else has closed the windows again.") is None


def test_sentences_are_cut_only_where_both_sides_have_as_many() -> None:
    """A translation that joined two sentences gives none of them."""
    joined = replace(TWO, target="Färjan går klockan tolv och väntar inte på den som är sen.")
    assert list(units.cut([joined], "en", "sv")) == []
    assert [unit.target for unit in units.cut([TWO], "en", "sv")] == [
        "Färjan går klockan tolv.",
        "Ingen väntar på den som är sen.",
    ]


def _catalog(*entries: Entry) -> Catalog:
    header = Entry("", "", "Content-Type: text/plain; charset=UTF-8\n")
    return Catalog("sv.po", "sv", "ferry", "03", header, entries)


def test_only_what_is_vouched_for_is_remembered() -> None:
    """Fuzzy and empty entries are not in the memory, retired ones are."""
    catalog = _catalog(
        Entry("", "a", "A"), Entry("", "b", "B", flags=("fuzzy",)), Entry("", "c"), Entry("", "d", "D", obsolete=True)
    )
    assert [unit.target for unit in units.of_catalogs([catalog])] == ["A", "D"]


def test_what_is_filled_in_is_fuzzy_and_says_where_it_comes_from() -> None:
    """Nobody has read it here, whatever its score."""
    filled, entered = filling.fill(
        _catalog(Entry("", "a"), Entry("", "b", "B")),
        {text: Suggestion("X", "ferry/01", 1.0, Manner.EXACT) for text in "ab"},
    )
    first, second = filled.entries
    assert first.fuzzy
    assert first.msgstr == "X"
    assert remarks.read(first, "suggested")[0].text == "ferry/01 1.00"
    assert second.msgstr == "B"
    assert [one.key for one in entered] == [("", "a")]


def test_a_catalogue_without_suggestions_keeps_its_bytes() -> None:
    """Where nothing is suggested, nothing is written."""
    data = b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "a"\nmsgstr ""\n'
    catalog = po.parse(data, "sv.po", "sv", "ferry", "01").value
    assert catalog is not None
    assert filling.fill(catalog, {})[0] is catalog


TEXTS = (
    "The paper *Iskra* (“Spark”)[^2] was [printed](https://x.org/a_b) in Leipzig & <em>London</em>; page [](page:a).",
    "`code` and **strong *both* words**",
    "![A map](map.png) of R&D < 3 > 2",
    "one\ntwo",
    "*[SDAPR]: a party",
    "snake_case_word and _emphasis_",
)


@pytest.mark.parametrize("text", TEXTS)
def test_markup_is_put_back_where_it_stood(text: str) -> None:
    """What a machine leaves alone comes back as it was."""
    masked = masking.mask(text)
    assert masking.unmask(masked, masked.html) == text


@given(st.text(st.sampled_from("ab *_`[]()<>^!:{}&;\n\\."), max_size=40))
def test_any_text_comes_back(text: str) -> None:
    """Whatever stands in a text, taking markup out and putting it back changes nothing but white space at its ends."""
    masked = masking.mask(text)
    assert masking.unmask(masked, masked.html) == text.strip()


def test_white_space_that_a_machine_puts_into_markup_is_taken_out() -> None:
    """Emphasis stays close to its words, and the call of a note to the word before it."""
    masked = masking.mask("Read *Iskra* now.[^1]")
    machine = 'Läs <x id="0"></x> Iskra <x id="1"/> nu. <x id="2"></x>'
    assert masking.unmask(masked, machine) == "Läs *Iskra* nu.[^1]"


@pytest.mark.parametrize("answer", ["Läs Iskra", 'Läs <x id="0"></x>Iskra', 'x <x id="0"></x><x id="0"></x>'])
def test_an_answer_that_lost_markup_is_of_no_use(answer: str) -> None:
    """Every piece of markup must be there once."""
    assert masking.unmask(masking.mask("Read *Iskra*"), answer) is None
