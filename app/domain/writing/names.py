"""Short references to a thing that the article names in full: "the canal".

Where exactly one name of the article ends in the noun ("Suez Canal"), "the canal" means
it, and the full name takes its place in a question. Nothing less certain is replaced.
"""

import re
from collections.abc import Iterable

from app.domain.writing.vocabulary import NAME_HEADS

_OPENER = re.compile(r"^(?:The|In|At|On|By|For|Since|When|While|As) ")
#: The name is longer: "National Association of Realtors".
_GOES_ON = re.compile(r" (?:of|for|and|on) (?:the )?[A-Z]")
_NAME = re.compile(r"\b(?:[A-Z][\w&’'-]+ )+[A-Z][\w’'-]+\b")


def full_names(texts: Iterable[str]) -> dict[str, str]:
    """Return, by lower-case head noun, the one full name that ends in it."""
    found: dict[str, set[str]] = {}
    for text in texts:
        for match in _NAME.finditer(text):
            if _GOES_ON.match(text, match.end()):
                continue
            name = _OPENER.sub("", match[0])
            head = name.rsplit(" ", 1)[-1].casefold()
            if head in NAME_HEADS and " " in name:
                found.setdefault(head, set()).add(name)
    return {head: names.pop() for head, names in found.items() if len(names) == 1}


def spelled_out(text: str, names: dict[str, str]) -> str:
    """Return `text` with the first "the canal" written as "the Suez Canal".

    A text that holds the full name already says what is meant.
    """
    for head, name in names.items():
        if name not in text:
            text = re.sub(
                rf"\b(the|The) {head}\b(?!['’-])", rf"\1 {name}", text, count=1
            )
    return text
