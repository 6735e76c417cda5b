"""Whatever a configuration holds, it is findings or a book, never a crash."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from translate_pub.model.diagnostic import ConfigurationError, Diagnostic
from translate_pub.workspace import config, discovery, schema
from translate_pub.workspace.tables import BookTable, WorkspaceTable

LAW = settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
WORDS = ("01-one.md", "preface", "contents", "ur", "pt-BR", "A5", "978-0-00-000010-1", "..", "/", "npm:x", "a.ttf", "")
TEXTS = st.one_of(st.sampled_from(WORDS), st.text(st.characters(codec="utf-8"), max_size=6))
SCALARS = st.one_of(TEXTS, st.integers(-3, 3000), st.booleans(), st.floats(), st.dates(), st.datetimes(), st.times())


def written(value: object) -> str:
    """Write a value of TOML."""
    match value:
        case dict():
            return "{" + ", ".join(f"{written(key)} = {written(inner)}" for key, inner in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(written, value)) + "]"
        case str():
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case dt.date() | dt.time():
            return value.isoformat()
        case float():
            return repr(value)
    return json.dumps(value)


def documents(names: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Write documents whose keys are those of a table, mostly, with values of any kind."""
    keys = st.one_of(st.sampled_from(names), TEXTS)
    values = st.recursive(
        SCALARS,
        lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(keys, inner, max_size=4)),
        max_leaves=8,
    )
    return st.dictionaries(keys, values, max_size=6).map(
        lambda table: "".join(f"{written(key)} = {written(value)}\n" for key, value in table.items())
    )


def names(table: type[BookTable | WorkspaceTable]) -> tuple[str, ...]:
    """Return the names of all keys of a file, those of inner tables too."""
    return tuple(sorted({name.rsplit(".", 1)[-1] for name, _ in schema.describe(table)} | {"ur", "sv"}))


@LAW
@given(text=documents(names(BookTable)))
@example(text='title = "T"\nchapters = ["a\\u0000b.md"]\ncss = ["\\u0000"]')
@example(text='editions = {"" = {}, ur = {fonts = {body = "\\u0000.ttf"}}}')
def test_any_book(root: Path, text: str) -> None:
    """Any book.toml is either a book or findings that say why not."""
    (root / "source_texts/handbook/book.toml").write_text(text, encoding="utf-8")
    outcome = config.load_book(discovery.find(root), "handbook")
    assert outcome.value is not None or outcome.failed
    assert all(found.span is not None and "\n" not in str(found) for found in outcome.diagnostics)


@LAW
@given(text=documents(names(WorkspaceTable)))
@example(text='source_language = "en"\nsources = "\\u0000"')
def test_any_workspace(tmp_path: Path, text: str) -> None:
    """Any translate-pub.toml is either a workspace or findings that say why not."""
    (tmp_path / "translate-pub.toml").write_text(text, encoding="utf-8")
    found: tuple[Diagnostic, ...] | None = None
    try:
        discovery.find(tmp_path)
    except ConfigurationError as error:
        found = error.diagnostics
    assert found is None or found


@pytest.mark.parametrize("data", [b"\x00", b"\xff\xfet\x00", b"\xef\xbb\xbf", b"\r\r"])
def test_any_bytes(root: Path, data: bytes) -> None:
    """A book.toml that is no text, or an empty one, is findings."""
    (root / "source_texts/handbook/book.toml").write_bytes(data)
    assert config.load_book(discovery.find(root), "handbook").failed
