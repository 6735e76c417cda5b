"""Where the themes let pages break."""

from __future__ import annotations

import re
from collections.abc import Callable

import pypdfium2
import pytest

from tests.edition.shelf import Shelf
from translate_pub.edition import themes
from translate_pub.model.edition import ChapterHtml
from translate_pub.publish.chapter import LayoutJob, lay_out
from translate_pub.publish.fonts import FontSet

MakeJob = Callable[..., LayoutJob]


@pytest.mark.parametrize("theme", ["classic", "pamphlet"])
def test_no_row_of_a_table_stands_alone_on_a_page(
    make_section: Callable[..., ChapterHtml], make_job: MakeJob, font_set: FontSet, theme: str
) -> None:
    """However many lines stand before the table, the page that it begins or ends on has two rows."""
    css = themes.load(Shelf({}, theme=theme).book, "sv").css
    rows = "".join(f"<tr><td>row{index}</td></tr>" for index in range(8))
    table = f"<table><caption>Votes</caption><thead><tr><th>No.</th></tr></thead><tbody>{rows}</tbody></table>"
    job = make_job("")
    for lines in range(12, 24, 2):
        section = make_section(f"<section>{'<p>Line.</p>' * lines}{table}</section>")
        pages = lay_out(LayoutJob(section, css, font_set, job.trim, 3.0, job.root))
        with pypdfium2.PdfDocument(pages.pdf) as pdf:
            counts = [len(re.findall(r"row\d", page.get_textpage().get_text_bounded())) for page in pdf]
        assert sum(counts) == 8
        assert 1 not in counts
