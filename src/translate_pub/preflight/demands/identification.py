"""What a file says of itself: the standard that it meets, the press that it is for, title and dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pikepdf import Object, Stream

from translate_pub.model.preflight import Finding, Job
from translate_pub.model.printing import Standard
from translate_pub.preflight import reading
from translate_pub.preflight.document import Document
from translate_pub.preflight.found import error
from translate_pub.preflight.identity import Identity

_BY_INFO = {
    Standard.X1A_2001: {"/GTS_PDFXVersion": "PDF/X-1:2001", "/GTS_PDFXConformance": "PDF/X-1a:2001"},
    Standard.X1A_2003: {"/GTS_PDFXVersion": "PDF/X-1a:2003"},
    Standard.X3_2002: {"/GTS_PDFXVersion": "PDF/X-3:2002"},
    Standard.X3_2003: {"/GTS_PDFXVersion": "PDF/X-3:2003"},
}
"""Standard -> what the document information says (ISO 15930-1, -3, -4 and -6, each 6.2 or 6.3)."""
_BY_XMP = {
    Standard.X4: {"{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion": "PDF/X-4"},
    Standard.A2U: {
        "{http://www.aiim.org/pdfa/ns/id/}part": "2",
        "{http://www.aiim.org/pdfa/ns/id/}conformance": "U",
    },
    Standard.UA1: {"{http://www.aiim.org/pdfua/ns/id/}part": "1"},
}
"""Standard -> what the XMP packet says (ISO 15930-7, 6.3; ISO 19005-2, 6.6.4; ISO 14289-1, 5)."""
_TWICE = {
    "Title": "{http://purl.org/dc/elements/1.1/}title",
    "Author": "{http://purl.org/dc/elements/1.1/}creator",
    "Producer": "{http://ns.adobe.com/pdf/1.3/}Producer",
    "Creator": "{http://ns.adobe.com/xap/1.0/}CreatorTool",
    "CreationDate": "{http://ns.adobe.com/xap/1.0/}CreateDate",
    "ModDate": "{http://ns.adobe.com/xap/1.0/}ModifyDate",
    "Trapped": "{http://ns.adobe.com/pdf/1.3/}Trapped",
    "GTS_PDFXVersion": "{http://ns.adobe.com/pdfx/1.3/}GTS_PDFXVersion",
    "GTS_PDFXConformance": "{http://ns.adobe.com/pdfx/1.3/}GTS_PDFXConformance",
}
"""Key of the document information -> the property of XMP that is the same (ISO 19005-1, table 1)."""
_ALWAYS = ("/Title", "/CreationDate", "/ModDate")
"""What the document information of a PDF/X has (ISO 15930-4, 6.10)."""


def version(document: Document, job: Job) -> Iterator[Finding]:
    """See that the file is of no newer PDF than the standard knows."""
    most = job.standard.version
    found = document.pdf.pdf_version
    if most is not None and _ordered(found) > _ordered(most):
        yield error("P123", f"the file is PDF {found}; {job.standard.value} is made of PDF {most}")


def _ordered(written: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", written))


def check(document: Document, job: Job) -> Iterator[Finding]:
    """See that the file claims the standard, and says the same of itself in both places."""
    said = Identity.of(document.pdf)
    yield from _claims(said, job.standard)
    if said.trouble:
        yield error("P125", f"the metadata (XMP) cannot be read: {said.trouble}")
    if job.standard is not Standard.PLAIN:
        yield from _agreement(said)
    if job.standard.for_print:
        yield from _information(document, said, job.standard)
    if job.standard is Standard.UA1:
        yield from _accessible(document)


def _claims(said: Identity, standard: Standard) -> Iterator[Finding]:
    """Hold what it says against what such a file says."""
    for key, value in _BY_INFO.get(standard, {}).items():
        found = said.info.get(key[1:], "")
        if found != value:
            yield error("P124", _claim(standard, f"{key} of the document information", found, value))
    for key, value in _BY_XMP.get(standard, {}).items():
        found = said.xmp.get(key, "")
        if found != value:
            yield error("P124", _claim(standard, f"{key.partition('}')[2]} of the metadata (XMP)", found, value))


def _claim(standard: Standard, where: str, found: str, value: str) -> str:
    told = f"is “{found}”" if found else "is missing"
    return f"the file does not say that it is {standard.value}: {where} {told}, not “{value}”"


def _agreement(said: Identity) -> Iterator[Finding]:
    """Compare the document information with the metadata where both say something."""
    for key, prop in _TWICE.items():
        info, xmp = said.info.get(key), said.xmp.get(prop)
        if info and xmp and not _same(key, info, xmp):
            yield error("P125", f"{key} is “{info}” in the document information and “{xmp}” in the metadata (XMP)")


def _same(key: str, info: str, xmp: str) -> bool:
    if key.endswith("Date"):
        return _digits(info) == _digits(xmp)
    return info == xmp or [part.strip() for part in re.split("[;,]", info)] == xmp.split("; ")


def _digits(date: str) -> str:
    """Return a date as its digits alone, without its zone where that is none: `D:20260101120000Z`."""
    digits = re.sub(r"\D", "", date)
    return digits.removesuffix("0000") if len(digits) > len("20260101120000") else digits


def _information(document: Document, said: Identity, standard: Standard) -> Iterator[Finding]:
    """See that a PDF/X has the entries that it must have."""
    for key in _ALWAYS:
        if not said.info.get(key[1:]):
            yield error("P124", f"the document information has no {key[1:]}, which {standard.value} asks for")
    if said.info.get("Trapped") not in {"True", "False"}:
        yield error("P127", f"the file does not say whether it is trapped (Trapped), which {standard.value} asks for")
    if len(reading.items(document.pdf.trailer.get("/ID"))) != len(("first", "now")):
        yield error("P124", f"the file has no identifier (ID), which {standard.value} asks for")


def _accessible(document: Document) -> Iterator[Finding]:
    """See that a tagged file has what readers need first (ISO 14289-1, 7.1 and 7.2)."""
    root = document.pdf.Root
    if not reading.true(reading.entry(root, "/MarkInfo", "/Marked")) or reading.entry(root, "/StructTreeRoot") is None:
        yield error("P124", "the file is not tagged, which UA-1 asks for")
    if not reading.text(reading.entry(root, "/Lang")):
        yield error("P124", "the file does not say which language it is in (Lang)")
    if not reading.true(reading.entry(root, "/ViewerPreferences", "/DisplayDocTitle")):
        yield error("P124", "readers are not told to show the title (DisplayDocTitle)")


def intent(document: Document, job: Job) -> Iterator[Finding]:
    """Hold the output intent against the press that the printer names."""
    intents = reading.items(reading.entry(document.pdf.Root, "/OutputIntents"))
    wanted = "GTS_PDFA1" if job.standard is Standard.A2U else "GTS_PDFX"
    of_kind = [one for one in intents if reading.name(reading.entry(one, "/S")) == wanted]
    if job.standard in {Standard.PLAIN, Standard.UA1}:
        return
    if len(of_kind) != 1:
        how = "has no output intent" if not of_kind else f"has {len(of_kind)} output intents"
        yield error("P126", f"the file {how}: it does not say which press its colours are for")
        return
    yield from _condition(of_kind[0], job)
    profile = reading.entry(of_kind[0], "/DestOutputProfile")
    if isinstance(profile, Stream):
        yield from _profile(profile)


def _condition(found: Object, job: Job) -> Iterator[Finding]:
    """Hold the condition that is named, and its profile, against the printer's."""
    condition = job.profile.condition
    named = reading.text(reading.entry(found, "/OutputConditionIdentifier"))
    has = reading.entry(found, "/DestOutputProfile") is not None
    if not named:
        yield error("P126", "the output intent names no condition (OutputConditionIdentifier)")
    elif condition is not None and job.standard.for_print and named != condition.identifier:
        yield error("P126", f"the output intent is “{named}”, the printer asks for “{condition.identifier}”")
    if job.standard.for_print and not has and not reading.text(reading.entry(found, "/RegistryName")):
        yield error("P126", "the output intent has neither a profile nor the registry that knows it (RegistryName)")
    if job.standard is Standard.X4 and not has:
        yield error("P126", "the profile of the output intent is not embedded, which X-4 asks for")
    elif condition is not None and job.standard.for_print and has is not condition.embedded:
        what = "is embedded; the printer wants none" if has else "is not embedded; the printer wants it"
        yield error("P126", f"the profile of the output intent {what}")


