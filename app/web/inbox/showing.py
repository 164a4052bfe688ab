"""What the inbox shows: waiting cards under their claim, group and article."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from app.store.models import Article, Card, Claim, Group


@dataclass(frozen=True, slots=True)
class ClaimInInbox:
    """A claim with those of its waiting cards that stand on this page."""

    claim: Claim
    cards: Sequence[Card]


@dataclass(frozen=True, slots=True)
class GroupInInbox:
    """A group of an article with its claims that have waiting cards."""

    group: Group
    claims: Sequence[ClaimInInbox]

    @property
    def article(self) -> Article:
        """The group's article."""
        return self.group.article


def by_group(cards: Sequence[Card]) -> list[GroupInInbox]:
    """Put cards, given in reading order, under their claims and groups."""
    return [
        GroupInInbox(group, [ClaimInInbox(claim, list(its)) for claim, its in claims])
        for group, claims in (
            (group, groupby(list(mine), key=lambda card: card.claim))
            for group, mine in groupby(cards, key=lambda card: card.claim.group)
        )
    ]


def following(shown: Sequence[int], leaving: Sequence[int]) -> int | None:
    """Give the card to go on with once `leaving` are gone: the next, else the last."""
    staying = [it for it in shown if it not in leaving]
    if not leaving or not staying:
        return None
    place = shown.index(leaving[-1]) if leaving[-1] in shown else 0
    return next((it for it in staying if shown.index(it) > place), staying[-1])
