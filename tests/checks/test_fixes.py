"""The laws of repairs: markup stays, a second run has nothing to do, and only what was found is changed."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from translate_pub.catalog import po
from translate_pub.checks import fixes, prose, rules
from translate_pub.checks.pair import Pair
from translate_pub.model.catalog import Catalog, Entry
from translate_pub.model.source import Segment
from translate_pub.source.dialect import BOOK
from translate_pub.source.inline import Comparer

COMPARER = Comparer(BOOK, {"ref": ("https://a.example/", "")}, ("1",))
WORDS = ("ord", "كتاب", "ه", "Кo", "كه", "¿qué", "1917", "٤٥")
SIGNS = (*" ,،?!:.۔;“”„«»‘’()—\"'\n", "  ", " - ", *"\u00a0\u202f\u200c\u200b\ufeff\u2069\u2067")
MARKUP = (
    *("*ord*", "**", "`a ,b «c»`", "[^1]", "[ord «x»](a ,b)", '![a ?](x.svg "b “c”")', "<b>", "</b>", "{: .a}"),
    *("<https://a.example/?q=“x”>", "[ord][ref]", "\\*", "&nbsp;", '<i title="a ,“b”">'),
)
TEXTS = st.lists(st.sampled_from((*WORDS, *SIGNS, *MARKUP)), min_size=1, max_size=12).map("".join)
LANGUAGES = st.sampled_from(["ur", "fa", "fr", "sv", "de", "es", "uk", "ja", "fr-CA", "xx"])
HEADER = 'msgid ""\nmsgstr ""\n"Language: ur\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


def pair(language: str, msgid: str, msgstr: str) -> Pair:
    """Make a pair of a message without a book."""
    return Pair(Entry("", msgid, msgstr), Segment("paragraph", msgid), language, COMPARER)


@given(LANGUAGES, TEXTS, TEXTS)
@settings(max_examples=400, deadline=None)
def test_repairs_keep_the_structure_and_come_to_rest(language: str, msgid: str, msgstr: str) -> None:
    """The markup is as it was, the comparison of structures too, and a second run finds nothing to repair."""
    before = pair(language, msgid, msgstr)
    entry, made = fixes.mend(before)
    after = pair(language, msgid, entry.msgstr)
    compare = COMPARER.compare
    assert compare(msgid, entry.msgstr) == compare(msgid, msgstr)
    assert fixes.mend(after)[1] == ()
    assert bool(made) == (entry.msgstr != msgstr)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_covered_text_is_as_long_as_the_text(text: str) -> None:
    """Every character that is not covered stands where it stood."""
    plain = prose.read(text).plain
    assert len(plain) == len(text)
    covers = {prose.VOID, prose.OBJECT, "\u00a0"}
    assert all(sign == text[place] or sign in covers for place, sign in enumerate(plain))


def test_only_the_repaired_entry_changes_in_the_file() -> None:
    """Other entries keep their bytes, whatever their style; a second repair gives the catalogue itself."""
    odd = '\n#:odd.md:3\n#,no-wrap\nmsgid   "Yes"\nmsgstr\t"ہاں"\n'
    fuzzy = '\n#, fuzzy\nmsgid "A book, no?"\nmsgstr "يه كتاب , نہ?"\n'
    wrong = '\n# a comment\n#: a.md\nmsgid "A book, yes?"\nmsgstr "يه كتاب , ہاں?"\n'
    catalog = _catalog(HEADER + odd + fuzzy + wrong)
    done = fixes.repair(catalog, _segments(catalog), COMPARER)
    right = wrong.replace("يه كتاب , ہاں?", "یہ کتاب، ہاں؟")
    assert po.serialize(done.catalog).decode() == HEADER + odd + fuzzy + right
    assert {one.code for one in done.made} == {"C080", "C081", "C082"}
    again = fixes.repair(done.catalog, _segments(catalog), COMPARER)
    assert again.catalog is done.catalog
    assert again.made == ()
    assert {one.code for one in rules.check(done.catalog, _segments(catalog), COMPARER)} == set()


def test_a_repaired_review_no_longer_holds() -> None:
    """It is told which repaired translations somebody had reviewed."""
    review = "\n# translate-pub: reviewed Ayesha 2026-11-01 0123456789ab\n"
    catalog = _catalog(HEADER + review + 'msgid "A book"\nmsgstr "كتاب"\n')
    done = fixes.repair(catalog, _segments(catalog), COMPARER)
    assert [str(span) for span in done.voided] == ["ur.po:6"]


def test_what_is_allowed_is_not_repaired() -> None:
    """A comment that allows a finding keeps the text as it is."""
    allowed = "\n# translate-pub: allow C081 a quotation from Arabic\n"
    catalog = _catalog(HEADER + allowed + 'msgid "A book"\nmsgstr "كتاب"\n')
    assert fixes.repair(catalog, _segments(catalog), COMPARER).catalog is catalog


def _catalog(text: str) -> Catalog:
    read = po.parse(text.encode(), "ur.po", "ur", "book", "01").value
    assert read is not None
    return read


def _segments(catalog: Catalog) -> list[Segment]:
    return [Segment("paragraph", entry.msgid) for entry in catalog.entries]
