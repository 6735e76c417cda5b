"""Fonts that an edition brings."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from translate_pub.model.diagnostic import MachineError
from translate_pub.publish import fonts
from translate_pub.workspace import font_packages
from translate_pub.workspace import fonts as notation
from translate_pub.workspace.fonts import Package

GARAMOND = fonts.FOLDER / "EBGaramond-Regular.ttf"
GULZAR = Package("npm", "@fontsource/gulzar", "5.3.0")
GEORGIAN = Package("npm", "@fontsource/noto-serif-georgian", "5.3.0")


def _packed(flavor: str) -> bytes:
    font = TTFont(GARAMOND)
    font.flavor = flavor
    data = io.BytesIO()
    font.save(data)
    return data.getvalue()


@pytest.mark.parametrize("kind", ["woff", "woff2", "ttf"])
def test_a_font_file_of_any_kind_is_made_into_truetype(tmp_path: Path, kind: str) -> None:
    """It is unpacked into the cache, where a second build finds the same bytes."""
    file = tmp_path / f"own.{kind}"
    file.write_bytes(GARAMOND.read_bytes() if kind == "ttf" else _packed(kind))
    (face,) = font_packages.file_faces(file, tmp_path / "cache")
    assert (face.family, face.weight, face.style) == ("EB Garamond", 400, "normal")
    assert face.read()[:4] == b"\0\1\0\0"
    assert font_packages.file_faces(file, tmp_path / "cache") == (face,)
    assert font_packages.file_faces(file, tmp_path / "other")[0].sha256 == face.sha256


def test_a_file_that_is_no_font_leaves_nothing_in_the_cache(tmp_path: Path) -> None:
    """The error names the file, and the next try begins anew."""
    file = tmp_path / "own.woff2"
    file.write_bytes(b"wOF2 but no font")
    with pytest.raises(MachineError, match=r"own\.woff2"):
        font_packages.file_faces(file, tmp_path / "cache")
    assert not list((tmp_path / "cache").iterdir())
    with pytest.raises(MachineError, match=r"missing\.ttf"):
        font_packages.file_faces(tmp_path / "missing.ttf", tmp_path / "cache")


@pytest.mark.parametrize("written", ["npm:@fontsource/gulzar@5.3.0", "npm:font@1.0", "pypi:fontpkg-noto-serif==2.15"])
def test_a_package_is_known_by_its_registry_and_version(written: str) -> None:
    """Both registries have a spelling of their own."""
    package = notation.package(written)
    assert package is not None
    assert written.startswith(f"{package.registry}:{package.name}")
    assert written.endswith(package.version)


@pytest.mark.parametrize(
    "written", ["npm:@fontsource/gulzar", "pypi:fontpkg", "EB Garamond", "fonts/own.ttf", "pypi:a@1"]
)
def test_what_has_no_version_is_no_package(written: str) -> None:
    """A build must not depend on the day."""
    assert notation.package(written) is None


def test_without_npm_its_command_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine lacks the client, and learns how to get it."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MachineError, match="apt-get install npm"):
        font_packages.package_faces(GULZAR, tmp_path)


def test_a_fetch_that_fails_names_its_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without a network says what it tried and where the font would be kept."""
    client = tmp_path / "npm"
    client.write_text("#!/bin/sh\necho 'npm error network is unreachable' >&2\nexit 1\n", "utf-8")
    client.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    with pytest.raises(MachineError, match=r"npm pack .*gulzar@5\.3\.0` failed: npm error network is unreachable"):
        font_packages.package_faces(GULZAR, tmp_path / "cache")
    assert not list((tmp_path / "cache").iterdir())


@pytest.mark.slow
def test_a_family_of_npm_is_fetched_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Regular and bold of every part of its character set; then no client is needed."""
    faces = font_packages.package_faces(GEORGIAN, tmp_path)
    assert {(face.family, face.weight) for face in faces} == {
        ("Noto Serif Georgian", 400),
        ("Noto Serif Georgian", 700),
    }
    assert ord("ქ") in fonts.FontSet(faces).characters(["Noto Serif Georgian"])
    monkeypatch.setenv("PATH", "")
    assert font_packages.package_faces(GEORGIAN, tmp_path) == faces
