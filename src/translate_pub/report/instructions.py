"""The page that goes with catalogues to a translator without git: what is in the packet, and what to do with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from importlib import resources
from string import Template

from translate_pub.catalog.directions import direction
from translate_pub.report.names import bare_name
from translate_pub.report.words import count


@dataclass(frozen=True, slots=True)
class Packet:
    """What is in the zip file."""

    project: str
    book: str
    """The book's title."""
    language: str
    chapters: Sequence[tuple[str, int, int]]
    """(file, words, words left) of each."""
    glossary: str = ""
    """The glossary's file; empty where there is none, likewise the proof's."""
    proof: str = ""
    contact: str = ""
    """Whom to ask; may be empty."""


def write(packet: Packet) -> str:
    """Write the page as HTML that needs nothing else."""
    page = Template(resources.files(__package__).joinpath("instructions.html").read_text(encoding="utf-8"))
    questions = f"<p>Questions, and mistakes in the original: {escape(packet.contact)}</p>" if packet.contact else ""
    return page.substitute(
        book=escape(packet.book),
        tag=escape(packet.language),
        language=escape(bare_name(packet.language)),
        direction=direction(packet.language),
        rows="\n".join(_rows(packet)),
        contact=questions,
        project=escape(packet.project),
    )


def _rows(packet: Packet) -> Iterator[str]:
    """Give a row for each file of the packet."""
    for file, words, left in packet.chapters:
        yield _row(file, f"{count(words, 'word')}, {f'{left:,} of them to do' if left else 'all translated'}")
    if packet.proof:
        yield _row(packet.proof, "the book page by page as it is now, with what is not translated yet marked")
    if packet.glossary:
        yield _row(packet.glossary, "how terms and names are translated throughout the book")


def _row(file: str, meaning: str) -> str:
    return f"<tr><td><code>{escape(file)}</code></td><td>{meaning}</td></tr>"
