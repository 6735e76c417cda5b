"""The header of a PO file: the translation of the empty text.

Source: GNU gettext manual, "Filling in the Header Entry".
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from translate_pub.model.catalog import Entry, Revision
from translate_pub.model.language import locale_name

_CREATED, _REVISION, _SEGMENTATION = "POT-Creation-Date", "X-Source-Revision", "X-Segmentation"
_BASE_PATH = "X-Poedit-Basepath"
_BLOB = re.compile("[0-9a-f]{40}")
_CREATION_LINE = re.compile(rb'(^(?:msgstr )?"POT-Creation-Date:[ ]?)[^"\\\n]*((?:\\n)?")', re.MULTILINE)
_CREATION_FIELD = re.compile(r"^(POT-Creation-Date:[ ]?).*$", re.MULTILINE)
_CHARSET_LINE = re.compile(rb"(Content-Type:[^\"\n]*?charset=)[^\s\"\\;]+", re.IGNORECASE)
_CHARSET_FIELD = re.compile(r"^(Content-Type:.*?charset=)[^\s;]+", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HeaderFacts:
    """What the headers of a book's catalogues and templates say of it."""

    project: str
    """Project-Id-Version: the book's name, with its edition where it has one."""
    bugs: str = ""
    """Report-Msgid-Bugs-To: an address; left out where empty."""
    translator: str = ""
    """Last-Translator of a new catalogue: `NAME <ADDRESS>`."""
    team: str = ""
    """Language-Team of a new catalogue; the language's English name where empty."""


def stamp(moment: dt.datetime) -> str:
    """Write a moment as gettext's headers do: `2026-11-21 23:00+0000`."""
    return moment.strftime("%Y-%m-%d %H:%M%z")


def compose(facts: HeaderFacts, language: str, now: dt.datetime, revision: Revision | None = None) -> Entry:
    """Make the header of a new catalogue; `revision` is that of its source."""
    moment = stamp(now)
    fields = {
        "Project-Id-Version": facts.project,
        **({"Report-Msgid-Bugs-To": facts.bugs} if facts.bugs else {}),
        "POT-Creation-Date": moment,
        "PO-Revision-Date": moment,
        "Last-Translator": facts.translator,
        "Language-Team": facts.team or _english_name(language),
        "Language": locale_name(language),
        **_ENCODING,
        "Plural-Forms": plural_forms(language),
        **_follows(revision),
    }
    return Entry("", "", _text(fields))


def compose_template(facts: HeaderFacts, created: str, revision: Revision | None = None) -> Entry:
    """Make the header of a template, with the values to be filled in that `msginit` knows."""
    fields = {
        "Project-Id-Version": facts.project,
        **({"Report-Msgid-Bugs-To": facts.bugs} if facts.bugs else {}),
        "POT-Creation-Date": created,
        "PO-Revision-Date": "YEAR-MO-DA HO:MI+ZONE",
        "Last-Translator": "FULL NAME <EMAIL@ADDRESS>",
        "Language-Team": "LANGUAGE <LL@li.org>",
        "Language": "",
        **_ENCODING,
        **_follows(revision),
    }
    return Entry("", "", _text(fields), flags=("fuzzy",))


_ENCODING = {
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}


def _text(fields: dict[str, str]) -> str:
    return "".join(f"{name}: {' '.join(value.split())}\n" for name, value in fields.items())


def _follows(revision: Revision | None) -> dict[str, str]:
    return {} if revision is None else {_REVISION: revision.blob, _SEGMENTATION: str(revision.segmentation)}


def revision(header: Entry) -> Revision | None:
    """Return the state of its source that a catalogue follows, or that a template was made of.

    None where the header does not tell it, or tells what is no git name: the file was made by another program, or by
    this one before it noted revisions.
    """
    blob = field(header, _REVISION)
    if not _BLOB.fullmatch(blob):
        return None
    segmentation = field(header, _SEGMENTATION)
    return Revision(blob, int(segmentation) if segmentation.isdecimal() else 1)


def follow(header: Entry, revision: Revision | None) -> Entry:
    """Return a header that names a state of the source; not a byte is changed elsewhere, and none without one."""
    for name, value in _follows(revision).items():
        header = put(header, name, value)
    return header


def root(header: Entry, path: str) -> Entry:
    """Return a header that tells Poedit from which folder references count, so that it can show the source.

    There is no X-Poedit-SearchPath with it on purpose: with one, Poedit offers to collect the messages anew from
    sources that it cannot read.

    Source: Poedit's wiki, "PO Extensions" (a path of Unix's, relative to the file's folder).

    Args:
        header: of a new catalogue.
        path: the file's, relative to the workspace's root, from which references count too.
    """
    depth = path.count("/")
    return put(header, _BASE_PATH, "/".join([".."] * depth) or ".")


