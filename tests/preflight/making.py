"""Small files for print, made by hand: sound ones, to which a test does one wrong thing."""

from __future__ import annotations

import functools
import io
from collections.abc import Callable
from dataclasses import replace

import pikepdf
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from pikepdf import Array, Dictionary, Name, Pdf, String

from translate_pub.model.book import Trim
from translate_pub.model.preflight import Job, Judgement, Part
from translate_pub.model.printing import (
    BarcodeZone,
    ColourMode,
    Edges,
    OutputCondition,
    Paper,
    PrinterProfile,
    Spine,
    Standard,
)
from translate_pub.preflight import judging
from translate_pub.preflight.judging import Evidence
from translate_pub.preflight.measures import POINTS_PER_MM

TRIM = Trim(100, 150)
PAGES = 8
PROFILE = PrinterProfile(
    name="test",
    title="A press for tests",
    standard=Standard.X1A_2003,
    colour=ColourMode.CMYK,
    condition=OutputCondition("FOGRA39", embedded=False),
    bleed=Edges(3, 3, 3, 3),
    gutters=((100, 12.0), (300, 15.0)),
    margins=Edges(8, 8, 8, 8),
    cover_margin_mm=5.0,
    page_multiple=4,
    least_pages=4,
    most_pages=12,
    ink_limit=240,
    papers=(Paper("white", caliper_um=100),),
    spine=Spine(text_from_pages=80, clear_mm=1.5, least_mm=2),
    barcode=BarcodeZone(50, 30, 6, 6),
    largest_mb=1,
)
JOB = Job(PROFILE, trim=TRIM, right_to_left=False)
COVER = replace(JOB, part=Part.COVER, pages=200)
SPINE_MM = 10.0
"""200 pages of a paper of 0.1 mm."""

Change = Callable[[Pdf], object]


@functools.cache
def font_file() -> bytes:
    """Make a TrueType font of four glyphs: none, a space, a square and a bar."""
    names = [".notdef", "space", "A", "B"]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({0x20: "space", 0x41: "A", 0x42: "B"})
    glyphs = {}
    for name, width in zip(names, (400, 0, 500, 100), strict=True):
        pen = TTGlyphPen(None)
        if width:
            for place, (x, y) in enumerate(((50, 0), (50, 700), (50 + width, 700), (50 + width, 0))):
                (pen.lineTo if place else pen.moveTo)((x, y))
            pen.closePath()
        glyphs[name] = pen.glyph()
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(dict.fromkeys(names, (600, 50)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Test", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    out = io.BytesIO()
    builder.font.save(out)
    return out.getvalue()


def font(pdf: Pdf) -> pikepdf.Object:
    """Embed the font: codes of two bytes, each the number of its glyph."""
    file = pdf.make_stream(font_file(), Length1=len(font_file()))
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name("/ABCDEF+Test"),
        Flags=4,
        FontBBox=Array([0, -200, 600, 800]),
        ItalicAngle=0,
        Ascent=800,
        Descent=-200,
        CapHeight=700,
        StemV=80,
        FontFile2=file,
    )
    inside = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name("/ABCDEF+Test"),
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor),
        DW=600,
        W=Array([0, Array([600, 600, 600, 600])]),
        CIDToGIDMap=Name.Identity,
    )
    unicode = b"1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0002> <0003> <0041> endbfrange"
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name("/ABCDEF+Test"),
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(inside)]),
            ToUnicode=pdf.make_stream(unicode),
        )
    )


def image(pdf: Pdf, width: int = 60, height: int = 60, space: Name = Name.DeviceCMYK) -> pikepdf.Stream:
    """Make an image of one colour, with 20 % of its last ink."""
    components = {Name.DeviceGray: 1, Name.DeviceRGB: 3, Name.DeviceCMYK: 4}[space]
    pixel = b"\0" * (components - 1) + b"\x33"
    return pdf.make_stream(
        pixel * (width * height),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=width,
        Height=height,
        BitsPerComponent=8,
        ColorSpace=space,
    )


def boxes(page: pikepdf.Page, width_mm: float, height_mm: float, bleed_mm: float = 3) -> None:
    """Set the boxes of a page."""
    bleed, width, height = (measure * POINTS_PER_MM for measure in (bleed_mm, width_mm, height_mm))
    whole = Array([0, 0, width + 2 * bleed, height + 2 * bleed])
    page.obj.MediaBox, page.obj.BleedBox = whole, Array(list(whole.as_list()))
    page.obj.TrimBox = Array([bleed, bleed, bleed + width, bleed + height])


def paint(pdf: Pdf, content: str, number: int = 1, /, **resources: Dictionary) -> None:
    """Paint more on a page, with more resources by kind."""
    page = pdf.pages[number - 1]
    page.contents_add(content.encode())
    for kind, named in resources.items():
        held = page.obj.Resources.get(f"/{kind}", Dictionary())
        for name, value in named.items():
            held[name] = value
        page.obj.Resources[f"/{kind}"] = held


