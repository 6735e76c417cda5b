"""Wording and typography of translations: one case a code, what must not be found, and what is repaired."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.checks.conftest import Pairing
from translate_pub.checks import fixes, rules
from translate_pub.checks.numbering import Numbering
from translate_pub.model.codes.checks import CHECKS
from translate_pub.model.diagnostic import Edit, Severity
from translate_pub.model.source import Segment

NARROW, BROAD = "\u202f", "\u00a0"

CASES = {
    "C072": ("sv", "It began in 1917.", "Det började 1971.", "the number 1917 of the source is missing"),
    "C073": (
        "es",
        "On 15 March 1903 it began.",
        "Empezó el 15 de mayo de 1903.",
        "in March in the source and in May here",
    ),
    "C074": ("ur", "It has 45 pages.", "اس میں ٤٥ صفحے ہیں۔", "٤ (U+0664) stands for ۴"),
    "C075": ("sv", "They came by boat.", "De kom kom med båt.", "the word kom stands twice"),
    "C076": ("sv", 'He said "no".', "Han sade “nej”.", "“…” is not how sv quotes; wanted: ”…”"),
    "C077": ("es", 'He said "no".', "Dijo «no.", "the quotation mark « has no partner"),
    "C078": ("sv", "He came — late.", "Han kom — sent.", "is not how sv sets off a clause"),
    "C079": ("fr", "Who came?", "Qui est venu?", "? wants a narrow no-break space"),
    "C080": ("ur", "He came, and went.", "وہ آیا ، اور گیا۔", "a space before ،"),
    "C081": ("ur", "This is a book.", "يہ کتاب ہے۔", "ي (U+064A) for ی"),
    "C082": ("ur", "He came, and went.", "وہ آیا, اور گیا۔", ", for ،"),
    "C083": ("ur", "The paper Iskra.", "اخبار \u2066Iskra۔", "U+2066 is never ended"),
    "C084": ("ur", "The book.", "کتاب\u200b ہے۔", "zero-width space"),
    "C085": ("sv", "It was set in type by hand.", "It was set in type by hand.", "the source, word for word"),
    "C086": (
        "sv",
        "The first number was printed in Leipzig in December and carried over the border by hand.",
        "Det första numret trycktes.",
        "far shorter than usual",
    ),
    "C087": ("sv", "Was it printed in Leipzig?", "Den trycktes i Leipzig.", "ends with a question mark"),
    "C088": ("sv", "It was printed.", "Den  trycktes.", "two spaces in a row"),
    "C089": ("sv", "It was printed.", "Den trycktes. ", "at the beginning or end"),
    "C090": ("uk", "A concert.", "Кoнцерт.", "letters of two scripts in one word: Кoнцерт"),
    "C091": ("sv", "Lenin (1870) wrote.", "Lenin (1870 skrev.", "a bracket ( has no partner"),
    "C092": ("sv", "It was printed.", "Den trycktes..", "the mark .. stands twice"),
    "C093": ("sv", "They came by boat.", "De kom med b\ufffdt.", "a character was lost"),
    "C094": ("es", "Who came?", "Quién vino?", "a question is not opened with ¿"),
    "C095": ("sv", "It had 1,234 members.", "Det hade 1,234 medlemmar.", "signs of another language in 1,234"),
    "C096": ("ur", "It has 45 pages.", "اس میں 45 صفحے ہیں۔", "the digit 4 in an edition that is numbered ۱, ۲, ۳"),
}
"""Code -> language, message, translation, what the finding says."""

RIGHT = [
    ("sv", 'He said "no" — twice — in 1917–18.', "Han sade ”nej” – två gånger – 1917–1918."),
    ("sv", "In the 19th century and the 1890s.", "På 1800-talet och 1890-talet."),
    ("sv", "It cost 1,234.50 kronor.", "Den kostade 1 234,50 kronor."),
    ("es", "In the 19th century, on 3 March 1918!", "¡En el siglo XIX, el 3 de marzo de 1918!"),
    ("es", 'He said "no".', "Dijo «no»."),
    ("es", 'He said "no".', 'Dijo "no".'),
    ("es", "A [calendar](<index:calendar!Julian>) of two.", "Un [calendario](<index:calendario!juliano>) de dos."),
    ("de", "It was at 3 pm.", "Es war um 15 Uhr."),
    ("de", 'He said "no".', "Er sagte „nein“."),
    ("de", 'He said "no".', "Er sagte »nein«."),
    ("fr", 'Who said "yes": he!', f"Qui a dit «{BROAD}oui{BROAD}»{BROAD}: lui{NARROW}!"),
    ("fr", "He reads *What Is to Be Done?* today.", "Il lit *What Is to Be Done?* aujourd’hui."),
    ("fr", "It begins at 12:30.", "Cela commence à 12:30."),
    ("fr", "See `a;b` and <https://a.example/?x>.", "Voir `a;b` et <https://a.example/?x>."),
    ("fr", "You know where you are.", "Vous vous savez perdu."),
    ("ur", "It was in 1917, then?", "یہ ۱۹۱۷ء میں تھا، پھر؟"),
    ("ur", "They went together.", "وہ ساتھ ساتھ گئے۔"),
    ("ur", "There were 300,000 workers.", "تین لاکھ مزدور تھے۔"),
    ("ur", "Of 125 million people.", "ساڑھے بارہ کروڑ لوگ۔"),
    ("fa", "They see the book.", "آنها کتاب را می\u200cبینند."),
    ("ja", "It has 10,000 pages:", "1万ページあります。"),
    ("zh", "It began in May 1905.", "始于1905年5月。"),
    ("ru", "By 25 October, HTML code.", "К 25 октября, HTML-код."),
    ("uk", "The files of the URL.", "Файли URLів."),
    ("pt-BR", "It happened in May 1905.", "Aconteceu em maio de 1905."),
    ("sv", "Dear reader,", "Kära läsare!"),
    ("ar", 'The book "Iskra".', "كتاب «إيسكرا»."),
    ("sv", "a) the first (of two)", "a) den första (av två)"),
    ("sv", "`a  b` **bold** text", "`a  b` **fet** text"),
    (
        "sv",
        "It had 1,234,567 members and 2.5 million readers.",
        "Det hade 1 234 567 medlemmar och 2,5 miljoner läsare.",
    ),
    ("de", "It had 1,234 members, 2.5% of all.", f"Es hatte 1.234 Mitglieder, 2,5{BROAD}% von allen."),
    ("es", "It had 12,345 members, 2.5% of all.", "Tenía 12.345 miembros, el 2.5% de todos."),
    ("es-MX", "It had 12,345 members.", "Tenía 12,345 miembros."),
    ("de-CH", "It had 12,345 members.", "Sie hatte 12'345 Mitglieder."),
    ("ur", "It had 12,345 members.", "اس کے ۱۲٬۳۴۵ ارکان تھے۔"),
    ("sv", "See section 2.5 and Python 3.11, at 10.30.", "Se avsnitt 2.5 och Python 3.11, kl. 10.30."),
    ("sv", "From 1.5 to 1.5.1 in 1.5 years.", "Från 1.5 till 1.5.1 på 1.5 år."),
    ("sv", "Pages 12,13 and 1,2,3.", "Sidorna 12,13 och 1,2,3."),
    ("ur", "It is Windows 98 and A4.", "یہ Windows 98 اور A4 ہے۔"),
]


@pytest.mark.parametrize("code", [code for code in CHECKS if "C072" <= code < "C115"])
def test_every_code_is_found(paired: Pairing, code: str) -> None:
    """Each code has a case that finds it, with a sentence that says what."""
    language, msgid, msgstr, sentence = CASES[code]
    every: tuple[rules.Rule, ...] = (*rules.RULES, Numbering("arabext", "۰", asked=True))
    found = [one for one in rules.examine(paired(language, msgid, msgstr), every) if one.code == code]
    assert found
    assert sentence in found[0].message


@pytest.mark.parametrize(("language", "msgid", "msgstr"), RIGHT)
def test_what_is_right_has_no_findings(paired: Pairing, language: str, msgid: str, msgstr: str) -> None:
    """A translation in the orthography of its language is not complained about."""
    assert rules.examine(paired(language, msgid, msgstr)) == ()


@pytest.mark.parametrize(
    ("language", "msgid", "msgstr", "repaired"),
    [
        ("ur", "This is a book, yes?", "يه كتاب هے , ہاں?", "یہ کتاب ہے، ہاں؟"),
        ("ur", "It has 45 pages.", "اس میں ٤٥ صفحے ہیں.", "اس میں ۴۵ صفحے ہیں۔"),
        ("sv", 'The "*spark*", he said.', "“*Gnistan*” , sa han.", "”*Gnistan*”, sa han."),
        ("sv", 'The "spark".', "« Gnistan ».", "”Gnistan”."),
        ("sv", "He came — late.", "Han kom—sent.", "Han kom – sent."),
        ("de", "\"One 'two' three\"", "“Eins “zwei” drei”", "„Eins ‚zwei‘ drei“"),
        ("fr", '"Who?"', "« Qui? »", f"«{BROAD}Qui{NARROW}?{BROAD}»"),
        ("fr", 'Who said "yes"?', "Qui a dit «oui» ?", f"Qui a dit «{BROAD}oui{BROAD}»{NARROW}?"),
        ("fr", "**Note**: it is.", "**Note**: c’est.", f"**Note**{BROAD}: c’est."),
        ("uk", "A concert.", "Кoнцерт.", "Концерт."),
        ("sv", "It was printed.", " Den  trycktes.\ufeff", "Den trycktes."),
        ("ur", "Type `a ,b` now, please.", "`a ,b` ٹائپ کریں ,ابھی۔", "`a ,b` ٹائپ کریں، ابھی۔"),
        ("sv", "It had 1,234,567.50 kronor.", "Den hade 1,234,567.50 kr.", f"Den hade 1{BROAD}234{BROAD}567,50 kr."),
        ("de", "Of **2,500** men, $3.50.", "Von **2,500** Mann, $3.50.", "Von **2.500** Mann, $3,50."),
        ("fr", "For 1,234 men.", "Pour 1.234 hommes.", f"Pour 1{NARROW}234 hommes."),
        ("es", "For 12,345 men.", "Para 12,345 hombres.", f"Para 12{NARROW}345 hombres."),
        ("ur", "For 1,234 men.", "۱.۲۳۴ آدمی۔", "۱,۲۳۴ آدمی۔"),
    ],
)
def test_what_is_certain_is_repaired(paired: Pairing, language: str, msgid: str, msgstr: str, repaired: str) -> None:
    """A repair writes what the language wants, and leaves nothing to repair."""
    pair = paired(language, msgid, msgstr)
    entry, made = fixes.mend(pair)
    assert entry.msgstr == repaired
    assert made
    assert fixes.mend(paired(language, msgid, repaired)) == (paired(language, msgid, repaired).entry, ())


@pytest.mark.parametrize(
    ("language", "msgid", "msgstr"),
    [
        ("ur", "He was told.", "اس سے كها گيا۔"),
        ("sv", 'He said [“no”](a“b”.html) and ![“no”](“x”.svg "t").', None),
        ("es", 'He said "no".', "Dijo “no» y."),
        ("sv", "It began in 1917.", "Det började 1971."),
        ("sv", "Text here.[^7]", "Text här."),
    ],
)
def test_what_is_doubtful_is_left(paired: Pairing, language: str, msgid: str, msgstr: str | None) -> None:
    """Where two repairs are possible, or what is missing is a matter of meaning or markup, nothing is changed."""
    pair = paired(language, msgid, msgstr or msgid)
    entry, _ = fixes.mend(pair)
    for kept in ("ها", "(a“b”.html)", "(“x”.svg", "“no»", "1971", "Text här."):
        assert (kept in pair.entry.msgstr) == (kept in entry.msgstr)


def test_repairs_that_overlap_are_made_one_after_another() -> None:
    """Of two repairs at one place the first is made; the next round sees what is left."""
    assert fixes.apply("abcdef", [Edit(1, 3, "X"), Edit(2, 4, "Y"), Edit(5, 5, "-")]) == "aXde-f"


@pytest.mark.parametrize(
    ("language", "message", "translation"),
    [
        ("sv", "Within 5-10 meters (about 16-33 feet) of it.", "Inom 5–10 meter från den."),
        ("de", "python3 -m venv env\nsource env/bin/activate\n", "python3 -m venv env\nsource env/bin/activate\n"),
        ("de", "exit\ncd data\ngit add metadata now\ngit push", "exit\ncd data\ngit add metadata now\ngit push"),
        ("de", "    sudo:\n      - get one of many more\n", "    sudo:\n      - get one of many more\n"),
        ("pt", "As well as how to print.", "Bem como como imprimir."),
    ],
)
def test_what_published_translations_do_is_no_finding(
    paired: Pairing, language: str, message: str, translation: str
) -> None:
    """Measures given twice, listings, and small words that stand twice by right."""
    assert rules.examine(paired(language, message, translation)) == ()


def test_a_heading_that_asks_may_be_a_title(paired: Pairing) -> None:
    """What is a question in the source names the matter in the translation; in a paragraph the mark is missed."""
    pair = paired("fr", "What is a color space?", "Définition d’un espace colorimétrique")
    assert [one.code for one in rules.examine(pair)] == ["C087"]
    assert rules.examine(replace(pair, segment=Segment("heading 2", pair.entry.msgid))) == ()


@pytest.mark.parametrize("translation", ["Omkring 25% av dem.", "Omkring 25 % av dem."])
def test_a_per_cent_sign_is_parted_from_its_number(paired: Pairing, translation: str) -> None:
    """Swedish has a space there that does not break; English has none."""
    pair = paired("sv", "About 25% of them.", translation)
    assert [one.code for one in rules.examine(pair)] == ["C079"]
    assert fixes.mend(pair)[0].msgstr == f"Omkring 25{BROAD}% av dem."
    assert rules.examine(paired("es-419", "About 25% of them.", "El 25% de ellos.")) == ()


def test_digits_are_those_of_the_edition(paired: Pairing) -> None:
    """Latin digits in an Urdu edition with its own numbering are found, and repaired if it asks for that."""
    pair = paired("ur", "It has 45 pages, of 1917, on Windows 98.", "اس میں 45 صفحے ہیں، 1917ء کے، Windows 98 پر۔")
    asked, usual = (Numbering("arabext", "۰", asked=asked) for asked in (True, False))
    (found,) = usual(pair)
    assert (found.severity, found.edits) == (Severity.NOTE, ())
    assert "[editions.ur.numbering]" in found.hints[0]
    entry, _ = fixes.mend(pair, (*rules.RULES, asked))
    assert entry.msgstr == "اس میں ۴۵ صفحے ہیں، ۱۹۱۷ء کے، Windows 98 پر۔"
    assert list(asked(paired("ur", "In 1917.", entry.msgstr))) == []


def test_a_house_may_have_latin_digits(paired: Pairing) -> None:
    """Where the edition asks for Latin digits, those of the language are what is found."""
    latin = Numbering("latn", "0", asked=True)
    entry, made = fixes.mend(paired("ur", "In 1917, 45 pages.", "1917 میں ۴۵ صفحے۔"), (latin,))
    assert (entry.msgstr, [one.code for one in made]) == ("1917 میں 45 صفحے۔", ["C096"])
