"""Catalogues that were cut by other rules: what belongs together for certain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.catalog.making import chapter, read
from translate_pub.catalog import alternatives
from translate_pub.catalog.quoting import escape
from translate_pub.catalog.recutting import recut
from translate_pub.model.catalog import Catalog, Template
from translate_pub.model.source import Segment

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
TABLE = "| Day | Vote |\n|-----|------|\n| 30 July | the rules |\n| 22 August | the editors |"
TABLE_SV = "| Dag | Omröstning |\n|---|---|\n| 30 juli | stadgarna |\n| 22 augusti | redaktörerna |"


def po(*pairs: tuple[str, str], mark: str = "") -> Catalog:
    """Make a catalogue of another tool."""
    entries = (f'{mark}msgid "{escape(msgid)}"\nmsgstr "{escape(msgstr)}"\n' for msgid, msgstr in pairs)
    return read("\n".join((HEADER, *entries)).encode())


def texts(made: Catalog) -> dict[str, str]:
    """Return what a catalogue translates."""
    return {entry.msgid: entry.msgstr for entry in made.entries}


@pytest.mark.parametrize(
    ("old", "translation", "ours"),
    [
        ("## The rules", "## Stadgarna", {"The rules": "Stadgarna"}),
        ("The rules {#rules .chapter}", "Stadgarna {#rules .chapter}", {"The rules": "Stadgarna"}),
        ("[^1]: A note.", "[^1]: En not.", {"A note.": "En not."}),
        ("[^1]: One.\n\n    Two.", "[^1]: Ett.\n\n    Två.", {"One.": "Ett.", "Two.": "Två."}),
        (
            TABLE,
            TABLE_SV,
            {
                "Day": "Dag",
                "Vote": "Omröstning",
                "30 July": "30 juli",
                "the rules": "stadgarna",
                "22 August": "22 augusti",
                "the editors": "redaktörerna",
            },
        ),
        ("- one\n- two", "- ett\n- två", {"one": "ett", "two": "två"}),
        ("Term\n:   Definition", "Term sv\n:   Definition sv", {"Term": "Term sv", "Definition": "Definition sv"}),
        (
            "![A map](map.png){ width=50% }",
            "![En karta](map.png){ width=50% }",
            {"![A map](map.png)": "![En karta](map.png)"},
        ),
        ("A line\nthat is wrapped.", "En rad\nsom är bruten.", {"A line that is wrapped.": "En rad som är bruten."}),
        (r"A \[bracket\] and \_more\_.", "En [klammer].", {"A [bracket] and _more_.": "En [klammer]."}),
        ("See [the minutes](m.md).", "Se [protokollet](m.md).", {"See [the minutes][m].": "Se [protokollet](m.md)."}),
        (
            "first line\nsecond line",
            "första raden\nandra raden",
            {"first line": "första raden", "second line": "andra raden"},
        ),
    ],
)
def test_what_comes_apart_alike(old: str, translation: str, ours: dict[str, str]) -> None:
    """Each part has its part of the translation, and none of it is fuzzy."""
    made = recut(po((old, translation)), [chapter(list(ours))]).catalog
    assert texts(made) == ours
    assert not any(entry.fuzzy for entry in made.entries)


@pytest.mark.parametrize(
    ("old", "translation", "ours"),
    [
        (TABLE, TABLE_SV.replace("| 30 juli | stadgarna |\n", ""), ["the rules", "the editors"]),
        ("- one\n- two", "- ett och två", ["one", "two"]),
        ("See [the minutes](m.md).", "Se [protokollet](m.md).", ["See [the minutes](other.md)."]),
        ("A text that nobody has.", "En text.", ["Another text."]),
    ],
)
def test_what_does_not_come_apart_stays_whole(old: str, translation: str, ours: list[str]) -> None:
    """A translation with other parts than its text is left to be proposed."""
    before = po((old, translation))
    made = recut(before, [chapter(ours)]).catalog
    assert made.entries == before.entries
    assert made.entries[0].raw == before.entries[0].raw


def test_neighbours_are_run_together() -> None:
    """Sentences that were messages of their own become the paragraph that they make up, word for word."""
    before = po(("One came.", "En kom."), ("Two left.", "Två gick."), ("Three.", "Tre."))
    made = recut(before, [chapter(["One came. Two left.", "Three."])]).catalog
    assert texts(made) == {"One came. Two left.": "En kom. Två gick.", "Three.": "Tre."}


def test_lines_are_run_together_as_lines() -> None:
    """Where the message has a line break for each, so has its translation."""
    before = po(("Roses are red", "Rosor är röda"), ("Violets are blue", "Violer är blå"))
    made = recut(before, [chapter(["Roses are red\nViolets are blue"])]).catalog
    assert texts(made) == {"Roses are red\nViolets are blue": "Rosor är röda\nVioler är blå"}


def test_a_part_of_what_is_fuzzy_is_fuzzy() -> None:
    """Nobody vouched for it."""
    made = recut(po(("- one\n- two", "- ett\n- två"), mark="#, fuzzy\n"), [chapter(["one", "two"])]).catalog
    assert [entry.fuzzy for entry in made.entries] == [True, True]


def test_a_text_of_several_contexts_translates_them_all() -> None:
    """Other tools have no contexts for front matter and the like."""
    ours = [Segment("paragraph", "The split"), Segment("front matter title", "The split", context="meta:title")]
    made = recut(po(("The split", "Splittringen")), [chapter(ours)]).catalog
    assert [(entry.context, entry.msgstr) for entry in made.entries] == [
        ("", "Splittringen"),
        ("meta:title", "Splittringen"),
    ]


def test_two_translations_of_one_part_both_stay() -> None:
    """The second stands beside the first."""
    made = recut(po(("- yes\n- one", "- ja\n- ett"), ("- yes\n- two", "- jo\n- två")), [chapter(["yes", "one", "two"])])
    (yes,) = (entry for entry in made.catalog.entries if entry.msgid == "yes")
    assert (yes.msgstr, *alternatives.read(yes)) == ("ja", "jo")


def test_what_is_no_message_is_kept() -> None:
    """A translated comment in code is in no part of ours, so the whole translation stays, to become obsolete."""
    before = po(("Look:\n\n    # the rules\n", "Se:\n\n    # stadgarna\n"))
    assert texts(recut(before, [chapter(["Look:"])]).catalog) == {"Look:": "Se:"} | texts(before)


PIECES = st.sampled_from(["one", "two", "# three", "- four", "| a | b |", "[^1]: five", "six.", "    code"])
LINES = st.lists(PIECES, min_size=1, max_size=4)
PAIRS = st.dictionaries(LINES.map("\n".join), LINES.map(lambda lines: "\n".join(lines).upper()), max_size=6)
MESSAGES = st.lists(st.sampled_from(["one", "three", "four", "a", "one two", "five", "six."]), unique=True)


@given(PAIRS, MESSAGES.map(chapter))
def test_no_translation_is_lost(pairs: dict[str, str], template: Template) -> None:
    """Every word of every translation is in the catalogue afterwards, whatever was cut and joined."""
    made = recut(po(*pairs.items()), [template]).catalog
    texts_after = [text for entry in made.entries for text in (entry.msgstr, *alternatives.read(entry))]
    words = {word for text in pairs.values() for word in text.split()} - {"#", "-", "|", "[^1]:"}
    assert words <= {word for text in texts_after for word in text.split()}
    assert len({entry.key for entry in made.entries}) == len(made.entries)
