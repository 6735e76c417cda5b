"""XLIFF 1.2, through Translate Toolkit.

Source: OASIS, "XLIFF Version 1.2" (2008), sections 2.4 to 2.6 and 3.2. A file is a chapter, `original` its book and
name, `extradata` of a unit the stamp of what was exported. States: `needs-review-translation` is fuzzy, `translated`
is translated, `final` with `approved="yes"` is reviewed; a unit without a target is untranslated.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from translate_pub.catalog.exchange import xml_texts
from translate_pub.catalog.exchange.escaping import join_lines, split_lines
from translate_pub.catalog.exchange.findings import markup_added
from translate_pub.catalog.exchange.unit import Address, Exchange, State, Unit
from translate_pub.model.diagnostic import Diagnostic, Outcome

_NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_SKELETON = (
    f'<?xml version="1.0" encoding="utf-8"?><xliff version="1.2" xmlns="{_NAMESPACE}">'
    '<file original="" source-language="en" datatype="plaintext"><body/></file></xliff>'
)
_WRITTEN = {State.FUZZY: "needs-review-translation", State.TRANSLATED: "translated", State.REVIEWED: "final"}
_READ = {
    "new": State.FUZZY,
    "needs-translation": State.FUZZY,
    "needs-adaptation": State.FUZZY,
    "needs-l10n": State.FUZZY,
    "needs-review-translation": State.FUZZY,
    "needs-review-adaptation": State.FUZZY,
    "needs-review-l10n": State.FUZZY,
    "translated": State.TRANSLATED,
    "signed-off": State.REVIEWED,
    "final": State.REVIEWED,
}
"""Every state of 1.2; of a unit that has a target, `new` and its like do not vouch for it."""


def write(exchange: Exchange) -> Outcome[bytes]:
    """Write a file of XLIFF 1.2.

    Raises:
        MachineError: the extra `exchange` is not installed.
    """
    made = xml_texts.store("xliff", "Xliff1File")
    made.parse(_SKELETON.encode())
    root: etree._Element = made.document.getroot()
    bare = root[0]
    for name, units in exchange.chapters:
        file = xml_texts.add(
            root,
            "file",
            original=name,
            datatype="plaintext",
            **{"source-language": exchange.source_language, "target-language": exchange.language},
        )
        body = xml_texts.add(file, "body")
        for unit in units:
            _write_unit(body, unit)
    if len(root) > 1:
        root.remove(bare)
    return Outcome(xml_texts.serialize(made))


def _write_unit(body: etree._Element, unit: Unit) -> None:
    made = xml_texts.add(body, "trans-unit", id=unit.address.digest if unit.address else "", extradata=unit.exported)
    made.set(xml_texts.SPACE, "preserve")
    if unit.state is State.REVIEWED:
        made.set("approved", "yes")
    xml_texts.add(made, "source", unit.source)
    if unit.target:
        target = xml_texts.add(made, "target", unit.target)
        if unit.state in _WRITTEN:
            target.set("state", _WRITTEN[unit.state])
    if unit.context:
        group = xml_texts.add(made, "context-group", name="po-entry", purpose="information")
        xml_texts.add(group, "context", unit.context, **{"context-type": "x-po-msgctxt"})
    for origin, lines in (("developer", unit.notes), ("translator", unit.comments)):
        if lines:
            xml_texts.add(made, "note", join_lines(lines), from_=origin)
    if unit.previous:
        earlier = xml_texts.add(made, "alt-trans", alttranstype="previous-version", origin="translate-pub")
        xml_texts.add(earlier, "source", unit.previous)
        xml_texts.add(earlier, "target", unit.target)


def read(data: bytes, path: str) -> Outcome[Exchange]:
    """Read a file of XLIFF 1.x, whoever wrote it.

    Raises:
        MachineError: the extra `exchange` is not installed.
    """
    made = xml_texts.store("xliff", "Xliff1File")
    hindrance = xml_texts.parse(made, data, path)
    if hindrance:
        return Outcome(None, (hindrance,))
    found: list[Diagnostic] = []
    units: list[Unit] = []
    files = list(xml_texts.children(made.document.getroot(), "file"))
    for file in files:
        units.extend(_read_file(file, found, path))
    source, language = _languages(files[0]) if files else ("", "")
    return Outcome(Exchange(source, language, tuple(units)), tuple(found))


def _languages(file: etree._Element) -> tuple[str, str]:
    return str(file.get("source-language", "")), str(file.get("target-language", ""))


def _read_file(file: etree._Element, found: list[Diagnostic], path: str) -> Iterator[Unit]:
    book, _, chapter = str(file.get("original", "")).partition("/")
    _, language = _languages(file)
    for element in file.iter(f"{xml_texts.namespace(file)}trans-unit"):
        address = Address.parse(f"{language}/{book}/{chapter}/{element.get('id', '')}")
        unit = _read_unit(element, address)
        if xml_texts.stands_for_more(xml_texts.child(element, "target")):
            found.append(markup_added(unit, path))
        yield unit


def _read_unit(element: etree._Element, address: Address | None) -> Unit:
    target = xml_texts.child(element, "target")
    text = xml_texts.text_of(target)
    notes = {
        str(note.get("from", "")): split_lines(xml_texts.text_of(note)) for note in xml_texts.children(element, "note")
    }
    contexts = (context for group in xml_texts.children(element, "context-group") for context in group)
    context = next((one for one in contexts if one.get("context-type") == "x-po-msgctxt"), None)
    earlier = next(
        (one for one in xml_texts.children(element, "alt-trans") if one.get("origin") == "translate-pub"), None
    )
    return Unit(
        address,
        xml_texts.text_of(xml_texts.child(element, "source")),
        text,
        _state(element, target, text),
        xml_texts.text_of(context),
        notes.get("developer", ()),
        notes.get("translator", ()) + tuple(line for name in notes if name not in _OURS for line in notes[name]),
        "" if earlier is None else xml_texts.text_of(xml_texts.child(earlier, "source")),
        str(element.get("extradata", "")),
        f"unit {element.get('id', '')}",
        xml_texts.line_of(element),
    )


_OURS = {"developer", "translator"}


def _state(element: etree._Element, target: etree._Element | None, text: str) -> State | None:
    """Read a state: what the target says, then whether it is approved; None where neither says anything."""
    if target is None or not text:
        return State.UNTRANSLATED
    said = _READ.get(str(target.get("state", "")))
    if said is None and element.get("approved") == "yes":
        return State.REVIEWED
    return said
