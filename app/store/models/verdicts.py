"""What people made of the cards that the rules wrote: a set of labelled examples."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.card import Kind, Tier
from app.domain.verdict import Outcome
from app.store.base import NEVER_TWICE, Base
from app.store.types import BIG_ID


class CardVerdict(Base):
    """One decision about a card, with the card as it was written; only ever added.

    Of one card as it was written the newest row holds; none does where that says
    `returned`. A row goes with its card, and so with its article.
    """

    __tablename__ = "card_verdicts"
    __table_args__ = (
        sa.CheckConstraint(
            "(outcome = 'edited') = (new_question IS NOT NULL)"
            " AND (new_question IS NULL) = (new_answer IS NULL)"
            " AND (new_context IS NULL OR new_question IS NOT NULL)",
            name="new_words",
        ),
        NEVER_TWICE,
    )

    id: Mapped[int] = mapped_column(BIG_ID, primary_key=True)
    team_id: Mapped[int] = mapped_column(
        sa.ForeignKey("teams.id", ondelete="CASCADE"), index=True
    )
    #: None once the person is gone, and where an export brought it from somebody else.
    person_id: Mapped[int | None] = mapped_column(
        sa.ForeignKey("people.id", ondelete="SET NULL"), index=True
    )
    card_id: Mapped[int] = mapped_column(
        sa.ForeignKey("cards.id", ondelete="CASCADE"), index=True
    )
    judged_at: Mapped[datetime]
    outcome: Mapped[Outcome]
    kind: Mapped[Kind]
    pattern: Mapped[str]
    tier: Mapped[Tier]
    #: The claim, and the card, as they were when the rules wrote it.
    claim_text: Mapped[str]
    context: Mapped[str | None]
    question: Mapped[str]
    answer: Mapped[str]
    #: What spoke for and against it; None where it was written before that was kept.
    features: Mapped[list[str] | None] = mapped_column(sa.JSON(none_as_null=True))
    #: Version of the rules that wrote it.
    written_with: Mapped[str | None]
    #: The words that the person gave it.
    new_context: Mapped[str | None]
    new_question: Mapped[str | None]
    new_answer: Mapped[str | None]
