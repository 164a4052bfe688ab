"""Read people, their teams and their scheduler settings."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.memory.settings import SchedulerSettings
from app.store.models import ApiToken, Membership, Person, SettingsEntry


def local_person(session: Session) -> Person | None:
    """Give the person of local use: the first one made."""
    return session.scalars(select(Person).order_by(Person.id).limit(1)).first()


def team_of(session: Session, person_id: int) -> int:
    """Give the id of the person's (first) team."""
    return session.scalars(
        select(Membership.team_id)
        .where(Membership.person_id == person_id)
        .order_by(Membership.team_id)
        .limit(1)
    ).one()


def members(session: Session, team_id: int) -> Sequence[int]:
    """Give the ids of the people of a team."""
    return session.scalars(
        select(Membership.person_id)
        .where(Membership.team_id == team_id)
        .order_by(Membership.person_id)
    ).all()


def scheduler_settings(session: Session, person_id: int) -> SchedulerSettings:
    """Give the settings now in force: the newest entry's."""
    entry = session.execute(
        select(
            SettingsEntry.parameters,
            SettingsEntry.desired_retention,
            SettingsEntry.learning_steps,
            SettingsEntry.relearning_steps,
            SettingsEntry.maximum_interval,
            Person.day_start_hour,
        )
        .join(Person, Person.id == SettingsEntry.person_id)
        .where(SettingsEntry.person_id == person_id)
        .order_by(SettingsEntry.seq.desc())
        .limit(1)
    ).one()
    return SchedulerSettings(
        parameters=tuple(entry.parameters),
        desired_retention=entry.desired_retention,
        learning_steps=tuple(timedelta(seconds=s) for s in entry.learning_steps),
        relearning_steps=tuple(timedelta(seconds=s) for s in entry.relearning_steps),
        maximum_interval=entry.maximum_interval,
        day_start_hour=entry.day_start_hour,
    )


def live_token(session: Session, token_hash: str, *, now: datetime) -> ApiToken | None:
    """Give the token with this hash unless it is revoked or expired."""
    token = session.scalars(
        select(ApiToken).where(ApiToken.token_hash == token_hash)
    ).first()
    if token is None or token.revoked_at is not None:
        return None
    if token.expires_at is not None and token.expires_at <= now:
        return None
    return token


def tokens_of(session: Session, person_id: int) -> Sequence[ApiToken]:
    """List a person's tokens, newest first."""
    return session.scalars(
        select(ApiToken)
        .where(ApiToken.person_id == person_id)
        .order_by(ApiToken.id.desc())
    ).all()