def created(header: Entry) -> dt.datetime | None:
    """Return the POT-Creation-Date; None where there is none, or none that can be read.

    It is read as gettext writes it and as ISO 8601, which other programs write; without a zone it counts as UTC.
    """
    text = field(header, _CREATED)
    try:
        moment = dt.datetime.fromisoformat(re.sub(r"(?<=\d) ?([+-]\d{4})$", r"\1", text))
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


def field(header: Entry, name: str) -> str:
    """Return the value of a field; empty where there is none."""
    found = re.search(rf"^{name}:[ \t]*(.*?)[ \t]*$", header.msgstr, re.MULTILINE)
    return found[1] if found else ""


def put(header: Entry, name: str, value: str) -> Entry:
    """Return a header with a field set where it stands, or after the last one; not a byte is changed elsewhere."""
    line = f"{name}: {value}\n"
    ended = not header.msgstr or header.msgstr.endswith("\n")
    field = re.compile(rf"^{name}:.*\n?", re.MULTILINE)
    if not field.search(header.msgstr):
        msgstr = header.msgstr + ("" if ended else "\n") + line
        raw = None if header.raw is None or not ended else _append(header.raw, line)
        return replace(header, msgstr=msgstr, raw=raw)
    msgstr = field.sub(line, header.msgstr)
    if header.raw is None or msgstr == header.msgstr:
        return header if msgstr == header.msgstr else replace(header, msgstr=msgstr)
    own = re.compile(rf'(^(?:msgstr )?"{name}:[ ]?)[^"\\\n]*(\\n"$)'.encode(), re.MULTILINE)
    raw = own.sub(lambda match: match[1] + value.encode() + match[2], header.raw)
    return replace(header, msgstr=msgstr, raw=None if raw == header.raw else raw)


def drop(header: Entry, name: str) -> Entry:
    """Return a header without a field; the header itself, with its bytes, where it has none."""
    msgstr = re.sub(rf"^{name}:.*\n?", "", header.msgstr, flags=re.MULTILINE)
    if msgstr == header.msgstr:
        return header
    if header.raw is None:
        return replace(header, msgstr=msgstr)
    raw = re.sub(rf'^"{name}:[^"\\\n]*\\n"\n'.encode(), b"", header.raw, flags=re.MULTILINE)
    return replace(header, msgstr=msgstr, raw=None if raw == header.raw else raw)


def _append(raw: bytes, line: str) -> bytes:
    """Put a line after the last string of a header's bytes."""
    end = len(raw.rstrip())
    quoted = line.replace("\n", "\\n")
    return raw[:end] + f'\n"{quoted}"'.encode() + (raw[end:] or b"\n")


def date(header: Entry, created: str) -> Entry:
    """Return a header with another POT-Creation-Date and not a byte changed elsewhere."""
    msgstr = _CREATION_FIELD.sub(lambda match: match[1] + created, header.msgstr)
    if header.raw is None:
        return replace(header, msgstr=msgstr)
    raw = _CREATION_LINE.sub(lambda match: match[1] + created.encode() + match[2], header.raw)
    return replace(header, msgstr=msgstr, raw=raw)


def encode_in_utf8(header: Entry) -> Entry:
    """Return a header that names UTF-8 as the encoding of its file; its bytes must be UTF-8 already."""
    msgstr = _CHARSET_FIELD.sub(lambda match: match[1] + "UTF-8", header.msgstr)
    raw = None if header.raw is None else _CHARSET_LINE.sub(lambda match: match[1] + b"UTF-8", header.raw)
    return replace(header, msgstr=msgstr, raw=raw)


def plural_forms(language: str) -> str:
    """Return the Plural-Forms of a language, from Babel; two forms where Babel does not know the language."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415  # a tenth of a second that only new catalogues pay
    from babel.messages.plurals import get_plural  # noqa: PLC0415  # likewise

    try:
        return str(get_plural(Locale.parse(language, sep="-"))).rstrip(";") + ";"
    except (UnknownLocaleError, ValueError):
        return "nplurals=2; plural=(n != 1);"


def _english_name(language: str) -> str:
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415  # as above

    try:
        return Locale.parse(language, sep="-").get_display_name("en") or language
    except (UnknownLocaleError, ValueError):
        return language
