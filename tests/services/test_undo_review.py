from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillRunning
from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from app.domain.errors import NotFoundError
from app.domain.memory.schedule import NEW, Phase, fold
from app.domain.memory.settings import SchedulerSettings
from app.domain.review import Rating
from app.services.undo_review import undo_review
from app.store.models import (
    Card,
    CardState,
    DailyCount,
    Person,
    ReviewEntry,
    Withdrawal,
)
from app.store.queries.log import reviews_of_card
from app.store.schedules import schedule_of
from app.store.writing import write_tx
from tests.factories import make_card, make_review, review_id
from tests.support.library import NOW

MINUTE = timedelta(minutes=1)
SETTINGS = SchedulerSettings()
#: Long enough for a thread to reach the lock that it waits for.
A_WHILE_S = 1.0


def undo(session: Session, person: Person, number: int) -> tuple[int, Phase]:
    card_id, schedule = undo_review(
        session,
        person_id=person.id,
        review_id=review_id(number),
        settings=SETTINGS,
        now=NOW,
    )
    return card_id, schedule.phase


def answered_twice(session: Session) -> int:
    """Make a card answered by the reviews 1 (Good) and 2 (Again)."""
    with write_tx(session):
        card = make_card(session)
        make_review(session, card, number=1, at=NOW - 2 * MINUTE)
        make_review(session, card, number=2, rating=Rating.AGAIN, at=NOW - MINUTE)
        return card.id


def state_is_fold(session: Session, person: Person, card_id: int) -> bool:
    session.rollback()
    state = session.get_one(CardState, (person.id, card_id))
    return schedule_of(state) == fold(
        reviews_of_card(session, person.id, card_id), SETTINGS
    )


def withdrawals(session: Session) -> int:
    session.rollback()
    return session.scalars(sa.select(sa.func.count()).select_from(Withdrawal)).one()


@pytest.mark.parametrize(("number", "stays"), [(1, 2), (2, 1)])
def test_exactly_the_named_answer_is_taken_back(
    session: Session, person: Person, number: int, stays: int
) -> None:
    card_id = answered_twice(session)
    with write_tx(session):
        assert undo(session, person, number) == (card_id, Phase.LEARNING)
    log = reviews_of_card(session, person.id, card_id)
    assert [it.id for it in log] == [review_id(stays)]
    assert state_is_fold(session, person, card_id)


def test_the_log_keeps_what_was_taken_back(session: Session, person: Person) -> None:
    card_id = answered_twice(session)
    with write_tx(session):
        undo(session, person, 1)
        undo(session, person, 2)
    session.rollback()
    count = sa.select(sa.func.count()).select_from(ReviewEntry)
    assert session.scalars(count).one() == 2
    state = session.get_one(CardState, (person.id, card_id))
    assert schedule_of(state) == NEW
    assert session.scalars(sa.select(DailyCount)).all() == []


def test_the_same_answer_is_taken_back_once(session: Session, person: Person) -> None:
    card_id = answered_twice(session)
    for _ in range(2):
        with write_tx(session):
            assert undo(session, person, 2) == (card_id, Phase.LEARNING)
    assert withdrawals(session) == 1
    assert state_is_fold(session, person, card_id)


def test_an_answer_that_is_not_there_is_refused(
    session: Session, person: Person
) -> None:
    with pytest.raises(NotFoundError), write_tx(session):
        undo(session, person, 1)


def test_anothers_answer_is_not_there(session: Session) -> None:
    answered_twice(session)
    with write_tx(session):
        other = Person(name="Other", created_at=NOW, timezone="UTC")
        session.add(other)
        session.flush()
    with pytest.raises(NotFoundError), write_tx(session):
        undo(session, other, 1)
    assert withdrawals(session) == 0


def test_an_answer_given_meanwhile_is_not_lost(
    session: Session, person: Person, engine: Engine
) -> None:
    card_id = answered_twice(session)
    person_id = person.id

    def undo_elsewhere() -> None:
        with Session(engine) as other, write_tx(other):
            undo(other, other.get_one(Person, person_id), 1)

    with ThreadPoolExecutor(1) as pool:
        with write_tx(session):
            make_review(session, session.get_one(Card, card_id), number=3, at=NOW)
            waiting: Future[None] = pool.submit(undo_elsewhere)
            with pytest.raises(StillRunning):
                waiting.result(A_WHILE_S)
        waiting.result()
    log = reviews_of_card(session, person.id, card_id)
    assert {it.id for it in log} == {review_id(2), review_id(3)}
    assert state_is_fold(session, person, card_id)


def test_taken_back_in_two_places_at_once_is_taken_back_once(
    session: Session, person: Person, engine: Engine
) -> None:
    card_id = answered_twice(session)
    person_id = person.id

    def undo_elsewhere() -> tuple[int, Phase]:
        with Session(engine) as other, write_tx(other):
            return undo(other, other.get_one(Person, person_id), 2)

    with ThreadPoolExecutor(1) as pool:
        with write_tx(session):
            undo(session, session.get_one(Person, person_id), 2)
            waiting = pool.submit(undo_elsewhere)
            with pytest.raises(StillRunning):
                waiting.result(A_WHILE_S)
        assert waiting.result() == (card_id, Phase.LEARNING)
    assert withdrawals(session) == 1
    assert state_is_fold(session, person, card_id)
