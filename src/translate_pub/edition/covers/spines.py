"""In which direction the text of a spine runs, by the custom of its language, and how that turns its letters.

Down, so that the text is upright when the book lies with its front up, is what ISO 6357:1985 recommends and the custom
of English, Dutch and the Scandinavian languages; up is that of much of continental Europe and of Latin America. Of the
languages written from right to left nothing could be found that settles it; theirs run down by the reasoning of the
standard: the text of a book that lies with its front up stands upright.
"""

from __future__ import annotations

from dataclasses import dataclass

from translate_pub.model.cover import SpineDirection

_UP = frozenset(
    {"be", "bg", "bs", "ca", "cs", "de", "el", "es", "et", "eu", "fr", "gl", "hr", "hu", "it", "lb", "lt", "lv", "mk"}
    | {"oc", "pl", "pt", "rm", "ro", "ru", "sk", "sl", "sq", "sr", "uk"}
)
"""Languages whose spines run up by custom."""


_PT_PER_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Letters:
    """How large the letters of a script may be on a spine."""

    share: float
    """Their size, of the width that they have: what is tall in a script must not reach over it."""
    largest_pt: float
    least_mm: float
    """The least width at which they can be read: 8 pt, in Nastaliq 9 pt."""

    def size(self, width: float) -> float:
        """Return their size, in pt, on a spine that leaves so many mm for them."""
        return min(width * _PT_PER_MM * self.share, self.largest_pt)


_LETTERS = {"ur": Letters(0.58, 20.0, 5.4), "Arab": Letters(0.7, 18.0, 4.3)}
"""Language or script -> its letters, where they are taller or hang lower than those of the others."""
_OTHER_LETTERS = Letters(0.85, 17.0, 3.3)


def letters(language: str, script: str) -> Letters:
    """Return how large the letters of a language may be."""
    return _LETTERS.get(language.split("-", maxsplit=1)[0]) or _LETTERS.get(script) or _OTHER_LETTERS


def direction(language: str) -> SpineDirection:
    """Return the custom of a language, named by a BCP 47 tag."""
    return SpineDirection.UP if language.split("-", maxsplit=1)[0] in _UP else SpineDirection.DOWN


def turn(spine: SpineDirection, writing: str) -> int:
    """Return by how many degrees a line is turned clockwise to run in a direction.

    A line from right to left begins at its right end, so it is turned the other way round to begin at the head.

    Args:
        spine: where the text is to run.
        writing: `ltr` or `rtl`.
    """
    return 90 if (spine is SpineDirection.DOWN) is (writing == "ltr") else -90
