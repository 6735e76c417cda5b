"""The beginning of a text, for a finding or a list."""

from __future__ import annotations

LENGTH = 60
"""Characters that fit on a line of a terminal beside what is said about them."""


def excerpt(text: str, length: int = LENGTH) -> str:
    """Show a text on one line, and of a long one the beginning, with an ellipsis for the rest.

    Args:
        text: any text.
        length: how many characters are shown at most, the ellipsis included.
    """
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1].rstrip()}…"
