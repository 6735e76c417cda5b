"""Volumes, and what one edition alone has, as `book.toml` says."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate_pub.model.book import Book, Division, Extent, FolioRun, Matter, Role, Station, Volume
from translate_pub.source import metadata
from translate_pub.workspace import config, sources

VOLUMES = """\
title = "A Book"
chapters = ["01-one.md"]
contents = "all"
index = "volume"
folios = "restart"

[[parts]]
id = "two"
title = "Two"
chapters = ["02-two.md"]

[[front]]
role = "preface"
file = "preface.md"

[[back]]
role = "appendix"
file = "appendix.md"

[[volumes]]
title = "The *first* years"
chapters = ["01-one.md"]
back = ["appendix.md"]

[[volumes]]
title = "The last"
subtitle = "And the very last"
parts = ["two"]

[editions.ur]
front = [{ role = "foreword", file = "foreword-ur.md", after = "contents" }]
back = [{ role = "afterword", file = "afterword-ur.md", before = "appendix", volume = 1 }]
"""


@pytest.fixture
def book(root: Path) -> Book:
    """Give a book in two volumes, with two addenda in Urdu."""
    folder = root / "source_texts/handbook"
    (folder / "book.toml").write_text(VOLUMES)
    for name in ("foreword-ur", "afterword-ur"):
        (folder / f"{name}.md").write_text("# پیش لفظ\n")
    loaded = config.load_book(config.load_workspace(root), "handbook")
    assert loaded.diagnostics == ()
    assert loaded.value is not None
    return loaded.value


def test_sections_are_in_their_volumes(book: Book) -> None:
    """Files stand volume by volume, front matter of no volume in the first; the volumes are numbered."""
    assert [(file.name, file.volume) for file in book.files] == [
        ("preface", 1),
        ("01-one", 1),
        ("appendix", 1),
        ("02-two", 2),
    ]
    assert book.metadata.volumes == (Volume(1, "The *first* years"), Volume(2, "The last", "And the very last"))
    assert book.division == Division(Extent.ALL, Extent.VOLUME, FolioRun.RESTART)


def test_titles_of_volumes_are_translated(book: Book) -> None:
    """Translators are asked for them at their lines, and the translations come back."""
    asked = {segment.text: (segment.context, segment.line) for segment in metadata.segments(book)}
    assert asked["The *first* years"] == ("volume title", 21)
    assert asked["And the very last"] == ("volume subtitle", 27)
    translated = metadata.apply(book.metadata, {("volume title", "The last"): "آخری"}.get)
    assert [volume.title for volume in translated.volumes] == ["The *first* years", "آخری"]


def test_an_addendum_is_of_one_edition(book: Book, root: Path) -> None:
    """It stands among the files of its edition in its volume, and among those of no other; nobody translates it."""
    names = [file.name for file in book.files]
    assert [file.name for file in book.files_of("sv")] == names
    urdu = book.files_of("ur")
    assert [file.name for file in urdu] == ["preface", "foreword-ur", "01-one", "appendix", "afterword-ur", "02-two"]
    foreword, afterword = (file for file in urdu if file.language)
    assert (foreword.role, foreword.matter, foreword.language) == (Role.FOREWORD, Matter.FRONT, "ur")
    assert (foreword.station, afterword.station) == (Station(Role.CONTENTS), Station(Role.APPENDIX, after=False))
    read = sources.read(config.load_workspace(root), book)
    assert [Path(source.path).stem for source in read.value or ()] == names


def test_back_matter_of_no_volume_is_in_the_last(root: Path) -> None:
    """An addendum at the back too; one in a volume that is not there is found."""
    folder = root / "source_texts/handbook"
    (folder / "afterword-ur.md").write_text("# بعد\n")
    one_volume = VOLUMES.replace('back = ["appendix.md"]\n', "").replace("volume = 1", "volume = 3")
    (folder / "book.toml").write_text(one_volume.replace("foreword-ur.md", "afterword-ur.md"))
    found = config.load_book(config.load_workspace(root), "handbook").diagnostics
    assert [one.code for one in found] == ["B010"]
    (folder / "foreword-ur.md").write_text("# پیش\n")
    (folder / "book.toml").write_text(one_volume)
    (found_now,) = config.load_book(config.load_workspace(root), "handbook").diagnostics
    assert (found_now.code, found_now.message) == ("B020", "editions.ur.back[1].volume is 3, and the book has 2")
    (folder / "book.toml").write_text(one_volume.replace(", volume = 3", ""))
    book = config.load_book(config.load_workspace(root), "handbook").value
    assert book is not None
    assert [(file.name, file.volume) for file in book.files_of("ur") if file.matter is Matter.BACK] == [
        ("appendix", 2),
        ("afterword-ur", 2),
    ]
