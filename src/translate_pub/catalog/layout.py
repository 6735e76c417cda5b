"""Where the lines of a PO file are broken: as each file has them."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass

from translate_pub.catalog import breaking

_QUOTES = 2
"""Columns of the two quotation marks of a string."""


class Rule(enum.Enum):
    """Where a text may be broken."""

    NEWLINES = "newlines"
    """After its newlines only, as `msgcat --no-wrap` does."""
    UNICODE = "unicode"
    """By the Unicode line breaking algorithm, as gettext does."""
    WORDS = "words"
    """At spaces and hyphens, as polib and Babel do."""


class Places(enum.Enum):
    """How the references of a message are set."""

    FILLED = "filled"
    """As many a line as gettext puts there."""
    SINGLE = "single"
    """One a line."""
    JOINED = "joined"
    """All on one line."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file sets its lines."""

    rule: Rule = Rule.NEWLINES
    width: int = 79
    """Columns of the longest line, quotation marks included; means nothing to `Rule.NEWLINES`."""
    places: Places = Places.FILLED
    fold: int = 79
    """Columns (bytes of UTF-8, to gettext) of the longest line of references; means something to `Places.FILLED`."""

    def columns(self, part: str) -> int:
        """Return how many columns a text takes; to programs in Python every character takes one."""
        return len(part) if self.rule is Rule.WORDS else breaking.columns(part)

    def pieces(self, part: str) -> Iterator[str]:
        """Cut a text, escaped, into the pieces between which a line may break."""
        if self.rule is Rule.NEWLINES:
            return iter((part,))
        return breaking.units(part) if self.rule is Rule.UNICODE else breaking.words(part)

    def stays(self, part: str, before: int) -> bool:
        """Whether a text without a newline inside stands beside its keyword; one that cannot be broken does.

        Args:
            part: the text, escaped.
            before: columns of the keyword and of what stands before it.
        """
        if self.rule is Rule.NEWLINES or before + self.columns(part) + _QUOTES <= self.width:
            return True
        return self.rule is Rule.UNICODE and not breaking.divisible(part)

    def lines(self, part: str, before: int) -> list[str]:
        """Break a text of one line, escaped, into lines that fit between quotation marks.

        Args:
            part: the text, escaped.
            before: columns of what stands before each line (`#~ `).
        """
        most = self.width - _QUOTES - before
        if self.rule is Rule.NEWLINES or (len(part) <= most and self.columns(part) <= most):
            return [part]
        return breaking.break_up(part, most) if self.rule is Rule.UNICODE else breaking.fill(self.pieces(part), most)


AT_NEWLINES = Layout()
"""What new files have: the same in every program and every version of gettext."""
