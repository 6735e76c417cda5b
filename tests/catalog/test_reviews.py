"""A review holds for one wording of one translation, whatever programs the file goes through."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.catalog.making import FACTS, NOW, catalog, entry, gettext, read
from translate_pub.catalog import po, pot, remarks, reviews
from translate_pub.catalog.reviews import Review
from translate_pub.model.catalog import Catalog, Entry, Message, Template

DAY = dt.date(2026, 11, 22)
PLAIN = Entry("", "The split", "Brytningen", comments=("Look at the date.",))
LONG = "A long paragraph that gettext wraps over several lines. " * 4


def reviewed(translations: dict[str, str]) -> Catalog:
    """Make a catalogue whose every translation Åsa has read."""
    made = catalog(translations)
    return replace(made, entries=tuple(reviews.review(found, "Åsa Ek", DAY) for found in made.entries))


def test_a_review_names_person_and_day() -> None:
    """A review stands among the translator's comments and is read back."""
    read_back = reviews.review(PLAIN, "Åsa Ek", DAY)
    assert read_back.comments[0] == "Look at the date."
    assert read_back.comments[1].startswith("translate-pub: reviewed Åsa Ek 2026-11-22 ")
    assert reviews.read(read_back) == Review("Åsa Ek", DAY, reviews.hash_of(PLAIN))
    assert reviews.void(read_back) == ()


@pytest.mark.parametrize(
    "edit",
    [{"msgstr": "Splittringen"}, {"msgid": "The Split"}, {"context": "title"}, {"plural": ("Splits", ("a", "b"))}],
)
def test_an_edit_voids_a_review(edit: dict[str, str]) -> None:
    """After a change of context, message or translation the review no longer holds."""
    edited = reviews.review(PLAIN, "Åsa Ek", DAY).revise(**edit)
    assert reviews.read(edited) is None
    assert [found.name for found in reviews.void(edited)] == ["Åsa Ek"]


def test_what_is_fuzzy_or_empty_is_not_reviewed() -> None:
    """A review at a text that somebody marked as fuzzy, or took away, does not hold."""
    done = reviews.review(PLAIN, "Åsa Ek", DAY)
    assert reviews.read(done.revise(flags=("fuzzy",))) is None
    empty = Entry("", "The split")
    assert reviews.read(reviews.review(empty, "Åsa Ek", DAY)) is None


def test_two_people_may_review() -> None:
    """A second review stands beside the first while both hold; one of an earlier wording goes with the next."""
    both = reviews.review(reviews.review(PLAIN, "Åsa Ek", DAY), "Bo Al", DAY)
    assert [found.name for found in reviews.valid(both)] == ["Åsa Ek", "Bo Al"]
    assert reviews.review(both, "Bo  Al", DAY + dt.timedelta(1)) is both
    again = reviews.review(both.revise(msgstr="Splittringen"), "Bo Al", DAY)
    assert [found.name for found in reviews.valid(again)] == ["Bo Al"]
    assert reviews.void(again) == ()


def test_withdrawing() -> None:
    """Reviews of one person or of all can be taken back; an entry without any keeps its bytes."""
    both = reviews.review(reviews.review(PLAIN, "Åsa Ek", DAY), "Bo Al", DAY)
    assert [found.name for found in reviews.valid(reviews.withdraw(both, "Åsa Ek"))] == ["Bo Al"]
    assert reviews.withdraw(both).comments == PLAIN.comments
    assert reviews.withdraw(PLAIN) is PLAIN
    assert reviews.withdraw(both, "Nobody") is both


@pytest.mark.parametrize("text", ["", "Åsa", "Åsa 2026-11-22", "Åsa someday 0123456789abcdef", "2026-11-22 00"])
def test_a_remark_in_another_shape_is_no_review(text: str) -> None:
    """What somebody wrote by hand in another way is left alone and counts for nothing."""
    written = remarks.add(PLAIN, remarks.Remark(reviews.WORD, text))
    assert reviews.read(written) is None
    assert reviews.void(written) == ()


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.text(min_size=1), st.text(min_size=1))
def test_any_name_is_read_back(name: str, msgid: str, msgstr: str) -> None:
    """Whoever reviews whatever text, the review holds for that text and no other."""
    done = reviews.review(Entry("", msgid, msgstr), name, DAY)
    assert bool(reviews.read(done)) == bool(name.split())
    assert reviews.read(done.revise(msgstr=msgstr + ".")) is None


@pytest.mark.parametrize(
    "program", [("msgcat", "-"), ("msgcat", "--no-wrap", "-"), ("msgattrib", "--translated", "-")], ids=" ".join
)
def test_gettext_keeps_reviews(program: tuple[str, ...]) -> None:
    """Reviews hold after the file went through gettext's own programs, which wrap texts in another way."""
    made = reviewed({"The split": "Brytningen", LONG: f'Ett "stycke" \\ till. {LONG}', "two\nlines": "två\nrader"})
    after = read(gettext(*program, data=po.serialize(made)))
    assert [reviews.read(found) and found.msgid for found in after.entries] == [one.msgid for one in made.entries]


def test_msgmerge_keeps_reviews_of_what_stays(tmp_path: Path) -> None:
    """After msgmerge a review holds where the source is as it was, and not where it was changed."""
    made = reviewed({LONG: f"Ett stycke. {LONG}", "The party and its paper in exile": "Partiet och dess tidning"})
    messages = (Message("", LONG), Message("", "The party and its newspaper in exile"))
    (tmp_path / "old.po").write_bytes(po.serialize(made))
    (tmp_path / "new.pot").write_bytes(pot.serialize(Template("handbook", "03", messages), FACTS, now=NOW))
    data = gettext("msgmerge", "--quiet", str(tmp_path / "old.po"), str(tmp_path / "new.pot"), data=b"")
    merged = read(data)
    assert reviews.read(entry(merged, LONG))
    changed = entry(merged, messages[1].msgid)
    assert changed.msgstr == "Partiet och dess tidning"
    assert reviews.read(changed) is None
    assert [found.name for found in reviews.void(changed)] == ["Åsa Ek"]
