"""Editions of the revision that their catalogues follow."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.committing import commit, edit, git
from translate_pub.commands import build, frozen, render, update
from translate_pub.commands.build import Order
from translate_pub.model.diagnostic import CatalogError, Diagnostic, Outcome
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import discovery

MEETING = "source_texts/leaflet/01-meeting.md"
AFTER = "source_texts/leaflet/02-after.md"
BOOK = "source_texts/leaflet/book.toml"
SWEDISH = "locales/sv/LC_MESSAGES/leaflet/01-meeting.po"


@pytest.fixture
def committed(leaflet: Path) -> Path:
    """Give a workspace in step, with a repository of its own and a commit after the first."""
    update.run(discovery.find(leaflet))
    git(leaflet, "init", "-q")
    commit(leaflet, "Begin")
    (leaflet / "source_texts/leaflet/notes.txt").write_text("first")
    commit(leaflet, "Note")
    return leaflet


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    """Give a stack whose folders go with the test."""
    with ExitStack() as opened:
        yield opened


def freeze(folder: Path, stack: ExitStack, language: str = "sv") -> Outcome[Workspace]:
    """Freeze the leaflet."""
    return frozen.freeze(discovery.find(folder), "leaflet", language, stack)


def root(outcome: Outcome[Workspace]) -> Path:
    """Return the folder of what was frozen."""
    assert outcome.value is not None, outcome.diagnostics
    return outcome.value.root


def codes(found: tuple[Diagnostic, ...]) -> set[str]:
    """Return the codes of findings."""
    return {one.code for one in found}


def test_a_workspace_in_step_is_itself(leaflet: Path, stack: ExitStack) -> None:
    """Nothing changed since, so nothing is asked of git; nor for a language that nobody began, or the source's own."""
    update.run(discovery.find(leaflet))
    assert root(freeze(leaflet, stack)) == leaflet
    assert root(freeze(leaflet, stack, "de")) == leaflet
    assert root(freeze(leaflet, stack, "en")) == leaflet


def test_a_source_that_changed_in_no_message_is_in_step(committed: Path, stack: ExitStack) -> None:
    """The catalogue says an older revision, and fits the newer one as well."""
    edit(committed / MEETING, "\n\n- Somebody asks", "\n\n\n- Somebody asks")
    assert root(freeze(committed, stack)) == committed


def test_text_pictures_and_metadata_are_those_of_then(committed: Path, stack: ExitStack) -> None:
    """After two more revisions the newest commit that fits is laid out elsewhere, with the catalogues of now."""
    (committed / "source_texts/leaflet/picture.svg").write_text("<svg/>")
    commit(committed, "A picture that no text shows yet")
    edit(committed / MEETING, "ten pages", "twelve pages")
    edit(committed / BOOK, "A Lantern for", "New Light for")
    (committed / "source_texts/leaflet/picture.svg").write_text("<svg><g/></svg>")
    commit(committed, "Revise")
    edit(committed / SWEDISH, "En lampa", "En stor lampa")
    then = root(freeze(committed, stack))
    assert then != committed
    assert "ten pages" in (then / MEETING).read_text()
    assert "New Light" not in (then / BOOK).read_text()
    assert (then / "source_texts/leaflet/picture.svg").read_text() == "<svg/>"
    assert "En stor lampa" in (then / SWEDISH).read_text()
    assert "twelve pages" in (committed / MEETING).read_text()


def test_the_folder_goes_when_the_work_is_done(committed: Path) -> None:
    """Nothing stays behind."""
    edit(committed / MEETING, "ten pages", "twelve pages")
    with ExitStack() as stack:
        then = root(freeze(committed, stack))
        assert then.is_dir()
    assert not then.exists()


def test_chapters_of_different_revisions(committed: Path, stack: ExitStack) -> None:
    """Where no commit fits every catalogue, each chapter is as its own catalogue has it."""
    edit(committed / MEETING, "ten pages", "twelve pages")
    commit(committed, "Revise one")
    edit(committed / AFTER, "\n\n|", "\n\nA wholly new paragraph about the evening.\n\n|")
    old = (committed / SWEDISH).read_bytes()
    update.run(discovery.find(committed), languages=("sv",))
    (committed / SWEDISH).write_bytes(old)
    commit(committed, "Revise the other, and take back the catalogue of the one")
    then = root(freeze(committed, stack))
    assert "ten pages" in (then / MEETING).read_text()
    assert "A wholly new paragraph" in (then / AFTER).read_text()


def test_a_revision_that_was_never_committed(leaflet: Path, stack: ExitStack) -> None:
    """It is located at the catalogue that follows it, with what to do; a workspace without git has none."""
    update.run(discovery.find(leaflet))
    edit(leaflet / MEETING, "ten pages", "twelve pages")
    outcome = freeze(leaflet, stack)
    assert outcome.value is None
    assert codes(outcome.diagnostics) == {"C029"}
    git(leaflet, "init", "-q")
    commit(leaflet, "Begin too late")
    (found,) = freeze(leaflet, stack).diagnostics
    assert (found.code, found.span and found.span.path) == ("C029", SWEDISH)
    assert MEETING in found.message
    assert found.hints


def test_a_catalogue_that_says_nothing(committed: Path, stack: ExitStack) -> None:
    """Its messages tell which revision it fits; where none does, that is said."""
    text = (committed / SWEDISH).read_text()
    (committed / SWEDISH).write_text("".join(line for line in text.splitlines(True) if "X-S" not in line))
    edit(committed / MEETING, "ten pages", "twelve pages")
    assert "ten pages" in (root(freeze(committed, stack)) / MEETING).read_text()
    edit(committed / SWEDISH, 'msgid "A book is a conversation that waits."', 'msgid "A book is somebody who waits."')
    outcome = freeze(committed, stack)
    assert outcome.value is None
    assert codes(outcome.diagnostics) == {"C028"}


@pytest.mark.slow
def test_the_edition_as_translated_is_that_of_before(committed: Path) -> None:
    """A revision that is not translated yet changes no byte of the edition; without the option it is refused."""
    workspace = discovery.find(committed)
    (built,) = build.run(workspace, Order(languages=("sv",))).built
    first = built.path.read_bytes()
    edit(committed / MEETING, "A lamp stands", "Two lamps and a candle stand")
    assert build.run(workspace, Order(languages=("sv",))).refused
    report = build.run(workspace, Order(languages=("sv",), as_translated=True))
    assert report.diagnostics == ()
    assert report.built[0].path == built.path
    assert built.path.read_bytes() == first


def test_a_chapter_as_translated(committed: Path) -> None:
    """`render` knows the revision too, and says where it cannot be had."""
    workspace = discovery.find(committed)
    before = render.run(workspace, "leaflet", "01-meeting", "sv")
    edit(committed / MEETING, "A lamp stands", "Two lamps and a candle stand")
    assert render.run_as_translated(workspace, "leaflet", "01-meeting", "sv") == before
    text = (committed / SWEDISH).read_text()
    (committed / SWEDISH).write_text(
        text.replace('msgid "A lamp stands', 'msgid "One lamp stands').replace("X-S", "X-T")
    )
    with pytest.raises(CatalogError) as caught:
        render.run_as_translated(workspace, "leaflet", "01-meeting", "sv")
    assert codes(caught.value.diagnostics) == {"C028"}


def test_a_configuration_that_cannot_be_read_now(committed: Path, stack: ExitStack) -> None:
    """An edition that follows an older revision is not disturbed by a slip in the newest `book.toml`."""
    (committed / BOOK).write_text("title = ")
    then = root(freeze(committed, stack))
    assert "A Lantern for" in (then / BOOK).read_text()
