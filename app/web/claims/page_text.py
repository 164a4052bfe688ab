"""Find a place of a page's text again in the text that the page was made of."""

import re

from app.domain.errors import InputError

_LINE_END = re.compile("\r\n")


def place_in_text(text: str, base: int, count: int) -> int:
    r"""Give where `count` characters of a page end, which shows `text` from `base` on.

    A browser reads `\r\n` as one character, so that what it counts is less. Raises
    InputError for a place that the text does not have.
    """
    if not 0 <= base <= len(text) or count < 0:
        raise InputError("What was marked lies outside of the article.")
    place = base + count
    for match in _LINE_END.finditer(text, base):
        if match.start() >= place:
            break
        place += 1
    if place > len(text):
        raise InputError("What was marked lies outside of the article.")
    return place
