"""What stands on the cover of an edition: the words, in its language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

from translate_pub.edition import leaves
from translate_pub.edition.composition import inline_html
from translate_pub.edition.setting import Setting
from translate_pub.model.book import Volume

_RANGE = re.compile(r"(?<=\d)\s?–\s?(?=\d)")
"""A range of numbers, which no line of a title breaks; a word joiner on either side of its dash keeps it whole."""
_BLANK_LINES = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class CoverText:
    """The words of a cover, each as inline HTML; empty where there are none."""

    title: str
    subtitle: str
    names: str
    """Who wrote it, or else who edited it."""
    credits: tuple[str, ...]
    """Who translated, illustrated, introduced it: a line a role."""
    publisher: str
    blurb: tuple[str, ...]
    """Paragraphs, like the two that follow."""
    author_note: tuple[str, ...]
    description: tuple[str, ...]
    """For the front flap."""
    volume: str = ""
    """`Volume 2`, and its title."""


_ON_THE_FRONT = ("translator", "illustrator", "foreword", "introduction")


def gather(setting: Setting, volume: Volume | None = None) -> CoverText:
    """Gather what stands on the cover of an edition, or of one of its volumes."""
    metadata = setting.metadata
    credit = dict(leaves.credits_of(setting))
    authors = setting.style.join(tuple(person.name for person in metadata.contributors if person.role == "author"))
    return CoverText(
        title=_display(metadata.title),
        subtitle=_display(metadata.subtitle),
        names=escape(authors or credit.get("editor", "")),
        credits=tuple(escape(credit[role]) for role in _ON_THE_FRONT if role in credit),
        publisher=escape(setting.choices.imprint or metadata.publisher),
        blurb=_paragraphs(metadata.blurb or metadata.description, setting),
        author_note=_paragraphs(metadata.author_note, setting),
        description=_paragraphs(metadata.description, setting),
        volume=_volume(setting, volume),
    )


def _display(text: str) -> str:
    """Write a text that is set large, its ranges of numbers kept together."""
    return escape(_RANGE.sub("\u2060–\u2060", text))


def _paragraphs(text: str, setting: Setting) -> tuple[str, ...]:
    return tuple(inline_html(one, setting) for one in _BLANK_LINES.split(text) if one.strip())


def _volume(setting: Setting, volume: Volume | None) -> str:
    if volume is None:
        return ""
    # TRANSLATORS: on the cover of one volume of several
    number = setting.furniture.say("Volume %(number)s", number=setting.number(volume.number))
    return _display(f"{number}: {volume.title}" if volume.title else number)
