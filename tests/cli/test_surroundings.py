"""What other programs around a workspace are told, held against those programs."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

import pytest
from translate.storage import factory
from translation_finder import discover

from tests.cli.speaking import Say


def _components(folder: Path, say: Say) -> list[dict[str, str]]:
    answer = say("-C", folder, "weblate", "--repo", "https://git.example.org/press/books", "--branch", "main")
    assert answer.code == 0
    return list(json.loads(answer.out))


def test_weblate_finds_every_component_itself(leaflet: Path, say: Say) -> None:
    """Weblate's own discovery finds the catalogues under the same masks and as the same format."""
    found = {(str(one["filemask"]), str(one["file_format"])) for one in discover(str(leaflet))}
    described = {(one["filemask"], one["file_format"]) for one in _components(leaflet, say)}
    assert described
    assert described <= found


def test_weblate_reads_every_file_of_a_component(leaflet: Path, say: Say) -> None:
    """Catalogues and templates open in the library that Weblate reads PO with, and each catalogue has its template."""
    for component in _components(leaflet, say):
        template = factory.getobject(str(leaflet / component["new_base"]))
        wanted = {unit.source for unit in template.units if unit.source}
        for path in leaflet.glob(component["filemask"]):
            assert wanted == {unit.source for unit in factory.getobject(str(path)).units if unit.source}


def test_a_weblate_component_covers_the_languages_of_the_workspace_only(leaflet: Path, say: Say) -> None:
    """Folders that are no languages are left out."""
    for component in _components(leaflet, say):
        assert component["language_regex"] == "^(sv|ur|de)$"


def test_the_first_component_is_cloned_and_the_others_share_it(leaflet: Path, say: Say) -> None:
    """A book is one clone, so that one commit holds the work on several chapters."""
    first, *others = _components(leaflet, say)
    assert (first["repo"], first["branch"]) == ("https://git.example.org/press/books", "main")
    assert {one["repo"] for one in others} == {f"weblate://books/{first['slug']}"}


def test_weblate_counts_paths_from_the_top_of_the_repository(leaflet: Path, say: Say) -> None:
    """A workspace in a folder of a repository has its folder's name before every path; origin is what is cloned."""
    for words in (["init", "--quiet"], ["remote", "add", "origin", "https://git.example.org/all"]):
        subprocess.run(["git", *words], cwd=leaflet.parent, check=True)
    answer = say("-C", leaflet, "weblate")
    first = json.loads(answer.out)[0]
    assert fnmatch("leaflet/locales/sv/LC_MESSAGES/leaflet/metadata.po", first["filemask"])
    assert first["repo"] == "https://git.example.org/all"


def test_without_an_address_nothing_is_described(leaflet: Path, say: Say) -> None:
    """Where nobody says what to clone, the option is named."""
    answer = say("-C", leaflet, "weblate")
    assert (answer.code, answer.out) == (1, "")
    assert "--repo" in answer.err


def test_pre_commit_accepts_the_hooks(repository: Path) -> None:
    """The manifest is one that pre-commit reads."""
    manifest = repository / ".pre-commit-hooks.yaml"
    subprocess.run([sys.executable, "-m", "pre_commit", "validate-manifest", manifest], check=True)


@pytest.mark.slow
def test_pre_commit_runs_the_hooks(repository: Path, leaflet: Path, tmp_path: Path, say: Say) -> None:
    """The hooks install the tool, pass a workspace in step, and stop one that is not."""
    tool = tmp_path / "tool"
    ignored = shutil.ignore_patterns(".git", ".venv", ".tools", ".*_cache", "build", "__pycache__", ".hypothesis")
    shutil.copytree(repository, tool, ignore=ignored)
    assert say("-C", leaflet, "update").code == 0
    for folder in (tool, leaflet):
        _commit(folder)
    first = _run_hooks(tool, leaflet, tmp_path)
    assert first.returncode == 0, first.stdout
    source = leaflet / "source_texts" / "leaflet" / "01-meeting.md"
    source.write_text(f"{source.read_text(encoding='utf-8')}\nOne more paragraph.\n", encoding="utf-8")
    _commit(leaflet)
    second = _run_hooks(tool, leaflet, tmp_path)
    assert second.returncode == 1
    assert "translate-pub-update" in second.stdout


def _commit(folder: Path) -> None:
    identity = ("-c", "user.name=Åsa", "-c", "user.email=asa@example.org")
    for words in (["init", "--quiet"], ["add", "--all"], [*identity, "commit", "--quiet", "--message=Commit"]):
        subprocess.run(["git", *words], cwd=folder, check=True)


def _run_hooks(tool: Path, workspace: Path, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    """Run all hooks of the tool over a workspace, with a cache of their own."""
    command = [sys.executable, "-m", "pre_commit", "try-repo", str(tool), "--all-files", "--verbose"]
    environment = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "cache")}
    return subprocess.run(
        command, cwd=workspace, env=environment, check=False, capture_output=True, text=True, timeout=600
    )
