"""Cut a claim in two, join two, and check the words that a person gives one. Pure."""

import re
from collections.abc import Iterator

from app.domain.errors import InputError
from app.domain.reading.citations import find_markers
from app.domain.reading.script import is_cjk
from app.domain.reading.sentences import CLOSERS, STOPS, sentences

#: Longest text of a claim, in characters.
MAX_LENGTH = 5_000
# Control characters and lone surrogates: no database keeps all of them.
_UNSTORABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
_TURN = re.compile(r"[;；]\s*|,\s+(?=(?:and|but|while|whereas|yet|so)\s)|，(?=而|但)")

#: What a claim that was cut within its sentence ends with.
_PAUSES = ",;:、，；："

Span = tuple[int, int]


def checked_text(text: str) -> str:
    """Return a person's words for a claim on one line.

    Raises InputError if there are none, too many, or one that no text has.
    """
    text = " ".join(text.split())
    if not any(map(str.isalnum, text)):
        raise InputError("A claim needs words.")
    if len(text) > MAX_LENGTH:
        raise InputError(
            f"The claim has {len(text):,} characters; at most {MAX_LENGTH:,} fit."
        )
    found = _UNSTORABLE.search(text)
    if found:
        raise InputError(
            "The claim holds a character that no text has, "
            f"U+{ord(found.group()):04X} at place {found.start() + 1:,}."
        )
    return text


def likely_split(text: str) -> int | None:
    """Return where a claim most likely falls into two, None where nothing tells it.

    That is where its first sentence ends, else behind a semicolon, else before "and",
    "but" and the like behind a comma.
    """
    spans = list(sentences(text, 0, len(text)))
    if len(spans) > 1:
        return spans[1][0]
    found = _TURN.search(text)
    return found.end() if found and text[found.end() :].strip() else None


def place_of_break(text: str, broken: str) -> int:
    """Return where in a claim a person broke the line.

    Raises InputError for none or several breaks, and for words that differ.
    """
    parts = [line for line in broken.splitlines() if line.strip()]
    if len(parts) != 2:
        raise InputError("Break the line once, where the second claim begins.")
    if _bare(broken) != _bare(text):
        raise InputError(
            "Only the line break may be new here: change the words before or after."
        )
    places = [at for at, char in enumerate(text) if not char.isspace()]
    return places[len(_bare(parts[0]))]


def cut(text: str, at: int) -> tuple[str, str]:
    """Return the two parts of a claim; InputError where one would have no words."""
    if not 0 <= at <= len(text):
        raise InputError("The place to split at lies outside of the claim.")
    first, second = text[:at].strip(), text[at:].strip()
    for part in (first, second):
        if not any(map(str.isalnum, part)):
            raise InputError("Both parts of a claim that is split need words.")
    return first, second


def split_span(
    source: str, start: int, end: int, first: str, second: str
) -> tuple[Span, Span] | None:
    """Return where the two parts of a claim stand in its span of the source.

    None where their characters are not found there in order, markers and marks skipped:
    the claim was reworded.
    """
    places = list(_places(source, start, end))
    one = _find(source, places, first)
    if one is None:
        return None
    rest = places[places.index(one[1]) + 1 :]
    # The full stop may be the reader's: the source has a marker there.
    two = _find(source, rest, second) or _find(source, rest, second.rstrip(STOPS))
    if two is None:
        return None
    return (one[0], one[1] + 1), (two[0], two[1] + 1)


def join(first: str, second: str) -> str:
    """Return the text of two claims as that of one."""
    if first[-1] not in STOPS + CLOSERS + _PAUSES:
        first += "。" if is_cjk(first[-1]) else "."
    return first + ("" if is_cjk(second[0]) else " ") + second


def _bare(text: str) -> str:
    return "".join(text.split())


def _places(source: str, start: int, end: int) -> Iterator[int]:
    """Yield the places of the span's characters, without white space and markers."""
    at = start
    for marker in find_markers(source, start, end):
        yield from (it for it in range(at, marker.start) if not source[it].isspace())
        at = marker.end
    yield from (it for it in range(at, end) if not source[it].isspace())


def _find(source: str, places: list[int], words: str) -> Span | None:
    """Return the first and last place of these words, whose characters are in order."""
    wanted = _bare(words)
    left = iter(places)
    found = [next((at for at in left if source[at] == char), -1) for char in wanted]
    return None if -1 in found else (found[0], found[-1])
