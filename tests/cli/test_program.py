"""The program: its verbs, their help, completion, exit codes and what it says when something goes wrong."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.speaking import PROGRAM, Say, start
from translate_pub.cli import INTERRUPTED, boundary
from translate_pub.cli.program import SECTIONS, VERBS
from translate_pub.commands import status as status_command


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_with_an_example(say: Say, verb: str) -> None:
    """`VERB --help` tells what it does, takes -C, and shows commands as they are typed."""
    answer = say(verb, "--help")
    assert answer.code == 0
    assert f"  translate-pub {verb}" in answer.out
    assert "--directory" in answer.out


def test_the_program_lists_its_verbs_in_order(say: Say) -> None:
    """`--help` lists every verb once, below the heading of what it is for, with a line of its own."""
    lines = say("--help").out.splitlines()
    listed = [line.split()[0] for line in lines if line.startswith("  ") and line.split()]
    assert [word for word in listed if word in VERBS] == list(VERBS)
    assert len(set(VERBS)) == len(VERBS)
    assert [line.rstrip(":") for line in lines if line.rstrip(":") in SECTIONS] == list(SECTIONS)


def test_a_misspelt_verb_is_guessed(say: Say) -> None:
    """An unknown verb is wrong usage, and the likely one is named."""
    answer = say("stats")
    assert answer.code == 2
    assert "did you mean status?" in answer.err


@pytest.mark.parametrize(
    ("words", "guess"),
    [
        (("status", "leaflt"), "did you mean leaflet?"),
        (("check", "--lang", "svv"), "did you mean sv?"),
        (("render", "leaflet", "02-aftr"), "did you mean 02-after?"),
        (("build", "leaflet", "--lang", "xx"), "there are: sv, ur, de, en"),
    ],
)
def test_misspelt_names_are_guessed(say: Say, leaflet: Path, words: tuple[str, ...], guess: str) -> None:
    """Unknown books, languages and chapters are wrong usage, and the likely ones are named."""
    answer = say("-C", leaflet, *words)
    assert answer.code == 2
    assert guess in answer.err
    assert answer.out == ""


def test_outside_of_a_workspace(say: Say, tmp_path: Path) -> None:
    """Without a workspace the way to one is told."""
    answer = say("status", "-C", tmp_path)
    assert answer.code == 1
    assert "translate-pub init" in answer.err


def test_verbs_work_from_any_folder_of_the_workspace(say: Say, leaflet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The workspace is found above the folder that the command was started in."""
    monkeypatch.chdir(leaflet / "source_texts" / "leaflet")
    assert say("status").code == 0
    assert say("status").out == say("status", "-C", leaflet / "locales").out


def test_mistakes_of_configuration_are_all_shown(say: Say, leaflet: Path) -> None:
    """Every mistake is shown in one run, each at its line."""
    file = leaflet / "translate-pub.toml"
    file.write_text(file.read_text() + 'languges = ["fr"]\nbuild = 7\n')
    answer = say("status", "-C", leaflet)
    assert answer.code == 1
    assert answer.err.count("translate-pub.toml:") >= 2


def test_a_bug_is_told_with_a_log(say: Say, leaflet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error that nobody foresaw is said to be one of the tool, and where its log is."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError("planted")

    monkeypatch.setattr(status_command, "run", fail)
    answer = say("status", "-C", leaflet)
    assert answer.code == boundary.BUG
    log = Path(answer.err.split("Please paste ")[1].split(" into ")[0])
    text = log.read_text()
    log.unlink()
    assert "ZeroDivisionError: planted" in text
    assert "command: translate-pub status -C" in text


def seconds_worked(pid: int) -> float:
    """Read the processor time of a running process (proc(5), `/proc/PID/stat`, fields 14 and 15)."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_an_interrupt_ends_with_130(leaflet: Path) -> None:
    """Ctrl-C ends the work with the exit code of an interrupt, and without a traceback."""
    chapter = leaflet / "source_texts" / "leaflet" / "01-meeting.md"
    chapter.write_text("# Long\n\n" + "A *paragraph* of many, with [a link](https://example.org/).\n\n" * 20000)
    process = start("-C", leaflet, "check")
    while seconds_worked(process.pid) < 1:  # of its own time, however busy the machine is
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == INTERRUPTED
    assert "Traceback" not in err


def test_a_closed_pipe_is_quiet(leaflet: Path) -> None:
    """A reader that has gone, such as `head`, is no reason to complain."""
    reading, writing = os.pipe()
    os.close(reading)
    process = subprocess.run(
        [*PROGRAM, "-C", str(leaflet), "status"], stdout=writing, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(writing)
    assert process.stderr == ""


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_are_printed(say: Say, shell: str) -> None:
    """`completion SHELL` prints the script that the shell reads."""
    answer = say("completion", shell)
    assert answer.code == 0
    assert "_TRANSLATE_PUB_COMPLETE" in answer.out


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        (["st"], ["status"]),
        (["status", ""], ["leaflet"]),
        (["render", "leaflet", "0"], ["01-meeting", "02-after"]),
        (["check", "--lang", ""], ["sv", "ur", "de"]),
        (["build", "--edition", "p"], ["print", "proof"]),
    ],
)
def test_words_are_completed(leaflet: Path, typed: list[str], offered: list[str]) -> None:
    """The shell is offered verbs, books, chapters, languages and choices."""
    environment = {
        "_TRANSLATE_PUB_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(["translate-pub", "-C", str(leaflet), *typed]),
        "COMP_CWORD": str(len(typed) + 2),
    }
    out, err = start(**environment).communicate(timeout=60)
    assert err == ""
    assert [line.removeprefix("plain,") for line in out.splitlines()] == offered


def test_status_never_imports_the_layout_engine(leaflet: Path) -> None:
    """`status`, `check`, `update` and `render` do without WeasyPrint and pikepdf."""
    script = f"""
import json, sys
from translate_pub.cli import main
for words in (["status"], ["check"], ["update", "--check"], ["render", "leaflet", "preface", "--lang", "sv"]):
    main([*words, "-C", {str(leaflet)!r}])
print(json.dumps([name for name in ("weasyprint", "pikepdf", "fontTools", "PIL") if name in sys.modules]))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout.splitlines()[-1]) == []
