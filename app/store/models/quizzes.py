"""Quizzes and their questions: kept, so that a reload loses nothing."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.review import Format
from app.store.base import NEVER_TWICE, Base
from app.store.models.cards import Card


class Quiz(Base):
    """A short sitting of one person over chosen groups."""

    __tablename__ = "quizzes"
    __table_args__ = NEVER_TWICE

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(
        sa.ForeignKey("people.id", ondelete="CASCADE"), index=True
    )
    team_id: Mapped[int] = mapped_column(
        sa.ForeignKey("teams.id", ondelete="CASCADE"), index=True
    )
    #: What was asked for: minutes or a number of questions, the other is None.
    minutes: Mapped[int | None]
    question_count: Mapped[int | None]
    created_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]

    questions: Mapped[list["QuizQuestion"]] = relationship(
        back_populates="quiz", order_by="QuizQuestion.position", passive_deletes=True
    )


class QuizQuestion(Base):
    """A card asked once in a quiz, and what became of it."""

    __tablename__ = "quiz_questions"
    __table_args__ = (sa.UniqueConstraint("quiz_id", "position"), NEVER_TWICE)

    id: Mapped[int] = mapped_column(primary_key=True)
    quiz_id: Mapped[int] = mapped_column(
        sa.ForeignKey("quizzes.id", ondelete="CASCADE")
    )
    #: 0-based.
    position: Mapped[int]
    card_id: Mapped[int] = mapped_column(
        sa.ForeignKey("cards.id", ondelete="CASCADE"), index=True
    )
    format: Mapped[Format]
    #: The options in the order shown; None unless the format is `choice`.
    choices: Mapped[list[str] | None] = mapped_column(sa.JSON(none_as_null=True))
    #: The id its review will have, fixed so that a double submit stores one row.
    review_id: Mapped[UUID]
    shown_at: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]
    #: What the person gave: typed text, the option, `true`/`false`, or the grade.
    response: Mapped[str | None]
    is_right: Mapped[bool | None]
    is_unsure: Mapped[bool] = mapped_column(default=False)
    #: The person said "I was right" over the verdict.
    is_overridden: Mapped[bool] = mapped_column(default=False)

    quiz: Mapped[Quiz] = relationship(back_populates="questions")
    card: Mapped[Card] = relationship()
