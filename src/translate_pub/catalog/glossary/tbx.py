"""TBX, the exchange format of termbases (ISO 30042): TBX-Basic of version 3 is written; read are also DCT style and v2.

A file comes from anybody, so no entity is resolved, no other file is read, and one that declares entities is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from translate_pub.catalog.glossary import forms
from translate_pub.model.diagnostic import Diagnostic, Outcome, Severity, Span
from translate_pub.model.glossary import Glossary, Term

if TYPE_CHECKING:
    from lxml.etree import _Element

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_PREFERRED, _ADMITTED, _DEPRECATED = "preferredTerm-admn-sts", "admittedTerm-admn-sts", "deprecatedTerm-admn-sts"
_FORBIDDEN = frozenset((_DEPRECATED, "supersededTerm-admn-sts", "deprecatedTerm", "supersededTerm"))
_PARTS = {
    "noun": "noun",
    "verb": "verb",
    "adjective": "adjective",
    "adverb": "adverb",
    "proper noun": "properNoun",
    "other": "other",
}
"""Parts of speech of TBX-Basic, by our names."""
_ENTRIES, _LANGUAGES, _GROUPS = ("conceptEntry", "termEntry"), ("langSec", "langSet"), ("termSec", "tig", "ntig")
_NOTES = ("note", "definition")
_DECLARATIONS = tuple("<!ENTITY".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_FORBIDDEN_CHARACTERS = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold (section 2.2)."""


@dataclass(slots=True)
class _Concept:
    """What is gathered of an entry."""

    source: list[str] = field(default_factory=list)
    preferred: list[str] = field(default_factory=list)
    admitted: list[str] = field(default_factory=list)
    forbidden: list[str] = field(default_factory=list)
    part_of_speech: str = ""
    notes: list[str] = field(default_factory=list)


def parse(data: bytes, path: str, source_language: str, language: str) -> Outcome[Glossary]:
    """Read the terms of two languages; no value where the file is no termbase.

    A concept with no term in the language of the books is left out. Where the file names a region (`sv-SE`) and we do
    not, or the other way round, the language is the same.

    Args:
        data: of the file.
        path: of the file, for findings.
        source_language: BCP 47 tag of the books.
        language: BCP 47 tag of the translations.
    """
    root = _root(data, path)
    if root.value is None:
        return Outcome(None, root.diagnostics)
    concepts = [each for each in root.value.iter() if _name(each) in _ENTRIES]
    if not concepts:
        message = "this file has no entry of a termbase: no conceptEntry and no termEntry"
        return Outcome(None, (Diagnostic("C135", Severity.ERROR, message, Span(path)),))
    terms = (_term(_concept(each, source_language, language), cast("int | None", each.sourceline)) for each in concepts)
    return Outcome(Glossary(language, path, tuple(term for term in terms if term)))


def serialize(glossary: Glossary, source_language: str, title: str) -> bytes:
    """Write a glossary as TBX-Basic, in DCA style.

    The first of several translations is the preferred one, the others are admitted, forbidden ones deprecated. Stars
    stay in the terms.

    Args:
        glossary: its terms.
        source_language: BCP 47 tag of the books.
        title: of the termbase.
    """
    from lxml import etree  # noqa: PLC0415  # only exchange needs it, and it costs every start

    root = etree.fromstring(f'<tbx xmlns="{NAMESPACE}"/>')
    for name, value in (("type", "TBX-Basic"), ("style", "dca"), (_XML_LANG, source_language)):
        root.set(name, value)
    header = _add(_add(root, "tbxHeader"), "fileDesc")
    _add(_add(header, "titleStmt"), "title", title)
    _add(_add(header, "sourceDesc"), "p", "Made by translate-pub.")
    body = _add(_add(root, "text"), "body")
    for number, term in enumerate(glossary.terms, 1):
        _write(_add(body, "conceptEntry", id=f"c{number}"), term, source_language, glossary.language)
    etree.indent(root)
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True))


