"""Lost work: what a refresh may not do without being asked, whoever made it."""

from __future__ import annotations

import pytest

from tests.catalog.making import catalog, chapter, path_of, reread, setting
from translate_pub.catalog import alarm, losses
from translate_pub.catalog.losses import Cause, Loss
from translate_pub.catalog.update import update
from translate_pub.model.catalog import Catalog
from translate_pub.model.diagnostic import Severity

TEXTS = [
    f"{number} days after the congress the editors met in Geneva to divide the {thing} among them."
    for number, thing in enumerate(["money", "letters", "addresses", "presses", "paper", "passports", "horses"], 2)
]
SWEDISH = {text: f"Svenska {number}." for number, text in enumerate(TEXTS)}
SOURCE = "# Geneva\n\n" + "\n\n".join(text.replace("the editors", "the\neditors") for text in TEXTS)


def found(before: list[Catalog], after: list[Catalog], texts: list[str] | None, **chapters: list[str]) -> list[Loss]:
    """Find what is lost between two states, the source having the chapters given as `c03=[...]`."""
    templates = [chapter(messages, name.removeprefix("c")) for name, messages in chapters.items()]
    return list(losses.find(before, after, losses.evidence(templates, texts)))


def updated(before: Catalog, messages: list[str]) -> list[Catalog]:
    """Bring a catalogue in step with messages."""
    return list(update([before], [chapter(messages)], setting()).catalogs)


def test_a_removed_text_explains_its_loss() -> None:
    """What the author took out is not lost work."""
    before = catalog(SWEDISH)
    left = SOURCE.replace(TEXTS[2].replace("the editors", "the\neditors"), "")
    assert not found([before], updated(before, TEXTS[:2] + TEXTS[3:]), [left], c03=TEXTS[:2] + TEXTS[3:])


def test_an_edited_text_explains_its_loss() -> None:
    """Its translation is proposed for what it became."""
    before = catalog(SWEDISH)
    edited = [TEXTS[0].replace("Geneva", "Zurich"), f"{TEXTS[1]} They quarrelled.", *TEXTS[2:]]
    assert not found([before], updated(before, edited), ["\n\n".join(edited)], c03=edited)


def test_a_moved_text_is_not_lost() -> None:
    """A chapter that was cut in two has it in the other."""
    before = catalog(SWEDISH)
    after = update([before], [chapter(TEXTS[:3]), chapter(TEXTS[3:], "04")], setting()).catalogs
    assert not found([before], list(after), [SOURCE], c03=TEXTS[:3], c04=TEXTS[3:])


def test_a_text_that_the_source_has_and_no_message_is_lost_work() -> None:
    """A refresh against a template that lacks what the source has is an accident; the list says where it would go."""
    before = reread(catalog(SWEDISH))
    lost = found([before], updated(before, TEXTS[:2]), [SOURCE], c03=TEXTS[:2])
    assert [loss.entry.msgid for loss in lost] == TEXTS[2:]
    assert {(loss.cause, loss.kept) for loss in lost} == {(Cause.UNOFFERED, path_of("03"))}
    told = alarm.diagnose(lost)
    assert [one.code for one in told] == ["C021"] * 5
    assert "03: “4 days after the congress the editors met in Ge…”" in told[0].message
    assert told[0].span
    assert told[0].span.line == lost[0].entry.line
    assert {one.severity for one in alarm.diagnose(lost, accepted=True)} == {Severity.WARNING}


def test_a_text_in_a_comment_is_removed() -> None:
    """An author who comments a passage out took it out; a comment that lacks its end took nothing out."""
    before = catalog(SWEDISH)
    paragraphs = SOURCE.split("\n\n")
    closed = "\n\n".join([*paragraphs[:3], "<!--", *paragraphs[3:], "-->"])
    assert not found([before], updated(before, TEXTS[:2]), [closed], c03=TEXTS[:2])
    slip = "\n\n".join([*paragraphs[:3], "<!-- see the minutes", *paragraphs[3:], "<!-- the end -->"])
    assert len(found([before], updated(before, TEXTS[:2]), [slip], c03=TEXTS[:2])) == 5


