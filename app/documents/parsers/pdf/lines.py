"""Put the words of a page into lines, and the lines into reading order."""

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from app.documents.parsers.pdf.words import Word

# All in letter sizes. Words closer than `_GLUED` are one; gaps wider than `_APART` may
# part columns or cells; a gutter between columns is `_GUTTER` wide throughout.
_GLUED = 0.08
_APART = 0.9
_GUTTER = 0.7
_SAME_LINE = 0.35
_SAME_START = 0.6
# Lines on each side that make two columns, and what such a line holds.
_FEWEST_LINES = 4
_FEWEST_CHARACTERS = 14
_NARROWEST = 0.15
_SAME_SIZE = 0.08
_SMALL = 0.75
_BELOW_COLUMNS = 1.9
_FULL = 0.6
_MOST_CANDIDATES = 8
# Rows of one page; a drawing may have more, and no columns.
_MOST_ROWS = 1_000


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one baseline within one column that reaches from `start` to `stop`.

    `size` is that of most of its letters.
    """

    words: tuple[Word, ...]
    start: float
    stop: float
    text: str
    size: float
    left: float
    right: float
    y: float

    @property
    def is_bold(self) -> bool:
        """Whether every word is bold."""
        return all(word.is_bold for word in self.words)


def line_of(words: Sequence[Word]) -> Line:
    """Make a line of words; its column is settled later."""
    first, last = words[0], words[-1]
    left, right = first.left, last.right
    return Line(
        words=tuple(words),
        start=left,
        stop=right,
        text=_spaced(words),
        size=_usual((word.size, len(word.text)) for word in words),
        left=left,
        right=right,
        y=first.y,
    )


def _spaced(words: Sequence[Word]) -> str:
    parts = [words[0].text]
    for before, word in pairwise(words):
        gap = word.left - before.right
        is_apart = word.is_spaced or gap >= _GLUED * max(before.size, word.size)
        parts += [" ", word.text] if is_apart else [word.text]
    return "".join(parts)


def _usual(sizes: Iterable[tuple[float, float]]) -> float:
    """Return the size that weighs most, to a tenth of a point."""
    weights: dict[float, float] = {}
    for size, weight in sizes:
        tenth = round(size, 1)
        weights[tenth] = weights.get(tenth, 0) + weight
    return max(weights, key=lambda it: weights[it], default=1.0)


Row = list[Line]


def rows_of(words: Sequence[Word]) -> list[Row]:
    """Group words by their baselines, from the top; gaps part a row into lines."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda it: (-it.y, it.left)):
        row = rows[-1] if rows else None
        if row and row[0].y - word.y <= _SAME_LINE * min(word.size, row[0].size):
            row.append(word)
        else:
            rows.append([word])
    return [_parted(sorted(row, key=lambda it: it.left)) for row in rows]


def _parted(words: Sequence[Word]) -> Row:
    parts: list[list[Word]] = [[words[0]]]
    for before, word in pairwise(words):
        if word.left - before.right > _APART * max(before.size, word.size):
            parts.append([])
        parts[-1].append(word)
    return [line_of(part) for part in parts]


def in_reading_order(rows: Sequence[Row]) -> list[Row]:
    """Return the rows as they are read: column by column where there are columns.

    A gutter is where lines on the right start one below the other, while no line over
    several rows crosses it. The rows that do cross it part the page into bands; a band
    is read down its left side, then down its right. Each side may have columns itself.
    Rows of several short lines side by side stay rows: they are a table's.
    """
    rows = [row for row in rows if row]
    split = _best_gutter(rows) if len(rows) <= _MOST_ROWS else None
    if split is None:
        return _with_edges(rows)
    gutter, first, last = split
    left = [[line for line in row if line.right <= gutter] for row in rows[first:last]]
    right = [[line for line in row if line.left >= gutter] for row in rows[first:last]]
    return [
        *in_reading_order(rows[:first]),
        *in_reading_order(left),
        *in_reading_order(right),
        *in_reading_order(rows[last:]),
    ]


