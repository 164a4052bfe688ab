"""Tell whether an answer still stands in a claim that was reworded. Pure."""

import re

from app.domain.claims.words import folded

_EDGE = re.compile(r"[^\W_\u3400-\u9fff]")


def still_stands(answer: str, before: str, after: str) -> bool:
    """Say whether an answer stands in the new wording if it stood in the old one.

    One that never stood there word for word was worked out, and says nothing.
    """
    return not stands_in(answer, before) or stands_in(answer, after)


def stands_in(answer: str, text: str) -> bool:
    """Say whether a text holds an answer word for word, however it is spaced."""
    wanted = folded(" ".join(answer.split())).strip(" .。")
    if not wanted:
        return False
    # "4 %" does not stand in "14 %".
    head = r"\b" if _EDGE.match(wanted[0]) else ""
    tail = r"\b" if _EDGE.match(wanted[-1]) else ""
    pattern = re.escape(wanted).replace(r"\ ", r"\s+")
    return re.search(head + pattern + tail, folded(text)) is not None
