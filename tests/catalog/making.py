"""Small catalogues and templates for the tests of this floor."""

from __future__ import annotations

import datetime as dt
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import replace

from translate_pub.catalog import po, template
from translate_pub.catalog.header import HeaderFacts
from translate_pub.catalog.update import Setting
from translate_pub.model.catalog import Catalog, Entry, Template
from translate_pub.model.source import Segment

NOW = dt.datetime(2026, 11, 21, 23, 0, tzinfo=dt.UTC)
FACTS = HeaderFacts("handbook")


def path_of(chapter: str) -> str:
    """Name the catalogue of a chapter."""
    return f"locales/ur/LC_MESSAGES/handbook/{chapter}.po"


def setting(days: int = 1, *, lines: bool = False) -> Setting:
    """Set an update some days after the catalogues were made."""
    return Setting("ur", FACTS, path_of, NOW + dt.timedelta(days=days), lines)


def chapter(texts: Iterable[str | Segment], name: str = "03", blob: str = "") -> Template:
    """Make a template of paragraphs."""
    segments = [
        text if isinstance(text, Segment) else Segment("paragraph", text, line=3 * number + 1, path=("The split",))
        for number, text in enumerate(texts)
    ]
    return template.build("handbook", name, segments, f"source_texts/handbook/{name}.md", blob)


def catalog(translations: Mapping[str, str], name: str = "03", fuzzy: Iterable[str] = ()) -> Catalog:
    """Make a catalogue as a file of this tool's, with the given translations."""
    made = po.create(chapter(translations, name), "ur", FACTS, path=path_of(name), now=NOW)
    entries = tuple(
        replace(entry, msgstr=translations[entry.msgid], flags=("fuzzy",) if entry.msgid in fuzzy else ())
        for entry in made.entries
    )
    return reread(replace(made, entries=entries))


def read(data: bytes, name: str = "03") -> Catalog:
    """Read a catalogue that is expected to be readable."""
    found = po.parse(data, path_of(name), "ur", "handbook", name).value
    assert found is not None
    return found


def reread(made: Catalog) -> Catalog:
    """Write a catalogue and read it again."""
    return read(po.serialize(made), made.chapter)


def entry(made: Catalog, msgid: str) -> Entry:
    """Return the entry of a text, live or obsolete."""
    return next(found for found in made.entries if found.msgid == msgid)


def gettext(*command: str, data: bytes, quiet: bool = True) -> bytes:
    """Run one of gettext's tools over a file that it reads from its standard input; `quiet` ones must not complain."""
    done = subprocess.run(command, input=data, capture_output=True, check=False, timeout=30)
    assert done.returncode == 0, done.stderr.decode()
    assert not (quiet and done.stderr), done.stderr.decode()
    return done.stdout
