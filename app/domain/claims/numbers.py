"""Find the numbers of a claim, each as a value in a unit that can be compared. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from app.domain.quiz.amounts import Amount, read_amount
from app.domain.quiz.units import SHARE, SHARE_WORDS, TIMES, is_measure
from app.domain.writing.quantities import Quantity, find_quantities

#: Units of numbers that count no measure.
YEAR, RANK = "year", "rank"

_DIGITS = re.compile(
    r"(?P<sign>(?<![\w)])[-−])?(?P<digits>\d[\d,]*(?:\.\d+)?)(?P<share> ?[%％])?"
)
_IN_A_NAME = re.compile(r"[A-Za-z]-?$")
_YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d")
_RANKS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
)
_RANK_VALUES = {word: n for n, word in enumerate(_RANKS.split(), start=1)}
_RANK = re.compile(
    rf"\b(?:(?P<word>{'|'.join(_RANK_VALUES)})(?=[ -](?P<after>[a-z]+))"
    r"|(?P<digits>\d+)(?:st|nd|rd|th)\b|(?P<sign>[QH])(?P<part>[1-4])\b)",
    re.IGNORECASE,
)
_PERIODS = frozenset(["quarter", "quarters", "half", "place"])
_PER = re.compile(r"(?:\bper|/|\ba|\beach|\bevery) ?$", re.IGNORECASE)
_FRACTION = re.compile(
    r"\b(?P<part>a|one|two|three|four)[ -]"
    r"(?P<whole>third|quarter|fifth|sixth|eighth|tenth)s?\b"
    r"(?=\s*[.,;:)]|\s*$|\s(?:of|in|at|to|from|by|on|for|since|over|with|as|than|more"
    r"|less|during|within|after|before|and|when|between)\b)",
    re.IGNORECASE,
)
_PARTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_MULTIPLE = re.compile(
    r"\b(?:(?P<two>doubl(?:e|ed|es|ing)|twice)|(?P<three>(?:tripl|trebl)(?:e|ed|es"
    r"|ing))"
    r"|(?P<four>quadrupl(?:e|ed|es|ing))|(?P<half>halv(?:e|ed|es|ing)))\b"
    r"(?! (?:as|of)\b)",
    re.IGNORECASE,
)
_MULTIPLES = {"two": "2", "three": "3", "four": "4", "half": "0.5"}
_HAN_DIGITS = "一二两三四五六七八九十"
_HAN_MAGNITUDE = r"(?:万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千)"
_HAN_UNIT = (
    r"(?:%|％|个百分点|百分点|美元|美分|欧元|日元|英镑|港元|元|吨|公斤|千克|克|千瓦时|兆瓦时|吉瓦时|千瓦|兆瓦|"
    r"吉瓦|[GMkT]Wh?|GB|TB|MB|平方公里|公里|千米|平方米|米|厘米|毫米|纳米|公顷|亩|桶|倍|成|个月|年|个?小时|分钟|秒|"
    r"毫秒|天|周|度)"
)
_HAN_QUANTITY = re.compile(
    rf"(?P<bound>超过|逾|高于|至少|不到|不足|低于|至多)?(?P<share>百分之)?(?P<sign>[$€£¥])?"
    rf"(?P<low>\d[\d,]*(?:\.\d+)?|[{_HAN_DIGITS}]+(?=[多余]?(?:{_HAN_MAGNITUDE}|倍|成|年|个"
    rf"|家|项|种|座|名|人|天|周)))"
    rf"(?:\s?{_HAN_UNIT}?(?:至|到|[-–~～—])(?P<high>\d[\d,]*(?:\.\d+)?))?"
    rf"(?P<over>[多余])?\s?(?P<magnitude>{_HAN_MAGNITUDE})?(?P<unit>\s?{_HAN_UNIT})?"
    r"(?=[\u4e00-\u9fff]?(?:(?P<above>以上)|(?P<below>以下|以内))|)"
)
_HAN_FLOORS = frozenset(["超过", "逾", "高于", "至少"])
_HAN_CEILINGS = frozenset(["不到", "不足", "低于", "至多"])
_HAN_FRACTION = re.compile(
    rf"(?P<whole>[{_HAN_DIGITS}]+)分之(?P<part>[{_HAN_DIGITS}]+)|(?P<half>一半)"
)
_HAN_MULTIPLE = re.compile(r"翻(?:了)?(?P<n>[一两三四])?(?:番|倍)")
_HAN_VALUE = {char: n for n, char in enumerate("零一二三四五六七八九十")} | {"两": 2}
_HAN_SCALES = {"万": 10**4, "亿": 10**8, "千": 10**3, "百": 10**2, "十": 10}
_HAN_RANK = re.compile(rf"第(?P<n>[{_HAN_DIGITS}]|\d+)(?P<what>季度|大|位|名)?")
_HAN_UNITS: dict[str, tuple[str, Decimal | int]] = {
    "兆瓦时": ("watt hour", 10**6),
    "吉瓦时": ("watt hour", 10**9),
    "千瓦时": ("watt hour", 10**3),
    "成": (SHARE, Decimal("0.1")),
    "个小时": ("second", 3600),
    "％": (SHARE, Decimal("0.01")),
    "百分点": ("point", 1),
}


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a claim: `low == high` unless it is a range, both in `unit`.

    `unit` is one that units are compared in, `year`, `rank` (ordinals, quarters), or ""
    where none is named. `bound` is ">" for "more than", "<" for "less than", else "".
    `text` is how the claim writes it, `noun` what it counts, where that is told.
    """

    low: Decimal
    high: Decimal
    unit: str
    bound: str
    text: str
    noun: str
    start: int
    end: int

    @property
    def value(self) -> tuple[str, str, str]:
        """Return what makes two numbers the same, whatever they are written like."""
        return f"{float(self.low):.10g}", f"{float(self.high):.10g}", self.unit


