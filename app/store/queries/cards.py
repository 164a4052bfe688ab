"""Read cards one by one, and those that wait in the inbox."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, case, func, select
from sqlalchemy.orm import Session, contains_eager, joinedload

from app.domain.card import Origin, Status
from app.domain.errors import NotFoundError
from app.store.models import Card, CardState, Claim, Group


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many cards wait, how many of them are ticked, and the newest one's id."""

    cards: int
    ticked: int
    newest_id: int


def own_card(session: Session, *, team_id: int, card_id: int) -> Card:
    """Give a card of the team with its claim, group and article.

    Raises NotFoundError for any other card and for a deleted one.
    """
    card = session.scalars(
        select(Card)
        .where(
            Card.id == card_id, Card.team_id == team_id, Card.status != Status.RETIRED
        )
        .options(
            joinedload(Card.claim).joinedload(Claim.group).joinedload(Group.article)
        )
    ).first()
    if card is None:
        raise NotFoundError("There is no such card; it may have been deleted.")
    return card


def own_claim(session: Session, *, team_id: int, claim_id: int) -> Claim:
    """Give a claim of the team with its group and article; else NotFoundError."""
    claim = session.scalars(
        select(Claim)
        .where(Claim.id == claim_id, Claim.team_id == team_id)
        .options(joinedload(Claim.group).joinedload(Group.article))
    ).first()
    if claim is None:
        raise NotFoundError("There is no such claim; it may have been deleted.")
    return claim


def waiting_counts(
    session: Session, team_id: int, *, article_id: int | None = None
) -> Waiting:
    """Count what waits in the inbox, of all articles or of one."""
    numbers: list[Any] = [
        func.count(Card.id),
        func.count(case((Card.is_ticked, Card.id))),
        func.coalesce(func.max(Card.id), 0),
    ]
    wanted = select(*numbers)
    row = session.execute(_waiting(wanted, team_id, article_id)).one()
    return Waiting(cards=row[0], ticked=row[1], newest_id=row[2])


def stale_cards(
    session: Session, team_id: int, *, article_id: int | None = None, limit: int
) -> Sequence[Card]:
    """Give a person's own cards whose claims' facts changed, each with its article.

    Those of our own are written anew without being asked for.
    """
    wanted = (
        select(Card)
        .join(Card.claim)
        .join(Claim.group)
        .join(Group.article)
        .where(
            Card.team_id == team_id,
            Card.status == Status.STALE,
            Card.origin != Origin.RULES,
        )
        .options(
            contains_eager(Card.claim)
            .contains_eager(Claim.group)
            .contains_eager(Group.article)
        )
        .order_by(Card.id)
        .limit(limit)
    )
    if article_id is not None:
        wanted = wanted.where(Group.article_id == article_id)
    return session.scalars(wanted).all()


def kept_together(session: Session, team_id: int, kept_at: datetime) -> Sequence[int]:
    """Give the cards kept at that very moment that nobody has touched or asked since.

    All cards of one keep have one moment; a card that was changed has a later one.
    """
    answered = select(CardState.card_id).where(
        CardState.card_id == Card.id, CardState.last_reviewed_at.is_not(None)
    )
    return session.scalars(
        select(Card.id)
        .where(
            Card.team_id == team_id,
            Card.status == Status.KEPT,
            Card.updated_at == kept_at,
            ~answered.exists(),
        )
        .order_by(Card.id)
    ).all()


def rejected_cards(
    session: Session, team_id: int, card_ids: Collection[int]
) -> Sequence[Card]:
    """Give the rejected ones among these cards, to offer them back."""
    if not card_ids:
        return []
    return session.scalars(
        select(Card)
        .where(
            Card.team_id == team_id,
            Card.id.in_(card_ids),
            Card.status == Status.REJECTED,
        )
        .order_by(Card.id)
    ).all()


def _waiting(wanted: Select[Any], team_id: int, article_id: int | None) -> Select[Any]:
    wanted = wanted.where(Card.team_id == team_id, Card.status == Status.WAITING)
    if article_id is None:
        return wanted
    groups = select(Group.id).where(Group.article_id == article_id)
    return wanted.where(Card.group_id.in_(groups))
