"""The second step: messages that were there but for their dress, and what counts as dress."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from translate_pub.catalog.matching.decision import Decision, Old, Slot
from translate_pub.model.catalog import Key
from translate_pub.model.update import Fate

_QUOTES = str.maketrans({**dict.fromkeys("“”„‟«»＂", '"'), **dict.fromkeys("‘’‚‛‹›", "'")})
_UNDERSCORE_EMPHASIS = re.compile(r"(?<!\w)_+|_+(?!\w)")
_SPACES = re.compile(r"[^\S\n]+")
_CODE = re.compile(r"(`+)[^`]+\1[.:;,]?")
_MARKUP = re.compile(r"[*_`\\]|</?\w+>|[.:;!?。：؛؟۔]+$")


def undress(text: str) -> str:
    """Take from a text what changes without its translation changing: two texts alike after this are one.

    That is white space but for line breaks, the style of quotation marks, the choice of `*` or `_` for emphasis, and
    the Unicode form of letters.
    """
    plain = unicodedata.normalize("NFC", text).translate(_QUOTES)
    if "_" in plain:
        plain = _UNDERSCORE_EMPHASIS.sub(lambda match: "*" * len(match[0]), plain)
    return "\n".join(_SPACES.sub(" ", line).strip() for line in plain.split("\n"))


def loosen(text: str) -> str:
    """Take from a text its markup, case and final mark as well: what is alike after this is worth proposing."""
    return " ".join(_MARKUP.sub("", text).lower().split())


def is_code(text: str) -> bool:
    """Say whether a text is one piece of code, or one literal, and nothing else."""
    return _CODE.fullmatch(text) is not None


def decide(olds: Sequence[Old], slots: Sequence[Slot], decided: list[Decision | None]) -> None:
    """Decide for every message that differs by its dress only from an old one that no message has.

    Preformatted texts have no dress: their white space counts.
    """
    open_slots = [number for number, decision in enumerate(decided) if decision is None]
    if not open_slots:
        return
    used = {index for decision in decided if decision for index in decision.origins}
    known: dict[Key, int] = {}
    for index, old in sorted(enumerate(olds), key=lambda item: item[1].entry.obsolete):
        entry = old.entry
        if index not in used and entry.msgstr and not entry.fuzzy and entry.plural is None:
            known.setdefault((entry.context, undress(entry.msgid)), index)
    for number in open_slots:
        message = slots[number].message
        found = known.get((message.context, undress(message.msgid)))
        if found is not None and "no-wrap" not in message.flags:
            decided[number] = Decision(Fate.DRESSED, (found,), olds[found].entry.msgstr)
