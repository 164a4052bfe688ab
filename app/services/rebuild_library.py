"""Recompute from the log all that is kept beside it."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date, datetime
from itertools import islice

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from app.domain.card import Status
from app.domain.memory.schedule import NEW, Schedule, fold
from app.domain.memory.settings import SchedulerSettings
from app.domain.retention.counting import DailyCount, daily_counts
from app.domain.review import Rating
from app.store.models import (
    Card,
    CardState,
    Claim,
    Membership,
    Person,
    QuizQuestion,
)
from app.store.models import DailyCount as DailyCountRow
from app.store.queries.integrity import is_zone, wrong_verdicts
from app.store.queries.log import logs_by_card, relearns_by_card
from app.store.queries.people import scheduler_settings
from app.store.schedules import columns_of

#: Rows written by one statement.
_BATCH = 1_000
#: Statuses in which a card has a state even if nobody has answered it.
_WITH_STATE = frozenset({Status.KEPT, Status.SUSPENDED, Status.STALE})


class Folded:
    """What a person's log says: a schedule for each card, counts for each group."""

    def __init__(
        self, session: Session, *, person_id: int, settings: SchedulerSettings
    ) -> None:
        #: Group and status of each card of the person's teams.
        self.cards: Mapping[int, tuple[int, Status]] = {
            card_id: (group_id, status)
            for card_id, group_id, status in session.execute(
                select(Card.id, Card.group_id, Card.status)
                .join(Membership, Membership.team_id == Card.team_id)
                .where(Membership.person_id == person_id)
            )
        }
        self.schedules: dict[int, Schedule] = {
            card_id: NEW
            for card_id, (_, status) in self.cards.items()
            if status in _WITH_STATE
        }
        self.counts: dict[int, dict[date, DailyCount]] = {}
        relearns = relearns_by_card(session, person_id)
        for card_id, log in logs_by_card(session, person_id):
            if card_id not in self.cards:
                # A card of a team that the person has left.
                continue
            self.schedules[card_id] = fold(
                log, settings, relearn_at=relearns.get(card_id, ())
            )
            group_id = self.cards[card_id][0]
            days = self.counts.setdefault(group_id, {})
            for day, count in daily_counts(log).items():
                days[day] = days.get(day, DailyCount()) + count


def rebuild_library(session: Session) -> int:
    """Rebuild every person's states and counts; give the number of states.

    A card's group, a copy of its claim's, is put right first. A person whose time zone
    there is none of gets UTC until the browser names theirs. A quiz question's verdict
    becomes what the log has.
    """
    for person in session.scalars(select(Person).order_by(Person.id)):
        if not is_zone(person.timezone):
            person.timezone, person.is_timezone_confirmed = "UTC", False
    group_of_claim = (
        select(Claim.group_id).where(Claim.id == Card.claim_id).scalar_subquery()
    )
    session.execute(
        update(Card)
        .where(Card.group_id != group_of_claim)
        .values(group_id=group_of_claim)
        .execution_options(synchronize_session=False)
    )
    for question_id, _, rating in wrong_verdicts(session):
        question = session.get_one(QuizQuestion, question_id)
        question.is_right = None if rating is None else rating > int(Rating.AGAIN)
    people = session.scalars(select(Person.id).order_by(Person.id)).all()
    return sum(
        rebuild_states(
            session,
            person_id=person_id,
            settings=scheduler_settings(session, person_id),
        )
        for person_id in people
    )


def rebuild_states(
    session: Session, *, person_id: int, settings: SchedulerSettings
) -> int:
    """Fold a person's whole log anew under `settings`; give the number of states.

    What is buried stays so: that is a choice, and stands in no log.
    """
    folded = Folded(session, person_id=person_id, settings=settings)
    buried: dict[int, datetime | None] = dict(
        session.execute(
            select(CardState.card_id, CardState.buried_until).where(
                CardState.person_id == person_id
            )
        ).all()
    )
    session.execute(delete(CardState).where(CardState.person_id == person_id))
    session.execute(delete(DailyCountRow).where(DailyCountRow.person_id == person_id))
    # Cards that were kept once and have no answers keep their empty state.
    without_log = {card_id: NEW for card_id in buried if card_id in folded.cards}
    schedules = without_log | folded.schedules
    _insert(
        session,
        CardState,
        (
            {
                "person_id": person_id,
                "card_id": card_id,
                "group_id": folded.cards[card_id][0],
                "is_active": folded.cards[card_id][1] is Status.KEPT,
                "buried_until": buried.get(card_id),
                **columns_of(schedule),
            }
            for card_id, schedule in schedules.items()
        ),
    )
    _insert(
        session,
        DailyCountRow,
        (
            {
                "person_id": person_id,
                "group_id": group_id,
                "study_day": day,
                **asdict(count),
            }
            for group_id, days in folded.counts.items()
            for day, count in days.items()
        ),
    )
    return len(schedules)


def _insert(
    session: Session, table: type[object], rows: Iterable[dict[str, object]]
) -> None:
    waiting = iter(rows)
    while batch := list(islice(waiting, _BATCH)):
        session.execute(insert(table), batch)
