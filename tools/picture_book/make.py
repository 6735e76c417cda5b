"""Write the workspace of the book of pictures: sources, images, rights, and the catalogues of Urdu, complete."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tools.picture_book import images, texts
from translate_pub.catalog import po
from translate_pub.commands import update
from translate_pub.workspace import discovery

BOOK = "pictures"
_TRIM_MM, _BLEED_MM = (148, 210), 5
_IN_CHAPTER = 5
"""Pictures of a chapter: two drawings, two photographs, a plate."""
_SIGNATURE = 16
_BOOK_TOML = """\
title = "{title}"
subtitle = "Pictures of a valley"
short_title = "The River"
publisher = "Lantern Street Press"
place = "London"
year = 2027
trim = "A5"
contents = "{contents}"
folios = "{folios}"

[[contributors]]
name = "The Circle"
role = "author"

[[front]]
role = "preface"
file = "preface.md"

[[parts]]
id = "upper"
title = "The upper bank"
chapters = [{first}]

[[parts]]
id = "lower"
title = "The lower bank"
chapters = [{second}]

[[inserts]]
file = "plates-upper.md"
after = {after}

[[inserts]]
file = "plates-lower.md"
after_signature = 1
signature = {signature}
volume = 2

[[volumes]]
title = "The *upper* town"
subtitle = "Streets and hills"
parts = ["upper"]

[[volumes]]
title = "The lower town"
subtitle = "Evenings"
parts = ["lower"]

[isbn]
set = "978-0-00-000010-1"
volumes = [{{ paperback = "978-0-00-000018-7" }}, {{ paperback = "978-0-00-000019-4" }}]

[editions.ur]
front = [{{ role = "foreword", file = "foreword-ur.md", after = "illustrations" }}]
"""
_FIGURES_TOML = """\
[[pictures]]
file = "images/street-*.svg"
credit = "Drawing: the Circle"
licence = "CC0"

[[pictures]]
file = "images/plate-*.jpg"
credit = "The Circle's own plate"
licence = "CC BY 4.0"
"""
_FOREWORD = """\
# مترجم کا پیش لفظ

