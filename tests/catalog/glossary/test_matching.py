"""Terms are found in texts of any script, in the forms that languages give them, and not in other words."""

from __future__ import annotations

import time

import pytest

from translate_pub.catalog.glossary import forms, tokens
from translate_pub.catalog.glossary.matching import Finder
from translate_pub.model.glossary import Term


def names(text: str, *terms: str, language: str = "en") -> list[str]:
    """Give the terms that a text uses; alternatives are parted by bars."""
    finder = Finder([Term(forms.split(term)) for term in terms], language)
    return [term.name for term in finder.find(text)]


@pytest.mark.parametrize(
    ("text", "terms", "found"),
    [
        ("The workers struck.", ["worker", "work"], ["worker"]),
        ("a worker's cap", ["worker"], ["worker"]),
        ("The working-class press", ["working class", "class"], ["working class"]),
        ("the working, class", ["working class", "class"], ["class"]),
        ("class struggle of the working class", ["working class", "class"], ["class", "working class"]),
        ("revolutionary", ["revolution"], []),
        ("revolutionary", ["revolution*"], ["revolution"]),
        ("antiparty", ["*party"], ["party"]),
        ("parties and strikes", ["party", "strike"], ["party", "strike"]),
        ("boxes and heroes", ["box", "hero"], ["box", "hero"]),
        ("the Duma", ["Duma"], ["Duma"]),
        ("the DUMA", ["Duma"], ["Duma"]),
        ("the duma", ["Duma"], []),
        ("Strike!", ["strike"], ["strike"]),
        ("a C++ and a 3-year plan", ["3-year plan"], ["3-year plan"]),
        ("mill, factory", ["factory | mill"], ["factory"]),
        ("e\u0301migre\u0301s", ["émigré"], ["émigré"]),
        ("", ["worker"], []),
        ("worker", [], []),
    ],
)
def test_terms_of_the_source(text: str, terms: list[str], found: list[str]) -> None:
    """A term stands as a whole word, in English in its plural too, and the longer one goes first."""
    assert names(text, *terms) == found


def test_other_sources_have_no_english_plural() -> None:
    """In a Swedish source an s does not make a plural."""
    assert names("arbetares", "arbetare", language="sv") == []


def test_a_source_without_spaces() -> None:
    """In Chinese a term is found inside a sentence, and the longer one goes before the one inside it."""
    assert names("全世界工人阶级团结起来", "工人", "工人阶级", "农民", language="zh-Hans") == ["工人阶级"]


@pytest.mark.parametrize(
    ("language", "form", "alike", "unlike"),
    [
        ("sv", "arbetare", "arbetaren arbetarna arbetares järnvägsarbetare ARBETARNA Arbetarparti", "arbete jobbare"),
        ("sv", "parti", "partiet partierna arbetarpartiet partiprogram", "par pater"),
        ("sv", "sovjet", "sovjeterna Petrogradsovjeten", "sova"),
        ("sv", "bok", "boken", "böcker bo"),
        ("sv", "centralkommitté", "centralkommitténs centralkommittéer", "kommitté"),
        ("es", "trabajador", "trabajadora trabajadores", "trabar"),
        ("es", "revolución", "revoluciones Revolución revolucionario", "revuelta"),
        ("es", "huelga", "huelgas huelguista", "hueco"),
        ("es", "clase obrera", "clases-obreras", "clase"),
        ("ur", "مزدور", "مزدوروں مزدورو مَزدور", "کسان"),
        ("ur", "طبقہ", "طبقے طبقوں طبقه طبقاتی", "مزدور"),
        ("ur", "ہڑتال", "ہڑتالیں ہڑتالوں", "بازار"),
        ("ur", "کی", "كي", "کیا"),
        ("de", "Arbeiter", "Arbeiterin ARBEITER Arbeiters", "arbeiter Werk"),
        ("de", "Typ", "Typen Datentypen Prototyp", "typisch Topf"),
        ("sv", "krig", "kriget inbördeskrigets", "krama"),
        ("es", "sol", "soles", "parasol"),
        ("zh", "工人", "中国工人阶级", "农民"),
        ("ja", "労働者*", "労働者階級", "農民"),
        ("fa", "می‌خواهم", "می‌خواهم", "خواستن"),
    ],
)
def test_allowed_forms_are_found_inflected(language: str, form: str, alike: str, unlike: str) -> None:
    """Endings and compounds of a translation are the translation still, in Swedish, Spanish, Urdu and others."""
    wanted = forms.parse(form)
    missed = [word for word in alike.split() if not forms.stands(wanted, f"x {word}, y", language, leniently=True)]
    taken = [word for word in unlike.split() if forms.stands(wanted, f"x {word}, y", language, leniently=True)]
    assert (missed, taken) == ([], [])


@pytest.mark.parametrize(
    ("form", "text", "found"),
    [
        ("jobbare", "en jobbare", True),
        ("jobbare", "jobbarna", False),
        ("jobb*", "jobbarna", True),
        ("*jobb*", "extrajobbare", True),
        ("social*revolution*", "socialrevolution", False),
        ("Plekhanov", "plekhanov", False),
        ("ارتقا", "اِرتقاء", False),
        ("معیشت پسندی", "معیشت‌پسندی", True),
        ("معیشت‌پسندی", "معیشت پسندی", True),
        ("خاص طور پر", "خاص طور, پر", False),
        ("working class", "work\u00ading \u2067class\u2069", True),
    ],
)
def test_forbidden_forms_are_found_as_written(form: str, text: str, found: bool) -> None:
    """Without a star only the very word is found; a mark between the words of a phrase parts it."""
    assert forms.stands(forms.parse(form), text, "sv") is found


@pytest.mark.parametrize(
    ("form", "fault"),
    [("a*b", True), ("*", True), ("", True), ("a **", True), ("*a*", False), ("a* b*", False), ("C++", False)],
)
def test_the_notation_is_checked(form: str, fault: bool) -> None:
    """A star stands at the beginning or end of a word that has letters."""
    assert bool(forms.fault(form)) is fault


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("\u064a\u0643\u0647", "\u06cc\u06a9\u06c1"),
        ("عُلَما", "علما"),
        ("الـسلام", "السلام"),
        ("أ", "ا"),
        ("שָׁלוֹם", "שלום"),
        ("STRASSE", "straße"),
    ],
)
def test_letters_that_are_the_same(one: str, other: str) -> None:
    """Vowel marks, kashidas and the code points of one letter make no difference; nor does case."""
    assert tokens.fold(one) == tokens.fold(other)


def test_what_both_texts_have_is_taken_out() -> None:
    """A title in its own language is left in neither text, a single name in both."""
    source, target = tokens.apart("In *The Soviets at Work* Lenin says", "I *The Soviets at Work* säger Lenin")
    assert ("Soviets" in source, "Soviets" in target, "Lenin" in source, "säger Lenin" in target) == (
        False,
        False,
        True,
        True,
    )


def test_a_large_glossary_is_quick() -> None:
    """Two thousand terms cost a book of four hundred long paragraphs less than two seconds."""
    finder = Finder([Term((f"word{number} phrase", f"stem{number}*")) for number in range(2000, 4000)], "en")
    texts = [
        f"A paragraph {number} with word{number} phrases, and stem{number}ming " * 8 for number in range(2000, 2400)
    ]
    began = time.process_time()
    assert all(len(finder.find(text)) == 1 for text in texts)
    assert time.process_time() - began < 2
