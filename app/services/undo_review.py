"""Take back one review: a withdrawal in the log, and a fold without it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from app.domain.errors import NotFoundError
from app.domain.memory.schedule import Schedule, fold
from app.domain.memory.settings import SchedulerSettings
from app.domain.retention.counting import daily_counts
from app.services.answer_card import lock_state, store_schedule
from app.services.count_reviews import count_reviews
from app.store.models import Card, Withdrawal
from app.store.queries.log import (
    relearns_of_card,
    review_by_id,
    reviews_of_card,
)


def undo_review(
    session: Session,
    *,
    person_id: int,
    review_id: UUID,
    settings: SchedulerSettings,
    now: datetime,
) -> tuple[int, Schedule]:
    """Withdraw exactly the named review; give its card and the card's schedule now.

    Taking the same review back twice changes nothing more. Raises NotFoundError.
    """
    found = review_by_id(session, person_id, review_id)
    if found is None:
        raise NotFoundError("There is no such answer to take back.")
    _, card_id, seq = found
    lock_state(session, person_id, card_id)
    before = reviews_of_card(session, person_id, card_id)
    after = [review for review in before if review.id != review_id]
    schedule = fold(
        after,
        settings,
        relearn_at=relearns_of_card(session, person_id, card_id),
    )
    if len(after) < len(before):
        session.execute(
            insert(Withdrawal).values(
                person_id=person_id, review_seq=seq, withdrawn_at=now
            )
        )
        store_schedule(session, person_id, card_id, schedule)
        count_reviews(
            session,
            person_id=person_id,
            group_id=session.scalars(
                select(Card.group_id).where(Card.id == card_id)
            ).one(),
            before=daily_counts(before),
            after=daily_counts(after),
        )
    return card_id, schedule
