"""Read what a sitting shows beside its queue: cards in words, and what was done."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.domain.card import Status
from app.domain.memory.schedule import Schedule
from app.domain.review import Mode
from app.domain.study_day import study_day
from app.store.models import (
    IS_ACTIVE,
    Article,
    Card,
    CardState,
    Claim,
    Group,
    Person,
    ReviewEntry,
)
from app.store.queries.log import STANDS
from app.store.schedules import schedule_of

#: Undo looks back over so many entries of the log.
_UNDO_DEPTH = 500


class SetAside(StrEnum):
    """How a person keeps a card out of their sittings."""

    BURIED = "buried"
    SUSPENDED = "suspended"


@dataclass(frozen=True, slots=True)
class StudyCard:
    """A kept card as it is shown, and where it stands for the person."""

    schedule: Schedule
    id: int
    question: str
    answer: str
    context: str | None
    language: str
    claim_id: int
    claim_text: str
    citations: Sequence[int]
    notes: Sequence[str]
    group_id: int
    group_number: int | None
    group_title: str
    group_language: str
    article_id: int
    article_title: str
    article_language: str


def study_cards(
    session: Session, person_id: int, card_ids: Collection[int]
) -> list[StudyCard]:
    """Give these cards in words, in this order; what is not kept is left out."""
    rows = session.execute(
        select(
            CardState,
            Card.id,
            Card.question,
            Card.answer,
            Card.context,
            Claim.language,
            Claim.id.label("claim_id"),
            Claim.text.label("claim_text"),
            Claim.citations,
            Claim.notes,
            Group.id.label("group_id"),
            Group.number.label("group_number"),
            Group.title.label("group_title"),
            Group.language.label("group_language"),
            Article.id.label("article_id"),
            Article.title.label("article_title"),
            Article.language.label("article_language"),
        )
        .join(Card, Card.id == CardState.card_id)
        .join(Claim, Claim.id == Card.claim_id)
        .join(Group, Group.id == Claim.group_id)
        .join(Article, Article.id == Group.article_id)
        .where(
            CardState.person_id == person_id,
            CardState.card_id.in_(card_ids),
            IS_ACTIVE,
        )
    ).all()
    found = {}
    for state, *columns in rows:
        card = StudyCard(schedule_of(state), *columns)
        found[card.id] = card
    return [found[card_id] for card_id in card_ids if card_id in found]


def last_studied(
    session: Session, person: Person, now: datetime
) -> tuple[UUID, int] | None:
    """Give the id and card of the answer that undo would take back.

    It is the newest given in study that stands, if it is of this study day and among
    the last entries of the log.
    """
    last = standing_reviews(person.id).limit(_UNDO_DEPTH).subquery()
    today = study_day(now, person.timezone, person.day_start_hour)
    row = session.execute(
        select(last.c.id, last.c.card_id)
        .where(last.c.mode == Mode.STUDY, last.c.study_day == today)
        .order_by(last.c.seq.desc())
        .limit(1)
    ).first()
    return None if row is None else (row.id, row.card_id)


def has_waiting_cards(
    session: Session, team_id: int, *, group_ids: Collection[int] | None = None
) -> bool:
    """Say whether cards wait in the inbox, of all groups or of those named."""
    waiting = select(Card.id).where(
        Card.team_id == team_id, Card.status == Status.WAITING
    )
    if group_ids is not None:
        waiting = waiting.where(Card.group_id.in_(group_ids))
    return bool(session.scalar(select(waiting.exists())))


def standing_reviews(person_id: int) -> Select[int, UUID, int, date, Mode]:
    """Select the reviews that stand, newest first."""
    return (
        select(
            ReviewEntry.seq,
            ReviewEntry.id,
            ReviewEntry.card_id,
            ReviewEntry.study_day,
            ReviewEntry.mode,
        )
        .where(ReviewEntry.person_id == person_id, STANDS)
        .order_by(ReviewEntry.seq.desc())
    )


def set_aside(
    session: Session, person_id: int, card_id: int, now: datetime
) -> SetAside | None:
    """Say how the person's card was set aside, None if it was not."""
    row = session.execute(
        select(Card.status, CardState.buried_until)
        .join(CardState, CardState.card_id == Card.id)
        .where(CardState.person_id == person_id, Card.id == card_id)
    ).first()
    if row is None:
        return None
    if row.status is Status.SUSPENDED:
        return SetAside.SUSPENDED
    is_buried = row.buried_until is not None and row.buried_until > now
    return SetAside.BURIED if is_buried and row.status is Status.KEPT else None
