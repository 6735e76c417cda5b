"""What the lock files promise."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

LOCKS = ("requirements.lock", "tools/uv.txt")
PINNED = re.compile(r"^[a-z0-9][a-z0-9._-]*==\S+", re.MULTILINE)


@pytest.fixture
def pyproject(repository: Path) -> dict[str, Any]:
    """Give pyproject.toml as tables."""
    return tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_file_names_no_host(repository: Path, name: str) -> None:
    """A lock file serves with any mirror: no address stands in it."""
    text = (repository / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert "index" not in text


@pytest.mark.parametrize("name", LOCKS)
def test_every_requirement_is_pinned_and_hashed(repository: Path, name: str) -> None:
    """Each entry has one version and at least one hash."""
    text = (repository / name).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[^\s#])", text.strip())
    assert [entry for entry in entries if not PINNED.match(entry) or "--hash=sha256:" not in entry] == []


def test_the_lock_holds_what_the_project_asks_for(repository: Path, pyproject: dict[str, Any]) -> None:
    """Every dependency, of the tool and of its developers, stands in the lock file."""
    locked = {name.partition("==")[0] for name in PINNED.findall((repository / "requirements.lock").read_text("utf-8"))}
    groups = pyproject["dependency-groups"]
    asked = [*pyproject["project"]["dependencies"], *groups["build"], *groups["dev"]]
    names = {re.split(r"[\[=<>]", each)[0].lower() for each in asked if isinstance(each, str)}
    assert names - locked == set()


def test_a_wheel_is_built_with_what_is_locked(pyproject: dict[str, Any]) -> None:
    """The build's own requirements are pinned, and are those of the group that the lock file takes in."""
    required = pyproject["build-system"]["requires"]
    assert all("==" in each for each in required)
    assert set(required) <= set(pyproject["dependency-groups"]["build"])
