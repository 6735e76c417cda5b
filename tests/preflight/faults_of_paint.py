"""Faults of what is painted on a page."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name

from tests.preflight import making
from tests.preflight.making import TEXT
from tests.preflight.seeding import (
    GREY,
    PLAIN,
    ROOM,
    WHITE,
    Fault,
    annotate,
    bookmark,
    content,
    form,
    icc,
    pattern,
    picture,
    resources,
    shading,
    spot,
    state,
)

FAULTS: tuple[Fault, ...] = (
    content("P130", "text is in DeviceRGB", "0 0 0 rg BT /F 10 Tf 60 250 Td <0002> Tj ET"),
    content("P130", "a line is in DeviceRGB", "0 0 0 RG 60 250 m 90 250 l S"),
    content("P130", "though nothing is painted in it", "1 0 0 rg"),
    content(
        "P130",
        "an image is in DeviceRGB",
        "q 9 0 0 9 60 250 cm BI /W 40 /H 40 /BPC 8 /CS /RGB ID " + "a" * 4800 + " EI Q",
    ),
    resources("P130", "an image is in DeviceRGB", ROOM, lambda pdf: picture(pdf, 400, 200, Name.DeviceRGB)),
    resources("P130", "a gradient is in DeviceRGB", "/Sh sh", shading),
    resources("P130", "a surface is in DeviceRGB", "/Pattern cs /Pa scn 60 60 30 30 re f", pattern),
    resources("P130", "a surface is in DeviceRGB", "/Fo Do", lambda pdf: form(pdf, "1 0 0 rg 60 60 30 30 re f")),
    resources(
        "P130",
        "a surface is in CMYK with a profile",
        "/Ic cs 0 0 0 1 scn 60 60 9 9 re f",
        lambda pdf: {"ColorSpace": Dictionary(Ic=icc(pdf, 4))},
    ),
    resources(
        "P130",
        "RGB with a profile",
        "/Ic cs 0 0 0 scn 60 60 9 9 re f",
        lambda pdf: {"ColorSpace": Dictionary(Ic=icc(pdf, 3))},
    ),
    resources(
        "P130",
        "Lab",
        "/La cs 0 0 0 scn 60 60 9 9 re f",
        lambda _: {"ColorSpace": Dictionary(La=Array([Name.Lab, Dictionary()]))},
    ),
    content("P131", "a surface asks for Cyan", "0 0 0 1 k", page=3, job=GREY),
    content("P131", "an image asks for Cyan, Magenta, Yellow", "0 0 0 1 k", page=3, job=GREY),
    resources(
        "P131", "text asks for PANTONE 185 C", "/Sp cs 1 scn BT /F 10 Tf 60 250 Td <0002> Tj ET", spot("PANTONE 185 C")
    ),
    resources("P131", "registration marks", "/Sp cs 1 scn 60 60 30 30 re f", spot("All")),
    content("P132", "text of 10 pt is printed in 4 inks", ".6 .4 .4 1 k BT /F 10 Tf 60 250 Td <0002> Tj ET"),
    content("P132", "text of 8 pt is printed in 2 inks", "0 1 0 .5 k BT /F 8 Tf 60 250 Td <0002> Tj ET"),
    content("P133", "white text of 5 pt", f"0 0 0 1 k 50 240 60 30 re f {WHITE}"),
    resources("P135", "is printed at 90 ppi; the printer takes 200 at least", ROOM, lambda pdf: picture(pdf, 100, 50)),
    resources("P136", "is printed at 270 ppi; 300 are wanted", ROOM, lambda pdf: picture(pdf, 300, 150)),
    resources("P137", "more than 450", ROOM, lambda pdf: picture(pdf, 600, 300)),
    content("P138", "a line is 0.1 pt thick", ".1 w 60 250 m 90 250 l S"),
    content("P138", "a line is 0.2 pt thick", "q .4 0 0 .4 0 0 cm .5 w 150 625 m 225 625 l S Q"),
    content("P138", "no thickness", "0 w 60 250 m 90 250 l S"),
    content("P138", "a surface is 0.1 pt thin", "0 0 0 1 k 60 250 100 .1 re f"),
    resources("P139", "an opacity of 50%", f"/G gs {TEXT}", lambda _: {"ExtGState": Dictionary(G=state(ca=0.5))}),
    resources(
        "P139",
        "the blend mode Multiply",
        f"/G gs {TEXT}",
        lambda _: {"ExtGState": Dictionary(G=state(BM=Name.Multiply))},
    ),
    resources(
        "P139",
        "a soft mask",
        f"/G gs {TEXT}",
        lambda _: {"ExtGState": Dictionary(G=state(SMask=Dictionary(S=Name.Alpha)))},
    ),
    resources(
        "P139",
        "an image has a soft mask",
        ROOM,
        lambda pdf: picture(pdf, 400, 200, SMask=making.image(pdf, 9, 9, Name.DeviceGray)),
    ),
    resources(
        "P139",
        "a form is a transparency group",
        "/Fo Do",
        lambda pdf: form(pdf, TEXT, Group=Dictionary(S=Name.Transparency)),
    ),
    Fault(
        "P139",
        "the page is a transparency group",
        lambda pdf: setattr(pdf.pages[0].obj, "Group", Dictionary(S=Name.Transparency)),
        page=1,
    ),
    resources(
        "P139", "an opacity of 50%", f"/G gs {TEXT}", lambda _: {"ExtGState": Dictionary(G=state(ca=0.5))}, job=PLAIN
    ),
    Fault("P140", "an annotation (Link)", annotate, page=1),
    Fault("P141", "bookmarks", bookmark),
    content("P142", "a surface ends at the trim at the left", ".2 0 0 0 k 8.504 100 60 60 re f"),
    content("P142", "a surface ends 1 mm beyond the trim at the left", ".2 0 0 0 k 5.67 100 60 60 re f"),
    resources(
        "P142",
        "an image ends at the trim at the head",
        "q 60 0 0 60 100 373.7 cm /New Do Q",
        lambda pdf: picture(pdf, 300, 300),
    ),
    content(
        "P143",
        "text stands within 5 mm of the trim at the right",
        "0 0 0 1 k BT /F 10 Tf 266 100 Td <00020002> Tj ET",
        page=1,
    ),
    content("P143", "text is cut off at the foot", "0 0 0 1 k BT /F 10 Tf 60 4 Td <00020002> Tj ET"),
    resources(
        "P143",
        "an image stands within 4 mm of the trim at the right",
        "q 90 0 0 90 192 150 cm /New Do Q",
        lambda pdf: picture(pdf, 400, 400),
    ),
    content(
        "P144",
        "text stands within 10 mm of the spine at the left; the printer asks for 12 mm",
        "0 0 0 1 k BT /F 10 Tf 36.85 100 Td <00020002> Tj ET",
    ),
    content(
        "P144",
        "text stands within 5 mm of the spine at the right",
        "0 0 0 1 k BT /F 10 Tf 266 100 Td <00020003> Tj ET",
        page=2,
    ),
    resources(
        "P145",
        "white text overprints",
        "/G gs 0 0 0 0 k BT /F 10 Tf 60 250 Td <0002> Tj ET",
        lambda _: {"ExtGState": Dictionary(G=state(OP=True, op=True, OPM=1))},
    ),
    content("P150", "leaves a hole", ".4 0 0 0 k 50 240 60 30 re f 0 0 0 1 k BT /F 10 Tf 60 250 Td <0002> Tj ET"),
)
