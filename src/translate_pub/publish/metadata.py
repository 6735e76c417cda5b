"""What a PDF says of itself: document information and XMP in agreement, nothing that changes from build to build."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from xml.sax.saxutils import escape

from pikepdf import Dictionary, Name, Pdf, String

from translate_pub.model.pages import Imprint

PRODUCER = "translate-pub"
_SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "prism": "http://prismstandard.org/namespaces/basic/2.0/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
}


def write(pdf: Pdf, imprint: Imprint) -> None:
    """Write title, authors, translators, ISBN and language."""
    info = pdf.docinfo
    for key in list(info.keys()):
        del info[key]
    for key, text in _information(imprint).items():
        if text:
            info[key] = String(text)
    packet = pdf.make_stream(xmp(imprint).encode())
    packet.stream_dict = Dictionary(Type=Name.Metadata, Subtype=Name.XML)
    pdf.Root.Metadata = packet
    pdf.Root.Lang = String(imprint.language)
    pdf.Root.ViewerPreferences = Dictionary(
        DisplayDocTitle=True, Direction=Name.R2L if imprint.direction == "rtl" else Name.L2R
    )
    # The first page is a recto, which stands alone on its side of the first spread.
    pdf.Root.PageLayout = Name.TwoPageRight
    pdf.Root.PageMode = Name.UseOutlines


def _information(imprint: Imprint) -> dict[str, str]:
    return {
        "/Title": imprint.title,
        "/Author": "; ".join(imprint.authors),
        "/Translator": "; ".join(imprint.translators),
        "/Publisher": imprint.publisher,
        "/ISBN": imprint.isbn,
        "/Creator": PRODUCER,
        "/Producer": PRODUCER,
    }


def xmp(imprint: Imprint) -> str:
    """Write the XMP packet (ISO 16684-1)."""
    isbn = "".join(character for character in imprint.isbn if character.isalnum())
    identifier = uuid.uuid5(uuid.NAMESPACE_URL, f"{PRODUCER}:{imprint.identifier}")
    parts = [
        "<dc:format>application/pdf</dc:format>",
        _alternatives("dc:title", imprint.title, imprint.language),
        _list("dc:creator", "Seq", imprint.authors),
        _list("dc:contributor", "Bag", imprint.translators),
        _list("dc:publisher", "Bag", [imprint.publisher] if imprint.publisher else []),
        _list("dc:language", "Bag", [imprint.language]),
        f"<dc:identifier>urn:isbn:{escape(isbn)}</dc:identifier><prism:isbn>{escape(imprint.isbn)}</prism:isbn>"
        if isbn
        else "",
        f"<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool><pdf:Producer>{PRODUCER}</pdf:Producer>",
        f"<xmpMM:DocumentID>uuid:{identifier}</xmpMM:DocumentID>",
    ]
    spaces = "".join(f' xmlns:{prefix}="{address}"' for prefix, address in _SPACES.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about=""{spaces}>{"".join(parts)}</rdf:Description></rdf:RDF></x:xmpmeta>\n'
        '<?xpacket end="w"?>'
    )


def _alternatives(name: str, text: str, language: str) -> str:
    items = "".join(f'<rdf:li xml:lang="{tag}">{escape(text)}</rdf:li>' for tag in ("x-default", escape(language)))
    return f"<{name}><rdf:Alt>{items}</rdf:Alt></{name}>"


def _list(name: str, kind: str, texts: Sequence[str]) -> str:
    if not texts:
        return ""
    items = "".join(f"<rdf:li>{escape(text)}</rdf:li>" for text in texts)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>"
