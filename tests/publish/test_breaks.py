"""Where the themes let pages break."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pypdfium2
import pytest

from tests.edition.shelf import Shelf
from translate_pub.edition import themes
from translate_pub.model.edition import ChapterHtml
from translate_pub.publish.chapter import LayoutJob, lay_out

MakeJob = Callable[..., LayoutJob]


@pytest.mark.parametrize("theme", ["classic", "pamphlet"])
def test_no_row_of_a_table_stands_alone_on_a_page(
    make_section: Callable[..., ChapterHtml], make_job: MakeJob, theme: str
) -> None:
    """However many lines stand before the table, the page that it begins or ends on has two rows."""
    css = themes.load(Shelf({}, theme=theme).book, "sv").css
    rows = "".join(f"<tr><td>row{index}</td></tr>" for index in range(8))
    table = f"<table><caption>Votes</caption><thead><tr><th>No.</th></tr></thead><tbody>{rows}</tbody></table>"
    job = make_job("")
    for lines in range(12, 24, 2):
        section = make_section(f"<section>{'<p>Line.</p>' * lines}{table}</section>")
        pages = lay_out(replace(job, section=section, form=replace(job.form, css=css)))
        with pypdfium2.PdfDocument(pages.pdf) as pdf:
            counts = [len(re.findall(r"row\d", page.get_textpage().get_text_bounded())) for page in pdf]
        assert sum(counts) == 8
        assert 1 not in counts


@pytest.mark.parametrize("word", ["Varför?", "Ja!", "(nej)"])
def test_no_line_begins_with_the_number_of_a_note(
    make_section: Callable[..., ChapterHtml], make_job: MakeJob, word: str
) -> None:
    """A call stays with the word before it, after a question mark too."""
    css = themes.load(Shelf({}).book, "sv").css
    call = '<a class="call" href="#n">77</a>'
    body = "".join(f'<p style="margin-inline-end:{index}mm">{f"{word}{call} " * 40}</p>' for index in range(6))
    job = make_job("")
    section = make_section(f"<section>{body}</section>")
    pages = lay_out(replace(job, section=section, form=replace(job.form, css=css)))
    assert not [one for one in pages.diagnostics if one.code == "P001"]
    with pypdfium2.PdfDocument(pages.pdf) as pdf:
        lines = [line.strip() for page in pdf for line in page.get_textpage().get_text_bounded().splitlines()]
    assert not [line for line in lines if line == "77" or line.startswith("77 ")]
