"""Glossaries from the command line: shown in catalogues, checked, suggested, brought in and taken out."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import polib
import pytest

from tests.cli.speaking import Say

SWEDISH = "locales/sv/LC_MESSAGES/leaflet/01-meeting.po"
URDU = "locales/ur/LC_MESSAGES/leaflet/01-meeting.po"
ROW = "term,translation,forbidden,note\nmeeting,möte,träff,in a hall\n"


def write(leaflet: Path, text: str, language: str = "sv") -> Path:
    """Write the glossary of a language."""
    path = leaflet / "glossary" / f"{language}.csv"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def comments(leaflet: Path, path: str = SWEDISH) -> set[str]:
    """Give the lines about terms in a catalogue."""
    entries = polib.pofile(str(leaflet / path))
    return {line for entry in entries for line in entry.comment.splitlines() if line.startswith("glossary: ")}


def texts(leaflet: Path) -> list[tuple[str, str, tuple[str, ...]]]:
    """Give the messages of a catalogue with what stands above them but for extracted comments."""
    return [(entry.msgid, entry.msgstr, tuple(entry.flags)) for entry in polib.pofile(str(leaflet / SWEDISH))]


def test_update_shows_terms_at_their_messages(say: Say, leaflet: Path) -> None:
    """The catalogues of the glossary's language get a comment, templates and other languages none."""
    say("update", "-C", leaflet)
    before = texts(leaflet)
    write(leaflet, ROW)
    assert say("update", "--check", "-C", leaflet).code == 1
    assert say("update", "-C", leaflet).code == 0
    assert comments(leaflet) == {"glossary: meeting = möte (not: träff) · in a hall"}
    assert texts(leaflet) == before
    assert not comments(leaflet, URDU)
    assert "glossary:" not in (leaflet / "locales/templates/leaflet/01-meeting.pot").read_text("utf-8")
    assert say("update", "--check", "-C", leaflet).code == 0


def test_a_glossary_that_changes_is_shown_anew(say: Say, leaflet: Path) -> None:
    """A row that is changed changes its comments, and one that is taken out takes them along."""
    write(leaflet, ROW)
    say("update", "-C", leaflet)
    write(leaflet, "term,translation\nmeeting,sammankomst\n")
    say("update", "-C", leaflet)
    assert comments(leaflet) == {"glossary: meeting = sammankomst"}
    write(leaflet, "term,translation\n")
    say("update", "-C", leaflet)
    assert not comments(leaflet)


@pytest.mark.parametrize("data", [b"meeting,m\xc3\xb6te\n", b"term,translation\nmeeting,m\xf6te\n", b"\xff\xfet\x00"])
def test_a_damaged_glossary_takes_nothing_away(say: Say, leaflet: Path, data: bytes) -> None:
    """Where it cannot be read, that is said, and the catalogues of its language stay as they are; others go on."""
    glossary = write(leaflet, ROW)
    say("update", "-C", leaflet)
    before = (leaflet / SWEDISH).read_bytes()
    glossary.write_bytes(data)
    answer = say("update", "-C", leaflet)
    assert answer.code == 1
    assert "glossary/sv.csv:" in answer.err
    assert (leaflet / SWEDISH).read_bytes() == before
    assert say("check", "-C", leaflet).code == 1


def test_check_holds_translations_against_it(say: Say, leaflet: Path) -> None:
    """What is forbidden is an error, what is missing a warning, and a comment allows either."""
    write(leaflet, "term,translation,forbidden\nmeeting,zzz,möte*\n")
    answer = say("check", "--lang", "sv", "-C", leaflet)
    assert answer.code == 1
    assert "error[C134] the glossary forbids “möte…” for the term “meeting”" in answer.out
    for catalog in (leaflet / "locales/sv/LC_MESSAGES/leaflet").glob("*.po"):
        text = catalog.read_text("utf-8")
        catalog.write_text(text.replace("\n#. ", "\n# translate-pub: allow C134 as in the first edition\n#. "), "utf-8")
    assert "C134" not in say("check", "--lang", "sv", "-C", leaflet).out
    write(leaflet, "term,translation\nmeeting,zzz\n")
    answer = say("check", "--lang", "sv", "-C", leaflet)
    assert answer.code == 0
    assert "warning[C133]" in answer.out


