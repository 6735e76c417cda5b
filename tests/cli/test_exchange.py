"""Books go out to other programs and come back."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import docx
import openpyxl
import pytest

from tests.cli.speaking import Say
from translate_pub.catalog.exchange.formats import Format

CATALOGS = "locales/{}/LC_MESSAGES/leaflet"
URDU = "locales/ur/LC_MESSAGES/leaflet/01-meeting.po"


def catalogs(folder: Path) -> dict[str, bytes]:
    """Read every catalogue of a workspace."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.po")}


def fill(path: Path, **translations: str) -> None:
    """Fill in an exported CSV, by the first words of the sources."""
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
    for row in rows:
        for words, target in translations.items():
            if row["source"].startswith(words.replace("_", " ")):
                row["target"], row["state"] = target, "translated"
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, rows[0].keys())
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(out.getvalue(), "utf-8", newline="")


@pytest.mark.parametrize("form", [form.value for form in Format])
def test_what_nobody_has_touched_changes_nothing(say: Say, leaflet: Path, form: str) -> None:
    """An export that comes straight back, under another name, leaves every byte."""
    before = catalogs(leaflet)
    back = leaflet / "came back.dat"
    assert say("export", "leaflet", "--lang", "ur", "--format", form, "-o", back, "-C", leaflet).code == 0
    answer = say("import", back, "-C", leaflet)
    assert (answer.code, catalogs(leaflet)) == (0, before)
    assert "leaflet, ur" in answer.err
    assert "unchanged" in answer.err


def test_a_filled_table_is_merged_into_every_chapter(say: Say, leaflet: Path) -> None:
    """Translations reach their catalogues, and gettext finds them well-formed."""
    path = leaflet / "ur.csv"
    assert say("export", "leaflet", "--lang", "ur", "-o", path, "-C", leaflet).code == 0
    fill(path, **{"—_A_reader": "— ایک قاری", "A_book_is": "کتاب ایک گفتگو ہے جو انتظار کرتی ہے۔"})
    answer = say("import", path, "-C", leaflet)
    assert answer.code == 0
    assert "2 taken" in answer.err
    text = (leaflet / URDU).read_text()
    assert "— ایک قاری" in text
    assert "fuzzy" not in text
    subprocess.run(["msgfmt", "--check", "-o", "/dev/null", leaflet / URDU], check=True)


def test_a_document_of_word_comes_back(say: Say, leaflet: Path) -> None:
    """Who only has Word can translate a chapter."""
    path = leaflet / "for ada.docx"
    wanted = ("--lang", "ur", "--chapter", "01-meeting", "--only", "untranslated", "--only", "fuzzy")
    assert say("export", "leaflet", *wanted, "-o", path, "-C", leaflet).code == 0
    document = docx.Document(str(path))
    rows = [row for table in document.tables for row in table.rows][1:]
    assert len(rows) == 2
    for row in rows:
        row.cells[2].paragraphs[0].add_run(" نیا")
    document.save(str(path))
    answer = say("import", path, "-C", leaflet)
    assert "2 taken" in answer.err
    assert (leaflet / URDU).read_text().count("نیا") == 2


def test_several_languages_go_into_a_folder(say: Say, leaflet: Path) -> None:
    """Each language has a file of its own; without -o they are in the build folder."""
    answer = say("export", "leaflet", "--format", "tmx", "-o", leaflet / "out", "-C", leaflet)
    assert answer.code == 0
    assert {path.name for path in (leaflet / "out").iterdir()} == {f"leaflet.{tag}.tmx" for tag in ("sv", "ur")}
    assert "de has no catalogues yet" in answer.err
    assert say("export", "leaflet", "--lang", "de", "-C", leaflet).code == 1
    assert say("export", "leaflet", "--format", "csv", "-o", leaflet / "one.csv", "-C", leaflet).code == 1
    assert say("export", "leaflet", "--lang", "sv", "--chapter", "preface", "-C", leaflet).code == 0
    assert (leaflet / "build/exchange/leaflet.sv.preface.xlf").is_file()


def test_a_file_with_work_in_it_is_not_written_over(say: Say, leaflet: Path) -> None:
    """What somebody has filled in and nobody imported stays; a plain export, or --force, gives way."""
    path = leaflet / "ur.csv"
    command = ("export", "leaflet", "--lang", "ur", "-o", path, "-C", leaflet)
    assert say(*command).code == 0
    assert say(*command).code == 0
    fill(path, **{"—_A_reader": "— ایک قاری"})
    worked = path.read_bytes()
    answer = say(*command)
    assert (answer.code, path.read_bytes()) == (1, worked)
    assert "--force" in answer.err
    path.with_suffix(".txt").write_text("My notes")
    assert say("export", "leaflet", "--lang", "ur", "-o", path.with_suffix(".txt"), "-C", leaflet).code == 1
    assert say(*command, "--force").code == 0


def test_check_writes_nothing(say: Say, leaflet: Path) -> None:
    """`import --check` says what would happen."""
    path, before = leaflet / "ur.csv", catalogs(leaflet)
    say("export", "leaflet", "--lang", "ur", "-o", path, "-C", leaflet)
    fill(path, **{"—_A_reader": "— ایک قاری"})
    answer = say("import", path, "--check", "-C", leaflet)
    assert (answer.code, catalogs(leaflet)) == (0, before)
    assert "1 catalogue would be changed" in answer.err


