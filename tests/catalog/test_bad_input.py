"""Damaged catalogues: one case a code. What can be read is read, and no byte is lost."""

from __future__ import annotations

import pytest

from tests.catalog.making import path_of
from translate_pub.catalog import po
from translate_pub.model.catalog import Catalog
from translate_pub.model.codes.catalog import CATALOG
from translate_pub.model.diagnostic import Diagnostic, Outcome, Severity

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
GOOD = '\nmsgid "a good one"\nmsgstr "ett bra"\n'


def parse(data: bytes) -> Outcome[Catalog]:
    """Read a file and hold that whatever was read is written back."""
    outcome = po.parse(data, path_of("03"), "sv", "handbook", "03")
    if outcome.value is not None:
        assert po.serialize(outcome.value) == data
    return outcome


def only(outcome: Outcome[Catalog]) -> Diagnostic:
    """Return the only finding."""
    (found,) = outcome.diagnostics
    return found


REFUSED = {
    "C001": (
        (HEADER + 'msgid "a"\n<<<<<<< HEAD\nmsgstr "b"\n=======\nmsgstr "c"\n>>>>>>> other\n').encode(),
        6,
        "a merge conflict is not resolved: `<<<<<<< HEAD`",
    ),
    "C002": ((HEADER + 'msgid "a\0"\nmsgstr "b"\n').encode(), 5, "the file holds a NUL byte"),
    "C003": ((HEADER + 'msgid "a"\nmsgstr "').encode() + b'\xe5"\n', 6, "the byte 0xe5 is not UTF-8"),
    "C004": (HEADER.replace("UTF-8", "KLINGON").encode(), None, "the header names the encoding KLINGON"),
    "C005": ((GOOD.lstrip() + "\n" + HEADER).encode(), 4, "the header stands after other entries"),
}


@pytest.mark.parametrize("code", REFUSED)
def test_a_file_is_refused(code: str) -> None:
    """A file that cannot be read without guessing has no value, and the finding names the line."""
    data, line, message = REFUSED[code]
    outcome = parse(data)
    assert outcome.value is None
    found = only(outcome)
    assert (found.code, found.severity) == (code, Severity.ERROR)
    assert found.span is not None
    assert (found.span.path, found.span.line) == (path_of("03"), line)
    assert found.message.startswith(message)
    assert found.hints


DAMAGED = {
    "C010 at the end": ('msgid "a"\nmsgstr "b\n', 6, "the quotation mark at the end of the line is missing"),
    "C010 at the beginning": (
        'msgid "a"\nmsgstr b"\n', 6, "the quotation mark at the beginning of the line is missing"
    ),
    "C010 in a line that follows": (
        'msgid "a"\nmsgstr ""\n"b\\n"\nc"\n', 8, "the quotation mark at the beginning of the line is missing"
    ),
    "C010 without a text": ('msgid "a"\nmsgstr\n', 6, "msgstr has no text"),
    "C011 inside": ('msgid "a"\nmsgstr "he said "b" to me"\n', 6, "a quotation mark stands inside a text"),
    "C012 misspelt": ('msgid "a"\nmsgtsr "b"\n', 6, "`msgtsr` is no keyword of a PO file"),
    "C012 prose": ("this is no entry\n", 5, "`this` is no keyword of a PO file"),
    "C013 escape": ('msgid "a"\nmsgstr "5 \\* 3"\n', 6, "`\\*` means nothing in a PO file"),
    "C014 no msgid": ('msgctxt "k"\nmsgstr "b"\n', 5, "the entry has no msgid"),
    "C015 no msgstr": ('msgid "a"\n', 5, "the entry has no msgstr"),
    "C016 plural": ('msgid "a"\nmsgid_plural "as"\nmsgstr "b"\n', 5, "the keywords stand in the order"),
    "C017 text alone": ('# a note\n"b"\n', 6, "text outside an entry"),
}  # fmt: skip


@pytest.mark.parametrize("case", DAMAGED)
@pytest.mark.parametrize("after", [GOOD, GOOD.lstrip()], ids=["blank line", "no blank line"])
def test_a_damaged_entry_costs_only_itself(case: str, after: str) -> None:
    """The entry after a damaged one is read, the damage is reported with its line, and its bytes stay."""
    if case == "C012 prose":
        after = GOOD
    block, line, message = DAMAGED[case]
    outcome = parse((HEADER + block + after).encode())
    assert outcome.value is not None
    assert [(entry.msgid, entry.msgstr) for entry in outcome.value.entries][-1] == ("a good one", "ett bra")
    found = outcome.diagnostics[0]
    assert found.span is not None
    assert (found.span.line, found.severity) == (line, Severity.ERROR)
    assert found.message.startswith(message)
    assert found.hints
    assert any(damage.raw.decode().strip() in block for damage in outcome.value.damaged)


def test_every_code_has_a_case() -> None:
    """No code of what reading finds is without a case here."""
    seen = {*REFUSED, *(case[:4] for case in DAMAGED), "C006", "C020"}
    assert seen == {code for code in CATALOG if code <= "C020"}


def test_a_file_without_a_header_is_read() -> None:
    """A missing header is a warning."""
    outcome = parse(GOOD.encode())
    assert outcome.value is not None
    assert (only(outcome).code, only(outcome).severity) == ("C006", Severity.WARNING)
    assert outcome.value.entries[0].msgstr == "ett bra"


@pytest.mark.parametrize("data", [b"", b"\n\n", b"# only a comment\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_a_catalogue_without_entries(data: bytes) -> None:
    """Nothing at all, blank lines and comments are no damage."""
    outcome = parse(data)
    assert outcome.value is not None
    assert outcome.value.entries == ()
    assert only(outcome).code == "C006"


def test_a_second_translation_of_a_message_costs_itself() -> None:
    """Of two entries for one message the first is used; the other is reported with the line of both."""
    outcome = parse((HEADER + 'msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n' + GOOD).encode())
    assert outcome.value is not None
    assert [entry.msgstr for entry in outcome.value.entries] == ["b", "ett bra"]
    found = only(outcome)
    assert (found.code, found.span and found.span.line) == ("C020", 8)
    assert found.hints == ("the entry at line 5 is used; delete one of the two",)


def test_of_two_entries_the_live_and_translated_one_is_used() -> None:
    """A translation is not hidden by an empty twin before it, nor by an obsolete one."""
    outcome = parse(
        (HEADER + 'msgid "a"\nmsgstr ""\n\nmsgid "a"\nmsgstr "c"\n\n#~ msgid "a"\n#~ msgstr "d"\n').encode()
    )
    assert outcome.value is not None
    assert [(entry.msgstr, entry.obsolete) for entry in outcome.value.entries] == [("c", False)]
    assert [found.code for found in outcome.diagnostics] == ["C020", "C020"]


def test_a_damaged_entry_names_its_message() -> None:
    """A block whose msgid is whole says which message waits for its repair."""
    outcome = parse((HEADER + 'msgctxt "k"\nmsgid "a"\nmsgstr "b\n').encode())
    assert outcome.value is not None
    assert outcome.value.damaged[0].key == ("k", "a")
    assert outcome.value.damaged[0].line == 5


def test_many_damaged_entries_are_read_in_linear_time() -> None:
    """Five thousand damaged entries are five thousand findings, soon."""
    outcome = parse((HEADER + 'msgid "a"\nmsgstr "b\n\n' * 5000).encode())
    assert len(outcome.diagnostics) == 5000
