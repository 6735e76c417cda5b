"""A source that was only corrected: which changes leave translations as they are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.catalog.making import catalog, chapter, entry, setting
from translate_pub.catalog.corrections import corrects
from translate_pub.catalog.update import update
from translate_pub.model.update import Fate, Update

TEXT = "The second congres of the party met in Brussels and moved to London in the summer of 1903."
BETTER = TEXT.replace("congres ", "congress ")


@pytest.mark.parametrize(
    "new",
    [
        BETTER,
        TEXT.replace("Brussels and", "Brussels, and"),
        TEXT.replace("The second", "the Second"),
        TEXT.replace("party met", "party had met"),
        TEXT.replace("in the summer", "in summer"),
        TEXT.replace("moved", "went"),
        TEXT.replace("congres", "congress").replace("Brussels", "Bruxelles"),
        TEXT.replace("of the party", "of *the* party"),
    ],
)
def test_a_correction(new: str) -> None:
    """A letter, a mark, emphasis, or one word of several."""
    assert corrects(TEXT, new)


@pytest.mark.parametrize(
    "new",
    [
        TEXT.replace("1903", "1905"),
        TEXT.replace("met", "never met"),
        TEXT.replace("met", "did not meet"),
        TEXT.replace("Brussels and moved to London", "London"),
        f"{TEXT} It sat for a month.",
        TEXT.replace("congres", "congres[^1]"),
        TEXT.replace("London", "[London](https://example.org)"),
        "A wholly different text of another paragraph that has nothing to do with it.",
    ],
)
def test_no_correction(new: str) -> None:
    """A number, a negation, a note, a link, or more than a word: the translation has to be looked at."""
    assert not corrects(TEXT, new)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("The rules", "The Rules:", True),
        ("The ruels", "The rules", True),
        ("The rules", "The votes", False),
        ("On news papers", "On newspapers", True),
        ("Yes", "No", False),
        ("See `--check`.", "See `--checks`.", False),
        ("Page 3", "Page 4", False),
    ],
)
def test_short_texts(old: str, new: str, *, expected: bool) -> None:
    """In a few words another word is another text."""
    assert corrects(old, new) is expected


def corrected(before: dict[str, str], texts: list[str], *, fuzzy: tuple[str, ...] = ()) -> Update:
    """Update with `--typo`."""
    return update([catalog(before, fuzzy=fuzzy)], [chapter(texts)], replace(setting(), corrected=frozenset({"03"})))


def test_a_correction_keeps_the_translation() -> None:
    """It is not fuzzy, and told with what it was; without the word of somebody it is fuzzy."""
    done = corrected({TEXT: "Den andra."}, [BETTER])
    assert entry(done.catalogs[0], BETTER).translated
    assert [(one.fate, one.origins) for one in done.reports[0].proposals] == [(Fate.CORRECTED, (("", TEXT),))]
    assert done.words == (18, 18)
    assert entry(update([catalog({TEXT: "Den."})], [chapter([BETTER])], setting()).catalogs[0], BETTER).fuzzy


def test_a_text_that_still_stands_was_not_corrected() -> None:
    """A second text that is like it is a text of its own."""
    assert entry(corrected({TEXT: "Den andra."}, [TEXT, BETTER]).catalogs[0], BETTER).fuzzy


def test_a_fuzzy_translation_stays_fuzzy() -> None:
    """A correction vouches for the source, not for a translation that nobody has looked at."""
    assert entry(corrected({TEXT: "Den andra."}, [BETTER], fuzzy=(TEXT,)).catalogs[0], BETTER).fuzzy


def test_a_correction_that_came_late() -> None:
    """What an update made fuzzy is settled again, where the translation is known to have been settled before it."""
    late = list(update([catalog({TEXT: "Den andra."})], [chapter([BETTER])], setting()).catalogs)
    vouched = replace(setting(), corrected=frozenset({"03"}), before=frozenset({(("", TEXT), "Den andra.")}))
    done = update(late, [chapter([BETTER])], vouched)
    settled = entry(done.catalogs[0], BETTER)
    assert (settled.translated, settled.previous, settled.flags) == (True, None, ())
    assert [one.fate for one in done.reports[0].proposals] == [Fate.CORRECTED]
    assert entry(update(late, [chapter([BETTER])], replace(vouched, before=frozenset())).catalogs[0], BETTER).fuzzy
    assert entry(update(late, [chapter([BETTER, TEXT])], vouched).catalogs[0], BETTER).fuzzy


def test_other_chapters_stay_fuzzy() -> None:
    """Corrections are accepted in the chapters that are named."""
    done = update([catalog({TEXT: "Den andra."})], [chapter([BETTER])], replace(setting(), corrected=frozenset({"04"})))
    assert entry(done.catalogs[0], BETTER).fuzzy
