"""What changed one for one in a source and stands in the translation as it is: numbers, code, links, names.

It is carried over into the translation, so that the translator need not. A change that cannot be placed for certain
leaves the translation alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from translate_pub.catalog.matching import pieces
from translate_pub.catalog.matching.pieces import Piece

_MOST_PIECES = 400
"""Pieces up to which two texts are compared one by one: longer ones are blocks of code."""
_DIGITS = tuple(chr(zero + digit) for zero in (0x660, 0x6F0, 0x966, 0x9E6) for digit in range(10))
_TO_LATIN = {ord(sign): str(number % 10) for number, sign in enumerate(_DIGITS)}


def carry(old_source: str, source: str, translation: str) -> str:
    """Return the translation of an old source with what changed one for one carried over."""
    if old_source == translation:
        return source
    before, after = pieces.split(old_source), pieces.split(source)
    if max(len(before), len(after)) > _MOST_PIECES:
        return translation
    changes = list(_changes(before, after))
    if not changes:
        return translation
    target = pieces.split(translation)
    names = [_plain(piece.text) for piece in target]
    swaps = dict(_place(before, after, changes, names))
    return _rewrite(translation, target, swaps) if swaps else translation


def _changes(before: Sequence[Piece], after: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """Yield pairs of pieces, by number, of which one took the place of the other."""
    matcher = SequenceMatcher(None, [piece.text for piece in before], [piece.text for piece in after], autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "replace":
            olds = [number for number in range(start, end) if before[number].kind != "mark"]
            news = [number for number in range(new_start, new_end) if after[number].kind != "mark"]
            if len(olds) == len(news):
                pairs = zip(olds, news, strict=True)
                yield from ((old, new) for old, new in pairs if _exchangeable(before[old], after[new]))


def _exchangeable(old: Piece, new: Piece) -> bool:
    """Say whether one piece may stand where the other stood; words only where both look like names, or became code.

    Code that became a word is left alone: the word wants translating.
    """
    if old.text == new.text or (old.kind == "literal" and new.kind in {"word", "capitalised", "capitals"}):
        return False
    if old.kind in {"word", "mark"}:
        return old.text == new.text.strip("`")
    return new.kind == old.kind or new.text.strip("`") == old.text.strip("`")


def _place(
    before: Sequence[Piece], after: Sequence[Piece], changes: Sequence[tuple[int, int]], names: Sequence[str]
) -> Iterator[tuple[int, str]]:
    """Yield which pieces of the translation are to be exchanged, and for what."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        places[name].append(number)
    sources: dict[str, list[int]] = defaultdict(list)
    for number, piece in enumerate(before):
        sources[piece.text].append(number)
    becomes = dict(changes)
    counts = Counter(before[old].text for old, _ in changes)
    for text in counts:
        here, there = sources[text], places.get(text, [])
        if len(here) != len(there):
            continue
        news = {after[becomes[old]].text if old in becomes else text for old in here}
        if len(news) == 1 or _same_order(before, sources, places, text, names):
            for old, target in zip(here, there, strict=True):
                if old in becomes:
                    yield target, after[becomes[old]].text


def _same_order(
    before: Sequence[Piece],
    sources: Mapping[str, Sequence[int]],
    places: Mapping[str, Sequence[int]],
    text: str,
    names: Sequence[str],
) -> bool:
    """Say whether all numbers, or all literals, stand in the translation in the order of the source."""
    kind = before[sources[text][0]].kind
    known = {piece.text for piece in before if piece.kind == kind}
    return bool(places) and [piece.text for piece in before if piece.text in known] == [
        name for name in names if name in known
    ]


def _plain(text: str) -> str:
    return text.translate(_TO_LATIN) if text[0].isdigit() else text


def _rewrite(translation: str, target: Sequence[Piece], swaps: Mapping[int, str]) -> str:
    """Exchange pieces of a translation; numbers keep the digits that the translation writes them with."""
    written, end = [], 0
    for number, text in sorted(swaps.items()):
        piece = target[number]
        written += [translation[end : piece.start], _in_digits_of(piece.text, text)]
        end = piece.end
    return "".join([*written, translation[end:]])


def _in_digits_of(old: str, new: str) -> str:
    if not old[0].isdigit() or old[0].isascii() or not new.isdigit():
        return new
    zero = ord(old[0]) - int(old[0])
    return "".join(chr(zero + int(digit)) for digit in new)
