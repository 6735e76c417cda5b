"""The page on the architecture is about this house: its floors, and functions that there are."""

from __future__ import annotations

import importlib
import re
import tomllib
from pathlib import Path

import pytest

from tests.docs import reading

FLOORS = (
    "model",
    "source",
    "catalog",
    "checks",
    "edition",
    "publish",
    "preflight",
    "workspace",
    "report",
    "commands",
    "cli",
)
WORDS = ("Takes", "Gives", "Law", "Outside", "Tests")


@pytest.fixture(scope="module")
def page(repository: Path) -> str:
    """Give the page."""
    return (repository / "docs" / "architecture.md").read_text("utf-8")


def test_the_floors_are_those_that_the_contracts_hold(repository: Path) -> None:
    """The page's floors and the layers of `make lint` are the same."""
    contracts = tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    assert {room for layer in layers for room in layer.split(" | ")} == set(FLOORS)


@pytest.mark.parametrize("floor", FLOORS)
def test_a_floor_is_told_in_five_words(page: str, floor: str) -> None:
    """Every floor has a section that says what it takes, gives, holds, touches, and how it is tested."""
    told = re.findall(r"^- \*\*(\w+)\*\*", reading.section(page, floor), re.MULTILINE)
    assert tuple(told) == WORDS


@pytest.mark.parametrize("floor", FLOORS)
def test_every_function_that_a_floor_gives_is_there(page: str, floor: str) -> None:
    """A function that is named `module.name` under a floor is one of its own."""
    text = reading.section(page, floor)
    for module, name in re.findall(r"`([a-z_]+)\.(?!css|toml)([A-Za-z_]+)(?=[(`\s])", text):
        if module == floor:
            assert _module(floor, name)
        else:
            assert hasattr(_module(floor, module), name), f"{module}.{name}"


def test_every_function_of_the_program_on_one_page_is_there(page: str) -> None:
    """The stages of the program are functions that can be called."""
    stages = re.findall(r"^    [a-z ]+? {2,}([a-z]+)\.([a-z_]+)\.([a-z_]+)\(", page, re.MULTILINE)
    assert len(stages) > 10
    for floor, module, name in stages:
        assert callable(getattr(_module(floor, module), name))


def _module(floor: str, name: str) -> object:
    return importlib.import_module(f"translate_pub.{floor}.{name}")
