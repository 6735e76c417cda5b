"""What fonts the pages of an edition may use."""

from __future__ import annotations

import dataclasses
import os
from pathlib import Path

import pytest

from translate_pub.model.diagnostic import MachineError
from translate_pub.publish import engine, fonts
from translate_pub.publish.fonts import FontSet


def test_the_shipped_fonts_have_the_scripts_of_the_shipped_languages(font_set: FontSet) -> None:
    """The set has Latin, Greek and Cyrillic letters and those of Urdu."""
    latin = font_set.characters(["EB Garamond"])
    assert {ord(letter) for letter in "åäöñß“”–—ἀЯ"} <= latin
    assert {ord(letter) for letter in "ہےٹڈڑںگچپ۱۲۔،؟"} <= font_set.characters(["Noto Nastaliq Urdu"])


def test_a_generic_family_stands_for_the_whole_set(font_set: FontSet) -> None:
    """A stack that ends in `serif` may use any font of the edition."""
    assert font_set.characters(["EB Garamond", "serif"]) == font_set.characters(["serif"])
    assert ord("ہ") not in font_set.characters(["EB Garamond"])


def test_every_face_has_a_rule(font_set: FontSet) -> None:
    """The stylesheet names each file with its family, weight and style."""
    rule = '@font-face{font-family:"EB Garamond";font-weight:700;font-style:italic;'
    assert rule in font_set.css
    assert font_set.css.count("@font-face") == len(font_set.faces)


def test_a_font_file_describes_itself(font_set: FontSet) -> None:
    """A file that an edition brings is known by its own tables, and stands before the shipped ones."""
    bold = next(face for face in font_set.faces if face.path.endswith("EBGaramond-BoldItalic.ttf"))
    assert fonts.read_face(Path(bold.path)) == bold
    own = fonts.read_face(Path(bold.path), "My Garamond")
    assert font_set.with_faces([own]).faces[0].family == "My Garamond"


def test_a_file_that_is_no_font_is_refused(tmp_path: Path) -> None:
    """The error names the file."""
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(b"not a font")
    with pytest.raises(MachineError, match=r"broken\.ttf"):
        fonts.read_face(broken)
    with pytest.raises(MachineError, match=r"missing\.ttf"):
        fonts.read_face(tmp_path / "missing.ttf")


def test_fonts_that_were_not_made_are_asked_for(tmp_path: Path) -> None:
    """Without its fonts the tool names the command that makes them."""
    with pytest.raises(MachineError, match="make fonts"):
        fonts.shipped(tmp_path)


def test_a_font_that_changes_during_the_build_stops_it(font_set: FontSet) -> None:
    """The file that is cut must be the file that was laid out with."""
    with pytest.raises(MachineError, match="changed"):
        dataclasses.replace(font_set.faces[0], sha256="0" * 64).read()


def test_the_fonts_of_the_machine_are_out_of_sight() -> None:
    """Fontconfig is given a configuration without folders."""
    engine.load()
    assert "<dir>" not in Path(os.environ["FONTCONFIG_FILE"]).read_text("utf-8")


def test_the_versions_that_line_breaks_depend_on_are_known() -> None:
    """WeasyPrint, Pango and HarfBuzz say their versions."""
    assert all(version[0].isdigit() for version in engine.versions().values())


def test_a_character_is_named_for_the_translator() -> None:
    """The name is that of the Unicode standard."""
    assert fonts.character_name("ہ") == "U+06C1 ARABIC LETTER HEH GOAL"
