"""One catalogue that cannot be read holds up what depends on it, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate_pub.catalog import po
from translate_pub.commands import update
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import discovery

FOLDER = "locales/sv/LC_MESSAGES/leaflet"
SENTENCE = "What remains is in [the notebook](https://example.org/notebook)"


@pytest.fixture
def workspace(leaflet: Path) -> Workspace:
    """Give a workspace that is in step, of which one Swedish catalogue was then left half merged."""
    found = discovery.find(leaflet)
    update.run(found)
    path = leaflet / FOLDER / "01-meeting.po"
    path.write_bytes(path.read_bytes() + b"\n<<<<<<< ours\n")
    return found


def edit(workspace: Workspace, chapter: str, old: str, new: str) -> None:
    """Change a text of a chapter."""
    path = workspace.root / "source_texts" / "leaflet" / f"{chapter}.md"
    text = path.read_text()
    assert text.count(old) == 1
    path.write_text(text.replace(old, new))


def translations(workspace: Workspace, chapter: str) -> dict[str, str]:
    """Read the live translations of a chapter."""
    path = workspace.root / FOLDER / f"{chapter}.po"
    read = po.parse(path.read_bytes(), path.name, "sv", "leaflet", chapter).value
    assert read is not None
    return {entry.msgid: entry.msgstr for entry in read.entries if not entry.obsolete}


def repair(workspace: Workspace) -> None:
    """Take the marks out again."""
    path = workspace.root / FOLDER / "01-meeting.po"
    path.write_bytes(path.read_bytes().replace(b"\n<<<<<<< ours\n", b""))


def test_chapters_that_are_settled_go_on(workspace: Workspace) -> None:
    """A text that was removed from one chapter becomes obsolete there, although another chapter cannot be read."""
    edit(workspace, "02-after", "| Second  | 12    |\n", "")
    done = update.run(workspace, languages=("sv",))
    assert done.failed
    assert "Second" not in translations(workspace, "02-after")
    assert "C033" not in [found.code for found in done.diagnostics]


def test_what_moved_out_of_an_unreadable_catalogue_is_not_lost(workspace: Workspace) -> None:
    """A chapter that got a new text waits, says so, and finds the translation once the other file is repaired."""
    quotation = "> A book is a conversation that waits.\n>\n> — A reader\n> {: .attribution}\n"
    edit(workspace, "01-meeting", quotation, "")
    edit(workspace, "02-after", "| Evening", f"{quotation}\n| Evening")
    before = translations(workspace, "02-after")
    done = update.run(workspace, languages=("sv",))
    assert translations(workspace, "02-after") == before
    assert [(found.code, "02-after" in found.message) for found in done.diagnostics][-1] == ("C033", True)
    repair(workspace)
    assert not update.run(workspace, languages=("sv",)).failed
    assert translations(workspace, "02-after")["A book is a conversation that waits."]


def test_what_moved_into_an_unreadable_catalogue_is_not_lost(workspace: Workspace) -> None:
    """A text that moved into the chapter that cannot be read is kept where it was, and found after the repair."""
    path = workspace.root / "source_texts" / "leaflet" / "02-after.md"
    line = next(line for line in path.read_text().splitlines() if line.startswith("What remains"))
    edit(workspace, "02-after", line, "")
    edit(workspace, "01-meeting", "- Somebody asks", f"{line}\n\n- Somebody asks")
    update.run(workspace, languages=("sv",))
    repair(workspace)
    assert not update.run(workspace, languages=("sv",)).failed
    assert translations(workspace, "01-meeting")[line]


def test_a_chapter_that_is_gone_is_not_removed_too_soon(workspace: Workspace) -> None:
    """The file of a chapter whose text went into the chapter that cannot be read stays until that is repaired."""
    folder = workspace.root / "source_texts" / "leaflet"
    gone = (folder / "02-after.md").read_text()
    edit(workspace, "01-meeting", "[^pages]: Ten", f"{gone}\n\n[^pages]: Ten")
    (folder / "02-after.md").unlink()
    book = folder / "book.toml"
    book.write_text(book.read_text().replace(', "02-after.md"', ""))
    update.run(workspace, languages=("sv",))
    assert (workspace.root / FOLDER / "02-after.po").exists()
    repair(workspace)
    done = update.run(workspace, languages=("sv",))
    found = translations(workspace, "01-meeting")
    assert found["Second"], done.diagnostics