یہ کتاب اردو میں پہلی بار چھپ رہی ہے، اور یہ صفحات صرف اردو اشاعت میں ہیں۔ پہلی تصویر صفحہ [](page:street-1) پر ہے۔
"""


@dataclass(frozen=True, slots=True)
class Plan:
    """How many pictures stand where."""

    pictures: int
    contents: str = "volume"
    folios: str = "continuous"
    paragraphs: int = 6
    """Of a chapter, between its pictures."""

    @property
    def inserted(self) -> int:
        """The plates of each of the two inserts."""
        return max(4, self.pictures // 20)

    @property
    def chapters(self) -> list[int]:
        """The pictures of each chapter."""
        left = self.pictures - 2 * self.inserted
        whole, rest = divmod(left, _IN_CHAPTER)
        return [_IN_CHAPTER] * whole + ([rest] if rest else [])


def make(folder: Path, plan: Plan) -> None:
    """Make the workspace in an empty folder, with the Urdu catalogues translated in full."""
    book = folder / "source_texts" / BOOK
    (book / "images").mkdir(parents=True)
    (folder / "translate-pub.toml").write_text('source_language = "en"\nlanguages = ["ur"]\n', "utf-8")
    chapters = list(_chapters(plan, book))
    names = [f'"{number:02}-street.md"' for number in range(1, len(chapters) + 1)]
    half = (len(names) + 1) // 2
    for name, text in zip(names, chapters, strict=True):
        (book / name.strip('"')).write_text(text, "utf-8")
    (book / "plates-upper.md").write_text(_insert(plan, book, 1), "utf-8")
    (book / "plates-lower.md").write_text(_insert(plan, book, 2), "utf-8")
    (book / "preface.md").write_text(f"# Preface\n\n{texts.PARAGRAPHS[1]}\n", "utf-8")
    (book / "foreword-ur.md").write_text(_FOREWORD, "utf-8")
    (book / "figures.toml").write_text(_FIGURES_TOML, "utf-8")
    written = _BOOK_TOML.format(
        title=texts.WORDS["title"],
        contents=plan.contents,
        folios=plan.folios,
        first=", ".join(names[:half]),
        second=", ".join(names[half:]),
        after=names[half - 1],
        signature=_SIGNATURE,
    )
    (book / "book.toml").write_text(written, "utf-8")
    update.run(discovery.find(folder))
    for path in sorted((folder / "locales" / "ur").rglob(f"{BOOK}/*.po")):
        _translate(path)


def _chapters(plan: Plan, book: Path) -> Iterator[str]:
    """Write the chapters with their images; the second half refers to the first, and the first to the second."""
    counts = plan.chapters
    for number, count in enumerate(counts, start=1):
        blocks = [f"# {texts.WORDS['chapter'].format(n=number)}"]
        for place in range(max(plan.paragraphs, count)):
            blocks.append(texts.PARAGRAPHS[(number + place) % len(texts.PARAGRAPHS)])
            if place < count:
                blocks += _picture(book, number, place)
        far = (number - 1 + len(counts) // 2) % len(counts) + 1
        blocks.append(texts.WORDS["see"].replace("{id}", "{}").format(*_pair(far), *_pair(number)))
        yield "\n\n".join(blocks) + "\n"


def _pair(chapter: int) -> Sequence[str]:
    return (f"street-{chapter}",) * 2


def _picture(book: Path, chapter: int, place: int) -> list[str]:
    """Write one of a chapter's pictures: drawing, photograph, drawing, photograph, plate."""
    number = (chapter - 1) * _IN_CHAPTER + place
    if place == _IN_CHAPTER - 1:
        return _plate(book, number, ".plate")
    if place % 2:
        name = f"hills-{number}.jpg"
        (book / "images" / name).write_bytes(images.photograph(number, 112, 72))
        keys = 'credit="Photograph: the Circle" licence="CC BY 4.0"'
        return [
            f"![Hills under the sun](images/{name}){{{keys}}}",
            _caption(texts.WORDS["hills"].format(n=1800 + number)),
        ]
    name = f"street-{number}.svg"
    (book / "images" / name).write_text(images.drawing(number), "utf-8")
    anchor = f"{{#street-{chapter}}}" if place == 0 else ""
    return [f"![Houses by a river](images/{name}){anchor}", _caption(texts.WORDS["street"].format(n=number + 1))]


def _plate(book: Path, number: int, classes: str) -> list[str]:
    width, height = (side + 2 * _BLEED_MM for side in _TRIM_MM)
    name = f"plate-{number}.jpg"
    (book / "images" / name).write_bytes(images.photograph(number, width, height))
    return [
        f"![A valley in the evening](images/{name}){{{classes}}}",
        _caption(texts.WORDS["evening"].format(n=number + 1)),
    ]


def _caption(text: str) -> str:
    return f"{text}\n{{: .caption }}"


def _insert(plan: Plan, book: Path, which: int) -> str:
    """Write the plates of an insert, of rectos and versos in turn; the first insert has a heading."""
    first = len(plan.chapters) * _IN_CHAPTER + (which - 1) * plan.inserted
    blocks = ["# Plates of the upper town"] if which == 1 else []
    for number in range(first, first + plan.inserted):
        blocks += _plate(book, number, ".plate .verso" if number % 2 else ".plate")
    return "\n\n".join(blocks) + "\n"


def _translate(path: Path) -> None:
    """Fill a catalogue."""
    read = po.parse(path.read_bytes(), path.name, "ur", BOOK, path.stem).value
    if read is None:
        message = f"{path} is no catalogue"
        raise ValueError(message)
    entries = tuple(entry.revise(msgstr=texts.urdu(entry.msgid), flags=()) for entry in read.entries)
    path.write_bytes(po.serialize(replace(read, entries=entries)))
