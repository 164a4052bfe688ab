from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.domain.errors import InputError
from app.domain.memory.settings import SchedulerSettings
from app.services.change_settings import adopt_timezone, save_settings
from app.services.check_library import check_library
from app.store.models import CardState, Person, SettingsEntry, Theme
from app.store.queries.people import scheduler_settings
from app.store.writing import write_tx
from tests.factories import make_card, make_review
from tests.support.library import NOW


def save(
    session: Session, person: Person, settings: SchedulerSettings, **over: Any
) -> None:
    preferences: dict[str, Any] = {
        "timezone": "UTC",
        "new_per_day": 20,
        "reviews_per_day": 200,
        "studies_without_asking": False,
        "theme": Theme.SYSTEM,
        "uses_shortcuts": True,
    }
    with write_tx(session):
        save_settings(
            session, person=person, settings=settings, now=NOW, **preferences | over
        )


def entries(session: Session) -> int:
    return session.scalars(sa.select(sa.func.count(SettingsEntry.seq))).one()


def due(session: Session) -> Any:
    return session.scalars(sa.select(CardState.due_at)).one()


@pytest.fixture
def reviewed(session: Session) -> None:
    """Add a card that has gone to review."""
    with write_tx(session):
        card = make_card(session)
        for day in (0, 1, 8):
            make_review(session, card, at=NOW + timedelta(days=day))


@pytest.mark.usefixtures("reviewed")
def test_a_higher_wish_brings_cards_back_sooner(
    session: Session, person: Person
) -> None:
    before = due(session)
    save(session, person, SchedulerSettings(desired_retention=0.97))
    session.expire_all()
    assert due(session) < before
    assert scheduler_settings(session, person.id).desired_retention == 0.97
    assert list(check_library(session)) == []


@pytest.mark.usefixtures("reviewed")
def test_another_day_start_moves_due_moments_and_adds_no_entry(
    session: Session, person: Person
) -> None:
    before, log = due(session), entries(session)
    save(session, person, SchedulerSettings(day_start_hour=7))
    session.expire_all()
    assert due(session) - before == timedelta(hours=3)
    assert entries(session) == log
    assert list(check_library(session)) == []


@pytest.mark.usefixtures("reviewed")
def test_preferences_alone_add_no_entry_and_move_nothing(
    session: Session, person: Person
) -> None:
    before, log = due(session), entries(session)
    save(session, person, SchedulerSettings(), theme=Theme.DARK, new_per_day=3)
    session.expire_all()
    assert (due(session), entries(session)) == (before, log)
    assert (person.theme, person.new_per_day) == (Theme.DARK, 3)


def test_fitted_parameters_stay_in_force(session: Session, person: Person) -> None:
    fitted = SchedulerSettings()
    fitted = replace(fitted, parameters=(0.5, *fitted.parameters[1:]))
    save(session, person, fitted)
    save(session, person, replace(fitted, maximum_interval=90))
    assert scheduler_settings(session, person.id) == replace(
        fitted, maximum_interval=90
    )


def test_an_unknown_zone_changes_nothing(session: Session, person: Person) -> None:
    with pytest.raises(InputError, match="Atlantis"):
        save(session, person, SchedulerSettings(), timezone="Sea/Atlantis")
    session.expire_all()
    assert (person.timezone, person.is_timezone_confirmed) == ("UTC", False)


@pytest.mark.parametrize(
    "name", ["localtime", "Factory", "posixrules", "right/Europe/Berlin", "posix/UTC"]
)
def test_a_zone_that_is_not_on_ianas_list_is_refused(
    session: Session, person: Person, name: str
) -> None:
    with pytest.raises(InputError, match="is not the name of a time zone"):
        save(session, person, SchedulerSettings(), timezone=name)
    with pytest.raises(InputError, match=name), write_tx(session):
        adopt_timezone(session, person=person, timezone=name)
    session.expire_all()
    assert person.timezone == "UTC"


def test_a_confirmed_zone_is_not_replaced_by_the_browsers(
    session: Session, person: Person
) -> None:
    with write_tx(session):
        adopt_timezone(session, person=person, timezone="Asia/Tokyo")
    assert person.timezone == "Asia/Tokyo"
    save(session, person, SchedulerSettings(), timezone="Europe/Berlin")
    with write_tx(session):
        adopt_timezone(session, person=person, timezone="Asia/Tokyo")
    assert person.timezone == "Europe/Berlin"
