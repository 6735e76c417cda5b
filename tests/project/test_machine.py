"""What the set-up says and does about what the machine itself must have."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tools import machine, set_up
from tools.machine import Need
from translate_pub.commands import machine as doctored
from translate_pub.edition import collation
from translate_pub.publish import engine

NOWHERE = Need("a library that is nowhere", "libnowhere1", "nowhere", "nowhere", libraries=("libnowhere.so.1",))
NO_FILE = Need("a file that is nowhere", "nowhere-data", "nowhere", "nowhere", files=("/nowhere/nothing.dic",))
NO_PROGRAM = Need("a program that is nowhere", "nowhere-tools", "nowhere", "nowhere", programs=("nowhere-to-run",))


def test_this_machine_has_what_the_set_up_provides() -> None:
    """After the set-up nothing is missing that pages and tests need."""
    assert machine.missing(set_up.MACHINE_NEEDS["test"]) == ()


def test_what_is_missing_is_found() -> None:
    """A library that does not load, a program that is not on PATH and a file that is not there are missing."""
    there = Need("a file", "file", "file", "file", files=("/nowhere/nothing.dic", __file__))
    assert machine.missing((NOWHERE, machine.LIBRARIES[0], NO_PROGRAM, NO_FILE, there)) == (
        NOWHERE,
        NO_PROGRAM,
        NO_FILE,
    )


@pytest.mark.parametrize("command", ["sudo apt-get install", "sudo dnf install", "brew install"])
def test_the_reader_is_told_the_command_of_each_system(command: str) -> None:
    """The message names what is missing and a command that can be pasted, on Debian, Fedora and macOS."""
    text = machine.instructions((NOWHERE, NO_PROGRAM))
    assert "this machine lacks a library that is nowhere, a program that is nowhere" in text
    assert any(command in line and "nowhere" in line for line in text.splitlines())


def test_a_package_that_brings_two_things_is_named_once() -> None:
    """Pango's package stands once in the command, whichever of its libraries are missing."""
    assert machine.instructions(machine.LIBRARIES).count("libpango-1.0-0") == 1


@pytest.mark.parametrize("system", ["debian", "fedora", "macos"])
def test_the_tool_names_the_packages_of_the_set_up(system: str) -> None:
    """`doctor` and the set-up, which runs before the tool is there, get Pango with the same packages."""
    assert {getattr(need, system) for need in machine.LIBRARIES} == set(engine.PANGO_PACKAGES[system].split())
    built_with = {getattr(need, system) for need in machine.COLLATION}
    assert set(collation.PACKAGES[system].split()) <= built_with


def test_the_tool_gets_programs_as_the_set_up_does() -> None:
    """A program that both ask for comes with the same command on every system."""
    told = {program.name: program.remedy for group in doctored.PROGRAMS.values() for program in group}
    provided = {name: need for need in machine.PROGRAMS for name in need.programs if name in told}
    assert provided.keys() == {"msgfmt", "pdftotext", "qpdf", "gs"}
    for name, need in provided.items():
        assert told[name] == doctored.packages(need.debian, need.fedora, need.macos)


def test_apt_is_asked_without_a_question() -> None:
    """apt-get runs with the user's privilege before it, answers yes to itself and takes no recommended package."""
    update, install = machine.apt_commands((NOWHERE,), ("sudo", "-n"))
    assert update[:2] == install[:2] == ("sudo", "-n")
    assert update[-1] == "update"
    assert "DEBIAN_FRONTEND=noninteractive" in install
    assert install[-3:] == ("--yes", "--no-install-recommends", "libnowhere1")


def test_root_needs_no_sudo() -> None:
    """Without a privilege to add the command begins with what it runs."""
    assert machine.apt_commands((NOWHERE,), ())[0][0] == "env"


def test_a_user_without_rights_is_told_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no apt-get, the set-up stops with the commands instead of trying."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert machine.apt_privilege() is None
    with pytest.raises(machine.MachineError, match="sudo dnf install nowhere"):
        machine.provide((NOWHERE,))


def test_sudo_that_asks_for_a_password_gives_no_rights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rights are had where `sudo -n` succeeds, and only there."""
    for program, text in {"apt-get": "exit 0", "sudo": "exit 1"}.items():
        (tmp_path / program).write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        (tmp_path / program).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert machine.apt_privilege() is None
    (tmp_path / "sudo").write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
    assert machine.apt_privilege() == (str(tmp_path / "sudo"), "-n")


def test_an_old_python_is_refused_in_words() -> None:
    """The reader learns which Python was found, which is needed and how to name another."""
    with pytest.raises(set_up.SetUpError) as refusal:
        set_up.check_python("book", (3, 9))
    assert "is Python 3.9, and translate-pub needs 3.11 or newer" in str(refusal.value)
    assert "make book PYTHON=python3.12" in str(refusal.value)


@pytest.mark.parametrize("module", [set_up, machine])
def test_an_old_python_can_read_the_refusal(module: ModuleType) -> None:
    """The set-up is written in a Python old enough to come to the point where it refuses."""
    text = Path(module.__file__ or "").read_text(encoding="utf-8")
    assert ast.parse(text, feature_version=(3, 8)).body


def test_the_set_up_runs_on_a_bare_python(repository: Path) -> None:
    """Before there is an environment, the set-up imports nothing but the standard library."""
    base = shutil.which("python3", path=os.defpath) or sys.executable
    command = [base, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(repository)!r}); import tools.set_up"]
    assert subprocess.run(command, check=False).returncode == 0


def test_a_second_set_up_does_nothing(repository: Path) -> None:
    """What is in place is left as it is, and nothing is said."""
    command = [sys.executable, "-m", "tools.set_up", "test"]
    subprocess.run(command, cwd=repository, check=True)
    stamp = set_up.STAMP.stat().st_mtime_ns
    again = subprocess.run(command, cwd=repository, check=True, capture_output=True, text=True)
    assert (again.stdout, again.stderr) == ("", "")
    assert set_up.STAMP.stat().st_mtime_ns == stamp
