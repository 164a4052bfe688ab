"""Read articles: the list, and one with its claims, cards and source text."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, case, func, select, tuple_
from sqlalchemy.orm import Session, contains_eager

from app.domain.article import Standing
from app.domain.card import Status
from app.domain.errors import NotFoundError
from app.domain.memory.schedule import Phase
from app.store.models import (
    IS_ACTIVE,
    OPEN_JOB,
    Article,
    Card,
    CardState,
    Claim,
    DailyCount,
    Document,
    Group,
    Job,
    JobKind,
)

#: Joins a group with the claims that count.
TAKEN_IN_GROUP = and_(Claim.group_id == Group.id, Claim.standing == Standing.TAKEN)
#: Says in SQL that a group is in its article's newest revision: it is not only kept for
#: claims that are gone.
IN_ARTICLE = ~(
    select(Claim.id).where(Claim.group_id == Group.id).correlate(Group).exists()
    & ~select(Claim.id)
    .where(Claim.group_id == Group.id, Claim.standing != Standing.GONE)
    .correlate(Group)
    .exists()
)


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article in the list. `due`: the person's kept cards, reviewed before, now due.

    `groups` leaves the core insight out; `claims` counts it.
    """

    id: int
    title: str
    language: str
    is_sample: bool
    imported_at: datetime
    groups: int
    claims: int
    kept: int
    waiting: int
    due: int
    #: The writing of its cards, while it is under way.
    job: Job | None


@dataclass(frozen=True, slots=True)
class Loss:
    """What goes with an article when it is deleted, of everyone in the team."""

    cards: int
    reviews: int


def article_lines(
    session: Session,
    *,
    team_id: int,
    person_id: int,
    now: datetime,
    before: int | None,
    limit: int,
) -> list[ArticleLine]:
    """Give the newest articles, or those that came before the one with id `before`."""
    wanted = (
        select(
            Article.id,
            Article.title,
            Article.language,
            Article.is_sample,
            Article.imported_at,
        )
        .where(Article.team_id == team_id)
        .order_by(Article.id.desc())
        .limit(limit)
    )
    if before is not None:
        wanted = wanted.where(Article.id < before)
    rows = session.execute(wanted).all()
    ids = [row.id for row in rows]
    parts = _parts(session, ids)
    cards = _card_counts(session, ids)
    due = _due(session, ids, person_id, now)
    jobs = _open_jobs(session, ids)
    return [
        ArticleLine(
            *row,
            *parts.get(row.id, (0, 0)),
            *cards.get(row.id, (0, 0)),
            due.get(row.id, 0),
            jobs.get(row.id),
        )
        for row in rows
    ]


def article_count(session: Session, team_id: int) -> int:
    """Count the team's articles."""
    return (
        session.scalar(select(func.count(Article.id)).where(Article.team_id == team_id))
        or 0
    )


def sample_count(session: Session, team_id: int) -> int:
    """Count the sample articles."""
    return (
        session.scalar(
            select(func.count(Article.id)).where(
                Article.team_id == team_id, Article.is_sample
            )
        )
        or 0
    )


def own_article(session: Session, *, team_id: int, article_id: int) -> Article:
    """Give an article of the team; NotFoundError for any other."""
    article = session.scalars(
        select(Article).where(Article.id == article_id, Article.team_id == team_id)
    ).first()
    if article is None:
        raise NotFoundError("There is no such article; it may have been deleted.")
    return article


def groups_of(session: Session, article_id: int) -> Sequence[Group]:
    """Give an article's groups in reading order, the core insight first.

    Those that its newest revision has no more are left out.
    """
    return session.scalars(
        select(Group)
        .where(Group.article_id == article_id, IN_ARTICLE)
        .order_by(Group.position)
    ).all()


def claim_count(session: Session, article_id: int) -> int:
    """Count an article's claims."""
    return session.scalar(_claims(article_id, func.count(Claim.id))) or 0


def unwritten_count(session: Session, article_id: int) -> int:
    """Count the claims that the card writer has not been over."""
    unwritten = _claims(article_id, func.count(Claim.id)).where(
        Claim.written_with.is_(None)
    )
    return session.scalar(unwritten) or 0


def place_of_claim(session: Session, article_id: int, claim_id: int) -> int:
    """Give a claim's 0-based place in its article; 0 for a claim that is not in it."""
    here = session.execute(
        _claims(article_id, Group.position, Claim.position).where(Claim.id == claim_id)
    ).first()
    if here is None:
        return 0
    before = tuple_(Group.position, Claim.position) < tuple_(*here)
    found = _claims(article_id, func.count(Claim.id)).where(before)
    return session.scalar(found) or 0


