"""What has no place in a file for print: scripts, forms, media, other files, ways of packing that printers refuse."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Stream

from translate_pub.model.preflight import Finding, Job
from translate_pub.model.printing import Standard
from translate_pub.preflight import reading
from translate_pub.preflight.document import Document, Page
from translate_pub.preflight.found import error

_OLD = frozenset((Standard.X1A_2001, Standard.X1A_2003, Standard.X3_2002, Standard.X3_2003))
_OF_1_3 = frozenset((Standard.X1A_2001, Standard.X3_2002))
_DEEPEST = 12
"""How deeply dictionaries that are no objects of their own lie in each other."""
_MEDIA = frozenset(("Movie", "Sound", "RichMedia", "Screen", "3D", "FileAttachment"))
_COMPRESSED = re.compile(rb"/Type\s*/(?:ObjStm|XRef)\b")
_FILTERS = {
    "LZWDecode": (frozenset(Standard), "is packed with LZW"),
    "Crypt": (frozenset(Standard), "is encrypted"),
    "JBIG2Decode": (_OF_1_3, "is packed with JBIG2, which needs PDF 1.4"),
    "JPXDecode": (_OLD, "is packed with JPEG 2000, which needs PDF 1.5"),
}
"""Filter -> (the standards for print that forbid it, what is said)."""


def scripts(document: Document, job: Job) -> Iterator[Finding]:
    """Look for what acts, asks or plays."""
    if job.standard is Standard.UA1:
        return
    root = document.pdf.Root
    named = {
        "scripts (JavaScript)": reading.entry(root, "/Names", "/JavaScript"),
        "embedded files": reading.entry(root, "/Names", "/EmbeddedFiles"),
        "a form (AcroForm)": reading.entry(root, "/AcroForm", "/Fields"),
        "actions of the file (AA)": reading.entry(root, "/AA"),
    }
    for what, found in named.items():
        if found is not None and not (isinstance(found, Array) and not len(found)):
            yield error("P128", f"the file has {what}")
    opening = reading.name(reading.entry(root, "/OpenAction", "/S"))
    if opening and (job.standard.for_print or opening not in {"GoTo", "Named"}):
        yield error("P128", f"the file does something when it is opened ({opening})")


def on_pages(page: Page, job: Job) -> Iterator[Finding]:
    """Look for actions and media of a page."""
    if job.standard is Standard.UA1:
        return
    if reading.entry(page.source.obj, "/AA") is not None:
        yield error("P128", "the page has actions", page.number)
    for annotation in reading.items(reading.entry(page.source.obj, "/Annots")):
        kind = reading.name(reading.entry(annotation, "/Subtype"))
        script = reading.name(reading.entry(annotation, "/A", "/S")) == "JavaScript"
        if kind in _MEDIA or kind == "Widget" or script:
            yield error("P128", f"the page has {'a script' if script else f'a {kind}'}", page.number)


def packing(document: Document, job: Job) -> Iterator[Finding]:
    """Look through every object for what a PDF/X may not have."""
    if not job.standard.for_print:
        return
    if job.standard in _OLD and _COMPRESSED.search(document.data):
        message = f"objects are packed together (object streams), which needs PDF 1.5; {job.standard.value} is older"
        yield error("P129", message)
    if job.standard in _OLD and reading.entry(document.pdf.Root, "/OCProperties") is not None:
        yield error("P129", f"the file has layers (optional content), which {job.standard.value} forbids")
    for one in document.pdf.objects:
        for holder in _dictionaries(one, 0):
            yield from _forbidden(holder, job.standard)


def _dictionaries(value: object, depth: int) -> Iterator[Dictionary | Stream]:
    """Give a dictionary or stream and those within it that are no objects of their own."""
    inside: list[Object] = []
    if depth > _DEEPEST:
        return
    if isinstance(value, Dictionary | Stream):
        yield value
        inside = list(reading.dictionary(value).values())
    elif isinstance(value, Array):
        inside = list(value.as_list()) if len(value) < _LONG else []
    else:
        return
    for one in inside:
        if reading.identity(one) == (0, 0):
            yield from _dictionaries(one, depth + 1)


_LONG = 5000
"""Items of an array that is a table of numbers, in which nothing is looked for."""


def _forbidden(holder: Dictionary | Stream, standard: Standard) -> Iterator[Finding]:
    """Say what of a dictionary the standard forbids (ISO 15930-4, 6.4 to 6.15; ISO 15930-7, 6.2 to 6.18)."""
    kind = reading.name(holder.get("/Subtype"))
    if isinstance(holder, Stream):
        for used in map(reading.name, reading.items(holder.get("/Filter"))):
            standards, message = _FILTERS.get(used, (frozenset(), ""))
            if standard in standards:
                yield error("P129", f"something {message}")
        if "/F" in holder:
            yield error("P129", "something lies in another file")
    if "/OPI" in holder:
        yield error("P129", "an image stands for another that the printer has (OPI)")
    if kind == "Image" and "/Alternates" in holder:
        yield error("P129", "an image has alternates")
    if kind == "PS" or reading.name(holder.get("/Subtype2")) == "PS":
        yield error("P129", "the file has a program for PostScript printers")
    if kind == "Form" and "/Ref" in holder:
        yield error("P129", "something is referred to in another file (Ref)")
    if kind == "Image" and standard in _OLD and reading.number(holder.get("/BitsPerComponent")) > 8:  # noqa: PLR2004  # a byte
        yield error("P129", "an image has 16 bits a colour, which needs PDF 1.5")
    yield from _state(holder)


def _state(holder: Dictionary | Stream) -> Iterator[Finding]:
    """Look at a dictionary of the graphics state."""
    if reading.name(holder.get("/Type")) not in {"ExtGState", ""} or isinstance(holder, Stream):
        return
    curves = holder.get("/TR2", holder.get("/TR") if reading.name(holder.get("/Type")) else None)
    if curves is not None and curves not in {Name("/Default"), Name("/Identity")}:
        yield error("P129", "colours are changed by a transfer curve (TR)")
    if "/HTP" in holder:
        yield error("P129", "the origin of the halftone is set (HTP)")


def content(page: Page, _job: Job) -> Iterator[Finding]:
    """Say what of a page could not be read."""
    for trouble in dict.fromkeys(page.painting.troubles):
        yield error("P104", f"the page's content is damaged: {trouble}", page.number)
