"""Take cards, states and counts along when their claims move to another group."""

from collections.abc import Collection

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.domain.retention.counting import daily_counts
from app.services.count_reviews import count_reviews
from app.store.batches import batches
from app.store.models import Card, CardState, Claim, ReviewEntry
from app.store.queries.log import reviews_of_card


def follow_claims(session: Session, *, claim_ids: Collection[int]) -> None:
    """Put the cards of these claims into the groups that their claims are in now.

    Counts belong to the group that a card is in, as `rebuild` counts them, whenever its
    reviews happened.
    """
    for some in batches(sorted(set(claim_ids))):
        moved = session.execute(
            select(Card.id, Card.group_id, Claim.group_id)
            .join(Claim, Claim.id == Card.claim_id)
            .where(Claim.id.in_(some), Card.group_id != Claim.group_id)
            .order_by(Card.id)
        ).all()
        for card_id, old, new in moved:
            _move(session, card_id, old, new)


def _move(session: Session, card_id: int, old: int, new: int) -> None:
    # Whoever answers it meanwhile waits, and then counts for the new group.
    session.execute(
        select(CardState.person_id)
        .where(CardState.card_id == card_id)
        .order_by(CardState.person_id)
        .with_for_update()
    ).all()
    people = session.scalars(
        select(ReviewEntry.person_id)
        .where(ReviewEntry.card_id == card_id)
        .distinct()
        .order_by(ReviewEntry.person_id)
    ).all()
    for person_id in people:
        counts = daily_counts(reviews_of_card(session, person_id, card_id))
        count_reviews(
            session, person_id=person_id, group_id=old, before=counts, after={}
        )
        count_reviews(
            session, person_id=person_id, group_id=new, before={}, after=counts
        )
    session.execute(update(Card).where(Card.id == card_id).values(group_id=new))
    session.execute(
        update(CardState).where(CardState.card_id == card_id).values(group_id=new)
    )
