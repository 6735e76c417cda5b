"""Values of TOML held against the tables that they should fill, with every misfit found in one go."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec
import msgspec.inspect

from translate_pub.workspace.findings import Findings, allowed, did_you_mean, key_name, quoted
from translate_pub.workspace.tables import Table
from translate_pub.workspace.toml import Path

T = TypeVar("T", bound=Table)

_UNFIT: Any = object()
"""What stands for a value that does not fit."""

_BY_LANGUAGE = "editions"
"""The table whose keys are languages; those of any other are names."""
_EMPTY: tuple[object, ...] = ("", [])
"""Values that say nothing."""
_EXACT = (str, bool, dt.date)
"""Types as they are, without the subtypes that mean something else, such as times."""

_WANTED: dict[type[msgspec.inspect.Type], str] = {
    msgspec.inspect.StrType: "a text in quotation marks",
    msgspec.inspect.IntType: "a whole number",
    msgspec.inspect.FloatType: "a number",
    msgspec.inspect.BoolType: "true or false",
    msgspec.inspect.DateType: "a date without quotation marks, such as 2027-01-15",
    msgspec.inspect.VarTupleType: "a list in square brackets",
    msgspec.inspect.StructType: "a table",
    msgspec.inspect.DictType: "a table",
}


@dataclass(frozen=True, slots=True)
class Key:
    """What is known of a key."""

    name: str
    kind: msgspec.inspect.Type
    meaning: str
    required: bool
    choices: tuple[str, ...]
    tolerated: tuple[str, ...]
    """Values that are none of the choices and are dealt with later."""
    default: Any


def keys(table: msgspec.inspect.StructType) -> dict[str, Key]:
    """Return the keys of a table by name, in the order in which they are declared."""
    return {field.name: _key(field) for field in table.fields}


def describe(table: type[msgspec.Struct], above: str = "") -> Iterator[tuple[str, Key]]:
    """Give every key of a file with its full name, tables below tables included, for the reference of keys."""
    kind = msgspec.inspect.type_info(table)
    for key in keys(kind).values() if isinstance(kind, msgspec.inspect.StructType) else ():
        name = f"{above}{key.name}"
        yield name, key
        inner, mark = key.kind, ""
        if isinstance(inner, msgspec.inspect.VarTupleType):
            inner, mark = inner.item_type, "[]"
        elif isinstance(inner, msgspec.inspect.DictType):
            inner, mark = inner.value_type, ".LANGUAGE" if key.name == _BY_LANGUAGE else ".NAME"
        if isinstance(inner, msgspec.inspect.StructType):
            yield from describe(inner.cls, f"{name}{mark}.")


def wanted(kind: msgspec.inspect.Type) -> str:
    """Say in words what a key wants."""
    return _WANTED[type(kind)]


def fit(values: dict[str, Any], table: type[T], findings: Findings) -> T:
    """Fill a table with the values that fit; what does not fit is found and left at its default."""
    return msgspec.convert(_fit(values, msgspec.inspect.type_info(table), (), findings), table)


def _key(field: msgspec.inspect.Field) -> Key:
    """Read what a table declares of a key."""
    kind, meaning = field.type, ""
    extra: dict[str, Any] = {"required": False, "choices": (), "tolerated": ()}
    while isinstance(kind, msgspec.inspect.Metadata):
        extra = {**extra, **(kind.extra or {})}
        meaning = meaning or (kind.extra_json_schema or {}).get("description", "")
        kind = kind.type
    if isinstance(kind, msgspec.inspect.UnionType):
        kind = next(member for member in kind.types if not isinstance(member, msgspec.inspect.NoneType))
    default = None if field.default is msgspec.NODEFAULT else field.default
    return Key(field.name, kind, meaning, extra["required"], extra["choices"], extra["tolerated"], default)


def _fit(value: Any, kind: msgspec.inspect.Type, path: Path, findings: Findings) -> Any:  # noqa: ANN401  # TOML holds anything
    """Return what fits of a value, or `_UNFIT`."""
    match kind, value:
        case msgspec.inspect.StructType(), dict():
            return _fit_table(value, kind, path, findings)
        case msgspec.inspect.DictType(), dict():
            fitted = {key: _fit(inner, kind.value_type, (*path, key), findings) for key, inner in value.items()}
            return {key: inner for key, inner in fitted.items() if inner is not _UNFIT}
        case msgspec.inspect.VarTupleType(), list():
            items = (_fit(inner, kind.item_type, (*path, place), findings) for place, inner in enumerate(value))
            return [_stand_in(kind.item_type) if item is _UNFIT else item for item in items]
        case (
            (msgspec.inspect.StrType(), str())
            | (msgspec.inspect.DateType(), dt.date())
            | (msgspec.inspect.BoolType(), bool())
        ) if type(value) in _EXACT:
            return value
        case ((msgspec.inspect.IntType() | msgspec.inspect.FloatType() as number), int() | float()) if _counts(
            value, number
        ):
            return _in_range(value, number, path, findings)
    findings.error("B004", path, f"{key_name(path)} is {_shown(value)}; wanted: {wanted(kind)}")
    return _UNFIT


def _stand_in(kind: msgspec.inspect.Type) -> Any:  # noqa: ANN401  # as above
    """Keep the place of an item that does not fit, so that those after it keep theirs."""
    return {} if isinstance(kind, msgspec.inspect.StructType) else ""


def _fit_table(
    values: dict[str, Any], table: msgspec.inspect.StructType, path: Path, findings: Findings
) -> dict[str, Any]:
    """Return the keys that are known and fit."""
    known = keys(table)
    for name in values.keys() - known.keys():
        where = f" in {key_name(path)}" if path else ""
        message = f"the key {quoted(name)} is not known{where}"
        findings.error("B002", (*path, name), message, did_you_mean(name, known), allowed(known))
    fitted = {name: _fit_key(values[name], key, path, findings) for name, key in known.items() if name in values}
    for name in (name for name, key in known.items() if key.required):
        _check_filled(values.get(name), known[name], path, findings)
    return {name: value for name, value in fitted.items() if value is not _UNFIT}


def _check_filled(value: object, key: Key, path: Path, findings: Findings) -> None:
    """Find a key that must be there and is not, or says nothing; one that is not may stand on a mistaken line."""
    here = (*path, key.name)
    if value in _EMPTY:
        findings.error("B003", here, f"{key_name(here)} is empty", f"wanted: {key.meaning}")
    elif value is None and not findings.document.mistakes:
        findings.error("B003", here, f"{key_name(here)} is missing", f"wanted: {key.meaning}")


def _fit_key(value: Any, key: Key, path: Path, findings: Findings) -> Any:  # noqa: ANN401  # as above
    """Return what fits of the value of a key, or `_UNFIT`."""
    here = (*path, key.name)
    fitted = _fit(value, key.kind, here, findings)
    if not key.choices or fitted is _UNFIT or fitted in {*key.choices, *key.tolerated, ""}:
        return fitted
    message = f"{key_name(here)} is {quoted(fitted)}"
    findings.error("B005", here, message, did_you_mean(fitted, key.choices), allowed(key.choices))
    return _UNFIT


def _counts(value: object, kind: msgspec.inspect.IntType | msgspec.inspect.FloatType) -> bool:
    """Whether a value is a number of a kind; truth values are none, and whole numbers are of both kinds."""
    return type(value) is int or (type(value) is float and isinstance(kind, msgspec.inspect.FloatType))


def _in_range(
    value: float, kind: msgspec.inspect.IntType | msgspec.inspect.FloatType, path: Path, findings: Findings
) -> Any:  # noqa: ANN401  # as above
    """Return a number that is within its bounds, or `_UNFIT`; what is no number (`nan`) is within none."""
    if (kind.ge is None or value >= kind.ge) and (kind.le is None or value <= kind.le):
        return value
    findings.error("B020", path, f"{key_name(path)} is {value}; wanted: a number from {kind.ge} to {kind.le}")
    return _UNFIT


def _shown(value: object) -> str:
    """Say in words what a value is."""
    match value:
        case bool():
            return str(value).lower()
        case str():
            return f"the text {quoted(value)}"
        case int() | float():
            return f"the number {value}"
        case list():
            return "a list"
        case dict():
            return "a table"
    return f"the time {value}" if isinstance(value, dt.datetime | dt.time) else f"the date {value}"
