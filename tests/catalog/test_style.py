"""Whatever is written into a file is set as its other entries are."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from dataclasses import replace

import polib
import pytest
from babel.messages.pofile import read_po, write_po
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.catalog.making import FACTS, NOW, chapter, path_of, read, reread, setting
from translate_pub.catalog import po, style, update, writing
from translate_pub.catalog.layout import Layout, Places, Rule
from translate_pub.model.catalog import Catalog, Entry, Reference

SENTENCES = {
    "en": "The delegates voted (by 28 to 22) on §1 of the rules; see <https://example.org/rules.html#one> – “twice”.",
    "sv": "Ombuden röstade, 28 mot 22, om stadgarnas §1: se http://exempel.se/stadgar/första-paragrafen.html!",
    "ur": "مندوبین نے قواعد کی دفعہ ۱ پر رائے دی؛ ۲۸ حق میں، ۲۲ خلاف۔ کیا یہ درست تھا؟ ہاں، «اسکرا» کے مطابق۔",
    "ja": "代議員は規約の第一条について採決した。賛成は28票、反対は22票だった（「イスクラ」による）。",
    "ko": "대의원들은 규약 제1조에 대해 표결했다. 찬성 28표, 반대 22표였다(〈이스크라〉에 따르면).",
    "hi": "प्रतिनिधियों ने नियमों की पहली धारा पर मतदान किया। 28 पक्ष में, 22 विपक्ष में थे।",
    "de": "Die Delegierten stimmten über §\u00a01 der Satzung ab — 28:22, d.h. 56\u00a0%/44\u00a0%, laut „Iskra“.",
}


def made() -> Catalog:
    """Make a catalogue with long entries of many kinds, in the layout of new files."""
    template = chapter([f"{number}. {SENTENCES['en']} {'It was late. ' * number}" for number in range(6)])
    frame = po.create(template, "sv", FACTS, path=path_of("03"), now=NOW)
    texts = list(SENTENCES.values())
    entries = [
        entry.revise(
            msgstr=f"{texts[number]} {texts[-number]}",
            references=tuple(Reference(f"src/chapter-{n}/section.md", n) for n in range(1, number + 3)),
        )
        for number, entry in enumerate(frame.entries)
    ]
    entries[4] = entries[4].revise(flags=("fuzzy",), previous=("", SENTENCES["en"] * 2))
    entries[5] = entries[5].revise(obsolete=True, extracted=(), references=())
    return replace(frame, entries=tuple(entries))


def run(*command: str, data: bytes) -> bytes:
    """Run a program of gettext's."""
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout


def by_polib(data: bytes) -> bytes:
    """Let polib read and write a file."""
    return (str(polib.pofile(data.decode(), wrapwidth=78)) + "\n").encode()


def by_babel(data: bytes) -> bytes:
    """Let Babel read and write a file."""
    written = io.BytesIO()
    write_po(written, read_po(io.BytesIO(data)), width=76)
    return written.getvalue()


WRITERS: dict[str, tuple[Callable[[bytes], bytes], Layout]] = {
    "gettext": (lambda data: run("msgcat", "-", data=data), Layout(Rule.UNICODE, 79)),
    "gettext, 60 wide": (lambda data: run("msgcat", "-w", "60", "-", data=data), Layout(Rule.UNICODE, 60, fold=60)),
    "gettext, not wrapped": (lambda data: run("msgcat", "--no-wrap", "-", data=data), Layout()),
    "polib": (by_polib, Layout(Rule.WORDS, 78)),
    "Babel": (by_babel, Layout(Rule.WORDS, 75)),
}


@pytest.mark.parametrize("writer", WRITERS)
def test_the_layout_of_a_file_is_found(writer: str) -> None:
    """Whoever wrote a file, where its lines break is seen from the lines."""
    write, layout = WRITERS[writer]
    found = style.detect(read(write(po.serialize(made()))))
    assert (found.rule, found.width) == (layout.rule, layout.width) or found.rule is layout.rule is Rule.NEWLINES


@pytest.mark.parametrize("writer", [name for name in WRITERS if name.startswith("gettext")])
def test_what_is_written_into_a_file_is_as_gettext_would_write_it(writer: str) -> None:
    """Every entry, written anew into a file of gettext's, has the very bytes that gettext gave it."""
    data = WRITERS[writer][0](po.serialize(made()))
    found = read(data)
    layout = style.detect(found)
    for entry in found.entries:
        assert f"\n{writing.write(entry.revise(), layout)}".encode() == entry.raw


TEXTS = st.lists(
    st.sampled_from([word for sentence in SENTENCES.values() for word in sentence.split(" ")]), min_size=1, max_size=60
).map(" ".join)