def _write(entry: _Element, term: Term, source_language: str, language: str) -> None:
    """Write a term into its entry."""
    if term.note:
        _add(entry, "note", term.note)
    statuses = [_PREFERRED, *[_ADMITTED] * max(0, len(term.allowed) - 1)][: len(term.allowed)]
    wanted = [*zip(term.allowed, statuses, strict=True), *((form, _DEPRECATED) for form in term.forbidden)]
    sides = ((source_language, [(form, "") for form in term.source]), (language, wanted))
    for tag, written in sides:
        section = _add(entry, "langSec", xml_lang=tag) if written else entry
        for form, status in written:
            group = _add(section, "termSec")
            _add(group, "term", form)
            if term.part_of_speech:
                part = _PARTS.get(term.part_of_speech.casefold(), "other")
                _add(group, "termNote", part, type="partOfSpeech")
            if status:
                _add(group, "termNote", status, type="administrativeStatus")


def _add(parent: _Element, name: str, text: str = "", **attributes: str) -> _Element:
    """Put an element into another."""
    from lxml import etree  # noqa: PLC0415  # as above

    named = {_XML_LANG if key == "xml_lang" else key: value for key, value in attributes.items()}
    made = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}", named)
    if text:
        made.text = _FORBIDDEN_CHARACTERS.sub("\ufffd", text)
    return made


def _root(data: bytes, path: str) -> Outcome[_Element]:
    """Parse XML that nobody vouches for."""
    from lxml import etree  # noqa: PLC0415  # as above

    if any(declaration in data for declaration in _DECLARATIONS):
        message = "the file declares entities, which could read other files or fill the memory"
        hint = "save it anew without a DOCTYPE"
        return Outcome(None, (Diagnostic("C135", Severity.ERROR, message, Span(path), (hint,)),))
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return Outcome(etree.fromstring(data, parser))
    except etree.XMLSyntaxError as error:
        place = Span(path, max(1, error.lineno or 1))
        return Outcome(None, (Diagnostic("C135", Severity.ERROR, f"this is not XML: {error.msg}", place),))


def _concept(entry: _Element, source_language: str, language: str) -> _Concept:
    """Gather what an entry says in two languages."""
    found = _Concept()
    for section in (each for each in entry.iter() if _name(each) in _LANGUAGES):
        tag = section.get(_XML_LANG) or section.get("lang") or ""
        for group in (each for each in section.iter() if _name(each) in _GROUPS):
            _gather(group, found, into_source=_same(tag, source_language), into_target=_same(tag, language))
    outside = (each for each in entry.iter() if _name(each) in _NOTES or each.get("type") in _NOTES)
    found.notes = [text for each in outside if (text := _text(each))]
    return found


def _gather(group: _Element, found: _Concept, *, into_source: bool, into_target: bool) -> None:
    """Take a term with what is said of it."""
    said = {each.get("type") or _name(each): _text(each) for each in group.iter()}
    form = _form(said.get("term", ""))
    if not form or not (into_source or into_target):
        return
    status = said.get("administrativeStatus") or said.get("normativeAuthorization", "")
    part = said.get("partOfSpeech", "")
    found.part_of_speech = found.part_of_speech or next((ours for ours, its in _PARTS.items() if its == part), part)
    if into_source:
        found.source += [form] if status not in _FORBIDDEN else []
    elif status in _FORBIDDEN:
        found.forbidden.append(form)
    else:
        (found.preferred if status == _PREFERRED else found.admitted).append(form)


def _term(found: _Concept, line: int | None) -> Term | None:
    """Make a row of what was gathered; none without a term in the language of the books."""
    if not found.source:
        return None
    return Term(
        tuple(dict.fromkeys(found.source)),
        tuple(dict.fromkeys((*found.preferred, *found.admitted))),
        tuple(dict.fromkeys(found.forbidden)),
        found.part_of_speech,
        "; ".join(dict.fromkeys(found.notes)),
        line,
    )


def _form(text: str) -> str:
    """Write a term as a form: what is notation with us is no letter of it."""
    written = text.replace(forms.ALTERNATIVE, "/")
    return written.replace(forms.STAR, "") if forms.fault(written) else written


def _same(tag: str, language: str) -> bool:
    """Whether two tags are of one language: equal, or one of them without a region."""
    one, other = tag.replace("_", "-").casefold(), language.casefold()
    return one == other or one == other.partition("-")[0] or other == one.partition("-")[0]


def _name(element: _Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _text(element: _Element) -> str:
    """Return the text of an element, with single spaces."""
    return " ".join("".join(map(str, element.itertext())).split())
