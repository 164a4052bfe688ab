from datetime import timedelta

import pytest
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from app.domain.card import Status
from app.services.bury_card import bury_card
from app.services.keep_cards import delete_cards, suspend_cards
from app.store.models import Person
from app.store.queries.sitting import SetAside, set_aside, study_cards
from app.store.writing import write_tx
from tests.factories import count_queries, make_card, own_team
from tests.support.library import NOW


def test_a_card_is_set_aside_one_way_at_a_time(
    session: Session, person: Person
) -> None:
    with write_tx(session):
        card_id = make_card(session).id
    assert set_aside(session, person.id, card_id, NOW) is None
    with write_tx(session):
        bury_card(session, person=person, card_id=card_id, now=NOW)
    assert set_aside(session, person.id, card_id, NOW) is SetAside.BURIED
    assert set_aside(session, person.id, card_id, NOW + timedelta(1)) is None
    with write_tx(session):
        suspend_cards(session, team_id=own_team(session), card_ids=[card_id], now=NOW)
    assert set_aside(session, person.id, card_id, NOW) is SetAside.SUSPENDED
    with write_tx(session):
        delete_cards(session, team_id=own_team(session), card_ids=[card_id], now=NOW)
    assert set_aside(session, person.id, card_id, NOW) is None


@pytest.mark.parametrize("status", [Status.WAITING, Status.REJECTED])
def test_a_card_that_was_never_kept_is_not_set_aside(
    session: Session, person: Person, status: Status
) -> None:
    with write_tx(session):
        card_id = make_card(session, status=status).id
    assert set_aside(session, person.id, card_id, NOW) is None
    assert set_aside(session, person.id, 999_999, NOW) is None


def test_another_persons_card_is_not_mine_to_see(
    session: Session, person: Person
) -> None:
    with write_tx(session):
        card_id = make_card(session).id
        other = Person(name="Other", created_at=NOW, timezone="UTC")
        session.add(other)
        session.flush()
        bury_card(session, person=person, card_id=card_id, now=NOW)
    assert set_aside(session, other.id, card_id, NOW) is None


def test_cards_are_read_in_one_query(
    session: Session, person: Person, engine: Engine
) -> None:
    with write_tx(session):
        ids = [make_card(session).id for _ in range(5)]
    person_id = person.id
    with count_queries(engine) as statements:
        found = study_cards(session, person_id, ids)
    assert [it.id for it in found] == ids
    assert len([it for it in statements if it.startswith("SELECT")]) == 1
    assert study_cards(session, person_id, []) == []
