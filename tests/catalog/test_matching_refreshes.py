"""Proposals on small refreshes of our own, scored as the benchmark scores public ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import scoring, structure
from benchmarks.corpus import Case, template_of
from benchmarks.renewing import read, renew
from benchmarks.running import msgmerge, run
from benchmarks.scoring import Quality
from translate_pub.catalog.matching import book
from translate_pub.catalog.matching.decision import Old, Slot
from translate_pub.catalog.matching.drafting import Drafter
from translate_pub.model.catalog import Entry, Key, Message
from translate_pub.model.update import Fate, Proposal

FOLDER = Path(__file__).parent / "refreshes"
LANGUAGES = ("sv", "es")


def case_of(language: str) -> Case:
    """Read a refresh: the catalogue before, and the one that people made of the messages after."""
    path = FOLDER / f"{language}.before.po"
    final = read(FOLDER / f"{language}.final.po")
    translations = {entry.key: entry.msgstr for entry in final.entries}
    return Case(language, language, path.read_bytes(), read(path), template_of(final), translations)


def ours(case: Case) -> tuple[Quality, dict[Key, str], dict[str, Proposal]]:
    """Update, and return the score, the texts by message and the proposals by text."""
    updated = renew(case.catalog, case.template)
    texts = scoring.outcome_of(updated.catalogs[0])
    proposals = {proposal.key[1]: proposal for proposal in updated.reports[0].proposals}
    return scoring.score(case, texts, scoring.best_of(case)), texts, proposals


@pytest.mark.parametrize("language", LANGUAGES)
def test_proposals_are_useful_and_not_bad(language: str) -> None:
    """Of eleven changed messages at least nine get what a translator can use, and nothing that exists is missed."""
    quality, _, _ = ours(case_of(language))
    assert quality.changed == 11
    assert quality.useful >= 9
    assert (quality.bad, quality.missed) == (0, 0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_proposals_are_better_than_msgmerges(language: str) -> None:
    """More are useful than with gettext's own update, and no more are bad or missed."""
    case = case_of(language)
    quality, _, _ = ours(case)
    merged = scoring.outcome_of(run(msgmerge, case.old, case.template).catalog)
    rival = scoring.score(case, merged, scoring.best_of(case))
    assert quality.useful > rival.useful
    assert quality.bad <= 0.4 * rival.bad
    assert quality.missed <= rival.missed


def test_changed_numbers_and_code_are_carried_over() -> None:
    """What changed one for one needs no hand."""
    _, texts, _ = ours(case_of("es"))
    assert texts["", "Cleaning the press takes 35 minutes."] == "Limpiar la prensa lleva 35 minutos."
    assert texts["", "See `page_height` in `layout.toml`."] == "Véase `page_height` en `layout.toml`."


def test_what_translators_leave_is_copied() -> None:
    """Code that nobody ever translated is proposed as its own translation."""
    _, texts, proposals = ours(case_of("sv"))
    assert texts["", "`sheet_count`"] == "`sheet_count`"
    assert proposals["`sheet_count`"].fate is Fate.COPIED


def test_known_words_are_put_together() -> None:
    """A short text that nothing is like is drafted from what its words were translated with."""
    _, texts, _ = ours(case_of("sv"))
    assert texts["", "1 hour and 45 minutes"] == "1 timme och 45 minuter"
    assert texts["", "25 minutes"] == "25 minuter"


def test_a_text_that_only_looks_alike_gets_nothing() -> None:
    """Letters in common are no likeness."""
    _, texts, _ = ours(case_of("sv"))
    assert texts["", "Motor trade"] == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_split_and_joined_paragraphs_keep_their_parts(language: str) -> None:
    """Each half has its own part of the translation, and a joined paragraph has both."""
    catalog = read(FOLDER / f"{language}.final.po")
    split, join = structure.split(catalog), structure.join(catalog)
    halves = scoring.outcome_of(renew(split.catalog, split.template).catalogs[0])
    joined = scoring.outcome_of(renew(join.catalog, join.template).catalogs[0])
    assert structure.count_halves(split, halves).right == len(split.parts) > 0
    assert structure.count_joins(join, joined).right == len(join.parts) > 0


def test_every_proposal_is_fuzzy() -> None:
    """What a machine suggests is never taken for a translation."""
    for language in LANGUAGES:
        case = case_of(language)
        updated = renew(case.catalog, case.template)
        known = {entry.key for entry in case.catalog.entries}
        assert all(
            entry.fuzzy for entry in updated.catalogs[0].live().values() if entry.msgstr and entry.key not in known
        )


def entries_of(texts: dict[str, str]) -> list[Old]:
    """Make old entries of sources and translations."""
    return [Old("all", Entry("", source, translation)) for source, translation in texts.items()]


def decided(texts: dict[str, str], msgid: str) -> str:
    """Return what is proposed for a new text where all of the old ones are gone."""
    return book.decide(entries_of(texts), [Slot("all", Message("", msgid))])[0].msgstr


def test_two_words_come_in_the_order_of_the_language() -> None:
    """A draft of two words puts the noun where the book's other texts have it."""
    known = {
        "Raw Strings": "Cadenas Crudas",
        "Long Strings": "Cadenas Largas",
        "Raw Files": "Archivos Crudos",
        "Long Files": "Archivos Largos",
        "Files": "Archivos",
        "Strings": "Cadenas",
        "Raw": "Crudas",
        "Smart": "Inteligentes",
        "Pointers": "Punteros",
    }
    drafter = Drafter(entries_of(known), ["Smart Pointers"])
    assert drafter.draft("Smart Pointers").text == "Punteros Inteligentes"
    kept = {source: " ".join(reversed(text.split())) for source, text in known.items()}
    assert Drafter(entries_of(kept), ["Smart Pointers"]).draft("Smart Pointers").text == "Inteligentes Punteros"


def test_translations_that_agree_are_of_what_their_sources_share() -> None:
    """Of texts that have the new one in them, the one counts whose translation another has as well."""
    odd = {"Static Lifetimes": "Duraciones"}
    agreed = {"Struct Lifetimes": "Tiempos de vida", "Slices and Lifetimes": "Tiempos de vida"}
    assert decided(odd | agreed, "Lifetimes") == "Tiempos de vida"


def test_code_left_as_it_is_says_nothing_of_a_word() -> None:
    """A keyword's name is not what translators put for the word in a title."""
    phrases = Drafter(entries_of({"`const`": "`const`", "Trait": "Rasgo"}), ["Const"]).lexicon
    assert phrases.phrase("const") is None
    assert phrases.phrase("trait") == ("Rasgo", 0.9)
