"""What a file says of itself: its document information and its XMP packet."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree
from pikepdf import Name, Pdf, String

from translate_pub.preflight import reading

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Identity:
    """What is said, by key; a list of XMP is one text, its items parted by `; `."""

    info: dict[str, str]
    xmp: dict[str, str] = field(default_factory=dict)
    trouble: str = ""
    """Why the XMP cannot be read."""

    @classmethod
    def of(cls, pdf: Pdf) -> Identity:
        """Read both."""
        said = reading.dictionary(pdf.trailer.get("/Info"))
        info = {key[1:]: _written(value) for key, value in said.items()}
        packet = reading.data(pdf.Root.get("/Metadata"))
        if packet is None:
            return cls(info)
        try:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
            root = etree.fromstring(packet.strip(b"\0 \r\n\t"), parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            return cls(info, trouble=" ".join(str(error).split()))
        return cls(info, _properties(root))


def _written(value: object) -> str:
    if isinstance(value, Name):
        return reading.name(value)
    return str(value) if isinstance(value, String | bool | int) else ""


def _properties(root: etree._Element) -> dict[str, str]:
    """Return the properties of every description, as attributes and as elements (XMP specification part 1, 7)."""
    found: dict[str, str] = {}
    for description in root.iter(f"{_RDF}Description"):
        for key, value in description.attrib.items():
            found.setdefault(str(key), str(value))
        for child in description:
            if isinstance(child.tag, str):
                found.setdefault(child.tag, _value(child))
    return found


def _value(element: etree._Element) -> str:
    """Return a property's text: of alternatives that for all languages, of a list all items."""
    items = list(element.iter(f"{_RDF}li"))
    if not items:
        return _text(element)
    default = [item for item in items if item.get(_LANGUAGE) == "x-default"]
    return "; ".join(_text(item) for item in default or items)


def _text(element: etree._Element) -> str:
    return "".join(str(part) for part in element.itertext()).strip()
