"""Make headings, paragraphs, items and tables of lines in reading order."""

import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise

from app.documents.parsers.pdf.hyphens import HYPHENS, Hyphens
from app.documents.parsers.pdf.lines import Line, Row, line_of
from app.documents.parsers.pieces import Heading, Item, Paragraph, Piece, Table

# In sizes of the body's letters.
_HEADING_SIZE = 1.12
_SAME_SIZE = 0.08
_INDENT = 0.8
# In leadings of the body.
_GAP = 1.35
_LONGEST_HEADING = 200
_LONGEST_BOLD = 120
_HEADING_LINES = 3
_DEEPEST_BY_SIZE = 4
_ENDS = re.compile(r"[.!?:;。\uff01\uff1f\uff1a\uff1b…][\"'”’»)\]\d¹²³⁴⁵⁶⁷⁸⁹⁰]*\Z")
_STOPS = re.compile(r"[.!?。\uff01\uff1f…][\"'”’»)\]¹²³⁴⁵⁶⁷⁸⁹⁰]*\Z|\[[\d, –-]+\]\.?\Z")
_BULLET = re.compile(
    r"(?P<glyph>[•●▪■◆‣◦○►▶➤✓✔·\uf0b7\uf0a7])\s*|(?P<dash>[-–—*])\s+"
    r"|(?:\(?(?P<number>\d{1,2})[.)])\s+(?=\S)"
)
_CAPTION = re.compile(
    r"(?:fig(?:ure|\.)|tab(?:le|\.)|exhibit|chart|box|source|图|表)\s?(?:\d{1,3}(?:\.\d{1,2})?)\s?"
    r"(?:[.:|–—-]\s|[\uff1a\u3000])",
    re.IGNORECASE,
)
_CONTENTS = re.compile(r"(?:\.\s?){4,}\s*\d+\s*\Z")
_LEAST_TABLE_ROWS = 2
# Characters at the end of a line that are looked at.
_TAIL = 24
_LEADER = 200
_LINED_UP = 0.7
_LABEL = 14
_TINY = 0.7
_SMALL_PRINT = 0.88
_WIDEST_WORD = 12
_SHORT_LINE = 0.25
_FURTHEST = 4


@dataclass
class _Block:
    lines: list[Line] = field(default_factory=list)

    @property
    def size(self) -> float:
        return max(line.size for line in self.lines)

    @property
    def is_bold(self) -> bool:
        return all(line.is_bold for line in self.lines)


def body_size(rows: Sequence[Row]) -> float:
    """Return the size that most letters of the document have."""
    sizes: Counter[float] = Counter()
    for row in rows:
        for line in row:
            sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 1.0


def pieces_of(rows: Sequence[Row]) -> list[Piece]:
    """Return what the rows of all pages, in reading order, make up."""
    return _Setting(rows).pieces()