def test_a_bad_file_costs_only_itself(say: Say, leaflet: Path) -> None:
    """The findings of one file do not keep another from being merged, and the exit code is 1."""
    good, bad = leaflet / "good.csv", leaflet / "bad.xlsx"
    say("export", "leaflet", "--lang", "ur", "-o", good, "-C", leaflet)
    say("export", "leaflet", "--lang", "ur", "-o", bad, "-C", leaflet)
    fill(good, **{"—_A_reader": "— ایک قاری"})
    bad.write_bytes(bad.read_bytes()[:3000])
    answer = say("import", bad, good, "-C", leaflet)
    assert answer.code == 1
    assert "bad.xlsx: error[C15" in answer.err
    assert "1 taken" in answer.err


def test_a_formula_is_refused_at_its_cell(say: Say, leaflet: Path) -> None:
    """Nothing of the row is taken, the rest is."""
    path, before = leaflet / "ur.xlsx", catalogs(leaflet)
    say("export", "leaflet", "--lang", "ur", "-o", path, "-C", leaflet)
    book = openpyxl.load_workbook(path)
    book["translation"]["F3"] = '=WEBSERVICE("http://127.0.0.1")'
    book.save(path)
    answer = say("import", path, "-C", leaflet)
    assert (answer.code, catalogs(leaflet)) == (1, before)
    assert "cell F3" in answer.err


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [("ur/leaflet", "fi/leaflet", "language “fi”"), ("ur/leaflet", "ur/leaflets", "book “leaflets”; did you mean")],
)
def test_a_file_of_another_workspace_is_refused(say: Say, leaflet: Path, old: str, new: str, told: str) -> None:
    """A book or language that is not here is named, with what was probably meant."""
    path, before = leaflet / "ur.csv", catalogs(leaflet)
    say("export", "leaflet", "--lang", "ur", "-o", path, "-C", leaflet)
    path.write_text(path.read_text("utf-8-sig").replace(old, new), "utf-8", newline="")
    answer = say("import", path, "-C", leaflet)
    assert (answer.code, catalogs(leaflet)) == (1, before)
    assert "C167" in answer.err
    assert told in answer.err


def test_a_table_without_ids_goes_where_it_is_told_to(say: Say, leaflet: Path) -> None:
    """A bare table of source and translation needs the language; the workspace has one book."""
    path = leaflet / "bare.csv"
    path.write_text("source,target\n— A reader,— ایک قاری\n", "utf-8")
    assert "--lang LANG" in say("import", path, "-C", leaflet).err
    answer = say("import", path, "--lang", "ur", "-C", leaflet)
    assert answer.code == 0
    assert "— ایک قاری" in (leaflet / URDU).read_text()


def test_a_wrong_language_is_not_forced_upon_a_file(say: Say, leaflet: Path) -> None:
    """A file that says its language is not taken for another."""
    path, before = leaflet / "ur.csv", catalogs(leaflet)
    say("export", "leaflet", "--lang", "ur", "-o", path, "-C", leaflet)
    answer = say("import", path, "--lang", "sv", "-C", leaflet)
    assert (answer.code, catalogs(leaflet)) == (1, before)
    assert "not “sv”" in answer.err


def test_a_write_protected_catalogue_is_named(say: Say, leaflet: Path) -> None:
    """What cannot be written is said, and stays as it is."""
    path = leaflet / "ur.csv"
    say("export", "leaflet", "--lang", "ur", "-o", path, "-C", leaflet)
    fill(path, **{"—_A_reader": "— ایک قاری"})
    before = (leaflet / URDU).read_bytes()
    (leaflet / URDU).chmod(0o444)
    answer = say("import", path, "-C", leaflet)
    assert (answer.code, (leaflet / URDU).read_bytes()) == (1, before)
    assert "write-protected" in answer.err


def test_names_that_are_not_there_are_named(say: Say, leaflet: Path) -> None:
    """A chapter, a file or a language that is missing is said, and nothing is written."""
    assert (
        "did you mean 01-meeting"
        in say("export", "leaflet", "--lang", "ur", "--chapter", "01-meetin", "-C", leaflet).err
    )
    answer = say("import", leaflet / "nowhere.xlf", "-C", leaflet)
    assert (answer.code, "nowhere.xlf" in answer.err) == (1, True)


@pytest.mark.parametrize(("form", "installed"), [("xliff", False), ("xlsx", False), ("docx", False), ("csv", True)])
def test_without_the_extra_the_way_to_it_is_told(leaflet: Path, form: str, installed: bool) -> None:
    """Libraries that are not installed cost their formats only, and the message names the command that gets them."""
    code = (
        "import sys; sys.modules.update(dict.fromkeys(('translate', 'openpyxl', 'docx')));"
        "from translate_pub.cli import main; sys.exit(main())"
    )
    words = ("export", "leaflet", "--lang", "ur", "--format", form, "-C", str(leaflet))
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=False)
    assert done.returncode == (0 if installed else 1), done.stderr
    assert ("pip install 'translate-pub[exchange]'" in done.stderr) is not installed


def test_status_does_not_load_the_libraries_of_exchange(leaflet: Path) -> None:
    """What is slow to import is left alone by who does not need it."""
    code = (
        "import sys, json; from translate_pub.cli import main; main(['status', '-C', sys.argv[1]]);"
        "print(json.dumps([name for name in ('translate', 'openpyxl', 'docx', 'lxml') if name in sys.modules]))"
    )
    done = subprocess.run([sys.executable, "-c", code, leaflet], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout.splitlines()[-1]) == []
