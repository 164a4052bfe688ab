"""Who is asking, and the request's clock and session."""

from datetime import date, datetime

from flask import current_app, g
from sqlalchemy.orm import Session

from app.domain.errors import NotFoundError
from app.domain.study_day import study_day
from app.store.db import current_session
from app.store.models import Person
from app.store.queries.people import local_person, team_of


def request_session() -> Session:
    """Give the request's session."""
    return current_session()


def current_person() -> Person:
    """Give the person who asks: in local mode, the library's only one.

    Looked up once a request; a write that begins later reads their row anew.
    """
    if "person" not in g:
        g.person = local_person(current_session())
    if g.person is None:
        raise NotFoundError("The library is empty: start it with `flask serve`.")
    person: Person = g.person
    return person


def current_team_id() -> int:
    """Give the id of the team whose articles are asked for, looked up once."""
    if "team_id" not in g:
        g.team_id = team_of(current_session(), current_person().id)
    team_id: int = g.team_id
    return team_id


def now() -> datetime:
    """Give the moment of this request: one and the same for all of it."""
    if "now" not in g:
        g.now = current_app.config["CLOCK"]()
    moment: datetime = g.now
    return moment


def today() -> date:
    """Give the study day that this request falls on, in the person's zone."""
    person = current_person()
    return study_day(now(), person.timezone, person.day_start_hour)
