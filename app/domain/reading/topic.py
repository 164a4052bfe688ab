"""Find what a sentence is about, where that is what the title of its article names."""

import re
from collections.abc import Set

from app.domain.reading.definites import is_third_person
from app.domain.reading.stems import stem
from app.domain.reading.vocabulary import (
    BASE,
    BEHIND_NOUNS,
    FINITE,
    PREPOSITIONS,
    PRESENT_FORMS,
    PRONOUNS,
)

_WORD = re.compile(r"[A-Za-zÀ-ɏ][\w’'-]*")
_ARTICLE = re.compile(r"(?:the|an?) ", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]{1,80}\) ")
_NO_NOUNS = PREPOSITIONS | FINITE | PRONOUNS | {"the", "a", "an", "and", "or", "to"}
_MOST_WORDS = 5


def topic_at(sentence: str, place: int, title: Set[str]) -> str:
    """Return the words at `place` that the title holds, before a verb, or "".

    `title` holds the stems of the title. "A heat pump" means any such pump only in
    front of a verb of the present.
    """
    article = _ARTICLE.match(sentence, place)
    start = position = article.end() if article else place
    words: list[str] = []
    while match := _WORD.match(sentence, position):
        word = match.group()
        if stem(word) not in title or word.lower() in _NO_NOUNS:
            break
        words.append(word)
        position = match.end() + 1
    if not words or len(words) > _MOST_WORDS:
        return ""
    brackets = _BRACKETS.match(sentence, position)
    verb = _WORD.match(sentence, brackets.end() if brackets else position)
    if verb and (verb.group() in BEHIND_NOUNS or verb.group().endswith("ly")):
        verb = _WORD.match(sentence, verb.end() + 1)
    if verb is None or not _is_verb(verb.group()):
        return ""
    the = bool(article) and sentence[place : place + 3].lower() == "the"
    if not the and not _is_present(verb.group()):
        return ""
    if not article and not is_plural(words[-1]):
        return ""
    noun = " ".join(words)
    if not article and noun[1:].islower():
        noun = noun[0].lower() + noun[1:]
    return sentence[place:start].lower() + noun


def is_plural(topic: str) -> bool:
    """Tell whether a noun has the form of a plural."""
    return topic.endswith("s") and not topic.endswith(("ss", "us", "is"))


def _is_verb(word: str) -> bool:
    return word in FINITE | BASE or word.endswith("ed") or is_third_person(word)


def _is_present(word: str) -> bool:
    return word in PRESENT_FORMS or word in BASE or is_third_person(word)
