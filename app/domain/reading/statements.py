"""Make a claim of a span: trim it, read its markers, fold its white space."""

import re
from dataclasses import dataclass

from app.domain.article import Claim, Offer
from app.domain.claim_notes import notes_for
from app.domain.reading.citations import Marker, find_markers
from app.domain.reading.script import CJK, language_of
from app.domain.reading.sentences import CLOSERS, STOPS

_WRAP = re.compile(rf"(?<=[{CJK}])\s*[\r\n]\s*(?=[{CJK}])")
# "fine-" at the end of a wrapped line, but not that of "two- and three-year".
_HYPHENED = re.compile(r"(?<=\w-)[ \t]*(?:\r\n|[\r\n])[ \t]*(?=\w)(?!(?:and|or|to)\b)")
_EDGE = " \t\r\n\v\f\x85\xa0\u2028\u2029\u3000\u200b\ufeff"
_SEPARATORS = ";\uff1b,\uff0c"


@dataclass(frozen=True, slots=True)
class Statement:
    """The words of a span without its markers, and where they stand."""

    text: str
    citations: tuple[int, ...]
    start: int
    end: int


def read_statement(text: str, start: int, end: int) -> Statement | None:
    """Return what `text[start:end]` states, or `None` if only markers are there.

    The span runs from the first word to the last, markers inside it included. Markers
    before and behind the words lie outside it, and so does a full stop that stands
    behind a marker; that full stop stays in the text: `… since [3].` reads "… since."
    with the span ending at "since". A comma or semicolon that only parts the items of a
    list belongs to neither. White space is folded to one space, or to none at a line
    break inside Chinese; bold marks are dropped.
    """
    markers = list(find_markers(text, start, end))
    start = _skip(text, start, end)
    first = 0
    while first < len(markers) and markers[first].start == start:
        start = _skip(text, markers[first].end, end)
        first += 1
    inner = markers[first:]
    end, closing, inner = _without_tail(text, start, end, inner)
    words = _words(text, start, end, inner)
    if not words:
        return None
    if closing and not (closing[0] in STOPS and words[-1] in STOPS):
        words += closing
    citations = dict.fromkeys(number for mark in markers for number in mark.numbers)
    return Statement(words, tuple(citations), start, end)


def as_claim(statement: Statement) -> Claim:
    """Return the claim that makes this statement."""
    language = language_of(statement.text)
    return Claim(
        text=statement.text,
        language=language,
        citations=statement.citations,
        start=statement.start,
        end=statement.end,
        notes=notes_for(statement.text, language),
    )


def as_offer(statement: Statement, reason: str) -> Offer:
    """Return the offer of this statement, which is no claim for `reason`."""
    return Offer(
        text=statement.text,
        language=language_of(statement.text),
        citations=statement.citations,
        start=statement.start,
        end=statement.end,
        reason=reason,
    )


def fold(raw: str) -> str:
    """Return `raw` on one line, without bold marks."""
    raw = raw.replace("**", "").replace("__", "")
    if "-" in raw:
        raw = _HYPHENED.sub("", raw)
    if not raw.isascii():
        raw = _WRAP.sub("", raw)
    return " ".join(raw.split())


def _without_tail(
    text: str, start: int, end: int, markers: list[Marker]
) -> tuple[int, str, list[Marker]]:
    """Return the end of the words, the full stop behind their markers, the rest."""
    closing = ""
    count = len(markers)
    while count and markers[count - 1].end > start:
        gap = text[markers[count - 1].end : end]
        if gap.strip(_EDGE + STOPS + CLOSERS + _SEPARATORS):
            break
        count -= 1
        closing = fold(gap).strip(_SEPARATORS + "*_ ").replace(" ", "") + closing
        end = markers[count].start
    return _rstrip(text, start, end, closing), closing, markers[:count]


def _rstrip(text: str, start: int, end: int, closing: str) -> int:
    drop = _EDGE + _SEPARATORS if not closing else _EDGE
    while end > start and text[end - 1] in drop:
        end -= 1
    return end


def _skip(text: str, position: int, end: int) -> int:
    while position < end and text[position] in _EDGE:
        position += 1
    return position


def _words(text: str, start: int, end: int, markers: list[Marker]) -> str:
    """Return the folded words between the markers, no space left before punctuation."""
    if not markers:
        return fold(text[start:end])
    pieces: list[str] = []
    position = start
    for marker in markers:
        piece = text[position : marker.start]
        following = text[marker.end : marker.end + 1]
        glued = not following or not following.isalnum()
        pieces.append(piece.rstrip() if glued else piece)
        position = marker.end
    pieces.append(text[position:end])
    return fold("".join(pieces))
