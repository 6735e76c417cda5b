"""What git knows of a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate_pub.model.diagnostic import WorkspaceError
from translate_pub.workspace import git


def test_the_repository_is_found_from_a_folder_inside(tmp_path: Path) -> None:
    """The top folder of the repository is found from below."""
    git.run(tmp_path, "init", "--quiet")
    inside = tmp_path / "locales" / "sv"
    inside.mkdir(parents=True)
    found = git.repository(inside)
    assert found is not None
    assert found.samefile(tmp_path)


def test_a_folder_outside_of_any_repository_has_none(tmp_path: Path) -> None:
    """A folder that is in no repository is no mistake."""
    assert git.repository(tmp_path) is None


def test_a_content_has_the_name_that_git_gives_it(tmp_path: Path) -> None:
    """The name of a content is the one under which git will keep it."""
    text = "Önskad ändring\n".encode()
    git.run(tmp_path, "init", "--quiet")
    assert git.run(tmp_path, "hash-object", "--stdin", given=text).decode().strip() == git.blob_id(text)


def test_what_git_refuses_is_told_in_its_words(tmp_path: Path) -> None:
    """A refusal names the command and says what git said."""
    with pytest.raises(WorkspaceError, match="git log"):
        git.run(tmp_path, "log")
