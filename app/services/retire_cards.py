"""Take cards out of use whose claims say something else now, or are gone."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from app.domain.card import Origin, Status
from app.services.keep_cards import set_active
from app.store.batches import batches
from app.store.models import Card, CardMatch, Claim

#: Who writes cards for us; what they wrote and nobody said yes to is replaced.
WRITERS = (Origin.RULES, Origin.MODEL)


def retire_cards(
    session: Session, *, claim_ids: Collection[int], now: datetime
) -> None:
    """Retire all cards of claims; their reviews stay in the log."""
    for some in batches(sorted(set(claim_ids))):
        ids = session.scalars(
            select(Card.id).where(
                Card.claim_id.in_(some), Card.status != Status.RETIRED
            )
        ).all()
        take_out(session, ids, to=Status.RETIRED, now=now)


def replace_cards(
    session: Session, *, claim_ids: Collection[int], now: datetime
) -> None:
    """Make claims unwritten, and retire those of our cards for them that wait."""
    for some in batches(sorted(set(claim_ids))):
        ids = session.scalars(
            select(Card.id).where(
                Card.claim_id.in_(some),
                Card.status == Status.WAITING,
                Card.origin.in_(WRITERS),
            )
        ).all()
        take_out(session, ids, to=Status.RETIRED, now=now)
        unwrite(session, some)


def take_out(
    session: Session, card_ids: Sequence[int], *, to: Status, now: datetime
) -> None:
    """Make cards stale or retired: asked no more, and no other card's double."""
    for some in batches(card_ids):
        session.execute(
            update(Card)
            .where(Card.id.in_(some))
            .values(status=to, returns_to=None, updated_at=now)
            .execution_options(synchronize_session=False)
        )
        session.execute(
            delete(CardMatch)
            .where(CardMatch.card_id.in_(some) | CardMatch.other_card_id.in_(some))
            .execution_options(synchronize_session=False)
        )
    set_active(session, card_ids, is_active=False)
    session.expire_all()


def unwrite(session: Session, claim_ids: Collection[int]) -> None:
    """Let `write_cards` write for claims anew."""
    for some in batches(sorted(claim_ids)):
        session.execute(
            update(Claim)
            .where(Claim.id.in_(some))
            .values(written_with=None, uncovered_reason=None)
            .execution_options(synchronize_session=False)
        )
    session.expire_all()
