"""What a document is made of, whatever it was written in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

DEEPEST = 6
_BOLD_LINE = re.compile(r"\*\*[^*\n]+\*\*")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the document's title."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; line breaks in it were meant."""

    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list, `depth` lists inside others, with its number if it has one."""

    text: str
    depth: int = 0
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; `headed` tells whether the first row was marked as a header."""

    rows: tuple[tuple[str, ...], ...]
    headed: bool = False


Piece = Heading | Paragraph | Item | Table


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a parser found: the pieces in reading order, and what the document says."""

    pieces: Sequence[Piece]
    title: str | None = None
    url: str | None = None


def with_one_title(pieces: Sequence[Piece], title: str | None) -> list[Piece]:
    """Return `pieces` as one article: one heading of level 1, in front of all others.

    A first heading of level 1 is the title unless others follow that are no better;
    then `title` is put before them, and they go down a level.
    """
    tops = [it for it in pieces if isinstance(it, Heading) and it.level == 1]
    first = next((it for it in pieces if isinstance(it, Heading)), None)
    if len(tops) == 1 and first is tops[0]:
        return list(pieces)
    own = tops[0] if tops and first is tops[0] and _same(tops[0].text, title) else None
    lowered = [_lowered(it, own) for it in pieces] if tops else list(pieces)
    if own is None and title and not _starts_with_bold_line(pieces):
        return [Heading(1, title), *lowered]
    return lowered


def _starts_with_bold_line(pieces: Sequence[Piece]) -> bool:
    """Tell whether the text brings a title that is only set bold."""
    first = pieces[0] if pieces else None
    return isinstance(first, Paragraph) and bool(_BOLD_LINE.fullmatch(first.text))


def _lowered(piece: Piece, title: Heading | None) -> Piece:
    if not isinstance(piece, Heading) or piece is title:
        return piece
    return replace(piece, level=min(piece.level + 1, DEEPEST))


def _same(heading: str, title: str | None) -> bool:
    if title is None:
        return False
    one, other = heading.casefold(), title.casefold()
    return one in other or other in one
