"""The history of a book's catalogues, from git."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from translate_pub.catalog import contributions
from translate_pub.catalog.contributions import Contribution, Version
from translate_pub.model.history import History, Standing, Work
from translate_pub.model.language import locale_name
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import git

_NAME = re.compile(r"(?P<name>.*?)\s*(?:<[^<>]*>)?")
_CHANGE = re.compile(r":[0-7]{6} [0-7]{6} ([0-9a-f]{40}) ([0-9a-f]{40}) ")
_NOTHING = "0" * 40
_LOG = ("log", "--use-mailmap", "--reverse", "--raw", "-z", "--no-abbrev", "--find-renames", "--date=short")


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit, as far as it touched certain catalogues."""

    day: dt.date
    author: str
    changes: tuple[tuple[str, str], ...]
    """Content before and after of each catalogue; zeros where there was, or is, none."""


@dataclass(slots=True)
class _Reader:
    """Compares contents; what the main line and the work of people have in common is compared once."""

    content: Callable[[str], bytes | None]
    known: dict[tuple[tuple[str, str], ...], Contribution] = field(default_factory=dict)

    def compare(self, commit: Commit) -> Contribution:
        """Find what a commit did."""
        if commit.changes not in self.known:
            versions = [Version(self._bytes(old), self._bytes(new)) for old, new in commit.changes]
            self.known[commit.changes] = contributions.compare(versions)
        return self.known[commit.changes]

    def standings(self, commits: Sequence[Commit]) -> tuple[Standing, ...]:
        """Add up what commits gained, by the day. Days go forward, whatever clocks people have."""
        total, day = 0, dt.date.min
        by_day: dict[dt.date, int] = {}
        for commit in commits:
            total += self.compare(commit).gained
            day = max(day, commit.day)
            by_day[day] = total
        return tuple(Standing(day, words) for day, words in by_day.items())

    def _bytes(self, name: str) -> bytes:
        return b"" if name == _NOTHING else self.content(name) or b""


def read(workspace: Workspace, book: str, languages: Sequence[str]) -> dict[str, History]:
    """Return the history of each language of a book; empty where the workspace is in no repository.

    The translator of a commit is the one whom a catalogue's header names, if the commit renewed it: coordinators commit
    what translators send. Otherwise it is the author. Names are as the repository's mailmap has them.

    Raises:
        WorkspaceError: git refused.
    """
    if git.repository(workspace.root) is None or not _has_commits(workspace.root):
        return {}
    complete = git.run(workspace.root, "rev-parse", "--is-shallow-repository").strip() != b"true"
    with git.contents(workspace.root) as content:
        reader = _Reader(content)
        return {language: _language(workspace, book, language, reader, complete=complete) for language in languages}


def _has_commits(root: Path) -> bool:
    return bool(git.run(root, "rev-list", "--max-count=1", "--all"))


def _language(workspace: Workspace, book: str, language: str, reader: _Reader, *, complete: bool) -> History:
    paths = f"{workspace.settings.catalogs}/{locale_name(language)}/LC_MESSAGES/{book}/*.po"
    main = commits(workspace.root, paths, "--first-parent", "--diff-merges=first-parent")
    every = commits(workspace.root, paths, "--no-merges")
    work = [(commit, reader.compare(commit)) for commit in every]
    names = _mailmap(workspace.root, {done.translator for _, done in work if done.translator})
    return History(
        reader.standings(main),
        tuple(chain.from_iterable(_work(commit, done, names) for commit, done in work)),
        complete,
    )


def commits(root: Path, paths: str, *which: str) -> list[Commit]:
    """Return the commits that touched certain files, oldest first.

    Args:
        root: a folder of the repository, from which paths count.
        paths: the files, as git's pathspec.
        which: options of `git log` that choose commits.

    Raises:
        WorkspaceError: git refused.
    """
    said = git.run(root, *_LOG, *which, "--format=%x01%cd%x02%aN%x02", "--", paths)
    return [_commit(text) for text in said.decode("utf-8", "replace").split("\1")[1:]]


def _commit(text: str) -> Commit:
    day, author, changes = text.split("\2", 2)
    return Commit(dt.date.fromisoformat(day), author, tuple(_CHANGE.findall(changes)))


def standings(of: Sequence[Commit], content: Callable[[str], bytes | None]) -> tuple[Standing, ...]:
    """Say how far catalogues were at the end of each day of some commits, oldest first.

    Args:
        of: commits that follow each other.
        content: gives the bytes of a content by its name.
    """
    return _Reader(content).standings(of)


def _work(commit: Commit, done: Contribution, names: dict[str, str]) -> Iterator[Work]:
    if done.translated:
        yield Work(commit.day, names.get(done.translator) or commit.author, translated=done.translated)
    for reviewer, words in done.reviewed.items():
        yield Work(commit.day, reviewer, reviewed=words)


def _mailmap(root: Path, people: set[str]) -> dict[str, str]:
    """Give the names of `Name <address>` as the repository's mailmap has them."""
    listed = sorted(person for person in people if "<" in person)
    asked = "\n".join(listed).encode()
    said = (
        git.run(root, "check-mailmap", "--stdin", given=asked).decode("utf-8", "replace").splitlines() if listed else []
    )
    mapped = dict(zip(listed, said, strict=False))
    return {person: _name(mapped.get(person, person)) for person in people}


def _name(person: str) -> str:
    match = _NAME.fullmatch(person)
    return match["name"].strip('" ') if match else person
