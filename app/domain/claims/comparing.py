"""Compare what one article says and asks with the other articles of its team. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.claim_notes.conflicts import conflicts
from app.domain.claims.duplicates import AskedCard, card_duplicates
from app.domain.claims.matching import KnownClaim, near_matches

#: Two keys, the smaller one first.
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Matches:
    """Pairs of claims and of cards, each with one of another article.

    A pair of claims comes with the sentence that says how they differ in one quantity,
    from the point of view of the first; None where they say the same.
    """

    claims: Mapping[Pair, str | None]
    cards: Sequence[Pair]


def compare_article(
    article: int, claims: Sequence[KnownClaim], cards: Sequence[AskedCard]
) -> Matches:
    """Return what an article has in common with others; all of the team's are given.

    The time taken grows with the number of claims and cards of the team.
    """
    others = [claim for claim in claims if claim.article != article]
    mine = [claim for claim in claims if claim.article == article]
    found: dict[Pair, str | None] = {
        _pair(match.key, match.other): None for match in near_matches(mine, others)
    }
    known = {claim.key: claim for claim in claims}
    for conflict in conflicts(mine, others):
        first, second = _pair(conflict.key, conflict.other)
        note = conflict_note(known[first], known[second])
        found[first, second] = note or conflict.note
    rest = [card for card in cards if card.article != article]
    asked = [card for card in cards if card.article == article]
    return Matches(
        found, sorted({_pair(it.key, it.other) for it in card_duplicates(asked, rest)})
    )


def conflict_note(claim: KnownClaim, other: KnownClaim) -> str | None:
    """Return how another claim contradicts this one, None where it does not."""
    found = conflicts([claim], [other])
    return found[0].note if found else None


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)
