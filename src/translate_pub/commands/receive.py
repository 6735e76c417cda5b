"""`receive`: catalogues that a translator sends back, merged message by message."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from translate_pub.catalog import header, po, postmark, words
from translate_pub.catalog.merging import findings
from translate_pub.catalog.merging.three_way import merge
from translate_pub.catalog.postmark import Postmark
from translate_pub.commands import selection
from translate_pub.model.catalog import Catalog, Entry
from translate_pub.model.diagnostic import Diagnostic, Severity, Span, has_error
from translate_pub.model.excerpt import excerpt
from translate_pub.model.language import locale_name
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import catalogs, config, packets
from translate_pub.workspace.catalogs import Change


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of one file."""

    name: str
    """Of the file, as it came."""
    path: str
    """The catalogue that it was merged into, relative to the workspace's root."""
    taken: int
    """Messages whose entry is new or another than before."""
    gained: int
    """Words of the source that are translated now and were not."""
    clashes: int
    """Messages that were translated here too, in the meantime: both translations are kept."""


@dataclass(frozen=True, slots=True)
class Received:
    """What became of all files."""

    receipts: tuple[Receipt, ...]
    changes: tuple[Change, ...]
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether a file could not be merged, or not all of it read."""
        return has_error(self.diagnostics)


@dataclass(slots=True)
class _Desk:
    """The catalogues of the workspace while files are merged into them one after the other."""

    workspace: Workspace
    before: dict[str, Catalog] = field(default_factory=dict)
    """Path -> catalogue as it was read."""
    now: dict[str, Catalog] = field(default_factory=dict)
    found: list[Diagnostic] = field(default_factory=list)
    languages: set[str] = field(default_factory=set)
    """Those of which everything has been read."""

    def load(self, language: str) -> None:
        """Read every catalogue of a language, once."""
        if language in self.languages:
            return
        self.languages.add(language)
        for name in selection.books(self.workspace):
            book = config.load_book(self.workspace, name).value
            read = catalogs.read(self.workspace, book, language) if book else None
            self.found += read.diagnostics if read else ()
            for catalog in (read.value or ()) if read else ():
                self.before[catalog.path] = self.now[catalog.path] = catalog


def run(workspace: Workspace, paths: Sequence[Path], *, language: str = "", check: bool = False) -> Received:
    """Merge what came back into the catalogues that it was made from.

    Which one that is, a file's postmark says, whatever its name; a file without one goes where most of its messages
    are. What was sent is the base of the merge, so that a file of weeks ago takes nothing back that was done since.

    Args:
        workspace: where the catalogues are.
        paths: PO files, and zip files with some in them.
        language: the language of files that do not tell it.
        check: write nothing.

    Raises:
        WorkspaceError: a file is not there or cannot be unpacked; or a catalogue cannot be written.
    """
    desk = _Desk(workspace)
    arrived = [file for path in paths for file in packets.unpack(path)]
    receipts = tuple(receipt for name, data in arrived for receipt in _receive(desk, name, data, language))
    changes = catalogs.between(desk.before.values(), desk.now.values())
    if not check:
        desk.found += catalogs.write(workspace, changes)
    return Received(receipts, changes, tuple(dict.fromkeys(desk.found)))


def _receive(desk: _Desk, name: str, data: bytes, language: str) -> Iterator[Receipt]:
    """Merge one file; nothing is given where that cannot be done, and the finding says why."""
    read = po.parse(data, name, language=language or "und", book="", chapter="")
    desk.found += read.diagnostics
    if read.value is None:
        return
    mark = postmark.read(read.value)
    ours = _addressee(desk, read.value, mark, language)
    if ours is None:
        desk.found.append(_stray(read.value, name))
        return
    base = _base(desk, mark, ours, name)
    theirs, emptied = _refilled(postmark.remove(read.value), base or ours)
    merged = merge(base, ours, theirs)
    desk.now[ours.path] = _in_our_dress(merged.catalog, ours)
    desk.found += [_emptied(entry, name) for entry in emptied]
    desk.found += findings.rivals(merged, po.serialize(merged.catalog), ours.path)
    gained = _translated(merged.catalog) - _translated(ours)
    yield Receipt(name, ours.path, len(merged.taken), gained, len(merged.clashes))


def _addressee(desk: _Desk, theirs: Catalog, mark: Postmark | None, language: str) -> Catalog | None:
    """Find the catalogue that a file was made from, as it stands now."""
    tongues = [mark.language] if mark else _languages(desk.workspace, theirs, language)
    for tongue in tongues:
        if tongue in desk.workspace.settings.languages:
            desk.load(tongue)
    known = [catalog for catalog in desk.now.values() if catalog.language in tongues]
    if mark:
        return next((one for one in known if (one.book, one.chapter) == (mark.book, mark.chapter)), None)
    return postmark.likeliest(theirs, known)


def _languages(workspace: Workspace, theirs: Catalog, language: str) -> list[str]:
    """Return the languages that a file without a postmark may be in."""
    if language:
        return [language]
    told = header.field(theirs.header, "Language").replace("-", "_")
    return [one for one in workspace.settings.languages if locale_name(one) == told]


def _base(desk: _Desk, mark: Postmark | None, ours: Catalog, name: str) -> Catalog | None:
    """Return what the file was made from."""
    data = packets.kept(desk.workspace, mark.base) if mark else None
    if data is None:
        hint = "where a message is translated differently there and here, both translations are kept"
        message = f"what {name} was made from is not known here: it is merged without it"
        desk.found.append(Diagnostic("C031", Severity.NOTE, message, Span(ours.path), (hint,)))
        return None
    return po.parse(data, ours.path, ours.language, ours.book, ours.chapter).value


def _refilled(theirs: Catalog, base: Catalog) -> tuple[Catalog, list[Entry]]:
    """Give back what a file should have from what was sent, and list the translations among it.

    To empty a field is mostly a slip; and comments from the source are the source's, however an editor wraps them.
    """
    held = base.live()
    lost = [entry for entry in theirs.entries if not entry.msgstr and entry.key in held and held[entry.key].msgstr]
    keys = {entry.key for entry in lost}
    entries = (
        _sourced(held[one.key], one, emptied=one.key in keys) if one.key in held else one for one in theirs.entries
    )
    return replace(theirs, entries=tuple(entries)), lost


def _sourced(sent: Entry, back: Entry, *, emptied: bool) -> Entry:
    return sent if emptied else back.revise(extracted=sent.extracted, references=sent.references)


def _in_our_dress(merged: Catalog, ours: Catalog) -> Catalog:
    """Keep the bytes of every entry that says what it said: how an editor wraps its lines is no translator's work."""
    held = {entry.key: entry for entry in ours.entries}
    return replace(merged, entries=tuple(held[one.key] if held.get(one.key) == one else one for one in merged.entries))


def _emptied(entry: Entry, name: str) -> Diagnostic:
    message = f"the translation of “{excerpt(entry.msgid)}” was emptied; the one that was sent is kept"
    hint = "if it is wrong, mark it fuzzy, or empty it here"
    return Diagnostic("C182", Severity.WARNING, message, Span(name, entry.line), (hint,))


def _stray(theirs: Catalog, name: str) -> Diagnostic:
    told = header.field(theirs.header, "Language")
    message = f"{name} belongs to no catalogue of this workspace: nothing of it was taken"
    hint = f"its header says that it is in {told}" if told else "its header names no language: name it with --lang"
    return Diagnostic(
        "C181", Severity.ERROR, message, Span(name), (hint, "half of its messages must be in a catalogue")
    )


def _translated(catalog: Catalog) -> int:
    return sum(words.count(entry.msgid) for entry in catalog.entries if entry.translated and not entry.obsolete)
