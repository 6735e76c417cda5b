"""A language whose script the tool ships no font for: Hindi, in Devanagari, with a font package from npm."""

from __future__ import annotations

import subprocess
from pathlib import Path

import polib
import pytest

from tests.cli.speaking import Say

CHAPTER = """# Tea {#tea}

Water is boiled first, then the leaves are put in.[^leaves] It is ready after five minutes (see page [](page:tea)).

[^leaves]: Two spoons of leaves are enough for four cups.
"""
EDITION = """
[editions.hi]
fonts = { body = "npm:@fontsource/noto-serif-devanagari@5.3.0" }
numbering = { body = "deva" }
"""
HINDI = {
    "Specimen": "नमूना",
    "Tea": "चाय",
    "Water is boiled first, then the leaves are put in.[^leaves] It is ready after five minutes "
    "(see page [](page:tea)).": "पहले पानी उबाला जाता है, फिर पत्ती डाली जाती है।[^leaves] पाँच मिनट में चाय तैयार हो जाती है "
    "(देखें पृष्ठ [](page:tea))।",
    "Two spoons of leaves are enough for four cups.": "चार प्यालों के लिए दो चम्मच पत्ती काफ़ी है।",
    "Contents": "विषय-सूची",
    "Chapter %(number)s": "अध्याय %(number)s",
}


def translate(root: Path) -> None:
    """Fill the Hindi catalogues as a translator would, with the words of the tool left in English where unlisted."""
    for file in root.glob("locales/hi/**/*.po"):
        catalog = polib.pofile(str(file), wrapwidth=0)
        for entry in catalog:
            entry.msgstr = HINDI.get(entry.msgid, entry.msgid if file.name == "furniture.po" else "")
        catalog.save()


@pytest.mark.slow
def test_a_script_without_a_shipped_font_is_printed(say: Say, tmp_path: Path) -> None:
    """Hindi is printed in the font package that the book names, with Devanagari digits and all its letters."""
    folder = tmp_path / "texts"
    assert say("init", folder).code == 0
    assert say("new", "-C", folder, "specimen").code == 0
    book = folder / "source_texts/specimen"
    (book / "01-first-chapter.md").write_text(CHAPTER)
    (book / "preface.md").unlink()
    settings = (book / "book.toml").read_text().replace('[[front]]\nrole = "preface"\nfile = "preface.md"\n', "")
    (book / "book.toml").write_text(settings + EDITION)
    assert say("add-language", "-C", folder, "hi").code == 0
    assert say("update", "-C", folder).code == 0
    translate(folder)
    answer = say("build", "-C", folder)
    assert answer.code == 0, answer
    pdf = folder / "build/specimen/hi/specimen-hi-print.pdf"
    text = subprocess.run(["pdftotext", pdf, "-"], check=True, capture_output=True, text=True).stdout
    for words in ("पहले पानी", "अध्याय १", "पृष्ठ १"):  # no reordered vowels: poppler reads those astray
        assert words in text
    fonts = subprocess.run(["pdffonts", pdf], check=True, capture_output=True, text=True).stdout
    assert "Devanagari" in fonts
