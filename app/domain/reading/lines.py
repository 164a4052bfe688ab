"""Cut a text into lines, keeping each one's place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINE_ENDS = "\n\r\x0b\x0c\x85\u2028\u2029"
_LINE_END = re.compile(f"\r\n|[{_LINE_ENDS}]")
# What a paste leaves at the edges of a line and nobody sees.
_EDGE = " \t\xa0\u3000\u200b\u200e\u200f\u2060\ufeff"


@dataclass(frozen=True, slots=True)
class Line:
    """The visible part of a line, `start` to `end`; `indent` counts what is before."""

    number: int
    start: int
    end: int
    indent: int


def lines(text: str) -> Iterator[Line]:
    """Yield every line of `text`, blank ones with `start == end`."""
    begin = 0
    number = 0
    for match in _LINE_END.finditer(text):
        number += 1
        yield _line(text, number, begin, match.start())
        begin = match.end()
    if begin < len(text):
        yield _line(text, number + 1, begin, len(text))


def line_count(text: str) -> int:
    """Return how many line ends `text` has, in a few passes."""
    return sum(map(text.count, _LINE_ENDS)) - text.count("\r\n")


def _line(text: str, number: int, begin: int, end: int) -> Line:
    if begin == end:
        return Line(number, begin, begin, 0)
    raw = text[begin:end]
    left = len(raw) - len(raw.lstrip(_EDGE))
    right = len(raw.rstrip(_EDGE))
    if right <= left:
        return Line(number, begin, begin, 0)
    return Line(number, begin + left, begin + right, left)
