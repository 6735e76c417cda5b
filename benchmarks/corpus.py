"""Public catalogues: which commits refresh one, what it was before, and what it became since."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from translate_pub.catalog import po
from translate_pub.model.catalog import Catalog, Entry, Key, Message, Template

_CREATION_DATE = '^"POT-Creation-Date'
_LANGUAGE = re.compile(r"^Language:[ ]*(\S+)", re.MULTILINE)
_LOCALE = re.compile(r"(?:^|/)([a-z]{2,3}(?:[-_@][A-Za-z]{2,10})?)(?=/LC_MESSAGES/|\.po$)")


@dataclass(frozen=True)
class Refresh:
    """A commit that brought a catalogue up to a revised source."""

    path: str
    """Of the catalogue, in its repository."""
    commit: str
    repository: Path | None = None
    """Its git directory."""

    def __str__(self) -> str:
        """Return it as it is named on the command line."""
        return f"{self.path}@{self.commit[:8]}"


DOCUMENTED = (
    Refresh("po/es.po", "c5f9e533"),
    Refresh("po/ja.po", "7f5677de"),
    Refresh("po/ko.po", "b4be1d01"),
)
"""Refreshes of google/comprehensive-rust on which gettext's own figures are known."""


@dataclass(frozen=True)
class Case:
    """A refresh as tools meet it, and what people made of it in the end."""

    name: str
    language: str
    old: bytes
    """The catalogue before."""
    catalog: Catalog
    """The same, read."""
    template: Template
    """The messages after."""
    final: dict[Key, str]
    """What people translated, today."""


class CorpusError(Exception):
    """A refresh that cannot be replayed; the message says why."""


def repositories(corpus: Path) -> list[Path]:
    """List the git directories in a folder: work trees, bare ones, and bare ones a folder deeper."""
    found = [path for depth in ("", "*/", "*/*/", "*/*/*/") for path in sorted(corpus.glob(f"{depth}HEAD"))]
    return [path.parent for path in found if (path.parent / "objects").is_dir()]


def locate(refreshes: Sequence[Refresh], corpus: Path) -> list[Refresh]:
    """Find the repository of every refresh; those whose repository is not there are left out."""
    places = repositories(corpus)
    located = []
    for refresh in refreshes:
        for place in places:
            if _git(place, "cat-file", "-e", f"{refresh.commit}^:{refresh.path}") is not None:
                located.append(replace(refresh, repository=place))
                break
    return located


def discover(corpus: Path, languages: Sequence[str], most: int) -> Iterator[Refresh]:
    """Yield the newest commits that changed the date of a catalogue's template, at most so many a catalogue."""
    for place in repositories(corpus):
        listed = _git(place, "ls-tree", "-r", "--name-only", "HEAD") or b""
        for path in listed.decode().splitlines():
            if not path.endswith(".po") or (languages and _locale(path) not in languages):
                continue
            log = _git(place, "log", f"-G{_CREATION_DATE}", "--format=%H", "--no-merges", "--", path) or b""
            commits = log.decode().split()[:-1]
            yield from (Refresh(path, commit, place) for commit in commits[:most])


def load(refresh: Refresh) -> Case:
    """Read what a refresh started from, what it led to, and what stands there today.

    Raises:
        CorpusError: One of the three is not there or cannot be read.
    """
    if refresh.repository is None:
        raise CorpusError(f"{refresh}: no repository has this commit")
    versions = [
        _git(refresh.repository, "show", f"{revision}:{refresh.path}")
        for revision in (f"{refresh.commit}^", refresh.commit, "HEAD")
    ]
    read = [_read(data, refresh.path) for data in versions if data is not None]
    if len(read) < len(versions) or None in read:
        raise CorpusError(f"{refresh}: cannot be read before, at or after the commit")
    old, new, today = (catalog for catalog in read if catalog is not None)
    final = {entry.key: entry.msgstr for entry in today.live().values() if entry.translated}
    return Case(str(refresh), language_of(refresh), versions[0] or b"", old, template_of(new), final)


def template_of(catalog: Catalog) -> Template:
    """Return the messages that a catalogue translates."""
    return Template(catalog.book, catalog.chapter, tuple(map(_message, catalog.live().values())))


def language_of(refresh: Refresh) -> str:
    """Return the language of a refresh's catalogue as its path names it."""
    return _locale(refresh.path) or "und"


def _message(entry: Entry) -> Message:
    return Message(entry.context, entry.msgid, entry.extracted, entry.references)


def _locale(path: str) -> str:
    found = _LOCALE.findall(path)
    return found[-1] if found else ""


def _read(data: bytes, path: str) -> Catalog | None:
    """Read a catalogue without its plural entries, which no source text has."""
    catalog = po.parse(data, path, "und", "book", "all").value
    if catalog is None:
        return None
    return replace(catalog, entries=tuple(entry for entry in catalog.entries if entry.plural is None))


def _git(repository: Path, *arguments: str) -> bytes | None:
    done = subprocess.run(["git", f"--git-dir={repository}", *arguments], capture_output=True, check=False)
    return done.stdout if done.returncode == 0 else None
