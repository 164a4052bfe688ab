import pytest
from sqlalchemy import func, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.store.engine import WriteOutsideTransactionError
from app.store.models import Membership, Role, Team
from app.store.writing import write_tx
from tests.support.library import NOW


def teams(session: Session) -> int:
    session.rollback()
    return session.scalar(select(func.count(Team.id))) or 0


def test_a_write_is_there_for_the_next_session(session: Session) -> None:
    with write_tx(session):
        session.add(Team(name="Second", created_at=NOW))
    with Session(session.get_bind()) as other:
        assert teams(other) == 2


def write_and_fail(session: Session) -> None:
    with write_tx(session):
        session.add(Team(id=50, name="Second", created_at=NOW))
        session.flush()
        session.execute(insert(Team).values(id=50, name="Third", created_at=NOW))


def test_what_fails_inside_is_rolled_back_whole(session: Session) -> None:
    with pytest.raises(IntegrityError):
        write_and_fail(session)
    assert teams(session) == 1


def test_a_write_outside_is_refused(session: Session) -> None:
    session.add(Team(name="Second", created_at=NOW))
    with pytest.raises(WriteOutsideTransactionError):
        session.flush()
    assert teams(session) == 1


def test_a_row_that_points_at_nothing_is_refused(session: Session) -> None:
    with pytest.raises(IntegrityError), write_tx(session):
        session.add(Membership(team_id=999, person_id=999, role=Role.MEMBER))


def test_a_naive_instant_is_refused(session: Session) -> None:
    with pytest.raises(Exception, match="naive"), write_tx(session):
        session.add(Team(name="Second", created_at=NOW.replace(tzinfo=None)))


def test_an_instant_comes_back_in_utc(session: Session) -> None:
    moment = session.scalars(select(Team.created_at)).one()
    assert moment == NOW
    assert moment.utcoffset() is not None
