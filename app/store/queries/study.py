"""Read what may be studied now, in order, and how much of it there is.

Every read is bounded by the day's limits and served by an index, so that its cost does
not grow with the number of cards or reviews.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from app.domain.memory.fsrs import DEFAULT_PARAMETERS
from app.domain.memory.schedule import Phase
from app.domain.queue import (
    LEARN_AHEAD,
    SIBLING_DISTANCE,
    DailyLimits,
    Queue,
    QueueCard,
    Today,
    order_queue,
)
from app.domain.study_day import day_start, study_day
from app.store.models import (
    IS_ACTIVE,
    Card,
    CardState,
    Claim,
    DailyCount,
    Person,
    ReviewEntry,
)
from app.store.queries.sitting import standing_reviews

#: The most cards of one phase that are looked at; counts stop there too.
MOST = 1_000
#: So many new and due cards are looked at for each that today still takes: enough for
#: groups to take turns and for the least remembered to come first.
_NEW_CHOICE, _REVIEW_CHOICE = 4, 2
_LEARNING = (Phase.LEARNING, Phase.RELEARNING)

Groups = Collection[int] | None


@dataclass(frozen=True, slots=True)
class DueCounts:
    """How many cards may be studied now, within the day's limits; each up to `MOST`."""

    new: int
    learning: int
    review: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.new + self.learning + self.review


@dataclass(frozen=True, slots=True)
class Coming:
    """What comes when nothing is left for now.

    `next_at` is the moment of the next card, None where none ever comes. What the day's
    limits or burying hold back comes when the next study day starts.
    """

    next_at: datetime | None
    is_new_limit_reached: bool
    is_review_limit_reached: bool


def study_queue(
    session: Session,
    person: Person,
    now: datetime,
    *,
    parameters: Sequence[float] = DEFAULT_PARAMETERS,
    group_ids: Groups = None,
) -> Queue:
    """Give what to study now, in order, of all groups or of those named.

    The day's limits hold over all groups, also where some are named.
    """
    limits = DailyLimits(person.new_per_day, person.reviews_per_day)
    today = _today(session, person, now)
    new_left, reviews_left = _left(limits, today)
    candidates = [
        *_cards(session, _learning(person.id, now, group_ids), MOST),
        *_cards(
            session, _due(person.id, now, group_ids), reviews_left * _REVIEW_CHOICE
        ),
        *_cards(session, _new(person.id, now, group_ids), new_left * _NEW_CHOICE),
    ]
    return order_queue(
        candidates, now, today=today, limits=limits, parameters=parameters
    )


def due_counts(
    session: Session, person: Person, now: datetime, *, group_ids: Groups = None
) -> DueCounts:
    """Count what `study_queue` holds, without reading its cards."""
    limits = DailyLimits(person.new_per_day, person.reviews_per_day)
    new_left, reviews_left = _left(limits, _counted_today(session, person, now))
    row = session.execute(
        select(
            _count(_new(person.id, now, group_ids), new_left),
            _count(_learning(person.id, now, group_ids), MOST),
            _count(_due(person.id, now, group_ids), reviews_left),
        )
    ).one()
    return DueCounts(*row)


def is_studyable(session: Session, person_id: int, card_id: int, now: datetime) -> bool:
    """Say whether a card may be shown now, whatever the day's limits."""
    among = [
        some(person_id, now, None).where(CardState.card_id == card_id).exists()
        for some in (_learning, _due, _new)
    ]
    return bool(session.scalar(select(or_(*among))))


def coming(
    session: Session, person: Person, now: datetime, *, group_ids: Groups = None
) -> Coming:
    """Say what comes after a sitting that has nothing left for now."""
    shown, every = _shown(person.id, now, group_ids), _states(person.id, group_ids)
    moments = [
        session.scalar(
            shown.with_only_columns(func.min(CardState.due_at)).where(
                CardState.phase == phase, CardState.due_at > now
            )
        )
        for phase in (*_LEARNING, Phase.REVIEW)
    ]
    has_new, has_due, has_buried = session.execute(
        select(
            every.where(CardState.phase == Phase.NEW).exists(),
            every.where(
                CardState.phase == Phase.REVIEW, CardState.due_at <= now
            ).exists(),
            every.where(
                CardState.phase.in_(_LEARNING), CardState.buried_until > now
            ).exists(),
        )
    ).one()
    if (has_new and person.new_per_day) or has_due or has_buried:
        tomorrow = _day(person, now) + timedelta(1)
        moments.append(day_start(tomorrow, person.timezone, person.day_start_hour))
    new_left, reviews_left = _left(
        DailyLimits(person.new_per_day, person.reviews_per_day),
        _counted_today(session, person, now),
    )
    return Coming(
        next_at=min((it for it in moments if it is not None), default=None),
        is_new_limit_reached=has_new and not new_left,
        is_review_limit_reached=has_due and not reviews_left,
    )


