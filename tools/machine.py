"""What the machine must have besides Python packages: shared libraries and programs, and the commands that get them.

Runs on the Python that the machine brings, before there is an environment: standard library only.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import shutil
import subprocess
import sysconfig
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path


class MachineError(Exception):
    """The machine lacks something that could not be installed; the message names the commands that install it."""


@dataclass(frozen=True)
class Need:
    """Something that a package of the machine's own system brings.

    Attributes:
        name: What the reader is told is missing.
        debian: Package of Debian and Ubuntu; likewise `fedora`, and `macos` for Homebrew.
        libraries: File names of a shared library, of which one must load; empty for a program.
        programs: Programs that must all be on PATH; empty for a library.
        files: Paths, of which one must be there; empty for a library or program.
    """

    name: str
    debian: str
    fedora: str
    macos: str
    libraries: tuple[str, ...] = ()
    programs: tuple[str, ...] = ()
    files: tuple[str, ...] = ()

    @property
    def is_met(self) -> bool:
        """Whether this machine has it."""
        return (
            all(shutil.which(program) for program in self.programs)
            and (not self.libraries or any(_loads(library) for library in self.libraries))
            and (not self.files or any(Path(path).exists() for path in self.files))
        )


# WeasyPrint 70 loads these six (weasyprint/text/ffi.py); without HarfBuzz's subsetter it writes other bytes, and warns.
LIBRARIES = (
    Need("GObject", "libpango-1.0-0", "pango", "pango", ("libgobject-2.0.so.0", "libgobject-2.0.0.dylib")),
    Need("Pango", "libpango-1.0-0", "pango", "pango", ("libpango-1.0.so.0", "libpango-1.0.dylib")),
    Need(
        "Pango for FreeType", "libpangoft2-1.0-0", "pango", "pango", ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib")
    ),
    Need("fontconfig", "libpangoft2-1.0-0", "pango", "pango", ("libfontconfig.so.1", "libfontconfig.1.dylib")),
    Need("HarfBuzz", "libpango-1.0-0", "pango", "pango", ("libharfbuzz.so.0", "libharfbuzz.0.dylib")),
    Need(
        "HarfBuzz's subsetter",
        "libharfbuzz-subset0",
        "harfbuzz",
        "harfbuzz",
        ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib"),
    ),
)

# The suite holds what the tool writes against gettext's own programs and independent readers of PDF.
PROGRAMS = (
    Need("gettext's programs", "gettext", "gettext", "gettext", programs=("msgfmt", "msgcat", "msgcmp")),
    Need(
        "Poppler's programs",
        "poppler-utils",
        "poppler-utils",
        "poppler",
        programs=("pdftotext", "pdfinfo", "pdffonts", "pdftoppm"),
    ),
    Need("qpdf", "qpdf", "qpdf", "qpdf", programs=("qpdf",)),
    # Preflight measures ink on what Ghostscript renders; its package brings a CMYK profile for the tests of colour.
    Need("Ghostscript", "ghostscript", "ghostscript", "ghostscript", programs=("gs",)),
)

# PyICU, which sorts an index, comes as source alone.
COLLATION = (
    Need("a C++ compiler", "g++", "gcc-c++", "gcc", programs=("g++",)),
    Need("pkg-config", "pkg-config", "pkgconf-pkg-config", "pkgconf", programs=("pkg-config",)),
    Need(
        "Python's headers",
        "python3-dev",
        "python3-devel",
        "python",
        files=(str(Path(sysconfig.get_path("include")) / "Python.h"),),
    ),
    Need(
        "ICU's headers",
        "libicu-dev",
        "libicu-devel",
        "icu4c",
        files=("/usr/include/unicode/utypes.h", "/opt/homebrew/opt/icu4c/include/unicode/utypes.h"),
    ),
)

# The slow proofs open the pages that the tool writes.
BROWSER = (Need("Chromium", "chromium", "chromium", "chromium", programs=("chromium",)),)

_DICTIONARIES = (
    "/usr/share/hunspell",
    "/usr/share/myspell",
    "/usr/local/share/hunspell",
    "/opt/homebrew/share/hunspell",
)
"""Where systems keep the dictionaries of hunspell's."""


def _dictionary(language: str, debian: str, tag: str) -> Need:
    """Need the dictionary of a language."""
    paths = tuple(f"{folder}/{tag}.dic" for folder in _DICTIONARIES)
    return Need(f"hunspell's {language} dictionary", debian, debian, "hunspell", files=paths)


# The suite checks the spelling of the sample texts, which the tool itself does only where it is asked to.
SPELLING = (
    Need("enchant", "libenchant-2-2", "enchant2", "enchant", ("libenchant-2.so.2", "libenchant-2.dylib")),
    _dictionary("Swedish", "hunspell-sv", "sv_SE"),
    _dictionary("Spanish", "hunspell-es", "es_ES"),
)


def provide(needs: Sequence[Need]) -> None:
    """See that the machine has what is needed; install it through apt where the user may.

    Raises:
        MachineError: Something is missing and cannot be installed from here.
    """
    lacking = missing(needs)
    if not lacking:
        return
    print(f"missing: {_names(lacking)}")
    privilege = apt_privilege()
    if privilege is None:
        raise MachineError(instructions(lacking))
    for command in apt_commands(lacking, privilege):
        print("+ " + " ".join(command), flush=True)
        if subprocess.run(command, check=False, stdin=subprocess.DEVNULL).returncode != 0:
            raise MachineError(instructions(lacking))
    still = missing(needs)
    if still:
        raise MachineError(instructions(still))


def missing(needs: Iterable[Need]) -> tuple[Need, ...]:
    """What of the needs this machine lacks."""
    return tuple(need for need in needs if not need.is_met)


def apt_privilege() -> tuple[str, ...] | None:
    """What to put before apt-get: nothing for root, sudo where it asks for no password; None where neither holds."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return ()
    sudo = shutil.which("sudo")
    if sudo is None:
        return None
    asked = subprocess.run([sudo, "-n", "true"], check=False, stdin=subprocess.DEVNULL, capture_output=True)
    return (sudo, "-n") if asked.returncode == 0 else None


def apt_commands(lacking: Iterable[Need], privilege: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """The commands that install what is missing on Debian, none of which asks a question."""
    quiet = ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q")
    packages = _packages(need.debian for need in lacking)
    return (
        (*privilege, *quiet, "update"),
        (*privilege, *quiet, "install", "--yes", "--no-install-recommends", *packages),
    )


def instructions(lacking: Sequence[Need]) -> str:
    """Tell what is missing and the exact command that gets it on each system."""
    debian = " ".join(_packages(need.debian for need in lacking))
    fedora = " ".join(_packages(need.fedora for need in lacking))
    macos = " ".join(_packages(need.macos for need in lacking))
    return (
        f"this machine lacks {_names(lacking)}, which could not be installed from here.\n"
        f"  Debian:  sudo apt-get install {debian}\n"
        f"  Fedora:  sudo dnf install {fedora}\n"
        f"  macOS:   brew install {macos}\n"
        "Then give the same command again."
    )


def _names(needs: Iterable[Need]) -> str:
    return ", ".join(need.name for need in needs)


def _packages(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _loads(library: str) -> bool:
    stem = library.partition(".so")[0].removesuffix(".dylib").removeprefix("lib")
    for name in (library, ctypes.util.find_library(stem)):
        if name is None:
            continue
        try:
            ctypes.CDLL(name)
        except OSError:
            continue
        return True
    return False
