"""Read what an answer side says beside the answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.review import Mode
from app.store.models import ReviewEntry
from app.store.queries.log import STANDS
from app.store.queries.matches import matches_of_claims
from app.store.queries.revisions import changes_since


@dataclass(frozen=True, slots=True)
class AnsweredCard:
    """A card on its answer side: its claim, and when the person last answered it."""

    card_id: int
    claim_id: int
    notes: Sequence[str]
    last_reviewed_at: datetime | None


def remarks_of(
    session: Session, cards: Sequence[AnsweredCard]
) -> Mapping[int, Sequence[str]]:
    """Give the sentences beside each card's answer, by the card's id.

    First what changed in the claim's facts since the person last answered the card,
    then the notes on its figures, then what another article says otherwise.
    """
    changes = changes_since(
        session,
        {
            card.card_id: (card.claim_id, card.last_reviewed_at)
            for card in cards
            if card.last_reviewed_at is not None
        },
    )
    others = matches_of_claims(
        session, {card.claim_id for card in cards}, only_conflicts=True
    )
    return {
        card.card_id: [
            *(f"What changed: {what}" for what in changes.get(card.card_id, ())),
            *card.notes,
            *(it.conflict for it in others.get(card.claim_id, ()) if it.conflict),
        ]
        for card in cards
    }


def answered_before(
    session: Session, *, person_id: int, card_id: int, moment: datetime
) -> datetime | None:
    """Give when a person last answered a card before a moment, practice aside."""
    return session.scalar(
        select(func.max(ReviewEntry.reviewed_at)).where(
            ReviewEntry.person_id == person_id,
            ReviewEntry.card_id == card_id,
            ReviewEntry.reviewed_at < moment,
            ReviewEntry.mode != Mode.PRACTICE,
            STANDS,
        )
    )
