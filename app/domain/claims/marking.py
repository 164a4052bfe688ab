"""Make a claim of a span that a person marks in the source. Pure."""

import re

from app.domain.article import Claim
from app.domain.claims.editing import MAX_LENGTH
from app.domain.errors import InputError
from app.domain.reading.marks import without_marks
from app.domain.reading.statements import as_claim, read_statement

_QUOTED = 60


def claim_at(text: str, start: int, end: int) -> Claim:
    """Return the claim that `text[start:end]` makes, read as any other.

    Raises InputError if the span holds no words or more than fit.
    """
    if not 0 <= start < end <= len(text):
        raise InputError("Nothing was marked.")
    plain, places = without_marks(text[start:end])
    statement = read_statement(plain, 0, len(plain))
    if statement is None or not any(map(str.isalpha, statement.text)):
        raise InputError("What was marked holds no words.")
    if len(statement.text) > MAX_LENGTH:
        raise InputError(
            f"What was marked has {len(statement.text):,} characters; a claim takes at "
            f"most {MAX_LENGTH:,}."
        )
    claim = as_claim(statement)
    return Claim(
        text=claim.text,
        language=claim.language,
        citations=claim.citations,
        start=start + places.start(statement.start),
        end=start + places.end(statement.end),
        notes=claim.notes,
    )


def find_span(
    text: str, start: int, end: int, *, first: str, last: str
) -> tuple[int, int]:
    """Return the span of `text[start:end]` from its `first` words to its `last`.

    White space counts alike. Raises InputError where the first words are not found or
    stand there several times, or the last do not follow them.
    """
    opening = _pattern(first, "first")
    found = [match.span() for match in opening.finditer(text, start, end)]
    if not found:
        raise InputError(f"“{_short(first)}” does not stand in the source.")
    if len(found) > 1:
        raise InputError(
            f"“{_short(first)}” stands in the source {len(found)} times: give more of "
            "its words."
        )
    begins, _ = found[0]
    closing = _pattern(last, "last").search(text, begins, end)
    if closing is None:
        raise InputError(
            f"“{_short(last)}” does not stand in the source behind “{_short(first)}”."
        )
    return begins, closing.end()


def _pattern(words: str, which: str) -> re.Pattern[str]:
    parts = words.split()
    if not parts:
        raise InputError(f"Give the {which} words of the claim.")
    return re.compile(r"\s+".join(map(re.escape, parts)))


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _QUOTED else words[:_QUOTED] + "…"
