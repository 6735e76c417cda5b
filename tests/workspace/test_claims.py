"""Claims lie in files that git merges."""

from __future__ import annotations

import datetime as dt
import subprocess
from pathlib import Path

import pytest

from translate_pub.model.claims import Claim
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import claims, discovery

SINCE, UNTIL = dt.date(2026, 11, 22), dt.date(2026, 12, 6)
ANNA = Claim("sv", "leaflet", "01-meeting", 'Anna "Ann" Bergström', SINCE, UNTIL)
BO = Claim("sv", "leaflet", "02-after", "بو", SINCE, UNTIL)


@pytest.fixture
def workspace(leaflet: Path) -> Workspace:
    """Give a workspace in a repository of its own."""
    git(leaflet, "init", "--quiet", "--initial-branch=main")
    commit(leaflet, "all")
    return discovery.find(leaflet)


def git(folder: Path, *arguments: str) -> int:
    """Run git, and return how it ended."""
    identity = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", *identity, *arguments], cwd=folder, check=False, capture_output=True).returncode


def commit(folder: Path, message: str) -> None:
    """Commit everything."""
    git(folder, "add", "--all")
    assert git(folder, "commit", "--quiet", "--message", message) == 0


def test_claims_are_read_back(workspace: Workspace) -> None:
    """A claim is read as it was written, whatever the name of the person; removing it removes its file."""
    claims.write(workspace, ANNA)
    claims.write(workspace, BO)
    assert claims.read(workspace, "sv").value == (ANNA, BO)
    assert claims.read(workspace, "ur").value == ()
    claims.remove(workspace, ANNA)
    assert claims.read(workspace, "sv").value == (BO,)


def test_claims_of_two_branches_merge(workspace: Workspace) -> None:
    """One branch claims a chapter and another claims the next and releases a third: git merges them by itself."""
    third = Claim("sv", "leaflet", "preface", "Cy", SINCE, UNTIL)
    claims.write(workspace, third)
    commit(workspace.root, "third")
    git(workspace.root, "switch", "--quiet", "--create", "other")
    claims.write(workspace, BO)
    claims.remove(workspace, third)
    commit(workspace.root, "other")
    git(workspace.root, "switch", "--quiet", "main")
    claims.write(workspace, ANNA)
    commit(workspace.root, "one")
    assert git(workspace.root, "merge", "--quiet", "--no-edit", "other") == 0
    assert claims.read(workspace, "sv").value == (ANNA, BO)


def test_one_chapter_claimed_in_two_branches_is_found(workspace: Workspace) -> None:
    """Where two branches claim one chapter, git stops, and the marks that it leaves are found at their line."""
    git(workspace.root, "switch", "--quiet", "--create", "other")
    claims.write(workspace, Claim("sv", "leaflet", "01-meeting", "Bo", SINCE, dt.date(2027, 1, 1)))
    commit(workspace.root, "other")
    git(workspace.root, "switch", "--quiet", "main")
    claims.write(workspace, ANNA)
    commit(workspace.root, "one")
    assert git(workspace.root, "merge", "--quiet", "--no-edit", "other") == 1
    (found,) = claims.read(workspace, "sv").diagnostics
    assert (found.code, str(found.span)) == ("B021", "locales/sv/claims/leaflet/01-meeting.toml:1")


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b'by = "Anna"\nsince = 2026-11-22\n',
        b'by = ""\nsince = 2026-11-22\nuntil = 2026-12-06\n',
        b'by = "Anna"\nsince = 2026-11-22\nuntil = "2026-12-06"\n',
        b'by = "Anna"\nsince = 2026-11-22T10:00:00\nuntil = 2026-12-06\n',
        b"by = Anna\n",
        b'by = "\xff"\n',
        b"\0",
    ],
    ids=range(8),
)
def test_a_claim_that_cannot_be_read_is_found(workspace: Workspace, text: bytes) -> None:
    """A claim in another shape is found and counts for nothing; the others are read."""
    claims.write(workspace, BO)
    (workspace.root / "locales/sv/claims/leaflet/01-meeting.toml").write_bytes(text)
    read = claims.read(workspace, "sv")
    assert read.value == (BO,)
    assert [found.code for found in read.diagnostics] == ["B022"]
