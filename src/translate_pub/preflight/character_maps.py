"""CMaps (Adobe Technical Note 5014): how bytes of a text become codes, and codes characters of a font."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pikepdf import Name, Object, Stream

from translate_pub.preflight import reading

_SECTION = re.compile(rb"begin(codespacerange|cidrange|cidchar)(.*?)end\1", re.DOTALL)
_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\d+)")
_MOST_RANGES = 100_000


@dataclass(frozen=True, slots=True)
class CharacterMap:
    """How the bytes of a composite font's text are read."""

    lengths: tuple[int, ...] = (2,)
    """Bytes of a code: those that occur, shortest first."""
    spaces: tuple[tuple[bytes, bytes], ...] = ()
    """Ranges of codes of several lengths, where a code's length must be found out; empty where all have the same."""
    ranges: tuple[tuple[int, int, int], ...] = ()
    """(first code, last code, character of the first)."""
    known: bool = True
    """Whether it says which character a code is; those of the printers of East Asia are not at hand."""
    single: dict[int, int] = field(default_factory=dict)

    def codes(self, text: bytes) -> list[int]:
        """Cut a text into codes."""
        if not self.spaces:
            wide = self.lengths[0]
            return [int.from_bytes(text[place : place + wide], "big") for place in range(0, len(text), wide)]
        codes, place = [], 0
        while place < len(text):
            wide = self._length(text, place)
            codes.append(int.from_bytes(text[place : place + wide], "big"))
            place += wide
        return codes

    def _length(self, text: bytes, place: int) -> int:
        """Return how many bytes the code at a place has."""
        for low, high in self.spaces:
            piece = text[place : place + len(low)]
            if len(piece) == len(low) and all(a <= b <= c for a, b, c in zip(low, piece, high, strict=True)):
                return len(low)
        return self.lengths[0]

    def character(self, code: int) -> int | None:
        """Return which character of the font a code is (its CID); None where that is not known."""
        if not self.known:
            return None
        if not self.ranges and not self.single:
            return code
        if code in self.single:
            return self.single[code]
        return next((cid + code - low for low, high, cid in self.ranges if low <= code <= high), 0)


def read(encoding: Object | None) -> CharacterMap:
    """Return the CMap of a composite font: one that is named, or one in the file."""
    if isinstance(encoding, Name):
        return CharacterMap(known=reading.name(encoding).startswith("Identity"))
    data = reading.data(encoding)
    if not isinstance(encoding, Stream) or data is None:
        return CharacterMap()
    spaces: list[tuple[bytes, bytes]] = []
    ranges: list[tuple[int, int, int]] = []
    single: dict[int, int] = {}
    for kind, body in _SECTION.findall(data):
        tokens = [_token(*groups) for groups in _TOKEN.findall(body)]
        if kind == b"codespacerange":
            pairs = zip(tokens[::2], tokens[1::2], strict=False)
            spaces += [(low, high) for low, high in pairs if len(low) == len(high)]
        elif kind == b"cidrange":
            triples = zip(tokens[::3], tokens[1::3], tokens[2::3], strict=False)
            ranges += [(_whole(low), _whole(high), _whole(cid)) for low, high, cid in triples][:_MOST_RANGES]
        else:
            single |= {_whole(code): _whole(cid) for code, cid in zip(tokens[::2], tokens[1::2], strict=False)}
    lengths = tuple(sorted({len(low) for low, _ in spaces if low})) or (2,)
    same = len(lengths) == 1
    return CharacterMap(lengths, () if same else tuple(spaces), tuple(ranges), single=single)


def _token(written: bytes, decimal: bytes) -> bytes:
    """Return a code as its bytes; a decimal number as bytes too."""
    if decimal:
        return int(decimal).to_bytes(8, "big")
    digits = b"".join(written.split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())


def _whole(code: bytes) -> int:
    return int.from_bytes(code, "big")
