"""Claiming, releasing and reviewing chapters from the command line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.speaking import Say
from translate_pub.commands import status
from translate_pub.workspace import cache as cache_room
from translate_pub.workspace import discovery

PO = "locales/sv/LC_MESSAGES/leaflet/01-meeting.po"


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be the 22nd of November 2026."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795348800")


def test_claiming(leaflet: Path, say: Say) -> None:
    """A chapter that is claimed is refused to others, shown in the list and with the chapters of the status."""
    taken = say("-C", leaflet, "claim", "leaflet", "01-meeting", "02-after", "--lang", "sv", "--by", "Åsa Ek")
    assert (taken.code, "leaflet 01-meeting (sv): Åsa Ek until 2026-12-06" in taken.err) == (0, True)
    refused = say("-C", leaflet, "claim", "leaflet", "preface", "02-after", "--lang", "sv", "--by", "Bo")
    assert refused.code == 1
    assert "leaflet 02-after (sv) is claimed by Åsa Ek until 2026-12-06\nnothing is claimed" in refused.err
    listed = json.loads(say("-C", leaflet, "claims", "--format", "json").out)["claims"]
    assert [(one["chapter"], one["by"], one["overdue"]) for one in listed] == [
        ("01-meeting", "Åsa Ek", False),
        ("02-after", "Åsa Ek", False),
    ]
    assert (
        "claimed: sv 02-after, by Åsa Ek until 2026-12-06 (14 days left)"
        in say("-C", leaflet, "status", "--chapters").out
    )


def test_claiming_again_and_by_force(leaflet: Path, say: Say) -> None:
    """One's own claim can be made longer, another's taken over by force or when it is overdue."""
    claim = ("-C", leaflet, "claim", "leaflet", "01-meeting", "--lang", "sv")
    say(*claim, "--by", "Åsa")
    longer = say(*claim, "--by", "Åsa", "--until", "2027-01-10")
    assert "until 2027-01-10" in longer.err
    forced = say(*claim, "--by", "Bo", "--force", "--until", "2026-11-22")
    assert (forced.code, "taken over from Åsa" in forced.err) == (0, True)
    path = leaflet / "locales/sv/claims/leaflet/01-meeting.toml"
    path.write_text(path.read_text().replace("until = 2026-11-22", "until = 2026-11-21"))
    assert "overdue: sv 01-meeting, by Bo until 2026-11-21 (1 day ago)" in say("-C", leaflet, "status").out
    assert "overdue, 1 day ago" in say("-C", leaflet, "claims").out
    assert say(*claim, "--by", "Cy").code == 0


def test_releasing(leaflet: Path, say: Say) -> None:
    """One's own chapters are free again at once, another's by force."""
    say("-C", leaflet, "claim", "leaflet", "01-meeting", "--lang", "sv", "--by", "Åsa")
    release = ("-C", leaflet, "release", "leaflet", "01-meeting", "preface", "--lang", "sv")
    held = say(*release, "--by", "Bo")
    assert (held.code, "claimed by Åsa" in held.err, "preface was not claimed" in held.err) == (1, True, True)
    assert say(*release, "--by", "Åsa").code == 0
    assert "nobody has claimed a chapter" in say("-C", leaflet, "claims").out


def test_what_cannot_be_claimed(leaflet: Path, say: Say) -> None:
    """A day that is past, a chapter that is not there and a claim that is half merged are refused."""
    claim = ("-C", leaflet, "claim", "leaflet", "01-meeting", "--lang", "sv", "--by", "Åsa")
    past = say(*claim, "--until", "2026-11-21")
    assert (past.code, "2026-11-21 is past" in past.err) == (1, True)
    unknown = say("-C", leaflet, "claim", "leaflet", "01-meting", "--lang", "sv")
    assert (unknown.code, "01-meeting" in unknown.err) == (2, True)
    say(*claim)
    path = leaflet / "locales/sv/claims/leaflet/01-meeting.toml"
    path.write_text(f"<<<<<<< HEAD\n{path.read_text()}=======\n>>>>>>> other\n")
    half = say(*claim)
    assert (half.code, "error[B021]" in half.err) == (1, True)
    assert say("-C", leaflet, "claims").code == 1
    assert say(*claim, "--force").code == 0


def test_a_claim_to_a_chapter_that_is_gone(leaflet: Path, say: Say) -> None:
    """A claim to a chapter that was renamed is noted."""
    say("-C", leaflet, "claim", "leaflet", "01-meeting", "--lang", "sv", "--by", "Åsa")
    path = leaflet / "locales/sv/claims/leaflet/01-meeting.toml"
    path.rename(path.with_name("01-encounter.toml"))
    found = say("-C", leaflet, "claims")
    assert (found.code, "warning[B023] Åsa has claimed 01-encounter" in found.err) == (0, True)


def test_who_somebody_is(leaflet: Path, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a name it is git's; where git has none it has to be said."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(leaflet / "nobody"))
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", str(leaflet / "nobody"))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(leaflet.parent))
    claim = ("-C", leaflet, "claim", "leaflet", "01-meeting", "--lang", "sv")
    unknown = say(*claim)
    assert (unknown.code, "--by NAME" in unknown.err) == (1, True)
    (leaflet / "nobody").write_text("[user]\n\tname = Dee Doe\n")
    assert "Dee Doe until" in say(*claim).err


def test_reviewing(leaflet: Path, say: Say) -> None:
    """What is reviewed counts until it is edited; then `check` notes it, and the next review counts again."""
    review = ("-C", leaflet, "review", "leaflet", "--lang", "sv", "--chapter", "01-meeting", "--by", "Åsa Ek")
    done = say(*review)
    assert (done.code, "7 translations reviewed by Åsa Ek" in done.err) == (0, True)
    path = leaflet / PO
    marked = path.read_bytes()
    assert say(*review).err.startswith("0 translations reviewed by Åsa Ek; 7 were before")
    assert path.read_bytes() == marked
    path.write_bytes(marked.replace(b'msgstr "M', b'msgstr "N', 1))
    chapter = json.loads(say("-C", leaflet, "status", "--lang", "sv", "--format", "json").out)["books"][0]["languages"][
        0
    ]["chapters"][2]
    assert (chapter["chapter"], chapter["messages"]["reviewed"]) == ("01-meeting", 6)
    checked = say("-C", leaflet, "check", "--lang", "sv")
    assert "note[C170] Åsa Ek reviewed an earlier wording on 2026-11-22" in checked.out
    assert say(*review).err.startswith("1 translation reviewed by Åsa Ek; 6 were before")
    assert "C170" not in say("-C", leaflet, "check", "--lang", "sv").out


def test_reviews_are_taken_back(leaflet: Path, say: Say) -> None:
    """Taking reviews back leaves a catalogue as it was."""
    before = (leaflet / PO).read_bytes()
    say("-C", leaflet, "review", "leaflet", "--lang", "sv", "--by", "Åsa")
    assert (leaflet / PO).read_bytes() != before
    say("-C", leaflet, "review", "leaflet", "--lang", "sv", "--by", "Bo", "--undo")
    assert (leaflet / PO).read_bytes() != before
    assert say("-C", leaflet, "review", "leaflet", "--lang", "sv", "--by", "Åsa", "--undo").code == 0
    assert (leaflet / PO).read_bytes() == before


def test_what_is_fuzzy_is_not_reviewed(leaflet: Path, say: Say) -> None:
    """Fuzzy entries are listed with their lines and left as they are."""
    done = say("-C", leaflet, "review", "leaflet", "--lang", "ur", "--by", "Åsa")
    assert done.code == 1
    assert (
        "1 entry is fuzzy and not reviewed; settle them first:\n  locales/ur/LC_MESSAGES/leaflet/01-meeting.po:"
        in done.err
    )


def test_a_catalogue_that_cannot_be_read_is_not_reviewed(leaflet: Path, say: Say) -> None:
    """With a half-merged catalogue nothing is marked."""
    path = leaflet / PO
    path.write_bytes(path.read_bytes() + b"<<<<<<< HEAD\n")
    before = path.read_bytes()
    done = say("-C", leaflet, "review", "leaflet", "--lang", "sv", "--by", "Åsa")
    assert (done.code, "error[C001]" in done.err) == (1, True)
    assert path.read_bytes() == before


SLOW = ("rich", "msgspec", "babel", "markdown", "lxml", "sentencex", "rapidfuzz", "subprocess", "tempfile")
LOADED = """
import sys
from translate_pub.cli import main
code = main(sys.argv[1:])
print(code, *sorted(name for name in sys.modules if name in {names}), file=sys.stderr)
"""


def test_status_loads_little(leaflet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Status loads no Markdown for a workspace in step, and with a cache no library that is slow to load."""
    monkeypatch.setattr(cache_room, "_SETTLED", -(10**18))
    script = LOADED.format(names=set(SLOW))
    command = [sys.executable, "-c", script, "-C", str(leaflet), "status"]
    cold = subprocess.run(command, check=True, capture_output=True, text=True).stderr.split()
    assert not {"markdown", "rich", "lxml", "rapidfuzz"} & set(cold)
    status.run(discovery.find(leaflet))
    warm = subprocess.run(command, check=True, capture_output=True, text=True).stderr.split()
    assert warm == ["0"]