def _best_gutter(rows: Sequence[Row]) -> tuple[float, int, int] | None:
    """Return the gutter with most lines beside it and the rows that it runs through."""
    best: tuple[int, float, int, int] | None = None
    for gutter in _candidates(rows):
        for first, last in _uncrossed(rows, gutter):
            end = _foot(rows, first, last, gutter)
            beside = _lines_beside(rows[first:end], gutter)
            if beside and (best is None or beside > best[0]):
                best = beside, gutter, first, end
    return best[1:] if best else None


def _candidates(rows: Sequence[Row]) -> list[float]:
    """Return the places just left of where most lines start below each other."""
    starts = sorted((line.left, line.size) for row in rows for line in row)
    found: list[tuple[int, float]] = []
    begin = 0
    for place in range(1, len(starts) + 1):
        apart = place == len(starts) or (
            starts[place][0] - starts[place - 1][0] > _SAME_START * starts[place][1]
        )
        if apart:
            if place - begin >= _FEWEST_LINES:
                found.append((place - begin, starts[begin][0] - 0.1))
            begin = place
    return [start for _, start in sorted(found, reverse=True)[:_MOST_CANDIDATES]]


def _uncrossed(rows: Sequence[Row], gutter: float) -> list[tuple[int, int]]:
    """Return the longest runs of rows of which no line crosses the gutter."""
    runs: list[tuple[int, int]] = []
    begin: int | None = None
    for place, row in enumerate([*rows, None]):
        crosses = row is None or any(line.left < gutter < line.right for line in row)
        if not crosses and begin is None:
            begin = place
        elif crosses and begin is not None:
            runs.append((begin, place))
            begin = None
    return runs


def _foot(rows: Sequence[Row], first: int, last: int, gutter: float) -> int:
    """Return where columns end: at a gap below the last row that has a right side."""
    sides = [
        place
        for place in range(first, last)
        if any(line.left >= gutter for line in rows[place])
    ]
    for place in range(sides[-1] + 1 if sides else last, last):
        above, below = rows[place - 1][0], rows[place][0]
        if above.y - below.y > _BELOW_COLUMNS * max(above.size, below.size):
            return place
    return last


def _lines_beside(rows: Sequence[Row], gutter: float) -> int:
    """Return how many lines the shorter side has; 0 where they are no columns.

    Both sides must be running text. A box beside running text need not be, if its lines
    stand at heights of their own: a table's would not.
    """
    size = _usual((it.size, it.right - it.left) for row in rows for it in row)
    left = _of_size([it for row in rows for it in row if it.right <= gutter], size)
    right = _of_size([it for row in rows for it in row if it.left >= gutter], size)
    fewest = min(len(left), len(right))
    if fewest < _FEWEST_LINES:
        return 0
    width = max(line.right for line in right) - min(line.left for line in left)
    room = min(line.left for line in right) - max(line.right for line in left)
    running = [_is_column(left, width), _is_column(right, width)]
    if room < _GUTTER * size or not any(running):
        return 0
    shared = sum(1 for row in rows if row[0].right <= gutter <= row[-1].left)
    return fewest if all(running) or shared < fewest / 2 else 0


def _of_size(lines: Sequence[Line], size: float) -> list[Line]:
    """Return the lines of running text, without the small letters of drawings."""
    body = [line for line in lines if abs(line.size - size) <= _SAME_SIZE * size]
    if len(body) >= _FEWEST_LINES:
        return body
    return [line for line in lines if line.size > _SMALL * size]


def _is_column(lines: Sequence[Line], width: float) -> bool:
    """Tell whether lines are running text rather than bullets or a table's cells."""
    wide = max(line.right for line in lines) - min(line.left for line in lines)
    if wide < _NARROWEST * width:
        return False
    widths = sorted(line.right - line.left for line in lines)
    usual = widths[len(widths) * 9 // 10]
    full = sum(width > _FULL * usual for width in widths)
    letters = statistics.mean(len(line.text) for line in lines)
    return letters >= _FEWEST_CHARACTERS and full >= len(lines) / 2


def _with_edges(rows: Sequence[Row]) -> list[Row]:
    """Tell each line how far its column reaches."""
    if not rows:
        return []
    start = min(line.left for row in rows for line in row)
    stop = max(line.right for row in rows for line in row)
    return [[replace(line, start=start, stop=stop) for line in row] for row in rows]
