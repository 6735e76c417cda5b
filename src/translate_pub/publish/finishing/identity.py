"""What a finished file says of itself: the standard that it claims, the press that it is for, dates, identifiers.

Document information and XMP agree (ISO 15930-7, 6.8; ISO 16684-1).
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import uuid
import warnings

import pikepdf
from lxml import etree
from pikepdf import Array, Dictionary, Name, Pdf, String

from translate_pub.model.printing import OutputCondition, Standard
from translate_pub.publish.finishing import icc
from translate_pub.publish.metadata import PRODUCER

_VERSIONS = {
    Standard.X1A_2001: "PDF/X-1:2001",
    Standard.X1A_2003: "PDF/X-1a:2003",
    Standard.X3_2002: "PDF/X-3:2002",
    Standard.X3_2003: "PDF/X-3:2003",
    Standard.X4: "PDF/X-4",
}
"""How a file names its standard (ISO 15930-1, -3, -4, -6 and -7, "GTS_PDFXVersion")."""
_CONFORMANCE = {Standard.X1A_2001: "PDF/X-1a:2001"}
_ISBN = "{http://prismstandard.org/namespaces/basic/2.0/}isbn"
_DESCRIPTION = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}Description"
_PACKET = re.compile(rb"(\s*<\?xpacket begin=.*?\?>\s*)(<.*>)(\s*<\?xpacket end=.*?\?>\s*)", re.DOTALL)
UNDATED = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""The date of a file whose maker gives none: PDF/X wants one, and the same input is to make the same bytes."""


def write(
    pdf: Pdf, standard: Standard, condition: OutputCondition | None, profile: bytes | None, date: dt.datetime
) -> None:
    """Write output intent, document information and XMP."""
    for key in ("/OutputIntents", "/Version", "/Extensions"):
        if key in pdf.Root:
            del pdf.Root[key]
    if standard.for_print and condition is not None:
        pdf.Root.OutputIntents = Array([_intent(pdf, condition, profile)])
    if standard is Standard.A2U:
        pdf.Root.OutputIntents = Array([_screen_intent(pdf)])
    _begin(pdf)
    info = pdf.docinfo
    for key in ("/Creator", "/Producer"):
        info[key] = String(PRODUCER)
    if standard is not Standard.PLAIN:
        info["/CreationDate"] = info["/ModDate"] = String(_pdf_date(date))
    if standard.for_print:
        info["/Trapped"] = Name("/False")
        info["/GTS_PDFXVersion"] = String(_VERSIONS[standard])
        if standard in _CONFORMANCE:
            info["/GTS_PDFXConformance"] = String(_CONFORMANCE[standard])
    _describe(pdf, standard, date)


def _begin(pdf: Pdf) -> None:
    """See to it that a file has a title, and a description in XMP of what it says of itself."""
    info = pdf.docinfo
    if "/Title" not in info:
        info["/Title"] = String("")
    if "/Metadata" not in pdf.Root:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what a stranger's file says of itself in ways of its own
            xmp.load_from_docinfo(info)


def _intent(pdf: Pdf, condition: OutputCondition, profile: bytes | None) -> Dictionary:
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=String(condition.identifier),
        RegistryName=String(condition.registry),
        Info=String(condition.info or condition.identifier),
    )
    if condition.info:
        intent.OutputCondition = String(condition.info)
    if profile is not None and condition.embedded:
        stream = pdf.make_stream(profile)
        stream.N = icc.channels(profile) or 4
        intent.DestOutputProfile = stream
    return pdf.make_indirect(intent)


def _screen_intent(pdf: Pdf) -> Dictionary:
    """Describe the screen that an archived file was made for: sRGB."""
    stream = pdf.make_stream(icc.srgb())
    stream.N = 3
    name = String("sRGB IEC61966-2.1")
    intent = Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFA1, OutputConditionIdentifier=name, Info=name)
    intent.RegistryName, intent.DestOutputProfile = String("http://www.color.org"), stream
    return pdf.make_indirect(intent)


def _describe(pdf: Pdf, standard: Standard, date: dt.datetime) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        xmp["xmp:CreatorTool"] = xmp["pdf:Producer"] = PRODUCER
        if standard is not Standard.PLAIN:
            for key in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"):
                xmp[key] = date.isoformat(timespec="seconds")
        if "xmpMM:DocumentID" not in xmp:
            xmp["xmpMM:DocumentID"] = f"uuid:{_identifier(pdf)}"
        if standard is Standard.UA1:
            xmp["pdfuaid:part"] = "1"
        if standard is Standard.A2U:
            xmp["pdfaid:part"], xmp["pdfaid:conformance"] = "2", "U"
            if _ISBN in xmp:  # which PDF/A would have described at length; the identifier has it too
                del xmp[_ISBN]
        if standard.for_print:
            xmp["xmpMM:VersionID"], xmp["xmpMM:RenditionClass"] = "1", "default"
            xmp["pdf:Trapped"] = "False"
            space = "pdfxid" if standard is Standard.X4 else "pdfx"
            xmp[f"{space}:GTS_PDFXVersion"] = _VERSIONS[standard]
            if standard in _CONFORMANCE:
                xmp["pdfx:GTS_PDFXConformance"] = _CONFORMANCE[standard]
    _declare_first(pdf)


def _declare_first(pdf: Pdf) -> None:
    """Declare namespaces where a description begins, and not at each property: some readers look nowhere else."""
    head, body, tail = _PACKET.fullmatch(pdf.Root.Metadata.read_bytes()).groups()  # type: ignore[union-attr] # as it was written
    tree = etree.fromstring(body)
    for description in tree.iter(_DESCRIPTION):
        spaces = {prefix: space for one in description.iter() for prefix, space in one.nsmap.items() if prefix}
        etree.cleanup_namespaces(description, top_nsmap=spaces)
    packet = pdf.make_stream(head + etree.tostring(tree, encoding="utf-8") + tail)
    packet.stream_dict = Dictionary(Type=Name.Metadata, Subtype=Name.XML)
    pdf.Root.Metadata = packet


def _identifier(pdf: Pdf) -> uuid.UUID:
    """Name a file by what is drawn on its pages."""
    digest = hashlib.sha256()
    for page in pdf.pages:
        if "/Contents" in page.obj:
            digest.update(pikepdf.unparse_content_stream(pikepdf.parse_content_stream(page)))
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{PRODUCER}:{digest.hexdigest()}")


def _pdf_date(date: dt.datetime) -> str:
    zone = date.strftime("%z") or "+0000"
    return f"D:{date:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:5]}'"
