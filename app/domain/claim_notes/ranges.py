"""Check that ranges run from the less to the greater."""

import re
from collections.abc import Iterator

from app.domain.claim_notes.figures import (
    NUMBER,
    chinese_figure_pattern,
    figure_in,
    figure_pattern,
)

_BETWEEN = re.compile(
    rf"(?P<word>\w+ )?\bbetween {figure_pattern('a')} and {figure_pattern('b')}"
    r"(?P<next>[ -]?[A-Za-z.]*)",
    re.IGNORECASE,
)
_DASHED = re.compile(
    rf"(?<![\w.,/–-])(?P<a>(?P<a_sign>[$€£¥])?(?P<a_number>{NUMBER})(?P<a_scale>)"
    rf"(?P<a_share>%)?) ?[–-] ?(?P<b>(?P<b_sign>[$€£¥])?(?P<b_number>{NUMBER})"
    rf"(?P<b_scale>)(?P<b_share> ?%))(?![\w–-])"
)
_RANGING = re.compile(
    r"\b(?:(?:rang|vari|vary)(?:e|es|ed|ing)?(?:ly)? from|in (?:the|a) range of)"
    rf" {figure_pattern('a')} to"
    rf" {figure_pattern('b')}(?P<next>(?:[ -][A-Za-z]+){{0,2}})",
    re.IGNORECASE,
)
_CHINESE = re.compile(
    rf"(?:介于|在){chinese_figure_pattern('a')}(?P<a_word>[\u4e00-\u9fff]{{0,2}}?)"
    rf"(?:到|至|和|-|–"
    rf"|~){chinese_figure_pattern('b')}(?P<b_word>[\u4e00-\u9fff]{{0,2}}?)之间"
)
# Two figures that are told apart rather than the ends of a range.
_CONTRAST_WORDS = (
    "gap difference differences spread gulf contrast ratio choice split divided choose"
    " choosing switch distinction comparison match war conflict moved odds vote votes"
)
_CONTRAST = frozenset(_CONTRAST_WORDS.split())
_NO_RANGE = re.compile(r"[ -]?(?:a\.?m|p\.?m|o|bc|bce|degrees?|north|south)\b", re.I)
# Words behind a range that goes down along something else.
_ALONG = re.compile(
    r"\b(?:across|through|down|by|with|depending|as|in|from|to|along|over|when|per)\b"
)
# Two small numbers are hours of the day unless such a word follows.
_COUNTED = re.compile(
    r"[ -]?(?:seconds?|minutes?|days?|weeks?|months?|years?|percent|per|euros?|dollars?"
    r"|pounds|cents|yuan|yen|times|tonnes|tons|kg|km|kilomet\w+|met\w+|miles|people|GW"
    r"|MW)\.?$",
    re.IGNORECASE,
)


def range_notes(text: str) -> Iterator[str]:
    """Yield a sentence for each range that runs from the greater figure to the less."""
    lower = text.lower()
    for match in _BETWEEN.finditer(text) if "between" in lower else ():
        word = (match["word"] or "").strip().lower()
        hours = _is_hour(match, "a") and _is_hour(match, "b")
        hours = hours and not _COUNTED.match(match["next"])
        if not (word in _CONTRAST or hours or _NO_RANGE.match(match["next"])):
            yield from _range_note(match)
    for match in _DASHED.finditer(text) if "%" in text else ():
        yield from _range_note(match)
    for match in _RANGING.finditer(text) if "rang" in lower or "var" in lower else ():
        if not _ALONG.search(match["next"]):
            yield from _range_note(match)


def chinese_range_notes(text: str) -> Iterator[str]:
    """Yield the same for Chinese: 介于A到B之间."""
    for match in _CHINESE.finditer(text):
        if match["a_word"] in ("", match["b_word"]):
            yield from _range_note(match)


def _is_hour(match: re.Match[str], name: str) -> bool:
    """Tell whether a figure may be a time of day, as in "between 9 and 5"."""
    figure = figure_in(match, name)
    return not figure.unit and not figure.scaled and figure.value <= 24


def _range_note(match: re.Match[str]) -> Iterator[str]:
    low, high = figure_in(match, "a"), figure_in(match, "b")
    inherits = high.unit == "%" and not low.unit
    if low.unit != high.unit and not inherits:
        return
    lowest = (
        low.scaled_like(high).value if high.scaled and not low.scaled else low.value
    )
    if min(lowest, low.value) > high.value:
        yield f"The range from {low.text} to {high.text.strip()} runs backwards."
