"""The table of an update, and the changes that it tells of."""

from __future__ import annotations

from translate_pub.model.update import CatalogUpdate, Fate, Proposal, Update
from translate_pub.report import update as report
from translate_pub.report.console import Surface

OLD = "The second congres of the party met in Brussels and moved to London in the summer."
NEW = OLD.replace("congres ", "congress ").replace("summer", "autumn")


def made(language: str, *reports: CatalogUpdate, removals: tuple[CatalogUpdate, ...] = ()) -> Update:
    """Make the update of a language, of which only the reports matter here."""
    return Update(language, (), tuple(one.path for one in removals), reports, removals)


def chapter(name: str, before: int, after: int, *proposals: Proposal, **counts: int) -> CatalogUpdate:
    """Make the report on a chapter."""
    return CatalogUpdate(
        f"{name}.po",
        name,
        created=False,
        changed=bool(counts),
        words_before=before,
        words_after=after,
        proposals=proposals,
        **counts,
    )


def fuzzy(old: str, new: str, score: float = 0.9, fate: Fate = Fate.FUZZY) -> Proposal:
    """Make a proposal."""
    return Proposal(("", new), fate, (("", old),), score)


def test_the_table_has_words_before_and_after() -> None:
    """A line for each catalogue that changed, one for the others, one for those that go, and one for all."""
    moved = chapter("01", 1200, 1180, fuzzy(OLD, NEW), fuzzy(OLD, NEW, 0.72), fuzzy=2, dressed=1, obsolete=3)
    update = made("sv", moved, chapter("02", 30, 30), removals=(chapter("03", 7, 0),))
    lines = [" ".join(line.split()) for line in report.table("handbook", [update], Surface(160)).splitlines()]
    assert lines[0] == "handbook, words translated"
    assert "sv 01 1,200 1,180 1 kept under another dress, not fuzzy, 2 fuzzy (72 to 90 % alike), 3 obsolete" in lines
    assert "sv 1 catalogue 30 30 as they were" in lines
    assert "sv 03 7 0 removed, everything in it is elsewhere" in lines
    assert "sv together 1,237 1,210" in lines


def test_every_fate_has_a_column_and_words() -> None:
    """What becomes of a message is counted and called something."""
    for fate in set(Fate) - {Fate.EXACT}:
        told = report.table("handbook", [made("sv", chapter("01", 0, 0, **{fate.value: 4}))])
        assert " 4 " in told.splitlines()[-1]


def test_a_change_is_told_once_for_all_languages() -> None:
    """With the places where the text differs, and a few words around."""
    updates = [made(tag, chapter("01", 0, 0, fuzzy(OLD, NEW), fuzzy=1)) for tag in ("sv", "ur")]
    (line,) = report.proposals(updates)
    assert line.startswith("  sv ur 01: fuzzy (90 % alike): “The second congres of the party …” → “The second congress")
    assert line.endswith("“… London in the summer.” → “… London in the autumn.”")


def test_what_moved_is_shown_as_it_is() -> None:
    """There is no change to show."""
    (line,) = report.proposals([made("sv", chapter("01", 0, 0, fuzzy(OLD, OLD, 1, Fate.MOVED), moved=1))])
    assert line == f"  sv 01: moved: “{OLD}”"
