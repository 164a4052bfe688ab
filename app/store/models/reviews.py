"""The log: reviews, withdrawals, and the counts kept beside it."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.review import Format, Mode
from app.store.base import Base
from app.store.types import BIG_ID


class ReviewEntry(Base):
    """A log entry: one answer. Rows are only ever added."""

    __tablename__ = "reviews"
    __table_args__ = (
        sa.UniqueConstraint("person_id", "id"),
        sa.CheckConstraint("rating BETWEEN 1 AND 4", name="rating"),
        sa.CheckConstraint("duration_ms >= 0", name="duration_ms"),
        sa.CheckConstraint("interval_before >= 0", name="interval_before"),
        sa.Index("ix_reviews_person_id_card_id", "person_id", "card_id", "reviewed_at"),
        sa.Index("ix_reviews_person_id_seq", "person_id", "seq"),
    )

    seq: Mapped[int] = mapped_column(BIG_ID, primary_key=True)
    #: Made by whoever asked: the page or the API's client.
    id: Mapped[UUID]
    person_id: Mapped[int] = mapped_column(
        sa.ForeignKey("people.id", ondelete="CASCADE")
    )
    card_id: Mapped[int] = mapped_column(
        sa.ForeignKey("cards.id", ondelete="CASCADE"), index=True
    )
    reviewed_at: Mapped[datetime]
    #: The study day in `zone` at that moment; never recomputed.
    study_day: Mapped[date]
    zone: Mapped[str]
    duration_ms: Mapped[int]
    rating: Mapped[int]
    mode: Mapped[Mode]
    format: Mapped[Format]
    options: Mapped[int | None]
    #: Days scheduled when the card was shown.
    interval_before: Mapped[int]
    chosen_day: Mapped[date | None]
    recorded_at: Mapped[datetime]


class Withdrawal(Base):
    """A log entry: a person takes back one review."""

    __tablename__ = "withdrawals"

    seq: Mapped[int] = mapped_column(BIG_ID, primary_key=True)
    person_id: Mapped[int] = mapped_column(
        sa.ForeignKey("people.id", ondelete="CASCADE"), index=True
    )
    review_seq: Mapped[int] = mapped_column(
        BIG_ID, sa.ForeignKey("reviews.seq", ondelete="CASCADE"), unique=True
    )
    withdrawn_at: Mapped[datetime]


class Relearn(Base):
    """A log entry: a fact of the card's claim changed, so it is asked again.

    The card is due at `due_at` unless it was answered since; its memory stays.
    """

    __tablename__ = "relearns"
    __table_args__ = (
        sa.Index("ix_relearns_person_id_card_id", "person_id", "card_id", "due_at"),
    )

    seq: Mapped[int] = mapped_column(BIG_ID, primary_key=True)
    person_id: Mapped[int] = mapped_column(
        sa.ForeignKey("people.id", ondelete="CASCADE")
    )
    card_id: Mapped[int] = mapped_column(
        sa.ForeignKey("cards.id", ondelete="CASCADE"), index=True
    )
    due_at: Mapped[datetime]
    recorded_at: Mapped[datetime]


class DailyCount(Base):
    """Counts of a person's reviews in a group on a study day: a roll-up of the log."""

    __tablename__ = "daily_counts"
    __table_args__ = (
        sa.Index("ix_daily_counts_person_id_study_day", "person_id", "study_day"),
    )

    person_id: Mapped[int] = mapped_column(
        sa.ForeignKey("people.id", ondelete="CASCADE"), primary_key=True
    )
    group_id: Mapped[int] = mapped_column(
        sa.ForeignKey("groups.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    study_day: Mapped[date] = mapped_column(primary_key=True)
    #: All answers but practice.
    reviews: Mapped[int]
    #: Cards answered for the first time.
    new_cards: Mapped[int]
    young_passed: Mapped[int]
    young_total: Mapped[int]
    mature_passed: Mapped[int]
    mature_total: Mapped[int]
    duration_ms: Mapped[int]
