"""What stands on the cover of an edition: the words, in its language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

from translate_pub.edition import leaves, titles, volumes
from translate_pub.edition.composition import inline_html
from translate_pub.edition.setting import Setting

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
    """Its number and title, where it is one of several."""


_ON_THE_FRONT = ("translator", "illustrator", "foreword", "introduction")


def gather(setting: Setting) -> CoverText:
    """Gather what stands on the cover of an edition, or of the volume that a setting is of."""
    metadata, style = setting.metadata, setting.style
    credit = dict(leaves.credits_of(setting))
    authors = style.join(tuple(person.name for person in metadata.contributors if person.role == "author"))
    return CoverText(
        title=_together(titles.html(metadata.title, style)),
        subtitle=_together(titles.html(metadata.subtitle, style)),
        names=escape(authors or credit.get("editor", "")),
        credits=tuple(escape(credit[role]) for role in _ON_THE_FRONT if role in credit),
        publisher=escape(setting.choices.imprint or metadata.publisher),
        blurb=_paragraphs(metadata.blurb or metadata.description, setting),
        author_note=_paragraphs(metadata.author_note, setting),
        description=_paragraphs(metadata.description, setting),
        volume=_volume(setting),
    )


def _together(text: str) -> str:
    """Keep the ranges of numbers of a text that is set large on one line."""
    return _RANGE.sub("\u2060–\u2060", text)


def _paragraphs(text: str, setting: Setting) -> tuple[str, ...]:
    return tuple(inline_html(one, setting) for one in _BLANK_LINES.split(text) if one.strip())


def _volume(setting: Setting) -> str:
    if setting.volume is None:
        return ""
    number = escape(volumes.label(setting, setting.volume.number))
    title = _together(titles.html(setting.volume.title, setting.style))
    return f"{number} · {title}" if title else number
