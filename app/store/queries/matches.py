"""Read what says or asks the same in different articles of a team."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Subquery, select, union_all
from sqlalchemy.orm import Session, aliased

from app.domain.article import Standing
from app.domain.card import Status
from app.domain.claims.comparing import conflict_note
from app.domain.claims.duplicates import AskedCard
from app.domain.claims.matching import KnownClaim
from app.store.batches import batches
from app.store.models import Article, Card, CardMatch, Claim, ClaimMatch, Group

#: Cards that are asked, or may be.
ASKED = (Status.WAITING, Status.KEPT, Status.SUSPENDED)


@dataclass(frozen=True, slots=True)
class OtherClaim:
    """A claim of another article beside one of this; `conflict`: how they differ."""

    claim_id: int
    text: str
    language: str
    article_id: int
    title: str
    article_language: str
    conflict: str | None


@dataclass(frozen=True, slots=True)
class OtherCard:
    """A card of another article that asks the same."""

    card_id: int
    question: str
    language: str
    claim_id: int
    article_id: int
    title: str
    article_language: str


def known_claims(session: Session, team_id: int) -> list[KnownClaim]:
    """Give all claims of a team, as they are compared."""
    rows = session.execute(
        select(Claim.id, Article.id, Article.title, Claim.text, Claim.language)
        .join(Group, Group.id == Claim.group_id)
        .join(Article, Article.id == Group.article_id)
        .where(Claim.team_id == team_id, Claim.standing == Standing.TAKEN)
        .order_by(Claim.id)
    )
    return [KnownClaim(*row) for row in rows]


def asked_cards(session: Session, team_id: int) -> list[AskedCard]:
    """Give all cards of a team that are asked or may be, as they are compared."""
    rows = session.execute(
        select(Card.id, Group.article_id, Card.question, Card.answer, Claim.language)
        .join(Claim, Claim.id == Card.claim_id)
        .join(Group, Group.id == Claim.group_id)
        .where(Card.team_id == team_id, Card.status.in_(ASKED))
        .order_by(Card.id)
    )
    return [AskedCard(*row) for row in rows]


def matches_of_claims(
    session: Session, claim_ids: Collection[int], *, only_conflicts: bool = False
) -> Mapping[int, Sequence[OtherClaim]]:
    """Give the claims of other articles that say what each of these says.

    Those that differ in one quantity are among them, with a sentence from the point of
    view of the claim asked for.
    """
    mine, its = aliased(Claim), aliased(Claim)
    found: dict[int, list[OtherClaim]] = {}
    for some in batches(sorted(set(claim_ids))):
        pairs = _pairs(
            ClaimMatch.claim_id, ClaimMatch.other_claim_id, some, ClaimMatch.conflict
        )
        wanted = (
            select(pairs.c.conflict, mine, its, Article)
            .join(mine, mine.id == pairs.c.near)
            .join(its, its.id == pairs.c.far)
            .join(Group, Group.id == its.group_id)
            .join(Article, Article.id == Group.article_id)
            .where(mine.standing == Standing.TAKEN, its.standing == Standing.TAKEN)
            .order_by(pairs.c.near, pairs.c.far)
        )
        if only_conflicts:
            wanted = wanted.where(pairs.c.conflict.is_not(None))
        for conflict, one, other, article in session.execute(wanted):
            found.setdefault(one.id, []).append(
                OtherClaim(
                    other.id,
                    other.text,
                    other.language,
                    article.id,
                    article.title,
                    article.language,
                    conflict and _told_by(one, other, article, conflict),
                )
            )
    return found


def duplicates_of_claims(
    session: Session, claim_ids: Collection[int]
) -> Mapping[int, Sequence[OtherCard]]:
    """Give the cards of other articles that ask what each card of these claims asks."""
    found: dict[int, list[OtherCard]] = {}
    for some in batches(sorted(set(claim_ids))):
        cards = select(Card.id).where(Card.claim_id.in_(some))
        pairs = _pairs(CardMatch.card_id, CardMatch.other_card_id, cards)
        rows = session.execute(
            select(pairs.c.near, Card, Claim, Article)
            .join(Card, Card.id == pairs.c.far)
            .join(Claim, Claim.id == Card.claim_id)
            .join(Group, Group.id == Claim.group_id)
            .join(Article, Article.id == Group.article_id)
            .where(Card.status.in_(ASKED))
            .order_by(pairs.c.near, pairs.c.far)
        )
        for of, card, claim, article in rows:
            found.setdefault(of, []).append(
                OtherCard(
                    card.id,
                    card.question,
                    claim.language,
                    claim.id,
                    article.id,
                    article.title,
                    article.language,
                )
            )
    return found


def _pairs(one: Any, other: Any, ids: Any, *columns: Any) -> Subquery:
    """Select the stored pairs that these ids, a list or a select, are one of."""
    return union_all(
        select(one.label("near"), other.label("far"), *columns).where(one.in_(ids)),
        select(other.label("near"), one.label("far"), *columns).where(other.in_(ids)),
    ).subquery()


def _told_by(one: Claim, other: Claim, article: Article, stored: str) -> str:
    """Say the conflict from the point of view of `one`, whichever is stored first."""
    if one.id < other.id:
        return stored
    note = conflict_note(
        KnownClaim(one.id, 0, "", one.text, one.language),
        KnownClaim(other.id, article.id, article.title, other.text, other.language),
    )
    return note or f"“{article.title}” says it otherwise."
