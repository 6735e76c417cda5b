"""Files that mean harm, or are damaged, are refused with a reason."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.catalog.exchange import samples
from translate_pub.catalog.exchange import formats, safety, tmx
from translate_pub.catalog.exchange.formats import Format

PROLOGUE = b"<?xml version='1.0'?>"
XLIFF = (
    b"<xliff version='1.2'><file original='a/b'><body><trans-unit id='x'><source>&e;</source></trans-unit>"
    b"</body></file></xliff>"
)
LAUGHS = b"<!DOCTYPE x [<!ENTITY a 'ha'>" + b"".join(
    b"<!ENTITY %c '&%c;&%c;&%c;&%c;&%c;&%c;'>" % ((letter + 1, *[letter] * 6)) for letter in range(ord("a"), ord("e"))
)


@pytest.mark.parametrize(
    "subset",
    [
        b"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>",
        b"<!DOCTYPE x [<!ENTITY % p SYSTEM 'http://127.0.0.1/x'> %p;]>",
        b"<!DOCTYPE x SYSTEM 'http://127.0.0.1/x.dtd'>",
        LAUGHS + b"]>",
    ],
)
def test_entities_are_refused(subset: bytes) -> None:
    """Nothing that declares entities, or fetches what could, is read."""
    assert samples.codes(PROLOGUE + subset + XLIFF) == {"C151"}


def test_entities_in_utf_16_are_refused() -> None:
    """Another encoding hides nothing."""
    text = "<?xml version='1.0' encoding='utf-16'?><!DOCTYPE x [<!ENTITY e 'f'>]>" + XLIFF.decode()
    assert samples.codes(text.encode("utf-16")) == {"C151"}


def test_a_memory_may_name_its_dtd_and_no_more() -> None:
    """TMX asks for the name of its DTD, which is not fetched; entities are refused there too."""
    memory = samples.write(Format.TMX)
    assert b"<!DOCTYPE tmx" in memory
    assert tmx.read(memory, "file").value
    swollen = memory.replace(b'"tmx14.dtd"', b'"tmx14.dtd" [<!ENTITY e SYSTEM "file:///etc/passwd">]')
    assert [found.code for found in tmx.read(swollen, "file").diagnostics] == ["C151"]


@pytest.mark.parametrize("form", [Format.XLSX, Format.DOCX])
def test_a_bomb_is_not_unpacked(form: Format) -> None:
    """A part that swells is refused by the size that the archive gives for it."""
    assert samples.codes(_with(samples.write(form), "big.xml", b"<a>" + b" " * 30_000_000)) == {"C152"}


@pytest.mark.parametrize("form", [Format.XLSX, Format.DOCX])
def test_a_part_with_a_dtd_is_refused(form: Format) -> None:
    """Entities are refused inside archives too."""
    hidden = b"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>"
    assert samples.codes(_with(samples.write(form), "custom/x.xml", hidden)) == {"C151"}


@pytest.mark.parametrize("form", list(Format))
def test_a_file_cut_short_is_damaged(form: Format) -> None:
    """Half a file is refused, or says at which row it ends; nothing is raised."""
    data = samples.write(form)
    found = samples.codes(data[: len(data) * 2 // 3])
    assert found <= {"C150", "C153", "C158", "C162", "C168"}
    assert found or form is Format.CSV


def test_an_archive_with_a_wrong_checksum_is_damaged() -> None:
    """A byte that has turned over on the way is noticed."""
    data = bytearray(samples.write(Format.XLSX))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        part = archive.getinfo("xl/worksheets/sheet1.xml")
    data[part.header_offset + 200] ^= 0xFF
    assert samples.codes(bytes(data)) == {"C153"}


def test_a_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is a most that is read at all."""
    monkeypatch.setattr(safety, "MOST_BYTES", 100)
    assert samples.codes(samples.write(Format.CSV)) == {"C152"}


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "empty"),
        (b"\xd0\xcf\x11\xe0rest", "old Word or Excel"),
        (b"%PDF-1.7", "PDF"),
        (b'msgid ""\nmsgstr ""\n', "PO"),
        (b"Dear all,\nhere it is.\n", "no kind"),
        (b"<html><body/></html>", "no kind"),
        (b"PK\x03\x04broken", "damaged"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "no kind"),
    ],
)
def test_another_kind_of_file_is_named(data: bytes, told: str) -> None:
    """What a file seems to be is said, with what to do about it."""
    (found,) = formats.read(data, "file").diagnostics
    assert found.code == "C150"
    assert told in found.message
    assert found.hints


@pytest.mark.parametrize("form", list(Format))
def test_the_name_of_a_file_does_not_matter(form: Format) -> None:
    """A format is known by its content."""
    assert formats.recognise(samples.write(form)) is form


def _with(data: bytes, name: str, content: bytes) -> bytes:
    """Return an archive with one more part."""
    held = io.BytesIO(data)
    with zipfile.ZipFile(held, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return held.getvalue()
