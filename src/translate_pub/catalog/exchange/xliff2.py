"""XLIFF 2.0, through Translate Toolkit.

Source: OASIS, "XLIFF Version 2.0" (2014), sections 4.2 (elements), 4.3.1.28 and 4.3.1.29 (state, subState), 5.4
(metadata module, in which context and stamp stand). States: `initial` with `subState="translate-pub:fuzzy"` is fuzzy,
`translated` is translated, `final` is reviewed; a segment without a target is untranslated.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from translate_pub.catalog.exchange import xml_texts
from translate_pub.catalog.exchange.escaping import join_lines, split_lines
from translate_pub.catalog.exchange.findings import markup_added
from translate_pub.catalog.exchange.unit import Address, Exchange, State, Unit
from translate_pub.model.diagnostic import Diagnostic, Outcome

_NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
_METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
_SKELETON = (
    f'<?xml version="1.0" encoding="utf-8"?><xliff version="2.0" xmlns="{_NAMESPACE}" xmlns:mda="{_METADATA}" '
    'srcLang="en"><file id="f0"/></xliff>'
)
_CATEGORY = "translate-pub"
_WRITTEN = {State.FUZZY: "initial", State.TRANSLATED: "translated", State.REVIEWED: "final"}
_READ = {
    "initial": State.FUZZY,
    "translated": State.TRANSLATED,
    "reviewed": State.REVIEWED,
    "final": State.REVIEWED,
}
_RANK = list(State)


def write(exchange: Exchange) -> Outcome[bytes]:
    """Write a file of XLIFF 2.0.

    Raises:
        MachineError: the extra `exchange` is not installed.
    """
    made = xml_texts.store("xliff2", "Xliff2File")
    made.parse(_SKELETON.encode())
    root: etree._Element = made.document.getroot()
    root.set("srcLang", exchange.source_language)
    if exchange.language:
        root.set("trgLang", exchange.language)
    bare = root[0]
    for number, (name, units) in enumerate(exchange.chapters, 1):
        # Only whole messages come back, so no tool is to cut them.
        file = xml_texts.add(root, "file", id=f"f{number}", original=name, canResegment="no")
        for unit in units:
            _write_unit(file, unit)
    if len(root) > 1:
        root.remove(bare)
    return Outcome(xml_texts.serialize(made))


def _write_unit(file: etree._Element, unit: Unit) -> None:
    made = xml_texts.add(file, "unit", id=unit.address.digest if unit.address else "unknown")
    made.set(xml_texts.SPACE, "preserve")
    _write_metadata(made, unit)
    _write_notes(made, unit)
    segment = xml_texts.add(made, "segment")
    xml_texts.add(segment, "source", unit.source)
    if unit.target:
        xml_texts.add(segment, "target", unit.target)
        if unit.state in _WRITTEN:
            segment.set("state", _WRITTEN[unit.state])
        if unit.state is State.FUZZY:
            segment.set("subState", f"{_CATEGORY}:fuzzy")


def _write_metadata(made: etree._Element, unit: Unit) -> None:
    facts = {"exported": unit.exported, "context": unit.context, "previous": unit.previous}
    if not any(facts.values()):
        return
    metadata = etree.SubElement(made, f"{{{_METADATA}}}metadata")
    group = xml_texts.add(metadata, "metaGroup", category=_CATEGORY)
    for name, text in facts.items():
        if text:
            xml_texts.add(group, "meta", text, type=name)


def _write_notes(made: etree._Element, unit: Unit) -> None:
    if unit.notes or unit.comments:
        notes = xml_texts.add(made, "notes")
        for category, lines in (("developer", unit.notes), ("translator", unit.comments)):
            if lines:
                xml_texts.add(notes, "note", join_lines(lines), category=category)


def read(data: bytes, path: str) -> Outcome[Exchange]:
    """Read a file of XLIFF 2.x, whoever wrote it; segments that a tool has cut a message into are joined again.

    Raises:
        MachineError: the extra `exchange` is not installed.
    """
    made = xml_texts.store("xliff2", "Xliff2File")
    hindrance = xml_texts.parse(made, data, path)
    if hindrance:
        return Outcome(None, (hindrance,))
    root: etree._Element = made.document.getroot()
    language = str(root.get("trgLang", ""))
    found: list[Diagnostic] = []
    units: list[Unit] = []
    for file in xml_texts.children(root, "file"):
        book, _, chapter = str(file.get("original", "")).partition("/")
        for element in file.iter(f"{xml_texts.namespace(file)}unit"):
            units.append(_read_unit(element, Address.parse(f"{language}/{book}/{chapter}/{element.get('id', '')}")))
            if any(xml_texts.stands_for_more(target) for target in _texts(element, "target")):
                found.append(markup_added(units[-1], path))
    return Outcome(Exchange(str(root.get("srcLang", "")), language, tuple(units)), tuple(found))


def _texts(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Return the sources or targets of a unit's segments and of what stands between them, in their order."""
    for part in element:
        if xml_texts.local(part) in {"segment", "ignorable"}:
            text = xml_texts.child(part, name)
            # What stands between segments and has no target of its own is the same in both languages.
            text = xml_texts.child(part, "source") if text is None and xml_texts.local(part) == "ignorable" else text
            if text is not None:
                yield text


def _read_unit(element: etree._Element, address: Address | None) -> Unit:
    source = "".join(map(xml_texts.text_of, _texts(element, "source")))
    segments = list(xml_texts.children(element, "segment"))
    translated = any(xml_texts.child(segment, "target") is not None for segment in segments)
    target = "".join(map(xml_texts.text_of, _texts(element, "target"))) if translated else ""
    facts = {str(meta.get("type")): xml_texts.text_of(meta) for meta in _metas(element)}
    holder = xml_texts.child(element, "notes")
    notes: dict[str, tuple[str, ...]] = {}
    for note in () if holder is None else xml_texts.children(holder, "note"):
        category = "developer" if note.get("category") == "developer" else "translator"
        notes[category] = notes.get(category, ()) + split_lines(xml_texts.text_of(note))
    return Unit(
        address,
        source,
        target,
        _state(segments) if target else State.UNTRANSLATED,
        facts.get("context", ""),
        notes.get("developer", ()),
        notes.get("translator", ()),
        facts.get("previous", ""),
        facts.get("exported", ""),
        f"unit {element.get('id', '')}",
        xml_texts.line_of(element),
    )


def _metas(element: etree._Element) -> Iterator[etree._Element]:
    for metadata in xml_texts.children(element, "metadata"):
        for group in metadata:
            if group.get("category") == _CATEGORY:
                yield from xml_texts.children(group, "meta")


def _state(segments: list[etree._Element]) -> State | None:
    """Read the state of a unit, which is that of its least finished segment; None where a segment has none."""
    states = [_READ.get(str(segment.get("state", ""))) for segment in segments]
    if any(xml_texts.child(segment, "target") is None for segment in segments):
        return State.FUZZY
    said = [state for state in states if state is not None]
    return min(said, key=_RANK.index) if len(said) == len(states) else None
