"""A translation memory: texts that were translated before, and what is suggested of them."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Protocol

from translate_pub.model.catalog import Key


@dataclass(frozen=True, slots=True)
class Unit:
    """A text and its translation, as somebody has vouched for it."""

    source: str
    target: str
    origin: str
    """Where it stands: `book/chapter`, or the name of a TMX file."""


class Manner(enum.Enum):
    """How a suggestion came about."""

    EXACT = "exact"
    """The same text, but for white space, quotation marks and emphasis marks."""
    ALIKE = "alike"
    """A similar text; numbers, names and addresses are carried over."""
    SENTENCES = "sentences"
    """Every sentence of it, each from elsewhere."""
    MACHINE = "machine"
    """A machine's translation."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A translation that is suggested for a message; always fuzzy where it is entered."""

    text: str
    origin: str
    """Of the unit, or of most of the sentences; or the machine's name."""
    score: float
    """How alike the texts are, 0 to 1; of sentences, the least. 0 for a machine's translation, which has none."""
    manner: Manner


@dataclass(frozen=True, slots=True)
class Filled:
    """What was suggested for one message of a catalogue."""

    path: str
    key: Key
    suggestion: Suggestion


class Provider(Protocol):
    """A machine that translates: the contract of every adapter.

    A provider is given plain texts without markup of Markdown's: what must stay as it is stands in it as elements of
    HTML that have an `id` and no content, and belongs into the translation, each once. Texts are escaped as HTML.
    """

    @property
    def name(self) -> str:
        """What suggestions of it are marked with: one word."""
        ...

    def translate(self, texts: tuple[str, ...], source_language: str, language: str) -> tuple[str, ...]:
        """Translate texts, each for itself, in their order.

        Args:
            texts: HTML fragments.
            source_language: BCP 47 tag of what they are in.
            language: BCP 47 tag of what they are to be in.

        Raises:
            MachineError: the service cannot be reached, refuses, or does not know a language.
        """
        ...
