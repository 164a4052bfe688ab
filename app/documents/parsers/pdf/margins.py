"""Drop what stands at the edges of pages: running heads, page numbers, notes."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.documents.parsers.pdf.lines import Row

# Share of a page's height, and lines from its edge, in which a head or foot stands.
_ZONE = 0.13
_LINES = 3
# Pages that show the same head: so many at least, and this share of all.
_LEAST_PAGES = 2
_ENOUGH_PAGES = 3
_LEAST_SHARE = 0.3
_SAME_PLACE = 6
_LONGEST_HEAD = 120
_DIGITS = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|seite|p\.|第)\s?)?(?:\d{1,4}|[ivxl]{1,6})"
    r"(?:\s?(?:of|/|von|页|頁|\|)\s?\d{0,4})?\W*(?:页|頁)?\W*",
    re.IGNORECASE,
)
_OUTER_NUMBER = re.compile(r"\A\W*(\d{1,4})\b|\b(\d{1,4})\W*\Z")
_APART = 2.5
_NOTE_SIZE = 0.88
_NOTE_START = re.compile(r"[\d*∗†‡¹²³⁴⁵⁶⁷⁸⁹⁰]")


@dataclass(frozen=True, slots=True)
class PageRows:
    """The rows of a page, which reaches from `bottom` to `top`."""

    rows: Sequence[Row]
    bottom: float
    top: float


def without_margins(pages: Sequence[PageRows], body_size: float) -> list[list[Row]]:
    """Return each page's rows without the page's furniture.

    A row at the edge goes when it only counts the pages, when it stands at the same
    place, numbers apart, on several pages, when a figure at its end counts on with the
    pages, when it is small type far from the text, and when it is a footnote: small
    type that starts with a mark, down to the foot of the page.
    """
    furniture = _Furniture(pages)
    kept: list[list[Row]] = []
    for number, page in enumerate(pages):
        edge = {id(row) for row in _edge(page) if furniture.includes(row, number)}
        rows = [row for row in page.rows if id(row) not in edge]
        kept.append(
            _without_notes(_without_small_print(rows, page, body_size), body_size)
        )
    return kept


class _Furniture:
    """Knows what the edges of all pages have in common."""

    def __init__(self, pages: Sequence[PageRows]) -> None:
        self._least = min(
            _ENOUGH_PAGES, max(_LEAST_PAGES, round(_LEAST_SHARE * len(pages)))
        )
        edges = [(number, _edge(page)) for number, page in enumerate(pages)]
        self._seen = Counter(
            key for _, edge in edges for key in {_key(row) for row in edge}
        )
        self._counts = Counter(
            shift
            for number, edge in edges
            for shift in {it for row in edge for it in _shifts(row, number)}
        )

    def includes(self, row: Row, number: int) -> bool:
        text = _text(row)
        if _PAGE_NUMBER.fullmatch(text):
            return True
        if len(text) > _LONGEST_HEAD:
            return False
        words, place = _key(row)
        seen = sum(self._seen[words, place + shift] for shift in (-1, 0, 1))
        counted = max((self._counts[it] for it in _shifts(row, number)), default=0)
        return seen >= self._least or counted >= max(_ENOUGH_PAGES, self._least)


def _shifts(row: Row, number: int) -> Iterator[int]:
    """Give how far figures at the ends of a row are from the page's own number."""
    for match in _OUTER_NUMBER.finditer(_text(row)):
        yield int(match[1] or match[2]) - number


def _edge(page: PageRows) -> list[Row]:
    zone = _ZONE * (page.top - page.bottom)
    head = [row for row in page.rows[:_LINES] if row[0].y > page.top - zone]
    foot = [row for row in page.rows[-_LINES:] if row[0].y < page.bottom + zone]
    return [*head, *(row for row in foot if row not in head)]


def _key(row: Row) -> tuple[str, int]:
    return _DIGITS.sub("#", _text(row).lower()), round(row[0].y / _SAME_PLACE)


def _text(row: Row) -> str:
    return " ".join(line.text for line in row)


def _without_small_print(rows: list[Row], page: PageRows, body: float) -> list[Row]:
    """Drop outermost rows that are small and apart, as browsers print them."""
    zone = _ZONE * (page.top - page.bottom)
    if len(rows) > 1 and rows[0][0].y > page.top - zone:
        rows = rows[_is_small_print(rows[0], rows[1], body) :]
    if len(rows) > 1 and rows[-1][0].y < page.bottom + zone:
        rows = rows[: len(rows) - _is_small_print(rows[-1], rows[-2], body)]
    return rows


def _is_small_print(row: Row, next_row: Row, body: float) -> bool:
    is_small = max(line.size for line in row) < _NOTE_SIZE * body
    return is_small and abs(row[0].y - next_row[0].y) > _APART * body


def _without_notes(rows: list[Row], body_size: float) -> list[Row]:
    end = len(rows)
    while end and max(line.size for line in rows[end - 1]) < _NOTE_SIZE * body_size:
        end -= 1
    if end and end < len(rows) and _NOTE_START.match(_text(rows[end])):
        return rows[:end]
    return rows
