"""What a machine is said to have and to lack."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate_pub.commands import doctor, machine
from translate_pub.commands.machine import State
from translate_pub.workspace import discovery


def test_a_machine_that_runs_the_suite_can_make_books(leaflet: Path) -> None:
    """Layout, fonts and hyphenation of every language of the workspace are looked for."""
    found = doctor.run(discovery.find(leaflet))
    assert found.well
    names = {(item.group, item.name) for item in found.items}
    assert {("layout", "Pango"), ("layout", "HarfBuzz"), ("fonts", "ur"), ("hyphenation", "sv")} <= names


def test_without_a_workspace_the_machine_alone_is_looked_at() -> None:
    """Outside of a workspace there are no languages to look for."""
    groups = {item.group for item in doctor.run(None).items}
    assert "layout" in groups
    assert "fonts" not in groups


def test_a_script_without_a_font_is_told(leaflet: Path) -> None:
    """A language whose letters no font has is named with some of them and the way to a font."""
    file = leaflet / "translate-pub.toml"
    file.write_text(file.read_text().replace('"de"]', '"de", "ka"]'))
    found = doctor.run(discovery.find(leaflet))
    georgian = next(item for item in found.items if (item.group, item.name) == ("fonts", "ka"))
    assert georgian.state is State.MISSING
    assert "GEORGIAN LETTER" in georgian.detail
    assert not found.well


def test_dictionaries_of_spelling_are_looked_for(leaflet: Path) -> None:
    """A language with a dictionary is told with it; one without, with how to get one."""
    found = doctor.run(discovery.find(leaflet))
    spelling = {item.name: item for item in found.items if item.group == "spelling"}
    assert (spelling["sv"].state, spelling["sv"].detail) == (State.PRESENT, "dictionary sv_SE")
    assert spelling["ur"].state is State.OPTIONAL
    assert "apt-cache search hunspell" in spelling["ur"].remedy.debian
    assert found.well


def test_programs_that_are_not_there_come_with_their_commands(monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing program is optional, and the commands of Debian, Fedora and macOS that get it are told."""
    monkeypatch.setenv("PATH", "")
    gettext = next(item for item in machine.programs() if item.name == "msgfmt")
    assert gettext.state is State.OPTIONAL
    assert gettext.remedy.lines() == (
        "Debian: sudo apt-get install gettext",
        "Fedora: sudo dnf install gettext",
        "macOS: brew install gettext",
    )


@pytest.mark.parametrize(
    ("profile", "set_up", "state"),
    [
        ('based_on = "generic-offset-coated"\n', False, State.MISSING),
        ('based_on = "generic-offset-coated"\n[condition]\nprofile = "icc/press.icc"\n', False, State.MISSING),
        ('based_on = "generic-offset-coated"\n[condition]\nprofile = "icc/press.icc"\n', True, State.PRESENT),
        ('based_on = "ingramspark"\n', False, State.OPTIONAL),
        ('based_on = "kdp"\n', False, State.PRESENT),
        ("standard = 3\n", False, State.MISSING),
    ],
)
def test_the_icc_profiles_of_printers_are_looked_for(leaflet: Path, profile: str, set_up: bool, state: State) -> None:
    """The printer of an edition is told with its ICC profile; one that only has a file is no hindrance."""
    for name in ("press", "other"):
        (leaflet / "printers").mkdir(exist_ok=True)
        (leaflet / "printers" / f"{name}.toml").write_text(profile)
    if set_up:
        (leaflet / "icc").mkdir()
        (leaflet / "icc" / "press.icc").write_bytes(b"profile")
    book = leaflet / "source_texts/leaflet/book.toml"
    book.write_text(book.read_text().replace("[editions.sv]\n", '[editions.sv]\nprinter_profile = "press"\n'))
    found = doctor.run(discovery.find(leaflet))
    items = {item.name: item for item in found.items if item.group == "printers"}
    assert set(items) == {"press", "other"}
    assert items["press"].state is state
    assert items["other"].state is (State.OPTIONAL if state is State.MISSING else state)
    assert found.well == (state is not State.MISSING)
