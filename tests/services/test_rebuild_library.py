from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.domain.card import Status
from app.domain.memory.settings import SchedulerSettings
from app.domain.review import Rating
from app.services.change_settings import change_settings
from app.services.keep_cards import delete_cards, suspend_cards
from app.services.rebuild_library import rebuild_library, rebuild_states
from app.services.undo_review import undo_review
from app.store.models import Card, CardState, DailyCount, Person
from app.store.queries.people import scheduler_settings
from app.store.writing import write_tx
from tests.factories import make_article, make_card, make_review, review_id
from tests.support.library import NOW


def stored(session: Session, table: type[Any] = CardState) -> list[tuple[Any, ...]]:
    columns = list(table.__table__.columns)
    keys = list(table.__table__.primary_key)
    return [tuple(row) for row in session.execute(sa.select(*columns).order_by(*keys))]


@pytest.fixture
def cards(session: Session) -> list[Card]:
    """Cards in every status; the first three with reviews, one of them taken back."""
    with write_tx(session):
        claims = make_article(session, groups=(("One.", "Two."), ("Three.",))).groups
        made = [
            make_card(session, claims[0].claims[0]),
            make_card(session, claims[0].claims[1]),
            make_card(session, claims[1].claims[0]),
            make_card(session),
            make_card(session, status=Status.WAITING),
            make_card(session),
        ]
        for number, (card, day) in enumerate(
            (card, day) for card in made[:3] for day in (0, 1, 4)
        ):
            at = NOW + timedelta(days=day)
            make_review(session, card, at=at, rating=Rating.EASY, number=number)
        _undo(session, review_id(2))
        team = made[0].team_id
        suspend_cards(session, team_id=team, card_ids=[made[1].id], now=NOW)
        delete_cards(session, team_id=team, card_ids=[made[5].id], now=NOW)
    return made


def _undo(session: Session, review: Any) -> None:
    undo_review(
        session,
        person_id=1,
        review_id=review,
        settings=SchedulerSettings(),
        now=NOW + timedelta(days=9),
    )


def test_a_rebuild_gives_what_answers_and_undo_had_stored(
    session: Session, cards: list[Card]
) -> None:
    before = stored(session), stored(session, DailyCount)
    with write_tx(session):
        assert rebuild_library(session) == 5
    assert (stored(session), stored(session, DailyCount)) == before


def test_a_rebuild_restores_what_was_lost(session: Session, cards: list[Card]) -> None:
    kept = [it for it in stored(session) if it[1] != cards[5].id]
    before = kept, stored(session, DailyCount)
    with write_tx(session):
        session.execute(sa.delete(CardState))
        session.execute(sa.delete(DailyCount))
        rebuild_library(session)
    # An unanswered card that was deleted needs no state.
    assert (stored(session), stored(session, DailyCount)) == before


def test_what_is_buried_stays_buried(session: Session, cards: list[Card]) -> None:
    until = NOW + timedelta(days=1)
    with write_tx(session):
        state = session.get_one(CardState, (1, cards[0].id))
        state.buried_until = until
        session.flush()
        rebuild_library(session)
    assert session.get_one(CardState, (1, cards[0].id)).buried_until == until


def test_states_fold_under_the_newest_settings(
    session: Session, cards: list[Card]
) -> None:
    due_before = session.get_one(CardState, (1, cards[0].id)).due_at
    with write_tx(session):
        change_settings(
            session,
            person_id=1,
            settings=SchedulerSettings(desired_retention=0.97),
            now=NOW,
        )
        rebuild_states(
            session, person_id=1, settings=scheduler_settings(session, person_id=1)
        )
    due = session.get_one(CardState, (1, cards[0].id)).due_at
    assert due is not None
    assert due_before is not None
    assert due < due_before


def test_a_rebuild_touches_only_the_person_it_is_for(
    session: Session, cards: list[Card], person: Person
) -> None:
    with write_tx(session):
        other = Person(name="other", created_at=NOW, timezone="UTC")
        session.add(other)
        session.flush()
        change_settings(
            session, person_id=other.id, settings=SchedulerSettings(), now=NOW
        )
    before = stored(session)
    with write_tx(session):
        states = rebuild_states(
            session, person_id=other.id, settings=SchedulerSettings()
        )
    assert states == 0
    assert stored(session) == before


def test_a_card_gets_the_group_of_its_claim(
    session: Session, cards: list[Card]
) -> None:
    with write_tx(session):
        session.execute(
            sa.update(Card).where(Card.id == cards[0].id).values(group_id=2)
        )
        rebuild_library(session)
    assert session.get_one(Card, cards[0].id).group_id == 1
    assert session.get_one(CardState, (1, cards[0].id)).group_id == 1
