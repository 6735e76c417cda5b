"""The changelog and its fragments."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import changelog
from tools.changelog import Fragment, FragmentError


def test_this_project_s_fragments_are_well_formed() -> None:
    """Every fragment has a slug, a kind and sentences."""
    assert all(fragment.text for fragment in changelog.load())


def test_fragments_are_gathered_by_kind() -> None:
    """The section Unreleased is replaced, and what follows it stays."""
    before = "# Changelog\n\n## Unreleased\n\nstale\n\n## 0.1.0\n\nFirst.\n"
    after = changelog.gather(before, [Fragment("b", "fixed", "B."), Fragment("a", "added", "A\nlong.")])
    assert after == (
        "# Changelog\n\n## Unreleased\n\n### Added\n\n- A\n  long.\n\n### Fixed\n\n- B.\n\n## 0.1.0\n\nFirst.\n"
    )


def test_gathering_twice_changes_nothing() -> None:
    """The section is written from the fragments alone."""
    fragments = [Fragment("a", "changed", "A.")]
    once = changelog.gather("# Changelog\n\n## Unreleased\n", fragments)
    assert changelog.gather(once, fragments) == once


def test_a_changelog_without_the_section_is_refused() -> None:
    """Nothing is written where there is no place for it."""
    with pytest.raises(FragmentError, match="Unreleased"):
        changelog.gather("# Changelog\n", [])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.new.md", "A."),
        ("A b.added.md", "A."),
        ("a.added.txt", "A."),
        ("a.added.md", "# A."),
        ("a.added.md", "- A."),
        ("a.added.md", "A"),
        ("a.added.md", "A.\n\nB."),
        ("a.added.md", ""),
    ],
)
def test_a_fragment_that_is_not_well_formed_is_refused(tmp_path: Path, name: str, text: str) -> None:
    """A wrong name or a text that is not sentences stops the gathering, with the file's name."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(FragmentError, match=name):
        changelog.load(tmp_path)
