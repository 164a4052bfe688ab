"""Short references to what the article names in full: "the canal", "Mehta".

Where exactly one name of the article ends in the noun ("Suez Canal"), "the canal" means
it, and the full name takes its place in a question; so it is with a surname ("Judge
Amit Mehta"). Nothing less certain is replaced.
"""

import re
from collections.abc import Iterable, Iterator

from app.domain.writing.countries import PLACES
from app.domain.writing.vocabulary import FUNCTION_WORDS, MONTHS, NAME_HEADS

#: The name is longer: "National Association of Realtors".
_GOES_ON = re.compile(r" (?:of|for|and|on) (?:the )?[A-Z]")
_NAME = re.compile(r"\b(?:[A-Z][\w&’'-]+ )+[A-Z][\w’'-]+\b")
#: An owner's ending is no part of a name.
OWNED = re.compile(r"['’]s?$")
#: What may stand before a name without being part of it.
_BEFORE = FUNCTION_WORDS | MONTHS


def full_names(texts: Iterable[str]) -> dict[str, str]:
    """Return the one full name that ends in a word, by that word.

    Nouns are in lower case ("canal"), surnames as they are written ("Mehta").
    """
    texts = list(texts)
    by_last: dict[str, set[str]] = {}
    things: set[str] = set()
    for text in texts:
        for name, is_thing in _names(text):
            last = name.rsplit(" ", 1)[-1]
            by_last.setdefault(last, set()).add(name)
            if is_thing or last.casefold() in NAME_HEADS:
                things.add(last)
    found: dict[str, str] = {}
    for last, names in by_last.items():
        if len(names) > 1:
            continue
        name = next(iter(names))
        if last.casefold() in NAME_HEADS:
            found[last.casefold()] = name
        elif last not in things | PLACES and _bears(name, last, texts):
            found[last] = name
    return found


def _names(text: str) -> Iterator[tuple[str, bool]]:
    """Yield each name of two words or more; whether it stands behind "the"."""
    for match in _NAME.finditer(text):
        if _GOES_ON.match(text, match.end()):
            continue
        parts = OWNED.sub("", match[0]).split(" ")
        behind = text[: match.start()].casefold().endswith("the ")
        while parts and parts[0].casefold() in _BEFORE:
            behind = parts.pop(0).casefold() == "the"
        if len(parts) > 1:
            yield " ".join(parts), behind


def _bears(name: str, last: str, texts: list[str]) -> bool:
    """Say whether a person is named in full in one sentence, and in short anywhere."""
    in_full = any(name in text and text.rstrip().endswith(".") for text in texts)
    return in_full and any(_alone(last, text) for text in texts)


def _alone(last: str, text: str) -> re.Match[str] | None:
    """Find a surname that stands without the rest of any name."""
    if not last[:1].isupper() or not last.isalpha() or last.isupper():
        return None
    if last not in text:
        return None
    for match in re.finditer(rf"(?<![\w’'-]){last}\b(?![-\w])(?! [A-Z])", text):
        before = text[: match.start()].rsplit(None, 1)[-1:]
        in_name = bool(before) and before[0][:1].isupper()
        spaced = text[: match.start()].endswith(" ")
        if not (spaced and in_name and before[0].casefold() not in _BEFORE):
            return match
    return None


def spelled_out(text: str, names: dict[str, str]) -> str:
    """Return `text` with the first "the canal" written as "the Suez Canal".

    A text that holds the full name already says what is meant.
    """
    for last, name in names.items():
        if name in text:
            continue
        if last.islower():
            text = re.sub(
                rf"\b(the|The) {last}\b(?!['’-])", rf"\1 {name}", text, count=1
            )
            continue
        match = _alone(last, text)
        if match is not None:
            text = text[: match.start()] + name + text[match.end() :]
    return text
