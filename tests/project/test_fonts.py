"""The fonts that the package carries, as the set-up made them."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from tools import font_faces, font_recipe, font_sources, make_fonts
from tools.font_recipe import Face, Package

PACKAGES = font_recipe.load()
FACES = [(package, face) for package in PACKAGES for face in package.faces]


@pytest.fixture(scope="module")
def records() -> list[dict[str, Any]]:
    """Give the manifest's fonts."""
    fonts: list[dict[str, Any]] = json.loads((make_fonts.FONTS / "manifest.json").read_bytes())["fonts"]
    return fonts


def _package(family: str) -> Package:
    return next(package for package in PACKAGES if package.family == family)


def test_the_manifest_names_each_face_with_its_hash(records: list[dict[str, Any]]) -> None:
    """Each font file has the bytes that the manifest tells."""
    assert {record["file"]: record["sha256"] for record in records} == {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in make_fonts.FONTS.glob("*.ttf")
    }


def test_every_latin_face_of_the_recipe_is_there(records: list[dict[str, Any]]) -> None:
    """Two families in four styles come from the locked packages, with or without npm."""
    latin = {(record["family"], record["style"], record["weight"]) for record in records if record["script"] == "Latin"}
    assert latin == {(face.family, face.style, face.weight) for package, face in FACES if package.script == "Latin"}
    assert len(latin) == 12


def test_every_family_carries_its_licence(records: list[dict[str, Any]]) -> None:
    """The licence stands beside the fonts, as the Open Font License asks."""
    for record in records:
        text = (make_fonts.FONTS / record["licence_file"]).read_text(encoding="utf-8")
        assert record["licence"] == "OFL-1.1"
        assert "Copyright" in text
        assert "Open Font License" in text


def test_each_face_is_static_and_named_by_its_style(records: list[dict[str, Any]]) -> None:
    """No variation table is left, and family, style, weight and slant agree with the manifest."""
    for record in records:
        font = TTFont(make_fonts.FONTS / record["file"])
        assert {"fvar", "gvar", "avar", "STAT", "HVAR", "MVAR"}.isdisjoint(font.keys())
        assert font["name"].getDebugName(1) == record["family"]
        assert font["name"].getDebugName(6) == Path(record["file"]).stem
        assert font["OS/2"].usWeightClass == record["weight"]
        assert bool(font["head"].macStyle & 1) == (record["weight"] == 700)
        assert bool(font["head"].macStyle & 2) == (record["style"] == "italic")
        assert font["OS/2"].fsType == 0


def test_the_four_styles_of_a_family_have_four_names(records: list[dict[str, Any]]) -> None:
    """No two faces share a full name, by which systems tell fonts apart."""
    names = [TTFont(make_fonts.FONTS / record["file"])["name"].getDebugName(4) for record in records]
    assert len(set(names)) == len(names)


def test_an_arabic_face_brings_no_latin_letters(records: list[dict[str, Any]]) -> None:
    """Brackets, digits and letters of the Latin script come from the Latin face, on every machine."""
    for record in records:
        characters = set(TTFont(make_fonts.FONTS / record["file"]).getBestCmap())
        assert (record["script"] == "Latin") == {ord("A"), ord("("), ord("1")}.issubset(characters)


def test_the_same_source_makes_the_same_bytes() -> None:
    """A face that is made again is the face that is there."""
    package = _package("EB Garamond")
    face = package.faces[1]
    source = font_sources.find(package, make_fonts.CACHE)
    made = font_faces.build(face, package, source.face(face))
    assert made.data == (make_fonts.FONTS / face.file).read_bytes()


def test_a_source_that_is_not_the_pinned_one_is_refused() -> None:
    """A face whose source has another hash is not made."""
    package = _package("EB Garamond")
    source = font_sources.find(package, make_fonts.CACHE)
    with pytest.raises(font_sources.FontSourceError, match=r"EBGaramond\[wght\]\.ttf has sha256"):
        source.face(replace(package.faces[0], sha256="0" * 64))


def test_an_archive_that_is_not_the_pinned_one_is_refused(tmp_path: Path) -> None:
    """An npm archive with another integrity is removed, so that the next run fetches it again."""
    package = _package("Noto Naskh Arabic")
    archive = tmp_path / "fontsource-noto-naskh-arabic-5.3.0.tgz"
    archive.write_bytes(b"another archive")
    with pytest.raises(font_sources.FontSourceError, match="the archive has integrity sha512-"):
        font_sources.find(package, tmp_path)
    assert not archive.exists()


def test_a_face_of_this_machine_is_cut_to_the_pinned_characters() -> None:
    """A font that stands in brings only the characters of the one it stands in for."""
    latin = _package("EB Garamond")
    data = font_sources.find(latin, make_fonts.CACHE).face(latin.faces[0])
    made = font_faces.build(latin.faces[0], replace(latin, keep="0041-0043 0061"), data, stands_in=True)
    assert set(TTFont(BytesIO(made.data)).getBestCmap()) == {0x41, 0x42, 0x43, 0x61}
    assert made.version.startswith("Version ")
    assert "Open Font License" in made.notice


def test_without_npm_the_set_up_looks_at_this_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With no npm on PATH and no archive fetched before, an npm package has no pinned source."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert font_sources.find(_package("Noto Nastaliq Urdu"), tmp_path).read is None


def test_a_changed_file_is_made_again(tmp_path: Path) -> None:
    """A folder whose files are not those of its manifest is not current."""
    for path in make_fonts.FONTS.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    assert make_fonts.is_current(tmp_path) == make_fonts.is_current()
    (tmp_path / "EBGaramond-Regular.ttf").write_bytes(b"")
    assert not make_fonts.is_current(tmp_path)


@pytest.mark.parametrize(
    ("style", "weight", "file"),
    [
        ("normal", 400, "EBGaramond-Regular.ttf"),
        ("italic", 400, "EBGaramond-Italic.ttf"),
        ("normal", 700, "EBGaramond-Bold.ttf"),
        ("italic", 700, "EBGaramond-BoldItalic.ttf"),
    ],
)
def test_a_face_is_named_by_family_and_style(style: str, weight: int, file: str) -> None:
    """A face's file has its PostScript name."""
    assert Face("EB Garamond", style, weight, "", "").file == file
