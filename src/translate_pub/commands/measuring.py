"""One chapter measured in many languages, its catalogues counted without reading them in full where possible."""

from __future__ import annotations

from translate_pub.catalog import po, pot
from translate_pub.catalog.tally import Tally
from translate_pub.checks import progress
from translate_pub.commands.measurement import Job, Measured
from translate_pub.model.catalog import Template
from translate_pub.model.diagnostic import Outcome
from translate_pub.model.progress import Tallied
from translate_pub.source import segmentation
from translate_pub.workspace import files, git, sources


def measure(job: Job) -> Measured:
    """Measure a chapter.

    The messages are those of the source as it is now. Its template on disk is taken for them only where it says that it
    was made of these very bytes, by the rules of this version of the tool.

    Raises:
        WorkspaceError: a file is there and cannot be read.
    """
    read = _messages(job)
    if read.value is None:
        return Measured(None, read.diagnostics)
    counted = {language: _count(job, language, read.value) for language in job.languages}
    languages = {language: outcome for language, outcome in counted.items() if outcome is not None}
    return Measured(read.value.untranslated, read.diagnostics, languages)


def _messages(job: Job) -> Outcome[Tally]:
    """Find the messages that a chapter has now."""
    root = job.workspace.root
    made = _in_lines(files.read(root / job.template) or b"")
    told = pot.revision(made) if made else None
    if made and told and told.segmentation == segmentation.VERSION and not _has_credits(job):
        tally = Tally()
        source = files.read(root / job.source) or b""
        if told.blob in {git.blob_id(source), git.blob_id(_in_lines(source))} and tally.measure(made):
            return Outcome(tally)
    read = _template(job)
    if read.value is None:
        return Outcome(None, read.diagnostics)
    return Outcome(Tally(message.key for message in read.value.messages))


def _has_credits(job: Job) -> bool:
    """Whether a template is of metadata with credits of pictures, which stand in another file than it tells of."""
    return job.source == job.book.configuration and bool(job.book.metadata.pictures)


def _in_lines(data: bytes) -> bytes:
    """End lines as git stores them, where this machine has them otherwise."""
    return data.replace(b"\r\n", b"\n")


def _template(job: Job) -> Outcome[Template]:
    """Make the template of a chapter from its source."""
    from translate_pub.commands import manuscript  # noqa: PLC0415  # loads Markdown, which a template in step spares

    if job.source == job.book.configuration:
        return Outcome(manuscript.metadata_template(job.book, ""))
    text = sources.read_file(job.workspace, job.source)
    return manuscript.chapter_template(job.book.name, text.value) if text.value else Outcome(None, text.diagnostics)


def _count(job: Job, language: str, tally: Tally) -> Outcome[Tallied] | None:
    """Count one catalogue; None where there is none."""
    path = job.catalog(language)
    data = files.read(job.workspace.root / path)
    if data is None:
        return None
    counted = tally.count(data)
    if counted is not None:
        return Outcome(counted)
    read = po.parse(data, path, language, job.book.name, job.chapter)
    if read.value is None:
        return Outcome(None, read.diagnostics)
    template = Template(job.book.name, job.chapter, tally.messages)
    both = Tallied(progress.standing(read.value), progress.measure(read.value, template))
    return Outcome(both, read.diagnostics)
