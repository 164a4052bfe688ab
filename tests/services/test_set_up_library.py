import pytest
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.domain.errors import InputError
from app.services.set_up_library import set_up_library
from app.store.models import Person, Team
from app.store.queries.people import local_person, scheduler_settings, team_of
from app.store.writing import write_tx
from tests.support.library import NOW


@pytest.fixture
def empty(session: Session) -> Session:
    with write_tx(session):
        session.execute(delete(Team))
        session.execute(delete(Person))
    return session


def test_an_empty_library_gets_a_person_with_a_team_and_settings(
    empty: Session,
) -> None:
    with write_tx(empty):
        person = set_up_library(empty, timezone="Asia/Tokyo", now=NOW)
    assert person.timezone == "Asia/Tokyo"
    assert team_of(empty, person.id) > 0
    assert scheduler_settings(empty, person.id).desired_retention == 0.9


def test_a_library_keeps_its_person(session: Session, person: Person) -> None:
    with write_tx(session):
        found = set_up_library(session, timezone="Asia/Tokyo", now=NOW)
    assert (found.id, found.timezone) == (person.id, "UTC")


@pytest.mark.parametrize("zone", ["Mars/Olympus", "localtime", ""])
def test_a_zone_that_there_is_none_of_is_refused(empty: Session, zone: str) -> None:
    with pytest.raises(InputError, match="time zone"), write_tx(empty):
        set_up_library(empty, timezone=zone, now=NOW)
    assert local_person(empty) is None
    assert empty.scalars(select(Team)).all() == []
