"""Make the static TrueType faces that the package carries, with their manifest and licences.

Run with the environment's Python: `python -m tools.make_fonts`. A second run finds all in place and does nothing.
The same sources give the same bytes: no date is written, and instances are made by the pinned fontTools.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tools import font_recipe, font_sources
from tools.font_recipe import Face
from tools.font_sources import FontSourceError, Source

if TYPE_CHECKING:
    from tools.font_faces import Font

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "src" / "translate_pub" / "publish" / "fonts"
CACHE = ROOT / ".tools" / "cache"
MANIFEST = "manifest.json"

NO_STAND_INS = """\
{family}: npm cannot be used here and this machine has no {family} of its own.
  The set-up goes on without it, and no Urdu edition can be built until one of these is there:
    Debian:  apt-get install npm        or  apt-get install fonts-noto-core
    Fedora:  dnf install nodejs-npm     or  dnf install google-noto-nastaliq-urdu-fonts google-noto-naskh-arabic-fonts
    macOS:   brew install node          or  brew install font-noto-nastaliq-urdu font-noto-naskh-arabic
  Then run `make fonts`."""
STAND_INS = """\
{family}: npm cannot be used here, so this machine's own {family} stands in for the pinned one.
  Lines and pages may break differently from those of other machines. With npm, run `make fonts` again."""


def make(folder: Path = FONTS, *, cache: Path = CACHE, say: Callable[[str], None] = print) -> None:
    """Make the faces, unless all of them are there.

    Faces of this machine that stand in are made once, and again from the pinned source as soon as npm is there.

    Args:
        folder: Where the faces, their licences and `manifest.json` go.
        cache: Folder that keeps fetched archives.
        say: Takes a line for the terminal.

    Raises:
        FontSourceError: A source is not the pinned one.
    """
    if is_current(folder):
        return
    sources = tuple(_usable_sources(cache, say))
    if _origins(folder) == {source.package.family: source.origin for source in sources}:
        return
    folder.mkdir(parents=True, exist_ok=True)
    records = [record for source in sources for record in _make_package(source, folder, say)]
    _remove_strangers(folder, records)
    manifest = {"recipe": _recipe_hash(), "fonts": records}
    _write(folder / MANIFEST, (json.dumps(manifest, indent=2) + "\n").encode())


def is_current(folder: Path = FONTS) -> bool:
    """Whether a folder holds every face of the present recipe, made from its pinned source and unchanged since."""
    return _origins(folder) == {package.family: package.name for package in font_recipe.load()}


def _origins(folder: Path) -> dict[str, str]:
    """Where each family in a folder came from; empty where anything was changed since, or is of another recipe."""
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
        whole = all(_sha256(folder / font["file"]) == font["sha256"] for font in manifest["fonts"])
    except FileNotFoundError:
        return {}
    if not whole or manifest["recipe"] != _recipe_hash():
        return {}
    return {font["family"]: font["package"] for font in manifest["fonts"]}


def _usable_sources(cache: Path, say: Callable[[str], None]) -> Iterator[Source]:
    for package in font_recipe.load():
        source = font_sources.find(package, cache)
        if source.read is None and not font_sources.stand_ins(package):
            say(NO_STAND_INS.format(family=package.family))
            continue
        if source.read is None:
            say(STAND_INS.format(family=package.family))
        yield source


def _make_package(source: Source, folder: Path, say: Callable[[str], None]) -> Iterator[dict[str, Any]]:
    package = source.package
    fonts = _build_all(source)
    licence = f"LICENCE-{package.family.replace(' ', '')}.txt"
    text = fonts[0].notice.encode() if source.read is None else source.read(package.licence_file)
    _write(folder / licence, text)
    for face, font in zip(package.faces, fonts, strict=True):
        _write(folder / face.file, font.data)
        say(f"made {face.family} {face.style_name} ({len(font.data) // 1000} kB)")
        yield _record(face, source, font, licence)


def _build_all(source: Source) -> list[Font]:
    from tools import font_faces  # noqa: PLC0415 - takes most of a second, and mostly every face is there already

    package, stands_in = source.package, source.read is None
    data = [source.face(face) for face in package.faces]
    with ProcessPoolExecutor(max_workers=min(len(data), os.cpu_count() or 1)) as pool:
        jobs = [
            pool.submit(font_faces.build, face, package, each, stands_in=stands_in)
            for face, each in zip(package.faces, data, strict=True)
        ]
        return [job.result() for job in jobs]


def _record(face: Face, source: Source, font: Font, licence: str) -> dict[str, Any]:
    package = source.package
    return {
        "family": face.family,
        "style": face.style,
        "weight": face.weight,
        "script": package.script,
        "file": face.file,
        "sha256": hashlib.sha256(font.data).hexdigest(),
        "package": source.origin,
        "version": font.version if source.read is None else package.version,
        "licence": package.licence,
        "licence_file": licence,
    }


def _recipe_hash() -> str:
    """What the bytes of the faces depend on, besides the pinned sources: the recipe, how a face is made, fontTools."""
    parts = (font_recipe.RECIPE.read_bytes(), Path(__file__).with_name("font_faces.py").read_bytes())
    version = importlib.metadata.version("fonttools").encode()
    return hashlib.sha256(b"\0".join((*parts, version))).hexdigest()


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _remove_strangers(folder: Path, records: list[dict[str, Any]]) -> None:
    """Remove what an earlier recipe left: a wheel takes every file of the folder."""
    kept = {record[key] for record in records for key in ("file", "licence_file")}
    for path in folder.iterdir():
        if path.name not in kept:
            path.unlink()


def _write(path: Path, data: bytes) -> None:
    """Write whole or not at all."""
    partial = path.with_name(path.name + ".part")
    partial.write_bytes(data)
    partial.replace(path)


def main() -> int:
    """Make the fonts; 1 where a source is not the pinned one."""
    try:
        make()
    except FontSourceError as error:
        print(f"fonts: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
