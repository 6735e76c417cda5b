"""What this machine has: libraries that lay out text, programs beside ours, and the commands that get them."""

from __future__ import annotations

import enum
import shutil
from dataclasses import dataclass

from translate_pub.model.diagnostic import MachineError
from translate_pub.publish import engine

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
        f"sudo apt-get install {debian}",
        f"sudo dnf install {fedora or debian}",
        f"brew install {macos or fedora or debian}",
    )


@dataclass(frozen=True, slots=True)
class _Library:
    """A shared library that lays out text."""

    name: str
    key: str
    """Its name among `publish.engine.versions`."""
    wanted: Version
    better: str
    """What a version from `wanted` on gives."""


_LIBRARIES = (
    _Library("Pango", "pango", (1, 50), "lines of mixed direction break better from 1.50 on"),
    _Library("HarfBuzz", "harfbuzz", (10, 0), "newer ones shape Nastaliq in about half the time"),
)
"""HarfBuzz 14 under Pango, against 6, halved the layout of an Urdu chapter."""
_PANGO = packages(**engine.PANGO_PACKAGES)


@dataclass(frozen=True, slots=True)
class Program:
    """A program beside ours."""

    name: str
    purpose: str
    remedy: Remedy


PROGRAMS: dict[str, tuple[Program, ...]] = {
    "catalogues": (
        Program("git", "keeps the history of sources and translations", packages("git")),
        Program("msgfmt", "GNU gettext checks catalogues independently", packages("gettext")),
    ),
    "checking PDFs": (
        Program("pdftotext", "reads the text of a PDF back", packages("poppler-utils", macos="poppler")),
        Program("qpdf", "checks the structure of a PDF", packages("qpdf")),
        Program("gs", "Ghostscript shows separations and ink", packages("ghostscript")),
        Program("verapdf", "checks PDF/A and PDF/UA", Remedy(anywhere="https://docs.verapdf.org/install/")),
        Program(
            "epubcheck",
            "checks EPUB files",
            Remedy(
                "sudo apt-get install epubcheck",
                macos="brew install epubcheck",
                anywhere="https://www.w3.org/publishing/epubcheck/",
            ),
        ),
    ),
}
"""Group -> its programs; where the set-up (`tools.machine`) gets one for the tests, it is with the same package."""


def libraries() -> tuple[Item, ...]:
    """Ask what lays out text for its versions."""
    try:
        versions = engine.versions()
    except MachineError as error:
        return (Item("layout", "Pango", State.MISSING, str(error), _PANGO),)
    engraver = Item("layout", "WeasyPrint", State.PRESENT, versions["weasyprint"])
    return (engraver, *(_library(wanted, versions[wanted.key]) for wanted in _LIBRARIES))


def programs() -> tuple[Item, ...]:
    """Look for the programs that translators and printers use beside ours."""
    return tuple(_program(group, program) for group, wanted in PROGRAMS.items() for program in wanted)


def _program(group: str, program: Program) -> Item:
    where = shutil.which(program.name)
    if where:
        return Item(group, program.name, State.PRESENT, f"{where}; {program.purpose}")
    return Item(group, program.name, State.OPTIONAL, program.purpose, program.remedy)


def _library(wanted: _Library, version: str) -> Item:
    if tuple(int(part) for part in version.split(".") if part.isdigit()) < wanted.wanted:
        return Item("layout", wanted.name, State.OLD, f"{version} will do; {wanted.better}")
    return Item("layout", wanted.name, State.PRESENT, version)
