"""Find the same quantity with another value in another article. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.claims.candidates import WordIndex
from app.domain.claims.facts import Facts, facts_of
from app.domain.claims.matching import KnownClaim
from app.domain.claims.numbers import Number
from app.domain.claims.words import topic_words


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two claims, by their keys, that differ in one quantity; `note` says so."""

    key: int
    other: int
    note: str


def conflicts(
    claims: Iterable[KnownClaim], others: Iterable[KnownClaim]
) -> list[Conflict]:
    """Return the claims that give the value of a quantity otherwise than another's.

    The two must be about the same in every word that matters, name the same years,
    ranks and names, and differ in the value of exactly one quantity of the same unit,
    by more than rounding and hedges explain. The time taken grows with the number of
    claims, not with the number of pairs.
    """
    known = list(others)
    index = WordIndex(topic_words(claim.text) for claim in known)
    facts: dict[int, Facts] = {}
    found: list[Conflict] = []
    for claim in claims:
        mine = facts_of(claim.text, claim.language)
        if not mine.quantities:
            continue
        for at in index.like(mine.topic):
            other = known[at]
            if other.article == claim.article or other.language != claim.language:
                continue
            if at not in facts:
                facts[at] = facts_of(other.text, other.language)
            apart = _apart(mine, facts[at])
            if apart is not None:
                note = f"“{other.title}” says {apart[1].text}, not {apart[0].text}."
                found.append(Conflict(claim.key, other.key, note))
    return found


def _apart(one: Facts, other: Facts) -> tuple[Number, Number] | None:
    if one.topic != other.topic or one.years != other.years:
        return None
    mine = [number for number in one.quantities if number.value not in other.values]
    its = [number for number in other.quantities if number.value not in one.values]
    if len(mine) != 1 or len(its) != 1 or mine[0].unit != its[0].unit:
        return None
    return mine[0], its[0]
