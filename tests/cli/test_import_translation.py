"""A finished translation is brought in: as Markdown, as documents, beside what is there, and from bad files."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import polib
import pypandoc
import pytest

from tests.cli.speaking import Say
from translate_pub.catalog.alignment.entering import Manner
from translate_pub.commands import import_translation, render
from translate_pub.model.alignment import SURE, Fate
from translate_pub.workspace import discovery

HANDBOOK = "bolshevism-handbook"
CHAPTER = "05-unity-and-split"
TRANSLATION = """# Mötet {#mote}

Pavel ringer i klockan och läser.[^n7]

[^n7]: Klockan är hans fars.
"""


@pytest.fixture
def samples(tmp_path: Path, repository: Path) -> Path:
    """Give the workspace of this repository, with nothing translated into Urdu."""
    for name in ("source_texts", "locales", "translate-pub.toml"):
        source = repository / name
        shutil.copytree(source, tmp_path / name) if source.is_dir() else shutil.copy(source, tmp_path)
    shutil.rmtree(tmp_path / "locales" / "ur")
    return tmp_path


def messages(folder: Path, book: str, language: str, chapter: str) -> dict[tuple[str | None, str], polib.POEntry]:
    """Read a catalogue with a program that is not ours."""
    path = folder / "locales" / language / "LC_MESSAGES" / book / f"{chapter}.po"
    return {(entry.msgctxt, entry.msgid): entry for entry in polib.pofile(str(path))}


@pytest.fixture
def urdu(repository: Path) -> str:
    """Give a chapter in Urdu as an HTML page."""
    page = render.run(discovery.find(repository), HANDBOOK, CHAPTER, "ur").value
    assert page
    return page


@pytest.mark.parametrize(
    "suffix", ["html", *(pytest.param(one, marks=pytest.mark.slow) for one in ("docx", "odt", "epub"))]
)
def test_an_urdu_document_finds_its_messages(
    samples: Path, repository: Path, urdu: str, tmp_path: Path, suffix: str
) -> None:
    """What is brought in from a document is what the catalogue of this repository has, but for what no page shows."""
    file = tmp_path / f"urdu.{suffix}"
    if suffix == "html":
        file.write_text(urdu, "utf-8")
    else:
        markdown = pypandoc.convert_text(urdu, "markdown", "html")
        pypandoc.convert_text(markdown, suffix, "markdown", outputfile=str(file), extra_args=["--quiet"])
    done = import_translation.run(discovery.find(samples), HANDBOOK, "ur", [file], chapters=[CHAPTER])
    assert not done.failed
    right = messages(repository, HANDBOOK, "ur", CHAPTER)
    got = messages(samples, HANDBOOK, "ur", CHAPTER)
    sure = [key for key, entry in got.items() if entry.msgstr and float(entry.tcomment.split()[-1]) >= SURE]
    assert len(sure) >= 30
    same = [key for key in sure if letters(got[key].msgstr) == letters(right[key].msgstr)]
    assert len(same) / len(sure) >= (0.97 if suffix == "html" else 0.75)
    assert all("fuzzy" in got[key].flags for key in sure)


def letters(text: str) -> str:
    """Leave everything out but letters."""
    return "".join(char for char in text if char.isalpha())


def test_markdown_with_labels_of_its_own_passes_the_check(leaflet: Path, tmp_path: Path) -> None:
    """Calls of footnotes get the source's labels, ids are dropped, and every entry says where it is from."""
    shutil.rmtree(leaflet / "locales" / "sv")
    file = tmp_path / "01-meeting.md"
    source = (leaflet / "source_texts" / "leaflet" / "01-meeting.md").read_text("utf-8")
    file.write_text(source.replace("[^", "[^n").replace("{#", "{#sv-"), "utf-8")
    done = import_translation.run(discovery.find(leaflet), "leaflet", "sv", [file])
    got = messages(leaflet, "leaflet", "sv", "01-meeting")
    entered = [entry for entry in got.values() if entry.msgstr]
    assert entered
    assert all(entry.msgstr == entry.msgid for entry in entered)
    assert all(entry.tcomment.startswith("translate-pub: suggested 01-meeting.md ") for entry in entered)
    assert not [find for find in done.finds if any("footnote" in reason for reason in find.reasons)]


def test_what_is_translated_stays(leaflet: Path, tmp_path: Path) -> None:
    """A complete catalogue keeps every byte; with alternatives, what differs stands beside it."""
    path = leaflet / "locales" / "sv" / "LC_MESSAGES" / "leaflet" / "02-after.po"
    before = path.read_bytes()
    file = tmp_path / "02-after.md"
    file.write_text((leaflet / "source_texts" / "leaflet" / "02-after.md").read_text("utf-8"), "utf-8")
    done = import_translation.run(discovery.find(leaflet), "leaflet", "sv", [file])
    assert path.read_bytes() == before
    assert {find.fate for find in done.finds} <= {Fate.KEPT, Fate.SAME, Fate.MISSING}
    assert {one.code for one in done.diagnostics} >= {"C148"}
    import_translation.run(discovery.find(leaflet), "leaflet", "sv", [file], manner=Manner(alternatives=True))
    assert b"another translation" in path.read_bytes()


