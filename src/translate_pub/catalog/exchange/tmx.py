"""TMX 1.4b, through Translate Toolkit: a translation memory as values.

Source: LISA, "TMX 1.4b Specification" (2005).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from translate_pub import __version__
from translate_pub.catalog.exchange import safety, xml_texts
from translate_pub.model.diagnostic import Outcome

_SKELETON = (
    '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header/><body/></tmx>'
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A text and its translation, as a memory holds them."""

    source: str
    target: str
    source_language: str
    """BCP 47 tag, as written in the file."""
    language: str
    identifier: str = ""
    """`tuid`; empty without one."""
    notes: tuple[str, ...] = ()
    props: tuple[tuple[str, str], ...] = ()
    """(type, text) of each property, in their order."""
    line: int | None = field(default=None, compare=False)
    """Line of the file where it begins, counted from 1."""


def write(pairs: Iterable[Pair], source_language: str) -> bytes:
    """Write a memory.

    Raises:
        MachineError: the extra `exchange` is not installed.
    """
    made = xml_texts.store("tmx", "tmxfile")
    made.parse(_SKELETON.encode())
    header = made.document.getroot().find("header")
    facts = {
        "creationtool": "translate-pub",
        "creationtoolversion": __version__,
        "segtype": "paragraph",
        "o-tmf": "PO",
        "adminlang": "en",
        "srclang": source_language,
        "datatype": "plaintext",
    }
    for name, value in facts.items():
        header.set(name, value)
    for pair in pairs:
        _write_pair(made.body, pair)
    return xml_texts.serialize(made)


def _write_pair(body: etree._Element, pair: Pair) -> None:
    unit = xml_texts.add(body, "tu", **({"tuid": pair.identifier} if pair.identifier else {}))
    for note in pair.notes:
        xml_texts.add(unit, "note", note)
    for name, text in pair.props:
        xml_texts.add(unit, "prop", text, type=name)
    for language, text in ((pair.source_language, pair.source), (pair.language, pair.target)):
        variant = xml_texts.add(unit, "tuv")
        variant.set(xml_texts.LANG, language)
        xml_texts.add(variant, "seg", text)


def read(data: bytes, path: str) -> Outcome[tuple[Pair, ...]]:
    """Read a memory, whoever wrote it: a pair for each language beside the source's.

    Args:
        data: the whole file.
        path: its path, for findings.

    Raises:
        MachineError: the extra `exchange` is not installed.
    """
    hindrance = safety.check_size(data, path) or safety.check_xml(data, path, doctype=True)
    made = None if hindrance else xml_texts.store("tmx", "tmxfile")
    hindrance = hindrance or xml_texts.parse(made, data, path)
    if made is None or hindrance:
        return Outcome(None, (hindrance,) if hindrance else ())
    root: etree._Element = made.document.getroot()
    header = xml_texts.child(root, "header")
    general = str(header.get("srclang", "")) if header is not None else ""
    return Outcome(
        tuple(pair for unit in root.iter(f"{xml_texts.namespace(root)}tu") for pair in _pairs(unit, general))
    )


def _pairs(unit: etree._Element, general: str) -> Iterator[Pair]:
    """Read one unit; its source is the variant in the language that it, or else the header, calls the source's."""
    variants = [(_language(variant), xml_texts.child(variant, "seg")) for variant in xml_texts.children(unit, "tuv")]
    texts = [(language, xml_texts.text_of(segment)) for language, segment in variants if segment is not None]
    wanted = str(unit.get("srclang", general)).casefold()
    source = next((text for text in texts if text[0].casefold() == wanted), None)
    source = source or next((text for text in texts if _base(text[0]) == _base(wanted)), None)
    source = source or (texts[0] if texts else None)
    for text in texts:
        if source is not None and text is not source:
            yield Pair(
                source[1],
                text[1],
                source[0],
                text[0],
                str(unit.get("tuid", "")),
                tuple(xml_texts.text_of(note) for note in xml_texts.children(unit, "note")),
                tuple(
                    (str(prop.get("type", "")), xml_texts.text_of(prop)) for prop in xml_texts.children(unit, "prop")
                ),
                xml_texts.line_of(unit),
            )


def _language(variant: etree._Element) -> str:
    """Return the language of a variant; TMX 1.1 wrote `lang`."""
    return str(variant.get(xml_texts.LANG) or variant.get("lang") or "")


def _base(language: str) -> str:
    return language.casefold().partition("-")[0].partition("_")[0]
