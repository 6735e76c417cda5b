"""A book as its translations have it: the revision of the sources that the catalogues of a language follow.

Looked for is the newest state of the whole book that every catalogue fits: the sources as they are, then the commits
that changed the book, back through time. A chapter fits a catalogue that says that it follows it, and one that has the
same messages: a source may change without a message changing. Where no state fits every catalogue, the one that fits
most of them is taken, and the other chapters are laid over it as their catalogues have them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

from translate_pub.catalog import header, template
from translate_pub.commands import manuscript
from translate_pub.commands.manuscript import Manuscript
from translate_pub.model.book import Book, Metadata
from translate_pub.model.catalog import Catalog, Key, Template
from translate_pub.model.diagnostic import Diagnostic, Outcome, Severity, Span
from translate_pub.model.source import Source
from translate_pub.model.workspace import Workspace
from translate_pub.source import metadata, reading
from translate_pub.workspace import catalogs, config, files, git, revisions
from translate_pub.workspace.revisions import Commit

_SECTIONS = ("front", "chapters", "parts", "back", "contributors", "volumes")
_UNKNOWN = "the catalogue does not say which revision of its source it follows"
_UPDATE = "run `translate-pub update`; from then on the catalogue says what it follows"
_FETCH = "commit sources and catalogues together; in a shallow clone: `git fetch --unshallow`"


@dataclass(slots=True)
class _Follower:
    """A catalogue, and what its source must have."""

    catalog: Catalog
    path: str
    """Of its source."""
    blob: str
    """What it says that it follows; empty where it does not."""
    keys: frozenset[Key]
    """Its messages."""
    known: dict[str, bool] = field(default_factory=dict)
    """Blob -> whether it fits."""


def freeze(workspace: Workspace, name: str, language: str, stack: ExitStack) -> Outcome[Workspace]:
    """Give the workspace in which a book is as the catalogues of a language have it.

    It is the workspace itself where its sources fit, and a temporary folder otherwise.

    Args:
        workspace: as it is.
        name: of the book.
        language: BCP 47 tag; the source's own has no catalogues, and gets the sources as they are.
        stack: whose end is the end of the temporary folder.

    Raises:
        WorkspaceError: there is no such book, or a file cannot be read.
    """
    read = manuscript.read(workspace, name)
    book = _name_only(workspace, name) if read.value is None else read.value.book
    held = catalogs.read(workspace, book, language)
    if held.value is None:
        return Outcome(None, held.diagnostics)
    if language == book.language or (read.value is not None and _in_step(read.value, held.value)):
        return Outcome(workspace)
    followers = _followers(book, held.value)
    found = _find(workspace, book, followers)
    if found is None:
        return Outcome(None, tuple(_lost(one) for one in followers if not _unchanged(workspace, one)))
    commit, odd = found
    laid_over, errors = _overlay(workspace, odd)
    if errors:
        return Outcome(None, errors)
    laid_over |= _catalogs(workspace, book, language)
    return Outcome(stack.enter_context(revisions.unpack(workspace, commit, laid_over)))


def _name_only(workspace: Workspace, name: str) -> Book:
    """Give a book of which no more than its folder can be read now: its catalogues are found by its name."""
    folder = f"{workspace.settings.sources}/{name}"
    language = workspace.settings.source_language
    return Book(name, folder, language, Metadata(""), None, {}, workspace.settings.trim, "", (), {})


def _in_step(text: Manuscript, held: Sequence[Catalog]) -> bool:
    """Whether the sources as they are fit every catalogue, and have no chapter without one."""
    live = {catalog.chapter: catalog for catalog in held if catalog.live()}
    wanted = {one.chapter: one for one in text.templates if one.messages}
    if not live:
        return True
    return live.keys() == wanted.keys() and all(_stands_by(live[chapter], one) for chapter, one in wanted.items())


def _stands_by(catalog: Catalog, one: Template) -> bool:
    """Whether a catalogue follows the source that a template was made of, or has the same messages."""
    followed = header.revision(catalog.header)
    same = followed is not None and one.revision is not None and followed.blob == one.revision.blob
    return same or frozenset(catalog.live()) == _keys(one)


def _keys(one: Template) -> frozenset[Key]:
    return frozenset(message.key for message in one.messages)


def _followers(book: Book, held: Sequence[Catalog]) -> list[_Follower]:
    """Say what the source of each catalogue must have; one of nothing but obsolete entries has none."""
    paths = {file.name: file.path for file in book.files} | {metadata.CHAPTER: book.configuration}
    found = []
    for catalog in held:
        keys = frozenset(catalog.live())
        revision = header.revision(catalog.header)
        path = paths.get(catalog.chapter) or f"{book.folder}/{catalog.chapter}.md"
        if keys:
            found.append(_Follower(catalog, path, revision.blob if revision else "", keys))
    return found


def _unchanged(workspace: Workspace, follower: _Follower) -> bool:
    """Whether the source of a catalogue is now what it follows."""
    data = files.read(workspace.root / follower.path)
    if data is None:
        return False
    if git.content_name(workspace.root, follower.path, data) == follower.blob:
        return True
    return follower.catalog.chapter != metadata.CHAPTER and _stands(follower, data)


def _find(workspace: Workspace, book: Book, followers: list[_Follower]) -> tuple[Commit, tuple[_Follower, ...]] | None:
    """Find the newest commit that fits every catalogue, or else most of them, with those that it does not fit."""
    best: tuple[Commit, tuple[_Follower, ...]] | None = None
    for commit in revisions.commits(workspace, book.folder):
        tree = revisions.tree(workspace, commit, book.folder)
        odd = tuple(follower for follower in followers if not _fits(workspace, follower, tree.get(follower.path)))
        if best is None or len(odd) < len(best[1]):
            best = commit, odd
        if not odd:
            break
    return best


def _fits(workspace: Workspace, follower: _Follower, blob: str | None) -> bool:
    """Whether a content of a source is what a catalogue follows, or has the same messages."""
    if blob is None:
        return False
    if blob not in follower.known:
        follower.known[blob] = blob == follower.blob or _same(workspace, follower, blob)
    return follower.known[blob]


def _same(workspace: Workspace, follower: _Follower, blob: str) -> bool:
    data = revisions.content(workspace, blob)
    if data is None:
        return False
    if follower.catalog.chapter == metadata.CHAPTER:
        own = revisions.content(workspace, follower.blob) if follower.blob else None
        return own is None or _of_readers(own) == _of_readers(data)
    return _stands(follower, data)


def _of_readers(data: bytes) -> Mapping[str, Any] | None:
    """Take from a `book.toml` what its messages are made of, and which sections the book has."""
    try:
        table = tomllib.loads(data.decode("utf-8", "replace"))
    except tomllib.TOMLDecodeError:
        return None
    return {key: table.get(key) for key in (*metadata.KEYS, *_SECTIONS)}


def _overlay(workspace: Workspace, odd: Sequence[_Follower]) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """Give the chapters that a commit has otherwise as their catalogues have them, or say which git does not have."""
    laid_over: dict[str, bytes] = {}
    errors: list[Diagnostic] = []
    for follower in odd:
        now = files.read(workspace.root / follower.path)
        data = revisions.content(workspace, follower.blob) if follower.blob else None
        if data is None and now is not None and _stands(follower, now):
            data = now
        if data is None:
            errors.append(_lost(follower))
        else:
            laid_over[follower.path] = data
    return laid_over, tuple(errors)


def _stands(follower: _Follower, data: bytes) -> bool:
    """Whether the text of a chapter has the messages of its catalogue."""
    read = reading.read(Source(follower.path, data.decode("utf-8", "replace").removeprefix("\ufeff"))).value
    return read is not None and _keys(template.build("", "", read.segments, follower.path)) == follower.keys


def _lost(follower: _Follower) -> Diagnostic:
    place = Span(follower.catalog.path, 1)
    if not follower.blob:
        return Diagnostic("C028", Severity.ERROR, _UNKNOWN, place, (_UPDATE,))
    message = f"git does not have the revision {follower.blob[:8]} of {follower.path}, which the catalogue follows"
    return Diagnostic("C029", Severity.ERROR, message, place, (_FETCH,))


def _catalogs(workspace: Workspace, book: Book, language: str) -> dict[str, bytes]:
    """Give the files of a language as they are, for the temporary folder."""
    paths = [catalog.path for catalog in catalogs.read(workspace, book, language).value or ()]
    paths += [catalogs.furniture_path(workspace, language), config.WORKSPACE_FILE]
    found = ((path, files.read(workspace.root / path)) for path in paths)
    return {path: data for path, data in found if data is not None}
