"""Translations held against a glossary: what it forbids, what it misses, and where it keeps quiet."""

from __future__ import annotations

import pytest

from translate_pub.checks.pair import Pair
from translate_pub.checks.terms import Terms
from translate_pub.model.catalog import Entry
from translate_pub.model.glossary import Glossary, Term
from translate_pub.model.source import Segment
from translate_pub.source.dialect import BOOK
from translate_pub.source.inline import Comparer

SWEDISH = (
    Term(("worker",), ("arbetare", "proletär"), ("jobbare*",), line=2),
    Term(("working class",), ("arbetarklass",), line=3),
    Term(("class",), ("klass",), line=4),
    Term(("Duma",), (), ("parlament",), line=5),
    Term(("soviet",), (), line=6),
)
URDU = (Term(("worker",), ("مزدور",), ("کارکن*",)), Term(("working class",), ("مزدور طبقہ",)))
SPANISH = (Term(("strike",), ("huelga",), ("paro",)),)


def found(msgid: str, msgstr: str, terms: tuple[Term, ...] = SWEDISH, language: str = "sv") -> list[str]:
    """Give the codes found in a translation."""
    rule = Terms(Glossary(language, f"glossary/{language}.csv", terms), "en")
    pair = Pair(Entry("", msgid, msgstr), Segment("paragraph", msgid), language, Comparer(BOOK, {}))
    return [one.code for one in rule(pair)]


@pytest.mark.parametrize(
    ("msgid", "msgstr", "codes"),
    [
        ("The workers met.", "Arbetarna träffades.", []),
        ("The workers met.", "Järnvägsarbetarna träffades.", []),
        ("Workers of the world", "Proletärer i alla länder", []),
        ("The workers met.", "De anställda träffades.", ["C133"]),
        ("The workers met.", "Jobbarna träffades.", ["C133"]),
        ("The workers met.", "Jobbaren träffades.", ["C134"]),
        ("The workers met.", "Arbetarna och jobbarenas män.", ["C134"]),
        ("They met.", "Jobbaren träffades.", []),
        ("The working class", "Arbetarklassen", []),
        ("The working class", "Arbetarnas klass", ["C133"]),
        ("A class", "En grupp", ["C133"]),
        ("The Duma", "Parlamentet", []),
        ("The Duma", "Ett parlament", ["C134"]),
        ("The soviet", "Rådet", []),
        ("The `worker` command", "Kommandot `worker`", []),
        ("See *The Workers of the City*", "Se *The Workers of the City*", []),
        ("The **worker**s", "**Arbetar**na", []),
        ("[workers](http://x.example/y)", "[arbetarna](http://x.example/jobbare)", []),
    ],
)
def test_swedish(msgid: str, msgstr: str, codes: list[str]) -> None:
    """A term is missed in no ending and no compound; only the forbidden word itself is forbidden."""
    assert found(msgid, msgstr) == codes


@pytest.mark.parametrize(
    ("msgid", "msgstr", "codes"),
    [
        ("The workers met.", "مزدوروں نے ملاقات کی۔", []),
        ("The workers met.", "مَزدُوروں نے ملاقات کی۔", []),
        ("The workers met.", "کارکنوں نے ملاقات کی۔", ["C134"]),
        ("The workers met.", "كاركنوں نے ملاقات کی۔", ["C134"]),
        ("The working class", "مزدور طبقے کا", []),
        ("The working class", "محنت کش طبقہ", ["C133"]),
    ],
)
def test_urdu(msgid: str, msgstr: str, codes: list[str]) -> None:
    """Vowel marks and the code points of Arabic letters hide neither a term nor a forbidden word."""
    assert found(msgid, msgstr, URDU, "ur") == codes


@pytest.mark.parametrize(
    ("msgstr", "codes"), [("Las huelgas", []), ("El paro", ["C134"]), ("El parón", ["C133"]), ("Huelguistas", [])]
)
def test_spanish(msgstr: str, codes: list[str]) -> None:
    """Plurals and derived words are the term still."""
    assert found("The strikes", msgstr, SPANISH, "es") == codes


def test_a_finding_says_what_to_write_and_where_it_stands() -> None:
    """The message names the term and its words, the hints the line of the glossary."""
    rule = Terms(Glossary("sv", "glossary/sv.csv", SWEDISH), "en")
    pair = Pair(Entry("", "Workers", "Jobbare"), Segment("paragraph", "Workers"), "sv", Comparer(BOOK, {}))
    (forbidden,) = rule(pair)
    assert forbidden.message == "the glossary forbids “jobbare…” for the term “worker”"
    assert forbidden.hints == ("write “arbetare” or “proletär”", "glossary/sv.csv:2 says what it may be")
    pair = Pair(Entry("", "Workers", "Folk"), Segment("paragraph", "Workers"), "sv", Comparer(BOOK, {}))
    (missing,) = rule(pair)
    assert missing.hints == ("add what else it may be in glossary/sv.csv:2",)
