"""Moments as pages name them: milliseconds since 1970, as text."""

from datetime import UTC, datetime

#: No number that a page may name has more digits.
_MOST_DIGITS = 19


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


def whole_number(text: str | None) -> int | None:
    """Give the number that a page names in plain digits; None where it names none."""
    if text is None or not text.isascii() or not text.isdecimal():
        return None
    return int(text) if len(text) <= _MOST_DIGITS else None