def test_another_program_that_drops_a_translation_is_seen() -> None:
    """The message is there, its translation is not: in no file, or left as an obsolete entry."""
    before = catalog(SWEDISH)
    emptied = catalog({**SWEDISH, TEXTS[0]: "", TEXTS[1]: ""})
    lost = found([before], [emptied], [SOURCE], c03=TEXTS)
    assert [(loss.entry.msgid, loss.cause, loss.kept) for loss in lost] == [
        (text, Cause.DROPPED, "") for text in TEXTS[:2]
    ]
    assert len(found([before], [], [SOURCE], c03=TEXTS)) == len(TEXTS)


def test_who_marks_a_translation_as_fuzzy_loses_nothing() -> None:
    """Its text is there, and somebody wants it looked at."""
    assert not found([catalog(SWEDISH)], [catalog(SWEDISH, fuzzy=TEXTS)], [SOURCE], c03=TEXTS)


def test_a_text_that_is_alike_in_both_languages_is_no_work() -> None:
    """Code and names that were copied as they are can be copied again; only what somebody worded can be lost."""
    before = catalog({**SWEDISH, TEXTS[2]: TEXTS[2]})
    lost = found([before], updated(before, TEXTS[:2]), [SOURCE], c03=TEXTS[:2])
    assert [loss.entry.msgid for loss in lost] == TEXTS[3:]


def test_a_short_text_must_stand_alone() -> None:
    """`Zurich` is in many sentences after its heading is gone; as a heading or a cell it is there."""
    before = catalog({"Zurich": "Zürich", **SWEDISH})
    after = updated(before, TEXTS)
    assert not found([before], after, [SOURCE, "Nobody went to Zurich."], c03=TEXTS)
    assert len(found([before], after, [SOURCE, "# Zurich"], c03=TEXTS)) == 1
    assert len(found([before], after, ["| Zurich | 1903 |\n|---|---|\n"], c03=TEXTS)) == 1


def test_a_text_that_is_a_part_of_a_message_is_offered() -> None:
    """Two paragraphs that became one in another program's catalogue were not taken from their translators."""
    before = catalog(SWEDISH)
    after = catalog({f"{TEXTS[0]} {TEXTS[1]}": "Något helt nytt.", **dict(list(SWEDISH.items())[2:])})
    assert not found([before], [after], [SOURCE], c03=[f"{TEXTS[0]} {TEXTS[1]}", *TEXTS[2:]])


def test_a_text_whose_links_are_written_out_is_offered() -> None:
    """Its source may define them elsewhere; no word of it is gone."""
    before = catalog({"Use `read` and then `write`.": "Använd båda."})
    message = "Use [`read`](https://example.org/read) and then [`write`](https://example.org/write)."
    source = "Use [`read`] and then [`write`].\n\n[`read`]: https://example.org/read\n"
    assert not found([before], [catalog({message: ""})], [source], c03=[message])


def test_a_chapter_without_a_message_is_lost_work() -> None:
    """A file that is still in the book and was saved empty."""
    before = catalog(SWEDISH)
    assert {loss.cause for loss in found([before], updated(before, []), [""], c03=[])} == {Cause.EMPTIED}


@pytest.mark.parametrize(("gone", "lost"), [(1, 0), (10, 0), (60, 60)])
def test_without_the_source_a_template_is_believed_up_to_a_quarter(gone: int, lost: int) -> None:
    """Where nothing but templates is known, one that dropped much must be confirmed."""
    many = {f"{number} {text}": "Svenska." for number in range(20) for text in TEXTS}
    left = list(many)[gone:]
    before = catalog({msgid: f"Svenska {number}." for number, msgid in enumerate(many)})
    after = [catalog({msgid: f"Svenska {number}." for number, msgid in enumerate(many) if msgid in left})]
    assert len(found([before], after, None, c03=left)) == lost


def test_the_refusal_sums_up() -> None:
    """It names the words before and after, and how to go on."""
    before = catalog(SWEDISH)
    lost = found([before], [], [SOURCE], c03=TEXTS)
    told = alarm.refusal("sv", "handbook", lost, (112, 0))
    assert told.code == "C024"
    assert "7 translations of 112 words" in told.message
    assert "112 → 0" in told.message
    assert any("--accept-loss" in hint for hint in told.hints)
