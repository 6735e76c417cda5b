"""What this machine has: libraries that lay out text, programs beside ours, and the commands that get them."""

from __future__ import annotations

import ctypes
import ctypes.util
import enum
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Version = tuple[int, ...]


class State(enum.Enum):
    """How a thing was found."""

    PRESENT = "ok"
    OLD = "old"
    MISSING = "missing"
    OPTIONAL = "optional"
    """Not there, and nothing that we do by ourselves needs it."""


@dataclass(frozen=True, slots=True)
class Remedy:
    """The command that gets a thing, by system."""

    debian: str = ""
    fedora: str = ""
    macos: str = ""
    anywhere: str = ""
    """A command or an address that is the same on every system."""

    def lines(self) -> tuple[str, ...]:
        """Write a line for each system that has a command of its own, or the one line for all."""
        named = (("Debian", self.debian), ("Fedora", self.fedora), ("macOS", self.macos), ("anywhere", self.anywhere))
        return tuple(f"{system}: {command}" for system, command in named if command)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing looked for."""

    group: str
    name: str
    state: State
    detail: str = ""
    remedy: Remedy = Remedy()


def packages(debian: str, fedora: str = "", macos: str = "") -> Remedy:
    """Make the usual three commands from the names of the packages; they are alike where only one is given."""
    return Remedy(
        f"sudo apt install {debian}",
        f"sudo dnf install {fedora or debian}",
        f"brew install {macos or fedora or debian}",
    )


@dataclass(frozen=True, slots=True)
class _Library:
    """A shared library that says its own version."""

    name: str
    file: str
    function: str
    needed: Version
    wanted: Version
    better: str
    """What a version from `wanted` on gives."""
    remedy: Remedy


_LIBRARIES = (
    _Library(
        "Pango",
        "pango-1.0",
        "pango_version_string",
        (1, 44),
        (1, 50),
        "line breaking of Nastaliq and of mixed directions is better from 1.50 on",
        packages("libpango-1.0-0 libpangoft2-1.0-0", "pango"),
    ),
    _Library(
        "HarfBuzz",
        "harfbuzz",
        "hb_version_string",
        (4, 0),
        (10, 0),
        "Nastaliq is shaped in about half the time by newer ones",
        packages("libharfbuzz0b libharfbuzz-subset0", "harfbuzz"),
    ),
)
"""The versions needed are those of WeasyPrint's installation page; HarfBuzz 14 against 6 halved the layout of Urdu."""


@dataclass(frozen=True, slots=True)
class _Program:
    """A program beside ours."""

    name: str
    purpose: str
    remedy: Remedy


_TRANSLATORS = (
    _Program("git", "keeps the history of sources and translations", packages("git")),
    _Program("msgfmt", "GNU gettext checks catalogues independently", packages("gettext")),
)
_PRINTERS = (
    _Program("pdftotext", "reads the text of a PDF back", packages("poppler-utils", macos="poppler")),
    _Program("qpdf", "checks the structure of a PDF", packages("qpdf")),
    _Program("gs", "Ghostscript shows separations and ink", packages("ghostscript")),
    _Program("verapdf", "checks PDF/A and PDF/UA", Remedy(anywhere="https://docs.verapdf.org/install/")),
    _Program(
        "epubcheck",
        "checks EPUB files",
        Remedy(
            "sudo apt install epubcheck",
            macos="brew install epubcheck",
            anywhere="https://www.w3.org/publishing/epubcheck/",
        ),
    ),
)


def libraries() -> tuple[Item, ...]:
    """Look for what lays out text."""
    return tuple(_library(wanted) for wanted in _LIBRARIES)


def programs() -> tuple[Item, ...]:
    """Look for the programs that translators and printers use beside ours."""
    return (*_programs("catalogues", _TRANSLATORS), *_programs("checking PDFs", _PRINTERS))


def _programs(group: str, wanted: Iterable[_Program]) -> tuple[Item, ...]:
    return tuple(_program(group, program) for program in wanted)


def _program(group: str, program: _Program) -> Item:
    where = shutil.which(program.name)
    if where:
        return Item(group, program.name, State.PRESENT, f"{where}; {program.purpose}")
    return Item(group, program.name, State.OPTIONAL, program.purpose, program.remedy)


def _library(wanted: _Library) -> Item:
    version = _version(wanted)
    if version is None:
        return Item("layout", wanted.name, State.MISSING, "not found", wanted.remedy)
    shown, needed = _dotted(version), _dotted(wanted.needed)
    if version < wanted.needed:
        return Item("layout", wanted.name, State.MISSING, f"{shown} is too old, {needed} is needed", wanted.remedy)
    if version < wanted.wanted:
        return Item("layout", wanted.name, State.OLD, f"{shown} will do; {wanted.better}")
    return Item("layout", wanted.name, State.PRESENT, shown)


def _version(wanted: _Library) -> Version | None:
    """Ask the library itself."""
    file = ctypes.util.find_library(wanted.file)
    if file is None:
        return None
    try:
        function = getattr(ctypes.CDLL(file), wanted.function)
    except (OSError, AttributeError):
        return None
    function.restype = ctypes.c_char_p
    return tuple(int(part) for part in function().decode().split(".") if part.isdigit())


def _dotted(version: Version) -> str:
    return ".".join(map(str, version))