def has_kept_cards(
    session: Session, person_id: int, *, group_ids: Groups = None
) -> bool:
    """Say whether there is anything to study at all, now or later."""
    return bool(session.scalar(select(_states(person_id, group_ids).exists())))


def _states(person_id: int, group_ids: Groups) -> Select[int]:
    found = select(CardState.card_id).where(CardState.person_id == person_id, IS_ACTIVE)
    return (
        found if group_ids is None else found.where(CardState.group_id.in_(group_ids))
    )


def _shown(person_id: int, now: datetime, group_ids: Groups) -> Select[int]:
    return _states(person_id, group_ids).where(
        or_(CardState.buried_until.is_(None), CardState.buried_until <= now)
    )


def _learning(person_id: int, now: datetime, group_ids: Groups) -> Select[int]:
    return (
        _shown(person_id, now, group_ids)
        .where(CardState.phase.in_(_LEARNING), CardState.due_at <= now + LEARN_AHEAD)
        .order_by(CardState.due_at, CardState.card_id)
    )


def _due(person_id: int, now: datetime, group_ids: Groups) -> Select[int]:
    return (
        _shown(person_id, now, group_ids)
        .where(CardState.phase == Phase.REVIEW, CardState.due_at <= now)
        .order_by(CardState.due_at, CardState.card_id)
    )


def _new(person_id: int, now: datetime, group_ids: Groups) -> Select[int]:
    # `due_at` is NULL for all of them: named, so that the index gives this order.
    return (
        _shown(person_id, now, group_ids)
        .where(CardState.phase == Phase.NEW)
        .order_by(CardState.due_at, CardState.card_id)
    )


def _cards(session: Session, states: Select[int], most: int) -> list[QueueCard]:
    """Give the first of these states, with what the order looks at."""
    if most <= 0:
        return []
    first = states.with_only_columns(
        CardState.card_id,
        CardState.group_id,
        CardState.phase,
        CardState.due_at,
        CardState.stability,
        CardState.last_reviewed_at,
    ).limit(min(most, MOST))
    state = first.subquery()
    rows = session.execute(
        select(state, Card.claim_id, Claim.position)
        .join(Card, Card.id == state.c.card_id)
        .join(Claim, Claim.id == Card.claim_id)
    )
    return [QueueCard(**row._mapping) for row in rows]


def _count(states: Select[int], most: int) -> Any:
    first = states.order_by(None).limit(min(max(most, 0), MOST))
    return select(func.count()).select_from(first.subquery()).scalar_subquery()


def _left(limits: DailyLimits, today: Today) -> tuple[int, int]:
    """Give how many new cards and reviews the day still takes."""
    new = limits.new - sum(today.introduced.values())
    return max(new, 0), max(limits.reviews - today.reviewed, 0)


def _day(person: Person, now: datetime) -> date:
    return study_day(now, person.timezone, person.day_start_hour)


def _counted_today(session: Session, person: Person, now: datetime) -> Today:
    rows = session.execute(
        select(
            DailyCount.group_id,
            DailyCount.new_cards,
            (DailyCount.young_total + DailyCount.mature_total).label("reviewed"),
        ).where(
            DailyCount.person_id == person.id,
            DailyCount.study_day == _day(person, now),
        )
    ).all()
    return Today(
        introduced={row.group_id: row.new_cards for row in rows if row.new_cards},
        reviewed=sum(row.reviewed for row in rows),
    )


def _today(session: Session, person: Person, now: datetime) -> Today:
    counted = _counted_today(session, person, now)
    claims = session.scalars(
        standing_reviews(person.id)
        .join(Card, Card.id == ReviewEntry.card_id)
        .with_only_columns(Card.claim_id)
        .limit(SIBLING_DISTANCE)
    ).all()
    return Today(counted.introduced, counted.reviewed, tuple(reversed(claims)))
