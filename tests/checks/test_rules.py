"""Translations held against their messages: one case a code, and what must not be found."""

from __future__ import annotations

import pytest

from translate_pub.checks import rules
from translate_pub.model.catalog import Catalog, Entry
from translate_pub.model.codes.checks import CHECKS
from translate_pub.model.diagnostic import Diagnostic, Severity, Span
from translate_pub.model.source import Source
from translate_pub.source import inline, reading

ABBREVIATION = "*[RSDLP]: Russian party"
NOTES = "\n\n[^7]: Seven.\n\n[^8]: Eight.\n"


def check(text: str, msgid: str, msgstr: str, changes: dict[str, object] | None = None) -> tuple[Diagnostic, ...]:
    """Check one translation of one message of a source."""
    source = Source("source_texts/book/01.md", text)
    context = "abbr" if msgid.startswith("*[") else ""
    entry = Entry(context, msgid, msgstr, line=12).revise(**(changes or {}))
    catalog = Catalog("locales/sv/LC_MESSAGES/book/01.po", "sv", "book", "01", Entry("", ""), (entry,))
    read = reading.read(source).value
    assert read is not None
    assert entry.key in {segment.key for segment in read.segments}
    return rules.check(catalog, read.segments, inline.comparer(source))


CASES = {
    "C050": ("Text[^7] here." + NOTES, "Text[^7] here.", "Text här.", "[^7] of the source is missing"),
    "C051": ("Text here." + NOTES, "Text here.", "Text[^8] här.", "[^8] is not in the source"),
    "C052": ("See [this](https://a.example/).", None, "Se detta.", "https://a.example/ of the source is missing"),
    "C053": ("See this.", None, "Se [detta](https://b.example/).", "https://b.example/ is not in the source"),
    "C054": ("On page [](page:iskra).", None, "På sidan.", "[](<page:iskra>) of the source is missing"),
    "C055": ("On a page.", None, "På sidan [](page:iskra).", "[](<page:iskra>) is not in the source"),
    "C056": ("The [paper](<index:Iskra>).", None, "Tidningen.", "the index mark"),
    "C057": ("A map ![map](m.svg) here.", None, "En karta här.", "the image m.svg of the source is missing"),
    "C058": ("A map here.", None, "En karta ![karta](k.svg) här.", "the image k.svg is not in the source"),
    "C059": ("Type `make`.", None, "Skriv det.", "the code `make` of the source is missing"),
    "C060": ("Type it.", None, "Skriv `make`.", "the code `make` is not in the source"),
    "C061": ("H<sub>2</sub>O.", None, "H2O.", "the tag <sub> of the source is missing"),
    "C062": ("H2O.", None, "H<sub>2</sub>O.", "the tag <sub> is not in the source"),
    "C063": ("A *name*{.person} here.", None, "Ett *namn* här.", 'em: class="person" of the source is missing'),
    "C064": ("A *name* here.", None, "Ett *namn*{.person} här.", 'em: class="person" is not in the source'),
    "C065": ("See [this](https://a.example/).", None, "Se [detta] (https://a.example/).", "would be printed as it is"),
    "C066": ("One paragraph.", None, "Ett stycke.\n\nTvå stycken.", "a blank line"),
    "C067": (f"The RSDLP.\n\n{ABBREVIATION}\n", ABBREVIATION, "RSDAP: ryska partiet", "*[RSDLP]:"),
    "C070": ("It is *so*.", None, "Så är det.", "emphasis (*italic*) of the source is missing"),
    "C071": ("One line  \nand one more.", "One line\nand one more.", "En rad och en till.", "the line break"),
}


STRUCTURE = [code for code in CHECKS if "C050" <= code < "C072"]
"""Findings of the inline structure; those of wording and typography have files of their own."""


@pytest.mark.parametrize("code", STRUCTURE)
def test_every_code_is_found(code: str) -> None:
    """Each code has a case that finds it, with a sentence that names what differs."""
    text, msgid, msgstr, sentence = CASES[code]
    found = [one for one in check(text, msgid or text, msgstr) if one.code == code]
    assert found
    assert sentence in found[0].message


@pytest.mark.parametrize("code", STRUCTURE)
def test_the_same_structure_has_no_findings(code: str) -> None:
    """A message that is its own translation is never complained about, but for not being translated."""
    text, msgid, _, _ = CASES[code]
    assert {found.code for found in check(text, msgid or text, msgid or text)} <= {"C085"}


