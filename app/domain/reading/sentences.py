"""Cut running text into sentences, each with the markers behind its full stop."""

import re
from collections.abc import Iterator

from app.domain.reading.citations import marker_at

STOPS = ".!?…。\uff01\uff1f"
CLOSERS = "\"'”’»)\uff09]』」】*_"
_STOP = re.compile(r"[.!?…]+|[。\uff01\uff1f]+")
_WORD = re.compile(r"[\w'’]+")
_LAST_WORD = re.compile(r"[^\s(\uff08\[\"“‘'/—–]*$")
_DOTTED = re.compile(r"(?:[A-Za-z]\.)*[A-Za-z]")
_NEVER_LAST_WORDS = (
    "mr mrs ms dr prof st vs e.g i.e no nos fig figs approx cf ca eq vol gen gov sen"
    " rep pres dept est avg viz incl excl"
)
_SELDOM_LAST_WORDS = (
    "inc corp ltd co bros jr sr etc al jan feb mar apr jun jul aug sep sept oct nov"
    " dec mon tue wed thu fri sat sun plc llc cos intl assn bn mn tn"
)
_STARTERS_WORDS = (
    "the a an this that these those it its in on at by for as with from to he she they"
    " we our their his her but and or yet while when if after before since although"
    " though however meanwhile moreover some many most both each all no one two such"
    " there here what why how who which until during under between without once"
    " because among"
)
_NEVER_LAST = frozenset(_NEVER_LAST_WORDS.split())
SELDOM_LAST = frozenset(_SELDOM_LAST_WORDS.split())
_STARTERS = frozenset(_STARTERS_WORDS.split())


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences of `text[start:end]`, without outer space.

    Closing quotes and citation markers that follow a full stop belong to its sentence.
    A full stop after an initial, an abbreviation or inside a number ends nothing.
    """
    begin = _skip_space(text, start, end)
    for match in _STOP.finditer(text, start, end):
        if match.start() < begin:
            continue
        stop = _past_closers(text, match.end(), end)
        if not _ends_sentence(text, begin, match, stop, end):
            continue
        yield begin, stop
        begin = _skip_space(text, stop, end)
    if begin < end:
        last = begin + len(text[begin:end].rstrip())
        if last > begin:
            yield begin, last


def is_abbreviated(text: str, start: int, dot: int, end: int) -> bool:
    """Tell whether the full stop at `dot` only marks an abbreviation.

    `U.S.`, `Inc.` and the like may also end a sentence: they do when nothing follows or
    a word that mostly opens sentences, such as "The" with a capital.
    """
    found = _LAST_WORD.search(text, max(start, dot - 20), dot)
    word = found.group() if found else ""
    if word.lower() in _NEVER_LAST:
        return True
    if word.isdigit() and not text[start : dot - len(word)].strip():
        return True
    if word.lower() not in SELDOM_LAST and not (word and _DOTTED.fullmatch(word)):
        return False
    follows = _WORD.search(text, dot + 1, min(end, dot + 40))
    if follows is None:
        return False
    opening = follows.group()
    if len(word) == 1 and word.islower() and opening[0].isupper():
        return False
    return opening[0].islower() or opening.lower() not in _STARTERS


def ends_complete(text: str, start: int, end: int) -> bool:
    """Tell whether `text[start:end]` ends with a full stop or a citation marker."""
    tail = text[max(start, end - 200) : end].rstrip()
    if tail[-1:].isalpha() or tail[-1:].isdecimal():
        return False
    bare = tail.rstrip(CLOSERS)
    if bare[-1:] in STOPS and bare:
        return True
    opening = max(tail.rfind(char) for char in "[\uff3b【〔")
    if opening >= 0 and marker_at(tail, opening, len(tail)):
        return not tail[_past_markers(tail, opening, len(tail)) :].strip(
            CLOSERS + ";\uff1b"
        )
    if tail[-1:] in "⁰¹²³⁴⁵⁶⁷⁸⁹" and tail:
        body = len(tail.rstrip("⁰¹²³⁴⁵⁶⁷⁸⁹,⁻"))
        return marker_at(tail, body, len(tail)) is not None
    return False


def _ends_sentence(
    text: str, begin: int, match: re.Match[str], stop: int, end: int
) -> bool:
    if match.group()[0] in "。\uff01\uff1f":
        return True
    following = text[stop : stop + 1]
    if stop < end and not (following.isspace() or stop > match.end()):
        return False
    position = _skip_space(text, stop, end)
    if position < end and (text[position].islower() or text[position] in ",;:)-–—"):
        return False
    return match.group() != "." or not is_abbreviated(text, begin, match.start(), end)


def _past_closers(text: str, position: int, end: int) -> int:
    while position < end and text[position] in CLOSERS:
        position += 1
    return _past_markers(text, position, end)


def _past_markers(text: str, position: int, end: int) -> int:
    """Return the end of the markers that follow `position`, spaces between allowed."""
    while True:
        marker = marker_at(text, _skip_space(text, position, end), end)
        if marker is None:
            return position
        position = marker.end


def _skip_space(text: str, position: int, end: int) -> int:
    while position < end and text[position].isspace():
        position += 1
    return position
