"""Spelling from the command line: asked for, configured, accepted."""

from __future__ import annotations

import re
from pathlib import Path

from tests.cli.speaking import Say

MEETING = "locales/sv/LC_MESSAGES/leaflet/01-meeting.po"


def misspell(leaflet: Path, *words: str) -> None:
    """Put words at the end of the first translation of a chapter that has a full stop."""
    file = leaflet / MEETING
    text = file.read_text("utf-8")
    head, dot, tail = text.rpartition('."\n')
    assert dot
    file.write_text(f'{head}. {" ".join(words)}."\n{tail}', "utf-8")


def test_spelling_is_looked_at_where_it_is_asked_for(say: Say, leaflet: Path) -> None:
    """Without `--spelling` nothing is said; with it, the word, its line and what may have been meant."""
    misspell(leaflet, "arbetarröreslen")
    assert "C120" not in say("check", "--lang", "sv", "-C", leaflet).out
    answer = say("check", "--lang", "sv", "--spelling", "-C", leaflet)
    assert answer.code == 0
    assert "warning[C120] “arbetarröreslen” is in no dictionary of this language" in answer.out
    assert "did you mean “arbetarrörelsen”" in answer.out


def test_a_workspace_may_want_it_always(say: Say, leaflet: Path) -> None:
    """The languages in `[checks] spelling` are looked at in every check."""
    misspell(leaflet, "arbetarröreslen")
    with (leaflet / "translate-pub.toml").open("a", encoding="utf-8") as file:
        file.write('\n[checks]\nspelling = ["sv"]\n')
    assert "C120" in say("check", "-C", leaflet).out


def test_words_are_accepted_into_a_list(say: Say, leaflet: Path) -> None:
    """`--accept-words` writes what is unknown into the list, once, and the check is clean."""
    misspell(leaflet, "Plechanov", "zzyzx")
    answer = say("check", "--lang", "sv", "--accept-words", "-C", leaflet)
    assert answer.code == 0
    assert {"Plechanov", "zzyzx"} <= set(answer.out.split())
    assert "zzyzx\n" in (leaflet / "spelling" / "sv.txt").read_text("utf-8")
    assert "C120" not in say("check", "--lang", "sv", "--spelling", "-C", leaflet).out
    assert "no new words" in say("check", "--lang", "sv", "--accept-words", "-C", leaflet).err


def test_a_language_without_a_dictionary_says_so_once(say: Say, leaflet: Path) -> None:
    """Urdu has no dictionary on most machines, and gets one note, whatever the number of its chapters."""
    answer = say("check", "--lang", "ur", "--spelling", "-C", leaflet)
    assert answer.out.count("C121") == 1
    assert "spelling/ur.dic and .aff" in answer.out


def test_a_list_that_is_no_text_is_found(say: Say, leaflet: Path) -> None:
    """A list in another encoding is named with the line, and is not added to."""
    (leaflet / "spelling").mkdir()
    (leaflet / "spelling" / "sv.txt").write_bytes("Ada\nÅsa\n".encode("latin-1"))
    answer = say("check", "--lang", "sv", "--spelling", "-C", leaflet)
    assert answer.code == 1
    assert "spelling/sv.txt:2:1: error[B017]" in answer.out
    say("check", "--lang", "sv", "--accept-words", "-C", leaflet)
    assert (leaflet / "spelling" / "sv.txt").read_bytes() == "Ada\nÅsa\n".encode("latin-1")


def test_the_sample_texts_are_worded_right(say: Say, repository: Path) -> None:
    """Every word of our own editions is in the dictionary or on the list, and every term as our glossaries say."""
    answer = say("check", "--lang", "sv", "--lang", "es", "--lang", "ur", "--spelling", "-C", repository)
    assert set(re.findall(r"\[(C1[23]\d)\]", answer.out)) == {"C121"}
    assert answer.out.count("[C121]") == 1