def test_findings_stand_at_the_entry() -> None:
    """A finding names the catalogue and the line of its entry."""
    (found,) = check("Text[^7] here." + NOTES, "Text[^7] here.", "Text här.")
    assert found.span == Span("locales/sv/LC_MESSAGES/book/01.po", 12)


def test_emphasis_and_line_breaks_only_warn() -> None:
    """Where a language stresses and breaks lines is the translator's to decide."""
    for code in ("C070", "C071"):
        text, msgid, msgstr, _ = CASES[code]
        assert {found.severity for found in check(text, msgid or text, msgstr)} == {Severity.WARNING}


@pytest.mark.parametrize("fields", [{"flags": ("fuzzy",)}, {"msgstr": ""}, {"obsolete": True}])
def test_what_nobody_has_approved_is_not_checked(fields: dict[str, object]) -> None:
    """Fuzzy, untranslated and obsolete entries have no findings."""
    assert check("Text[^7] here." + NOTES, "Text[^7] here.", "Text här.", fields) == ()


@pytest.mark.parametrize(
    ("message", "translation", "hint"),
    [
        ("Text[^7] here.", "Text[7] här.", "lacks its circumflex"),
        ("Text[^7] here.", "Text[^۷] här.", "in other digits"),
        ("Text[^7] here.", "Text[ ^7] här.", "a space between [ and ^"),
        ("Text[^7] here.", "Text[^8] här.", "instead of it stands: 8"),
        ("[A](https://a.example/)", "[A] (https://a.example/)", "a space between ] and ("),
        ("[A](https://a.example/)", "[A]（https://a.example/）", "another kind of parenthesis"),
        ("[A](https://a.example/)", "［A］(https://a.example/)", "a full-width bracket"),
        ("It is *so*.", "Så ＊är＊ det.", "a full-width or Arabic asterisk"),
        ("It is *so*.", "Det är * så*.", "a space after *"),
        ("Type `make`.", "Skriv ´make´.", "an accent stands for the backtick"),
    ],
)
def test_the_likely_slip_is_told(message: str, translation: str, hint: str) -> None:
    """What the keyboard did is recognised and said."""
    found = check(message + NOTES, message, translation)
    assert any(hint in told for one in found for told in one.hints)


def test_a_footnote_called_twice_is_counted() -> None:
    """The sentence says how often it stands here and there."""
    text = "One[^7] and two[^7]."
    (found,) = check(text + NOTES, text, "Ett[^7] och två.")
    assert found.message == "the footnote [^7] stands twice in the source and once here"


def test_code_that_is_only_added_warns() -> None:
    """A term set as code is the translator's choice; code that stands for other code is an error."""
    (added,) = check("Type it.", "Type it.", "Skriv `make`.")
    assert added.severity is Severity.WARNING
    changed = check("Type `make`.", "Type `make`.", "Skriv `mkae`.")
    assert {found.severity for found in changed} == {Severity.ERROR}


def test_what_stands_for_something_else_is_one_finding() -> None:
    """Code that was changed is told once, with what stands there now."""
    (found,) = check("Type `make all` or `ls`.", "Type `make all` or `ls`.", "Skriv `gör allt` eller `ls`.")
    assert found.code == "C059"
    assert found.hints == ("instead of it stands: gör allt",)


@pytest.mark.parametrize(
    ("message", "translation"),
    [
        ("Rain &amp; snow.", "Regn och snö."),
        ("For example.", "T.&nbsp;ex."),
        ("One<br/>two.", "Ett<br>två."),
        ('<img src="a.png" alt="A map"> here', '<img src="a.png" alt="En karta"> här'),
        ("[Strike](https://en.wikipedia.org/wiki/Strike)", "[Strejk](https://sv.wikipedia.org/wiki/Strejk)"),
        ("Every worker.", "Alle Arbeiter*innen."),
    ],
)
def test_what_a_language_may_write_otherwise_is_no_difference(message: str, translation: str) -> None:
    """Entities, the spelling of a tag, its words, an article of an encyclopaedia, a star inside a word."""
    assert not [one for one in check(message, message, translation) if "C050" <= one.code <= "C071"]


def test_stars_in_words_that_begin_italics_are_found() -> None:
    """Two words with a star each would lose both."""
    (found,) = check("Workers and peasants.", "Workers and peasants.", "Arbeiter*innen und Bauer*innen.")
    assert found.code == "C070"
    assert "written \\*" in found.hints[0]


def test_foreign_words_may_be_set_in_italics() -> None:
    """Emphasis that only the translation has is no difference."""
    assert check("The zemstvo met.", "The zemstvo met.", "*Zemstvon* möttes.") == ()
