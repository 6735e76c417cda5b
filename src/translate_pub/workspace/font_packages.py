"""Fonts that an edition brings: npm and PyPI packages fetched once, and font files of any kind made into TrueType.

The one module that fetches anything. What was fetched stays in a cache, so that a build needs no network afterwards.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

import platformdirs

from translate_pub.model.diagnostic import MachineError
from translate_pub.publish import font_files, fonts
from translate_pub.publish.fonts import FontFace
from translate_pub.workspace.fonts import Package

SECONDS = 300
_MAKING = 2
"""Counts how fonts are made of packages: what was made in another way is made anew."""
_FILES = (".ttf", ".otf", ".woff", ".woff2")
_COMMENT = "\n(offline? fetch it where there is a network; it is kept in {})"


def cache_folder() -> Path:
    """Return where fetched fonts are kept: `$TRANSLATE_PUB_CACHE`, or the user's cache folder."""
    own = os.environ.get("TRANSLATE_PUB_CACHE")
    return (Path(own) if own else platformdirs.user_cache_path("translate-pub")) / "fonts"


def package_faces(package: Package, cache: Path | None = None) -> tuple[FontFace, ...]:
    """Return the faces of a package, fetched if they are not in the cache.

    Raises:
        MachineError: it cannot be fetched here, or has no fonts; the message names the command that gets it.
    """
    root = cache or cache_folder()
    folder = root / re.sub(r"[^\w.@+-]", "_", f"{package.registry}-{package.name}@{package.version}+{_MAKING}")
    if not folder.is_dir():
        fetch = _fetch_npm if package.registry == "npm" else _fetch_pypi
        _fill(folder, lambda scratch: font_files.family(fetch(package.name, package.version, scratch, root)))
    return _read(folder, f"{package.name} {package.version}")


def file_faces(path: Path, cache: Path | None = None) -> tuple[FontFace, ...]:
    """Return the faces of a font file; one that is no plain TrueType is converted first.

    Raises:
        MachineError: it is missing, or no font.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise MachineError(f"the font file {path} cannot be read: {error.strerror or error}") from error
    folder = (cache or cache_folder()) / f"file-{hashlib.sha256(data).hexdigest()[:32]}"
    if not folder.is_dir():
        _fill(folder, lambda _: font_files.plain(path.name, data))
    return _read(folder, str(path))


def _read(folder: Path, written: str) -> tuple[FontFace, ...]:
    faces = tuple(fonts.read_face(path) for path in sorted(folder.iterdir()))
    if not faces:
        raise MachineError(f"{written} has no font that can be printed with")
    return faces


def _fill(folder: Path, make: Callable[[Path], Iterable[tuple[str, bytes]]]) -> None:
    """Make a folder of the cache at one stroke, or not at all."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".making-") as scratch:
        ready = Path(scratch) / "ready"
        ready.mkdir()
        for name, data in make(Path(scratch)):
            (ready / name).write_bytes(data)
        try:
            ready.rename(folder)
        except OSError:
            if not folder.is_dir():  # another build was first: its fonts are the same
                raise


def _fetch_npm(name: str, version: str, scratch: Path, root: Path) -> list[tuple[str, bytes]]:
    wanted = f"{name}@{version}"
    if shutil.which("npm") is None:
        raise MachineError(
            f"npm, which fetches {wanted}, is not on this machine; get it with `apt-get install npm` (Debian), "
            "`dnf install npm` (Fedora) or `brew install node` (macOS)"
        )
    _run(["npm", "pack", "--loglevel=error", "--pack-destination", str(scratch), wanted], root)
    found = []
    for archive in scratch.glob("*.tgz"):
        with tarfile.open(archive) as packed:
            for member in packed.getmembers():
                file = packed.extractfile(member) if member.isfile() and _is_font(member.name) else None
                if file is not None:
                    found.append((Path(member.name).name, file.read()))
    return found


def _fetch_pypi(name: str, version: str, scratch: Path, root: Path) -> list[tuple[str, bytes]]:
    target = ["--no-deps", "--target", str(scratch / "site"), f"{name}=={version}"]
    uv = shutil.which("uv")
    _run([uv, "pip", "install", *target] if uv else [sys.executable, "-m", "pip", "install", *target], root)
    return [(path.name, path.read_bytes()) for path in sorted((scratch / "site").rglob("*")) if _is_font(path.name)]


def _is_font(name: str) -> bool:
    return name.endswith(_FILES)


def _run(command: list[str], root: Path) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, text=True, timeout=SECONDS)
    except subprocess.TimeoutExpired as error:
        raise MachineError(f"`{' '.join(command)}` took more than {SECONDS} s" + _COMMENT.format(root)) from error
    except (subprocess.CalledProcessError, OSError) as error:
        said = (getattr(error, "stderr", "") or str(error)).strip().splitlines()
        reason = next((line for line in said if "err" in line.casefold()), said[-1] if said else "no reason given")
        raise MachineError(f"`{' '.join(command)}` failed: {reason}" + _COMMENT.format(root)) from error
