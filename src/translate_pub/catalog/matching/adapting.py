"""Old translations of texts that differ in a word or two, with the translations of these words exchanged.

Unlike a draft made word by word, it keeps the order and the small words of a real translation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate_pub.catalog.matching import pieces
from translate_pub.catalog.matching.drafting import Draft, put_in_case
from translate_pub.catalog.matching.lexicon import Lexicon
from translate_pub.catalog.matching.pieces import Piece

_MOST_CHANGED = 2
_STEM = 4
"""Letters at the beginning of a word by which it is found again when its ending is another."""
_TRUST = 0.95


def adapt(old_source: str, source: str, translation: str, lexicon: Lexicon) -> Draft | None:
    """Exchange in an old translation what was exchanged in its source; None where that is not all that changed."""
    before, after = pieces.split(old_source), pieces.split(source)
    if len(before) != len(after) or not before:
        return None
    changed = [(one, other) for one, other in zip(before, after, strict=True) if one.text.lower() != other.text.lower()]
    if not 0 < len(changed) <= min(_MOST_CHANGED, len(before) - 1):
        return None
    text, right = translation, float(sum(len(piece.text) for piece in after))
    total = right
    for one, other in changed:
        exchanged = _exchange(one, other, text, lexicon)
        if exchanged is None:
            return None
        text, trust = exchanged
        right -= len(other.text) * (1 - trust)
    return Draft(text, _TRUST * right / total)


def _exchange(old: Piece, new: Piece, translation: str, lexicon: Lexicon) -> tuple[str, float] | None:
    """Exchange the translation of one piece for that of another, if both are known and the first is found just once."""
    if pieces.is_word(new):
        known = lexicon.phrase(new.text.lower()) or lexicon.word(new.text.lower())
        if known is None:
            return None
        put, trust = known
    else:
        put, trust = new.text, 1.0
    for found in _ways_of(old, lexicon):
        places = list(re.finditer(found, translation, re.IGNORECASE))
        if len(places) == 1:
            start, end = places[0].span()
            return f"{translation[:start]}{put_in_case(translation[start], put)}{translation[end:]}", trust
    return None


def _ways_of(piece: Piece, lexicon: Lexicon) -> Iterator[str]:
    """Yield patterns of how a piece may stand in a translation, the likeliest first."""
    if not pieces.is_word(piece):
        yield re.escape(piece.text)
        return
    for known in (lexicon.phrase(piece.text.lower()), lexicon.word(piece.text.lower())):
        if known:
            yield rf"(?<!\w){re.escape(known[0])}(?!\w)" if known[0].isascii() else re.escape(known[0])
            if len(known[0]) > _STEM and known[0][:_STEM].isalpha():
                yield rf"(?<!\w){re.escape(known[0][:_STEM])}\w*"
    yield rf"(?<!\w){re.escape(piece.text)}(?!\w)"
