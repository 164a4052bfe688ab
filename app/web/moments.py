"""Moments as pages name them: milli- or microseconds since 1970, as text."""

from datetime import UTC, datetime, timedelta

#: No number that a page may name has more digits.
_MOST_DIGITS = 19
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def milliseconds_of(instant: datetime) -> int:
    """Give an instant as whole milliseconds since 1970."""
    return int(instant.timestamp() * 1_000)


def instant_of(milliseconds: str | None) -> datetime | None:
    """Give the instant that a page names; None where it names none."""
    number = whole_number(milliseconds)
    try:
        return None if number is None else datetime.fromtimestamp(number / 1_000, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def microseconds_of(instant: datetime) -> int:
    """Give an instant as microseconds since 1970: exactly as it is stored."""
    return (instant - _EPOCH) // timedelta(microseconds=1)


def exact_instant_of(microseconds: str | None) -> datetime | None:
    """Give the instant that a page names to the microsecond; None for none."""
    number = whole_number(microseconds)
    try:
        return None if number is None else _EPOCH + timedelta(microseconds=number)
    except OverflowError:
        return None


def whole_number(text: str | None) -> int | None:
    """Give the number that a page names in plain digits; None where it names none."""
    if text is None or not text.isascii() or not text.isdecimal():
        return None
    return int(text) if len(text) <= _MOST_DIGITS else None
