"""What each verb says, and with which exit code, on a real workspace."""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.cli.speaking import Say

MEETING = "source_texts/leaflet/01-meeting.md"
URDU = "locales/ur/LC_MESSAGES/leaflet/01-meeting.po"
SWEDISH = "locales/sv/LC_MESSAGES/leaflet/01-meeting.po"


def snapshot(folder: Path) -> dict[str, bytes]:
    """Read every file below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def edit(file: Path, old: str, new: str) -> None:
    """Replace a text that stands in a file once."""
    text = file.read_text()
    assert text.count(old) == 1
    file.write_text(text.replace(old, new))


def test_from_an_empty_folder_to_catalogues(say: Say, tmp_path: Path) -> None:
    """`init`, `new`, `add-language` and `update` make a workspace that is in step."""
    assert say("init", tmp_path / "press", "--lang", "ur").code == 0
    assert say("new", "my-book", "-C", tmp_path / "press").code == 0
    assert say("add-language", "sv", "-C", tmp_path / "press").code == 0
    assert say("update", "-C", tmp_path / "press").code == 0
    assert say("update", "--check", "-C", tmp_path / "press").code == 0
    for catalog in (tmp_path / "press").rglob("*.po"):
        subprocess.run(["msgfmt", "--check", "-o", "/dev/null", catalog], check=True)
    assert {path.parent.parent.parent.name for path in (tmp_path / "press").rglob("*.po")} == {"ur", "sv"}
    assert 'languages = ["ur", "sv"]' in (tmp_path / "press" / "translate-pub.toml").read_text()


def test_init_leaves_a_workspace_alone(say: Say, leaflet: Path) -> None:
    """A folder that is a workspace stays as it is."""
    before = snapshot(leaflet)
    assert say("init", leaflet).code == 1
    assert snapshot(leaflet) == before


def test_new_takes_the_texts_that_are_there(say: Say, leaflet: Path) -> None:
    """A folder of Markdown becomes a book with its files as chapters."""
    folder = leaflet / "source_texts" / "second"
    folder.mkdir()
    (folder / "glossary.md").write_text("# Words\n\nA word\n: What it means.\n")
    (folder / "01-one.md").write_text("# One\n\nText.\n")
    assert say("new", "second", "-C", leaflet).code == 0
    assert say("check", "second", "-C", leaflet).code == 0
    assert {"01-one", "glossary"} <= set(
        re.findall(r"^  (\S+)", say("status", "second", "--chapters", "-C", leaflet).out, re.MULTILINE)
    )


def test_new_counts_as_people_do_and_invents_nothing(say: Say, leaflet: Path) -> None:
    """Chapter 2 comes before 10, a README is no chapter, and no part or author is made up."""
    folder = leaflet / "source_texts" / "second"
    folder.mkdir()
    for name in ("10-ten", "2-two", "README"):
        (folder / f"{name}.md").write_text(f"# {name}\n\nText.\n")
    say("new", "second", "-C", leaflet)
    found = tomllib.loads((folder / "book.toml").read_text())
    assert found["chapters"] == ["2-two.md", "10-ten.md"]
    assert set(found) == {"title", "year", "chapters"}


@pytest.mark.parametrize("name", ["leaflet", "A Book", "../up"])
def test_new_refuses_names(say: Say, leaflet: Path, name: str) -> None:
    """A book that is there, and a name that is none for a folder, are refused with nothing written."""
    before = snapshot(leaflet)
    assert say("new", name, "-C", leaflet).code == 1
    assert snapshot(leaflet) == before


def test_add_language_guesses_the_tag(say: Say, leaflet: Path) -> None:
    """An unknown tag is refused with the likely one, and nothing is written."""
    before = snapshot(leaflet)
    answer = say("add-language", "swedish", "-C", leaflet)
    assert answer.code == 1
    assert "did you mean sv?" in answer.err
    assert snapshot(leaflet) == before


@pytest.mark.parametrize(
    "written",
    [
        'languages = ["sv", "ur", "de"]',
        'languages = [ "sv", "ur", "de", ]',
        'languages = [\n    "sv", # Swedish\n    "ur",\n    "de", # ]\n]',
        'languages = [\n    "sv",\n    "ur",\n    "de"\n]',
    ],
)
def test_add_language_keeps_the_rest_of_the_file(say: Say, leaflet: Path, written: str) -> None:
    """However the list is written, the tags come to its end and every other line stays."""
    file = leaflet / "translate-pub.toml"
    edit(file, 'languages = ["sv", "ur", "de"]', written)
    before = file.read_text()
    assert say("add-language", "fr", "pt-BR", "-C", leaflet).code == 0
    after = file.read_text()
    assert set(before.splitlines()) - set(after.splitlines()) <= set(written.splitlines())
    assert (leaflet / "locales" / "pt_BR" / "LC_MESSAGES" / "leaflet" / "preface.po").is_file()
    assert [row.split()[0] for row in say("status", "-C", leaflet).out.splitlines()[4:9]] == [
        "sv", "ur", "de", "fr", "pt-BR",
    ]  # fmt: skip


def test_update_is_idempotent(say: Say, leaflet: Path) -> None:
    """A second update changes no byte and says so."""
    assert say("update", "-C", leaflet).code == 0
    before = snapshot(leaflet)
    answer = say("update", "-C", leaflet)
    assert answer.code == 0
    assert "in step" in answer.err
    assert snapshot(leaflet) == before


def test_update_tells_what_changed(say: Say, leaflet: Path) -> None:
    """A revised source shows for each language what became of its messages."""
    say("update", "-C", leaflet)
    edit(leaflet / MEETING, "A book is a conversation that waits.", "A book is a long conversation that waits.")
    answer = say("update", "-C", leaflet)
    assert answer.code == 0
    lines = {" ".join(line.split()) for line in answer.err.splitlines()}
    assert any(re.fullmatch(r"sv 01-meeting \d+ \d+ 1 fuzzy \(\d+ % alike\)", line) for line in lines), lines
    assert "de 01-meeting 0 0 1 new" in lines
    assert answer.out == ""


def test_update_check_writes_nothing(say: Say, leaflet: Path) -> None:
    """`--check` exits 1 when something is out of step, names it, and leaves every file alone."""
    say("update", "-C", leaflet)
    edit(leaflet / MEETING, "the same ten pages", "the same nine pages")
    before = snapshot(leaflet)
    answer = say("update", "--check", "-C", leaflet)
    assert answer.code == 1
    assert SWEDISH in answer.err
    assert snapshot(leaflet) == before


def test_update_of_one_language_leaves_the_others(say: Say, leaflet: Path) -> None:
    """`--lang` touches the catalogues of that language alone."""
    say("update", "-C", leaflet)
    before = snapshot(leaflet)
    edit(leaflet / MEETING, "the same ten pages", "the same nine pages")
    say("update", "--lang", "ur", "-C", leaflet)
    after = snapshot(leaflet)
    changed = {path for path in after if after[path] != before.get(path)}
    assert changed == {MEETING, URDU, "locales/templates/leaflet/01-meeting.pot"}


def test_update_leaves_a_refused_catalogue_alone(say: Say, leaflet: Path) -> None:
    """A catalogue with a merge conflict is reported with its line and untouched; other languages are updated."""
    say("update", "-C", leaflet)
    file = leaflet / URDU
    file.write_text(file.read_text() + "\n<<<<<<< ours\n")
    held = file.read_bytes()
    edit(leaflet / MEETING, "the same ten pages", "the same nine pages")
    answer = say("update", "-C", leaflet)
    assert answer.code == 1
    assert re.search(rf"{URDU}:\d+: error\[C001\]", answer.err)
    assert file.read_bytes() == held
    assert "nine pages" in (leaflet / SWEDISH).read_text()
    assert "everything that could be read is in step" in say("update", "-C", leaflet).err


def test_status_as_json(say: Say, leaflet: Path) -> None:
    """`--format json` prints the promised shape on standard output, and nothing else."""
    answer = say("status", "--format", "json", "-C", leaflet)
    assert answer.code == 0
    assert answer.err == ""
    (book,) = json.loads(answer.out)["books"]
    assert book["book"] == "leaflet"
    swedish, urdu, german = book["languages"]
    assert (swedish["language"], swedish["percent"]) == ("sv", 100)
    assert swedish["launch"] == {"date": "2027-01-23", "place": "Stockholm"}
    assert german["launch"] is None
    assert {"language", "messages", "words", "percent", "chapters", "launch", "as_it_stands"} <= set(urdu)
    meeting = next(chapter for chapter in urdu["chapters"] if chapter["chapter"] == "01-meeting")
    assert meeting["messages"] == {"total": 7, "translated": 5, "fuzzy": 1, "untranslated": 1, "reviewed": 0}
    for measure in ("messages", "words"):
        for kind in ("total", "translated", "fuzzy", "untranslated"):
            assert urdu[measure][kind] == sum(chapter[measure][kind] for chapter in urdu["chapters"])


def test_status_counts_what_the_source_says_now(say: Say, leaflet: Path) -> None:
    """A source that was changed since the last update is measured as it is."""
    edit(leaflet / MEETING, "A lamp stands", "An old lamp stands")
    (book,) = json.loads(say("status", "--format", "json", "--lang", "sv", "-C", leaflet).out)["books"]
    assert book["languages"][0]["messages"]["untranslated"] == 1
    assert book["languages"][0]["percent"] < 100


def test_status_counts_the_words_of_the_tool(say: Say, leaflet: Path) -> None:
    """A word of the tool's that a workspace leaves fuzzy keeps an edition below a hundred per cent."""
    say("add-language", "is", "-C", leaflet)
    chapters = json.loads(say("status", "--format", "json", "--lang", "is", "-C", leaflet).out)["books"][0]["languages"]
    furniture = next(chapter for chapter in chapters[0]["chapters"] if chapter["chapter"] == "furniture")
    assert furniture["percent"] == 0
    assert (leaflet / "locales" / "is" / "LC_MESSAGES" / "furniture.po").is_file()


