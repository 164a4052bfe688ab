"""Find what a sentence is about, where that is what the title of its article names."""

import re
from collections.abc import Set

from app.domain.reading.definites import is_third_person
from app.domain.reading.stems import stem
from app.domain.reading.vocabulary import (
    BASE,
    BEHIND_NOUNS,
    COUNTING,
    FINITE,
    PREPOSITIONS,
    PRESENT_FORMS,
    PRONOUNS,
    VERBS,
)

_WORD = re.compile(r"[A-Za-zÀ-ɏ][\w’'-]*")
_ARTICLE = re.compile(r"(?:the|an?) ", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]{1,80}\) ")
_APART = re.compile(r", [^,;:.]{1,90}, ")
_NO_NOUNS = PREPOSITIONS | FINITE | PRONOUNS | {"the", "a", "an", "and", "or", "to"}
_PLURAL = re.compile(r"([A-ZÀ-Þ]?[a-z-]{2,}(?: [a-z-]{3,}){0,2}?s)(?= [a-z])")
_MOST_WORDS = 5


def topic_at(sentence: str, place: int, title: Set[str]) -> str:
    """Return a noun at `place` that the title holds, before a verb, or "".

    `title` holds the stems of the title; "a white LED" is the topic where that is "the
    LED". "A heat pump" means any such pump only in front of a verb of the present.
    """
    article = _ARTICLE.match(sentence, place)
    start = article.end() if article else place
    words, end = _noun_at(sentence, start, title)
    verb = _verb_at(sentence, end) if 0 < len(words) <= _MOST_WORDS else ""
    if not _is_verb(verb):
        return ""
    the = sentence[place : place + 4].lower() == "the "
    if not the and not (_is_present(verb) and (article or is_plural(words[-1]))):
        return ""
    noun = " ".join(words)
    if not article and noun[1:].islower():
        noun = noun[0].lower() + noun[1:]
    return sentence[place:start].lower() + noun


def plural_at(sentence: str, place: int) -> str:
    """Return a bare plural at `place` before a verb of the present, or ""."""
    match = _PLURAL.match(sentence, place)
    if not match or not is_plural(match[1]) or match[1].lower() in _NO_NOUNS:
        return ""
    verb = _verb_at(sentence, match.end() + 1)
    if verb.endswith("s") or not (verb in BASE or verb in PRESENT_FORMS):
        return ""
    words = match[1].split()
    if words[0].lower() in COUNTING or _NO_NOUNS.intersection(words):
        return ""
    return match[1] if place else match[1][0].lower() + match[1][1:]


def _noun_at(sentence: str, place: int, title: Set[str]) -> tuple[list[str], int]:
    """Return the words of a noun whose last the title holds, and where they end."""
    words: list[str] = []
    position = place
    while match := _WORD.match(sentence, position):
        word = match.group()
        held = stem(word) in title
        if word.lower() in _NO_NOUNS or (words and not held and _is_verb(word)):
            break
        words.append(word)
        position = match.end() + 1
        if sentence[match.end() : position] != " ":
            break
    while words and stem(words[-1]) not in title and _is_adverb(words[-1]):
        position -= len(words.pop()) + 1
    return (words if words and stem(words[-1]) in title else []), position


def _verb_at(sentence: str, position: int) -> str:
    """Return the word behind what stands in brackets or commas, and an adverb."""
    apart = _BRACKETS.match(sentence, position) or _APART.match(sentence, position - 1)
    verb = _WORD.match(sentence, apart.end() if apart else position)
    if verb and _is_adverb(verb.group()):
        verb = _WORD.match(sentence, verb.end() + 1)
    return verb.group() if verb else ""


def _is_adverb(word: str) -> bool:
    return word in BEHIND_NOUNS or word.endswith("ly")


def is_plural(topic: str) -> bool:
    """Tell whether a noun has the form of a plural."""
    return topic.endswith("s") and not topic.endswith(("ss", "us", "is"))


def _is_verb(word: str) -> bool:
    return word in VERBS or word.endswith("ed") or is_third_person(word)


def _is_present(word: str) -> bool:
    return word in PRESENT_FORMS or word in BASE or is_third_person(word)
