"""Change how a person's cards are scheduled, and what they prefer."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from app.domain.memory.settings import SchedulerSettings
from app.domain.study_day import offered_zone
from app.services.rebuild_library import rebuild_states
from app.store.models import Person, SettingsEntry, Theme
from app.store.queries.people import scheduler_settings


def save_settings(
    session: Session,
    *,
    person: Person,
    settings: SchedulerSettings,
    timezone: str,
    new_per_day: int,
    reviews_per_day: int,
    studies_without_asking: bool,
    theme: Theme,
    uses_shortcuts: bool,
    now: datetime,
) -> None:
    """Change all that a person may set, and fold their log anew where that follows.

    `settings.day_start_hour` becomes the person's. An entry joins the log only if the
    scheduler's own settings differ from those in force.
    """
    before = scheduler_settings(session, person.id)
    change_preferences(
        session,
        person=person,
        timezone=timezone,
        day_start_hour=settings.day_start_hour,
        new_per_day=new_per_day,
        reviews_per_day=reviews_per_day,
        studies_without_asking=studies_without_asking,
        theme=theme,
        uses_shortcuts=uses_shortcuts,
    )
    if replace(settings, day_start_hour=before.day_start_hour) != before:
        change_settings(session, person_id=person.id, settings=settings, now=now)
    if settings != before:
        rebuild_states(session, person_id=person.id, settings=settings)


def change_settings(
    session: Session, *, person_id: int, settings: SchedulerSettings, now: datetime
) -> None:
    """Add a settings entry, in force from now on.

    States fold under the newest entry: call `rebuild_states` after it when the person
    has a log.
    """
    session.add(
        SettingsEntry(
            person_id=person_id,
            from_at=now,
            parameters=list(settings.parameters),
            desired_retention=settings.desired_retention,
            learning_steps=[int(s.total_seconds()) for s in settings.learning_steps],
            relearning_steps=[
                int(s.total_seconds()) for s in settings.relearning_steps
            ],
            maximum_interval=settings.maximum_interval,
        )
    )
    session.flush()


def change_preferences(
    session: Session,
    *,
    person: Person,
    timezone: str,
    day_start_hour: int,
    new_per_day: int,
    reviews_per_day: int,
    studies_without_asking: bool,
    theme: Theme,
    uses_shortcuts: bool,
) -> None:
    """Change what a person prefers; past study days stay as they are."""
    person.timezone = offered_zone(timezone)
    person.is_timezone_confirmed = True
    person.day_start_hour = day_start_hour
    person.new_per_day = new_per_day
    person.reviews_per_day = reviews_per_day
    person.studies_without_asking = studies_without_asking
    person.theme = theme
    person.uses_shortcuts = uses_shortcuts
    session.flush()


def adopt_timezone(session: Session, *, person: Person, timezone: str) -> None:
    """Take the browser's zone until the person has confirmed one."""
    if not person.is_timezone_confirmed:
        person.timezone = offered_zone(timezone)
        session.flush()
