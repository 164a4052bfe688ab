"""Tell whether two figures may mean one value, one of them rounded or hedged. Pure."""

import re
from decimal import Decimal

from app.domain.claims.numbers import Number

#: What "about" leaves open, and what a fraction in words does, by their value.
_ABOUT = Decimal("0.12")
_WORDED = Decimal("0.1")
_HEDGED = re.compile(
    r"\b(?:about|around|roughly|approximately|nearly|almost|some|close to|estimated"
    r"|just)\b",
    re.IGNORECASE,
)
_HAN_HEDGED = re.compile(r"(?:约|近|大约|将近|接近)$")
_HAN_HEDGE_BEHIND = re.compile(r"[\u4e00-\u9fff]?(?:左右|上下)")


def may_be_equal(one: Number, text: str, other: Number, other_text: str) -> bool:
    """Say whether rounding, hedges, bounds or ranges let two numbers be the same.

    Both are in one unit; each is given with the text that it stands in.
    """
    low, high = _span(one, text)
    other_low, other_high = _span(other, other_text)
    return low <= other_high and other_low <= high


def _span(number: Number, text: str) -> tuple[Decimal, Decimal]:
    """Return the least and the greatest value that a number may stand for."""
    give = max(_rounding(number, number.low), _rounding(number, number.high))
    if _is_hedged(number, text):
        give = max(give, abs(number.high) * _ABOUT)
    low, high = number.low - give, number.high + give
    if number.bound == ">":
        high = Decimal("Infinity")
    if number.bound == "<":
        low = Decimal(0)
    return low, high


def _rounding(number: Number, value: Decimal) -> Decimal:
    """Return half a unit of the last digit that is not nought: 500 for 9,000."""
    if not re.search(r"\d", number.text):
        return abs(value) * _WORDED
    digits = re.search(r"\d[\d,]*(?:\.\d+)?", number.text)
    if digits is None or not value:
        return Decimal(0)
    written = Decimal(digits[0].rstrip(",").replace(",", ""))
    if not written:
        return Decimal(0)
    exponent = written.normalize().as_tuple().exponent
    if "." in digits[0]:
        exponent = -len(digits[0].partition(".")[2])
    scale = abs(number.low / written)
    return Decimal(10) ** int(exponent) / 2 * scale


def _is_hedged(number: Number, text: str) -> bool:
    return bool(
        _HEDGED.search(number.text)
        or _HAN_HEDGED.search(text[: number.start])
        or _HAN_HEDGE_BEHIND.match(text[number.end :])
    )
