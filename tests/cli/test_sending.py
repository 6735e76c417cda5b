"""Chapters go to a translator without git, and come back under any name, late, and saved by any editor."""

from __future__ import annotations

import os
import re
import subprocess
import zipfile
from pathlib import Path

import polib
import pytest
from lxml import html

from tests.cli.speaking import Say

SWEDISH = Path("locales/sv/LC_MESSAGES/leaflet/01-meeting.po")
GERMAN = Path("locales/de/LC_MESSAGES/leaflet/01-meeting.po")


@pytest.fixture
def press(leaflet: Path, say: Say) -> Path:
    """Give a workspace in a repository, in step."""
    assert say("-C", leaflet, "update").code == 0
    subprocess.run(["git", "init", "--quiet"], cwd=leaflet, check=True)
    return leaflet


@pytest.fixture
def sent(press: Path, say: Say, tmp_path: Path) -> Path:
    """Send a German chapter, in which nothing is translated, and unpack it as the translator does."""
    answer = say("-C", press, "send", "de", "01-meeting", "--no-proof", "-o", tmp_path / "packet.zip")
    assert answer.code == 0, answer.err
    return _unpacked(tmp_path / "packet.zip", tmp_path / "translator")


def _unpacked(packet: Path, folder: Path) -> Path:
    with zipfile.ZipFile(packet) as archive:
        archive.extractall(folder)  # what the tool itself has just written
    (inside,) = folder.iterdir()
    return inside


def _translate(path: Path, *texts: str) -> None:
    """Translate the first messages of a file in an editor that wraps lines and rewrites everything."""
    catalog = polib.pofile(str(path), wrapwidth=50)
    for entry, text in zip(catalog, texts, strict=False):
        entry.msgstr = text
    catalog.metadata["X-Generator"] = "Poedit 3.5"
    catalog.save(str(path))


def _texts(path: Path) -> list[str]:
    return [entry.msgstr for entry in polib.pofile(str(path))]


def test_a_packet_has_catalogue_glossary_and_instructions(press: Path, say: Say, tmp_path: Path) -> None:
    """What a translator needs is in one folder of the zip file."""
    (press / "glossary").mkdir()
    (press / "glossary" / "de.csv").write_text("term,translation\nmeeting,Versammlung\n", encoding="utf-8")
    assert say("-C", press, "send", "de", "--no-proof", "-o", tmp_path / "packet.zip").code == 0
    names = sorted(path.name for path in _unpacked(tmp_path / "packet.zip", tmp_path / "translator").iterdir())
    assert names == [
        "01-meeting.po", "02-after.po", "READ ME FIRST.html", "glossary-de.csv", "metadata.po", "preface.po",
    ]  # fmt: skip


def test_a_packet_has_a_proof(press: Path, say: Say) -> None:
    """The translator sees the pages that the text becomes."""
    answer = say("-C", press, "send", "sv", "01-meeting")
    assert answer.code == 0, answer.err
    with zipfile.ZipFile(answer.out.strip()) as archive:
        (proof,) = [name for name in archive.namelist() if name.endswith(".pdf")]
        assert archive.read(proof).startswith(b"%PDF")


def test_the_instructions_name_what_is_in_the_packet(sent: Path) -> None:
    """Files and words stand in the page, and it needs nothing else."""
    text = (sent / "READ ME FIRST.html").read_text(encoding="utf-8")
    assert html.document_fromstring(text).xpath("string(//table//code)") == "01-meeting.po"
    assert re.search(r"\d+ words, \d+ of them to do", text)
    assert "src=" not in text


def test_msgfmt_accepts_what_is_sent(sent: Path) -> None:
    """A postmark is a header field like others."""
    subprocess.run(["msgfmt", "--check", "-o", os.devnull, sent / "01-meeting.po"], check=True)


@pytest.mark.parametrize("name", ["01-meeting.po", "Versammlung FERTIG (2).po"])
def test_what_comes_back_is_taken_whatever_its_name(sent: Path, press: Path, say: Say, name: str) -> None:
    """The translations are in the catalogue, and the rest of it has its bytes."""
    before = (press / GERMAN).read_bytes().split(b"\n\n")
    _translate(sent / "01-meeting.po", "Eins", "Zwei")
    back = (sent / "01-meeting.po").rename(sent / name)
    answer = say("-C", press, "receive", back)
    assert answer.code == 0, answer.err
    assert "2 messages taken" in answer.err
    assert _texts(press / GERMAN)[:3] == ["Eins", "Zwei", ""]
    after = (press / GERMAN).read_bytes().split(b"\n\n")
    assert [one == other for one, other in zip(before, after, strict=True)].count(False) <= 3  # two and the header
    assert b"X-Translate-Pub" not in (press / GERMAN).read_bytes()


