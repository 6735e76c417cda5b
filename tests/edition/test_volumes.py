"""Volumes: their leaves, contents of one or of all, references from one into another, and addenda."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.edition.shelf import METADATA, Shelf, settings
from translate_pub.edition import furniture, html, themes, titles
from translate_pub.edition.languages import style
from translate_pub.model.book import Division, Extent, FolioRun, Metadata, Part, Role, Station, Volume
from translate_pub.model.edition import ChapterHtml

TITLED = replace(
    METADATA,
    title="A *great* Book",
    short_title="Book",
    volumes=(Volume(1, "Dawn"), Volume(2, "The *long* day", "And evening")),
    parts=(Part("p", "1917. The Year"),),
)
TEXTS = {
    "preface": "# Preface\n",
    "01": (
        "# One\n\nSee [](page:two), p. [](page:two), page [](page:two); [there](#two), page [](page:one).\n\n"
        "## Here {#one}\n"
    ),
    "02": "# Two {#two}\n\nSee [](page:one).\n",
    "appendix": "# Appendix\n",
}
VOLUMES = {"preface": 1, "01": 1, "02": 2, "appendix": 2}


def shelf(metadata: Metadata = TITLED, **changes: object) -> Shelf:
    """Give a book in two volumes."""
    made = Shelf(TEXTS, metadata=metadata, **changes)
    files = tuple(
        replace(file, volume=VOLUMES[file.name], part="p" if file.name == "02" else None) for file in made.book.files
    )
    made.book = replace(made.book, files=tuple(sorted(files, key=lambda file: file.volume)))
    return made


def render(book: Shelf, language: str = "en") -> tuple[ChapterHtml, ...]:
    """Render it."""
    return book.render(language).value or ()


def text(section: ChapterHtml) -> str:
    """Give the words of a section."""
    return " ".join(re.sub(r"<[^>]*>", " ", section.html.partition("<body")[2].partition(">")[2]).split())


def test_every_volume_has_its_leaves() -> None:
    """Half-title, title page, imprint and contents stand in each, with names and ids of their own."""
    sections = render(shelf())
    assert [(one.name, one.volume) for one in sections] == [
        ("half-title", 1),
        ("title-page", 1),
        ("imprint", 1),
        ("contents", 1),
        ("preface", 1),
        ("01", 1),
        ("half-title-volume-2", 2),
        ("title-page-volume-2", 2),
        ("imprint-volume-2", 2),
        ("contents-volume-2", 2),
        ("part--p", 2),
        ("02", 2),
        ("appendix", 2),
    ]
    ids = re.findall(r' id="([^"]+)"', "".join(one.html for one in sections))
    assert len(ids) == len(set(ids))


def test_title_pages_name_the_volume() -> None:
    """Number, title and subtitle stand on the title page; emphasis is set, and a year begins no list."""
    sections = {one.name: one for one in render(shelf())}
    page = sections["title-page-volume-2"].html
    assert '<p class="title">A <em>great</em> Book</p>' in page
    assert '<p class="volume">Volume 2</p><p class="volume-title">The <em>long</em> day</p>' in page
    assert '<p class="volume-subtitle">And evening</p>' in page
    assert "Volume 1 Dawn" in text(sections["half-title"])
    assert 'id="part--p">1917. The Year</h1>' in sections["part--p"].html
    assert sections["02"].html.count('data-book="Book, volume 2"') == 1


def test_contents_of_one_volume_or_of_all() -> None:
    """Those of all have the volumes' titles above their chapters, in each volume alike."""
    own = {one.name: text(one) for one in render(shelf())}
    assert own["contents-volume-2"] == "Contents Part 1 1917. The Year 188 2 Two 188 Appendix 188"
    every = {one.name: text(one) for one in render(shelf(division=Division(Extent.ALL)))}
    assert every["contents"] == every["contents-volume-2"]
    assert every["contents"] == (
        "Contents Volume 1 Dawn Preface viii 1 One 188 Volume 2 The long day Part 1 1917. The Year 188 2 Two 188 "
        "Appendix 188"
    )


def test_an_index_is_listed_with_its_own_volume() -> None:
    """Where the contents are those of all volumes, the first one's index does not stand below the second's chapters."""
    marked = {"01": "# One {#one}\n\n[Fog](index:)\n", "02": "# Two {#two}\n\n[Quay](index:)\n"}
    division = Division(contents=Extent.ALL, index=Extent.VOLUME)
    book = Shelf(marked, metadata=TITLED)
    files = tuple(replace(file, volume=VOLUMES[file.name]) for file in book.book.files)
    book.book = replace(book.book, files=files, division=division)
    first, second = (text(one) for one in render(book) if one.role is Role.CONTENTS)
    assert first.index("Index") < first.index("Volume 2")
    assert second.rindex("Index") > second.index("Two")
    assert [listed.count("Index") for listed in (first, second)] == [2, 2], (
        "each volume's index, in the contents of all"
    )


