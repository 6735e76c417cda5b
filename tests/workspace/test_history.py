"""The history of an edition is read from git."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from pathlib import Path

import pytest

from translate_pub.model.history import History, Person, Standing
from translate_pub.model.workspace import Settings, Workspace
from translate_pub.workspace import history

HEADER = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"PO-Revision-Date: {date}\\n"
"Last-Translator: {translator}\\n"
"""
ENTRY = '\n{comment}#: a.md\n{flags}msgid "{msgid}"\nmsgstr "{msgstr}"\n'


class Repository:
    """A workspace in a repository of its own, with commits by people on days."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / "locales" / "sv" / "LC_MESSAGES" / "book"
        self.folder.mkdir(parents=True)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str, name: str = "Åsa Öberg", day: str = "2027-01-04") -> None:
        """Run git as somebody, on a day."""
        people = {
            f"GIT_{role}_{field}": value
            for role in ("AUTHOR", "COMMITTER")
            for field, value in (
                ("NAME", name),
                ("EMAIL", f"{name.split(maxsplit=1)[0].lower()}@example.org"),
                ("DATE", f"{day}T12:00:00Z"),
            )
        }
        subprocess.run(["git", *arguments], cwd=self.root, env={**os.environ, **people}, check=True)

    def write(
        self, chapter: str, *entries: tuple[str, str], header: tuple[str, str] = ("", ""), note: str = ""
    ) -> None:
        """Write a catalogue; a msgstr that begins with a question mark is fuzzy."""
        body = "".join(
            ENTRY.format(
                msgid=msgid, msgstr=msgstr.lstrip("?"), comment=note, flags="#, fuzzy\n" * msgstr.startswith("?")
            )
            for msgid, msgstr in entries
        )
        head = HEADER.format(date=header[1], translator=header[0])
        (self.folder / f"{chapter}.po").write_text(head + body, encoding="utf-8")

    def commit(self, name: str, day: str) -> None:
        """Commit everything."""
        self.git("add", "--all", name=name, day=day)
        self.git("commit", "--quiet", "--message=Work", name=name, day=day)

    def read(self) -> History:
        """Read the Swedish history."""
        workspace = Workspace(self.root, Settings("en", ("sv",)))
        return history.read(workspace, "book", ["sv"])["sv"]


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Make an empty repository."""
    return Repository(tmp_path)


def test_standings_follow_the_commits(repository: Repository) -> None:
    """The words that are translated are known for every day on which a catalogue changed; fuzzy ones do not count."""
    repository.write("a", ("One two three", "Ett två tre"), ("Four", ""))
    repository.commit("Åsa Öberg", "2027-01-04")
    repository.write("a", ("One two three", "?Ett två tre"), ("Four", "Fyra"))
    repository.write("b", ("Five six", "Fem sex"))
    repository.commit("Åsa Öberg", "2027-01-11")
    assert repository.read().standings == (Standing(dt.date(2027, 1, 4), 3), Standing(dt.date(2027, 1, 11), 3))


def test_words_belong_to_those_who_translated_them(repository: Repository) -> None:
    """Every commit's author is credited with what stood nowhere before."""
    repository.write("a", ("One two three", "Ett två tre"), ("Four five", ""))
    repository.commit("Åsa Öberg", "2027-01-04")
    repository.write("a", ("One two three", "Ett två tre"), ("Four five", "Fyra fem"))
    repository.commit("Nils Ek", "2027-01-06")
    assert repository.read().people == (
        Person("Åsa Öberg", 3, 0, dt.date(2027, 1, 4)),
        Person("Nils Ek", 2, 0, dt.date(2027, 1, 6)),
    )


def test_what_moves_to_another_chapter_is_nobodys_work(repository: Repository) -> None:
    """A message that an update carries from one catalogue to another has been translated before."""
    repository.write("a", ("One two three", "Ett två tre"))
    repository.commit("Åsa Öberg", "2027-01-04")
    repository.write("a", ("Nothing", ""))
    repository.write("b", ("One two three", "Ett två tre"))
    repository.commit("Nils Ek", "2027-01-06")
    assert [person.name for person in repository.read().people] == ["Åsa Öberg"]


def test_a_renamed_catalogue_is_nobodys_work(repository: Repository) -> None:
    """Git's own finding of renames is followed."""
    repository.write("a", ("One two three", "Ett två tre"), ("Four", "Fyra"))
    repository.commit("Åsa Öberg", "2027-01-04")
    repository.git("mv", "locales/sv/LC_MESSAGES/book/a.po", "locales/sv/LC_MESSAGES/book/z.po")
    repository.commit("Nils Ek", "2027-01-06")
    read = repository.read()
    assert [person.name for person in read.people] == ["Åsa Öberg"]
    assert read.standings[-1].translated == 4


