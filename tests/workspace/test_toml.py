"""The lines of keys agree with what the standard library's parser reads, and reading goes on after a mistake."""

from __future__ import annotations

import json
import re
import tomllib
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from translate_pub.workspace import toml

LAW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
NAMES = st.sampled_from(["a", "b", "c", "long-name", "å b", "x.y", '"'])
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=8)
SCALARS = st.one_of(TEXTS, st.integers(-9, 9), st.booleans())


def quoted(text: str) -> str:
    """Write a TOML string."""
    return json.dumps(text, ensure_ascii=False)


@st.composite
def rows(draw: st.DrawFn, value: Any) -> list[str]:  # noqa: ANN401 - any value of TOML
    """Write a value over one row or several."""
    if isinstance(value, str):
        if draw(st.booleans()) and value == value.strip():
            return ['"""', *quoted(value)[1:-1].split(" "), '"""']
        return [quoted(value)]
    if isinstance(value, list) and draw(st.booleans()):
        return ["[", *(f"  {inline(item)}, # [ an item" for item in value), "]"]
    return [inline(value)]


def inline(value: object) -> str:
    """Write a value on one row."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{quoted(key)} = {inline(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(inline(item) for item in value) + "]"
    return quoted(value) if isinstance(value, str) else json.dumps(value)


VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(NAMES, inner, max_size=3)),
    max_leaves=6,
)


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Write a document of keys, tables, arrays of tables, blank lines and comments."""
    out: list[str] = []

    def keys() -> None:
        for name, value in draw(st.dictionaries(NAMES, VALUES, max_size=3)).items():
            out.extend(draw(st.sampled_from([[], [""], ["# [comment]"], ["  # a = 1"]])))
            first, *rest = draw(rows(value))
            out.extend([f"{quoted(name)} = {first}", *rest])

    keys()
    for number in range(draw(st.integers(0, 3))):
        if draw(st.booleans()):
            out.append(f"[table{number}.{quoted(draw(NAMES))}]")
            keys()
        else:
            for _ in range(draw(st.integers(1, 2))):
                out.append(f"[[array{number}]] # header")
                keys()
                out.append(f"[array{number}.inner]")
                keys()
    return draw(st.sampled_from(["\n", "\r\n"])).join(out)


def lines_of(text: str) -> list[str]:
    """Cut a text into lines."""
    return text.replace("\r\n", "\n").split("\n")


def paths(value: object, above: toml.Path = ()) -> set[toml.Path]:
    """Return the path of everything in a value."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return {above} | {path for key, inner in items for path in paths(inner, (*above, key))}


@LAW
@given(documents())
def test_values(text: str) -> None:
    """A document without mistakes reads as the standard library reads it."""
    document = toml.read(text)
    assert document.mistakes == ()
    assert document.values == tomllib.loads(text)


@LAW
@given(documents())
def test_every_path_has_a_line(text: str) -> None:
    """Every key and every item of an array has a line, and nothing else has."""
    document = toml.read(text)
    assert set(document.lines) | {()} == paths(document.values)


@LAW
@given(documents())
def test_lines(text: str) -> None:
    """What stands before the line of a key does not have the key, and what ends with its statement has it."""
    document = toml.read(text)
    for path, line in document.lines.items():
        assert path not in toml.read("\n".join(lines_of(text)[: line - 1])).lines


@LAW
@given(st.text())
def test_anything_is_read(text: str) -> None:
    """Any text at all gives a document, and a mistake exactly when it is not TOML."""
    try:
        tomllib.loads(text.replace("\r\n", "\n").replace("\r", "\n"))
    except tomllib.TOMLDecodeError:
        assert toml.read(text).mistakes
    else:
        assert toml.read(text).mistakes == ()


@LAW
@given(documents(), st.data())
def test_a_damaged_line_leaves_the_others(text: str, data: st.DataObject) -> None:
    """A line of nonsense between statements is one mistake, at its line, and costs nothing else."""
    whole = toml.read(text)
    lines = lines_of(text)
    starts = sorted({line for path, line in whole.lines.items() if not isinstance(path[-1], int)} | {len(lines) + 1})
    starts = [line for line in starts if line > len(lines) or re.match(r"\[|[^{]*=", lines[line - 1])]
    at = data.draw(st.sampled_from(starts))
    damaged = toml.read("\n".join([*lines[: at - 1], "no key and no header", *lines[at - 1 :]]))
    assert [mistake.line for mistake in damaged.mistakes] == [at]
    assert damaged.values == whole.values


ITEMS = """\
title = "x"
chapters = [
  "a.md",
  # "not this",
  "b.md", "c.md",

  "d.md" ]
"""


@pytest.mark.parametrize(("place", "line"), [(0, 3), (1, 5), (2, 5), (3, 7)])
def test_items_of_a_long_array(place: int, line: int) -> None:
    """Each item of an array of several lines has the line on which it ends."""
    assert toml.read(ITEMS).line(("chapters", place)) == line


def test_a_missing_key_is_where_its_table_is() -> None:
    """A key that is not there is located at the table that should have it."""
    document = toml.read("[a]\nb = 1\n[[c]]\nd = 2\n[[c]]\ne = 3\n")
    assert document.line(("c", 1, "d")) == 5
    assert document.line(("x",)) is None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('a = "x\nb = 1', 1),
        ("a = [1,\n 2\n\n[t]\nb = 1", 4),
        ("a = 1\n[t\nb = 1", 2),
        ("a = 1\nb = 2\na = 3", 3),
        ("[t]\na = 1\n[t]\nb = 1", 3),
        ('a = """\nnever closed', 1),
    ],
)
def test_the_line_of_a_mistake(text: str, line: int) -> None:
    """A mistake is located on the line where the parser stumbled or the statement began."""
    assert [mistake.line for mistake in toml.read(text).mistakes] == [line]
