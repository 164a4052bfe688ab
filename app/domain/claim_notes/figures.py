"""Read figures out of text, with their unit and how exactly they are given."""

import re
from dataclasses import dataclass

_SCALES = {
    "k": 1e3,
    "thousand": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "million": 1e6,
    "bn": 1e9,
    "billion": 1e9,
    "tn": 1e12,
    "trillion": 1e12,
    "万": 1e4,
    "百万": 1e6,
    "亿": 1e8,
    "万亿": 1e12,
}
_WORDS = {
    word: value
    for value, word in enumerate(
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 2
    )
} | {"twenty": 20, "fifty": 50, "hundred": 100, "thousand": 1000}
NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
NUMBER_WORD = "|".join(_WORDS)


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity as written: `value` in single units, right to within `give`.

    `unit` is a currency sign, `%` or nothing; `scaled` tells whether a word such as
    "million" stands behind the number.
    """

    text: str
    value: float
    give: float
    unit: str = ""
    scaled: bool = False

    @property
    def looks_like_a_year(self) -> bool:
        """Tell whether this may be a year: a bare whole number from 1900 to 2100."""
        bare = not self.unit and not self.scaled and self.text.isdigit()
        return bare and 1900 <= self.value <= 2100

    def scaled_like(self, other: "Figure") -> "Figure":
        """Return this figure in the scale of `other`: the 5 of "5 to 10 million"."""
        factor = other.value / _bare(other.text)
        return Figure(
            self.text, self.value * factor, self.give * factor, self.unit, scaled=True
        )


def figure_pattern(name: str) -> str:
    """Return a pattern of one figure, whose groups start with `name`."""
    return (
        rf"(?P<{name}>(?:(?:US|HK|A"
        rf"|C)?(?P<{name}_sign>[$€£¥]))?(?P<{name}_number>{NUMBER})"
        rf"(?:[ -]?(?P<{name}_scale>thousand|million|billion|trillion|bn|mn|tn|[mk])\b"
        rf"|\s?(?P<{name}_share>%|percent\b|per cent\b)|(?![\w%])))(?![.,:/–-]\d)"
    )


def chinese_figure_pattern(name: str) -> str:
    """Return a pattern of one figure in Chinese, whose groups start with `name`."""
    return (
        rf"(?P<{name}>(?P<{name}_sign>[$€£¥])?(?P<{name}_number>{NUMBER})\s?"
        rf"(?:(?P<{name}_scale>万亿|百万|万|亿)|(?P<{name}_share>%))?)"
    )


def figure_in(match: re.Match[str], name: str) -> Figure:
    """Return the figure that `match` found under `name`."""
    number = match[f"{name}_number"]
    scale = _SCALES.get(match[f"{name}_scale"] or "", 1.0)
    unit = match[f"{name}_sign"] or ("%" if match[f"{name}_share"] else "")
    return Figure(
        text=match[name].strip(),
        value=plain(number) * scale,
        give=half_step(number) * scale,
        unit=unit,
        scaled=scale != 1.0,
    )


def plain(number: str) -> float:
    """Return the value of a number in digits or one of the few words known here."""
    return float(_WORDS.get(number.lower()) or number.replace(",", ""))


def half_step(number: str) -> float:
    """Return half a unit of the last digit given: 0.5 for "60", 0.0005 for "0.006"."""
    _, _, decimals = number.partition(".")
    return float(0.5 * 10.0 ** -len(decimals))


def shown(value: float) -> str:
    """Write a value with three significant digits, whole ones in full."""
    if value >= 100 or abs(value - round(value)) < 0.005 * max(value, 1e-9):
        return f"{round(value):,}"
    return f"{value:.3g}"


def _bare(text: str) -> float:
    found = re.search(NUMBER, text)
    return plain(found.group()) if found else 1.0
