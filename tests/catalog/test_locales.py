"""The table of languages says what Babel would."""

from __future__ import annotations

import pytest
from babel import __version__
from babel.core import Locale

from tools import locales as tool
from translate_pub.catalog import directions, locales
from translate_pub.report.names import bare_name
from translate_pub.workspace import languages, toml
from translate_pub.workspace.findings import Findings


def _table() -> list[str]:
    return tool.TABLE.read_text(encoding="utf-8").splitlines(keepends=True)


def test_the_table_is_what_the_tool_writes() -> None:
    """Names and directions are those of the Babel that the table says; another one's are like them but for news."""
    notice, *rows = _table()
    if f"Babel {__version__}." in notice:
        assert rows == list(tool.lines())
    assert {"ur\trtl\tاردو\n", "sv\tltr\tsvenska\n", "pt-BR\tltr\tportuguês (Brasil)\n"} <= set(rows)


def test_a_language_that_the_table_has_not() -> None:
    """It is named and directed all the same, and what is no language is its own name."""
    assert locales.find("zh-TW") is None
    assert bare_name("zh-TW") == Locale.parse("zh-TW", sep="-").display_name
    assert (bare_name("xx"), directions.direction("ur-IN-x-y")) == ("xx", "rtl")


def test_languages_of_the_table_are_good_tags(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the table has would be taken without it, so that a configuration needs no more than the table."""
    tags = [row.split("\t")[0] for row in _table()[1:]]
    monkeypatch.setattr(locales, "find", lambda _tag: None)
    findings = Findings("translate-pub.toml", toml.read(""))
    assert [tag for tag in tags if not languages.check(tag, ("languages",), findings)] == []