@given(st.lists(TEXTS, min_size=3, max_size=6, unique=True), st.integers(40, 120))
@settings(max_examples=40)
def test_wrapping_is_gettext_s(texts: list[str], width: int) -> None:
    """Words of seven languages in any order are broken where `msgcat` breaks them, in lines of any width."""
    entries = tuple(Entry("", text, text[::-1].replace(" ", "  ")) for text in texts)
    frame = po.create(chapter([]), "sv", FACTS, path=path_of("03"), now=NOW)
    wrapped = run("msgcat", "-w", str(width), "-", data=po.serialize(replace(frame, entries=entries)))
    layout = Layout(Rule.UNICODE, width)
    again = [writing.write(entry.revise(), layout) for entry in read(wrapped).entries]
    assert again == [(entry.raw or b"").decode().lstrip("\n") for entry in read(wrapped).entries]


def test_a_new_translation_is_wrapped_as_its_file_is() -> None:
    """An update of a wrapped file leaves gettext nothing to change."""
    data = run("msgcat", "-", data=po.serialize(made()))
    old = read(data)
    texts = [entry.msgid for entry in old.entries if not entry.obsolete]
    texts[1] = texts[1].replace("28", "29")
    (done,) = update.update([old], [chapter([*texts, f"New. {SENTENCES['en']}"])], setting()).catalogs
    assert any(entry.fuzzy and "29" in entry.msgid for entry in done.entries)
    written = po.serialize(done)
    assert run("msgcat", "-", data=written).decode() == written.decode()
    untouched = [entry for entry in old.entries if entry.msgid == texts[2]]
    body = (untouched[0].raw or b"").partition(b"\nmsgid")[2]
    assert body in written


@pytest.mark.parametrize(
    ("lines", "places"),
    [
        ("#: a.md:1\n#: b.md:2\n#: c.md:3\n", Places.SINGLE),
        ("#: a.md:1 b.md:2 c.md:3\n", Places.FILLED),
        (f"#: {' '.join(f'{name * 30}.md' for name in 'abcd')}\n", Places.JOINED),
    ],
)
def test_references_are_set_as_the_file_has_them(lines: str, places: Places) -> None:
    """One a line, filled, or all on one: a message that is written keeps the way of the others."""
    data = po.serialize(po.create(chapter([]), "sv", FACTS, path=path_of("03"), now=NOW))
    found = read(data + f'\n{lines}msgid "a"\nmsgstr ""\n'.encode())
    assert style.detect(found).places is places
    changed = replace(found, entries=(found.entries[0].revise(msgstr="b"),))
    assert lines.encode() in po.serialize(changed)


@pytest.mark.parametrize("lines", [True, False])
def test_a_catalogue_keeps_or_lacks_line_numbers(lines: bool) -> None:
    """Where nothing is set, a file with line numbers gets new ones, and a file without gets none."""
    texts = ["One paragraph.", "Another one."]
    (old,) = update.update([], [chapter(texts)], setting(lines=lines)).catalogs
    (done,) = update.update([reread(old)], [chapter(["New.", *texts])], replace(setting(), lines=None)).catalogs
    assert {entry.references[0].line is not None for entry in done.entries} == {lines}
    assert po.serialize(done) == po.serialize(
        update.update([reread(old)], [chapter(["New.", *texts])], setting(lines=lines)).catalogs[0]
    )


def test_a_new_file_breaks_at_newlines_only() -> None:
    """Nothing is wrapped where there is no entry to tell how."""
    data = po.serialize(made())
    assert SENTENCES["en"].encode() in data
    assert run("msgcat", "--no-wrap", "-", data=data).decode() == data.decode()


def test_preformatted_texts_are_never_wrapped() -> None:
    """A message with the flag no-wrap keeps its long lines in a wrapped file."""
    data = run("msgcat", "-", data=po.serialize(made()))
    found = read(data)
    verse = Entry("", f"{SENTENCES['en']}\nand on", flags=("no-wrap",))
    written = po.serialize(replace(found, entries=(verse, *found.entries)))
    assert f'"{SENTENCES["en"]}\\n"\n"and on"\n'.encode() in written
    assert run("msgcat", "-", data=written).decode() == written.decode()


def test_sticky_flags_keep_their_line() -> None:
    """What stands on a line `#=`, as gettext 0.25 writes it, stays there when the entry is written anew."""
    data = po.serialize(po.create(chapter([]), "sv", FACTS, path=path_of("03"), now=NOW))
    found = read(data + b'\n#, fuzzy\n#= c-format, no-wrap\nmsgid "a %d"\nmsgstr "b %d"\n')
    assert found.entries[0].flags == ("fuzzy", "c-format", "no-wrap")
    changed = replace(found, entries=(found.entries[0].revise(flags=("c-format", "no-wrap")),))
    assert po.serialize(changed).endswith(b'\n#= c-format, no-wrap\nmsgid "a %d"\nmsgstr "b %d"\n')
    assert reread(changed).entries[0].sticky == ("c-format", "no-wrap")
