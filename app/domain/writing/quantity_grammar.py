"""The grammar of English quantities, as regular expressions. Pure data."""

import re

ONES = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
]  # fmt: skip
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
WORD_VALUES: dict[str, float] = {
    "one": 1,
    **{word: n for n, word in enumerate(ONES, start=2)},
    **{word: 10 * n for n, word in enumerate(TENS, start=2)},
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
MAGNITUDES: dict[str, float] = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9,
    "trillion": 1e12, "mn": 1e6, "bn": 1e9, "tn": 1e12,
}  # fmt: skip

_MEASURES = (
    r"percentage points?|basis points?|per ?cent|bps|"
    r"(?:milli|micro|nano)?seconds?|minutes?|hours?|days?|weeks?|months?|years?|"
    r"decades?|centuries|"
    r"(?:metric |short )?tonnes?|(?:metric |short )?tons?|kilograms?|kg|grams?|mg|"
    r"micrograms?|pounds?|ounces?|"
    r"(?:square |cubic )?(?:kilomet|met|centimet|millimet|nanomet)(?:re|er)s?|"
    r"(?:square )?miles?|nautical miles?|km/h|mph|km|cm|mm|nm|feet|inches|hectares?|"
    r"acres?|"
    r"(?:giga|mega|kilo|tera)watt(?:[- ]hour)?s?|[GMkT]Wh?|litres?|liters?|barrels?|"
    r"gallons?|degrees(?: Celsius| Fahrenheit)?|°[CF]|[GTMP]B|[GMk]Hz|"
    r"calories|dollars?|euros?|cents?|yuan|yen|francs?|rupees?|rou?bles?|kron(?:or|er)|pesos|"
    r"(?:giga|mega|tera|kilo)bytes?|bits|watts|volts|points|times"
)
_HEDGE = (
    r"(?:(?:just |well |slightly |an estimated )?(?:"
    r"about|around|roughly|approximately|nearly|almost|some|over|under|above|below|"
    r"more than|"
    r"less than|fewer than|at least|at most|up to|as much as|as many as|as little as|"
    r"as few as|close to|no more than|no fewer than|an estimated)\s+)"
)
#: Hedges that bound a figure, so that other figures may be true as well.
BOUND = re.compile(
    r"\b(?:over|under|above|below|than|least|most|up to|as much as|as many as|"
    r"as little as|as few as)$"
)
DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_ONE = (
    rf"one(?=[ -](?:{_MEASURES}|million|billion|trillion)(?![\w-])|"
    r" to (?:two|three|four|five|six)\b)"
)
_WORDED = (
    r"(?:(?:" + "|".join(TENS) + r")-(?:one|" + "|".join(ONES[:8]) + r")|a dozen|"
    + "|".join(sorted([*ONES, *TENS], key=len, reverse=True))
    + rf"|{_ONE})"
)  # fmt: skip
_MAGNITUDE = r"(?:[ -]?(?:hundred|thousand|million|billion|trillion|bn|tn|mn)\b)"
_CURRENCY = (
    r"(?:(?:US|A|C|HK|NZ|S)?\$|[€£¥₹]|"
    r"(?:USD|EUR|GBP|RMB|CNY|CHF|DKK|SEK|NOK|JPY|INR|KRW|AUD|CAD|SGD|BRL) ?)"
)
_AFTER_PART = (
    r"(?=\s+(?:of|in|since|between|by|to|from|more|less|lower|higher|as|over|during|and|"
    r"or|after|on|compared|this|last|the|than|are|were|have|had)\b|\s*[.,;:)]|\s*$)"
)
_FRACTION = (
    r"(?:(?<!first )(?<!second )(?<!latter )(?<!other )(?:"
    + "|".join(sorted(FRACTIONS, key=len, reverse=True))
    + rf")(?![\w-])(?! of a century){_AFTER_PART})"
)
_UNIT = (
    rf"(?:\s?%|[ -](?:{_MEASURES})(?![\w-])|-fold\b|x\b|°[CF]|"
    r"(?:[GMkT]Wh?|km|kg|GB|TB)\b)"
)
#: What "three" is in "three quarters": half a fraction.
_PARTED = (
    r"(?<=three) quarters\b| (?:thirds|fifths|sixths|sevenths|eighths|ninths|tenths)\b"
)
_SINGLE = (
    rf"(?:{DIGITS}{_MAGNITUDE}?|{_WORDED}{_MAGNITUDE}?"
    r"(?![\w-]*-(?!fold|year|month|day|week|hour|minute))"
    rf"(?!{_PARTED}))"
)
_AMOUNT = rf"{_CURRENCY}?{_SINGLE}{_UNIT}?"
_BETWEEN = rf"between {_AMOUNT} and {_AMOUNT}"
_SPAN = rf"{_AMOUNT}(?: to |\s?[–—-]\s?){_AMOUNT}"
_PLAIN = rf"{_FRACTION}|{_AMOUNT}"
_FOLD = r"(?:two|three|four|five|six|seven|eight|nine|ten|hundred)fold"
_ONE_IN = r"one in (?:\d+|" + "|".join(ONES) + r")"
_BEFORE, _AFTER = r"(?<![\w.,$€£¥-])", r"(?![\w]|[.,]\d|-\d)"

#: One figure, with its hedge.
SINGLY = re.compile(
    rf"{_BEFORE}(?P<hedge>{_HEDGE})?(?P<core>{_PLAIN}){_AFTER}", re.IGNORECASE
)
#: A figure or a range, with its hedge.
QUANTITY = re.compile(
    rf"{_BEFORE}(?P<hedge>{_HEDGE})?"
    rf"(?P<core>{_BETWEEN}|{_SPAN}|{_FOLD}|{_ONE_IN}|{_PLAIN}){_AFTER}",
    re.IGNORECASE,
)
#: The parts of one figure.
PARTS = re.compile(
    rf"(?P<currency>{_CURRENCY})?(?P<number>{DIGITS}|{_WORDED})"
    rf"(?P<magnitude>{_MAGNITUDE})?(?P<unit>{_UNIT})?",
    re.IGNORECASE,
)
