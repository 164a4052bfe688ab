"""Let the cards of rejected claims rest, and bring them back as they were."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.domain.card import Status
from app.services.keep_cards import add_states, set_active
from app.store.batches import batches
from app.store.models import Card


def set_cards_aside(
    session: Session, *, claim_ids: Collection[int], now: datetime
) -> None:
    """Retire the cards of these claims; each remembers what it was.

    Memory, reviews and counts stay as they are.
    """
    for some in batches(sorted(set(claim_ids))):
        ids = session.scalars(
            update(Card)
            .where(Card.claim_id.in_(some), Card.status != Status.RETIRED)
            .values(returns_to=Card.status, status=Status.RETIRED, updated_at=now)
            .returning(Card.id)
            .execution_options(synchronize_session=False)
        ).all()
        set_active(session, ids, is_active=False)
    session.expire_all()


def bring_cards_back(
    session: Session, *, team_id: int, claim_ids: Collection[int], now: datetime
) -> None:
    """Give the cards of these claims the status that they had before."""
    for some in batches(sorted(set(claim_ids))):
        rows = session.execute(
            select(Card.id, Card.returns_to)
            .where(Card.claim_id.in_(some), Card.returns_to.is_not(None))
            .with_for_update()
        ).all()
        ids = [row.id for row in rows]
        for part in batches(ids):
            session.execute(
                update(Card)
                .where(Card.id.in_(part))
                .values(status=Card.returns_to, returns_to=None, updated_at=now)
                .execution_options(synchronize_session=False)
            )
        kept = [row.id for row in rows if row.returns_to is Status.KEPT]
        set_active(session, kept, is_active=True)
        # Whoever joined the team meanwhile has none yet.
        add_states(session, team_id, kept)
    session.expire_all()
