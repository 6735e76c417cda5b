"""Fonts and images that the chapters share, once in the book: fonts cut to the glyphs that the whole book uses."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from translate_pub.model.diagnostic import PagesError
from translate_pub.publish.fonts import FontSet
from translate_pub.publish.text_layer.codes import SUFFIX

_DROPPED_TABLES = ("BASE", "DSIG", "GDEF", "GPOS", "GSUB", "JSTF", "LTSH", "PCLT")
"""Tables that a font in a PDF has no use for (ISO 32000-1, 9.9: glyphs come by their ids)."""
_MAPPED = re.compile(rb"<([0-9a-fA-F]{4})> <([0-9a-fA-F]*)>")
_CMAP_HEAD = (
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo\n"
    "<< /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
    "1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n"
)
_CMAP_TAIL = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
_CMAP_BLOCK = 100
"""Mappings that one `bfchar` block may hold (Adobe Technical Note 5014)."""


@dataclass
class _Font:
    """One font of the book: chapters whose maps from glyph to text agree share it."""

    name: str
    sha256: str
    sample: Object
    """The chapter's font that the others are joined to."""
    widths: dict[int, float] = field(default_factory=dict)
    texts: dict[int, str] = field(default_factory=dict)

    def agrees(self, widths: Mapping[int, float], texts: Mapping[int, str]) -> bool:
        """Whether another chapter's font says nothing else of the glyphs that both use."""
        return all(self.texts.get(glyph, text) == text for glyph, text in texts.items()) and all(
            self.widths.get(glyph, width) == width for glyph, width in widths.items()
        )


class FontJoiner:
    """Replaces the fonts of chapters by fonts of the book."""

    def __init__(self, pdf: Pdf, fonts: FontSet) -> None:
        self._pdf, self._set = pdf, fonts
        self._fonts: list[_Font] = []

    def join(self, pages: Iterable[pikepdf.Page], files: Mapping[str, str]) -> None:
        """Take in a chapter's pages; `files` tells which font file each of its fonts was cut from."""
        met: dict[tuple[int, int], Object] = {}
        for fonts in _font_resources(pages):
            for key in list(fonts.keys()):
                font = fonts[key]
                if font.objgen not in met:
                    met[font.objgen] = self._join(font, files)
                fonts[key] = met[font.objgen]

    def _join(self, font: Object, files: Mapping[str, str]) -> Object:
        name = str(font.BaseFont).lstrip("/")
        if name.endswith(SUFFIX):
            return font  # `text_layer.merging` makes one of these
        if name not in files or "/DescendantFonts" not in font:
            raise PagesError(f"the font {name} came into the pages from nowhere that is known")
        widths, texts = read_widths(font.DescendantFonts[0].W), read_texts(font.ToUnicode)
        for known in self._fonts:
            if (known.name, known.sha256) == (name, files[name]) and known.agrees(widths, texts):
                known.widths.update(widths)
                known.texts.update(texts)
                return known.sample
        new = _Font(name, files[name], font, widths, texts)
        self._fonts.append(new)
        return new.sample

    def finish(self) -> None:
        """Write the joined maps, and each font file once, cut to the glyphs of the book.

        Raises:
            MachineError: A font file is gone.
            PagesError: A font cannot be cut.
        """
        programs = {}
        for sha256 in dict.fromkeys(font.sha256 for font in self._fonts):
            glyphs = {glyph for font in self._fonts if font.sha256 == sha256 for glyph in font.widths}
            programs[sha256] = self._write_program(sha256, glyphs)
        for font in self._fonts:
            descendant = font.sample.DescendantFonts[0]
            descendant.W = write_widths(font.widths)
            font.sample.ToUnicode = self._pdf.make_stream(write_texts(font.texts))
            descriptor, program = descendant.FontDescriptor, programs[font.sha256]
            for key in ("/FontFile2", "/FontFile3"):
                if key in descriptor:
                    descriptor[key] = program

    def _write_program(self, sha256: str, glyphs: set[int]) -> Stream:
        face = self._set.find(sha256)
        if face is None:
            raise PagesError(f"a font of the pages is none of the edition's (sha256 {sha256[:12]}…)")
        data = subset(face.read(), glyphs)
        if data[:4] == b"OTTO":
            return self._pdf.make_stream(data, Subtype=Name.OpenType)
        return self._pdf.make_stream(data, Length1=len(data))


