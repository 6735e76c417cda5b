"""What the tool notes at an entry stands in a translator's comment."""

from __future__ import annotations

from translate_pub.catalog import po, remarks
from translate_pub.catalog.remarks import Remark
from translate_pub.model.catalog import Entry

HEADER = b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
FILE = HEADER + b'\n# Look at the date.\n#: a.md\nmsgid "a"\nmsgstr "b"\n'


def _read() -> Entry:
    catalog = po.parse(FILE, "sv.po", language="sv", book="book", chapter="a").value
    assert catalog is not None
    return catalog.entries[0]


def test_a_remark_is_found_again_among_other_comments() -> None:
    """A remark stands after the translator's own comments and is read back."""
    entry = remarks.add(_read(), Remark("reviewed", "Åsa 2027-01-02 0123456789ab"))
    assert entry.comments == ("Look at the date.", "translate-pub: reviewed Åsa 2027-01-02 0123456789ab")
    assert remarks.read(entry) == (Remark("reviewed", "Åsa 2027-01-02 0123456789ab"),)
    assert remarks.read(entry, "allow") == ()


def test_removing_remarks_leaves_other_comments() -> None:
    """Only remarks of the kind go."""
    entry = remarks.add(remarks.add(_read(), Remark("allow", "C050")), Remark("suggested", "memory 0.91"))
    assert remarks.remove(entry, "suggested").comments == ("Look at the date.", "translate-pub: allow C050")


def test_an_entry_without_remarks_keeps_its_bytes() -> None:
    """Removing what is not there touches nothing."""
    entry = _read()
    assert remarks.remove(entry, "reviewed") is entry
