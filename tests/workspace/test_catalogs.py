"""Catalogues lie where gettext looks for them, and a file that nobody changed is not written."""

from __future__ import annotations

import datetime as dt

import pytest

from translate_pub.catalog import po
from translate_pub.catalog.header import HeaderFacts
from translate_pub.model.catalog import Catalog, Message, Template
from translate_pub.model.diagnostic import WorkspaceError
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import catalogs, config
from translate_pub.workspace.catalogs import Change

NOW = dt.datetime(2026, 11, 21, tzinfo=dt.UTC)


def made(workspace: Workspace, chapter: str, *texts: str) -> Catalog:
    """Make an untranslated catalogue."""
    template = Template("handbook", chapter, tuple(Message("", text) for text in texts))
    path = catalogs.catalog_path(workspace, "handbook", "pt-BR", chapter)
    return po.create(template, "pt-BR", HeaderFacts("texts"), path=path, now=NOW)


def read(workspace: Workspace) -> tuple[Catalog, ...]:
    """Read the catalogues of the book of the tests."""
    book = config.load_book(workspace, "handbook").value
    assert book is not None
    outcome = catalogs.read(workspace, book, "pt-BR")
    assert outcome.diagnostics == ()
    return outcome.value or ()


@pytest.mark.parametrize(
    ("language", "folder"), [("ur", "ur"), ("pt-BR", "pt_BR"), ("sr-Latn", "sr@latin"), ("zh-Hant-TW", "zh_TW@hant")]
)
def test_paths(workspace: Workspace, language: str, folder: str) -> None:
    """Folders are named as gettext names locales."""
    path = catalogs.catalog_path(workspace, "handbook", language, "01-one")
    assert path == f"locales/{folder}/LC_MESSAGES/handbook/01-one.po"
    assert catalogs.furniture_path(workspace, language) == f"locales/{folder}/LC_MESSAGES/furniture.po"


def test_template_paths(workspace: Workspace) -> None:
    """Templates lie in a folder of their own, with the furniture's beside the books'."""
    assert catalogs.template_path(workspace, "handbook", "01-one") == "locales/templates/handbook/01-one.pot"
    assert catalogs.furniture_template_path(workspace) == "locales/templates/furniture.pot"


def test_there_and_back(workspace: Workspace) -> None:
    """Catalogues that were written are read again as they were, and then nothing is left to write."""
    ours = (made(workspace, "01-one", "A paragraph."), made(workspace, "02-two", "Another."))
    changes = catalogs.between((), ours)
    assert [(change.path[-9:], change.before) for change in changes] == [("01-one.po", None), ("02-two.po", None)]
    catalogs.write(workspace, changes)
    assert [po.serialize(catalog) for catalog in read(workspace)] == [po.serialize(catalog) for catalog in ours]
    assert catalogs.between(read(workspace), ours) == ()


def test_one_that_is_gone_is_removed(workspace: Workspace) -> None:
    """A catalogue of which nothing is left is removed."""
    catalogs.write(workspace, catalogs.between((), (made(workspace, "01-one", "A."), made(workspace, "02-two", "B."))))
    held = read(workspace)
    catalogs.write(workspace, catalogs.between(held, held[:1]))
    assert [catalog.chapter for catalog in read(workspace)] == ["01-one"]


def test_a_translator_s_work_in_between_is_kept(workspace: Workspace) -> None:
    """A catalogue that a translator saved while the tool worked is left alone."""
    catalogs.write(workspace, catalogs.between((), (made(workspace, "01-one", "A."),)))
    held = read(workspace)
    path = workspace.root / held[0].path
    path.write_bytes(path.read_bytes().replace(b'msgstr ""\n', b'msgstr "Um."\n'))
    theirs = path.read_bytes()
    with pytest.raises(WorkspaceError, match="changed by another program"):
        catalogs.write(workspace, catalogs.between(held, (made(workspace, "01-one", "A.", "B."),)))
    assert path.read_bytes() == theirs


def test_a_refused_catalogue_leaves_no_value(workspace: Workspace) -> None:
    """With one catalogue refused there is no value, for what it holds would be missing from it."""
    catalogs.write(workspace, catalogs.between((), (made(workspace, "01-one", "A."), made(workspace, "02-two", "B."))))
    path = workspace.root / catalogs.catalog_path(workspace, "handbook", "pt-BR", "02-two")
    path.write_bytes(b"<<<<<<< ours\n" + path.read_bytes())
    book = config.load_book(workspace, "handbook").value
    assert book is not None
    outcome = catalogs.read(workspace, book, "pt-BR")
    assert outcome.value is None
    assert [found.span.path for found in outcome.diagnostics if found.span] == [
        catalogs.catalog_path(workspace, "handbook", "pt-BR", "02-two")
    ]


def test_changes(workspace: Workspace) -> None:
    """Files that hold what they should are no change; others are made, differ or go."""
    for name, data in (("same", b"1"), ("other", b"1"), ("old", b"1")):
        (workspace.root / name).write_bytes(data)
    wanted = {"same": b"1", "other": b"2", "new": b"3", "old": None, "never": None}
    pending = catalogs.changes(workspace, wanted)
    assert pending == (Change("new", None, b"3"), Change("old", b"1", None), Change("other", b"1", b"2"))
    catalogs.write(workspace, pending)
    assert catalogs.changes(workspace, wanted) == ()


def test_templates(workspace: Workspace) -> None:
    """The templates that a book has are found, whether or not it still has the chapter."""
    path = catalogs.template_path(workspace, "handbook", "gone")
    catalogs.write(workspace, [Change(path, None, b"")])
    assert catalogs.templates(workspace, "handbook") == (path,)


def test_furniture(workspace: Workspace) -> None:
    """The catalogue of a language's furniture is read where there is one."""
    assert catalogs.read_furniture(workspace, "ur") is None
    path = catalogs.furniture_path(workspace, "ur")
    catalogs.write(workspace, [Change(path, None, b'msgid ""\nmsgstr ""\n"Language: ur\\n"\n')])
    outcome = catalogs.read_furniture(workspace, "ur")
    assert outcome is not None
    assert outcome.value is not None
    assert outcome.value.chapter == "furniture"
