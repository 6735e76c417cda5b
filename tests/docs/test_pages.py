"""Pages of the documentation: links lead somewhere, examples are right, commands exist."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path

import click
import pytest

from tests.docs import reading
from tools import reference
from translate_pub.cli.program import program
from translate_pub.cli.verb import VerbGroup

_ROOT = Path(__file__).resolve().parents[2]
PAGES = [str(path.relative_to(_ROOT)) for path in reading.pages(_ROOT)]


@pytest.mark.parametrize("name", PAGES)
def test_every_link_between_pages_leads_somewhere(repository: Path, name: str) -> None:
    """A link names a file of the repository, and a heading that it has."""
    page = repository / name
    for address in reading.links(page.read_text("utf-8")):
        path, _, anchor = address.partition("#")
        if "://" in address or address.startswith(("page:", "chapter:", "figure:", "table:", "title:", "index:", "<")):
            continue
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), address
        assert not anchor or anchor in reading.anchors(target.read_text("utf-8")), address


@pytest.mark.parametrize("name", PAGES)
def test_every_command_on_a_page_is_one(repository: Path, name: str) -> None:
    """Verbs and options in shell examples are those of the program."""
    text = (repository / name).read_text("utf-8")
    for block in reading.blocks(text, "sh"):
        lines = re.sub(r"<<'END'\n.*?^END$", "", block, flags=re.MULTILINE | re.DOTALL).splitlines()
        for line in (line for line in lines if line.startswith("translate-pub ")):
            _parse(shlex.split(line.partition(" >")[0])[1:])


@pytest.mark.parametrize("name", PAGES)
def test_every_example_of_toml_is_toml(repository: Path, name: str) -> None:
    """Configuration that a page shows can be copied."""
    for block in reading.blocks((repository / name).read_text("utf-8"), "toml"):
        assert tomllib.loads(block)


@pytest.mark.parametrize("name", PAGES)
def test_lines_are_no_longer_than_code(repository: Path, name: str) -> None:
    """Prose is wrapped, so that a change is a small diff; tables and what the program writes are not."""
    text = (repository / name).read_text("utf-8")
    made = "".join(f"{found[0]}\n" for found in reference.MADE.finditer(text))
    long = [line for line in text.splitlines() if len(line) > 130 and not line.startswith("|") and line not in made]
    assert long == []


def test_the_index_names_every_page(repository: Path) -> None:
    """No page of docs/ is hidden from who begins at its README."""
    index = repository / "docs" / "README.md"
    linked = {
        (index.parent / address.partition("#")[0]).resolve() for address in reading.links(index.read_text("utf-8"))
    }
    assert {path.resolve() for path in index.parent.rglob("*.md")} - linked == {index.resolve()}


def _parse(words: list[str]) -> None:
    """Let click read a command without running it."""
    if words[0].startswith("-"):
        return
    context = click.Context(program, info_name="translate-pub")
    verb = program.get_command(context, words[0])
    if isinstance(verb, VerbGroup):
        verb = verb.get_command(context, words[1])
    assert verb is not None, words
    known = {option for parameter in verb.params for option in (*parameter.opts, *parameter.secondary_opts)}
    given = {word for word in words[1:] if word.startswith("-")}
    assert given <= known | {"--help", "-h"}, words