def numbers_in(text: str, language: str) -> tuple[Number, ...]:
    """List the numbers of a claim in their order: quantities, years, ranks.

    Numbers that are part of a name (GPT-4, HBM3) are left to the names.
    """
    found = list(_chinese(text) if language == "zh" else _english(text))
    taken = [False] * len(text)
    for number in found:
        taken[number.start : number.end] = [True] * (number.end - number.start)
    found += _bare(text, taken)
    return tuple(sorted(found, key=lambda number: number.start))


def _english(text: str) -> Iterator[Number]:
    spans = []
    for quantity in find_quantities(text):
        spans.append((quantity.start, quantity.end))
        yield _quantity(quantity)
    for match in _FRACTION.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in spans):
            whole = SHARE_WORDS[match["whole"].lower()]
            spans.append(match.span())
            yield _at(match, _PARTS[match["part"].lower()] * whole, SHARE)
    for match in _MULTIPLE.finditer(text):
        value = Decimal(_MULTIPLES[match.lastgroup or "two"])
        yield _at(match, value, TIMES)
    for match in _RANK.finditer(text):
        if any(start <= match.start() < end for start, end in spans):
            continue
        number = _rank(text, match)
        if number is not None:
            yield number


def _rank(text: str, match: re.Match[str]) -> Number | None:
    if match["word"]:
        word, after = match["word"].lower(), match["after"].lower()
        in_name = match["word"][0].isupper() and match.start() > 0
        if (word == "first" and after not in _PERIODS) or in_name:
            return None
        if word == "second" and _PER.search(text, 0, match.start()) and after != "half":
            return None
        return _at(match, Decimal(_RANK_VALUES[word]), RANK)
    return _at(match, Decimal(match["digits"] or match["part"]), RANK)


def _quantity(found: Quantity) -> Number:
    amount = read_amount(found.text)
    start, end = found.start, found.end
    shown = found.text.strip()
    if amount is None:
        return Number(
            Decimal(repr(found.low)),
            Decimal(repr(found.high)),
            found.unit,
            "",
            shown,
            found.noun,
            start,
            end,
        )
    unit = YEAR if amount.is_year_like and _YEAR.fullmatch(shown) else amount.unit
    low, high = sorted((amount.low * amount.factor, amount.high * amount.factor))
    noun = "" if unit in (YEAR,) or is_measure(unit) else found.noun
    return Number(low, high, _unit(unit), amount.bound, shown, noun, start, end)


def _unit(unit: str) -> str:
    return "cny" if unit == "¥" else unit


