"""The private fonts of a book's sections made one a face: codes that sections share are written once.

The codes of the sections are exchanged for those of the book in the streams that use them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Object, Pdf

from translate_pub.model.diagnostic import PagesError
from translate_pub.model.shapes import Shape, ShapedFont
from translate_pub.publish.fonts import FontSet
from translate_pub.publish.joining import write_texts, write_widths
from translate_pub.publish.text_layer import program
from translate_pub.publish.text_layer.codes import CODES, SUFFIX

_SHOWN = re.compile(rb"/([A-Za-z0-9]+) [0-9.]+ Tf\b|\[[^\]]*\] TJ\b")
"""A font chosen, or text shown, as WeasyPrint writes them: strings are hexadecimal."""
_CODE = re.compile(rb"(?<=<)[0-9a-f]+(?=>)")
_DIGITS = 4


@dataclass
class _Part:
    """The private font of a section, and where it is used."""

    font: ShapedFont
    resources: list[tuple[Object, str]] = field(default_factory=list)
    """(dictionary of fonts, key) of each use."""


@dataclass
class _Face:
    """What becomes one font: parts of one face with no more shapes than a font has codes."""

    sample: Object
    parts: list[_Part]
    shapes: set[Shape]


class ClusterMerger:
    """Replaces the private fonts of sections by fonts of the book."""

    def __init__(self, pdf: Pdf, fonts: FontSet) -> None:
        self._pdf, self._set = pdf, fonts
        self._faces: list[_Face] = []
        self._streams: list[tuple[Object, dict[bytes, _Part]]] = []

    def join(self, pages: Iterable[pikepdf.Page], fonts: Sequence[ShapedFont]) -> None:
        """Take in a section's pages, and the shapes of its private fonts."""
        known = {font.name: _Part(font) for font in fonts}
        if not known:
            return
        used: dict[bytes, _Part] = {}
        for stream, resources in _drawn(pages):
            for key in list(resources.keys()):
                name = str(resources[key].BaseFont).lstrip("/")
                if name.endswith(SUFFIX):
                    self._use(known, name, resources, key)
                    used[key.lstrip("/").encode()] = known[name]
            self._streams.append((stream, used))

    def _use(self, known: Mapping[str, _Part], name: str, resources: Object, key: str) -> None:
        if name not in known:
            raise PagesError(f"the font {name} came into the pages without its shapes")
        part = known[name]
        if not part.resources:
            self._place(part, resources[key])
        part.resources.append((resources, key))

    def _place(self, part: _Part, font: Object) -> None:
        """Give a part to a face that has room."""
        shapes = set(part.font.shapes)
        for face in self._faces:
            first = face.parts[0].font
            alike = (first.name, first.sha256) == (part.font.name, part.font.sha256)
            if alike and len(face.shapes | shapes) <= CODES:
                face.parts.append(part)
                face.shapes |= shapes
                return
        self._faces.append(_Face(font, [part], shapes))

    def finish(self) -> None:
        """Write the fonts of the book, and the text of the sections in their codes.

        Raises:
            MachineError: A font file is gone.
            PagesError: A font cannot be cut.
        """
        codes: dict[int, dict[bytes, bytes]] = {}
        for face in self._faces:
            shapes = sorted(face.shapes, key=lambda shape: (shape.character, shape.advance, shape.scale, shape.pieces))
            self._write_font(face, shapes)
            numbers = {shape: _code(number) for number, shape in enumerate(shapes, 1)}
            for part in face.parts:
                own = enumerate(part.font.shapes, 1)
                codes[id(part)] = {_code(number): numbers[shape] for number, shape in own}
                for resources, key in part.resources:
                    resources[key] = face.sample
        for stream, used in self._streams:
            tables = {key: codes[id(part)] for key, part in used.items()}
            stream.write(recode(stream.read_bytes(), tables))

    def _write_font(self, face: _Face, shapes: Sequence[Shape]) -> None:
        found = self._set.find(face.parts[0].font.sha256)
        if found is None:
            raise PagesError(f"a font of the pages is none of the edition's ({face.parts[0].font.name})")
        data = program.build(found.read(), shapes)
        upem = program.units(data)
        descendant = face.sample.DescendantFonts[0]
        descendant.FontDescriptor.FontFile2 = self._pdf.make_stream(data, Length1=len(data))
        descendant.W = write_widths({n: round(shape.advance * 1000 / upem, 3) for n, shape in enumerate(shapes, 1)})
        texts = {number: shape.character for number, shape in enumerate(shapes, 1)}
        face.sample.ToUnicode = self._pdf.make_stream(write_texts(texts))


def _code(number: int) -> bytes:
    return f"{number:04x}".encode()


def recode(stream: bytes, tables: Mapping[bytes, Mapping[bytes, bytes]]) -> bytes:
    """Exchange the codes in the text of a stream.

    Args:
        stream: operators as WeasyPrint writes them.
        tables: key of a font -> code -> new code, in hexadecimal.
    """
    table: Mapping[bytes, bytes] | None = None

    def exchange(found: re.Match[bytes]) -> bytes:
        nonlocal table
        if found[1] is not None:
            table = tables.get(found[1])
            return found[0]
        if table is None:
            return found[0]
        return _CODE.sub(replace, found[0])

    def replace(found: re.Match[bytes]) -> bytes:
        codes = found[0]
        return b"".join((table or {})[codes[at : at + _DIGITS]] for at in range(0, len(codes), _DIGITS))

    return _SHOWN.sub(exchange, stream)


def _drawn(pages: Iterable[pikepdf.Page]) -> Iterator[tuple[Object, Object]]:
    """Yield the streams of pages and of the forms drawn on them, each once, with their dictionaries of fonts."""
    met: set[tuple[int, int]] = set()
    waiting: list[tuple[list[Object], Object | None]] = []
    for page in pages:
        contents = page.obj.Contents
        streams = list(contents.as_list()) if isinstance(contents, Array) else [contents]
        waiting.append((streams, page.obj.get("/Resources")))
    while waiting:
        streams, resources = waiting.pop()
        if resources is None:
            continue
        for stream in streams:
            if stream.objgen not in met and "/Font" in resources:
                met.add(stream.objgen)
                yield stream, resources.Font
        for kind in ("/XObject", "/Pattern"):
            drawn = resources.get(kind, Dictionary())
            forms = [drawn[key] for key in drawn.keys()]  # noqa: SIM118 - a PDF dictionary
            waiting += [([form], form.Resources) for form in forms if "/Resources" in form and form.objgen not in met]