class _Setting:
    """Knows the body's size and leading, and joins lines by them."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._body = body_size(rows)
        self._rows = _without_labels(rows, self._body)
        self._leading = self._usual_leading()
        lines = [line for row in rows for line in row]
        self._hyphens = Hyphens(line.text for line in lines)
        letters = sum(len(line.text) for line in lines)
        bold = sum(len(line.text) for line in lines if line.is_bold)
        self._bold_stands_out = bold < letters / 2
        self._levels = self._levels_by_size(lines)

    def pieces(self) -> list[Piece]:
        found: list[Piece] = []
        blocks = list(self._blocks())
        for place, block in enumerate(blocks):
            below = blocks[place + 1] if place + 1 < len(blocks) else None
            if isinstance(block, Table):
                found.append(block)
            else:
                found.append(self._piece(block, below))
        return found

    def _usual_leading(self) -> float:
        steps = [
            (above[0].y - below[0].y) / self._body
            for above, below in pairwise(self._rows)
            if _alike(above[0].size, self._body)
            and _alike(below[0].size, self._body)
            and abs(above[0].left - below[0].left) < self._body
        ]
        near = [step for step in steps if 0.8 < step < 2.5]
        return statistics.median(near) * self._body if near else 1.2 * self._body

    def _levels_by_size(self, lines: Sequence[Line]) -> dict[float, int]:
        """Give each size of letters above the body's its level, the largest first."""
        sizes = sorted(
            {line.size for line in lines if line.size >= _HEADING_SIZE * self._body},
            reverse=True,
        )
        levels: dict[float, int] = {}
        level = 0
        last = 0.0
        for size in sizes:
            if not _alike(size, last):
                level, last = level + 1, size
            levels[size] = min(level, _DEEPEST_BY_SIZE)
        return levels

    def _blocks(self) -> Iterator[_Block | Table]:
        """Give blocks and tables; what floats inside a paragraph comes behind it.

        A caption says what a picture shows that nobody sees here, and is dropped.
        """
        block, caption = _Block(), _Block()
        afloat: list[_Block | Table] = []
        for part in parts_of(self._rows):
            if isinstance(part, Table):
                afloat.append(part)
                caption = _Block()
            elif caption.lines and not self._breaks(caption, part):
                caption.lines.append(part)
            elif _CAPTION.match(part.text) and self._stands_apart(block, part):
                caption = _Block([part])
            elif block.lines and part.size < _SMALL_PRINT * self._body:
                last = afloat[-1] if afloat else None
                if isinstance(last, _Block) and not self._breaks(last, part):
                    last.lines.append(part)
                else:
                    afloat.append(_Block([part]))
            else:
                caption = _Block()
                goes_on = self._runs_over if afloat else self._goes_on
                if not goes_on(block, part):
                    yield from [block] if block.lines else []
                    yield from afloat
                    block, afloat = _Block(), []
                block.lines.append(part)
        yield from [block] if block.lines else []
        yield from afloat

    def _stands_apart(self, block: _Block, line: Line) -> bool:
        if not self._goes_on(block, line):
            return True
        step = block.lines[-1].y - line.y
        return not 0 < step <= _GAP * self._leading

    def _goes_on(self, block: _Block, line: Line) -> bool:
        return bool(block.lines) and not self._breaks(block, line)

    def _breaks(self, block: _Block, line: Line) -> bool:
        """Tell whether `line` begins something new behind the lines of `block`."""
        above, size = block.lines[-1], self._body
        if above.text[-1] in HYPHENS and line.text[0].islower():
            return False
        runs_in = above.is_bold and line.words[0].is_bold
        if not _alike(above.size, line.size) or (
            above.is_bold != line.is_bold and not runs_in
        ):
            return True
        if _BULLET.match(line.text):
            return not self._counts_on(above, line)
        step = above.y - line.y
        if not 0 < step < _FURTHEST * self._leading * line.size / size:
            # The top of the next column or page.
            return not self._runs_over(block, line)
        if step > _GAP * self._leading * max(1.0, line.size / size):
            return True
        if line.size >= _HEADING_SIZE * size:
            return False
        item = _BULLET.match(block.lines[0].text)
        if item:
            return line.left < block.lines[0].left + _INDENT * size / 2 and (
                bool(_STOPS.search(above.text[-_TAIL:])) or self._had_room(above, line)
            )
        if line.left > max(line.start, above.left) + _INDENT * size:
            return True
        return self._had_room(above, line)

    def _had_room(self, above: Line, line: Line) -> bool:
        """Tell whether the first word of `line` would have fitted behind `above`."""
        word = line.words[0]
        room = above.stop - above.right
        needed = min(word.right - word.left, _WIDEST_WORD * word.size)
        if room <= needed + 0.6 * word.size:
            return False
        ended = bool(_ENDS.search(above.text[-_TAIL:]))
        return ended or room > _SHORT_LINE * (above.stop - above.start)

    def _counts_on(self, above: Line, line: Line) -> bool:
        """Tell whether a line only happens to begin with a figure or dash."""
        number = _BULLET.match(line.text)
        if number is None or number["glyph"] or _ENDS.search(above.text[-_TAIL:]):
            return False
        return not self._had_room(above, line) and (
            above.y - line.y <= _GAP * self._leading
        )

    def _runs_over(self, block: _Block, line: Line) -> bool:
        """Tell whether a paragraph goes on at the top of the next column or page."""
        if not block.lines or not _alike(block.lines[-1].size, line.size):
            return False
        above = block.lines[-1]
        if line.size >= _HEADING_SIZE * self._body or above.is_bold:
            return False
        if _STOPS.search(above.text[-_TAIL:]):
            return False
        first = line.text.lstrip("\"'“‘(")[:1]
        return first.islower() or not self._had_room(above, line)

    def _piece(self, block: _Block, below: _Block | Table | None) -> Piece:
        text = block.lines[0].text
        for line in block.lines[1:]:
            text = self._hyphens.joined(text, line.text)
        level = self._level(block, text, below)
        if level is not None:
            return Heading(level, text)
        bullet = _BULLET.match(text)
        if bullet and text[bullet.end() :].strip():
            number = int(bullet["number"]) if bullet["number"] else None
            return Item(text[bullet.end() :], number=number)
        return Paragraph(text)

    def _level(
        self, block: _Block, text: str, below: _Block | Table | None
    ) -> int | None:
        """Return the level of a heading, None for anything that may not be one."""
        if len(block.lines) > _HEADING_LINES or len(text) > _LONGEST_HEADING:
            return None
        if not any(map(str.isalpha, text)):
            return None
        if block.size >= _HEADING_SIZE * self._body:
            return self._levels.get(block.size)
        plain_below = isinstance(below, _Block) and not below.is_bold
        if (
            self._bold_stands_out
            and block.is_bold
            and plain_below
            and len(text) <= _LONGEST_BOLD
            and not _ENDS.search(text[-_TAIL:])
        ):
            return max(self._levels.values(), default=1) + 1
        return None


