"""Read the log of a person and card."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.engine import Row
from sqlalchemy.orm import Session

from app.domain.card import Status
from app.domain.review import Rating, Review
from app.store.models import Card, Relearn, ReviewEntry, Withdrawal

_COLUMNS = (
    ReviewEntry.id,
    ReviewEntry.reviewed_at,
    ReviewEntry.study_day,
    ReviewEntry.zone,
    ReviewEntry.duration_ms,
    ReviewEntry.rating,
    ReviewEntry.mode,
    ReviewEntry.format,
    ReviewEntry.options,
    ReviewEntry.interval_before,
    ReviewEntry.chosen_day,
)
#: Whether a review stands: it was not taken back.
STANDS = (
    ~select(Withdrawal.seq).where(Withdrawal.review_seq == ReviewEntry.seq).exists()
)
_OF_CARD = (
    select(*_COLUMNS)
    .where(
        ReviewEntry.person_id == bindparam("person_id"),
        ReviewEntry.card_id == bindparam("card_id"),
        STANDS,
    )
    .order_by(ReviewEntry.reviewed_at, ReviewEntry.id)
)
_RELEARNS_OF_CARD = select(Relearn.due_at).where(
    Relearn.person_id == bindparam("person_id"),
    Relearn.card_id == bindparam("card_id"),
)
_BY_ID = select(*_COLUMNS, ReviewEntry.card_id, ReviewEntry.seq).where(
    ReviewEntry.person_id == bindparam("person_id"),
    ReviewEntry.id == bindparam("review_id"),
)


def reviews_of_card(session: Session, person_id: int, card_id: int) -> list[Review]:
    """Give the reviews that stand (withdrawn ones left out), in time order."""
    rows = session.execute(_OF_CARD, {"person_id": person_id, "card_id": card_id})
    return [_review(row) for row in rows]


def relearns_of_card(
    session: Session, person_id: int, card_id: int
) -> Sequence[datetime]:
    """Give the moments of a card's relearn entries, in no order."""
    return session.scalars(
        _RELEARNS_OF_CARD, {"person_id": person_id, "card_id": card_id}
    ).all()


def relearns_by_card(
    session: Session, person_id: int
) -> Mapping[int, Sequence[datetime]]:
    """Give the moments of a person's relearn entries, card by card."""
    found: dict[int, list[datetime]] = defaultdict(list)
    for card_id, due_at in session.execute(
        select(Relearn.card_id, Relearn.due_at).where(Relearn.person_id == person_id)
    ):
        found[card_id].append(due_at)
    return found


def review_by_id(
    session: Session, person_id: int, review_id: UUID
) -> tuple[Review, int, int] | None:
    """Give a review, its card's id and its place in the log; withdrawn ones too."""
    row = session.execute(
        _BY_ID, {"person_id": person_id, "review_id": review_id}
    ).first()
    return None if row is None else (_review(row), row.card_id, row.seq)


def logs_by_card(
    session: Session, person_id: int
) -> Iterator[tuple[int, list[Review]]]:
    """Give each card's standing reviews, card by card. Reads the person's whole log."""
    rows = session.execute(
        select(*_COLUMNS, ReviewEntry.card_id)
        .where(ReviewEntry.person_id == person_id, STANDS)
        .order_by(ReviewEntry.card_id, ReviewEntry.reviewed_at, ReviewEntry.id)
        .execution_options(yield_per=5_000)
    )
    card_id, log = 0, list[Review]()
    for row in rows:
        if row.card_id != card_id:
            if log:
                yield card_id, log
            card_id, log = row.card_id, []
        log.append(_review(row))
    if log:
        yield card_id, log


def deleted_at(session: Session, card_id: int) -> datetime | None:
    """Give the moment at which a card was retired: since then nobody is asked it."""
    return session.scalars(
        select(Card.updated_at).where(Card.id == card_id, Card.status == Status.RETIRED)
    ).first()


def _review(row: Row[*tuple[object, ...]]) -> Review:
    return Review(
        id=row.id,
        reviewed_at=row.reviewed_at,
        study_day=row.study_day,
        zone=row.zone,
        duration_ms=row.duration_ms,
        rating=Rating(row.rating),
        mode=row.mode,
        format=row.format,
        options=row.options,
        interval_before=row.interval_before,
        chosen_day=row.chosen_day,
    )
