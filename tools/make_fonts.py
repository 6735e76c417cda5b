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
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from tools import font_recipe, font_sources
from tools.font_recipe import Face, Package
from tools.font_sources import FontSourceError, Source

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "src" / "translate_pub" / "publish" / "fonts"
CACHE = ROOT / ".tools" / "cache"
MANIFEST = "manifest.json"

# Bits of OS/2.fsSelection and head.macStyle (OpenType 1.9.1, "OS/2" and "head").
FS_ITALIC, FS_BOLD, FS_REGULAR = 1 << 0, 1 << 5, 1 << 6
MAC_BOLD, MAC_ITALIC = 1 << 0, 1 << 1
BOLD = 700
WINDOWS_ENGLISH = (3, 1, 0x409)
# 3 unique name, 16 and 17 typographic names, 21 and 22 WWS names, 25 prefix of a variable font's PostScript names.
STALE_NAMES = (3, 16, 17, 21, 22, 25)

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
    """Make every face that is not there yet.

    Args:
        folder: Where the faces, their licences and `manifest.json` go.
        cache: Folder that keeps fetched archives.
        say: Takes a line for the terminal.

    Raises:
        FontSourceError: A source is not the pinned one.
    """
    if is_current(folder):
        return
    folder.mkdir(parents=True, exist_ok=True)
    sources = tuple(_usable_sources(cache, say))
    records = [record for source in sources for record in _make_package(source, folder, say)]
    _remove_strangers(folder, records)
    manifest = {"recipe": _recipe_hash(), "complete": _is_complete(sources), "fonts": records}
    _write(folder / MANIFEST, (json.dumps(manifest, indent=2) + "\n").encode())


def is_current(folder: Path = FONTS) -> bool:
    """Whether a folder holds every pinned face of the present recipe, each with the bytes that its manifest tells."""
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
        whole = all(_sha256(folder / font["file"]) == font["sha256"] for font in manifest["fonts"])
    except FileNotFoundError:
        return False
    return bool(whole and manifest["complete"] and manifest["recipe"] == _recipe_hash())


def build(face: Face, package: Package, data: bytes, *, stands_in: bool = False) -> bytes:
    """Make a static TrueType font from the bytes of its source (TrueType or WOFF 2, static or variable)."""
    font = TTFont(BytesIO(data), recalcTimestamp=False)
    font.flavor = None
    if "fvar" in font:
        location = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes} | {"wght": face.weight}
        font = instancer.instantiateVariableFont(font, location | face.location, inplace=True)
    if stands_in:
        _cut(font, package.characters)
    for tag in ("STAT", "DSIG"):
        if tag in font:
            del font[tag]
    _name(font, face)
    _style(font, face)
    target = BytesIO()
    font.save(target)
    return target.getvalue()


def _usable_sources(cache: Path, say: Callable[[str], None]) -> Iterator[Source]:
    for package in font_recipe.load():
        source = font_sources.find(package, cache)
        if source.read is not None:
            yield source
        elif font_sources.stand_ins(package):
            say(STAND_INS.format(family=package.family))
            yield source
        else:
            say(NO_STAND_INS.format(family=package.family))


def _is_complete(sources: tuple[Source, ...]) -> bool:
    """Whether every package of the recipe came from its pinned source."""
    return sum(source.read is not None for source in sources) == len(font_recipe.load())


def _make_package(source: Source, folder: Path, say: Callable[[str], None]) -> Iterator[dict[str, Any]]:
    package, stands_in = source.package, source.read is None
    data = [source.face(face) for face in package.faces]
    with ProcessPoolExecutor(max_workers=min(len(data), os.cpu_count() or 1)) as pool:
        jobs = [
            pool.submit(build, face, package, each, stands_in=stands_in)
            for face, each in zip(package.faces, data, strict=True)
        ]
        fonts = [job.result() for job in jobs]
    licence = f"LICENCE-{package.family.replace(' ', '')}.txt"
    _write(folder / licence, _licence(source, fonts[0]))
    for face, font in zip(package.faces, fonts, strict=True):
        _write(folder / face.file, font)
        say(f"made {face.family} {face.style_name} ({len(font) // 1000} kB)")
        yield _record(face, package, font, licence, stands_in=stands_in)


def _record(face: Face, package: Package, font: bytes, licence: str, *, stands_in: bool) -> dict[str, Any]:
    return {
        "family": face.family,
        "style": face.style,
        "weight": face.weight,
        "script": package.script,
        "file": face.file,
        "sha256": hashlib.sha256(font).hexdigest(),
        "package": "system" if stands_in else package.name,
        "version": _name_text(font, 5) if stands_in else package.version,
        "licence": package.licence,
        "licence_file": licence,
    }


def _licence(source: Source, font: bytes) -> bytes:
    """The package's licence text; for a face of this machine what its name table says of copyright and licence."""
    if source.read is not None:
        return source.read(source.package.licence_file)
    copyright_notice, description, address = 0, 13, 14
    lines = [_name_text(font, name) for name in (copyright_notice, description, address)]
    return ("\n".join(line for line in lines if line) + "\n").encode()


def _cut(font: TTFont, characters: tuple[int, ...]) -> None:
    options = subset.Options(layout_features=["*"], name_IDs=["*"], notdef_outline=True, glyph_names=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)


def _name(font: TTFont, face: Face) -> None:
    names = font["name"]
    for stale in STALE_NAMES:
        names.removeNames(nameID=stale)
    texts = {1: face.family, 2: face.style_name, 4: f"{face.family} {face.style_name}", 6: face.postscript_name}
    for name, text in texts.items():
        names.removeNames(nameID=name)
        names.setName(text, name, *WINDOWS_ENGLISH)


def _style(font: TTFont, face: Face) -> None:
    bold, italic = face.weight == BOLD, face.style == "italic"
    os2, head = font["OS/2"], font["head"]
    os2.usWeightClass = face.weight
    os2.fsSelection &= ~(FS_BOLD | FS_ITALIC | FS_REGULAR)
    os2.fsSelection |= FS_BOLD * bold | FS_ITALIC * italic | FS_REGULAR * (not bold and not italic)
    head.macStyle = MAC_BOLD * bold | MAC_ITALIC * italic


def _name_text(font: bytes, name: int) -> str:
    return str(TTFont(BytesIO(font))["name"].getDebugName(name) or "")


def _recipe_hash() -> str:
    """What the bytes of the faces depend on, besides the pinned sources: the recipe, this module, fontTools."""
    parts = (font_recipe.RECIPE.read_bytes(), Path(__file__).read_bytes())
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
