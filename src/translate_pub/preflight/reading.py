"""What the objects of a PDF hold, whatever a file that is not ours has in their place."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream, String

from translate_pub.preflight.matrices import IDENTITY, Matrix


def number(value: object, default: float = 0.0) -> float:
    """Return a number, or the default where it is none."""
    try:
        read = float(value)  # type: ignore[arg-type]  # what cannot be a number is what the except is for
    except (TypeError, ValueError, pikepdf.PdfError):
        return default
    return read if math.isfinite(read) else default


def numbers(value: object) -> tuple[float, ...]:
    """Return the numbers of an array; none where it is none, or holds something else."""
    if not isinstance(value, Array):
        return ()
    read = tuple(number(item, math.nan) for item in value.as_list())
    return () if any(math.isnan(item) for item in read) else read


def matrix(value: object) -> Matrix:
    """Return a transformation; that which changes nothing where it is none."""
    read = numbers(value)
    return read if len(read) == len(IDENTITY) else IDENTITY  # type: ignore[return-value]  # six of six


def dictionary(value: object) -> Dictionary:
    """Return a dictionary, that of a stream too; an empty one where it is none."""
    if isinstance(value, Stream):
        return value.stream_dict
    return value if isinstance(value, Dictionary) else Dictionary()


def entry(holder: object, *keys: str) -> Object | None:
    """Return what a dictionary has below its keys, one in another; None where there is nothing."""
    found: object = holder
    for key in keys:
        inside = dictionary(found)
        if key not in inside:
            return None
        found = inside[key]
    return found  # type: ignore[return-value]  # of a PDF's dictionary


def entries(holder: object, *keys: str) -> Iterator[tuple[str, Object]]:
    """Give the names and values of a dictionary below the keys of another."""
    found = entry(holder, *keys) if keys else holder
    yield from ((key, value) for key, value in dictionary(found).items())


def items(value: object) -> list[Object]:
    """Return the items of an array, or the one value that stands in its place."""
    if isinstance(value, Array):
        return list(value.as_list())
    return [] if value is None else [value]  # type: ignore[list-item]  # of a PDF's dictionary


def name(value: object) -> str:
    """Return a name without its slash; empty where it is none."""
    return str(value)[1:] if isinstance(value, Name) else ""


def true(value: object) -> bool:
    """Whether a value is the word `true`."""
    return value is True


def text(value: object) -> str:
    """Return a text string; empty where it is none."""
    return str(value) if isinstance(value, String) else ""


def data(value: object) -> bytes | None:
    """Return the bytes of a stream, unpacked; None where it is none or cannot be."""
    if not isinstance(value, Stream):
        return None
    try:
        return value.read_bytes()
    except (pikepdf.PdfError, RuntimeError):
        return None


def identity(value: object) -> tuple[int, int]:
    """Return the number of an object, and that of its generation; zeros where it has none."""
    return value.objgen if isinstance(value, Object) else (0, 0)
