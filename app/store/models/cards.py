"""Cards, and each person's state of each kept card."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.card import Kind, Origin, Status, Tier
from app.domain.memory.schedule import Phase
from app.store.base import NEVER_TWICE, Base
from app.store.models.articles import Claim
from app.store.types import enum_type


class Card(Base):
    """One question about one fact of one claim."""

    __tablename__ = "cards"
    __table_args__ = (
        sa.Index("ix_cards_team_id_status", "team_id", "status", "id"),
        sa.Index("ix_cards_group_id_status", "group_id", "status"),
        NEVER_TWICE,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[int] = mapped_column(sa.ForeignKey("teams.id", ondelete="CASCADE"))
    claim_id: Mapped[int] = mapped_column(
        sa.ForeignKey("claims.id", ondelete="CASCADE"), index=True
    )
    #: The claim's group, copied so that counts per group need no join.
    group_id: Mapped[int] = mapped_column(
        sa.ForeignKey("groups.id", ondelete="CASCADE")
    )
    kind: Mapped[Kind]
    #: The rule that wrote it, such as `from-to`.
    pattern: Mapped[str]
    origin: Mapped[Origin]
    status: Mapped[Status]
    #: The status it had when its claim was rejected, and gets back with the claim.
    returns_to: Mapped[Status | None] = mapped_column(enum_type(Status, "returns_to"))
    tier: Mapped[Tier]
    #: Ticked in the inbox: kept when the person keeps all that is ticked.
    is_ticked: Mapped[bool]
    context: Mapped[str | None]
    question: Mapped[str]
    answer: Mapped[str]
    choices: Mapped[list[str] | None] = mapped_column(sa.JSON(none_as_null=True))
    statement_text: Mapped[str | None]
    statement_true: Mapped[bool | None]
    statement_changed: Mapped[str | None]
    explanation: Mapped[str]
    #: Version of the rules that wrote it; None for a person's card.
    written_with: Mapped[str | None]
    #: Names of what spoke for and against it when it was written; None where unknown.
    features: Mapped[list[str] | None] = mapped_column(sa.JSON(none_as_null=True))
    #: Why it is only suggested, as half a sentence.
    doubt: Mapped[str | None]
    #: A person changed the words that it was written with.
    is_edited: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

    claim: Mapped[Claim] = relationship()


class CardState(Base):
    """A person's schedule of a card: a fold of the log, stored to be found fast.

    Everything but `buried_until` can be recomputed. There is a row for every card that
    was ever kept; a new card's row has no memory.
    """

    __tablename__ = "card_states"
    __table_args__ = (
        sa.CheckConstraint(
            "(stability IS NULL) = (difficulty IS NULL)", name="memory_whole"
        ),
        sa.Index(
            "ix_card_states_due",
            "person_id",
            "phase",
            "due_at",
            "card_id",
            sqlite_where=sa.text("is_active"),
            postgresql_where=sa.text("is_active"),
        ),
        sa.Index(
            "ix_card_states_group_due",
            "person_id",
            "group_id",
            "phase",
            "due_at",
            "card_id",
            sqlite_where=sa.text("is_active"),
            postgresql_where=sa.text("is_active"),
        ),
    )

    person_id: Mapped[int] = mapped_column(
        sa.ForeignKey("people.id", ondelete="CASCADE"), primary_key=True
    )
    card_id: Mapped[int] = mapped_column(
        sa.ForeignKey("cards.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    group_id: Mapped[int] = mapped_column(
        sa.ForeignKey("groups.id", ondelete="CASCADE"), index=True
    )
    #: Whether the card's status is `kept`.
    is_active: Mapped[bool]
    phase: Mapped[Phase]
    #: 0-based place in the (re)learning steps; 0 outside them.
    step: Mapped[int]
    #: Days.
    stability: Mapped[float | None]
    #: 1 to 10.
    difficulty: Mapped[float | None]
    due_at: Mapped[datetime | None]
    interval_days: Mapped[int]
    last_reviewed_at: Mapped[datetime | None]
    last_study_day: Mapped[date | None]
    reps: Mapped[int]
    lapses: Mapped[int]
    #: Hidden from the queue until this instant: the person's choice, not derived.
    buried_until: Mapped[datetime | None]


#: Whether a state is active, as the partial indexes say it: SQLite takes them for
#: `is_active`, not for the `is_active = 1` that the column itself compiles to.
IS_ACTIVE = sa.text("card_states.is_active")
