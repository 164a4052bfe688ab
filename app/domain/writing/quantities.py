"""Find the quantities of an English text: hedge, number or range, unit. Pure.

A quantity is what a person would have to say to have named the figure: "about 25%",
"11 to 16 years", "more than $3 billion". Years, dates, ordinals and the numbers of
names (GPT-4, Phase 3, the S&P 500) are no quantities.
"""

import re
from dataclasses import dataclass

_ONES = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
WORD_VALUES: dict[str, float] = {
    **{word: n for n, word in enumerate(_ONES, start=2)},
    **{word: 10 * n for n, word in enumerate(_TENS, start=2)},
    "a dozen": 12,
}
FRACTIONS: dict[str, float] = {
    "a tenth": 0.1, "one-tenth": 0.1, "an eighth": 0.125, "a sixth": 1 / 6,
    "a fifth": 0.2, "one-fifth": 0.2, "a quarter": 0.25, "one-quarter": 0.25,
    "a third": 1 / 3, "one-third": 1 / 3, "one third": 1 / 3, "two-fifths": 0.4,
    "half": 0.5, "three-fifths": 0.6, "two-thirds": 2 / 3, "two thirds": 2 / 3,
    "three-quarters": 0.75, "three quarters": 0.75, "four-fifths": 0.8,
    "nine-tenths": 0.9,
}  # fmt: skip
_MAGNITUDES: dict[str, float] = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9,
    "trillion": 1e12, "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12,
}  # fmt: skip