def test_candidates_are_a_table_and_a_glossary_to_fill_in(say: Say, leaflet: Path) -> None:
    """What is suggested as CSV is a glossary, and what the glossary has is not suggested."""
    shown = say("glossary", "candidates", "leaflet", "--min", "2", "-C", leaflet)
    assert shown.code == 0
    assert "first place" in shown.out
    made = say("glossary", "candidates", "--min", "1", "--format", "csv", "-C", leaflet).out
    rows = list(csv.DictReader(io.StringIO(made)))
    terms = {row["term"].split(" | ")[0] for row in rows}
    assert terms
    assert all(row["count"].isdigit() and row["first place"].startswith("source_texts/") for row in rows)
    write(leaflet, made.replace(",,,", ",x,,"))
    assert say("check", "--lang", "sv", "-C", leaflet).code == 0
    again = say("glossary", "candidates", "--min", "1", "--lang", "sv", "--format", "csv", "-C", leaflet).out
    assert list(csv.DictReader(io.StringIO(again))) == []


def test_a_termbase_goes_out_and_comes_back(say: Say, leaflet: Path, tmp_path: Path) -> None:
    """TBX of one glossary makes the same glossary elsewhere; terms that are there stay as they are."""
    write(leaflet, ROW)
    assert say("glossary", "export", "--lang", "sv", "-o", tmp_path / "sv.tbx", "-C", leaflet).code == 0
    glossary = write(leaflet, "\ufeffterm;translation\r\nmeeting;sammankomst\r\n")
    answer = say("glossary", "import", tmp_path / "sv.tbx", "--lang", "sv", "-C", leaflet)
    assert answer.code == 0
    assert "“meeting” stays sammankomst; the file says möte" in answer.err
    assert glossary.read_bytes() == "\ufeffterm;translation\r\nmeeting;sammankomst\r\n".encode()
    glossary.unlink()
    assert "1 new term" in say("glossary", "import", tmp_path / "sv.tbx", "--lang", "sv", "-C", leaflet).err
    assert (
        glossary.read_text("utf-8") == "term,translation,forbidden,part of speech,note\nmeeting,möte,träff,,in a hall\n"
    )


def test_an_import_keeps_the_table_that_is_there(say: Say, leaflet: Path, tmp_path: Path) -> None:
    """New rows of a CSV follow the columns and the byte order mark of the glossary; rows without a word stay out."""
    glossary = write(leaflet, "\ufefftranslation;term\r\nmöte;meeting\r\n")
    (tmp_path / "new.csv").write_text("term,translation\nhall,sal\nferry,\n", "utf-8")
    assert say("glossary", "import", tmp_path / "new.csv", "--lang", "sv", "-C", leaflet).code == 0
    assert glossary.read_bytes() == "\ufefftranslation;term\r\nmöte;meeting\r\nsal;hall\r\n".encode()


def test_what_is_no_termbase_changes_nothing(say: Say, leaflet: Path, tmp_path: Path) -> None:
    """A file with entities is refused with its code, and no glossary is made."""
    (tmp_path / "bad.tbx").write_text('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><tbx>&a;</tbx>', "utf-8")
    answer = say("glossary", "import", tmp_path / "bad.tbx", "--lang", "sv", "-C", leaflet)
    assert answer.code == 1
    assert "error[C135]" in answer.err
    assert not (leaflet / "glossary").exists()


def test_an_empty_glossary_is_not_exported(say: Say, leaflet: Path) -> None:
    """There is nothing to write, and that is said."""
    answer = say("glossary", "export", "--lang", "sv", "-C", leaflet)
    assert answer.code == 1
    assert "there is no glossary of the language sv" in answer.err


def test_a_misspelt_verb_is_guessed(say: Say, leaflet: Path) -> None:
    """A slip in the second word is met with the word that was meant."""
    answer = say("glossary", "candidate", "-C", leaflet)
    assert answer.code == 2
    assert "did you mean candidates?" in answer.err


def test_glossary_words_are_spelled_right(say: Say, leaflet: Path) -> None:
    """What a glossary names is a known word to the spelling."""
    path = leaflet / SWEDISH
    text = path.read_text("utf-8")
    head, dot, tail = text.rpartition('."\n')
    path.write_text(f'{head}. Trudoviker"\n{tail}' if dot else text, "utf-8")
    assert "“Trudoviker”" in say("check", "--lang", "sv", "--spelling", "-C", leaflet).out
    write(leaflet, "term,translation\nTrudovik,Trudovik*\n")
    assert "“Trudoviker”" not in say("check", "--lang", "sv", "--spelling", "-C", leaflet).out


@pytest.mark.parametrize("language", ["ur", "sv", "es"])
def test_our_own_editions_show_our_glossaries(repository: Path, language: str) -> None:
    """The catalogues of the sample texts have the terms of the sample glossaries at their messages."""
    assert comments(repository, f"locales/{language}/LC_MESSAGES/bolshevism-handbook/09-october.po")
