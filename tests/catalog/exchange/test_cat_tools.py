"""XLIFF and TMX as other programs read and write them."""

from __future__ import annotations

import io
from typing import Any

import pytest
from lxml import etree
from translate.convert import xliff2po
from translate.storage.tmx import tmxfile
from translate.storage.xliff import Xliff1File
from translate.storage.xliff2 import Xliff2File

from tests.catalog.exchange import samples
from translate_pub.catalog.exchange import formats
from translate_pub.catalog.exchange.formats import Format
from translate_pub.catalog.exchange.unit import State

UNITS = samples.exchange().units
ONE = {"x": "urn:oasis:names:tc:xliff:document:1.2"}
TWO = {"x": "urn:oasis:names:tc:xliff:document:2.0", "m": "urn:oasis:names:tc:xliff:metadata:2.0"}


@pytest.mark.parametrize(("form", "store"), [(Format.XLIFF, Xliff1File), (Format.XLIFF2, Xliff2File)])
def test_translate_toolkit_reads_the_same_texts(form: Format, store: type) -> None:
    """An independent reader finds every source, translation and fuzzy mark."""
    read = store(io.BytesIO(samples.write(form)))
    assert [unit.source for unit in read.units] == [unit.source for unit in UNITS]
    assert [unit.target or "" for unit in read.units] == [unit.target for unit in UNITS]
    assert read.gettargetlanguage() == "ur"


def test_fuzzy_is_fuzzy_elsewhere_too() -> None:
    """What is fuzzy needs work for Translate Toolkit, and what is not, does not."""
    read = Xliff2File(io.BytesIO(samples.write(Format.XLIFF2)))
    assert [unit.isfuzzy() for unit in read.units] == [unit.state is State.FUZZY for unit in UNITS]
    first: Any = Xliff1File(io.BytesIO(samples.write(Format.XLIFF)))
    review = [unit.get_state_n() < unit.S_TRANSLATED for unit in first.units if unit.target]
    assert review == [unit.state is State.FUZZY for unit in UNITS if unit.target]


@pytest.mark.parametrize(("form", "store"), [(Format.XLIFF, Xliff1File), (Format.XLIFF2, Xliff2File)])
def test_what_translate_toolkit_fills_in_comes_back(form: Format, store: type) -> None:
    """A translation that another program writes, with the state that it gives, is read."""
    read = store(io.BytesIO(samples.write(form)))
    number = next(index for index, unit in enumerate(UNITS) if not unit.target)
    read.units[number].target = "قواعد [دیکھیں](rules.md)\n"
    back = samples.read(bytes(read))
    assert back[number].target == "قواعد [دیکھیں](rules.md)\n"
    assert back[number].state in {State.TRANSLATED, None}
    assert back[:number] + back[number + 1 :] == UNITS[:number] + UNITS[number + 1 :]


def test_xliff_becomes_po_elsewhere() -> None:
    """Translate Toolkit's converter makes a catalogue of the file."""
    out = io.BytesIO()
    assert xliff2po.convertxliff(io.BytesIO(samples.write(Format.XLIFF)), out, None)
    assert "پھوٹ" in out.getvalue().decode()


def test_xliff_one_has_the_shape_of_its_schema() -> None:
    """Elements stand in the order of the specification, ids are there and unique, spaces are kept."""
    root = etree.fromstring(samples.write(Format.XLIFF))
    assert root.get("version") == "1.2"
    for file in root.iterfind("x:file", ONE):
        assert {"original", "source-language", "target-language", "datatype"} <= set(file.keys())
        units = file.findall("x:body/x:trans-unit", ONE)
        assert len({unit.get("id") for unit in units}) == len(units)
        for unit in units:
            names = [etree.QName(child).localname for child in unit]
            order = ["source", "target", "context-group", "note", "alt-trans"]
            assert names == sorted(names, key=order.index)
            assert unit.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"


def test_xliff_two_has_the_shape_of_its_schema() -> None:
    """Metadata, notes and segments stand in the order of the specification, and a subState never without its state."""
    root = etree.fromstring(samples.write(Format.XLIFF2))
    assert (root.get("version"), root.get("srcLang"), root.get("trgLang")) == ("2.0", "en", "ur")
    units = root.findall(".//x:unit", TWO)
    assert len(units) == len(UNITS)
    for unit in units:
        names = [etree.QName(child).localname for child in unit]
        assert names == sorted(names, key=["metadata", "notes", "segment"].index)
    for segment in root.iterfind(".//x:segment", TWO):
        assert segment.get("subState") is None or segment.get("state") == "initial"
        assert (segment.find("x:target", TWO) is None) is (segment.get("state") is None)


def test_segments_that_a_tool_has_cut_are_joined() -> None:
    """A unit of several segments is one message again, as unfinished as its least finished part."""
    data = samples.write(Format.XLIFF2).decode()
    whole = "<source>The split</source>\n        <target>پھوٹ</target>"
    cut = (
        "<source>The</source><target>پھ</target></segment><ignorable><source> </source></ignorable>"
        '<segment state="initial"><source>split</source><target>وٹ</target>'
    )
    assert whole in data
    first = samples.read(data.replace(whole, cut).encode())[0]
    assert (first.source, first.target, first.state) == ("The split", "پھ وٹ", State.FUZZY)


def test_elements_of_a_cat_tool_are_named() -> None:
    """A placeholder that a tool has put into a translation cannot be kept, and that is said."""
    data = samples.write(Format.XLIFF).replace("پھوٹ</target>".encode(), 'پھوٹ<x id="1"/></target>'.encode())
    outcome = formats.read(data, "file")
    assert outcome.value is not None
    assert outcome.value.units[0].target == "پھوٹ"
    assert [found.code for found in outcome.diagnostics] == ["C165"]


@pytest.mark.parametrize(
    ("attributes", "state"),
    [
        ('state="final"', State.REVIEWED),
        ('state="signed-off"', State.REVIEWED),
        ('state="needs-l10n"', State.FUZZY),
        ('state="new"', State.FUZZY),
        ('state="x-own"', None),
        ("", None),
    ],
)
def test_states_of_other_tools_are_understood(attributes: str, state: State | None) -> None:
    """Every state of XLIFF 1.2 means one of ours; one of a tool's own says nothing."""
    data = samples.write(Format.XLIFF).decode().replace('state="translated">پھوٹ', f"{attributes}>پھوٹ")
    assert samples.read(data.encode())[0].state is state


def test_a_memory_is_read_elsewhere() -> None:
    """Translate Toolkit finds the pairs of a memory in both languages."""
    read: Any = tmxfile(io.BytesIO(samples.write(Format.TMX)), "en", "ur")
    assert read.translate("The split") == "پھوٹ"
    assert len(read.units) == sum(unit.state is State.TRANSLATED for unit in UNITS)


def test_a_memory_from_elsewhere_is_not_imported() -> None:
    """It says nothing of books and chapters."""
    made = tmxfile(None, "en", "sv")
    made.addtranslation("The split", "en", "Splittringen", "sv")
    assert samples.codes(bytes(made)) == {"C167"}