def test_a_fuzzy_translation_gives_way_only_when_asked_and_is_kept(leaflet: Path, tmp_path: Path) -> None:
    """Imported twice, from two files: the second replaces the first, which stays as a comment."""
    shutil.rmtree(leaflet / "locales" / "sv")
    workspace = discovery.find(leaflet)
    source = (leaflet / "source_texts" / "leaflet" / "02-after.md").read_text("utf-8")
    file = tmp_path / "02-after.md"
    file.write_text(source, "utf-8")
    import_translation.run(workspace, "leaflet", "sv", [file])
    file.write_text(source.replace("What remains is in", "Resten finns i"), "utf-8")
    import_translation.run(workspace, "leaflet", "sv", [file])
    assert not any("Resten" in entry.msgstr for entry in messages(leaflet, "leaflet", "sv", "02-after").values())
    import_translation.run(workspace, "leaflet", "sv", [file], manner=Manner(overwrite=True))
    (entry,) = [one for one in messages(leaflet, "leaflet", "sv", "02-after").values() if "Resten" in one.msgstr]
    assert 'another translation: "What remains' in entry.tcomment


def test_the_verb_writes_a_page_and_says_what_it_did(leaflet: Path, tmp_path: Path, say: Say) -> None:
    """The page stands alone and hides nothing; a dry run writes no catalogue."""
    shutil.rmtree(leaflet / "locales" / "ur")
    file, page = tmp_path / "translation.md", tmp_path / "review.html"
    file.write_text(TRANSLATION + "\n<script>alert(1)</script> & mer\n", "utf-8")
    words = ("-C", leaflet, "import-translation", "leaflet", "--lang", "ur", file, "--review", page, "--dry-run")
    answer = say(*words, "--format", "json")
    assert answer.code == 0
    assert not (leaflet / "locales" / "ur").exists()
    value = json.loads(answer.out)
    assert {"book", "messages", "strays", "findings"} <= value.keys()
    assert any(one["code"] == "C143" for one in value["findings"])
    text = page.read_text("utf-8")
    assert 'dir="rtl"' in text
    assert "alert(1)" not in text.replace("&lt;script&gt;alert(1)", "")
    assert "http" not in text.partition("<table>")[0]
    assert say(*words).code == 0


def test_chapters_are_found_by_the_names_of_files_or_among_all(leaflet: Path, tmp_path: Path) -> None:
    """One file for the whole book, and one for a single chapter."""
    shutil.rmtree(leaflet / "locales" / "sv")
    workspace = discovery.find(leaflet)
    sources = [
        (leaflet / "source_texts" / "leaflet" / f"{name}.md").read_text("utf-8") for name in ("01-meeting", "02-after")
    ]
    whole = tmp_path / "all.md"
    whole.write_text("\n\n".join(sources), "utf-8")
    done = import_translation.run(workspace, "leaflet", "sv", [whole], write=False)
    chapters = {find.chapter for find in done.finds if find.text}
    assert {"01-meeting", "02-after"} <= chapters
    one = tmp_path / "02-after.sv.md"
    one.write_text(sources[1], "utf-8")
    found = import_translation.run(workspace, "leaflet", "sv", [one], write=False)
    assert {find.chapter for find in found.finds} == {"02-after"}


def bomb(path: Path) -> None:
    """Write a small archive that says that it unpacks to far too much."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 1_000_000)
        archive.infolist()[0].file_size = 2_000_000_000


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.docx", b"PK\x03\x04 broken", "C140"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 locked", "C140"),
        ("a.odt", b"no archive", "C140"),
        ("a.xyz", b"what is this", "C140"),
        ("a.md", b"", "C141"),
        ("a.md", b"<!-- nothing -->\n", "C141"),
        ("a.html", b"<p></p>", "C141"),
        ("a.md", b"caf\xe9 au lait", "B017"),
    ],
)
def test_a_bad_file_is_told_and_changes_nothing(  # noqa: PLR0917  # a parametrised test takes its columns as they are
    leaflet: Path, tmp_path: Path, name: str, data: bytes, code: str, say: Say
) -> None:
    """A located finding, exit 1, and every catalogue as it was."""
    file = tmp_path / name
    file.write_bytes(data)
    before = {path: path.read_bytes() for path in leaflet.rglob("*.po")}
    answer = say("-C", leaflet, "import-translation", "leaflet", "--lang", "ur", file)
    assert answer.code == 1
    assert f"error[{code}]" in answer.out
    assert {path: path.read_bytes() for path in leaflet.rglob("*.po")} == before


def test_an_archive_that_unpacks_to_far_too_much_is_not_unpacked(leaflet: Path, tmp_path: Path) -> None:
    """It is measured first."""
    bomb(tmp_path / "bomb.docx")
    done = import_translation.run(discovery.find(leaflet), "leaflet", "ur", [tmp_path / "bomb.docx"])
    assert [one.code for one in done.diagnostics] == ["C142"]


def test_an_unknown_chapter_is_said_to_be_unknown(leaflet: Path, tmp_path: Path, say: Say) -> None:
    """With what was probably meant."""
    file = tmp_path / "x.md"
    file.write_text("Text.", "utf-8")
    answer = say("-C", leaflet, "import-translation", "leaflet", "--lang", "sv", file, "--chapter", "01-meting")
    assert answer.code == 2
    assert "01-meeting" in answer.err
