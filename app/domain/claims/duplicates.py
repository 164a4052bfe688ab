"""Find cards of different articles that ask the same. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.claims.candidates import WordIndex
from app.domain.claims.facts import Facts, agree, facts_of
from app.domain.claims.likeness import each_has_own
from app.domain.claims.sketch import sketch
from app.domain.claims.words import likeness

#: Questions less alike than this ask different things.
_LEAST = 0.85


@dataclass(frozen=True, slots=True)
class AskedCard:
    """A card as far as it matters here; `article` tells the article of its claim."""

    key: int
    article: int
    question: str
    answer: str
    language: str


@dataclass(frozen=True, slots=True)
class CardDuplicate:
    """Two cards, by their keys, of different articles that ask the same."""

    key: int
    other: int


def card_duplicates(
    cards: Iterable[AskedCard], others: Iterable[AskedCard]
) -> list[CardDuplicate]:
    """Return the pairs of a card and another article's card that ask the same.

    Question and answer must be nearly equal in words, neither may have words of its
    own, and numbers and names must agree. The time taken grows with the number of
    cards, not with the number of pairs.
    """
    known = list(others)
    sketches = [sketch(f"{card.question} {card.answer}") for card in known]
    index = WordIndex(one.keys for one in sketches)
    sides: dict[int, _Sides] = {}
    found = []
    for card in cards:
        mine = sketch(f"{card.question} {card.answer}")
        read: _Sides | None = None
        for at in index.like(mine.keys):
            other = known[at]
            if other.article == card.article or other.language != card.language:
                continue
            if likeness(mine.topic, sketches[at].topic) < _LEAST:
                continue
            read = read or _sides(card)
            if at not in sides:
                sides[at] = _sides(other)
            if all(map(_is_equal, read, sides[at])):
                found.append(CardDuplicate(card.key, other.key))
    return found


_Sides = tuple[Facts, Facts]


def _sides(card: AskedCard) -> _Sides:
    """Return the facts of the question and those of the answer."""
    return (
        facts_of(card.question, card.language),
        facts_of(card.answer, card.language),
    )


def _is_equal(one: Facts, other: Facts) -> bool:
    return (
        likeness(one.topic, other.topic) >= _LEAST
        and not each_has_own(one, other)
        and agree(one, other)
    )
