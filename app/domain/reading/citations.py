"""Find citation markers: `[3]`, `[3][6]`, `[2, 3]`, `[3-5]`, `【3】`, `（3）`, `a³`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_DASH = r"\-\u2010\u2011\u2013\u2014\u2212~\uff5e"
_NUMBERS = rf"\d{{1,3}}(?:\s?[,\uff0c、;\uff1b{_DASH}]\s?\^?\d{{1,3}}){{0,40}}"
_BRACKET = (
    rf"[\[\uff3b【〔]{{1,2}}\s?(?:\^|citation:\s?|ref\.?\s?)?{_NUMBERS}\s?[\]\uff3d】〕]{{1,2}}"
    r"(?:\([^\s()]{1,500}\))?"
)
_RUN = rf"{_BRACKET}(?:[{_DASH}]{_BRACKET})?"
_SUPERSCRIPT = "[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}(?:[,\uff0c⁻][⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}){0,20}"
# Round brackets cite in Chinese alone, and only where nothing is counted behind them.
_WIDE = r"\uff08\d{1,2}(?:[,\uff0c、]\d{1,2}){0,9}\uff09(?=\s|[。\uff1b\uff08]|$)"
_MARKER = re.compile(
    r"(?=[\[\uff3b【〔(\uff08⁰¹²³⁴⁵⁶⁷⁸⁹])(?:"
    rf"[(\uff08]\s?{_RUN}(?:\s?[,\uff0c;\uff1b]?\s?{_RUN}){{0,9}}\s?[)\uff09]|{_RUN}|{_WIDE}|{_SUPERSCRIPT})"
)
_LINK = re.compile(r"\((?![\[\uff3b【〔\s])[^\s()]{1,500}\)")
_PIECE = re.compile(
    rf"(\d+)|([{_DASH}⁻])|([,\uff0c、;\uff1b])|([\]\uff3d】〕][\[\uff3b【〔])"
)
_PLAIN_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_BEFORE_SUPERSCRIPT = frozenset(
    ".,;:!?…”’\"')。\uff0c\uff1b\uff1a\uff01\uff1f」』\uff09"
)
_LARGEST = 999
_LONGEST_RANGE = 50


@dataclass(frozen=True, slots=True)
class Marker:
    """A citation marker at `start`-`end`, with the references it names, in order."""

    start: int
    end: int
    numbers: tuple[int, ...]


def find_markers(text: str, start: int, end: int) -> Iterator[Marker]:
    """Yield the markers of `text[start:end]` in order.

    A marker holds whole numbers from 1 to 999, so a year, a share, `[0, 1]` or a word
    in brackets is none. `[3-5]` stands for 3, 4, 5; a range that runs backwards or over
    more than 50 references is no marker. A superscript is a marker after punctuation or
    after a word of three letters, so that `m²` and `10³` are none; a space may stand
    before it when a full stop follows. A link behind the
    marker, as in `[3](https://…)`, and round brackets about it belong to it. Chinese
    round brackets, `（3）`, cite behind what they follow.
    """
    for match in _MARKER.finditer(text, start, end):
        marker = _as_marker(text, match)
        if marker:
            yield marker


def marker_at(text: str, position: int, end: int) -> Marker | None:
    """Return the marker that starts at `position`, if one does."""
    match = _MARKER.match(text, position, end)
    return _as_marker(text, match) if match else None


def _as_marker(text: str, match: re.Match[str]) -> Marker | None:
    found = match.group()
    if found[0] in "⁰¹²³⁴⁵⁶⁷⁸⁹" and not _is_raised(text, *match.span()):
        return None
    numbers = _numbers(_LINK.sub("", found).translate(_PLAIN_DIGITS))
    return Marker(match.start(), match.end(), numbers) if numbers else None


def _is_raised(text: str, start: int, end: int) -> bool:
    """Tell whether a superscript cites: behind a word, or apart before a full stop."""
    if text[start - 1 : start] == " " and (text[end : end + 1] in _BEFORE_SUPERSCRIPT):
        start -= 1
    before = text[max(0, start - 3) : start]
    return before[-1:] in _BEFORE_SUPERSCRIPT or (len(before) == 3 and before.isalpha())


def _numbers(marker: str) -> tuple[int, ...]:
    """Return the references a marker names, none when a number or range is wrong."""
    numbers: list[int] = []
    in_range = False
    for digits, dash, _comma, _next in _PIECE.findall(marker):
        if dash:
            in_range = True
        elif digits:
            number = int(digits)
            first = numbers[-1] + 1 if in_range and numbers else number
            if not 1 <= number <= _LARGEST or not 0 <= number - first < _LONGEST_RANGE:
                return ()
            numbers.extend(range(first, number + 1))
            in_range = False
    return tuple(numbers)
