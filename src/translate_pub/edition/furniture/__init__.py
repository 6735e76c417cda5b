"""The tool's own words in an edition ("Contents", "Chapter 3", "Translated by ..."): a gettext domain of its own.

The words are the literals that `Furniture.say` is called with, extracted from the code with Babel. Translations ship as
`<locale>/LC_MESSAGES/furniture.po` beside this module, read through the catalogue's own door; a workspace overrides any
of them with a `furniture.po` of its own.
"""

from __future__ import annotations

import functools
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable

from babel.messages.extract import extract

from translate_pub.catalog import po
from translate_pub.model.catalog import FURNITURE, Catalog, Entry, Message, Reference, Template
from translate_pub.model.diagnostic import Diagnostic, EditionError, Severity, Span
from translate_pub.model.language import locale_name

_VALUE = re.compile(r"%\((\w+)\)s")
DOMAIN = FURNITURE
"""The name of its template and catalogues, one a language."""
_PACKAGE = "translate_pub.edition"
_SOURCE_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Furniture:
    """The tool's words in one language; a word without a translation is said in English."""

    language: str
    words: Mapping[str, str]
    """English word -> its translation; words without one are absent."""

    def say(self, word: str, **values: str) -> str:
        """Say a word in the edition's language, with its values filled in.

        Args:
            word: English text, a literal; `%(name)s` stands for a value.
            values: the text for each name.
        """
        return self.words.get(word, word) % values if values else self.words.get(word, word)


def load(language: str, override: Catalog | None = None) -> Furniture:
    """Load the words of a language: those that ship with the tool, under those of the workspace."""
    merged = catalog(language, override)
    usable = [entry for entry in merged.entries if entry.translated and not _slips(entry)]
    return Furniture(language, {entry.msgid: entry.msgstr for entry in usable})


def check(override: Catalog) -> tuple[Diagnostic, ...]:
    """Find the words of a workspace that cannot be said, because they name values that the English does not have."""
    return tuple(
        Diagnostic(
            "E008",
            Severity.ERROR,
            f"the value %({slip})s is not one of this message's",
            Span(override.path, entry.line),
            (f"allowed are: {', '.join(f'%({name})s' for name in _values(entry.msgid)) or 'none'}",),
        )
        for entry in override.live().values()
        for slip in _slips(entry)
    )


def catalog(language: str, override: Catalog | None = None) -> Catalog:
    """Give the catalogue that `load` reads: every message with the translation used, for the measure of progress.

    An entry of the workspace's counts when it is translated, or when the tool ships none.
    """
    shipped = _shipped(language)
    own = override.live() if override else {}
    entries: list[Entry] = []
    for message in messages():
        chosen = own.get(message.key)
        if chosen is None or not chosen.translated:
            chosen = shipped.get(message.key) or chosen or _unsaid(message, language)
        entries.append(chosen)
    header = override.header if override else Entry("", "")
    return Catalog(override.path if override else "", language, "", DOMAIN, header, tuple(entries))


def template() -> Template:
    """Give the template of the tool's words."""
    return Template("", DOMAIN, messages())


@functools.cache
def messages() -> tuple[Message, ...]:
    """Extract the tool's words from the code of this floor, in the order of its modules."""
    found: dict[str, Message] = {}
    for name, source in _modules(resources.files(_PACKAGE)):
        if b"say(" not in source:  # cutting a module into tokens takes long
            continue
        for line, word, comments, _ in extract("python", io.BytesIO(source), {"say": None}, ("TRANSLATORS:",)):
            known = found.get(str(word), Message("", str(word)))
            notes = (*known.comments, *(note.removeprefix("TRANSLATORS:").strip() for note in comments))
            references = (*known.references, Reference(name, line))
            found[str(word)] = Message("", str(word), tuple(dict.fromkeys(notes)), references)
    return tuple(found.values())


def languages() -> tuple[str, ...]:
    """List the gettext locales that the tool has words for, English apart."""
    folder = resources.files(__name__)
    return tuple(sorted(entry.name for entry in folder.iterdir() if entry.joinpath("LC_MESSAGES").is_dir()))


def _values(text: str) -> tuple[str, ...]:
    return tuple(_VALUE.findall(text))


def _slips(entry: Entry) -> tuple[str, ...]:
    """Give what stands for a value in a translation but not in its message, a lone per cent sign included."""
    allowed = _values(entry.msgid)
    slips = tuple(name for name in _values(entry.msgstr) if name not in allowed)
    return (*slips, "%") if allowed and "%" in _VALUE.sub("", entry.msgstr) else slips


def _unsaid(message: Message, language: str) -> Entry:
    """Make the entry of a word that no catalogue has; English says its own."""
    english = language.split("-", maxsplit=1)[0] == _SOURCE_LANGUAGE
    return Entry(message.context, message.msgid, message.msgid if english else "")


@functools.cache
def _shipped(language: str) -> Mapping[tuple[str, str], Entry]:
    """Read the catalogue that ships for a language, or for the language without its region."""
    tag = language
    while tag:
        path = f"{locale_name(tag)}/LC_MESSAGES/{DOMAIN}.po"
        file = resources.files(__name__).joinpath(path)
        if file.is_file():
            return _read(file.read_bytes(), path, tag)
        tag = tag.rpartition("-")[0]
    return {}


def _read(data: bytes, path: str, language: str) -> Mapping[tuple[str, str], Entry]:
    outcome = po.parse(data, path, language, "", DOMAIN)
    if outcome.value is None:
        message = f"the tool's own words in {language!r} cannot be read"
        raise EditionError(message, outcome.diagnostics)
    return outcome.value.live()


def _modules(folder: Traversable, prefix: str = "edition") -> Iterator[tuple[str, bytes]]:
    """Give the modules of this floor by name, for the extraction."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = f"{prefix}/{entry.name}"
        if entry.is_dir():
            yield from _modules(entry, name)
        elif entry.name.endswith(".py"):
            yield name, entry.read_bytes()
