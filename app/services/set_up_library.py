"""Make the one team and the one person of local use."""

from datetime import datetime

from sqlalchemy.orm import Session

from app.domain.memory.settings import SchedulerSettings
from app.domain.study_day import offered_zone
from app.services.change_settings import change_settings
from app.store.models import Membership, Person, Role, Team
from app.store.queries.people import local_person


def set_up_library(session: Session, *, timezone: str, now: datetime) -> Person:
    """Give the local person, made with their team if the library is empty.

    Raises InputError for a time zone that there is none of.
    """
    person = local_person(session)
    if person is not None:
        return person
    team = Team(name="My library", created_at=now)
    person = Person(name="me", created_at=now, timezone=offered_zone(timezone))
    session.add_all([team, person])
    session.flush()
    session.add(Membership(team_id=team.id, person_id=person.id, role=Role.OWNER))
    change_settings(session, person_id=person.id, settings=SchedulerSettings(), now=now)
    return person
