"""Revised sources: what happens to each translation."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import polib
import pytest

from tests.catalog.making import NOW, catalog, chapter, entry, path_of, read, reread, setting
from translate_pub.catalog import alternatives, po
from translate_pub.catalog.update import update
from translate_pub.model.catalog import Catalog
from translate_pub.model.source import Segment
from translate_pub.model.update import Fate, Update

SPLIT = "The second congress of the party met in Brussels and moved to London in the summer of 1903."
RULES = "Martov and Lenin disagreed about the first paragraph of the rules, which said who was a member."
VOTE = "Martov won the vote on the rules, and Lenin won the vote on the editors of the newspaper."
SWEDISH = {
    SPLIT: "Partiets andra kongress möttes i Bryssel och flyttade till London sommaren 1903.",
    RULES: "Martov och Lenin var oense om stadgarnas första paragraf, som sade vem som var medlem.",
    VOTE: "Martov vann omröstningen om stadgarna, och Lenin vann den om tidningens redaktörer.",
}


def run(before: list[Catalog], **chapters: list[str]) -> Update:
    """Update to chapters given as `c03=[...]`, and hold that a second update changes nothing and loses nothing."""
    templates = [chapter(texts, name.removeprefix("c")) for name, texts in chapters.items()]
    after = update(before, templates, setting())
    assert all(report.lost == 0 for report in after.reports)
    again = update([reread(made) for made in after.catalogs], templates, setting(days=30))
    assert not again.changed
    return after


def by_name(after: Update) -> dict[str, Catalog]:
    """Return the catalogues of an update by chapter."""
    return {made.chapter: made for made in after.catalogs}


def test_an_unchanged_source_changes_no_byte() -> None:
    """The same catalogue comes back, dates included."""
    before = catalog(SWEDISH)
    after = run([before], c03=list(SWEDISH))
    assert after.catalogs == (before,)
    assert not after.changed
    assert after.reports[0].exact == 3


def test_a_new_language_gets_catalogues() -> None:
    """Without catalogues every chapter gets one, with complete headers and untranslated entries."""
    after = run([], c01=[SPLIT], c02=[RULES, VOTE])
    assert [(made.path, len(made.entries)) for made in after.catalogs] == [(path_of("01"), 1), (path_of("02"), 2)]
    assert all(report.created for report in after.reports)
    assert "Language: ur\n" in after.catalogs[0].header.msgstr


def test_a_chapter_without_text_gets_no_catalogue() -> None:
    """Gettext does not write files without a message, and neither does the update."""
    assert run([], c01=[], c02=[SPLIT]).catalogs[0].chapter == "02"


def test_an_inserted_paragraph_changes_one_entry() -> None:
    """The diff of a paragraph inserted at the top is its own entry and the date, nothing else."""
    before = catalog(SWEDISH)
    old = po.serialize(before).decode()
    new = po.serialize(run([before], c03=["A wholly new beginning.", *SWEDISH]).catalogs[0]).decode()
    inserted = (
        "#. paragraph · The split\n#: source_texts/handbook/03.md\n"
        'msgid "A wholly new beginning."\nmsgstr ""\n\n'
    )  # fmt: skip
    assert inserted in new
    assert new.replace(inserted, "").replace("2026-11-22", "2026-11-21") == old


def test_references_with_lines_follow_the_source() -> None:
    """Who asks for line numbers gets them."""
    after = update([catalog(SWEDISH)], [chapter(["New.", *SWEDISH])], setting(lines=True))
    assert str(entry(after.catalogs[0], SPLIT).references[0].line) == "4"


def test_a_changed_paragraph_is_fuzzy_and_remembers_its_text() -> None:
    """An edited text gets the old translation, marked, with the text that it was made for."""
    edited = RULES.replace("first paragraph", "opening paragraph")
    made = run([catalog(SWEDISH)], c03=[SPLIT, edited, VOTE]).catalogs[0]
    found = entry(made, edited)
    assert (found.msgstr, found.fuzzy, found.previous) == (SWEDISH[RULES], True, ("", RULES))
    assert len(made.entries) == 3


@pytest.mark.parametrize(
    "dressed",
    [
        "He said  'the *rules* are “ours” for good'.",
        "He said 'the _rules_ are \"ours\" for good'.",
        "He said ‘the *rules* are «ours»\u00a0for good’.",
    ],
)
def test_a_change_of_dress_keeps_the_translation(dressed: str) -> None:
    """White space, quotation marks and the marks of emphasis are no change of text: nothing to look at."""
    before = catalog({"He said 'the *rules* are \"ours\" for good'.": "Han sade att stadgarna var deras för gott."})
    after = run([before], c03=[dressed])
    assert [(e.msgstr, e.flags, e.previous) for e in after.catalogs[0].entries] == [
        ("Han sade att stadgarna var deras för gott.", (), None)
    ]
    assert after.reports[0].dressed == 1


def test_line_breaks_are_no_dress() -> None:
    """A verse whose lines were run together is to be looked at."""
    before = catalog(
        {"Arise, ye prisoners of starvation,\narise, ye wretched": "Upp, trälar uti alla stater,\nsom hungern"}
    )
    after = run([before], c03=["Arise, ye prisoners of starvation, arise, ye wretched"])
    assert after.catalogs[0].entries[0].fuzzy


def test_moved_paragraphs_are_not_fuzzy() -> None:
    """The order of the source is the order of the catalogue, and no translation is unsettled."""
    after = run([catalog(SWEDISH)], c03=[VOTE, SPLIT, RULES])
    assert [(e.msgid, e.fuzzy) for e in after.catalogs[0].entries] == [(VOTE, False), (SPLIT, False), (RULES, False)]


def test_vanished_text_becomes_obsolete_and_comes_back() -> None:
    """A deleted paragraph waits at the end of the file, and is as before when its text returns."""
    without = run([catalog(SWEDISH, fuzzy=[VOTE])], c03=[SPLIT])
    assert [(e.msgid, e.obsolete) for e in without.catalogs[0].entries] == [(SPLIT, False), (RULES, True), (VOTE, True)]
    assert without.reports[0].obsolete == 2
    after = run([reread(without.catalogs[0])], c03=list(SWEDISH))
    assert [(e.msgstr, e.fuzzy) for e in after.catalogs[0].entries] == [
        (SWEDISH[SPLIT], False), (SWEDISH[RULES], False), (SWEDISH[VOTE], True),
    ]  # fmt: skip
    assert (after.reports[0].revived, after.reports[0].obsolete) == (2, 0)


def test_untranslated_text_that_vanished_leaves_nothing() -> None:
    """An empty entry of a deleted paragraph is not kept."""
    assert len(run([catalog({SPLIT: "", RULES: "x"})], c03=[RULES]).catalogs[0].entries) == 1


def test_a_split_paragraph_gives_each_part_its_part() -> None:
    """Each half gets its half of the translation, marked, with the whole as the text that it was made for."""
    whole = f"{SPLIT} {RULES}"
    before = catalog({whole: f"{SWEDISH[SPLIT]} {SWEDISH[RULES]}", VOTE: SWEDISH[VOTE]})
    after = run([before], c03=[SPLIT, RULES, VOTE])
    assert [(e.msgstr, e.fuzzy) for e in after.catalogs[0].entries] == [
        (SWEDISH[SPLIT], True), (SWEDISH[RULES], True), (SWEDISH[VOTE], False),
    ]  # fmt: skip
    assert entry(after.catalogs[0], RULES).previous == ("", whole)
    assert after.reports[0].split == 2


def test_joined_paragraphs_get_both_translations() -> None:
    """Two paragraphs run together keep both translations, in one text to be looked at."""
    whole = f"{SPLIT} {RULES}"
    after = run([catalog(SWEDISH)], c03=[whole, VOTE])
    found = entry(after.catalogs[0], whole)
    assert (found.msgstr, found.fuzzy) == (f"{SWEDISH[SPLIT]} {SWEDISH[RULES]}", True)
    assert found.previous == ("", whole)
    assert len(after.catalogs[0].entries) == 2


def test_a_split_follows_the_notes_and_numbers() -> None:
    """Where the sentences of the translation are of other lengths, notes and numbers tell where to cut."""
    one, other = (
        "It met in 1903.[^1] There were 57 delegates.",
        "Few of them were workers.[^2] Most were young, under 30.",
    )
    urdu_one, urdu_other = (
        "اجلاس 1903 میں ہوا۔[^1] 57 مندوب تھے۔",
        "ان میں مزدور بہت کم تھے۔[^2] اکثر نوجوان تھے، 30 سے کم۔",
    )
    after = run([catalog({f"{one} {other}": f"{urdu_one} {urdu_other}"})], c03=[one, other])
    assert [e.msgstr for e in after.catalogs[0].entries] == [urdu_one, urdu_other]


@pytest.mark.parametrize(
    ("old", "new"), [("Yes", "No"), ("Lenin", "Lenina Street"), ("The split", "The strike"), ("May", "March")]
)
def test_short_texts_get_nothing_that_only_looks_alike(old: str, new: str) -> None:
    """A few letters in common are no reason to propose a translation."""
    after = run([catalog({old: "x", SPLIT: "y"})], c03=[new, SPLIT])
    assert entry(after.catalogs[0], new).msgstr == ""
    assert entry(after.catalogs[0], old).obsolete


def test_short_texts_get_what_is_all_but_the_same() -> None:
    """A heading that only changed its case or its last mark keeps a proposal."""
    after = run([catalog({"The second congress": "Den andra kongressen"})], c03=["The Second Congress."])
    assert (after.catalogs[0].entries[0].msgstr, after.catalogs[0].entries[0].fuzzy) == ("Den andra kongressen", True)


def test_a_text_that_gets_a_context_is_to_be_looked_at() -> None:
    """The same words with a context may mean something else."""
    before = catalog({"State": "Stat"})
    templates = [chapter([Segment("term", "State", context="condition")])]
    made = update([before], templates, setting()).catalogs[0].entries[0]
    assert (made.msgstr, made.fuzzy, made.previous) == ("Stat", True, ("", "State"))


def test_what_translators_say_stays() -> None:
    """Comments of translators stay with their entry, changed or not."""
    before = catalog(SWEDISH)
    noted = reread(replace(before, entries=tuple(e.revise(comments=("ask the editor",)) for e in before.entries)))
    edited = RULES.replace("first paragraph", "opening paragraph")
    made = run([noted], c03=[VOTE, edited, "New."]).catalogs[0]
    assert [e.comments for e in made.entries] == [("ask the editor",), ("ask the editor",), (), ("ask the editor",)]


def test_a_renamed_chapter_takes_everything_along() -> None:
    """The new file has every translation, nothing fuzzy, the obsolete ones and the header; the old one goes."""
    before = replace(catalog({**SWEDISH, "Gone soon.": "Borta snart."}), path=path_of("03"))
    header = before.header.revise(msgstr=before.header.msgstr.replace("Last-Translator: ", "Last-Translator: Maja"))
    after = run([reread(replace(before, header=header))], c04=list(SWEDISH))
    assert after.removed == (path_of("03"),)
    (made,) = after.catalogs
    assert made.path == path_of("04")
    assert [(e.msgstr, e.fuzzy, e.obsolete) for e in made.entries] == [
        *((text, False, False) for text in SWEDISH.values()),
        ("Borta snart.", False, True),
    ]
    assert "Last-Translator: Maja\n" in made.header.msgstr
    assert (after.reports[0].moved, after.reports[0].obsolete) == (3, 1)


def test_a_chapter_in_two_parts_keeps_every_translation() -> None:
    """Both new files get what is theirs, and know who translated it."""
    before = catalog(SWEDISH)
    header = before.header.revise(msgstr=before.header.msgstr.replace("Last-Translator: ", "Last-Translator: Maja"))
    after = run([reread(replace(before, header=header))], c03a=[SPLIT], c03b=[RULES, VOTE])
    assert [[e.msgstr for e in made.entries] for made in after.catalogs] == [
        [SWEDISH[SPLIT]], [SWEDISH[RULES], SWEDISH[VOTE]],
    ]  # fmt: skip
    assert all("Last-Translator: Maja\n" in made.header.msgstr for made in after.catalogs)
    assert after.removed == (path_of("03"),)


def test_two_chapters_in_one_keep_every_translation() -> None:
    """The file of the chapter that took over has all of it; what translators said above the header goes along."""
    one = catalog({SPLIT: SWEDISH[SPLIT]}, "01")
    other = catalog({RULES: SWEDISH[RULES], "Gone.": "Borta."}, "02")
    other = reread(replace(other, header=other.header.revise(comments=("Maja, 2026",))))
    after = run([one, other], c01=[SPLIT, RULES])
    (made,) = after.catalogs
    assert [(e.msgstr, e.obsolete) for e in made.entries] == [
        (SWEDISH[SPLIT], False), (SWEDISH[RULES], False), ("Borta.", True),
    ]  # fmt: skip
    assert made.header.comments == ("Maja, 2026",)
    assert after.removed == (path_of("02"),)


def test_a_removed_chapter_keeps_its_file() -> None:
    """Where no chapter took over, the translations wait in the old file, all obsolete, and return from there."""
    after = run([catalog(SWEDISH, "01"), catalog({"Preface": "Förord"}, "00")], c00=["Preface"])
    gone = by_name(after)["01"]
    assert all(e.obsolete for e in gone.entries)
    assert [e.msgstr for e in gone.entries] == list(SWEDISH.values())
    assert after.removed == ()
    back = run([reread(made) for made in after.catalogs], c00=["Preface"], c07=list(SWEDISH))
    assert [(e.msgstr, e.fuzzy) for e in by_name(back)["07"].entries] == [(text, False) for text in SWEDISH.values()]
    assert back.removed == (path_of("01"),)


def test_a_paragraph_moved_to_another_chapter_is_not_fuzzy() -> None:
    """It leaves the one file and enters the other, translated."""
    after = run(
        [catalog(SWEDISH, "01"), catalog({"Preface": "Förord"}, "00")], c00=["Preface", RULES], c01=[SPLIT, VOTE]
    )
    assert [e.msgstr for e in by_name(after)["00"].entries] == ["Förord", SWEDISH[RULES]]
    assert len(by_name(after)["01"].entries) == 2
    assert by_name(after)["00"].entries[1].flags == ()


def test_a_repeated_text_takes_the_translation_that_it_has() -> None:
    """A text that stands in another chapter too is translated already; where two differ, it needs a look."""
    same = run([catalog({"Notes": "Noter"}, "01")], c01=["Notes"], c02=["Notes"])
    assert (by_name(same)["02"].entries[0].msgstr, by_name(same)["02"].entries[0].fuzzy) == ("Noter", False)
    two = [catalog({"Notes": "Noter"}, "01"), catalog({"Notes": "Anteckningar"}, "02")]
    differ = run(two, c01=["Notes"], c02=["Notes"], c03=["Notes"])
    assert by_name(differ)["03"].entries[0].fuzzy


def test_two_translations_of_one_text_are_both_kept() -> None:
    """When two chapters become one, the second translation of a text stays beside the first, as a comment."""
    texts = {SPLIT: SWEDISH[SPLIT], RULES: SWEDISH[RULES]}
    two = [catalog({"Notes": "Noter"}, "01"), catalog({**texts, "Notes": "Anteckningar\nhär"}, "02")]
    after = run(two, c01=["Notes", *texts])
    found = entry(after.catalogs[0], "Notes")
    assert found.msgstr == "Noter"
    assert alternatives.read(found) == ("Anteckningar\nhär",)
    assert after.removed == (path_of("02"),)


def test_a_damaged_entry_waits_for_its_repair() -> None:
    """Its message gets no empty twin; its bytes stay where they are, and once repaired it is used."""
    good = po.serialize(catalog(SWEDISH))
    damaged = good.replace(SWEDISH[RULES].encode() + b'"', SWEDISH[RULES].encode())
    templates = [chapter(["New.", *SWEDISH])]
    after = update([read(damaged)], templates, setting())
    written = po.serialize(after.catalogs[0])
    assert written.count(RULES.encode()) == 1
    assert written.index(SPLIT.encode()) < written.index(RULES.encode()) < written.index(VOTE.encode())
    assert not update([read(written)], templates, setting(days=9)).changed
    repaired = written.replace(SWEDISH[RULES].encode(), SWEDISH[RULES].encode() + b'"')
    assert [e.msgstr for e in update([read(repaired)], templates, setting()).catalogs[0].entries][1:] == list(
        SWEDISH.values()
    )


def test_files_of_other_origin_keep_the_wrapping_of_their_texts() -> None:
    """Where only references and comments change, the lines of the text stay as they were wrapped."""
    body = (
        'msgid ""\n"They voted on the rules, "\n"and parted."\nmsgstr ""\n"De röstade om stadgarna "\n"och skildes."\n'
    )
    data = (po.serialize(catalog({})).decode() + "\n#: old.rst:3\n" + body).encode()
    made = run([read(data)], c03=["They voted on the rules, and parted."]).catalogs[0]
    assert po.serialize(made).decode().endswith(
        f"\n#. paragraph · The split\n#: source_texts/handbook/03.md\n{body}"
    )  # fmt: skip


def test_comments_broken_into_lines_by_another_program_stay(tmp_path: Path) -> None:
    """A save by polib breaks long comments at 78 columns; an update takes them for what they were."""
    note = "where the word stands for the paper and not for the spark that it is named after, as it does elsewhere"
    template = chapter([Segment("paragraph", "Iskra", notes=(note,), path=("A heading that is long",))])
    path = tmp_path / "03.po"
    path.write_bytes(po.serialize(update((), (template,), setting()).catalogs[0]))
    polib.pofile(str(path)).save()
    before = read(path.read_bytes())
    assert len(before.entries[0].extracted) > len(template.messages[0].comments)
    assert update((before,), (template,), setting()).catalogs == (before,)


def test_windows_line_ends_stay_through_an_update() -> None:
    r"""A file with \r\n has them in new and in changed entries."""
    data = po.serialize(catalog(SWEDISH)).replace(b"\n", b"\r\n")
    written = po.serialize(run([read(data)], c03=["New.", SPLIT]).catalogs[0])
    assert written.count(b"\r\n") == written.count(b"\n") > 20


def test_a_file_without_a_header_gets_one() -> None:
    """The header that was missing is written when the file is."""
    data = b'msgid "They voted."\nmsgstr "De r\xc3\xb6stade."\n'
    made = run([read(data)], c03=["They voted.", "New."]).catalogs[0]
    assert "Plural-Forms" in reread(made).header.msgstr
    assert made.entries[0].msgstr == "De röstade."


def test_only_changed_catalogues_get_a_new_date() -> None:
    """Of two chapters the one that changed names the moment of the update."""
    before = [catalog(SWEDISH, "01"), catalog({"Preface": "Förord"}, "00")]
    after = run(before, c00=["Preface"], c01=list(SWEDISH)[1:])
    dates = {made.chapter: re.findall(r"POT-Creation-Date: (\S+)", made.header.msgstr) for made in after.catalogs}
    assert dates == {"00": [f"{NOW:%Y-%m-%d}"], "01": ["2026-11-22"]}
    assert [report.changed for report in after.reports] == [False, True]


def test_the_report_says_where_everything_went() -> None:
    """Counts, words before and after, and each proposal with its origin and its score."""
    edited = RULES.replace("first paragraph", "opening paragraph")
    (report,) = run([catalog(SWEDISH)], c03=[SPLIT, edited, "New and unheard of."]).reports
    assert (report.exact, report.fuzzy, report.new, report.obsolete, report.lost) == (1, 1, 1, 1, 0)
    assert (report.words_before, report.words_after) == (53, 18)
    (proposal,) = report.proposals
    assert (proposal.key, proposal.fate, proposal.origins) == (("", edited), Fate.FUZZY, (("", RULES),))
    assert 0.8 < proposal.score < 1