_CHANNELS = {b"CMYK": 4, b"GRAY": 1, b"RGB ": 3}


def _profile(profile: Stream) -> Iterator[Finding]:
    """See that an ICC profile is one, of a printer, and of the channels that it is said to have (ICC.1:2010, 7.2)."""
    data = reading.data(profile) or b""
    if data[36:40] != b"acsp" or int.from_bytes(data[:4], "big") != len(data):
        yield error("P126", "the profile of the output intent is damaged")
        return
    channels = _CHANNELS.get(data[16:20])
    if channels != int(reading.number(profile.get("/N"))):
        yield error("P126", f"the profile of the output intent is of {data[16:20].decode('latin-1').strip()}, N is not")


_UNNAMED = re.compile(r"(?:stream )?<_io\.BytesIO object at \w+>,?\s*(?::\s*)?")
"""What the library calls a file that it was given without a name."""


def damage(document: Document, _job: Job) -> Iterator[Finding]:
    """Say what was mended when the file was read."""
    told: dict[str, None] = {}
    for said in document.pdf.get_warnings():
        told.setdefault(_UNNAMED.sub("", " ".join(str(said).split()))[:200])
    for text in list(told)[:5]:
        yield error("P103", f"the file is damaged: {text}", hint="make it again, or mend it: qpdf IN.pdf OUT.pdf")


def unlocked(document: Document, job: Job) -> Iterator[Finding]:
    """See that the file asks nobody for leave."""
    if document.pdf.is_encrypted and job.standard is not Standard.UA1:
        hint = "take the protection away in the program that it was made with"
        yield error("P101", "the file is encrypted: printing or changing it is restricted", hint=hint)


def size(document: Document, job: Job) -> Iterator[Finding]:
    """Hold the file's size against the largest that the printer takes."""
    most, found = job.profile.largest_mb, len(document.data) / 1_000_000
    if most is not None and found > most:
        yield error("P102", f"the file has {found:.1f} MB; the printer takes {most:g} MB at most")
