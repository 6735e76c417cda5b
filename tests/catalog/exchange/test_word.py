"""A table in Word: what is in it, and what comes back after Word and its users."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import docx
import pypandoc
import pytest
from docx.oxml import parse_xml
from docx.table import _Row
from lxml import etree

from tests.catalog.exchange import samples
from translate_pub.catalog.exchange import autocorrection, formats
from translate_pub.catalog.exchange.docx_layout import NAMESPACE, W
from translate_pub.catalog.exchange.formats import Format
from translate_pub.catalog.exchange.unit import Exchange, State, Unit

UNITS = samples.exchange().units
LINKED = next(index for index, unit in enumerate(UNITS) if "rules" in unit.source)


def edited(change: Callable[[list[_Row]], object]) -> tuple[Unit, ...]:
    """Open the exported document, change its rows, save it and read it."""
    return samples.read(saved(change))


def saved(change: Callable[[list[_Row]], object]) -> bytes:
    """Open the exported document, change its rows and save it."""
    document = docx.Document(io.BytesIO(samples.write(Format.DOCX)))
    change([row for table in document.tables for row in table.rows][1:])
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def body() -> etree._Element:
    """Return the body of the exported document."""
    with zipfile.ZipFile(io.BytesIO(samples.write(Format.DOCX))) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def fill(row: _Row, xml: str) -> None:
    """Put other content into the paragraph of a translation."""
    paragraph = row.cells[2].paragraphs[0]._p  # noqa: SLF001 - python-docx knows no tracked changes
    for child in list(paragraph)[1:]:
        paragraph.remove(child)
    for element in parse_xml(f'<w:p xmlns:w="{NAMESPACE}">{xml}</w:p>'):
        paragraph.append(element)


def test_source_stands_at_the_left_and_translation_at_the_right() -> None:
    """The table is laid from left to right, whatever direction its languages have, and says so."""
    (table,) = body().iter(f"{W}tbl")
    direction = table.find(f"{W}tblPr/{W}bidiVisual")
    assert direction is not None
    assert direction.get(f"{W}val") == "0"
    document = docx.Document(io.BytesIO(samples.write(Format.DOCX)))
    cells = document.tables[0].rows[1].cells
    assert cells[1].text.endswith("The split")
    assert cells[2].text == "پھوٹ"


def test_urdu_is_set_from_right_to_left_and_spelt_as_urdu() -> None:
    """Paragraph and runs of a translation carry its direction and language, an empty one too."""
    for row in list(body().iter(f"{W}tr"))[1:]:
        (paragraph,) = list(row.iterchildren(f"{W}tc"))[2].iterchildren(f"{W}p")
        assert paragraph.find(f"{W}pPr/{W}bidi") is not None
        for properties in paragraph.iter(f"{W}rPr"):
            language = properties.find(f"{W}lang")
            assert properties.find(f"{W}rtl") is not None
            assert language is not None
            assert language.get(f"{W}bidi") == "ur-PK"


def test_swedish_is_set_from_left_to_right_and_spelt_as_swedish() -> None:
    """A language that is written from the left has no marks of direction."""
    data = samples.write(Format.DOCX, Exchange("en", "sv", UNITS))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        text = archive.read("word/document.xml").decode()
    assert '<w:lang w:val="sv-SE"/>' in text
    assert "<w:bidi/>" not in text


def test_a_table_of_an_urdu_source_begins_at_the_right() -> None:
    """For readers of a source that is written from the right, so is the table."""
    data = samples.write(Format.DOCX, Exchange("ur", "sv", UNITS))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert b"<w:bidiVisual/>" in archive.read("word/document.xml")


def test_the_page_says_what_to_do() -> None:
    """Header, footer with the page's number, instructions, and headings that each page repeats."""
    document = docx.Document(io.BytesIO(samples.write(Format.DOCX)))
    assert "translation" in document.sections[0].header.paragraphs[0].text
    assert "PAGE" in etree.tostring(document.sections[0].footer.paragraphs[0]._p).decode()  # noqa: SLF001 - as above
    assert any("Shift+Enter" in paragraph.text for paragraph in document.paragraphs)
    assert len(list(body().iter(f"{W}tblHeader"))) == 1


def test_the_archive_is_whole_and_pandoc_shows_the_table() -> None:
    """Independent programs unpack the document and read its table."""
    data = samples.write(Format.DOCX)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
    html = pypandoc.convert_text(data, "html", format="docx", extra_args=["--sandbox"])
    assert re.search(r"<table.*The split.*پھوٹ.*</table>", html, re.DOTALL)


def test_a_document_saved_by_another_program_is_the_same() -> None:
    """Opened and saved without a change, it reads as before."""
    assert edited(lambda _: None) == UNITS


def test_text_cut_into_runs_is_whole() -> None:
    """Word cuts a text wherever it has checked or formatted it."""
    runs = '<w:r><w:t>پھو</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:rtl/></w:rPr><w:t>ٹ</w:t></w:r>'
    assert edited(lambda rows: fill(rows[0], runs)) == UNITS


