"""TBX in and out: read back by ourselves and by Translate Toolkit, and never more than it says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from translate.storage import tbx as toolkit

from translate_pub.catalog.glossary import tbx
from translate_pub.model.glossary import Glossary, Term

TERMS = (
    Term(("worker",), ("arbetare", "proletär"), ("jobbare*",), "noun", "of a factory & paid <well>"),
    Term(("Duma", "State Duma"), ("duma",), (), "proper noun"),
    Term(("tsar",), (), ("czar",)),
)
V2 = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><martifHeader/><text><body>
<termEntry id="1"><descrip type="definition">who sells work</descrip>
 <langSet xml:lang="en-GB"><tig><term>worker</term><termNote type="partOfSpeech">noun</termNote></tig></langSet>
 <langSet xml:lang="SV"><ntig><termGrp><term>jobbare</term>
   <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termGrp></ntig>
  <tig><term>arbets|tagare</term></tig>
  <tig><term>arbetare</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig></langSet>
</termEntry>
<termEntry id="2"><langSet xml:lang="sv"><tig><term>ensam</term></tig></langSet></termEntry>
</body></text></martif>"""
DCT = """<tbx xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min"
 xmlns:basic="http://www.tbxinfo.net/ns/basic" style="dct" type="TBX-Basic" xml:lang="en"><text><body>
<conceptEntry id="c1"><basic:definition>who sells work</basic:definition>
<langSec xml:lang="en"><termSec><term>worker</term><min:partOfSpeech>noun</min:partOfSpeech></termSec></langSec>
<langSec xml:lang="sv"><termSec><term>jobbare</term>
<min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec>
<termSec><term>arbetare</term></termSec></langSec></conceptEntry></body></text></tbx>"""


def read(data: str | bytes, language: str = "sv") -> tuple[Term, ...]:
    """Read a termbase that is one."""
    glossary = tbx.parse(data.encode() if isinstance(data, str) else data, "x.tbx", "en", language).value
    assert glossary is not None
    return glossary.terms


def test_a_glossary_comes_back() -> None:
    """What is written is read as it was."""
    assert read(tbx.serialize(Glossary("sv", "x", TERMS), "en", "A title")) == TERMS


def test_the_shape_is_that_of_the_standard() -> None:
    """The root names style and type; a concept has its notes first, then its languages with their terms."""
    root = etree.fromstring(tbx.serialize(Glossary("sv", "x", TERMS), "en", "A title"))
    names = {"t": tbx.NAMESPACE}
    assert (root.get("type"), root.get("style")) == ("TBX-Basic", "dca")
    assert root.xpath("//t:title/text()", namespaces=names) == ["A title"]
    first = root.find(".//t:conceptEntry", names)
    assert first is not None
    assert [etree.QName(one).localname for one in first] == ["note", "langSec", "langSec"]
    status = "//t:conceptEntry[1]//t:termNote[@type='administrativeStatus']/text()"
    assert root.xpath(status, namespaces=names) == [
        "preferredTerm-admn-sts",
        "admittedTerm-admn-sts",
        "deprecatedTerm-admn-sts",
    ]


@pytest.mark.parametrize(
    ("text", "allowed"), [(V2, ("arbetare", "arbets/tagare")), (DCT, ("arbetare",))], ids=["version 2", "DCT"]
)
def test_other_dialects_are_read(text: str, allowed: tuple[str, ...]) -> None:
    """Version 2 and DCT style give preferred, admitted and deprecated terms; a concept without ours is left out."""
    assert read(text) == (Term(("worker",), allowed, ("jobbare",), "noun", "who sells work"),)


def test_translate_toolkit_writes_what_we_read() -> None:
    """A termbase of another program's making is read."""
    store = toolkit.tbxfile(sourcelanguage="en", targetlanguage="sv")
    unit = store.UnitClass("worker")
    store.addunit(unit)
    unit.target = "arbetare"
    assert [(term.source, term.allowed) for term in read(bytes(store))] == [(("worker",), ("arbetare",))]


BOMB = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'<!DOCTYPE t [<!ENTITY x SYSTEM "file:///etc/passwd">]><tbx>&x;</tbx>', "declares entities"),
        (f'<!DOCTYPE t [<!ENTITY l0 "lol">{BOMB}]><tbx a="&l9;">&l9;</tbx>'.encode(), "declares entities"),
        (
            '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE t [<!ENTITY x "y">]><tbx>&x;</tbx>'.encode("utf-16"),
            "entities",
        ),
        (b'<!DOCTYPE t SYSTEM "http://localhost:9/x.dtd"><tbx>&x;</tbx>', "no entry"),
        (b"<tbx>", "not XML"),
        (b"", "not XML"),
        (b"\x00\xff", "not XML"),
        (b"<html/>", "no entry of a termbase"),
        (b"<a>" * 3000, "not XML"),
    ],
)
def test_what_is_no_termbase_is_refused(data: bytes, said: str) -> None:
    """Entities, broken XML and other files are found, quickly and with nothing read."""
    outcome = tbx.parse(data, "x.tbx", "en", "sv")
    assert outcome.value is None
    assert [(one.code, said in one.message) for one in outcome.diagnostics] == [("C135", True)]


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"], exclude_characters="|*"), min_size=1)


@given(st.lists(st.builds(Term, st.tuples(WORDS), st.tuples(WORDS), st.tuples(WORDS)), max_size=3, unique_by=str))
def test_any_terms_come_back(terms: list[Term]) -> None:
    """Whatever letters a term has, they are there again."""
    written = tbx.serialize(Glossary("sv", "x", tuple(terms)), "en", "x")
    if terms:
        assert read(written) == tuple(terms)


def test_control_characters_are_replaced() -> None:
    """What XML cannot hold becomes a replacement character."""
    assert read(tbx.serialize(Glossary("sv", "x", (Term(("a\x0bb",), ("c",)),)), "en", "x"))[0].source == ("a\ufffdb",)