@pytest.mark.parametrize(("language", "minimum", "code"), [("sv", 100, 0), ("ur", 100, 1), ("ur", 1, 0)])
def test_status_min(say: Say, leaflet: Path, language: str, minimum: int, code: int) -> None:
    """`--min` exits 1 when an edition that is shown is below."""
    assert say("status", "--lang", language, "--min", str(minimum), "-C", leaflet).code == code


def test_check_finds_nothing_in_a_clean_workspace(say: Say, leaflet: Path) -> None:
    """Translations that are sound give no output and exit 0."""
    answer = say("check", "-C", leaflet)
    assert (answer.code, answer.out) == (0, "")


def test_check_shows_findings_as_text_and_json(say: Say, leaflet: Path) -> None:
    """A lost footnote is an error at its line, in both formats, with exit code 1."""
    edit(leaflet / SWEDISH, "samma tio sidor.[^pages]", "samma tio sidor.")
    answer = say("check", "-C", leaflet)
    assert answer.code == 1
    assert re.match(rf"{SWEDISH}:\d+: error\[C050\] the footnote \[\^pages\] of the source is missing", answer.out)
    found = json.loads(say("check", "--format", "json", "-C", leaflet).out)
    assert found["errors"] == 1
    assert found["findings"][0]["code"] == "C050"
    assert found["findings"][0]["path"] == SWEDISH