def test_a_zip_file_comes_back(sent: Path, press: Path, say: Say, tmp_path: Path) -> None:
    """Whoever zips the whole folder again is understood too."""
    _translate(sent / "01-meeting.po", "Eins")
    with zipfile.ZipFile(tmp_path / "back.zip", "w") as archive:
        for path in sent.iterdir():
            archive.write(path, f"back/{path.name}")
        archive.writestr("__MACOSX/back/._01-meeting.po", b"\0\0")
    assert say("-C", press, "receive", tmp_path / "back.zip").code == 0
    assert _texts(press / GERMAN)[0] == "Eins"


def test_what_was_done_here_in_the_meantime_stays(sent: Path, press: Path, say: Say) -> None:
    """An old file takes nothing back."""
    _translate(press / GERMAN, "", "", "Hier übersetzt")
    _translate(sent / "01-meeting.po", "Dort übersetzt")
    assert say("-C", press, "receive", sent / "01-meeting.po").code == 0
    assert _texts(press / GERMAN)[:3] == ["Dort übersetzt", "", "Hier übersetzt"]


def test_how_an_editor_wraps_lines_is_not_taken(press: Path, say: Say, tmp_path: Path) -> None:
    """An editor that writes every entry anew leaves the entries here as they are, but for those with other words."""
    assert say("-C", press, "send", "sv", "01-meeting", "--no-proof", "-o", tmp_path / "packet.zip").code == 0
    back = _unpacked(tmp_path / "packet.zip", tmp_path / "translator") / "01-meeting.po"
    before = (press / SWEDISH).read_bytes().split(b"\n\n")
    _translate(back, "En annan rubrik")
    assert say("-C", press, "receive", back).code == 0
    after = (press / SWEDISH).read_bytes().split(b"\n\n")
    assert [one == other for one, other in zip(before, after, strict=True)].count(False) == 2  # header and heading


def test_an_emptied_translation_is_kept(press: Path, say: Say, tmp_path: Path) -> None:
    """Whoever empties a field by a slip takes no translation away, and the message is named."""
    assert say("-C", press, "send", "sv", "01-meeting", "--no-proof", "-o", tmp_path / "packet.zip").code == 0
    back = _unpacked(tmp_path / "packet.zip", tmp_path / "translator") / "01-meeting.po"
    before = _texts(press / SWEDISH)
    _translate(back, "")
    answer = say("-C", press, "receive", back)
    assert answer.code == 0
    assert "C182" in answer.err
    assert _texts(press / SWEDISH) == before


def test_two_translations_of_a_message_are_both_kept(sent: Path, press: Path, say: Say) -> None:
    """One holds, the other stands beside it, and somebody has to look."""
    _translate(press / GERMAN, "Hier übersetzt")
    _translate(sent / "01-meeting.po", "Dort übersetzt")
    answer = say("-C", press, "receive", sent / "01-meeting.po")
    assert "C030" in answer.err
    entry = polib.pofile(str(press / GERMAN))[0]
    assert entry.fuzzy
    assert {entry.msgstr, *re.findall('"(.*)"', entry.tcomment)} >= {"Hier übersetzt", "Dort übersetzt"}


def test_a_source_revised_in_the_meantime_loses_nothing(sent: Path, press: Path, say: Say) -> None:
    """A translation of a paragraph that has gone since is kept."""
    catalog = polib.pofile(str(sent / "01-meeting.po"))
    doomed = max(catalog, key=lambda entry: len(entry.msgid))
    doomed.msgstr = "Die Übersetzung eines langen Absatzes"
    catalog.save()
    source = press / "source_texts" / "leaflet" / "01-meeting.md"
    paragraphs = source.read_text(encoding="utf-8").split("\n\n")
    kept = [one for one in paragraphs if " ".join(one.split()) != doomed.msgid]
    assert len(kept) < len(paragraphs)
    source.write_text("\n\n".join(kept), encoding="utf-8")
    assert say("-C", press, "update", "--accept-loss").code == 0
    assert say("-C", press, "receive", sent / "01-meeting.po").code == 0
    assert "Die Übersetzung eines langen Absatzes" in (press / GERMAN).read_text(encoding="utf-8")


