"""Bytes of source fonts: from an npm archive, from an installed PyPI package, or from this machine's own fonts."""

from __future__ import annotations

import base64
import hashlib
import importlib.util
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.font_recipe import Face, Package

NPM_SECONDS = 300
FONT_FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/Library/Fonts",
    "~/.local/share/fonts",
    "~/.fonts",
    "~/Library/Fonts",
)


class FontSourceError(Exception):
    """A pinned source is not what was pinned, or cannot be had here."""


@dataclass(frozen=True)
class Source:
    """Where the faces of one package come from on this machine.

    Attributes:
        read: Gives the bytes of a file inside the package by its path; None where faces of this machine stand in.
    """

    package: Package
    read: Callable[[str], bytes] | None

    @property
    def origin(self) -> str:
        """The package's name, or "system" where faces of this machine stand in."""
        return "system" if self.read is None else self.package.name

    def face(self, face: Face) -> bytes:
        """The bytes of a face's source file.

        Raises:
            FontSourceError: The file is not the pinned one, or no face of this machine stands in for it.
        """
        if self.read is None:
            return _stand_in(face).read_bytes()
        data = self.read(face.source)
        found = hashlib.sha256(data).hexdigest()
        if found != face.sha256:
            message = f"{self.package.name} {self.package.version}: {face.source} has sha256 {found}, not {face.sha256}"
            raise FontSourceError(message)
        return data


def find(package: Package, cache: Path) -> Source:
    """Find a package's source here.

    Args:
        package: The package as the recipe pins it.
        cache: Folder that keeps npm archives between runs.

    Raises:
        FontSourceError: The package is not what was pinned, or is of PyPI and not installed.
    """
    if package.registry == "pypi":
        return Source(package, _installed_reader(package))
    return Source(package, _archive_reader(package, cache))


def stand_ins(package: Package) -> bool:
    """Whether this machine has faces of its own for every face of a package."""
    return all(_stand_in_or_none(face) is not None for face in package.faces)


def _installed_reader(package: Package) -> Callable[[str], bytes]:
    spec = importlib.util.find_spec(package.name.replace("-", "_"))
    if spec is None or spec.origin is None:
        message = f"{package.name} {package.version} is not installed: run `make environment`"
        raise FontSourceError(message)
    folder = Path(spec.origin).parent
    return lambda path: (folder / path).read_bytes()


def _archive_reader(package: Package, cache: Path) -> Callable[[str], bytes] | None:
    archive = cache / f"{package.name.replace('/', '-').lstrip('@')}-{package.version}.tgz"
    if not archive.is_file() and not _pack(package, archive):
        return None
    _check_integrity(package, archive)
    return lambda path: _member(archive, f"package/{path}")


def _pack(package: Package, archive: Path) -> bool:
    """Fetch an archive with `npm pack`, which runs no script of the package; False where npm is absent or fails."""
    npm = shutil.which("npm")
    if npm is None:
        return False
    archive.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=archive.parent) as folder:
        command = [npm, "pack", "--ignore-scripts", "--silent", f"{package.name}@{package.version}"]
        done = subprocess.run(
            command, cwd=folder, timeout=NPM_SECONDS, check=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
        )
        fetched = next(Path(folder).glob("*.tgz"), None)
        if done.returncode != 0 or fetched is None:
            return False
        fetched.replace(archive)
    return True


def _check_integrity(package: Package, archive: Path) -> None:
    digest = hashlib.sha512(archive.read_bytes()).digest()
    found = "sha512-" + base64.b64encode(digest).decode("ascii")
    if found != package.integrity:
        archive.unlink()
        message = f"{package.name} {package.version}: the archive has integrity {found}, not {package.integrity}"
        raise FontSourceError(message)


def _member(archive: Path, name: str) -> bytes:
    with tarfile.open(archive) as members:
        file = members.extractfile(name)
        if file is None:
            message = f"{archive.name}: {name} is no file"
            raise FontSourceError(message)
        return file.read()


def _stand_in(face: Face) -> Path:
    found = _stand_in_or_none(face)
    if found is None:
        message = f"no font file of this machine stands in for {face.family} {face.style_name}"
        raise FontSourceError(message)
    return found


def _stand_in_or_none(face: Face) -> Path | None:
    stem = face.family.replace(" ", "")
    names = (face.file, f"{stem}[wght].ttf", f"{stem}-VF.ttf")
    return next((path for name in names for path in _font_files(name)), None)


def _font_files(name: str) -> Iterator[Path]:
    pattern = name.replace("[", "[[]")
    for folder in FONT_FOLDERS:
        yield from sorted(Path(folder).expanduser().rglob(pattern))
