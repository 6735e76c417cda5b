"""What `update` refuses, what it accepts, and what it says of both."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.speaking import Say
from tests.committing import commit, edit, git

MEETING = "source_texts/leaflet/01-meeting.md"
SWEDISH = "locales/sv/LC_MESSAGES/leaflet/01-meeting.po"
QUOTATION = "> A book is a conversation that waits."
ONLY = ("leaflet", "--lang", "sv")


def snapshot(folder: Path) -> dict[str, bytes]:
    """Read every file below a folder but git's own."""
    files = (path for path in folder.rglob("*") if path.is_file() and ".git" not in path.parts)
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


@pytest.fixture
def committed(leaflet: Path, say: Say) -> Path:
    """Give a workspace in step, with a repository of its own."""
    say("update", "-C", leaflet)
    git(leaflet, "init", "-q")
    commit(leaflet, "Begin")
    return leaflet


def test_a_passage_that_is_swallowed_is_refused(say: Say, leaflet: Path) -> None:
    """A fence that is closed too late takes texts from their translators: they are listed, and nothing is written."""
    say("update", "-C", leaflet)
    edit(leaflet / MEETING, QUOTATION, f"```\n\n{QUOTATION}\n\n```\n\n")
    before = snapshot(leaflet)
    answer = say("update", "-C", leaflet, *ONLY)
    assert answer.code == 1
    assert "error[C021] 01-meeting: “A book is a conversation that waits.”" in answer.err
    assert "becomes an obsolete entry of this file" in answer.err
    assert "error[C024] leaflet in sv would lose" in answer.err
    assert "nothing is written of leaflet in sv" in answer.err
    assert snapshot(leaflet) == before


def test_a_loss_that_is_meant_is_accepted(say: Say, leaflet: Path) -> None:
    """`--accept-loss` goes on; the translation stays behind as an obsolete entry."""
    say("update", "-C", leaflet)
    edit(leaflet / MEETING, QUOTATION, f"```\n\n{QUOTATION}\n\n```\n\n")
    answer = say("update", "-C", leaflet, *ONLY, "--accept-loss")
    assert answer.code == (1 if "error[S" in answer.err else 0)
    assert "warning[C021]" in answer.err
    assert '#~ msgid "A book is a conversation that waits."' in (leaflet / SWEDISH).read_text()


def test_a_text_that_was_removed_is_no_loss(say: Say, leaflet: Path) -> None:
    """What the author took out explains the drop."""
    say("update", "-C", leaflet)
    edit(leaflet / MEETING, f"{QUOTATION}\n>\n> — A reader\n> {{: .attribution}}\n", "")
    answer = say("update", "-C", leaflet, *ONLY)
    assert answer.code == 0
    assert "2 obsolete" in answer.err


def test_an_older_source_is_refused(say: Say, committed: Path) -> None:
    """Sources that somebody checked out from an old revision do not undo the work on the new one."""
    edit(committed / MEETING, "ten pages", "twelve pages")
    assert say("update", "-C", committed).code == 0
    commit(committed, "Read twelve pages")
    git(committed, "checkout", "-q", "HEAD~1", "--", MEETING)
    before = snapshot(committed)
    answer = say("update", "-C", committed, *ONLY)
    assert answer.code == 1
    assert f"{SWEDISH}:1: error[C025] the source is older than the catalogue that follows it: {MEETING}" in answer.err
    assert snapshot(committed) == before
    assert "warning[C025]" in say("update", "-C", committed, *ONLY, "--accept-loss").err
    assert snapshot(committed) != before


def test_a_text_that_was_taken_back_is_not_older(say: Say, committed: Path) -> None:
    """An older text that is committed again is the newest."""
    edit(committed / MEETING, "ten pages", "twelve pages")
    say("update", "-C", committed)
    commit(committed, "Read twelve pages")
    git(committed, "checkout", "-q", "HEAD~1", "--", MEETING)
    commit(committed, "Read ten after all")
    assert say("update", "-C", committed).code == 0
    assert say("update", "--check", "-C", committed).code == 0


def test_line_ends_of_this_machine_change_nothing(say: Say, committed: Path) -> None:
    """Files that git gave CRLF are in step, keep it, and are known again in git's history."""
    edit(committed / MEETING, "ten pages", "twelve pages")
    say("update", "-C", committed)
    commit(committed, "Read twelve pages")
    git(committed, "config", "core.autocrlf", "true")
    for file in (*committed.glob("source_texts/**/*"), *committed.glob("locales/**/*.po*")):
        if file.is_file():
            file.unlink()
    git(committed, "checkout", "-q", "--", ".")
    assert b"\r\n" in (committed / MEETING).read_bytes()
    assert say("update", "--check", "-C", committed).code == 0
    git(committed, "checkout", "-q", "HEAD~1", "--", MEETING)
    assert "error[C025]" in say("update", "-C", committed, *ONLY).err
    (committed / MEETING).write_bytes((committed / MEETING).read_bytes().replace(b"ten pages", b"six pages"))
    assert say("update", "-C", committed).code == 0
    template = (committed / "locales/templates/leaflet/01-meeting.pot").read_bytes()
    assert template.count(b"\n") == template.count(b"\r\n")


