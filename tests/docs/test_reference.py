"""The reference says what the program is: every verb, key and code, and none that is gone."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from tests.docs import reading
from tools import reference
from translate_pub.cli.program import program
from translate_pub.model.codes import CODES
from translate_pub.workspace import schema


@pytest.fixture(scope="module")
def codes(repository: Path) -> str:
    """Give the page of the codes."""
    return (repository / "docs" / "reference" / "codes.md").read_text("utf-8")


def test_what_is_made_of_the_program_is_fresh() -> None:
    """Verbs, options and keys on the pages are those of the program, word for word."""
    assert reference.stale() == ()


def test_every_verb_has_a_section(repository: Path) -> None:
    """A verb that is added or removed changes the page."""
    text = (repository / "docs" / "reference" / "verbs.md").read_text("utf-8")
    verbs = program.list_commands(click.Context(program))
    assert [heading for heading in reading.headings(text) if heading in verbs] == list(verbs)


def test_every_key_is_on_the_page(repository: Path) -> None:
    """A key of every file stands in the table that it belongs to."""
    text = (repository / "docs" / "reference" / "configuration.md").read_text("utf-8")
    made = {name.removeprefix("keys of ") for name in reference.made_names(text)}
    for file, table in reference.TABLES.items():
        for name, _ in schema.describe(table):
            above = name.rpartition(".")[0]
            assert f"{file} {above}".strip() in made, name


def test_every_code_has_a_section_with_its_title(codes: str) -> None:
    """A code is documented under the title that the program gives it, and none is documented that is gone."""
    titles = re.findall(r"^### ([A-Z]\d{3})\n\n\*\*(.+?)\*\* \(", codes, re.MULTILINE)
    assert [(code, title.casefold()) for code, title in titles] == [
        (code, title.casefold()) for code, title in _in_page_order(codes)
    ]
    assert {code for code, _ in titles} == CODES.keys()


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_code_has_a_cause_an_example_and_a_cure(codes: str, code: str) -> None:
    """Under every code stand what it means, how it looks, and what to do."""
    body = reading.section(codes, code)
    _, meaning, *rest = body.strip().split("\n\n")
    assert len(meaning) > 30
    assert any(reading.blocks(body, language) for language in ("text", "markdown", "po"))
    assert len(rest[-1]) > 10
    assert not rest[-1].startswith("`")


def test_every_module_says_its_codes_in_the_register(repository: Path) -> None:
    """The program uses no code that the register does not have."""
    source = "\n".join(path.read_text("utf-8") for path in (repository / "src").rglob("*.py"))
    assert set(re.findall(r"\"([BSCEP]\d{3})\"", source)) == CODES.keys()


def _in_page_order(codes: str) -> list[tuple[str, str]]:
    return [(heading, CODES.get(heading, "")) for heading in reading.headings(codes) if heading in CODES]
