"""Write pieces as the plain lines that the reader understands."""

import re
from collections.abc import Iterator, Sequence

from app.documents.characters import folded
from app.documents.parsers.pieces import (
    DEEPEST,
    Heading,
    Item,
    Paragraph,
    Piece,
    Table,
)
from app.domain.errors import InputError

#: Bytes of text that one document may give.
MOST_BYTES = 10_000_000
_LONGEST_HEADING = 300
_LONGEST_CELL = 300
_NUMBER = re.compile(r"\d")
_STOPS = ".!?。\uff01\uff1f"


def write(pieces: Sequence[Piece]) -> str:
    """Return the text of `pieces`: `#` headings, `- ` items, blank lines between.

    Raises InputError above `MOST_BYTES` and for a text without a letter.
    """
    lines: list[str] = []
    size = 0
    above: Piece | None = None
    for piece in pieces:
        for line in _lines(piece):
            if above is not None and not _is_same_list(above, piece):
                lines.append("")
            lines.append(line)
            size += len(line.encode()) + 2
            above = piece
        if size > MOST_BYTES:
            raise InputError(
                f"The document holds more than {MOST_BYTES:,} bytes of text; split it."
            )
    text = "\n".join(lines)
    return f"{text}\n" if text else ""


def _is_same_list(above: Piece, piece: Piece) -> bool:
    if not isinstance(above, Item) or not isinstance(piece, Item):
        return False
    if above.depth != piece.depth:
        return True
    return piece.number is None if above.number is None else piece.number != 1


def _lines(piece: Piece) -> Iterator[str]:
    match piece:
        case Heading(level, text):
            words = folded(text).replace("\n", " ")
            if len(words) > _LONGEST_HEADING:
                yield words
            elif words:
                yield f"{'#' * min(max(level, 1), DEEPEST)} {words}"
        case Paragraph(text):
            if words := folded(text):
                yield words
        case Item(text, depth, number):
            words = folded(text).replace("\n", " ")
            bullet = "-" if number is None else f"{number}."
            if words:
                yield f"{'  ' * depth}{bullet} {words}"
        case Table():
            yield from _rows(piece)


def _rows(table: Table) -> Iterator[str]:
    """Write each row as a sentence, or nothing where the table's cells have no names.

    `Year | Sold` over `2024 | 81` is "Year: 2024; Sold: 81." A table of one column is
    layout: its cells are paragraphs. So are long cells. Of a table without a header
    only two columns make sense: a name and its value.
    """
    rows = [
        tuple(folded(cell).replace("\n", " ") for cell in row) for row in table.rows
    ]
    columns = max(map(len, rows), default=0)
    fewest = 1 if columns == 1 else 2
    rows = [row for row in rows if sum(map(bool, row)) >= fewest]
    if columns <= 1 or any(len(cell) > _LONGEST_CELL for row in rows for cell in row):
        yield from (cell for row in rows for cell in row if cell)
        return
    header = rows[0] if _is_header(table, rows) else None
    if header is not None:
        yield from (_sentence(_named(header, row)) for row in rows[1:])
    elif columns == 2:
        pairs = (row for row in rows if len(row) == 2 and all(row))
        yield from (_sentence([f"{_name(row[0])}: {row[1]}"]) for row in pairs)


def _is_header(table: Table, rows: Sequence[tuple[str, ...]]) -> bool:
    first, *others = rows
    if not others or len(set(first)) < len(first) or len(first) < len(rows[1]):
        return False
    named = all(first[1:])
    if table.headed:
        return named
    figures = any(_NUMBER.search(cell) for row in others for cell in row)
    return named and len(first) > 2 and figures and not _NUMBER.search("".join(first))


def _named(header: tuple[str, ...], row: tuple[str, ...]) -> list[str]:
    pairs = zip(header, row, strict=False)
    return [f"{_name(name)}: {cell}" if name else cell for name, cell in pairs if cell]


def _name(cell: str) -> str:
    return cell.rstrip(":\uff1a ")


def _sentence(parts: Sequence[str]) -> str:
    words = "; ".join(part.rstrip(";") for part in parts)
    return words if words[-1:] in _STOPS else f"{words}."
