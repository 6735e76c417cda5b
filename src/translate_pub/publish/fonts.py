"""The fonts of an edition: those that come with the tool and those that the edition brings.

Nothing else on the machine is ever used: pages break alike everywhere (see `engine.isolate`).
"""

from __future__ import annotations

import functools
import hashlib
import io
import json
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate_pub.model.diagnostic import MachineError

FOLDER = Path(__file__).parent / "fonts"
GENERIC_FAMILIES = frozenset({"serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui"})
_ITALIC = 0b1
_WINDOWS_NAMES = (16, 1)
"""Name table: typographic family, then family (OpenType 1.9, `name`)."""


@dataclass(frozen=True, slots=True)
class FontFace:
    """One font file and how a stylesheet asks for it."""

    family: str
    weight: int
    """100 to 900, as in CSS."""
    style: str
    """`normal` or `italic`, as in CSS."""
    path: str
    """Absolute."""
    sha256: str

    def read(self) -> bytes:
        """Read the font file.

        Raises:
            MachineError: It is gone, or no longer the file that it was.
        """
        try:
            data = Path(self.path).read_bytes()
        except OSError as error:
            raise MachineError(f"the font {self.family} ({self.path}) cannot be read: {error.strerror}") from error
        if hashlib.sha256(data).hexdigest() != self.sha256:
            raise MachineError(f"the font {self.family} ({self.path}) has changed during the build")
        return data


@dataclass(frozen=True, slots=True)
class FontSet:
    """Every font that the pages of an edition may use."""

    faces: tuple[FontFace, ...]

    def find(self, sha256: str) -> FontFace | None:
        """Return the face of a font file, or None."""
        return next((face for face in self.faces if face.sha256 == sha256), None)

    def with_faces(self, faces: Iterable[FontFace]) -> FontSet:
        """Return a set with an edition's own faces first."""
        return FontSet((*faces, *self.faces))

    @property
    def css(self) -> str:
        """The `@font-face` rules."""
        return "\n".join(
            f'@font-face{{font-family:"{face.family}";font-weight:{face.weight};font-style:{face.style};'
            f'src:url("{Path(face.path).as_uri()}")}}'
            for face in self.faces
        )

    def characters(self, families: Sequence[str]) -> frozenset[int]:
        """Return the code points that a stack of families has; a generic family stands for the whole set."""
        wanted = {family.casefold() for family in families}
        everything = bool(wanted & GENERIC_FAMILIES)
        return frozenset().union(
            *(
                face_characters(face.path, face.sha256)
                for face in self.faces
                if everything or face.family.casefold() in wanted
            )
        )


@functools.cache
def face_characters(path: str, _sha256: str) -> frozenset[int]:
    """Return the code points of a font file's character map; the hash keeps a changed file apart."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - costs a fifth of a second, which `status` need not pay

    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap() or ())


def shipped(folder: Path = FOLDER) -> FontSet:
    """Return the fonts that come with the tool.

    Raises:
        MachineError: They have not been made on this machine.
    """
    try:
        manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    except OSError as error:
        raise MachineError(
            "the fonts that come with translate-pub are not on this machine; in a checkout, `make fonts` makes them"
        ) from error
    return FontSet(
        tuple(
            FontFace(font["family"], font["weight"], font["style"], str(folder / font["file"]), font["sha256"])
            for font in manifest["fonts"]
        )
    )


def read_face(path: Path, family: str | None = None) -> FontFace:
    """Describe a TrueType or OpenType file by its own tables, or under another family name.

    Raises:
        MachineError: It is missing, or no font.
    """
    from fontTools.ttLib import TTFont, TTLibError  # noqa: PLC0415 - see `face_characters`

    try:
        data = path.read_bytes()
        with TTFont(io.BytesIO(data), lazy=True) as font:
            own = next(
                (font["name"].getDebugName(name) for name in _WINDOWS_NAMES if font["name"].getDebugName(name)), ""
            )
            weight, italic = font["OS/2"].usWeightClass, bool(font["OS/2"].fsSelection & _ITALIC)
    except OSError as error:
        raise MachineError(f"the font file {path} cannot be read: {error.strerror or error}") from error
    except (TTLibError, KeyError) as error:
        raise MachineError(f"{path} is not a font that can be printed with: {error}") from error
    digest = hashlib.sha256(data).hexdigest()
    return FontFace(family or own or path.stem, weight, "italic" if italic else "normal", str(path), digest)


def character_name(character: str) -> str:
    """Name a character as a translator can look it up: `U+06C1 ARABIC LETTER HEH GOAL`."""
    return f"U+{ord(character):04X} {unicodedata.name(character, 'without a name')}"
