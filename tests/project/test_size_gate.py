"""The gate on the size of modules and functions."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import size_gate
from tools.size_gate import Exemption, Size


def _sizes(text: str) -> dict[str, int]:
    return {size.name: size.lines for size in size_gate.measure("a.py", text)}


def test_only_code_counts() -> None:
    """Docstrings, comments and blank lines are not counted."""
    module = '"""A module\n\nthat says much."""\n\n# why\nx = f()\n\n'
    function = 'def g():\n    """Say\n    much."""\n\n    # why\n    return 1\n'
    assert _sizes(module + function) == {"a.py": 3, "a.py:g": 2}


@pytest.mark.parametrize(
    ("table", "lines"),
    [
        ("T = {\n    'a': 1,\n    'b': (2, -3),\n}\n", 0),
        ("T: dict[str, Kind] = {\n    'a': Kind.A,\n}\n", 0),
        ("T = frozenset(\n    {\n        'a',\n    }\n)\n", 0),
        ("T = {\n    'a': f(1),\n}\n", 3),
        ("T = [\n    each\n    for each in range(3)\n]\n", 4),
        ("def f():\n    t = {\n        'a': 1,\n    }\n", 4),
    ],
)
def test_a_table_of_literals_is_data(table: str, lines: int) -> None:
    """A module-level assignment of literals is not counted; one that computes, or stands in a function, is."""
    assert _sizes(table)["a.py"] == lines


def test_a_text_of_many_lines_is_counted_whole() -> None:
    """A string that a function uses counts with each of its lines."""
    assert _sizes('def f():\n    return """a\n\n\nb"""\n')["a.py:f"] == 5


def test_methods_and_inner_functions_are_measured() -> None:
    """A method is named with its class, and an inner function counts for itself and for the outer one."""
    text = "class A:\n    def b(self):\n        def c():\n            return 1\n        return c\n"
    assert _sizes(text) == {"a.py": 5, "a.py:A.b": 4, "a.py:A.b.c": 2}


def test_what_is_too_long_is_told_with_its_place() -> None:
    """A function over its limit is found, one at its limit is not."""
    sizes = [Size("a.py:f", 7, 46, 45), Size("a.py:g", 99, 45, 45)]
    assert list(size_gate.judge(sizes, [])) == ["a.py:7: a.py:f has 46 lines of code; allowed are 45"]


def test_an_exception_allows_as_many_lines_as_it_says() -> None:
    """An exception lifts the limit to its own number, and no further."""
    exemption = Exemption("a.py:f", 50, "a table of cases")
    assert list(size_gate.judge([Size("a.py:f", 7, 50, 45)], [exemption])) == []
    assert list(size_gate.judge([Size("a.py:f", 7, 51, 45)], [exemption])) != []


@pytest.mark.parametrize(
    ("exemptions", "finding"),
    [
        ([Exemption("a.py:f", 50, "")], "gives no reason"),
        ([Exemption("a.py:g", 50, "was long once")], "is not needed"),
        ([Exemption(f"a.py:f{number}", 50, "long") for number in range(6)], "at most 5"),
    ],
)
def test_exceptions_are_few_reasoned_and_needed(exemptions: list[Exemption], finding: str) -> None:
    """An exception without reason or use is a finding, and so is a sixth."""
    assert any(finding in each for each in size_gate.judge([Size("a.py:f", 1, 46, 45)], exemptions))


def test_exceptions_are_read_from_the_project_file(tmp_path: Path) -> None:
    """The exceptions stand in the table `tool.size-gate`."""
    path = tmp_path / "pyproject.toml"
    path.write_text('[tool.size-gate]\nexceptions = [{ name = "a.py:f", lines = 50, reason = "b" }]\n', "utf-8")
    assert size_gate.exemptions(path) == (Exemption("a.py:f", 50, "b"),)


def test_the_project_gives_reasons_for_its_own_exceptions() -> None:
    """Each exception of this project says why in a sentence."""
    exemptions = size_gate.exemptions()
    assert len(exemptions) <= size_gate.MOST_EXCEPTIONS
    assert all(len(each.reason.split()) >= 4 for each in exemptions)


def test_the_gate_holds_all_the_code(repository: Path) -> None:
    """The package, its tests, its tools and its benchmarks are all measured."""
    rooms = {path.relative_to(repository).parts[0] for path in size_gate.modules()}
    assert rooms == {"src", "tests", "tools", "benchmarks", "hatch_build.py"}
