"""Values of the model as JSON has them, and back."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from types import ModuleType
from typing import Any, cast

_MODEL = "translate_pub.model."
_DATE, _TUPLE, _DICT = "date", "tuple", "dict"


class UnknownValueError(ValueError):
    """A value of a kind that is not written or read here."""


def kinds(*modules: ModuleType) -> tuple[type, ...]:
    """Return the classes that modules of the model have, those that they import included."""
    found = (value for module in modules for value in vars(module).values())
    return tuple(dict.fromkeys(one for one in found if isinstance(one, type) and one.__module__.startswith(_MODEL)))


def write(value: object) -> Any:  # noqa: ANN401  # what JSON holds
    """Return a value as texts, numbers and lists; everything else is a list that begins with the name of its kind.

    Raises:
        UnknownValueError: there is something in it that is neither plain nor of the model.
    """
    match value:
        case None | str() | int() | float():
            return value
        case enum.Enum():
            return [type(value).__name__, value.value]
        case dt.date():
            return [_DATE, value.isoformat()]
        case tuple():
            return [_TUPLE, *(write(item) for item in value)]
        case dict():
            return [_DICT, *([write(key), write(inner)] for key, inner in value.items())]
    if is_dataclass(value) and not isinstance(value, type):
        return [type(value).__name__, *(write(getattr(value, one.name)) for one in fields(value))]
    raise UnknownValueError(type(value).__name__)


def read(written: Any, kinds: Iterable[type]) -> Any:  # noqa: ANN401  # as above
    """Return the value that was written so; `kinds` are the classes of the model that may be in it.

    Raises:
        UnknownValueError: it was not written here, or by a version with other kinds.
    """
    known = {kind.__name__: kind for kind in kinds}
    try:
        return _read(written, known)
    except (TypeError, ValueError, KeyError, IndexError) as error:
        raise UnknownValueError(str(error)) from error


def _read(written: Any, known: dict[str, type]) -> Any:  # noqa: ANN401  # as above
    if not isinstance(written, list):
        return written
    kind, *parts = written
    match kind:
        case "date":
            return dt.date.fromisoformat(parts[0])
        case "tuple":
            return tuple(_read(part, known) for part in parts)
        case "dict":
            return {_read(key, known): _read(inner, known) for key, inner in parts}
    made = cast("type[Any]", known[kind])
    return made(*(_read(part, known) for part in parts))
