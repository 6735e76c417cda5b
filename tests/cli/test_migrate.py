"""`migrate`: catalogues of other rules of segmentation, and of other tools."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.speaking import Say
from translate_pub.catalog import header, po
from translate_pub.model.catalog import Catalog

SWEDISH = "locales/sv/LC_MESSAGES/leaflet"
PO4A = """
msgid ""
msgstr ""
"POT-Creation-Date: 2026-01-01 00:00+0000\\n"
"Last-Translator: Ada <ada@example.org>\\n"
"Language: de\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

#. type: Title #
msgid "# The meeting {#meeting}"
msgstr "# Das Treffen {#meeting}"

#. type: Bullet: '- '
msgid "- Somebody asks a question,\\n- and somebody else writes it down."
msgstr "- Jemand stellt eine Frage,\\n- und jemand anders schreibt sie auf."

#. type: Plain text
#, no-wrap
msgid "[^pages]: Ten pages take about twenty minutes.\\n"
msgstr "[^pages]: Zehn Seiten dauern etwa zwanzig Minuten.\\n"

#. type: Plain text
msgid "A lamp stands on the table, and *everybody* has read the same nine pages.[^pages]"
msgstr "Eine Lampe steht auf dem Tisch, und *alle* haben dieselben neun Seiten gelesen.[^pages]"

msgid "A text that is nowhere."
msgstr "Ein Text, den es nicht gibt."
"""


@pytest.fixture
def workspace(say: Say, leaflet: Path) -> Path:
    """Give a workspace in step."""
    say("update", "-C", leaflet)
    return leaflet


def catalog(path: Path) -> Catalog:
    """Read a catalogue."""
    found = po.parse(path.read_bytes(), str(path), "de", "leaflet", path.stem).value
    assert found is not None
    return found


def translations(path: Path) -> dict[str, tuple[str, bool]]:
    """Return what a catalogue translates, and whether it is fuzzy."""
    return {entry.msgid: (entry.msgstr, entry.fuzzy) for entry in catalog(path).live().values() if entry.msgstr}


def test_a_catalogue_of_another_tool(say: Say, workspace: Path) -> None:
    """Hash, id and label are taken off, a list apart; what is only alike is fuzzy, what is nowhere stays there."""
    file = workspace / "de.po"
    file.write_text(PO4A.lstrip())
    answer = say("migrate", "-C", workspace, "leaflet", "--lang", "de", "--from", file, "--left")
    assert answer.code == 0
    assert "5 translations: 0 carried over as they were, 3 cut" in answer.err
    assert "no message: A text that is nowhere." in answer.err
    made = translations(workspace / "locales/de/LC_MESSAGES/leaflet/01-meeting.po")
    assert made["The meeting"] == ("Das Treffen", False)
    assert made["Somebody asks a question,"] == ("Jemand stellt eine Frage,", False)
    assert made["Ten pages take about twenty minutes."] == ("Zehn Seiten dauern etwa zwanzig Minuten.", False)
    assert made["A lamp stands on the table, and *everybody* has read the same ten pages.[^pages]"][1]
    assert file.read_text() == PO4A.lstrip()
    assert say("update", "--check", "-C", workspace).code == 0


def test_what_is_translated_already_stays(say: Say, workspace: Path) -> None:
    """A file that is brought in fills what is empty, and changes nothing else."""
    before = {path: translations(path) for path in (workspace / SWEDISH).glob("*.po")}
    (workspace / "sv.po").write_text(PO4A.lstrip())
    assert say("migrate", "-C", workspace, "leaflet", "--lang", "sv", "--from", workspace / "sv.po").code == 0
    for path, had in before.items():
        now = translations(path)
        assert {msgid: now[msgid] for msgid in had} == had


def test_files_are_for_one_language_of_one_book(say: Say, workspace: Path) -> None:
    """Nobody guesses which."""
    (workspace / "de.po").write_text(PO4A.lstrip())
    answer = say("migrate", "-C", workspace, "leaflet", "--from", workspace / "de.po")
    assert answer.code == 1
    assert "--from brings the translations of one book into one language" in answer.err


def test_a_catalogue_of_an_older_segmentation(say: Say, workspace: Path) -> None:
    """An older version had the list and its lead as one message; `update` sends to `migrate`, which loses nothing."""
    path = workspace / SWEDISH / "01-meeting.po"
    had = translations(path)
    items = ("Somebody asks a question,", "and somebody else writes it down.")
    whole = "- " + "\\n- ".join(items), "- " + "\\n- ".join(had[item][0] for item in items)
    text = path.read_text().replace('"X-Segmentation: 1\\n"', '"X-Segmentation: 0\\n"')
    blocks = [block for block in text.split("\n\n") if not any(f'msgid "{item}"' in block for item in items)]
    path.write_text("\n\n".join([*blocks, f'msgid "{whole[0]}"\nmsgstr "{whole[1]}"\n']))
    assert say("update", "-C", workspace, "--lang", "sv").code == 1
    answer = say("migrate", "-C", workspace)
    assert answer.code == 0
    assert "leaflet, sv:" in answer.err
    assert "1 cut or run together, 0 to be looked at (fuzzy), 0 without a message" in answer.err
    assert translations(path) == had
    revision = header.revision(catalog(path).header)
    assert revision is not None
    assert revision.segmentation == 1
    assert say("update", "--check", "-C", workspace).code == 0
    assert "nothing to carry over" in say("migrate", "-C", workspace).err


def test_a_file_that_is_no_catalogue(say: Say, workspace: Path) -> None:
    """It is refused with its finding, and nothing is written."""
    (workspace / "bad.po").write_bytes(b"<<<<<<< ours\n")
    before = {path: path.read_bytes() for path in workspace.rglob("*.po")}
    answer = say("migrate", "-C", workspace, "leaflet", "--lang", "de", "--from", workspace / "bad.po")
    assert answer.code == 1
    assert "error[C001]" in answer.err
    assert {path: path.read_bytes() for path in workspace.rglob("*.po")} == before
