"""Catalogues lie where gettext looks for them, and a file that nobody changed is not written."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from translate_pub.catalog import alternatives, po
from translate_pub.catalog.header import HeaderFacts
from translate_pub.model.catalog import Catalog, Message, Template
from translate_pub.model.diagnostic import WorkspaceError
from translate_pub.model.workspace import Workspace
from translate_pub.workspace import catalogs, config, files
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


def test_a_translator_s_work_in_between_is_merged(workspace: Workspace) -> None:
    """What a translator saved while the tool worked is in the file beside what the tool wrote, and that is said."""
    catalogs.write(workspace, catalogs.between((), (made(workspace, "01-one", "A."),)))
    held = read(workspace)
    path = workspace.root / held[0].path
    path.write_bytes(path.read_bytes().replace(b'msgid "A."\nmsgstr ""\n', b'msgid "A."\nmsgstr "Um."\n'))
    said = catalogs.write(workspace, catalogs.between(held, (made(workspace, "01-one", "A.", "B."),)))
    assert [(found.code, str(found.span)) for found in said] == [("C032", held[0].path)]
    assert {entry.msgid: entry.msgstr for entry in read(workspace)[0].entries} == {"A.": "Um.", "B.": ""}


def test_two_translations_in_between_are_both_kept(workspace: Workspace) -> None:
    """Where the tool and a translator have translated one message, the translator's holds and the other is noted."""
    catalogs.write(workspace, catalogs.between((), (made(workspace, "01-one", "A."),)))
    held = read(workspace)
    path = workspace.root / held[0].path
    path.write_bytes(path.read_bytes().replace(b'msgid "A."\nmsgstr ""\n', b'msgid "A."\nmsgstr "Um."\n'))
    imported = replace(held[0], entries=tuple(entry.revise(msgstr="Uma.") for entry in held[0].entries))
    said = catalogs.write(workspace, catalogs.between(held, (imported,)))
    assert [found.code for found in said] == ["C032", "C030"]
    (entry,) = read(workspace)[0].entries
    assert (entry.msgstr, entry.fuzzy, alternatives.read(entry)) == ("Um.", True, ("Uma.",))


def test_a_file_made_in_between_is_merged(workspace: Workspace) -> None:
    """Two programs that make one catalogue at the same time make one with the work of both."""
    pending = catalogs.between((), (made(workspace, "01-one", "A.", "B."),))
    catalogs.write(workspace, catalogs.between((), (made(workspace, "01-one", "A.", "C."),)))
    assert [found.code for found in catalogs.write(workspace, pending)] == ["C032"]
    assert {entry.msgid for entry in read(workspace)[0].entries} == {"A.", "B.", "C."}


@pytest.mark.parametrize("now", [b"<<<<<<< ours\n", None])
def test_what_cannot_be_merged_is_left_alone(workspace: Workspace, now: bytes | None) -> None:
    """A catalogue that was damaged or removed while the tool worked stops the work and stays as it is."""
    catalogs.write(workspace, catalogs.between((), (made(workspace, "01-one", "A."),)))
    held = read(workspace)
    path = workspace.root / held[0].path
    if now is None:
        path.unlink()
    else:
        path.write_bytes(now)
    with pytest.raises(WorkspaceError, match=r"01-one\.po was changed"):
        catalogs.write(workspace, catalogs.between(held, (made(workspace, "01-one", "A.", "B."),)))
    assert files.read(path) == now


def test_other_files_are_never_merged(workspace: Workspace) -> None:
    """A file that is no catalogue, and was changed in the meantime, is left to whoever changed it."""
    (workspace.root / "a.pot").write_bytes(b"theirs")
    with pytest.raises(WorkspaceError, match="changed by another program"):
        catalogs.write(workspace, [Change("a.pot", b"old", b"new")])
    assert (workspace.root / "a.pot").read_bytes() == b"theirs"


def test_a_file_that_changes_all_the_time(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalogue that another program writes without end is given up, and keeps what that program wrote last."""
    catalogs.write(workspace, catalogs.between((), (made(workspace, "01-one", "A."),)))
    held = read(workspace)
    path = workspace.root / held[0].path
    rounds = iter(range(99))
    really = files.write

    def interfere(*given: Any, **named: Any) -> bool:  # noqa: ANN401  # whatever `files.write` takes
        path.write_bytes(path.read_bytes() + f'\nmsgid "{next(rounds)}"\nmsgstr "x"\n'.encode())
        return really(*given, **named)

    monkeypatch.setattr(files, "write", interfere)
    with pytest.raises(WorkspaceError, match="again and again"):
        catalogs.write(workspace, catalogs.between(held, (made(workspace, "01-one", "A.", "B."),)))
    assert len(read(workspace)[0].entries) == 1 + next(rounds)


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