def _at(match: re.Match[str], value: Decimal, unit: str) -> Number:
    return Number(value, value, unit, "", match[0], "", match.start(), match.end())


def _bare(text: str, taken: list[bool]) -> Iterator[Number]:
    """Yield the digits that nothing else has read."""
    for match in _DIGITS.finditer(text):
        start = match.start("digits")
        if taken[start] or (
            _IN_A_NAME.search(text, 0, start) and _is_name(text, start)
        ):
            continue
        digits = match["digits"].rstrip(",")
        value = Decimal(digits.replace(",", "")) * (-1 if match["sign"] else 1)
        if match["share"]:
            yield _at(match, value / 100, SHARE)
        else:
            unit = YEAR if _YEAR.fullmatch(digits) and value > 0 else ""
            end = start + len(digits)
            shown = (match["sign"] or "") + digits
            yield Number(value, value, unit, "", shown, "", start, end)


def _is_name(text: str, start: int) -> bool:
    word = re.search(r"[\w-]*$", text[:start])
    return bool(word and word[0] and (word[0][0].isupper() or word[0][-1] != "-"))


def _chinese(text: str) -> Iterator[Number]:
    spans: list[tuple[int, int]] = []
    for match in _HAN_FRACTION.finditer(text):
        whole, part = (
            (2, 1) if match["half"] else (_han(match["whole"]), _han(match["part"]))
        )
        if whole and part <= whole and match["whole"] != "百":
            spans.append(match.span())
            yield _at(match, Decimal(part) / whole, SHARE)
    for match in _HAN_MULTIPLE.finditer(text):
        spans.append(match.span())
        power = _HAN_VALUE.get(match["n"] or "一", 1) if match[0].endswith("番") else 1
        yield _at(match, Decimal(2) ** power, TIMES)
    for match in _HAN_RANK.finditer(text):
        spans.append(match.span())
        n = match["n"]
        yield _at(match, Decimal(n) if n.isdigit() else Decimal(_han(n)), RANK)
    for match in _HAN_QUANTITY.finditer(text):
        inside = any(
            start < match.end("low") and match.start("low") < end
            for start, end in spans
        )
        if not inside and not re.search(r"[A-Za-z]-?$", text[: match.start("low")]):
            yield _han_quantity(match)


def _han(digits: str) -> int:
    """Return the value of a Chinese numeral below a hundred."""
    tens, ten, ones = digits.partition("十")
    if not ten:
        return _HAN_VALUE[digits[-1]]
    return 10 * (_HAN_VALUE[tens[-1]] if tens else 1) + (
        _HAN_VALUE[ones[0]] if ones else 0
    )


def _han_quantity(match: re.Match[str]) -> Number:
    scale = 1
    for char in match["magnitude"] or "":
        scale *= _HAN_SCALES[char]
    low = _han_number(match["low"])
    high = _han_number(match["high"]) if match["high"] else low
    unit, factor = _han_unit(match)
    is_year = unit == "month" and factor == 12 and _YEAR.fullmatch(match["low"])
    if is_year:
        unit, factor = YEAR, Decimal(1)
    bound = ""
    if match["over"] or match["above"] or match["bound"] in _HAN_FLOORS:
        bound = ">"
    elif match["below"] or match["bound"] in _HAN_CEILINGS:
        bound = "<"
    return Number(
        low * scale * factor,
        high * scale * factor,
        unit,
        bound,
        match[0].strip().removeprefix(match["bound"] or ""),
        "",
        match.start("low"),
        match.end(),
    )


def _han_number(digits: str) -> Decimal:
    if digits[0].isdigit():
        return Decimal(digits.rstrip(",").replace(",", ""))
    return Decimal(_han(digits))


def _han_unit(match: re.Match[str]) -> tuple[str, Decimal]:
    written = (match["unit"] or "").strip()
    if match["share"]:
        return SHARE, Decimal("0.01")
    if written in _HAN_UNITS:
        unit, size = _HAN_UNITS[written]
        return unit, Decimal(size)
    amount: Amount | None = read_amount(f"1{written or match['sign'] or ''}")
    return (_unit(amount.unit), amount.factor) if amount else (written, Decimal(1))