def claims_from(
    session: Session, article_id: int, *, place: int, limit: int
) -> Sequence[Claim]:
    """Give claims in reading order from a 0-based place on, each with its group."""
    return session.scalars(
        _claims(article_id, Claim)
        .options(contains_eager(Claim.group))
        .order_by(Group.position, Claim.position)
        .offset(place)
        .limit(limit)
    ).all()


def cards_of_claims(
    session: Session, claim_ids: Collection[int]
) -> Mapping[int, Sequence[Card]]:
    """Give the cards of each claim, oldest first; those deleted are left out."""
    found: dict[int, list[Card]] = {}
    for card in session.scalars(
        select(Card)
        .where(Card.claim_id.in_(claim_ids), Card.status != Status.RETIRED)
        .order_by(Card.id)
    ):
        found.setdefault(card.claim_id, []).append(card)
    return found


def source_text(session: Session, article: Article, *, start: int, end: int) -> str:
    """Give a part of the text that an article came with, by code points."""
    part = func.substr(Document.text, start + 1, max(end - start, 0))
    wanted = select(part).where(Document.id == article.document_id)
    return str(session.scalars(wanted).one())


def latest_job(session: Session, article_id: int) -> Job | None:
    """Give the newest job that writes an article's cards."""
    return session.scalars(
        select(Job)
        .where(Job.article_id == article_id, Job.kind == JobKind.CARDS)
        .order_by(Job.created_at.desc(), Job.id)
        .limit(1)
    ).first()


def loss_of(session: Session, article_id: int) -> Loss:
    """Count what would be lost with an article."""
    groups = select(Group.id).where(Group.article_id == article_id)
    cards = session.scalar(
        select(func.count(Card.id)).where(
            Card.group_id.in_(groups), Card.status != Status.RETIRED
        )
    )
    reviews = session.scalar(
        select(func.sum(DailyCount.reviews)).where(DailyCount.group_id.in_(groups))
    )
    return Loss(cards or 0, reviews or 0)


def _claims(article_id: int, *columns: Any) -> Select[Any]:
    return (
        select(*columns)
        .select_from(Claim)
        .join(Group, Group.id == Claim.group_id)
        .where(Group.article_id == article_id, Claim.standing == Standing.TAKEN)
    )


def _parts(session: Session, ids: Sequence[int]) -> Mapping[int, tuple[int, int]]:
    own_group = case((~Group.is_core_insight, Group.id))
    rows = session.execute(
        select(
            Group.article_id,
            func.count(func.distinct(own_group)),
            func.count(Claim.id),
        )
        .outerjoin(Claim, TAKEN_IN_GROUP)
        .where(Group.article_id.in_(ids), IN_ARTICLE)
        .group_by(Group.article_id)
    )
    return {row[0]: (row[1], row[2]) for row in rows}


def _card_counts(session: Session, ids: Sequence[int]) -> Mapping[int, tuple[int, int]]:
    def count(status: Status) -> Any:
        return func.count(case((Card.status == status, Card.id)))

    rows = session.execute(
        select(Group.article_id, count(Status.KEPT), count(Status.WAITING))
        .join(Card, Card.group_id == Group.id)
        .where(Group.article_id.in_(ids))
        .group_by(Group.article_id)
    )
    return {row[0]: (row[1], row[2]) for row in rows}


def _due(
    session: Session, ids: Sequence[int], person_id: int, now: datetime
) -> Mapping[int, int]:
    rows = session.execute(
        select(Group.article_id, func.count(CardState.card_id))
        .join(CardState, CardState.group_id == Group.id)
        .where(
            Group.article_id.in_(ids),
            CardState.person_id == person_id,
            IS_ACTIVE,
            CardState.phase != Phase.NEW,
            CardState.due_at <= now,
            func.coalesce(CardState.buried_until, now) <= now,
        )
        .group_by(Group.article_id)
    )
    return {row[0]: row[1] for row in rows}


def _open_jobs(session: Session, ids: Sequence[int]) -> Mapping[int, Job]:
    jobs = session.scalars(
        select(Job).where(
            Job.article_id.in_(ids),
            Job.kind == JobKind.CARDS,
            Job.status.in_(OPEN_JOB),
        )
    )
    return {job.article_id: job for job in jobs if job.article_id is not None}