def test_an_older_template_is_known_without_git(say: Say, leaflet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Source and template from an old archive are older than a catalogue that was made of a newer template."""
    template = leaflet / "locales/templates/leaflet/01-meeting.pot"
    old = {file: file.read_bytes() for file in (leaflet / MEETING, template)}
    edit(leaflet / MEETING, "ten pages", "twelve pages")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    say("update", "-C", leaflet)
    for file, data in old.items():
        file.write_bytes(data)
    answer = say("update", "-C", leaflet, *ONLY)
    assert answer.code == 1
    assert "error[C025]" in answer.err
    assert "the template of 2026-11-22" in answer.err


@pytest.mark.parametrize(("version", "code", "hint"), [(99, "C026", "upgrade"), (0, "C027", "translate-pub migrate")])
def test_another_segmentation_is_refused(say: Say, leaflet: Path, version: int, code: str, hint: str) -> None:
    """Catalogues whose messages were cut by other rules are not updated as if their texts had changed."""
    say("update", "-C", leaflet)
    edit(leaflet / SWEDISH, '"X-Segmentation: 1\\n"', f'"X-Segmentation: {version}\\n"')
    before = snapshot(leaflet)
    answer = say("update", "-C", leaflet, *ONLY)
    assert answer.code == 1
    assert f"error[{code}]" in answer.err
    assert hint in answer.err
    assert snapshot(leaflet) == before


def test_a_typo_leaves_translations_as_they_are(say: Say, leaflet: Path) -> None:
    """A correction is accepted and shown; a bigger change beside it is fuzzy, and shown too."""
    say("update", "-C", leaflet)
    edit(leaflet / MEETING, "A lamp stands on the table", "A lamp stood on the table")
    edit(leaflet / MEETING, "A book is a conversation that waits.", "A book is a long conversation that never ends.")
    answer = say("update", "-C", leaflet, *ONLY, "--typo")
    assert answer.code == 0
    assert (
        "sv 01-meeting: kept after a correction, not fuzzy: “A lamp stands on the table, …” → “A lamp stood"
        in answer.err
    )
    assert "sv 01-meeting: fuzzy" in answer.err
    assert '#, fuzzy\n#| msgid "A book is a conversation that waits."' in (leaflet / SWEDISH).read_text()
    assert say("update", "--check", "-C", leaflet, *ONLY).code == 0


def test_a_typo_that_is_told_late(say: Say, committed: Path) -> None:
    """After an update took it for a change, git still knows what was translated; a machine's word stays fuzzy."""
    edit(committed / SWEDISH, '\nmsgid "A book is a conversation', '\n#, fuzzy\nmsgid "A book is a conversation')
    commit(committed, "Doubt")
    edit(committed / MEETING, "A lamp stands on the table", "A lamp stood on the table")
    edit(committed / MEETING, "a conversation that waits", "a conversation which waits")
    assert "2 fuzzy" in say("update", "-C", committed, *ONLY).err
    commit(committed, "Update")
    answer = say("update", "-C", committed, *ONLY, "--typo")
    assert "kept after a correction, not fuzzy: “A lamp stands on the table, …” → “A lamp stood" in answer.err
    text = (committed / SWEDISH).read_text()
    assert '#, fuzzy\n#| msgid "A book is a conversation that waits."' in text
    assert '#| msgid "A lamp' not in text


def test_a_chapter_that_was_taken_out_is_rendered_as_translated(say: Say, committed: Path) -> None:
    """Its catalogue is there, and git has its source; as the book is now, there is no such chapter."""
    chapter = ("render", "leaflet", "02-after", "--lang", "sv", "-C", committed)
    before = say(*chapter).out
    edit(committed / "source_texts/leaflet/book.toml", ', "02-after.md"', "")
    (committed / "source_texts/leaflet/02-after.md").unlink()
    commit(committed, "Take it out")
    assert say(*chapter, "--as-translated").out == before
    assert "has no chapter “02-after”" in say(*chapter).err


def test_a_chapter_goes_with_a_typo(say: Say, leaflet: Path) -> None:
    """`--chapter` alone is a mistake; with `--typo` the other chapters are updated as ever."""
    assert say("update", "-C", leaflet, "leaflet", "--chapter", "01-meeting").code == 2
    say("update", "-C", leaflet)
    edit(leaflet / MEETING, "A lamp stands on the table", "A lamp stood on the table")
    answer = say("update", "-C", leaflet, *ONLY, "--typo", "--chapter", "02-after")
    assert "kept after a correction" not in answer.err
    assert "1 fuzzy" in answer.err


def test_what_another_program_lost_is_found(say: Say, committed: Path) -> None:
    """`--check --since` holds the catalogues against those of a revision, whoever changed them."""
    assert say("update", "--check", "--since", "HEAD", "-C", committed).code == 0
    text = (committed / SWEDISH).read_text()
    start = text.index('msgstr "', text.index('msgid "A book is a conversation that waits."'))
    (committed / SWEDISH).write_text(text[:start] + 'msgstr ""' + text[text.index("\n", start) :])
    assert say("update", "--check", "-C", committed).code == 0
    answer = say("update", "--check", "--since", "HEAD", "-C", committed)
    assert answer.code == 1
    assert "error[C022] 01-meeting: “A book is a conversation that waits.” is a message still" in answer.err
    assert "leaflet in sv has lost since HEAD 1 translation of 7 words" in answer.err


def test_a_catalogue_that_was_deleted_is_found(say: Say, committed: Path) -> None:
    """What it held is lost, message by message; a revision that git does not know is said to be none."""
    (committed / SWEDISH).unlink()
    answer = say("update", "--check", "--since", "HEAD", "-C", committed, *ONLY)
    assert answer.code == 1
    assert answer.err.count("error[C022]") > 4
    assert say("update", "--check", "--since", "no-such-revision", "-C", committed).code == 1
    assert say("update", "--since", "HEAD", "-C", committed).code == 2
