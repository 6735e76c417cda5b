"""A workspace of any size, made up: books of Markdown, their templates, and catalogues that are partly done."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from translate_pub.catalog import po
from translate_pub.commands import update
from translate_pub.model.catalog import Catalog, Entry
from translate_pub.workspace import discovery

LANGUAGES = (
    "ur", "sv", "es", "de", "fr", "pl", "it", "nl", "pt-BR", "tr", "fi", "cs", "da", "nb", "hu", "ro", "uk", "el", "fa",
    "ar", "id", "vi", "hr", "sk", "sl", "et", "lv", "lt", "bg", "sq", "ca", "gl", "eu", "ga", "cy", "is", "mk", "sw",
    "af", "ms",
)  # fmt: skip
"""Languages of a workspace, in the order in which they are taken."""
_ONSETS = ("b", "br", "d", "f", "g", "gr", "k", "l", "m", "n", "p", "pl", "r", "s", "st", "t", "tr", "v")
_VOWELS = ("a", "e", "i", "o", "u", "ea", "ou")
_ARABIC = str.maketrans("abdefgiklmnoprstuv", "ابدہفگیکلمنوپرستُو")
_WIDTH = 76
_DONE = (0.95, 0.8, 0.6, 1.0, 0.4)
"""Share of the messages that is translated, by language in turn."""
_FUZZY, _OBSOLETE = 0.04, 0.03


@dataclass(frozen=True, slots=True)
class Size:
    """How large a workspace is to be."""

    books: int
    chapters: int
    """A book's."""
    languages: int
    messages: int
    """A chapter's."""


def size(catalogs: int, messages: int, languages: int = 10) -> Size:
    """Divide a number of catalogues, with so many messages together, over books of twenty chapters."""
    tongues = min(languages, len(LANGUAGES), catalogs)
    chapters = max(1, catalogs // tongues)
    books = max(1, round(chapters / 20))
    return Size(books, max(1, chapters // books), tongues, max(1, messages // catalogs))


def make(folder: Path, wanted: Size) -> None:
    """Make a workspace in an empty folder: sources first, then what `update` makes of them, then translations."""
    tongues = LANGUAGES[: wanted.languages]
    listed = ", ".join(f'"{tag}"' for tag in tongues)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "translate-pub.toml").write_text(f'source_language = "en"\nlanguages = [{listed}]\n')
    chance = random.Random(7)  # noqa: S311  # made-up text, the same each time
    words = tuple(dict.fromkeys(_word(chance) for _ in range(4000)))
    for number in range(wanted.books):
        _book(folder / "source_texts" / f"volume-{number + 1}", wanted, words, chance)
    update.run(discovery.find(folder))
    for place, tag in enumerate(tongues):
        for path in sorted((folder / "locales" / tag.replace("-", "_")).rglob("*.po")):
            _translate(path, tag, _DONE[place % len(_DONE)], wrapped=place % 2 == 1)


def _word(chance: random.Random) -> str:
    """Make a word up."""
    return "".join(chance.choice(_ONSETS) + chance.choice(_VOWELS) for _ in range(chance.randint(1, 3))) + "n"


def _book(folder: Path, wanted: Size, words: tuple[str, ...], chance: random.Random) -> None:
    """Write the Markdown of a book."""
    folder.mkdir(parents=True)
    names = [f"{number:02}-chapter.md" for number in range(1, wanted.chapters + 1)]
    chapters = ", ".join(f'"{name}"' for name in names)
    (folder / "book.toml").write_text(f'title = "{folder.name.title()}"\nchapters = [{chapters}]\n')
    for name in names:
        blocks = [f"# {_sentence(words, chance, 4)}"]
        while len(blocks) < wanted.messages:
            blocks.append(_block(words, chance))
        (folder / name).write_text("\n\n".join(blocks) + "\n")


def _block(words: tuple[str, ...], chance: random.Random) -> str:
    """Make up a paragraph, an item or a heading, in the proportions of a handbook."""
    dice = chance.random()
    if dice < 0.15:  # noqa: PLR2004  # a share
        return f"## {_sentence(words, chance, chance.randint(3, 8))}"
    if dice < 0.4:  # noqa: PLR2004  # a share
        return _sentence(words, chance, chance.randint(8, 22))
    return " ".join(_sentence(words, chance, chance.randint(10, 20)) for _ in range(chance.randint(3, 5)))


def _sentence(words: tuple[str, ...], chance: random.Random, length: int) -> str:
    """Make up a sentence, some with marks, quotation and names."""
    chosen = chance.choices(words, k=length)
    if length > 10:  # noqa: PLR2004  # headings stay plain
        chosen[2] = f"*{chosen[2]}*" if chance.random() < 0.2 else chosen[2]  # noqa: PLR2004  # a share
        chosen[5] = f'"{chosen[5]}",' if chance.random() < 0.2 else chosen[5]  # noqa: PLR2004  # a share
        chosen[7] = chosen[7].title() if chance.random() < 0.5 else f"{chance.randint(1870, 1940)}"  # noqa: PLR2004  # a share
    return " ".join(chosen).capitalize() + "."


def _translate(path: Path, tag: str, share: float, *, wrapped: bool) -> None:
    """Fill a catalogue as translators would have it by now."""
    read = po.parse(path.read_bytes(), path.name, tag, path.parent.name, path.stem).value
    if read is None:
        return
    chance = random.Random(f"{tag} {path.parent.name} {path.stem}")  # noqa: S311  # made-up text, the same each time
    filled: Catalog = replace(read, entries=tuple(_entries(read, tag, share, chance)))
    data = po.serialize(filled).decode()
    path.write_text(_wrap(data) if wrapped else data)


def _entries(read: Catalog, tag: str, share: float, chance: random.Random) -> Iterator[Entry]:
    """Give the entries of a catalogue, translated, fuzzy, untranslated, and after them obsolete ones."""
    gone: list[Entry] = []
    for entry in read.entries:
        if chance.random() > share:
            yield entry
            continue
        done = entry.revise(msgstr=_in(entry.msgid, tag))
        yield (
            done.revise(flags=("fuzzy",), previous=("", f"Earlier {entry.msgid}")) if chance.random() < _FUZZY else done
        )
        if chance.random() < _OBSOLETE:
            gone.append(done.revise(msgid=f"Gone: {entry.msgid}", obsolete=True, references=(), extracted=()))
    yield from gone


def _in(text: str, tag: str) -> str:
    """Make a translation up: other words in other letters, of the same length."""
    turned = " ".join(word[::-1] if word.isalpha() else word for word in text.split(" "))
    return turned.translate(_ARABIC) if tag in {"ur", "fa", "ar"} else turned.replace("o", "ö").replace("ea", "å")


def _wrap(text: str) -> str:
    """Break long lines as gettext does, at spaces."""
    return re.sub(r'^((?:#~ )?)(msg(?:id|str)) "(.{77,})"$', _broken, text, flags=re.MULTILINE)


def _broken(match: re.Match[str]) -> str:
    mark, keyword, text = match.groups()
    rows, row = [], ""
    for word in re.findall(r"[^ ]* ?", text):
        if len(row) + len(word) > _WIDTH:
            rows.append(row)
            row = ""
        row += word
    return f'{mark}{keyword} ""\n' + "\n".join(f'{mark}"{line}"' for line in (*rows, row))
