"""Dictionaries of the machine and of the workspace, through the real enchant and hunspell."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from translate_pub.model.diagnostic import MachineError
from translate_pub.workspace import dictionaries


@pytest.mark.parametrize(
    ("language", "tags", "chosen"),
    [
        ("sv", {"sv_FI", "sv_SE"}, "sv_SE"),
        ("es", {"es_AR", "es_ES", "es_MX"}, "es_ES"),
        ("es", {"es_MX", "es_AR"}, "es_AR"),
        ("es-MX", {"es_ES", "es_MX"}, "es_MX"),
        ("es-419", {"es_ES"}, "es_ES"),
        ("pt", {"pt_PT", "pt_BR"}, "pt_BR"),
        ("ur", {"uk_UA", "sv_SE"}, None),
        ("de", {"de", "de_AT"}, "de"),
        ("sr-Latn", {"sr-Latn", "sr"}, "sr-Latn"),
        ("zh-Hant", {"zh_TW"}, "zh_TW"),
    ],
)
def test_the_nearest_dictionary_is_chosen(language: str, tags: set[str], chosen: str | None) -> None:
    """A language takes its own dictionary, else that of its usual region, else any region's, always the same."""
    assert dictionaries.choose(language, tags) == chosen


@pytest.mark.parametrize(
    ("language", "right", "wrong"), [("sv", "arbetarrörelsen", "arbetarröreslen"), ("es", "revolución", "revolucion")]
)
def test_the_machine_knows_swedish_and_spanish(tmp_path: Path, language: str, right: str, wrong: str) -> None:
    """The installed dictionaries know words, also compounds, and suggest the right one for a slip."""
    with dictionaries.opened(tmp_path) as shelf:
        dictionary = shelf.dictionary(language)
        assert dictionary is not None
        assert (dictionary.knows(right), dictionary.knows(wrong)) == (True, False)
        assert right in dictionary.suggest(wrong)


def test_a_language_without_a_dictionary_has_none(tmp_path: Path) -> None:
    """Klingon is in no package."""
    with dictionaries.opened(tmp_path) as shelf:
        assert shelf.dictionary("tlh") is None


@pytest.mark.parametrize("name", ["ur", "ur-PK", "ur_PK"])
def test_a_workspace_brings_its_own(tmp_path: Path, name: str) -> None:
    """A pair of hunspell's files in the workspace is the dictionary of its language."""
    folder = tmp_path / "spelling"
    folder.mkdir()
    (folder / f"{name}.dic").write_text("2\nمزدور\nکتاب/A\n")
    (folder / f"{name}.aff").write_text("SET UTF-8\nSFX A Y 1\nSFX A 0 یں .\n")
    with dictionaries.opened(tmp_path) as shelf:
        dictionary = shelf.dictionary("ur")
        assert dictionary is not None
        known = [dictionary.knows(word) for word in ("مزدور", "کتاب", "کتابیں", "مزدوریں")]
        assert known == [True, True, True, False]
        assert not shelf.damaged


def test_the_workspace_goes_before_the_machine(tmp_path: Path) -> None:
    """A Swedish dictionary of the workspace replaces the one that is installed."""
    folder = tmp_path / "spelling"
    folder.mkdir()
    (folder / "sv.dic").write_text("1\nhejsanhoppsan\n")
    (folder / "sv.aff").write_text("SET UTF-8\n")
    with dictionaries.opened(tmp_path) as shelf:
        dictionary = shelf.dictionary("sv")
        assert dictionary is not None
        assert (dictionary.knows("hejsanhoppsan"), dictionary.knows("revolution")) == (True, False)


@pytest.mark.parametrize(
    ("dic", "aff", "said"),
    [
        ("1\nword\n", None, "no ur.aff beside it"),
        ("word\n", "", "the number of its words"),
        ("", "", "the number of its words"),
        ("\x00\x01", "", "the number of its words"),
    ],
)
def test_a_damaged_dictionary_is_found(tmp_path: Path, dic: str, aff: str | None, said: str) -> None:
    """Half of a pair, or a list of words without its number, is said to be one."""
    folder = tmp_path / "spelling"
    folder.mkdir()
    (folder / "ur.dic").write_text(dic)
    if aff is not None:
        (folder / "ur.aff").write_text(aff)
    with dictionaries.opened(tmp_path) as shelf:
        (found,) = shelf.damaged
        assert shelf.dictionary("ur") is None
    assert (found.code, said in found.message, str(found.span)) == ("C122", True, "spelling/ur.dic:1")


def test_words_that_a_person_added_count_for_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What somebody once added or excluded in an editor changes no finding, and their folder is not written."""
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "sv_SE.dic").write_text("arbetarröreslen\n")
    (theirs / "sv_SE.exc").write_text("arbetarrörelsen\n")
    (theirs / "enchant.ordering").write_text("*:aspell\n")
    monkeypatch.setenv("ENCHANT_CONFIG_DIR", str(theirs))
    before = {path.name: path.read_bytes() for path in theirs.iterdir()}
    with dictionaries.opened(tmp_path) as shelf:
        dictionary = shelf.dictionary("sv")
        assert dictionary is not None
        assert (dictionary.knows("arbetarrörelsen"), dictionary.knows("arbetarröreslen")) == (True, False)
    assert os.environ["ENCHANT_CONFIG_DIR"] == str(theirs)
    assert {path.name: path.read_bytes() for path in theirs.iterdir()} == before


def test_without_pyenchant_the_remedy_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where pyenchant is not installed, the message names the extra that brings it."""
    monkeypatch.setitem(sys.modules, "enchant", None)
    with pytest.raises(MachineError, match=r"pip install 'translate-pub\[spelling\]'"), dictionaries.opened(tmp_path):
        raise AssertionError("no shelf is given")


def test_without_the_library_the_packages_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where pyenchant finds no enchant, the message names the package of each system."""
    (tmp_path / "enchant.py").write_text("raise ImportError('The enchant C library was not found')")
    monkeypatch.delitem(sys.modules, "enchant", raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(MachineError, match="apt-get install libenchant-2-2"), dictionaries.opened(tmp_path):
        raise AssertionError("no shelf is given")
    monkeypatch.delitem(sys.modules, "enchant", raising=False)