def test_folios_go_on_or_begin_anew() -> None:
    """What the book asks for is said of every section."""
    assert all(one.folios_go_on for one in render(shelf()))
    anew = render(shelf(division=Division(folios=FolioRun.RESTART)))
    assert not any(one.folios_go_on for one in anew)


def test_pages_of_another_volume_are_told_with_it() -> None:
    """In a sentence without a word for page, in the place of its abbreviation, and behind the word itself."""
    sections = {one.name: one for one in render(shelf())}
    assert "See vol. 2, p. 188 , vol. 2, p. 188 , page 188 (vol. 2) ; there , page 188 ." in text(sections["01"])
    assert sections["01"].html.count('<span data-page="two">188</span>') == 3
    assert "See vol. 1, p. 188 ." in text(sections["02"])


@pytest.mark.parametrize(
    ("language", "source", "wanted"),
    [
        ("de", "s. S. [](page:two), Seite [](page:two)", "s. Bd. 2, S. 188 , Seite 188 (Bd. 2)"),
        ("es", "véase [](page:two), página [](page:two)", "véase t. 2, p. 188 , página 188 (t. 2)"),
        ("fr", "voir [](page:two), (p. [](page:two))", "voir t. 2, p. 188 , ( t. 2, p. 188 )"),
        ("sv", "se s. [](page:two), sidan [](page:two)", "se bd 2, s. 188 , sidan 188 (bd 2)"),
        ("ur", "[](page:two)، صفحہ [](page:two)", "جلد ۲، ص ۱۸۸ ، صفحہ ۱۸۸ (جلد ۲)"),
    ],
)
def test_every_language_has_its_words_for_volumes(language: str, source: str, wanted: str) -> None:
    """References into another volume are written in the language of the edition."""
    book = shelf(language=language)
    book.sources = tuple(
        replace(one, text=f"# One\n\n{source}.\n") if one.path.endswith("/01.md") else one for one in book.sources
    )
    found = next(text(one) for one in render(book, language) if one.name == "01")
    assert wanted in found.replace("ٔ", "")


def test_an_addendum_stands_where_it_is_put() -> None:
    """Behind a leaf that the tool makes, or before a section of a file; the contents have it in its place."""
    made = shelf()
    foreword = replace(made.book.files[0], path="source_texts/b/ord.md", role=Role.FOREWORD, language="sv")
    files = (
        replace(foreword, station=Station(Role.IMPRINT)),
        replace(foreword, path="source_texts/b/ord2.md", station=Station(Role.IMPRINT)),
        replace(foreword, path="source_texts/b/ord3.md", station=Station(Role.PREFACE, after=False)),
    )
    made.book = replace(made.book, editions=settings("sv", addenda=files))
    own = tuple(replace(made.sources[0], path=file.path, text=f"# Ord {file.name}\n\nEtt ord.\n") for file in files)
    made.sources = (*made.sources, *own)
    sections = render(made, "sv")
    assert [one.name for one in sections][2:8] == ["imprint", "ord", "ord2", "contents", "ord3", "preface"]
    contents = next(text(one) for one in sections if one.name == "contents")
    assert contents.startswith("Innehåll Ord ord viii Ord ord2 viii Ord ord3 viii Preface viii")
    assert "untranslated" not in next(one.html for one in sections if one.name == "ord")
    assert "ord" not in [one.name for one in render(made, "en")]


def test_titles_are_read_as_headings() -> None:
    """Signs that begin a block elsewhere are text; emphasis, quotation marks and apostrophes are set."""
    english = style("en")
    assert titles.html("1917. A *Year*", english) == "1917. A <em>Year</em>"
    assert titles.html('- What\'s "new" in C#', english) == "- What’s “new” in C#"
    assert titles.html("A < B & C", english) == "A &lt; B &amp; C"
    assert titles.plain("The *first* years", english) == "The first years"
    assert titles.html("", english) == ""


def test_a_book_in_one_volume_says_nothing_of_volumes() -> None:
    """Neither on its leaves nor in its running heads."""
    whole = shelf(replace(TITLED, volumes=()))
    whole.book = replace(whole.book, files=tuple(replace(file, volume=1) for file in whole.book.files))
    edition = whole.translate().value
    assert edition is not None
    sections = html.render(edition, furniture.load("en"), themes.load(whole.book, "en")).value or ()
    assert "olume" not in "".join(one.html for one in sections)
