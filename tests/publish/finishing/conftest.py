"""A book with colours from every source that there is, and printers' profiles to finish it by."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageCms

from translate_pub.model.book import Matter, Role, Trim
from translate_pub.model.edition import ChapterHtml, Opening
from translate_pub.model.pages import Imprint, Publication
from translate_pub.model.printing import ColourMode, Edges, OutputCondition, PrinterProfile, Standard
from translate_pub.publish import chapter, fonts, interior, pagination

TRIM = Trim(100, 150)
BLEED_MM = 5.0
CSS = """
@page { margin: 12mm; bleed: 5mm; font: 8pt "EB Garamond"; @bottom-center { content: counter(page); color: #111 } }
html { font: 10pt/13pt "EB Garamond" } body { margin: 0 } .call { font-size: 6pt }
.blue { color: #0000ee } .accent { color: #9c2a1d } .lab { color: lab(50% 40 -30) } .hsl { color: hsl(120 60% 30%) }
.ink { color: device-cmyk(0.1 0.2 0.3 0.4) } .k { color: device-cmyk(0 0 0 1) }
.tint { background: #ffeecc } .grey { background: #ccc; border: 1pt solid #444 }
.linear { height: 8mm; background: linear-gradient(to right, red, blue) }
.radial { height: 8mm; background: radial-gradient(#9c2a1d, white 60%, #777) }
.ridge { border: 3pt ridge orange } .inset { border: 3pt inset #336699 } .dots { border: 2pt dotted green }
.edge { position: absolute; left: -17mm; top: 20mm; width: 20mm; height: 10mm; background: #00a0c0 }
td { border: .5pt solid maroon } .under { text-decoration: underline wavy purple }
.column { columns: 2; column-rule: 1pt solid teal }
img { width: 20mm; height: 15mm }
"""
SEEN_THROUGH = """
<p style="opacity: .5" class="blue">Half there.</p><p style="color: rgb(200 0 0 / 40%)">Red, not much.</p>
<div style="height: 5mm; background: linear-gradient(to right, rgb(255 0 0 / 0), red)"></div>
"""
BODY = """
<h1 class="accent">Färger</h1>
<p>Plain text, <a href="https://example.org/">a link</a>, <span class="blue">blue</span>, <span class="lab">lab</span>,
<span class="hsl">hsl</span>, <span class="ink">ink</span>, <span class="k">black</span>,
<span class="under">wavy</span>.</p>
<hr><hr style="border: 1pt dashed #c33"><p class="tint">On a tint.</p><p class="grey">On grey.</p>
<div class="linear"></div><div class="radial"></div><p class="ridge">Ridge.</p><p class="inset">Inset.</p>
<p class="dots">Dots.</p><div class="edge"></div><table><tr><td>Cell</td><td>Cell</td></tr></table>
<div class="column"><p>One column.</p><p>And another.</p></div>
"""
PICTURES = """
<p>{images}</p>
<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40" viewBox="0 0 60 40"><defs>
<linearGradient id="g"><stop offset="0" stop-color="lime"/><stop offset="1" stop-color="#000"/></linearGradient>
<radialGradient id="r"><stop offset="0" stop-color="gold"/><stop offset="1" stop-color="navy"/></radialGradient>
<pattern id="p" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="3" height="3" fill="crimson"/></pattern>
</defs><rect width="30" height="20" fill="url(#g)"/><rect x="30" width="30" height="20" fill="url(#r)"/>
<rect y="20" width="30" height="20" fill="url(#p)"/><circle cx="45" cy="30" r="8" fill="#08f" stroke="red"/>
<text x="5" y="35" font-size="8">Svart</text></svg>
<p><img src="drawing.svg" alt="A drawing"></p>
"""
FILES = (
    "rgb.png",
    "rgba.png",
    "holes.png",
    "palette.png",
    "bits.png",
    "grey.png",
    "greyish.png",
    "large.jpg",
    "rgb.jpg",
    "grey.jpg",
    "cmyk.jpg",
    "tagged.jpg",
)


def draw_pictures(folder: Path) -> None:
    """Write a picture of every kind."""
    colours = Image.merge("RGB", [Image.radial_gradient("L").rotate(90 * turn) for turn in range(3)])
    colours = Image.blend(colours, Image.linear_gradient("L").convert("RGB"), 0.3)
    red, green, blue = colours.split()
    colours = Image.merge("RGB", [red, green.transpose(Image.Transpose.FLIP_LEFT_RIGHT), blue.rotate(90)])
    grey = Image.radial_gradient("L")
    colours.save(folder / "rgb.png")
    Image.merge("RGBA", [*colours.split(), grey]).save(folder / "rgba.png")
    Image.merge("RGBA", [*colours.split(), Image.new("L", colours.size, 255)]).save(folder / "holes.png")
    colours.quantize(16).save(folder / "palette.png")
    grey.convert("1").save(folder / "bits.png")
    grey.save(folder / "grey.png")
    grey.convert("RGB").save(folder / "greyish.png")
    colours.resize((600, 600)).save(folder / "large.jpg", quality=90)
    colours.save(folder / "rgb.jpg")
    grey.save(folder / "grey.jpg")
    colours.convert("CMYK").save(folder / "cmyk.jpg")
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    colours.save(folder / "tagged.jpg", icc_profile=srgb)
    (folder / "drawing.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><rect width="60" height="20" fill="#fc0"/>'
        '<path d="M0 0L60 20" stroke="#f0f" stroke-width="2"/></svg>',
        "utf-8",
    )


def _section(name: str, body: str) -> ChapterHtml:
    html = f'<!DOCTYPE html><html lang="sv" dir="ltr"><head><title>t</title></head><body>{body}</body></html>'
    return ChapterHtml(name, Role.CHAPTER, Matter.BODY, html, Opening.RECTO, title=name)


Make = Callable[..., Publication]


@pytest.fixture(scope="session")
def make_book(tmp_path_factory: pytest.TempPathFactory) -> Make:
    """Make publications of bodies."""
    folder = tmp_path_factory.mktemp("coloured")
    draw_pictures(folder)
    shipped = fonts.shipped()

    def make(*bodies: str, css: str = "", direction: str = "ltr", tagged: bool = False) -> Publication:
        sections = tuple(_section(f"s{number}", body) for number, body in enumerate(bodies))
        form = chapter.Format(CSS + css, shipped, TRIM, BLEED_MM, str(folder), tagged=tagged)
        pages = pagination.paginate(
            sections, form, lambda number, _: str(number), lambda jobs: [chapter.lay_out(job) for job in jobs]
        )
        assert pages.value is not None
        imprint = Imprint("Färger", "sv", direction, ("Åsa Ö.",), (), "", "", "colours:sv:print", TRIM, BLEED_MM)
        made = interior.assemble(pages.value, imprint, shipped, "colours.pdf")
        assert made.value is not None
        assert not made.failed, made.diagnostics
        return made.value

    return make


@pytest.fixture(scope="session")
def coloured(make_book: Make) -> Publication:
    """Give a book with opaque colours of every source."""
    images = " ".join(f'<img src="{name}" alt="{name}">' for name in FILES)
    return make_book(BODY, PICTURES.format(images=images))


@pytest.fixture(scope="session")
def seen_through(make_book: Make) -> Publication:
    """Give a book with transparent objects."""
    return make_book(SEEN_THROUGH)


@pytest.fixture(scope="session")
def press() -> bytes:
    """Give the ICC profile of a press, as it comes with Ghostscript."""
    return Path("/usr/share/color/icc/ghostscript/default_cmyk.icc").read_bytes()


BASE = PrinterProfile(
    "test",
    "A printer",
    Standard.X1A_2003,
    ColourMode.CMYK,
    condition=OutputCondition("FOGRA39", info="Coated FOGRA39"),
    spot=("PANTONE 200 C", (0, 1, 0.65, 0.15)),
    bleed=Edges(3, 3, 3, 3),
)


@pytest.fixture
def profile() -> Callable[..., PrinterProfile]:
    """Make profiles of a printer."""
    return lambda **changes: dataclasses.replace(BASE, **changes)


def opened(publication: Publication) -> pikepdf.Pdf:
    """Open a publication."""
    return pikepdf.open(io.BytesIO(publication.data))