def subset(data: bytes, glyphs: Iterable[int]) -> bytes:
    """Cut a font file to some of its glyphs, which keep their ids.

    Raises:
        PagesError: HarfBuzz cannot cut it.
    """
    import uharfbuzz  # noqa: PLC0415 - only an assembly needs it

    wanted = uharfbuzz.SubsetInput()
    wanted.flags = (
        uharfbuzz.SubsetFlags.RETAIN_GIDS
        | uharfbuzz.SubsetFlags.NO_HINTING
        | uharfbuzz.SubsetFlags.DESUBROUTINIZE
        | uharfbuzz.SubsetFlags.PASSTHROUGH_UNRECOGNIZED
    )
    wanted.glyph_set.update({0, *glyphs})
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _DROPPED_TABLES)
    try:
        return bytes(uharfbuzz.subset(uharfbuzz.Face(data), wanted).blob.data)
    except RuntimeError as error:
        raise PagesError(f"a font cannot be cut to the glyphs of the book: {error}") from error


def _font_resources(pages: Iterable[pikepdf.Page]) -> Iterator[Object]:
    """Yield every dictionary of fonts that pages and the forms drawn on them use, each once."""
    met: set[tuple[int, int]] = set()
    waiting = [page.obj.get("/Resources") for page in pages]
    while waiting:
        resources = waiting.pop()
        if resources is None or (resources.is_indirect and resources.objgen in met):
            continue
        met.add(resources.objgen)
        if "/Font" in resources:
            yield resources.Font
        for kind in ("/XObject", "/Pattern"):
            drawn = resources.get(kind, Dictionary())
            waiting += [drawn[key].get("/Resources") for key in drawn.keys()]  # noqa: SIM118 - a PDF dictionary


def read_widths(widths: Object) -> dict[int, float]:
    """Return glyph -> width of a composite font (ISO 32000-1, 9.7.4.3)."""
    found: dict[int, float] = {}
    items = list(widths.as_list())
    while items:
        first, second = int(items.pop(0)), items.pop(0)
        if isinstance(second, Array):
            found.update({first + index: float(width) for index, width in enumerate(second.as_list())})
        else:
            found.update(dict.fromkeys(range(first, int(second) + 1), float(items.pop(0))))
    return found


def write_widths(widths: Mapping[int, float]) -> Array:
    """Write code -> width as a composite font has it (ISO 32000-1, 9.7.4.3)."""
    runs: list[list[int]] = []
    for glyph in sorted(widths):
        if glyph - 1 not in widths:
            runs.append([])
        runs[-1].append(glyph)
    written = Array()
    for run in runs:
        for item in (run[0], Array([_number(widths[glyph]) for glyph in run])):
            written.append(item)
    return written


def _number(width: float) -> int | float:
    return int(width) if width == int(width) else width


def read_texts(cmap: Object) -> dict[int, str]:
    """Return glyph -> characters of a map as WeasyPrint and this module write it."""
    return {
        int(glyph, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
        for glyph, text in _MAPPED.findall(cmap.read_bytes())
        if text
    }


def write_texts(texts: Mapping[int, str]) -> bytes:
    """Write code -> text as a ToUnicode map (ISO 32000-1, 9.10.3)."""
    lines = [f"<{glyph:04x}> <{text.encode('utf-16-be').hex()}>" for glyph, text in sorted(texts.items())]
    blocks = [lines[start : start + _CMAP_BLOCK] for start in range(0, len(lines), _CMAP_BLOCK)]
    body = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
    return f"{_CMAP_HEAD}{body}{_CMAP_TAIL}".encode()


class ImageJoiner:
    """Lets pages share images with the same bytes."""

    def __init__(self) -> None:
        self._images: dict[bytes, Object] = {}

    def join(self, pages: Iterable[pikepdf.Page]) -> None:
        """Take in a chapter's pages."""
        met: set[tuple[int, int]] = set()
        for page in pages:
            drawn = page.obj.get("/Resources", Dictionary()).get("/XObject", Dictionary())
            if drawn.is_indirect and drawn.objgen in met:
                continue
            met.add(drawn.objgen)
            for key in list(drawn.keys()):
                if drawn[key].get("/Subtype") == Name.Image:
                    drawn[key] = self._images.setdefault(_image_hash(drawn[key]), drawn[key])


def _image_hash(image: Object) -> bytes:
    digest = hashlib.sha256(image.read_raw_bytes())
    described = {key: image[key] for key in image.keys() if key not in {"/SMask", "/Length"}}  # noqa: SIM118 - a stream
    digest.update(Dictionary(described).unparse(resolved=True))
    if "/SMask" in image:
        digest.update(_image_hash(image["/SMask"]))
    return digest.digest()
