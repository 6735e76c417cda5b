"""Findings that somebody has said are right."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Pairing
from translate_pub.checks import rules
from translate_pub.model.checking import NOTHING_ALLOWED, CheckSettings
from translate_pub.model.diagnostic import Severity

YEAR = ("sv", "It began in 1917.", "Det började då.")
CALL = ("sv", "It left twice a day.[^7]", "Den gick två gånger om dagen.")
RIGHT = ("sv", "It was printed.", "Den trycktes.")


def codes(paired: Pairing, case: tuple[str, str, str], *comments: str) -> list[str]:
    """Return the codes of what is found, in order."""
    return [found.code for found in rules.examine(paired(*case, *comments))]


def test_a_comment_allows_a_finding(paired: Pairing) -> None:
    """What a translator allows above a message is not found there."""
    assert codes(paired, YEAR) == ["C072"]
    assert codes(paired, YEAR, "translate-pub: allow C072 the Swedish text has no year") == []
    assert codes(paired, YEAR, "translate-pub: allow c072: no year") == []


def test_a_lost_footnote_is_never_allowed(paired: Pairing) -> None:
    """A comment that allows what would be missed in print is itself a finding, and the fault stays one."""
    assert codes(paired, CALL, "translate-pub: allow C050 not wanted") == ["C050", "C116"]


@pytest.mark.parametrize(
    ("comment", "code", "hint"),
    [
        ("translate-pub: allow C0760 both", "C115", "did you mean C076 (quotation marks of another language)?"),
        ("translate-pub: allow C076 both", "C117", "take the comment away, so that a new fault is found"),
    ],
)
def test_a_waiver_that_does_nothing_is_found(paired: Pairing, comment: str, code: str, hint: str) -> None:
    """A code that is none, or that is not found, is said, with what to do."""
    (found,) = rules.examine(paired(*RIGHT, comment))
    assert (found.code, found.hints) == (code, (hint,))


def test_a_waiver_of_what_only_some_machines_check_is_left(paired: Pairing) -> None:
    """Whether a word is misspelt is not known where there is no dictionary, so that its waiver may stand."""
    assert codes(paired, RIGHT, "translate-pub: allow C120 a name") == []


def test_a_book_allows_a_code_and_sets_levels(paired: Pairing) -> None:
    """What the configuration allows is not found, and what it raises or lowers has that weight."""
    pair = paired(*YEAR)
    assert rules.examine(pair, settings=CheckSettings(("C072",))) == ()
    assert rules.examine(pair, settings=CheckSettings(levels={"C072": "off"})) == ()
    (found,) = rules.examine(pair, settings=CheckSettings(levels={"C072": "error"}))
    assert found.severity is Severity.ERROR


def test_the_narrower_setting_goes_before_the_wider() -> None:
    """A book takes back what the workspace allows, and an edition allows what the book has raised."""
    workspace = CheckSettings(("C072",), {"C087": "off"})
    book = CheckSettings(levels={"C072": "error"})
    edition = CheckSettings(("C072",))
    assert workspace.and_then(book) == CheckSettings((), {"C087": "off", "C072": "error"})
    assert workspace.and_then(book).and_then(edition) == CheckSettings(("C072",), {"C087": "off"})
    assert NOTHING_ALLOWED.and_then(workspace) == workspace
