"""Tell whether a title is a headline, that is, tells of something that happened."""

import re

from app.domain.reading.definites import is_third_person
from app.domain.reading.vocabulary import EVENTS, FINITE, PAST_FORMS

_MOST_WORDS = 4
_ASKS = re.compile(r"(?:Why|How|What|Who|Where|When|Whether|Is|Are|Does|Do|Can)\b|.*\?")


def names_topic(title: str) -> bool:
    """Tell whether a title is only the name of a thing, like that of an encyclopaedia.

    That is four words at most, no verb, no figure and no question among them.
    """
    words = title.split()
    told = _ASKS.match(title) or any(map(_is_verb, words)) or re.search(r"\d", title)
    return 0 < len(words) <= _MOST_WORDS and not told


def events_of(title: str) -> frozenset[str]:
    """Return the nouns that mean what a headline tells, none for any other title.

    A headline has a verb in small letters: "Fed lowers rates", not "Rates" or "How …".
    """
    if _ASKS.match(title):
        return frozenset()
    words = title.split()[1:]
    tells = any(map(_is_verb, words))
    return EVENTS if tells else frozenset()


def _is_verb(word: str) -> bool:
    past = word in PAST_FORMS or (word.endswith("ed") and word.islower())
    return past or word in FINITE or (word.islower() and is_third_person(word))
