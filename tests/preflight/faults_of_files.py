"""Faults of boxes, pages, fonts and of what a file says of itself."""

from __future__ import annotations

from dataclasses import replace

from pikepdf import Array, Dictionary, Name, String

from tests.preflight.making import JOB, paint
from tests.preflight.seeding import (
    A2U,
    Fault,
    annotate,
    as_opentype,
    blank,
    content,
    drop_box,
    drop_pages,
    forget_unicode,
    form,
    grey,
    info,
    intent,
    marks,
    narrow_bleed,
    picture,
    resize,
    resources,
    root,
    set_box,
    shift,
    sound,
    state,
    type3,
    unembed,
    whole_font,
    with_profile,
)
from translate_pub.model.book import Trim

FAULTS: tuple[Fault, ...] = (
    content("P104", "the page's resources", "/Lost Do"),
    content("P104", "lacks operands", "1 0 cm"),
    Fault("P104", "no media box", set_box("MediaBox", [0, 0, 0, 0]), page=2, also=("P113",)),
    Fault("P105", "-20, -20 pt", shift, page=2),
    Fault("P106", "no trim box", drop_box, page=2, also=("P108", "P109", "P110")),
    Fault(
        "P107",
        "the bleed box reaches beyond the media box",
        set_box("BleedBox", [-9, 0, 300.47, 442]),
        page=2,
        also=("P110", "P111"),
    ),
    Fault("P107", "both a trim box and an art box", set_box("ArtBox", [9, 9, 200, 200]), page=2),
    Fault(
        "P107",
        "the bleed box reaches beyond the crop box",
        set_box("CropBox", [9, 9, 200, 400]),
        page=2,
        also=("P107",),
    ),
    Fault("P108", "105 x 150 mm", resize, page=2, also=("P109",)),
    Fault(
        "P109", "cut to 100 x 150 mm, the book to 140 x 216 mm", grey, replace(JOB, trim=Trim(140, 216)), 1, ("P113",)
    ),
    Fault("P110", "the bleed at the left is 2 mm, the printer asks for 3 mm", narrow_bleed, page=1, also=("P111",)),
    Fault(
        "P110", "though nothing in the file reaches the edge", grey, with_profile(bleed_everywhere=False), 1, ("P113",)
    ),
    Fault("P111", "crop or registration marks", marks, page=2, also=("P105", "P108")),
    Fault("P111", "has no crop marks", sound, with_profile(marks=True), 1),
    Fault("P111", "larger than its trim with the bleed", set_box("MediaBox", [0, 0, 330, 460]), page=2, also=("P108",)),
    Fault("P112", "turned by 90 degrees", lambda pdf: setattr(pdf.pages[1].obj, "Rotate", 90), page=2),
    Fault("P112", "its unit is 2 pt", lambda pdf: setattr(pdf.pages[1].obj, "UserUnit", 2), page=2),
    Fault("P113", "the number of pages, 7, is not a multiple of 4", drop_pages(1)),
    Fault("P114", "the printer binds 16 at least", sound, with_profile(least_pages=16)),
    Fault("P114", "the printer binds 4 at most", sound, with_profile(most_pages=4)),
    Fault(
        "P115",
        "the last page is not blank",
        lambda pdf: paint(pdf, "0 0 0 1 k 60 60 9 9 re f", 8),
        with_profile(last_page_blank=True),
        8,
    ),
    Fault("P116", "a right-hand page (recto) is blank", blank(5), page=5),
    Fault("P116", "both pages of a leaf are blank", blank(5, 6), page=6),
    Fault("P116", "nothing is printed in the whole file", blank(*range(1, 9))),
    Fault("P117", "the font Test is not embedded", unembed, page=1),
    resources("P118", "Type 3", "0 0 0 1 k BT /Three 10 Tf 60 250 Td (aa) Tj ET", type3),
    Fault("P119", "embedded as OpenType", as_opentype, page=1),
    Fault("P120", "which characters its glyphs are", forget_unicode, A2U, 1, ("P124", "P126")),
    Fault("P121", "is embedded whole", whole_font, page=1),
    content("P122", "no glyph for 0x0000", "0 0 0 1 k BT /F 10 Tf 60 250 Td <000200000003> Tj ET"),
    content("P122", "no glyph for 0x00ff", "0 0 0 1 k BT /F 10 Tf 60 250 Td [<000200ff> 3 <0003>] TJ ET"),
    Fault("P124", "/GTS_PDFXVersion of the document information is “PDF/X-9”", info(GTS_PDFXVersion=String("PDF/X-9"))),
    Fault("P124", "has no CreationDate", info(CreationDate=None)),
    Fault(
        "P125",
        "Title is “Another” in the document information and “A Book” in the metadata",
        info(Title=String("Another")),
    ),
    Fault("P125", "CreationDate", info(CreationDate=String("D:20260101130000Z"))),
    Fault("P125", "cannot be read", lambda pdf: setattr(pdf.Root, "Metadata", pdf.make_stream(b"<x:xmpmeta"))),
    Fault("P126", "has no output intent", root(OutputIntents=Array([]))),
    Fault("P126", "is “FOGRA51”, the printer asks for “FOGRA39”", intent(OutputConditionIdentifier=String("FOGRA51"))),
    Fault("P126", "nor the registry", intent(RegistryName=None)),
    Fault(
        "P126", "the printer wants none", lambda pdf: intent(DestOutputProfile=pdf.make_stream(b"x" * 200, N=4))(pdf)
    ),
    Fault("P126", "is damaged", lambda pdf: intent(DestOutputProfile=pdf.make_stream(b"x" * 200, N=4))(pdf)),
    Fault("P127", "trapped", info(Trapped=Name("/Unknown"))),
    Fault("P128", "scripts (JavaScript)", root(Names=Dictionary(JavaScript=Dictionary(Names=Array([]))))),
    Fault("P128", "embedded files", root(Names=Dictionary(EmbeddedFiles=Dictionary(Names=Array([]))))),
    Fault("P128", "a form (AcroForm)", root(AcroForm=Dictionary(Fields=Array([Dictionary(T=String("x"))])))),
    Fault("P128", "when it is opened (JavaScript)", root(OpenAction=Dictionary(S=Name.JavaScript, JS=String("1")))),
    Fault("P128", "the page has actions", lambda pdf: setattr(pdf.pages[0].obj, "AA", Dictionary()), page=1),
    Fault("P128", "the page has a Movie", lambda pdf: annotate(pdf, Subtype=Name.Movie), page=1, also=("P140",)),
    resources("P129", "LZW", "", lambda pdf: picture(pdf, 20, 20, Filter=Name.LZWDecode)),
    resources("P129", "JPEG 2000", "", lambda pdf: picture(pdf, 20, 20, Filter=Name.JPXDecode)),
    resources("P129", "alternates", "", lambda pdf: picture(pdf, 20, 20, Alternates=Array([]))),
    resources("P129", "(OPI)", "", lambda pdf: picture(pdf, 20, 20, OPI=Dictionary())),
    resources("P129", "16 bits", "", lambda pdf: picture(pdf, 20, 20, BitsPerComponent=16)),
    resources(
        "P129", "transfer curve", "", lambda _: {"ExtGState": Dictionary(G=state(Type=Name.ExtGState, TR=Name.Gamma))}
    ),
    resources(
        "P129", "halftone", "", lambda _: {"ExtGState": Dictionary(G=state(Type=Name.ExtGState, HTP=Array([0, 0])))}
    ),
    resources("P129", "PostScript", "/Fo Do", lambda pdf: form(pdf, "", Subtype2=Name.PS)),
    Fault("P129", "layers", root(OCProperties=Dictionary(OCGs=Array([])))),
)
