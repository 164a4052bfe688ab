"""Teams, the people in them, their settings and their API tokens."""

from datetime import datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.store.base import NEVER_TWICE, Base
from app.store.types import enum_type


class Role(StrEnum):
    """What a member may do in a team."""

    OWNER = "owner"
    EDITOR = "editor"
    MEMBER = "member"


class Theme(StrEnum):
    """Which colours a person reads in."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Team(Base):
    """People who share articles. Local use has one."""

    __tablename__ = "teams"
    __table_args__ = NEVER_TWICE

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    created_at: Mapped[datetime]


class Person(Base):
    """Somebody who studies, with the preferences that are theirs alone."""

    __tablename__ = "people"
    __table_args__ = (
        sa.CheckConstraint("day_start_hour BETWEEN 0 AND 23", name="day_start_hour"),
        sa.CheckConstraint("new_per_day >= 0", name="new_per_day"),
        sa.CheckConstraint("reviews_per_day >= 0", name="reviews_per_day"),
        NEVER_TWICE,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[datetime]
    #: IANA name; the browser's until the person confirms one.
    timezone: Mapped[str]
    is_timezone_confirmed: Mapped[bool] = mapped_column(default=False)
    #: The local hour at which a study day starts.
    day_start_hour: Mapped[int] = mapped_column(default=4)
    new_per_day: Mapped[int] = mapped_column(default=20)
    reviews_per_day: Mapped[int] = mapped_column(default=200)
    #: Default cards of new articles are kept without a look into the inbox.
    studies_without_asking: Mapped[bool] = mapped_column(default=False)
    theme: Mapped[Theme] = mapped_column(enum_type(Theme), default=Theme.SYSTEM)
    uses_shortcuts: Mapped[bool] = mapped_column(default=True)


class Membership(Base):
    """A person's place in a team."""

    __tablename__ = "memberships"

    team_id: Mapped[int] = mapped_column(
        sa.ForeignKey("teams.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(
        sa.ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    role: Mapped[Role] = mapped_column(enum_type(Role))

    team: Mapped[Team] = relationship()
    person: Mapped[Person] = relationship()


class SettingsEntry(Base):
    """A log entry: the scheduler's settings of a person from an instant on."""

    __tablename__ = "settings_entries"

    seq: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(
        sa.ForeignKey("people.id", ondelete="CASCADE"), index=True
    )
    from_at: Mapped[datetime]
    #: The 21 parameters of FSRS-6.
    parameters: Mapped[list[float]] = mapped_column(sa.JSON)
    desired_retention: Mapped[float]
    #: Steps in seconds.
    learning_steps: Mapped[list[int]] = mapped_column(sa.JSON)
    relearning_steps: Mapped[list[int]] = mapped_column(sa.JSON)
    #: Days.
    maximum_interval: Mapped[int]


class ApiToken(Base):
    """A key to the API: only its hash is kept."""

    __tablename__ = "api_tokens"
    __table_args__ = NEVER_TWICE

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(
        sa.ForeignKey("people.id", ondelete="CASCADE"), index=True
    )
    team_id: Mapped[int] = mapped_column(
        sa.ForeignKey("teams.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str]
    #: SHA-256 of the whole token, hexadecimal.
    token_hash: Mapped[str] = mapped_column(unique=True)
    may_write: Mapped[bool]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    last_used_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]
