"""The faces that the package carries, as `fonts.toml` beside this module tells them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

RECIPE = Path(__file__).with_name("fonts.toml")


@dataclass(frozen=True)
class Face:
    """One face to make.

    Attributes:
        style: "normal" or "italic", as in CSS.
        weight: 400 or 700, as in CSS.
        source: Path of the source file inside its package.
        sha256: Hash of the source file, hexadecimal.
        location: Axis tag to value where the source is a variable font; empty where it is static.
    """

    family: str
    style: str
    weight: int
    source: str
    sha256: str
    location: dict[str, float] = field(default_factory=dict)

    @property
    def style_name(self) -> str:
        """The style's name in a font's name table: "Regular", "Italic", "Bold" or "Bold Italic"."""
        words = ["Bold"] * (self.weight == 700) + ["Italic"] * (self.style == "italic")  # noqa: PLR2004 - CSS's bold
        return " ".join(words) or "Regular"

    @property
    def postscript_name(self) -> str:
        """The face's PostScript name, which is also the stem of its file: "EBGaramond-BoldItalic"."""
        return f"{self.family}-{self.style_name}".replace(" ", "")

    @property
    def file(self) -> str:
        """Name of the file written."""
        return f"{self.postscript_name}.ttf"


@dataclass(frozen=True)
class Package:
    """A font package of a registry.

    Attributes:
        registry: "npm" or "pypi".
        integrity: npm's Subresource Integrity string of the archive; empty for PyPI, whose archive the lock file pins.
        script: The script that the faces are chosen for: "Latin" or "Arabic".
        licence: SPDX identifier.
        licence_file: Path of the licence text inside the package.
        keep: Hexadecimal code points and ranges that a stand-in of this machine is cut to; empty where none may.
    """

    registry: str
    name: str
    version: str
    family: str
    script: str
    licence: str
    licence_file: str
    faces: tuple[Face, ...]
    integrity: str = ""
    keep: str = ""

    @property
    def characters(self) -> tuple[int, ...]:
        """`keep` as code points."""
        ranges = (part.partition("-") for part in self.keep.split())
        return tuple(point for first, _, last in ranges for point in range(int(first, 16), int(last or first, 16) + 1))


def load(path: Path = RECIPE) -> tuple[Package, ...]:
    """Read the recipe.

    Raises:
        TypeError: A key of a package or a face is unknown or missing.
    """
    with path.open("rb") as file:
        tables: list[dict[str, Any]] = tomllib.load(file)["package"]
    return tuple(_package(table) for table in tables)


def _package(table: dict[str, Any]) -> Package:
    faces = tuple(Face(family=table["family"], **face) for face in table.pop("face"))
    return Package(**table, faces=faces)