def test_a_warning_does_not_fail_a_check(say: Say, leaflet: Path) -> None:
    """Lost emphasis is shown, and the exit code stays 0."""
    edit(leaflet / SWEDISH, "*alla*", "alla")
    answer = say("check", "-C", leaflet)
    assert answer.code == 0
    assert "warning[C070]" in answer.out


def test_check_shows_findings_about_sources(say: Say, leaflet: Path) -> None:
    """Faults of the source are shown beside those of the translations."""
    file = leaflet / MEETING
    file.write_text(file.read_text() + "\n<!-- i18n: skpi -->\n\nSomething.\n")
    assert re.search(rf"{MEETING}:\d+: \w+\[S\d+\]", say("check", "-C", leaflet).out)


def test_check_finds_references_to_nowhere(say: Say, leaflet: Path) -> None:
    """What only the whole book shows is found without building it."""
    file = leaflet / MEETING
    file.write_text(file.read_text() + "\nSee page [](page:meetnig).\n")
    answer = say("check", "-C", leaflet)
    assert answer.code == 1
    assert re.search(rf"{MEETING}:\d+: error\[E003\].*meetnig", answer.out)


def test_render_the_source(say: Say, leaflet: Path) -> None:
    """Without a language the chapter's own HTML is printed, and nothing else."""
    answer = say("render", "leaflet", "01-meeting", "-C", leaflet)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith('<h1 id="meeting">The meeting</h1>')
    assert "lang=" not in answer.out


def test_render_a_translation(say: Say, leaflet: Path) -> None:
    """What is translated appears in the language, what is not in the source's, marked so."""
    html = say("render", "leaflet", "01-meeting", "--lang", "ur", "-C", leaflet).out
    assert '<h1 id="meeting">نشست</h1>' in html
    assert re.search(r'<p [^>]*lang="en"[^>]*>A book is a conversation that waits.', html)
    assert "کتاب ایک گفتگو" not in html


def test_build_says_where_each_pdf_is(say: Say, leaflet: Path) -> None:
    """Standard output has a line for each file: its place, pages, size and completion; progress goes elsewhere."""
    answer = say("build", "leaflet", "--lang", "sv", "--jobs", "1", "-C", leaflet)
    assert answer.code == 0
    assert re.fullmatch(r"\S+leaflet-sv-print.pdf: \d+ pages, [\d.]+ kB, 100 % translated\n", answer.out)
    assert "leaflet sv 01-meeting" in answer.err


def test_build_refuses_what_is_not_translated(say: Say, leaflet: Path) -> None:
    """A refused edition is named with its counts and chapters, and the exit code is 1."""
    answer = say("build", "--lang", "ur", "-C", leaflet)
    assert (answer.code, answer.out) == (1, "")
    assert "12 untranslated, 1 fuzzy" in answer.err
    assert "02-after" in answer.err
    assert "not written, for the reasons above: leaflet ur" in answer.err


def test_build_without_languages_says_what_to_do(say: Say, tmp_path: Path) -> None:
    """Where there is nothing to build, that is said, with the way on."""
    say("init", tmp_path)
    assert "translate-pub new BOOK" in say("build", "-C", tmp_path).err
    say("new", "my-book", "-C", tmp_path)
    answer = say("build", "-C", tmp_path)
    assert answer.code == 1
    assert "translate-pub add-language" in answer.err
    assert "--lang en" in answer.err


def test_doctor_tells_and_ends_well(say: Say, leaflet: Path) -> None:
    """`doctor` prints what it found, by groups, and its verdict."""
    answer = say("doctor", "-C", leaflet)
    assert answer.code == 0
    assert {"layout", "fonts", "hyphenation", "catalogues"} <= set(answer.out.splitlines())
    assert answer.out.rstrip().endswith("books can be made here")
