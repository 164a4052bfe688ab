"""Find cards of different articles that ask the same. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.claims.candidates import WordIndex
from app.domain.claims.facts import Facts, agree, facts_of
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

    Question and answer must be nearly equal in words; numbers and names must agree.
    The time taken grows with the number of cards, not with the number of pairs.
    """
    known = list(others)
    texts = [
        facts_of(f"{card.question} {card.answer}", card.language) for card in known
    ]
    index = WordIndex(facts.topic for facts in texts)
    found = []
    for card in cards:
        mine = facts_of(f"{card.question} {card.answer}", card.language)
        for at in index.like(mine.topic):
            other = known[at]
            if other.article == card.article or other.language != card.language:
                continue
            if _asks_the_same(card, mine, other, texts[at]):
                found.append(CardDuplicate(card.key, other.key))
    return found


def _asks_the_same(card: AskedCard, mine: Facts, other: AskedCard, its: Facts) -> bool:
    if likeness(mine.topic, its.topic) < _LEAST or not agree(mine, its):
        return False
    return agree(
        facts_of(card.answer, card.language), facts_of(other.answer, other.language)
    )