def test_a_file_without_postmark_goes_where_its_messages_are(press: Path, say: Say, tmp_path: Path) -> None:
    """A catalogue that was copied by hand is recognised by what it translates."""
    copied = tmp_path / "any.po"
    copied.write_bytes((press / GERMAN).read_bytes())
    _translate(copied, "Eins")
    answer = say("-C", press, "receive", copied)
    assert answer.code == 0, answer.err
    assert "C031" in answer.err
    assert _texts(press / GERMAN)[0] == "Eins"


def test_another_projects_file_is_refused(press: Path, say: Say, tmp_path: Path) -> None:
    """A file that belongs nowhere is named, and nothing is written."""
    stranger = tmp_path / "other.po"
    stranger.write_text(
        'msgid ""\nmsgstr "Language: de\\n"\n\nmsgid "Elsewhere"\nmsgstr "Anderswo"\n', encoding="utf-8"
    )
    before = (press / GERMAN).read_bytes()
    answer = say("-C", press, "receive", stranger)
    assert answer.code == 1
    assert "C181" in answer.err
    assert (press / GERMAN).read_bytes() == before


def test_a_damaged_entry_costs_one_entry(sent: Path, press: Path, say: Say) -> None:
    """The rest of the file is merged, and the place of the damage is told."""
    _translate(sent / "01-meeting.po", "Eins", "Zwei")
    path = sent / "01-meeting.po"
    path.write_text(path.read_text(encoding="utf-8").replace('msgstr "Zwei"', 'msgstr "Zwei'), encoding="utf-8")
    answer = say("-C", press, "receive", path)
    assert answer.code == 1
    assert re.search(r"01-meeting\.po:\d+: error\[C01\d\]", answer.err)
    assert _texts(press / GERMAN)[0] == "Eins"


def test_check_writes_nothing(sent: Path, press: Path, say: Say) -> None:
    """What would be merged is said, and files stay."""
    before = (press / GERMAN).read_bytes()
    _translate(sent / "01-meeting.po", "Eins")
    answer = say("-C", press, "receive", "--check", sent / "01-meeting.po")
    assert answer.out.strip() == str(GERMAN)
    assert (press / GERMAN).read_bytes() == before


UNREADABLE = {
    "broken.zip": (b"PK\x03\x04 cut off", "zip"),
    "empty.po": (b"", "C181"),
    "binary.po": (b"\0\1\2", "C002"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_is_named(press: Path, say: Say, tmp_path: Path, name: str) -> None:
    """A broken file ends with a message and exit code 1, and changes nothing."""
    data, said = UNREADABLE[name]
    (tmp_path / name).write_bytes(data)
    answer = say("-C", press, "receive", tmp_path / name)
    assert answer.code == 1
    assert said in answer.err


def test_a_zip_bomb_is_refused(press: Path, say: Say, tmp_path: Path) -> None:
    """An archive that would unpack to more than any book is not unpacked."""
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.po", bytes(65 * 1024 * 1024))
    answer = say("-C", press, "receive", tmp_path / "bomb.zip")
    assert answer.code == 1
    assert "64 MB" in answer.err


def test_outside_of_a_repository_both_ways_work(leaflet: Path, say: Say, tmp_path: Path) -> None:
    """Without git nothing is remembered, and still nothing is lost."""
    assert say("-C", leaflet, "send", "sv", "01-meeting", "--no-proof", "-o", tmp_path / "packet.zip").code == 0
    back = _unpacked(tmp_path / "packet.zip", tmp_path / "translator") / "01-meeting.po"
    _translate(back, "En annan rubrik")
    answer = say("-C", leaflet, "receive", back)
    assert answer.code == 0
    assert "En annan rubrik" in (leaflet / SWEDISH).read_text(encoding="utf-8")


def test_an_unknown_chapter_is_named(press: Path, say: Say) -> None:
    """A slip of the keyboard is answered with what was meant."""
    answer = say("-C", press, "send", "de", "01-meting", "--no-proof")
    assert answer.code == 1
    assert "01-meeting" in answer.err