TEXT = "0 0 0 1 k BT /F 10 Tf 60 200 Td <00020001000200030002> Tj ET"
"""A line of black text, well inside of the margins."""


def interior(standard: Standard = Standard.X1A_2003, pages: int = PAGES) -> Pdf:
    """Make a sound interior: text, a rule, a tint and an image over the bleed, the last page blank."""
    pdf = pikepdf.new()
    face, picture = font(pdf), image(pdf, 1400, 400)
    for number in range(1, pages + 1):
        page = pdf.add_blank_page(page_size=(300, 450))
        boxes(page, TRIM.width_mm, TRIM.height_mm)
        resources = Dictionary(Font=Dictionary(F=face), XObject=Dictionary(Im=picture))
        page.obj.Resources = resources
        if number == pages:
            continue
        page.obj.Contents = pdf.make_stream(f"{TEXT} 0 0 0 1 K .5 w 60 180 m 200 180 l S".encode())
    paint(pdf, "q 300.472 0 0 85 0 0 cm /Im Do Q .2 0 0 .1 k 60 300 100 40 re f", 3)
    identify(pdf, standard)
    return pdf


def cover(width_mm: float = 2 * TRIM.width_mm + SPINE_MM) -> Pdf:
    """Make a sound cover: a ground over the bleed, a title on the front."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(300, 450))
    boxes(page, width_mm, TRIM.height_mm)
    page.obj.Resources = Dictionary(Font=Dictionary(F=font(pdf)))
    page.obj.Contents = pdf.make_stream(
        b"0 0 0 .2 k -10 -10 2000 2000 re f 0 0 0 1 k BT /F 30 Tf 380 300 Td <00020003> Tj ET"
    )
    identify(pdf, Standard.X1A_2003)
    return pdf


def identify(pdf: Pdf, standard: Standard) -> None:
    """Have a file say what it is, in both places alike."""
    said = {Standard.X1A_2001: "PDF/X-1:2001", Standard.X1A_2003: "PDF/X-1a:2003", Standard.X3_2002: "PDF/X-3:2002"}
    info = pdf.docinfo
    info.Title, info.Producer = String("A Book"), String("By hand")
    info.CreationDate = info.ModDate = String("D:20260101120000Z")
    info.Trapped = Name("/False")
    if standard in said:
        info.GTS_PDFXVersion = String(said[standard])
    if standard is Standard.X1A_2001:
        info.GTS_PDFXConformance = String("PDF/X-1a:2001")
    ids = ""
    if standard is Standard.X4:
        ids = '<rdf:Description xmlns:x="http://www.npes.org/pdfx/ns/id/"><x:GTS_PDFXVersion>PDF/X-4</x:GTS_PDFXVersion></rdf:Description>'
    if standard is Standard.A2U:
        ids = '<rdf:Description xmlns:x="http://www.aiim.org/pdfa/ns/id/" x:part="2" x:conformance="U"/>'
    packet = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">'
        '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">A Book</rdf:li></rdf:Alt></dc:title>'
        "<xmp:CreateDate>2026-01-01T12:00:00Z</xmp:CreateDate></rdf:Description>"
        f"{ids}</rdf:RDF></x:xmpmeta>"
    )
    pdf.Root.Metadata = pdf.make_stream(packet.encode(), Type=Name.Metadata, Subtype=Name.XML)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=String("FOGRA39"),
        RegistryName=String("http://www.color.org"),
    )
    pdf.Root.OutputIntents = Array([intent])


def saved(pdf: Pdf, version: str = "1.4", **options: object) -> bytes:
    """Write a file as old programs read it: no object streams."""
    out = io.BytesIO()
    settings: dict[str, object] = {
        "object_stream_mode": pikepdf.ObjectStreamMode.disable,
        "deterministic_id": True,
        "fix_metadata_version": False,
    }
    if "encryption" in options:
        del settings["deterministic_id"]
    pdf.save(out, force_version=version, **{**settings, **options})  # type: ignore[arg-type]  # of save's own kinds
    return out.getvalue()


def judge(file: Pdf | bytes, job: Job = JOB, evidence: Evidence | None = None) -> Judgement:
    """Judge a file; its ink is not measured unless there is evidence."""
    data = file if isinstance(file, bytes) else saved(file)
    return judging.judge(data, "file.pdf", job, evidence or Evidence(rasters=()))


def codes(judgement: Judgement) -> set[str]:
    """Return the codes of what was found."""
    return {finding.code for finding in judgement.findings}


def opened(data: bytes) -> Pdf:
    """Open a file again."""
    return Pdf.open(io.BytesIO(data))