def test_who_is_named_in_the_header_has_done_the_work(repository: Repository) -> None:
    """A coordinator who commits what a translator sent is not taken for the translator."""
    repository.write("a", ("One two", "Ett två"), header=("Nils Ek <nils@example.org>", "2027-01-03 10:00+0000"))
    repository.commit("Åsa Öberg", "2027-01-04")
    assert [person.name for person in repository.read().people] == ["Nils Ek"]


def test_the_mailmap_is_respected(repository: Repository) -> None:
    """One person with two names is one person, in commits and in headers."""
    (repository.root / ".mailmap").write_text(
        "Nils Ek <nils@example.org> <nisse@example.org>\nNils Ek <nils@example.org> <n@example.org>\n", encoding="utf-8"
    )
    repository.write("a", ("One two", "Ett två"))
    repository.commit("Nisse E", "2027-01-04")
    repository.write("b", ("Three", "Tre"), header=("N. Ek <n@example.org>", "2027-01-05 10:00+0000"))
    repository.commit("Åsa Öberg", "2027-01-06")
    assert repository.read().people == (Person("Nils Ek", 3, 0, dt.date(2027, 1, 6)),)


def test_reviews_belong_to_the_reviewer(repository: Repository) -> None:
    """A review names its reviewer, whoever commits it."""
    repository.write("a", ("One two", "Ett två"))
    repository.commit("Åsa Öberg", "2027-01-04")
    repository.write("a", ("One two", "Ett två"), note="# translate-pub: reviewed Maj Lind 2027-01-05 0123456789ab\n")
    repository.commit("Åsa Öberg", "2027-01-06")
    assert repository.read().people == (
        Person("Åsa Öberg", 2, 0, dt.date(2027, 1, 4)),
        Person("Maj Lind", 0, 2, dt.date(2027, 1, 6)),
    )


def test_a_merge_adds_to_the_standing_and_is_nobodys_work(repository: Repository) -> None:
    """What comes in through a branch counts on the day of the merge, and belongs to those who made it."""
    repository.write("a", ("One", "Ett"))
    repository.commit("Åsa Öberg", "2027-01-04")
    repository.git("switch", "--quiet", "--create", "side")
    repository.write("b", ("Two three", "Två tre"))
    repository.commit("Nils Ek", "2027-01-05")
    repository.git("switch", "--quiet", "main")
    repository.git("merge", "--quiet", "--no-ff", "--no-edit", "side", name="Maj Lind", day="2027-01-08")
    read = repository.read()
    assert read.standings == (Standing(dt.date(2027, 1, 4), 1), Standing(dt.date(2027, 1, 8), 3))
    assert [person.name for person in read.people] == ["Nils Ek", "Åsa Öberg"]


def test_a_damaged_version_counts_as_empty(repository: Repository) -> None:
    """A catalogue that once held conflict marks does not end the history."""
    repository.write("a", ("One", "Ett"))
    repository.commit("Åsa Öberg", "2027-01-04")
    (repository.folder / "a.po").write_text("<<<<<<< ours\n=======\n>>>>>>> theirs\n", encoding="utf-8")
    repository.commit("Åsa Öberg", "2027-01-05")
    repository.write("a", ("One", "Ett"), ("Two", "Två"))
    repository.commit("Åsa Öberg", "2027-01-06")
    assert [standing.translated for standing in repository.read().standings] == [1, 0, 2]


def test_a_workspace_outside_of_git_has_no_history(tmp_path: Path) -> None:
    """Nothing is known, and that is no mistake."""
    assert history.read(Workspace(tmp_path, Settings("en", ("sv",))), "book", ["sv"]) == {}


def test_a_shallow_clone_says_so(repository: Repository, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A history that was cut off is not taken for the whole."""
    for number in range(3):
        repository.write("a", (f"Word {number}", "Ord"))
        repository.commit("Åsa Öberg", f"2027-01-0{number + 4}")
    clone = tmp_path_factory.mktemp("clone")
    repository.git("clone", "--quiet", "--depth=1", f"file://{repository.root}", str(clone))
    assert not history.read(Workspace(clone, Settings("en", ("sv",))), "book", ["sv"])["sv"].complete
    assert repository.read().complete
