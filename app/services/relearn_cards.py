"""Ask cards again soon whose facts changed: an entry in the log, and a new due date."""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from app.domain.memory.schedule import relearned
from app.services.answer_card import store_schedule
from app.store.batches import batches
from app.store.models import CardState, Relearn
from app.store.queries.log import relearns_of_card
from app.store.schedules import schedule_of


def relearn_cards(session: Session, *, card_ids: Collection[int], now: datetime) -> int:
    """Add an entry for everyone who has a state of these cards; give their number.

    A card never answered stays new: its entry only counts if an answer arrives late.
    """
    count = 0
    for some in batches(sorted(set(card_ids))):
        for person_id, card_id in lock_states(session, some):
            session.execute(
                insert(Relearn).values(
                    person_id=person_id, card_id=card_id, due_at=now, recorded_at=now
                )
            )
            _bring_up(session, person_id=person_id, card_id=card_id)
            count += 1
    return count


def lock_states(
    session: Session, card_ids: Collection[int]
) -> Iterable[tuple[int, int]]:
    """Keep answers off these cards' logs until commit; give whose states there are."""
    rows = session.execute(
        select(CardState.person_id, CardState.card_id)
        .where(CardState.card_id.in_(card_ids))
        .order_by(CardState.person_id, CardState.card_id)
        .with_for_update()
    ).all()
    return [(row.person_id, row.card_id) for row in rows]


def _bring_up(session: Session, *, person_id: int, card_id: int) -> None:
    """Make a state due as the relearn entries of its card say."""
    row = session.execute(
        select(CardState.__table__).where(
            CardState.person_id == person_id, CardState.card_id == card_id
        )
    ).one()
    before = schedule_of(row)
    after = relearned(before, relearns_of_card(session, person_id, card_id))
    if after != before:
        store_schedule(session, person_id, card_id, after)
