from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from app.domain.card import Status
from app.domain.errors import ConflictError, NotFoundError
from app.services.bury_card import bring_card_back, bury_card
from app.services.keep_cards import delete_cards, suspend_cards
from app.store.models import Card, CardState, Person
from app.store.writing import write_tx
from tests.factories import make_card, make_review, own_team
from tests.support.library import NOW


def buried(session: Session, person: Person, card_id: int) -> datetime | None:
    session.rollback()
    return session.get_one(CardState, (person.id, card_id)).buried_until


@pytest.mark.parametrize(
    ("zone", "hour", "now", "until"),
    [
        ("UTC", 4, NOW, datetime(2026, 3, 6, 4, tzinfo=UTC)),
        # 03:59 still belongs to the day before.
        (
            "UTC",
            4,
            datetime(2026, 3, 5, 3, 59, tzinfo=UTC),
            datetime(2026, 3, 5, 4, tzinfo=UTC),
        ),
        ("Asia/Tokyo", 4, NOW, datetime(2026, 3, 5, 19, tzinfo=UTC)),
        ("UTC", 0, NOW, datetime(2026, 3, 6, tzinfo=UTC)),
        # The clock is put forward in the night: 04:00 is summer time.
        (
            "Europe/Berlin",
            4,
            datetime(2026, 3, 28, 12, tzinfo=UTC),
            datetime(2026, 3, 29, 2, tzinfo=UTC),
        ),
    ],
)
def test_a_card_is_buried_until_the_persons_next_study_day(
    session: Session,
    person: Person,
    zone: str,
    hour: int,
    now: datetime,
    until: datetime,
) -> None:
    with write_tx(session):
        person.timezone, person.day_start_hour = zone, hour
        card_id = make_card(session).id
        bury_card(session, person=person, card_id=card_id, now=now)
    assert buried(session, person, card_id) == until


def test_a_deleted_card_is_not_there(session: Session, person: Person) -> None:
    with write_tx(session):
        card_id = make_card(session).id
        delete_cards(session, team_id=own_team(session), card_ids=[card_id], now=NOW)
    with pytest.raises(NotFoundError, match="may have been deleted"), write_tx(session):
        bury_card(session, person=person, card_id=card_id, now=NOW)
    assert buried(session, person, card_id) is None


def test_burying_leaves_the_schedule_alone(session: Session, person: Person) -> None:
    with write_tx(session):
        card = make_card(session)
        make_review(session, card, at=NOW - timedelta(minutes=1))
        before = session.get_one(CardState, (person.id, card.id)).due_at
        bury_card(session, person=person, card_id=card.id, now=NOW)
    session.rollback()
    assert session.get_one(CardState, (person.id, card.id)).due_at == before


@pytest.mark.parametrize("is_suspended", [False, True])
def test_a_card_set_aside_is_brought_back(
    session: Session, person: Person, is_suspended: bool
) -> None:
    with write_tx(session):
        card_id = make_card(session).id
        bury_card(session, person=person, card_id=card_id, now=NOW)
        if is_suspended:
            suspend_cards(
                session, team_id=own_team(session), card_ids=[card_id], now=NOW
            )
    with write_tx(session):
        bring_card_back(
            session,
            person_id=person.id,
            team_id=own_team(session),
            card_id=card_id,
            now=NOW,
        )
    assert buried(session, person, card_id) is None
    assert session.get_one(Card, card_id).status is Status.KEPT
    assert session.get_one(CardState, (person.id, card_id)).is_active


def test_a_card_that_is_not_there_is_refused(session: Session, person: Person) -> None:
    with pytest.raises(NotFoundError), write_tx(session):
        bury_card(session, person=person, card_id=999_999, now=NOW)
    with pytest.raises(NotFoundError), write_tx(session):
        bring_card_back(
            session,
            person_id=person.id,
            team_id=own_team(session),
            card_id=999_999,
            now=NOW,
        )


def test_a_deleted_card_does_not_come_back(session: Session, person: Person) -> None:
    with write_tx(session):
        card_id = make_card(session).id
        delete_cards(session, team_id=own_team(session), card_ids=[card_id], now=NOW)
    with pytest.raises(ConflictError, match="retired"), write_tx(session):
        bring_card_back(
            session,
            person_id=person.id,
            team_id=own_team(session),
            card_id=card_id,
            now=NOW,
        )