def test_tracked_changes_count_as_they_read() -> None:
    """What was inserted counts, what was deleted or moved away does not."""
    runs = (
        '<w:del w:id="1" w:author="A"><w:r><w:delText>پرانا</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="A"><w:r><w:t>نیا</w:t></w:r></w:ins>'
        '<w:moveFrom w:id="3" w:author="A"><w:r><w:t>یہاں</w:t></w:r></w:moveFrom>'
        '<w:hyperlink><w:r><w:t xml:space="preserve"> لفظ</w:t></w:r></w:hyperlink>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK</w:instrText></w:r>'
        "<w:r><w:noBreakHyphen/><w:tab/><w:softHyphen/></w:r>"
    )
    assert edited(lambda rows: fill(rows[0], runs))[0].target == "نیا لفظ\u2011\t\u00ad"


def test_two_paragraphs_are_two_lines() -> None:
    """Who presses Enter in a cell means a new line; a paragraph mark that was deleted joins."""

    def split(rows: list[_Row]) -> None:
        rows[0].cells[2].add_paragraph("دوسرا")

    assert edited(split)[0].target == "پھوٹ\nدوسرا"
    gone = f'<w:p xmlns:w="{NAMESPACE}"><w:pPr><w:rPr><w:del w:id="1" w:author="A"/></w:rPr></w:pPr></w:p>'

    def join(rows: list[_Row]) -> None:
        rows[0].cells[2]._tc.insert(1, parse_xml(gone))  # noqa: SLF001 - as above

    assert edited(join)[0].target == "پھوٹ"


def test_a_filled_row_and_a_changed_state_come_back() -> None:
    """A translation is typed into an empty cell, and a word written over the state."""
    fuzzy = next(index for index, unit in enumerate(UNITS) if unit.state is State.FUZZY)

    def work(rows: list[_Row]) -> None:
        rows[LINKED].cells[2].paragraphs[0].add_run("قواعد دیکھیں")
        rows[fuzzy].cells[0].paragraphs[0].runs[0].text = "Translated"

    back = edited(work)
    assert back[LINKED].target == "قواعد دیکھیں"
    assert back[fuzzy].state is State.TRANSLATED


def test_emphasis_set_by_hand_is_named() -> None:
    """Words in bold where asterisks were meant are reported, and the text is taken."""
    runs = '<w:r><w:t xml:space="preserve">وہ </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>سب</w:t></w:r>'
    outcome = formats.read(saved(lambda rows: fill(rows[0], runs)), "file")
    assert outcome.value is not None
    assert outcome.value.units[0].target == "وہ سب"
    assert [found.code for found in outcome.diagnostics] == ["C165"]


def test_a_comment_of_word_is_kept_with_the_message() -> None:
    """What somebody says in the margin becomes a translator's comment."""
    document = docx.Document(io.BytesIO(samples.write(Format.DOCX)))
    runs = document.tables[0].rows[1].cells[2].paragraphs[0].runs
    document.add_comment(runs, text="Is this the usual word?", author="Ada")
    out = io.BytesIO()
    document.save(out)
    assert samples.read(out.getvalue())[0].comments == ("Ada: Is this the usual word?",)


def test_rows_may_be_sorted_removed_and_spread_over_tables() -> None:
    """A row is known by its marks, wherever it stands."""

    def shuffle(rows: list[_Row]) -> None:
        parent = rows[0]._tr.getparent()  # noqa: SLF001 - as above
        assert parent is not None
        parent.append(rows[0]._tr)  # noqa: SLF001 - as above
        parent.remove(rows[1]._tr)  # noqa: SLF001 - as above

    assert set(edited(shuffle)) == {UNITS[0], *UNITS[2:]}


def test_cells_that_were_joined_are_named() -> None:
    """A row that has no translation of its own any more is refused at its place."""
    data = saved(lambda rows: rows[1]._tr.remove(rows[1].cells[1]._tc))  # noqa: SLF001 - as above
    (found,) = formats.read(data, "file").diagnostics
    assert (found.code, "row 2" in found.message) == ("C168", True)


def test_a_document_without_the_table_is_named() -> None:
    """Any other document is not taken for an empty one."""
    out = io.BytesIO()
    docx.Document().save(out)
    assert samples.codes(out.getvalue()) == {"C155"}


@pytest.mark.parametrize(
    ("source", "typed", "meant"),
    [
        ('See {title="x--y"}.', "Se {title=“x—y”}.", 'Se {title="x--y"}.'),
        ("A <a href='u'>b</a>", "En <a href=‘u’>b</a>", "En <a href='u'>b</a>"),
        ("`a -> b`...", "`a → b` …", "`a -> b` …"),
        ('[a](u "T")', "[å](u “T”)", '[å](u "T")'),
        ('Say "so" -- now', "Säg ”så” – nu", "Säg ”så” – nu"),
        ("{#a-b}", "{#a–b}", "{#a-b}"),
        ("{#a}", "{#b}", "{#b}"),
        (r"`\1 x`", "`\\1\u00a0x`", r"`\1 x`"),
    ],
)
def test_autocorrection_is_undone_in_markup_only(source: str, typed: str, meant: str) -> None:
    """Marks inside attribute lists, tags, addresses and code are the source's; elsewhere the translator's."""
    assert autocorrection.restore(source, typed) == meant
