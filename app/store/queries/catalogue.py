"""Read a team's articles, groups, claims and cards page by page, in order of their ids.

A page starts after an id, so that its cost does not grow with how far it is from the
first, and what is added meanwhile shifts nothing.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from app.domain.article import Standing
from app.domain.card import Status
from app.domain.memory.schedule import Schedule
from app.store.models import Article, Card, CardState, Claim, Group
from app.store.queries.articles import IN_ARTICLE, TAKEN_IN_GROUP
from app.store.schedules import schedule_of


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """An article in a list. `unwritten`: claims whose cards are yet to be written."""

    id: int
    title: str
    language: str
    revision: int
    is_sample: bool
    imported_at: datetime
    groups: int
    claims: int
    unwritten: int
    kept_cards: int


@dataclass(frozen=True, slots=True)
class GroupEntry:
    """A group in a list."""

    id: int
    article_id: int
    number: int | None
    title: str
    language: str
    is_core_insight: bool
    claims: int
    kept_cards: int


def article_entries(
    session: Session, *, team_id: int, after: int, limit: int
) -> list[ArticleEntry]:
    """Give the articles whose ids follow `after`."""
    claims_of = (
        select(func.count(Claim.id))
        .join(Group, Group.id == Claim.group_id)
        .where(Group.article_id == Article.id, Claim.standing == Standing.TAKEN)
        .correlate(Article)
    )
    rows = session.execute(
        select(
            Article.id,
            Article.title,
            Article.language,
            Article.revision,
            Article.is_sample,
            Article.imported_at,
            select(func.count(Group.id))
            .where(Group.article_id == Article.id, ~Group.is_core_insight, IN_ARTICLE)
            .correlate(Article)
            .scalar_subquery(),
            claims_of.scalar_subquery(),
            claims_of.where(Claim.written_with.is_(None)).scalar_subquery(),
            select(func.count(Card.id))
            .join(Group, Group.id == Card.group_id)
            .where(Group.article_id == Article.id, Card.status == Status.KEPT)
            .correlate(Article)
            .scalar_subquery(),
        )
        .where(Article.team_id == team_id, Article.id > after)
        .order_by(Article.id)
        .limit(limit)
    )
    return [ArticleEntry(*row) for row in rows]


def whole_article(session: Session, *, team_id: int, article_id: int) -> Article | None:
    """Give an article of the team with its groups and claims."""
    return session.scalars(
        select(Article)
        .where(Article.id == article_id, Article.team_id == team_id)
        .options(selectinload(Article.groups).selectinload(Group.claims))
    ).first()


def group_entries(
    session: Session, *, team_id: int, article_id: int | None, after: int, limit: int
) -> list[GroupEntry]:
    """Give the groups whose ids follow `after`, of one article where it is named."""
    wanted = (
        select(
            Group.id,
            Group.article_id,
            Group.number,
            Group.title,
            Group.language,
            Group.is_core_insight,
            select(func.count(Claim.id))
            .where(TAKEN_IN_GROUP)
            .correlate(Group)
            .scalar_subquery(),
            select(func.count(Card.id))
            .where(Card.group_id == Group.id, Card.status == Status.KEPT)
            .correlate(Group)
            .scalar_subquery(),
        )
        .where(Group.team_id == team_id, Group.id > after, IN_ARTICLE)
        .order_by(Group.id)
        .limit(limit)
    )
    if article_id is not None:
        wanted = wanted.where(Group.article_id == article_id)
    return [GroupEntry(*row) for row in session.execute(wanted)]


def claim_of_team(session: Session, *, team_id: int, claim_id: int) -> Claim | None:
    """Give a claim of the team with its group."""
    return session.scalars(
        select(Claim)
        .where(Claim.id == claim_id, Claim.team_id == team_id)
        .options(joinedload(Claim.group))
    ).first()


def cards_page(
    session: Session,
    *,
    team_id: int,
    group_id: int | None,
    status: Status | None,
    after: int,
    limit: int,
) -> Sequence[Card]:
    """Give the cards whose ids follow `after`, of a group and status where named."""
    wanted = _cards(team_id).where(Card.id > after).limit(limit)
    if group_id is not None:
        wanted = wanted.where(Card.group_id == group_id)
    if status is not None:
        wanted = wanted.where(Card.status == status)
    return session.scalars(wanted).all()


def cards_of_claim(session: Session, *, team_id: int, claim_id: int) -> Sequence[Card]:
    """Give the cards of a claim."""
    return session.scalars(_cards(team_id).where(Card.claim_id == claim_id)).all()


def card_of_team(session: Session, *, team_id: int, card_id: int) -> Card | None:
    """Give a card of the team."""
    return session.scalars(_cards(team_id).where(Card.id == card_id)).first()


def cards_with_schedules(
    session: Session, *, team_id: int, person_id: int, card_ids: Collection[int]
) -> Mapping[int, tuple[Card, Schedule]]:
    """Give cards by their ids, each with where it stands for the person."""
    rows = session.execute(
        select(Card, CardState)
        .join(CardState, CardState.card_id == Card.id)
        .where(
            Card.team_id == team_id,
            CardState.person_id == person_id,
            Card.id.in_(card_ids),
        )
    )
    return {card.id: (card, schedule_of(state)) for card, state in rows}


def _cards(team_id: int) -> Select[Card]:
    return select(Card).where(Card.team_id == team_id).order_by(Card.id)
