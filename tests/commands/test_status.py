"""What `status` counts and remembers is what reading everything anew would give."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from translate_pub.commands import manuscript, status, translations, update
from translate_pub.model.progress import Progress
from translate_pub.workspace import cache as cache_room
from translate_pub.workspace import discovery

Edit = Callable[[Path], object]
PO = "locales/ur/LC_MESSAGES/leaflet/01-meeting.po"
POT = "locales/templates/leaflet/01-meeting.pot"
SOURCE = "source_texts/leaflet/01-meeting.md"
Measured = dict[tuple[str, str], tuple[Progress, Progress]]


@pytest.fixture(autouse=True)
def any_time_is_settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let files be remembered that were written just now."""
    monkeypatch.setattr(cache_room, "_SETTLED", -(10**18))


def counted(root: Path) -> Measured:
    """Measure as `status` does."""
    found = status.run(discovery.find(root))
    return {
        (edition.language, chapter.chapter): (chapter.progress, chapter.standing)
        for book in found.report.books
        for edition in book.languages
        for chapter in edition.chapters
    }


def in_full(root: Path) -> Measured:
    """Measure by reading every source and every catalogue."""
    workspace = discovery.find(root)
    text = manuscript.read(workspace, "leaflet").value
    assert text is not None
    found: Measured = {}
    for language in workspace.settings.languages:
        read = translations.read(workspace, text, language).value
        if read is not None:
            now, standing = read.measure(text), read.standing(text)
            found |= {(language, chapter): (now[chapter], standing[chapter]) for chapter in now}
    return found


def replace(path: str, old: str, new: str) -> Edit:
    """Make an edit of a file."""

    def edit(root: Path) -> object:
        text = (root / path).read_text()
        assert old in text
        return (root / path).write_text(text.replace(old, new, 1))

    return edit


def append(path: str, text: str) -> Edit:
    """Make an edit of a file's end."""
    return lambda root: (root / path).write_text((root / path).read_text() + text)


EDITS: dict[str, Edit] = {
    "nothing": lambda _: None,
    "a paragraph comes": append(SOURCE, "\nOne more.\n"),
    "a chapter goes": replace("source_texts/leaflet/book.toml", '"02-after.md"', ""),
    "the title changes": replace("source_texts/leaflet/book.toml", 'title = "', 'title = "The '),
    "a translation goes": replace(PO, 'msgstr "نشست"', 'msgstr ""'),
    "a translation is fuzzy": replace(PO, "#. heading 1", "#. heading 1\n#, fuzzy"),
    "an entry is damaged": replace(PO, 'msgstr "نشست"', 'msgstr "نشست'),
    "a catalogue goes": lambda root: (root / PO).unlink(),
    "a catalogue is half merged": append(PO, "<<<<<<< HEAD\n"),
    "a catalogue is in Windows lines": lambda root: (root / PO).write_bytes(
        (root / PO).read_bytes().replace(b"\n", b"\r\n")
    ),
    "a template goes": lambda root: (root / POT).unlink(),
    "a template is of another revision": replace(POT, "X-Source-Revision: ", "X-Source-Revision: 0"),
    "a template is of another segmentation": replace(POT, "X-Segmentation: ", "X-Segmentation: 9"),
    "a template is broken": replace(POT, 'msgid "The meeting"', 'msgid "The meeting'),
    "a language comes": replace("translate-pub.toml", '"de"', '"de", "fi"'),
    "own words for the tool's": lambda root: (root / "locales/sv/LC_MESSAGES/furniture.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Contents"\nmsgstr ""\n'
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_counting_is_reading_in_full(leaflet: Path, name: str) -> None:
    """After any edit, with the cache of before it and without one, what is counted is what reading in full gives."""
    counted(leaflet)
    EDITS[name](leaflet)
    expected = in_full(leaflet)
    assert counted(leaflet) == expected
    assert counted(leaflet) == expected
    for path in (leaflet / cache_room.FOLDER).iterdir():
        path.unlink()
    assert counted(leaflet) == expected


def test_the_cache_is_used(leaflet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What has not changed is not opened a second time."""
    counted(leaflet)
    opened: list[str] = []
    monkeypatch.setattr("translate_pub.workspace.files.read", lambda path: opened.append(str(path)))
    counted(leaflet)
    assert opened == []


def test_both_numbers(leaflet: Path) -> None:
    """As it stands and after the next update differ where the source has changed, and are one after an update."""
    EDITS["a paragraph comes"](leaflet)
    now, standing = counted(leaflet)["sv", "01-meeting"]
    assert (now.messages.untranslated, standing.messages.untranslated) == (1, 0)
    update.run(discovery.find(leaflet))
    now, standing = counted(leaflet)["sv", "01-meeting"]
    assert now == standing
    assert now.messages.untranslated == 1


@pytest.mark.parametrize("name", ["a catalogue is half merged", "an entry is damaged"])
def test_findings_come_every_time(leaflet: Path, name: str) -> None:
    """What is wrong with a catalogue is said again as long as it is wrong."""
    EDITS[name](leaflet)
    first = status.run(discovery.find(leaflet))
    again = status.run(discovery.find(leaflet))
    assert [found.code for found in first.diagnostics] == [found.code for found in again.diagnostics] != []
    assert first.failed == again.failed == (name == "a catalogue is half merged")


def test_a_source_that_is_missing_leaves_its_book_out(leaflet: Path) -> None:
    """Without one of its sources a book cannot be measured, whatever is remembered of it."""
    counted(leaflet)
    (leaflet / SOURCE).unlink()
    found = status.run(discovery.find(leaflet))
    assert (found.failed, found.report.books) == (True, ())
    assert "B008" in {each.code for each in found.diagnostics}


def test_a_file_that_nobody_listed_is_found_in_spite_of_the_cache(leaflet: Path) -> None:
    """A chapter that comes into the folder and is not named in `book.toml` is noticed."""
    counted(leaflet)
    (leaflet / "source_texts/leaflet/03-more.md").write_text("# More\n")
    assert "B016" in {each.code for each in status.run(discovery.find(leaflet)).diagnostics}


def test_two_processes_count_alike(leaflet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted side by side in several processes, the figures are the same."""
    monkeypatch.setattr("translate_pub.commands.standing._LARGE", 0)
    assert counted(leaflet) == in_full(leaflet)


def test_a_cache_that_is_no_folder_is_done_without(leaflet: Path) -> None:
    """Where the cache cannot be written everything is counted each time."""
    (leaflet / ".cache").write_text("in the way")
    assert counted(leaflet) == in_full(leaflet)
    assert counted(leaflet) == in_full(leaflet)


def test_a_credit_of_a_picture_is_counted(leaflet: Path) -> None:
    """What figures.toml says is measured anew when it changes, though book.toml does not."""
    figures = leaflet / "source_texts/leaflet/figures.toml"
    (figures.parent / "map.svg").write_text("<svg/>")
    figures.write_text('[[pictures]]\nfile = "map.svg"\ncredit = "A. Name"\n')
    update.run(discovery.find(leaflet))
    before = counted(leaflet)
    figures.write_text('[[pictures]]\nfile = "map.svg"\ncredit = "A. Name, with leave"\nlicence = "CC0"\n')
    after = counted(leaflet)
    key = ("ur", "metadata")
    assert after[key][0].messages.untranslated == before[key][0].messages.untranslated + 1
    assert after == in_full(leaflet)
