"""Real git merges, rebases and picks real catalogues, and no conflict mark gets into them."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.speaking import PROGRAM
from translate_pub.commands import merge_driver, merge_installation
from translate_pub.model.diagnostic import WorkspaceError

SWEDISH = "locales/sv/LC_MESSAGES/leaflet/01-meeting.po"
ENVIRONMENT = {
    **os.environ,
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "Ada",
    "GIT_AUTHOR_EMAIL": "ada@example.org",
    "GIT_COMMITTER_NAME": "Ada",
    "GIT_COMMITTER_EMAIL": "ada@example.org",
    "GIT_EDITOR": "true",
}

Git = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def git(leaflet: Path) -> Git:
    """Give git in a repository of a workspace where the driver is installed."""

    def run(*words: str, code: int = 0) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            ["git", *words], cwd=leaflet, env=ENVIRONMENT, capture_output=True, text=True, check=False
        )
        assert done.returncode == code, done.stdout + done.stderr
        return done

    run("init", "--quiet", "--initial-branch=main")
    merge_installation.install(leaflet)
    run("add", "--all")
    run("commit", "--quiet", "-m", "The leaflet")
    return run


def translations(path: Path) -> dict[str, str]:
    """Read a catalogue with gettext: message -> translation, the fuzzy ones too."""
    listed = subprocess.run(
        ["msgcat", "--no-wrap", "--no-location", path], capture_output=True, text=True, check=True
    ).stdout
    found: dict[str, str] = {}
    for block in listed.split("\n\n")[1:]:
        lines = [line for line in block.splitlines() if not line.startswith("#")]
        msgid, _, msgstr = "\n".join(lines).partition("\nmsgstr ")
        found[msgid.removeprefix("msgid ")] = msgstr
    return found


def change(git: Git, leaflet: Path, branch: str, *edits: tuple[str, str]) -> None:
    """Replace texts of the Swedish catalogue on a branch, which is made of main."""
    git("checkout", "--quiet", "-B", branch, "main")
    path = leaflet / SWEDISH
    text = path.read_text()
    for old, new in edits:
        assert text.count(old) == 1
        text = text.replace(old, new)
    path.write_text(text)
    git("commit", "--quiet", "--all", "-m", branch)


def messages(leaflet: Path) -> list[str]:
    """Name the first Swedish translations."""
    return [text for text in translations(leaflet / SWEDISH).values() if len(text) > 12 and "\n" not in text][:4]


JOIN = {
    "merge": (("checkout", "--quiet", "ada"), ("merge", "--no-edit", "bo")),
    "rebase": (("checkout", "--quiet", "bo"), ("rebase", "ada")),
    "cherry-pick": (("checkout", "--quiet", "ada"), ("cherry-pick", "bo")),
}


@pytest.mark.parametrize("way", ["merge", "rebase", "cherry-pick"])
def test_git_joins_two_people_s_work(git: Git, leaflet: Path, way: str) -> None:
    """Neighbouring entries and the header, changed on two branches, are both in the file, which gettext reads."""
    one, two, three, _ = messages(leaflet)
    revised = next(line for line in (leaflet / SWEDISH).read_text().splitlines() if "PO-Revision-Date" in line)
    change(git, leaflet, "ada", (one, '"Ada skrev detta."'), (revised, '"PO-Revision-Date: 2027-01-02 10:00+0000\\n"'))
    change(
        git, leaflet, "bo", (two, '"Bo skrev detta."'), (three, '"Bo skrev mera."'),
        (revised, '"PO-Revision-Date: 2027-01-01 10:00+0000\\n"'),
    )  # fmt: skip
    for words in JOIN[way]:
        git(*words)
    found = set(translations(leaflet / SWEDISH).values())
    assert {'"Ada skrev detta."', '"Bo skrev detta."', '"Bo skrev mera."'} <= found
    assert "PO-Revision-Date: 2027-01-02" in (leaflet / SWEDISH).read_text()
    assert git("status", "--porcelain").stdout == ""


def test_both_translations_of_one_message_are_in_the_file(git: Git, leaflet: Path) -> None:
    """Git goes on without a conflict, says where to look, and the file holds both texts."""
    one = messages(leaflet)[0]
    change(git, leaflet, "ada", (one, '"Ada skrev detta."'))
    change(git, leaflet, "bo", (one, '"Bo skrev detta."'))
    git("checkout", "--quiet", "ada")
    said = git("merge", "--no-edit", "bo").stderr
    text = (leaflet / SWEDISH).read_text()
    assert 'msgstr "Ada skrev detta."' in text
    assert '"Bo skrev detta."\n' in next(line + "\n" for line in text.splitlines() if "another translation" in line)
    assert "<<<<" not in text
    assert f"{SWEDISH}:" in said
    assert "C030" in said


def test_a_version_that_cannot_be_read_leaves_ours(git: Git, leaflet: Path) -> None:
    """Conflict marks that somebody has committed stop git, with ours in the file and the line told."""
    one, two, *_ = messages(leaflet)
    change(git, leaflet, "ada", (one, '"Ada skrev detta."'))
    change(git, leaflet, "bo", (two, f"{two}\n<<<<<<< HEAD"))
    git("checkout", "--quiet", "ada")
    ours = (leaflet / SWEDISH).read_bytes()
    said = git("merge", "--no-edit", "bo", code=1).stderr
    assert (leaflet / SWEDISH).read_bytes() == ours
    assert "(theirs):" in said
    assert "C001" in said


def test_both_branches_made_the_file(git: Git, leaflet: Path) -> None:
    """Two people who began the same catalogue, without a common version, have it in one file."""
    new = "locales/de/LC_MESSAGES/leaflet/extra.po"
    top = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    for branch, text in (("ada", 'msgid "a"\nmsgstr "Ada"\n'), ("bo", 'msgid "b"\nmsgstr "Bo"\n')):
        git("checkout", "--quiet", "-B", branch, "main")
        (leaflet / new).parent.mkdir(parents=True, exist_ok=True)
        (leaflet / new).write_text(top + text)
        git("add", new)
        git("commit", "--quiet", "-m", branch)
    git("merge", "--no-edit", "ada")
    assert set(translations(leaflet / new).values()) >= {'"Ada"', '"Bo"'}


def test_a_broken_configuration_is_no_hindrance(git: Git, leaflet: Path) -> None:
    """Catalogues are merged while `translate-pub.toml` itself is not to be read."""
    (leaflet / "translate-pub.toml").write_text("languages = [")
    git("commit", "--quiet", "--all", "-m", "Broken")
    one, two, *_ = messages(leaflet)
    change(git, leaflet, "ada", (one, '"Ada skrev detta."'))
    change(git, leaflet, "bo", (two, '"Bo skrev detta."'))
    git("merge", "--no-edit", "ada")


def test_installing_twice_and_taking_away(leaflet: Path, git: Git) -> None:
    """A second installation writes nothing; taking it away leaves what others wrote."""
    attributes = leaflet / ".gitattributes"
    assert attributes.read_text() == "*.po merge=translate-pub\n*.pot merge=translate-pub\n"
    again = merge_installation.install(leaflet)
    assert (again.settings, again.lines) == ((), ())
    attributes.write_text("*.pdf binary\n*.po  merge=translate-pub\n# end")
    assert merge_installation.install(leaflet).lines == ("*.pot merge=translate-pub",)
    assert attributes.read_text() == "*.pdf binary\n*.po  merge=translate-pub\n# end\n*.pot merge=translate-pub\n"
    merge_installation.uninstall(leaflet)
    assert attributes.read_text() == "*.pdf binary\n# end\n"
    assert "translate-pub" not in git("config", "--local", "--list").stdout
    assert merge_installation.uninstall(leaflet).settings == ()


def test_nothing_of_ours_is_left_behind(leaflet: Path, git: Git) -> None:
    """A file of attributes that held nothing else goes too."""
    merge_installation.uninstall(leaflet)
    assert not (leaflet / ".gitattributes").exists()
    assert "merge" not in git("config", "--local", "--list").stdout


def test_outside_of_a_repository(tmp_path: Path) -> None:
    """Without a repository there is nothing to install into, and that is said."""
    with pytest.raises(WorkspaceError, match="no git repository"):
        merge_installation.install(tmp_path)


def test_an_unreadable_base_keeps_everything(tmp_path: Path) -> None:
    """Without a common version that can be read, what either side has is kept, and that is said."""
    for name, text in (
        ("base", "<<<<<<< x\n"), ("ours", 'msgid "a"\nmsgstr "A"\n'), ("theirs", 'msgid "b"\nmsgstr "B"\n'),
    ):  # fmt: skip
        (tmp_path / name).write_text(text)
    done = merge_driver.run(tmp_path / "base", tmp_path / "ours", tmp_path / "theirs", "02.po")
    assert [(found.code, str(found.span)) for found in done.diagnostics if found.code > "C006"] == [("C031", "02.po:1")]
    assert set(translations(tmp_path / "ours").values()) <= {'"A"', '"B"'}
    assert b'"B"' in (tmp_path / "ours").read_bytes()


@pytest.mark.parametrize("words", [(), ("a",), ("--install", "a", "b", "c", "d")])
def test_wrong_usage(words: tuple[str, ...], tmp_path: Path) -> None:
    """Anything but four paths, or one wish, is wrong usage."""
    done = subprocess.run([*PROGRAM, "merge-driver", *words], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2