def _without_labels(rows: Sequence[Row], body: float) -> list[Row]:
    """Drop the tiny letters of drawings."""
    kept = ([line for line in row if line.size >= _TINY * body] for row in rows)
    return [row for row in kept if row]


def parts_of(rows: Sequence[Row]) -> Iterator[Line | Table]:
    """Give lines, and tables where rows of several lines stand below each other.

    A row that is alone in having gaps is one line: the gaps are those of a bullet or of
    justified type. Rows of a table of contents and the labels of a drawing are dropped.
    """
    for is_wide, run in groupby(rows, lambda row: len(_cells(row)) > 1):
        found = list(run)
        if not is_wide:
            yield from (_one_line(row) for row in found if not _is_contents(row))
            continue
        cells = [_cells(row) for row in found if not _is_contents(row)]
        table = _table(cells)
        if table is not None:
            yield table
        elif len(cells) < _LEAST_TABLE_ROWS or _mean_length(cells) > _LABEL:
            yield from map(_one_line, cells)


def _cells(row: Row) -> Row:
    """Return the lines of a row, a bullet together with what it stands before.

    A lone sign at the start is a bullet, whatever its font makes of it.
    """
    if len(row) < 2:
        return row
    first, second, *others = row
    sign = first.text
    if len(sign) == 1 and not sign.isalnum():
        sign = "•"
    if not _BULLET.fullmatch(f"{sign} "):
        return row
    bullet = replace(first.words[0], text=sign)
    marked = replace(line_of([bullet]), start=first.start, stop=first.stop)
    return [_joined([marked, second]), *others]


def _one_line(row: Row) -> Line:
    return _joined(row) if len(row) > 1 else row[0]


def _joined(lines: Sequence[Line]) -> Line:
    whole = line_of([word for line in lines for word in line.words])
    return replace(whole, start=lines[0].start, stop=lines[0].stop)


def _table(rows: Sequence[Row]) -> Table | None:
    """Return the table that the rows are, None where they do not line up."""
    if len(rows) < _LEAST_TABLE_ROWS:
        return None
    columns = Counter(len(row) for row in rows).most_common(1)[0][0]
    whole = [row for row in rows if len(row) == columns]
    if len(whole) < _LINED_UP * len(rows):
        return None
    if not all(_lines_up([row[it] for row in whole]) for it in range(columns)):
        return None
    headed = all(cell.is_bold for cell in whole[0]) and not all(
        cell.is_bold for row in whole[1:] for cell in row
    )
    return Table(tuple(tuple(cell.text for cell in row) for row in whole), headed)


def _lines_up(cells: Sequence[Line]) -> bool:
    """Tell whether cells share their left edge, right edge or middle."""
    places = (
        [cell.left for cell in cells],
        [cell.right for cell in cells],
        [(cell.left + cell.right) / 2 for cell in cells],
    )
    near = cells[0].size
    return any(
        sum(abs(place - statistics.median(edge)) <= near for place in edge)
        >= _LINED_UP * len(edge)
        for edge in places
    )


def _mean_length(rows: Sequence[Row]) -> float:
    return statistics.mean(len(line.text) for row in rows for line in row)


def _is_contents(row: Row) -> bool:
    return bool(_CONTENTS.search(" ".join(line.text for line in row)[-_LEADER:]))


def _alike(size: float, other: float) -> bool:
    return abs(size - other) <= _SAME_SIZE * max(size, other)
