"""What an update is refused for: sources older than the catalogues, other rules of segmentation, lost work."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from translate_pub.catalog import accounting, alarm, header, losses, po
from translate_pub.catalog.losses import Evidence
from translate_pub.commands.manuscript import Manuscript
from translate_pub.model.catalog import Catalog
from translate_pub.model.diagnostic import Diagnostic, Severity, Span, has_error
from translate_pub.model.update import Update
from translate_pub.model.workspace import Workspace
from translate_pub.source.dialect import SEGMENTATION
from translate_pub.workspace import catalogs, files, revisions
from translate_pub.workspace.revisions import Pair, Step

_OLD = "the source is older than the catalogue that follows it"
_UP_TO_DATE = "bring the source up to date first: `git pull`, `git switch`, `git restore`"
_MEANT = "if the older text is meant, commit it, or go on with --accept-loss"


@dataclass(frozen=True, slots=True)
class Sources:
    """What there is to know of a book's sources for the alarm."""

    text: Manuscript
    steps: Mapping[Pair, Step]
    """Sources that git knows to be older than what a catalogue follows."""
    created: Mapping[Pair, dt.datetime]
    """When the template on disk was made, of other sources that differ from what a catalogue follows."""


def look(workspace: Workspace, text: Manuscript, every: Iterable[Catalog]) -> Sources:
    """Look what git and the templates on disk know of the sources that catalogues follow.

    Args:
        workspace: where they are.
        text: the book.
        every: its catalogues in all languages.
    """
    found = (_pair(text, catalog) for catalog in every)
    asked = {pair: chapter for chapter, pair in found if pair.followed not in {"", pair.stands}}
    steps = revisions.behind(workspace, asked)
    rest = {pair: chapter for pair, chapter in asked.items() if pair not in steps}
    return Sources(text, steps, dict(_created(workspace, text, rest)))


def _pair(text: Manuscript, catalog: Catalog) -> tuple[str, Pair]:
    """Hold what a catalogue follows against what its source is; empty names where either is not known."""
    blobs = {template.chapter: template.revision.blob for template in text.templates if template.revision}
    followed = header.revision(catalog.header)
    path, stands = text.paths().get(catalog.chapter, ""), blobs.get(catalog.chapter, "")
    return catalog.chapter, Pair(path, stands, followed.blob if followed and stands else "")


def _created(workspace: Workspace, text: Manuscript, pairs: Mapping[Pair, str]) -> Iterator[tuple[Pair, dt.datetime]]:
    """Find when the templates on disk were made, where they were made of the sources as they are."""
    for pair, chapter in pairs.items():
        path = catalogs.template_path(workspace, text.book.name, chapter)
        data = files.read(workspace.root / path)
        read = po.parse(data, path, "", text.book.name, chapter).value if data else None
        made_of, moment = (header.revision(read.header), header.created(read.header)) if read else (None, None)
        if made_of and moment and made_of.blob == pair.stands:
            yield pair, moment


def find(known: Sources, old: Sequence[Catalog], done: Update, *, accepted: bool) -> tuple[Diagnostic, ...]:
    """Find why an update of a book in a language is refused: an error says that it is.

    Args:
        known: of the sources.
        old: the catalogues as they are.
        done: what they would become.
        accepted: whether an older source, and lost work, are meant; they are warnings then.
    """
    first = _before(known, old, accepted=accepted)
    return first if has_error(first) else (*first, *_after(known.text, old, done, accepted=accepted))


def since(
    workspace: Workspace, known: Sources, revision: str, language: str, now: Sequence[Catalog]
) -> tuple[Diagnostic, ...]:
    """Find what the catalogues of a book in a language lost since a revision, whoever changed them.

    Raises:
        WorkspaceError: git knows no such revision.
        MachineError: there is no git.
    """
    book = known.text.book.name
    folder = PurePosixPath(catalogs.catalog_path(workspace, book, language, "")).parent
    then = revisions.folder(workspace, revision, str(folder))
    read = [po.parse(data, path, language, book, PurePosixPath(path).stem) for path, data in then.items()]
    held = [outcome.value for outcome in read if outcome.value is not None]
    lost = losses.find(held, now, _evidence(known.text))
    if not lost:
        return ()
    totals = (accounting.translated(held), accounting.translated(now))
    return (*alarm.diagnose(lost), alarm.refusal(language, book, lost, totals, revision))


def _evidence(text: Manuscript) -> Evidence:
    """Gather what is known of the book's source."""
    return losses.evidence(text.templates, [source.text for source in text.sources])


def _before(known: Sources, old: Sequence[Catalog], *, accepted: bool) -> tuple[Diagnostic, ...]:
    """Find why the catalogues may not be updated at all."""
    found: list[Diagnostic] = []
    for catalog in old:
        revision = header.revision(catalog.header)
        if revision is not None and revision.segmentation != SEGMENTATION:
            found.append(_segmented(catalog, revision.segmentation))
        why = _older(catalog, known)
        if why:
            severity = Severity.WARNING if accepted else Severity.ERROR
            found.append(Diagnostic("C025", severity, f"{_OLD}: {why}", Span(catalog.path, 1), (_UP_TO_DATE, _MEANT)))
    return tuple(found)


def _older(catalog: Catalog, known: Sources) -> str | None:
    """Say how a source is older than its catalogue; None where it is not known to be."""
    _, pair = _pair(known.text, catalog)
    step = known.steps.get(pair)
    if step:
        return f"{pair.path} is that of commit {step.stands}, the catalogue follows commit {step.followed}"
    made, follows = known.created.get(pair), header.created(catalog.header)
    if made is None or follows is None or made >= follows:
        return None
    return f"{pair.path} is what the template of {header.stamp(made)} was made of, this follows {header.stamp(follows)}"


def _segmented(catalog: Catalog, version: int) -> Diagnostic:
    if version > SEGMENTATION:
        message = f"a newer version of translate-pub made the catalogue (segmentation {version}, not {SEGMENTATION})"
        return Diagnostic("C026", Severity.ERROR, message, Span(catalog.path, 1), ("upgrade translate-pub",))
    message = f"an older version of translate-pub made the catalogue (segmentation {version}, not {SEGMENTATION})"
    hint = f"carry the translations over: translate-pub migrate {catalog.book} --lang {catalog.language}"
    return Diagnostic("C027", Severity.ERROR, message, Span(catalog.path, 1), (hint,))


def _after(text: Manuscript, old: Sequence[Catalog], done: Update, *, accepted: bool) -> tuple[Diagnostic, ...]:
    """Find what an update would lose; the last of the findings refuses it, unless the loss is accepted."""
    if not done.changed:
        return ()
    lost = losses.find(old, done.catalogs, _evidence(text))
    if not lost:
        return ()
    found = alarm.diagnose(lost, accepted=accepted)
    return found if accepted else (*found, alarm.refusal(done.language, text.book.name, lost, done.words))
