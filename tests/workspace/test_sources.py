"""Sources are read as text, in reading order, or it is said which cannot be."""

from __future__ import annotations

from translate_pub.model.book import Book
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import config, sources


def loaded(workspace: Workspace) -> Book:
    """Load the book of the tests."""
    book = config.load_book(workspace, "handbook").value
    assert book is not None
    return book


def test_reading_order(workspace: Workspace) -> None:
    """Sources come in the order of the book, with their text as it stands, without a byte order mark."""
    path = workspace.root / "source_texts/handbook/02-two.md"
    path.write_bytes(b"\xef\xbb\xbf# Tv\xc3\xa5\r\n")
    outcome = sources.read(workspace, loaded(workspace))
    assert [source.path.rsplit("/", 1)[-1] for source in outcome.value or ()] == ["01-one.md", "02-two.md"]
    assert (outcome.value or ())[1].text == "# Två\r\n"


def test_every_unreadable_source_is_found(workspace: Workspace) -> None:
    """A missing source and one that is no UTF-8 are both found in one run, with line and column."""
    book = loaded(workspace)
    folder = workspace.root / "source_texts/handbook"
    (folder / "01-one.md").unlink()
    (folder / "02-two.md").write_bytes("# Två\n\nÖrebro caf\u00e9 ".encode() + b"\xe9t\xe9\n")
    outcome = sources.read(workspace, book)
    assert outcome.value is None
    assert [(found.code, str(found.span)) for found in outcome.diagnostics] == [
        ("B008", "source_texts/handbook/01-one.md"),
        ("B017", "source_texts/handbook/02-two.md:3:13"),
    ]
