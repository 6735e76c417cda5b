"""Excerpts of texts, as findings and lists show them."""

from __future__ import annotations

from translate_pub.model.excerpt import LENGTH, excerpt


def test_a_short_text_is_shown_whole_on_one_line() -> None:
    """Only its white space changes."""
    assert excerpt("The ferry\n  left.") == "The ferry left."
    assert excerpt("a" * LENGTH) == "a" * LENGTH


def test_of_a_long_text_the_beginning_is_shown() -> None:
    """An ellipsis stands for the rest, without a space before it, and counts."""
    assert excerpt("a" * (LENGTH + 1)) == "a" * (LENGTH - 1) + "…"
    assert excerpt("The ferry left the landing", 11) == "The ferry…"
