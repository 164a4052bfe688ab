"""Read statements that wait for a person: offered, rejected, or with waiting cards."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, case, func, select, tuple_
from sqlalchemy.orm import Session, contains_eager, joinedload

from app.domain.article import Standing
from app.domain.card import Status
from app.domain.errors import NotFoundError
from app.store.models import Article, Card, Claim, Document, Group

#: Where a claim stands in the inbox: the newest article first, each in reading order.
_PLACE = (-Group.article_id, Group.position, Claim.position)


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of an article's source that begins at code point `start`."""

    article: Article
    start: int
    text: str


def taken_claim(session: Session, *, team_id: int, claim_id: int) -> Claim:
    """Give a taken claim of the team with its group and article; else NotFoundError."""
    claim = session.scalars(
        select(Claim)
        .where(
            Claim.id == claim_id,
            Claim.team_id == team_id,
            Claim.standing == Standing.TAKEN,
        )
        .options(joinedload(Claim.group).joinedload(Group.article))
    ).first()
    if claim is None:
        raise NotFoundError("There is no such claim; it may have been rejected.")
    return claim


def inbox_claims(
    session: Session,
    team_id: int,
    *,
    article_id: int | None = None,
    after: int | None = None,
    limit: int,
) -> Sequence[Claim]:
    """Give claims with waiting cards and sentences offered, with group and article.

    The newest article's come first, each article's in reading order. `after` is the one
    that the last page ended with: its place counts, whatever became of it.
    """
    wanted = (
        select(Claim)
        .join(Claim.group)
        .join(Group.article)
        .where(Claim.team_id == team_id, _waits(team_id))
        .options(contains_eager(Claim.group).contains_eager(Group.article))
        .order_by(*_PLACE)
        .limit(limit)
    )
    if article_id is not None:
        wanted = wanted.where(Group.article_id == article_id)
    last = None if after is None else _place(session, team_id, after)
    if last is not None:
        wanted = wanted.where(tuple_(*_PLACE) > tuple_(*last))
    return session.scalars(wanted).all()


def waiting_cards_of(
    session: Session, claim_ids: Collection[int]
) -> Mapping[int, Sequence[Card]]:
    """Give the waiting cards of each claim, oldest first."""
    found: dict[int, list[Card]] = {}
    for card in session.scalars(
        select(Card)
        .where(Card.claim_id.in_(claim_ids), Card.status == Status.WAITING)
        .order_by(Card.id)
    ):
        found.setdefault(card.claim_id, []).append(card)
    return found


def offered_count(
    session: Session, team_id: int, *, article_id: int | None = None
) -> int:
    """Count the sentences offered, of all articles or of one."""
    wanted = select(func.count(Claim.id)).where(
        Claim.team_id == team_id, Claim.standing == Standing.OFFERED
    )
    if article_id is not None:
        groups = select(Group.id).where(Group.article_id == article_id)
        wanted = wanted.where(Claim.group_id.in_(groups))
    return session.scalar(wanted) or 0


def rejected_among(
    session: Session, team_id: int, claim_ids: Collection[int]
) -> Sequence[Claim]:
    """Give the rejected ones among these claims, to offer them back."""
    if not claim_ids:
        return []
    return session.scalars(
        select(Claim)
        .where(
            Claim.team_id == team_id,
            Claim.id.in_(claim_ids),
            Claim.standing == Standing.REJECTED,
        )
        .order_by(Claim.id)
    ).all()


def rejected_of(session: Session, article_id: int, *, limit: int) -> Sequence[Claim]:
    """Give an article's rejected claims in reading order."""
    return session.scalars(
        select(Claim)
        .join(Group, Group.id == Claim.group_id)
        .where(Group.article_id == article_id, Claim.standing == Standing.REJECTED)
        .order_by(Group.position, Claim.position)
        .limit(limit)
    ).all()


def passages(
    session: Session, bounds: Mapping[int, tuple[int, int]]
) -> Mapping[int, Passage]:
    """Give the source of each article between two code points, in one query."""
    if not bounds:
        return {}
    starts = case(
        {key: start + 1 for key, (start, _) in bounds.items()}, value=Article.id
    )
    lengths = case(
        {key: max(end - start, 0) for key, (start, end) in bounds.items()},
        value=Article.id,
    )
    rows = session.execute(
        select(Article, func.substr(Document.text, starts, lengths))
        .join(Document, Document.id == Article.document_id)
        .where(Article.id.in_(bounds))
    )
    return {
        article.id: Passage(article, bounds[article.id][0], text)
        for article, text in rows
    }


def _waits(team_id: int) -> ColumnElement[bool]:
    with_cards = select(Card.claim_id).where(
        Card.team_id == team_id, Card.status == Status.WAITING
    )
    is_taken = Claim.standing == Standing.TAKEN
    return (Claim.standing == Standing.OFFERED) | (is_taken & Claim.id.in_(with_cards))


def _place(session: Session, team_id: int, claim_id: int) -> Any:
    return session.execute(
        select(*_PLACE)
        .join(Group, Group.id == Claim.group_id)
        .where(Claim.id == claim_id, Claim.team_id == team_id)
    ).first()
