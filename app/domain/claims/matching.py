"""Find the same claim in two articles, said differently. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.claims.candidates import WordIndex
from app.domain.claims.facts import Facts, facts_of
from app.domain.claims.likeness import LEAST_LIKE, is_same_claim
from app.domain.claims.sketch import sketch
from app.domain.claims.words import likeness


@dataclass(frozen=True, slots=True)
class KnownClaim:
    """A claim as the team has it: `key` is its own, `article` tells its article."""

    key: int
    article: int
    title: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class NearMatch:
    """Two claims, by their keys, of different articles that say the same."""

    key: int
    other: int
    likeness: float


def near_matches(
    claims: Iterable[KnownClaim], others: Iterable[KnownClaim]
) -> list[NearMatch]:
    """Return the pairs of a claim and another article's claim that say the same.

    Numbers (by value and unit) and names must agree, nothing may be denied or turned
    round, and the words must be about the same. The time taken grows with the number
    of claims, not with the number of pairs. Likeness is 0-1.
    """
    known = list(others)
    sketches = [sketch(claim.text) for claim in known]
    index = WordIndex(one.keys for one in sketches)
    facts: dict[int, Facts] = {}
    found: list[NearMatch] = []
    for claim in claims:
        mine = sketch(claim.text)
        read: Facts | None = None
        for at in index.like(mine.keys):
            other = known[at]
            if other.article == claim.article or other.language != claim.language:
                continue
            if likeness(mine.topic, sketches[at].topic) < LEAST_LIKE:
                continue
            read = read or facts_of(claim.text, claim.language)
            if at not in facts:
                facts[at] = facts_of(other.text, other.language)
            alike = is_same_claim(read, facts[at])
            if alike:
                found.append(NearMatch(claim.key, other.key, alike))
    return found
