"""Words that no dictionary has are found, and nothing else is."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from translate_pub.checks import prose, wordlist, written_words
from translate_pub.checks.pair import Pair
from translate_pub.checks.spelling import Spelling
from translate_pub.model.catalog import Entry
from translate_pub.model.source import Segment
from translate_pub.source.dialect import BOOK
from translate_pub.source.inline import Comparer


class Words:
    """A dictionary of a few words, which suggests those that begin alike."""

    def __init__(self, words: str) -> None:
        """Take the words."""
        self.known = set(words.split())
        self.asked: list[str] = []

    def knows(self, word: str) -> bool:
        """Say whether the word is among them, in small letters too."""
        return word in self.known or word.lower() in self.known

    def suggest(self, word: str) -> Sequence[str]:
        """Give those that begin alike."""
        self.asked.append(word)
        return sorted(known for known in self.known if known[:2] == word[:2])


SWEDISH = Words("en bok om staden vi läste den i går och han skrev de dog talet ö l'eau eau the")


def unknown(msgid: str, msgstr: str, allowed: str = "") -> tuple[str, ...]:
    """Give the unknown words of a translation."""
    pair = Pair(Entry("", msgid, msgstr), Segment("paragraph", msgid), "sv", Comparer(BOOK, {}))
    return Spelling(SWEDISH, wordlist.parse(allowed), "spelling/sv.txt").unknown(pair)


@pytest.mark.parametrize(
    ("msgid", "msgstr", "found"),
    [
        ("a book", "en bokk", ("bokk",)),
        ("a book, a book", "en bokk, en bokk", ("bokk",)),
        ("A **book** about it", "En b**ok** om den", ()),
        ("`xyz` a book[^zyx]", "`xyz` en bok[^zyx]", ()),
        ("a [book](http://zzz.example/qqq)", 'en [bok](http://zzz.example/qqq "stadden")', ("stadden",)),
        ("see [](<page:qqq>)", "om [](<page:qqq>)", ()),
        ('a <span class="qqq">book</span>&nbsp;&copy;', 'en <span class="qqq">bok</span>&nbsp;&copy;', ()),
        ("Plekhanov wrote", "Plekhanov skrev", ()),
        ("Plekhanov's book", "Plekhanovs bok", ()),
        ("Plekhanov wrote", "Plechanov skrev", ("Plechanov",)),
        ("Marx's book", "Marxs bok", ()),
        ("a lowercase book", "en lowercase bok", ("lowercase",)),
        ("we read The Making of it", "vi läste The Making of it", ()),
        ("RSDLP and xii", "RSDAP och XII", ()),
        ("in the 1900s, 2nd, at 12.30", "1900-talet, 2:a, 12.30, A4, 5kg", ()),
        ("land reform", "bokstads- och staden", ()),
        ("a book", "en bo\u00adk \u2067om\u2069 staden", ()),
        ("water", "l’eau", ()),
        ("the Spark", "en Искра om bok och مزدور", ()),
        ("", "", ()),
    ],
)
def test_only_words_are_looked_up(msgid: str, msgstr: str, found: tuple[str, ...]) -> None:
    """Markup, names of the source, titles in its language, numbers and open compounds are no misspellings."""
    assert unknown(msgid, msgstr) == found


@pytest.mark.parametrize(
    ("allowed", "word", "known"),
    [
        ("Plechanov", "Plechanov", True),
        ("Plechanov", "PLECHANOV", True),
        ("Plechanov", "plechanov", False),
        ("Plechanov", "Plechanovs", False),
        ("Plechanov*", "Plechanovs", True),
        ("bolsjevik*", "Bolsjevikerna", True),
        ("duma # the parliament", "Duma", True),
        ("# duma", "duma", False),
        ("\ufeffduma\r\n\r\n", "duma", True),
        ("*", "anything", False),
        ("l’eau", "l'eau", True),
        ("Zasúlich", "Zasu\u0301lich", True),
    ],
)
def test_the_list_of_allowed_words(allowed: str, word: str, known: bool) -> None:
    """A word is known as it is written, small ones in any case, and a star stands for every ending."""
    (plain,) = written_words.words(prose.read(word))
    assert wordlist.parse(allowed).knows(plain) is known


def test_words_are_added_at_the_end() -> None:
    """A list keeps its text, and what is added to it is in order and not known yet."""
    text = "# names\nLenin*"
    new = wordlist.extended(text, ["ö", "Lenins", "Ada", "ö", "zebra"])
    assert new == "# names\nLenin*\nAda\nzebra\nö\n"
    assert wordlist.extended(new, ["Ada"]) == new


def test_hints_say_what_was_meant_and_where_a_right_word_goes() -> None:
    """A small word brings suggestions, each looked for once; a name brings none, for which a dictionary takes long."""
    speller = Words("bok boken")
    rule = Spelling(speller, wordlist.parse(""), "spelling/sv.txt")
    pair = Pair(Entry("", "x", "bokk Bokk"), Segment("paragraph", "x"), "sv", Comparer(BOOK, {}))
    first, second = rule(pair)
    assert first.hints == ("did you mean “bok” or “boken”?", "if it is right, add it to spelling/sv.txt")
    assert second.hints == ("if it is right, add it to spelling/sv.txt",)
    assert [one.code for one in rule(pair)] == ["C120", "C120"]
    assert speller.asked == ["bokk"]


def test_letters_of_every_script_are_words() -> None:
    """Vowel signs, joiners and points of letters do not cut a word in two."""
    texts = {"हिन्दी में": 2, "می\u200cخواهم": 1, "عُلَما": 1, "שָׁלוֹם": 1, "Việt": 1, "e\u0301t\u00e9": 1}
    assert {text: len(list(written_words.words(prose.read(text)))) for text in texts} == texts
