"""What runs over the measure is found, and what does not is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.publish.conftest import LATIN, URDU, note
from translate_pub.model.diagnostic import Severity
from translate_pub.publish.chapter import LayoutJob, lay_out

MakeJob = Callable[..., LayoutJob]


def test_a_table_that_is_cut_off_by_the_page_is_an_error_at_its_line(make_job: MakeJob) -> None:
    """It is found once, however many of its cells are lost."""
    row = "<tr>" + "".join(f'<td data-source="chapter.md:7">unbreakable{index}</td>' for index in range(9)) + "</tr>"
    found = lay_out(make_job(f"<table>{row * 3}</table>")).diagnostics
    assert [(one.code, one.severity, str(one.span)) for one in found] == [("P014", Severity.ERROR, "chapter.md:7")]
    assert found[0].message.startswith("the table runs ")


def test_a_word_in_the_margin_is_a_warning(make_job: MakeJob) -> None:
    """It is all there, if in the wrong place."""
    found = lay_out(make_job('<p data-source="chapter.md:3" style="margin-inline-end:-6mm">' + LATIN * 3)).diagnostics
    assert [(one.code, one.severity, str(one.span)) for one in found] == [("P014", Severity.WARNING, "chapter.md:3")]


@pytest.mark.parametrize(("text", "language"), [(LATIN, "sv"), (URDU, "ur")])
def test_justified_text_with_notes_stays_in_its_measure(make_job: MakeJob, text: str, language: str) -> None:
    """Neither hanging spaces nor the joined letters of a script are taken for it."""
    body = f"<h1>{text}</h1>" + f"<p>{text * 4}{note('1', text * 2)}</p><ul><li>{text * 2}</ul>"
    assert not [one for one in lay_out(make_job(body, language=language)).diagnostics if one.code == "P014"]