_HEDGE = (
    r"(?:(?:just |well |slightly |an estimated )?(?:"
    r"about|around|roughly|approximately|nearly|almost|some|over|under|more than|"
    r"less than|fewer than|at least|at most|up to|as much as|as many as|as little as|"
    r"as few as|close to|no more than|no fewer than|an estimated|close to)\s+)"
)
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_WORDED = (
    r"(?:(?:" + "|".join(_TENS) + r")-(?:one|" + "|".join(_ONES[:8]) + r")|"
    r"a dozen|" + "|".join(sorted([*_ONES, *_TENS], key=len, reverse=True)) + r")"
)
_MAGNITUDE = r"(?:[ -]?(?:hundred|thousand|million|billion|trillion|bn|tn|mn)\b)"
_CURRENCY = r"(?:(?:US|A|C|HK|NZ|S)?\$|[€£¥₹]|(?:USD|EUR|GBP|RMB|CNY|CHF) ?)"
_FRACTION = r"(?:" + "|".join(sorted(FRACTIONS, key=len, reverse=True)) + r")"
MEASURES = (
    r"percentage points?|basis points?|per ?cent|bps|"
    r"(?:milli|micro|nano)?seconds?|minutes?|hours?|days?|weeks?|months?|years?|"
    r"decades?|centuries|"
    r"(?:metric |short )?tonnes?|(?:metric |short )?tons?|kilograms?|kg|grams?|mg|"
    r"micrograms?|pounds?|ounces?|"
    r"(?:square |cubic )?(?:kilomet|met|centimet|millimet|nanomet)(?:re|er)s?|"
    r"(?:square )?miles?|nautical miles?|km|cm|mm|nm|feet|inches|hectares?|acres?|"
    r"(?:giga|mega|kilo|tera)watt(?:[- ]hour)?s?|[GMkT]Wh?|litres?|liters?|barrels?|"
    r"gallons?|degrees(?: Celsius| Fahrenheit)?|°[CF]|[GTMP]B|[GMk]Hz|km/h|mph|"
    r"calories|dollars?|euros?|cents?|yuan|yen|times"
)
_UNIT = rf"(?:\s?%|[ -](?:{MEASURES})(?![\w-])|-fold\b|x\b|°[CF]|(?:[GMkT]Wh?|km|kg|GB|TB)\b)"
_SINGLE = rf"(?:{_DIGITS}{_MAGNITUDE}?|{_WORDED}{_MAGNITUDE}?(?![\w-]*-(?!fold|year|month|day|week|hour|minute)))"
_BETWEEN = rf"between {_CURRENCY}?{_SINGLE}{_UNIT}? and {_CURRENCY}?{_SINGLE}{_UNIT}?"
_SPAN = (
    rf"{_CURRENCY}?{_SINGLE}{_UNIT}?(?: to |\s?[–—-]\s?){_CURRENCY}?{_SINGLE}{_UNIT}?"
)
_PLAIN = rf"{_CURRENCY}?{_SINGLE}{_UNIT}?|{_FRACTION}(?![\w-])"
_FOLD = r"(?:two|three|four|five|six|seven|eight|nine|ten|hundred)fold"
_ONE_IN = r"one in (?:\d+|" + "|".join(_ONES) + r")"
_SINGLY = re.compile(
    rf"(?<![\w.,$€£¥-])(?P<hedge>{_HEDGE})?(?P<core>{_PLAIN})(?![\w]|[.,]\d|-\d)",
    re.IGNORECASE,
)
_QUANTITY = re.compile(
    rf"(?<![\w.,$€£¥-])(?P<hedge>{_HEDGE})?"
    rf"(?P<core>{_BETWEEN}|{_SPAN}|{_FOLD}|{_ONE_IN}|{_PLAIN})(?![\w]|[.,]\d|-\d)",
    re.IGNORECASE,
)
_PERIODS = frozenset(["minute", "hour", "day", "week", "month", "year", "decade", "centurie"])
_PARTS = re.compile(
    rf"(?P<currency>{_CURRENCY})?(?P<number>{_DIGITS}|{_WORDED})"
    rf"(?P<magnitude>{_MAGNITUDE})?(?P<unit>{_UNIT})?",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December)"
)
_FUNCTION_WORDS = frozenset(
    ["a", "about", "after", "all", "although", "an", "and", "another", "any", "at", "because", "before", "but", "by", "each", "even", "every", "few", "for", "from", "if", "in", "its", "just", "most", "no", "of", "on", "only", "or", "our", "over", "since", "so", "some", "such", "that", "the", "their", "these", "this", "those", "though", "through", "to", "under", "until", "up", "when", "where", "while", "with", "within", "without", "yet"]
)
_YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d")
_NOUN_AFTER = re.compile(r"[ -]((?:[a-z]+[ -]){0,2}?)([a-z]{3,}s)\b|[ -]([a-z]{3,})\b")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure of a text. `low == high` unless it is a range; values in `unit`."""

    start: int
    end: int
    text: str
    hedge: str
    low: float
    high: float
    unit: str
    noun: str

    @property
    def is_range(self) -> bool:
        """Say whether two ends are named."""
        return self.low != self.high

    @property
    def is_worded(self) -> bool:
        """Say whether the figure is written in words."""
        return not any(c.isdigit() for c in self.text)


def _value(number: str, magnitude: str | None) -> float:
    number = number.casefold()
    if number[0].isdigit():
        value = float(number.replace(",", ""))
    elif "-" in number:
        tens, ones = number.split("-")
        value = WORD_VALUES[tens] + (1 if ones == "one" else WORD_VALUES[ones])
    else:
        value = WORD_VALUES[number]
    return value * _MAGNITUDES.get((magnitude or "").strip(" -").casefold(), 1)


def _unit(currency: str | None, unit: str | None) -> str:
    if currency:
        return currency.strip()
    name = (unit or "").strip(" -").casefold()
    if name in ("percent", "per cent"):
        return "%"
    if name in ("x", "fold", "times"):
        return "times"
    return name[:-1] if len(name) > 4 and name.endswith("s") else name


def _worded_values(core: str) -> tuple[float, str] | None:
    text = core.casefold()
    if text in FRACTIONS:
        return FRACTIONS[text], "fraction"
    if text.endswith("fold") and text[:-4] in WORD_VALUES:
        return WORD_VALUES[text[:-4]], "times"
    if text.startswith("one in "):
        last = text[7:]
        return 1 / (float(last) if last.isdigit() else WORD_VALUES[last]), "fraction"
    return None


def _noun(text: str, end: int) -> str:
    match = _NOUN_AFTER.match(text, end)
    return "" if match is None else (match.group(2) or match.group(3) or "")


def _is_name_or_date(text: str, start: int, end: int, core: str) -> bool:
    before, after = text[:start], text[end:]
    if re.search(rf"{_MONTH}\.?\s*$", before) or re.match(rf"\s+{_MONTH}\b", after):
        return True
    if re.fullmatch(_YEAR.pattern + r"(?:\s?[–—-]\s?\d+| to \d+)?s?", core):
        return not re.match(r"[ -][a-z]+s\b", after) or bool(
            re.search(
                r"\b(?:in|by|since|from|until|of|late|early|mid|the|to)\W*$", before
            )
        )
    named = re.search(r"(?:^|[ (“\"])([A-Z][\w&]*)[ -]$", before)
    if named is None or not core[0].isdigit() or core[-1] == "%":
        return False
    return named.group(1).casefold() not in _FUNCTION_WORDS


def _span_splits(text: str, start: int, parts: list[re.Match[str]], core: str) -> bool:
    """Say whether "A to B" is a way from A to B, not a range: "from", falling, units."""
    if len(parts) < 2 or core[:7].casefold() == "between" or " to " not in core:
        return False
    first, last = parts[0], parts[1]
    one, other = (_unit(part["currency"], part["unit"]) for part in (first, last))
    stated = first["currency"] or first["unit"]
    low = _value(first["number"], first["magnitude"] or last["magnitude"])
    return (
        bool(re.search(r"\bfrom\s*$", text[:start], re.IGNORECASE))
        or bool(stated and one != other)
        or low >= _value(last["number"], last["magnitude"])
    )


def _read(text: str, match: re.Match[str]) -> Quantity | None:
    core, start, end = match["core"], match.start(), match.end()
    if _is_name_or_date(text, match.start("core"), end, core):
        return None
    hedge = (match["hedge"] or "").strip().casefold()
    worded = _worded_values(core)
    if worded:
        low, unit = worded
        return Quantity(start, end, text[start:end], hedge, low, low, unit, "")
    parts = list(_PARTS.finditer(core))
    if not parts:
        return None
    first, last = parts[0], parts[-1]
    low = _value(first["number"], first["magnitude"] or last["magnitude"])
    high = _value(last["number"], last["magnitude"])
    unit = _unit(first["currency"] or last["currency"], last["unit"] or first["unit"])
    if hedge == "over" and unit in _PERIODS:
        start, hedge = match.start("core"), ""
    noun = "" if unit else _noun(text, end)
    return Quantity(start, end, text[start:end], hedge, low, high, unit, noun)


def find_quantities(text: str) -> list[Quantity]:
    """List the quantities of an English text in order, none overlapping."""
    found: list[Quantity] = []
    at = 0
    while match := _QUANTITY.search(text, at):
        parts = list(_PARTS.finditer(match["core"]))
        if _span_splits(text, match.start(), parts, match["core"]):
            match = _SINGLY.match(text, match.start()) or match
        at = match.end()
        quantity = _read(text, match)
        if quantity is not None:
            found.append(quantity)
    return found


def read_quantity(text: str) -> Quantity | None:
    """Read a text that is one quantity and nothing else; None where it is not."""
    found = find_quantities(text.strip())
    whole = len(found) == 1 and found[0].text == text.strip()
    return found[0] if whole else None
