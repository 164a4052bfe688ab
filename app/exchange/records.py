"""Records to JSON values and back, strictly: what is wrong is named by its place."""

import re
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from math import isfinite
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints
from uuid import UUID

from app.domain.errors import InputError

T = TypeVar("T")

#: What no database of ours keeps, or not every one.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
#: Whole numbers fit a column of 32 bits.
_LARGEST = 2**31 - 1


def as_json(value: Any) -> Any:
    """Turn a record (a dataclass) into JSON values; fields keep their order."""
    if is_dataclass(value):
        return {it.name: as_json(getattr(value, it.name)) for it in fields(value)}
    if isinstance(value, tuple):
        return [as_json(item) for item in value]
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, UUID):
        return str(value)
    return value


def from_json(kind: type[T], value: Any, place: str) -> T:
    """Make a record of this kind from JSON values.

    `place` names the value in errors. Raises InputError for a field that is missing,
    unknown, of another type, or that no database could keep.
    """
    read: T = _read(kind, value, place)
    return read


def _read(kind: Any, value: Any, place: str) -> Any:
    if get_origin(kind) is UnionType:
        if value is None and NoneType in get_args(kind):
            return None
        (kind,) = (it for it in get_args(kind) if it is not NoneType)
    if get_origin(kind) is tuple:
        if not isinstance(value, list):
            raise _wrong(place, "a list")
        item = get_args(kind)[0]
        return tuple(_read(item, it, f"{place}[{i}]") for i, it in enumerate(value))
    if is_dataclass(kind):
        return _read_record(kind, value, place)
    return _read_plain(kind, value, place)


def _read_record(kind: Any, value: Any, place: str) -> Any:
    if not isinstance(value, Mapping):
        raise _wrong(place, "an object")
    known = _fields_of(kind)
    for name in value:
        if name not in known:
            raise InputError(f"{place}: there is no field “{str(name)[:40]}”.")
    read = {}
    for name, (field, hint) in known.items():
        if name in value:
            read[name] = _read(hint, value[name], f"{place}.{name}")
        elif field.default is MISSING:
            raise InputError(f"{place}: the field “{name}” is missing.")
    return kind(**read)


@cache
def _fields_of(kind: Any) -> Mapping[str, tuple[Field[Any], Any]]:
    hints = get_type_hints(kind)
    return {field.name: (field, hints[field.name]) for field in fields(kind)}


def _read_plain(kind: Any, value: Any, place: str) -> Any:
    if kind is bool or kind is str or kind is int or kind is float:
        return _read_scalar(kind, value, place)
    name = _NAMES.get(kind, "one of its values")
    if type(value) is not (int if issubclass(kind, int) else str):
        raise _wrong(place, name)
    try:
        if kind is datetime:
            return _instant(str(value))
        return date.fromisoformat(str(value)) if kind is date else kind(value)
    except ValueError as error:
        raise _wrong(place, name) from error


def _instant(value: str) -> datetime:
    instant = datetime.fromisoformat(value)
    if instant.tzinfo is None:
        raise ValueError("no zone")
    return instant.astimezone(UTC)


def _read_scalar(kind: Any, value: Any, place: str) -> Any:
    if kind is float and type(value) is int:
        value = float(value)
    if type(value) is not kind:
        raise _wrong(place, _NAMES[kind])
    if kind is int and abs(value) > _LARGEST:
        raise InputError(f"{place}: the number {value} is too large.")
    if kind is float and not isfinite(value):
        raise _wrong(place, "a finite number")
    if kind is str and _UNSTORABLE.search(value):
        raise InputError(f"{place}: the text holds a character that no text has.")
    return value


_NAMES = {
    bool: "true or false",
    str: "a text",
    int: "a whole number",
    float: "a number",
    datetime: "a moment with its time zone (ISO 8601)",
    date: "a day (ISO 8601)",
    UUID: "a UUID",
}


def _wrong(place: str, wanted: str) -> InputError:
    return InputError(f"{place}: this should be {wanted}.")
