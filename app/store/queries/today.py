"""Read what a day held, and what the coming ones will."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from app.domain.memory.schedule import Phase
from app.domain.study_day import day_start
from app.store.models import IS_ACTIVE, CardState, DailyCount, Person


@dataclass(frozen=True, slots=True)
class DayDone:
    """What was answered on a study day."""

    reviews: int
    new_cards: int
    duration_ms: int


def day_done(session: Session, person_id: int, day: date) -> DayDone:
    """Add up what was answered on a study day."""
    row = session.execute(
        select(
            func.coalesce(func.sum(DailyCount.reviews), 0),
            func.coalesce(func.sum(DailyCount.new_cards), 0),
            func.coalesce(func.sum(DailyCount.duration_ms), 0),
        ).where(DailyCount.person_id == person_id, DailyCount.study_day == day)
    ).one()
    return DayDone(int(row[0]), int(row[1]), int(row[2]))


def forecast(
    session: Session, person: Person, *, today: date, days: int
) -> Sequence[tuple[date, int]]:
    """Count the reviews that fall due on each of the coming study days.

    What is overdue counts for today. Answers still to be given are not foreseen.
    """
    each = []
    for number in range(days):
        day = today + timedelta(number)
        ends = day_start(day + timedelta(1), person.timezone, person.day_start_hour)
        begins = day_start(day, person.timezone, person.day_start_hour)
        inside = CardState.due_at < ends
        if number:
            inside &= CardState.due_at >= begins
        each.append(func.coalesce(func.sum(case((inside, 1), else_=0)), 0))
    last = day_start(today + timedelta(days), person.timezone, person.day_start_hour)
    row = session.execute(
        select(*each).where(
            CardState.person_id == person.id,
            IS_ACTIVE,
            CardState.phase.in_((Phase.LEARNING, Phase.REVIEW, Phase.RELEARNING)),
            CardState.due_at < last,
        )
    ).one()
    return [(today + timedelta(number), int(row[number])) for number in range(days)]
