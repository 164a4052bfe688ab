"""Read a typed text that is one amount: a number or a range, with its unit. Pure."""

import re
import unicodedata
from collections import deque
from dataclasses import dataclass
from decimal import Decimal

from app.domain.quiz.units import (
    MAGNITUDES,
    NUMBER_WORDS,
    SHARE,
    SHARE_WORDS,
    TIMES,
    TIMES_WORDS,
    UNITS,
    singular,
)

#: Longer texts are no amounts.
_LONGEST = 80

_OVER = (
    "more than|greater than|at least|no less than|no fewer than|over|above|超过|至少"
)
_UNDER = "less than|fewer than|at most|no more than|up to|under|below|不到|至多|低于"
_HEDGES = (
    "about|around|roughly|approximately|approx|nearly|almost|some|close to|circa|ca|"
    "an estimated|estimated|just|well|slightly|only|大约|约|近|将近"
)
_FRONT = re.compile(
    rf"(?:(?P<over>{_OVER}|[>≥])|(?P<under>{_UNDER}|[<≤])|(?:{_HEDGES}|[~≈])\.?)"
    r"(?![a-z])\s*"
)
_DIGITS = r"\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?(?:,\d{1,2}(?!\d))?"
_KNOWN_HAN = "|".join(
    sorted(
        (
            word
            for table in (NUMBER_WORDS, SHARE_WORDS, TIMES_WORDS, MAGNITUDES, UNITS)
            for word in table
            if "\u4e00" <= word[0] <= "\u9fff"
        ),
        key=len,
        reverse=True,
    )
)
_TOKEN = re.compile(
    rf"\s*(?P<token>{_DIGITS}|us\$|[$€£¥¢%×]|°[cf]|[a-z]+(?:/[a-z]+)?|{_KNOWN_HAN}|"
    rf"[\u4e00-\u9fff]+|-|至|到)"
)
_CURRENCIES = frozenset({"$", "us$", "usd", "€", "eur", "£", "gbp", "¥", "cny", "rmb"})
_TO = frozenset({"to", "-", "and", "至", "到"})
_FILLERS = frozenset({"a", "an", "the", "of", "per"})


@dataclass(frozen=True, slots=True)
class Amount:
    """What a text says in figures.

    `low` and `high` are the numbers as written, magnitude included; equal unless it is
    a range. One of them is `factor` of `unit`, "" where no unit is named. `bound` is
    ">" for "more than", "<" for "less than", else "". `scale` is the magnitude that was
    written: 10**6 for "5 million", 1 for "5,000,000".
    """

    low: Decimal
    high: Decimal
    unit: str
    factor: Decimal
    bound: str
    scale: Decimal = Decimal(1)

    @property
    def is_year_like(self) -> bool:
        """Whether it may name a year, which is never nearly right."""
        return (
            not self.unit
            and self.low == self.high
            and self.low == self.low.to_integral_value()
            and 1000 <= self.low < 3000
        )


def read_amount(text: str) -> Amount | None:
    """Return the amount that the whole text is, None where it is none or more."""
    folded = unicodedata.normalize("NFKC", text).casefold().strip(" .!?,;:\"'“”‘’()")
    if len(folded) > _LONGEST:
        return None
    bound = ""
    while front := _FRONT.match(folded):
        if front["over"] or front["under"]:
            bound = ">" if front["over"] else "<"
        folded = folded[front.end() :]
    folded = re.sub(r"[–—−]", "-", folded).removeprefix("between ").strip()
    negative = folded.startswith("-") or folded.startswith("minus ")
    tokens = _tokens(folded.removeprefix("minus ").removeprefix("-"))
    if not tokens:
        return None
    first = _read_part(tokens)
    if first is None:
        return None
    last = first
    if tokens and tokens[0] in _TO:
        tokens.popleft()
        second = _read_part(tokens)
        if second is None:
            return None
        last = second
    if tokens:
        return None
    return _amount(first, last, bound, -1 if negative else 1)


@dataclass(frozen=True, slots=True)
class _Part:
    number: Decimal
    magnitude: Decimal
    unit: str
    factor: Decimal


def _amount(first: _Part, last: _Part, bound: str, sign: int) -> Amount | None:
    """Return both ends as one; the first takes from the last what it leaves out."""
    unit, factor = (last.unit, last.factor) if last.unit else (first.unit, first.factor)
    if first.unit and (first.unit, first.factor) != (unit, factor):
        return None
    low = first.number * first.magnitude
    high = last.number * last.magnitude
    if first.magnitude == 1 and first.number < last.number:
        low = first.number * last.magnitude
    return Amount(sign * low, sign * high, unit, factor, bound, last.magnitude)


def _tokens(text: str) -> deque[str]:
    """Return the words, numbers and signs of a text; none if anything else is in it."""
    found: deque[str] = deque()
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            return deque()
        found.append(match["token"])
        at = match.end()
    return found


def _read_part(tokens: deque[str]) -> _Part | None:
    """Take one number with its magnitude and unit from the front of the tokens."""
    unit = ""
    if tokens and (tokens[0] in _CURRENCIES or tokens[0] == "百分之"):
        unit = tokens.popleft()
    while tokens and tokens[0] in _FILLERS:
        tokens.popleft()
    number = _read_number(tokens)
    if number is None:
        return None
    if isinstance(number, _Part):
        return number
    magnitude = Decimal(1)
    while tokens and tokens[0] in MAGNITUDES:
        magnitude *= MAGNITUDES[tokens.popleft()]
    words = []
    while tokens and tokens[0] not in _TO and not tokens[0][0].isdigit():
        words.append(tokens.popleft())
    if tokens and tokens[0] == "-" and len(tokens) > 1 and tokens[1] in UNITS:
        # A hyphen before the unit: 20-fold, 3-year.
        tokens.popleft()
        words = [tokens.popleft()]
    named, factor = read_unit([*words, unit] if unit else words)
    return _Part(number, magnitude, named, factor)


def _read_number(tokens: deque[str]) -> Decimal | _Part | None:
    """Take a number, or a word that is an amount by itself (half, twice)."""
    if not tokens:
        return None
    token = tokens.popleft()
    if token[0].isdigit():
        return _digits(token)
    one = Decimal(1)
    if token in SHARE_WORDS:
        return _Part(SHARE_WORDS[token], one, SHARE, one)
    if token in TIMES_WORDS:
        return _Part(TIMES_WORDS[token], one, TIMES, one)
    if token.endswith("fold") and token[:-4] in NUMBER_WORDS:
        return _Part(NUMBER_WORDS[token[:-4]], one, TIMES, one)
    if token in MAGNITUDES:
        # "a hundred": the article was skipped.
        tokens.appendleft(token)
        return one
    if token not in NUMBER_WORDS:
        return None
    return _after_word(NUMBER_WORDS[token], tokens)


def _after_word(number: Decimal, tokens: deque[str]) -> Decimal | _Part:
    """Take what may follow a number word: twenty-five, two-thirds, one in five."""
    after = [token for token in list(tokens)[:2] if token != "-"]  # noqa: S105 - a word
    word = after[0] if after else ""
    used = 2 if tokens and tokens[0] == "-" else 1
    if 20 <= number <= 90 and number % 10 == 0 and 1 <= NUMBER_WORDS.get(word, 0) <= 9:
        number += NUMBER_WORDS[word]
    elif singular(word) in SHARE_WORDS:
        number *= SHARE_WORDS[singular(word)]
        for _ in range(used):
            tokens.popleft()
        return _Part(number, Decimal(1), SHARE, Decimal(1))
    else:
        return _one_in(number, tokens)
    for _ in range(used):
        tokens.popleft()
    return number


def _one_in(number: Decimal, tokens: deque[str]) -> Decimal | _Part:
    """Take the rest of "one in five", which is a share."""
    if len(tokens) < 2 or tokens[0] != "in":
        return number
    whole = tokens[1]
    of = _digits(whole) if whole[0].isdigit() else NUMBER_WORDS.get(whole, Decimal(0))
    if of <= 0:
        return number
    tokens.popleft()
    tokens.popleft()
    return _Part(number / of, Decimal(1), SHARE, Decimal(1))


def _digits(token: str) -> Decimal:
    """Return the value of digits: 1,000 and 1 000 are thousands, 0,6 is a decimal."""
    if re.fullmatch(r"\d+,\d{1,2}", token):
        return Decimal(token.replace(",", "."))
    return Decimal(token.replace(",", "").replace(" ", ""))


def read_unit(words: list[str]) -> tuple[str, Decimal]:
    """Return the unit that words name and how much of it one is."""
    if words[:1] in (["percentage"], ["basis"]):
        return UNITS["bp" if words[0] == "basis" else "pp"]
    meant = [singular(word) for word in words if word not in _FILLERS]
    if meant == ["per", "cent"] or (meant == ["cent"] and "per" in words):
        return UNITS["%"]
    if meant == ["us", "dollar"] or meant == ["u", "dollar"]:
        return UNITS["$"]
    if len(meant) == 1 and meant[0] in UNITS:
        return UNITS[meant[0]]
    return " ".join(meant), Decimal(1)
