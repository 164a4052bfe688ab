"""Record one answer: a log entry, and all that follows from it."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, bindparam, insert, select, update
from sqlalchemy.orm import Session

from app.domain.errors import ConflictError, NotFoundError
from app.domain.memory.schedule import (
    Schedule,
    can_append,
    fold,
    relearned,
    step,
)
from app.domain.memory.settings import SchedulerSettings
from app.domain.retention.counting import count_of, daily_counts
from app.domain.review import Format, Mode, Rating, Review, check_moment
from app.domain.study_day import study_day
from app.services.count_reviews import count_reviews
from app.store.log_rows import review_row
from app.store.models import CardState, ReviewEntry
from app.store.queries.log import (
    deleted_at,
    relearns_of_card,
    review_by_id,
    reviews_of_card,
)
from app.store.schedules import columns_of, schedule_of

#: The longest time an answer counts for; who looks away does not think.
MAX_DURATION_MS = 60_000

_STATE = (
    select(CardState.__table__)
    .where(
        CardState.person_id == bindparam("person_id"),
        CardState.card_id == bindparam("card_id"),
    )
    .with_for_update()
)
_INSERT = insert(ReviewEntry)
_UPDATE = update(CardState).where(
    CardState.person_id == bindparam("of_person"),
    CardState.card_id == bindparam("of_card"),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person answered. `id` is made by whoever asks, once for each showing.

    `reviewed_at` is the moment that the client names, None for now. `duration_ms` above
    `MAX_DURATION_MS` counts as that; where the asker measured it, it is told, and part
    of what the id stands for. `options`: see `Review`.
    """

    id: UUID
    card_id: int
    rating: Rating
    duration_ms: int
    mode: Mode = Mode.STUDY
    format: Format = Format.RECALL
    options: int | None = None
    reviewed_at: datetime | None = None
    is_duration_told: bool = True

    @property
    def counted_ms(self) -> int:
        """The duration as it is stored."""
        return min(max(self.duration_ms, 0), MAX_DURATION_MS)


@dataclass(frozen=True, slots=True)
class Answered:
    """The review as stored, the card's schedule now, and whether it was here before."""

    review: Review
    schedule: Schedule
    is_repeat: bool


def answer_card(
    session: Session,
    *,
    person_id: int,
    answer: Answer,
    settings: SchedulerSettings,
    zone: str,
    now: datetime,
) -> Answered:
    """Add a review to the log and bring state and counts to what the log now says.

    The same id twice stores one row and answers the same. Raises ConflictError for the
    same id with other content, NotFoundError for a card the person does not have or
    that was deleted before that moment, InputError for a moment that cannot be.
    """
    # Of two requests with one answer, the later must see it.
    row = lock_state(session, person_id, answer.card_id)
    stored = review_by_id(session, person_id, answer.id)
    if stored is not None:
        _check_same(answer, stored[0], stored[1])
    if row is None:
        raise NotFoundError("There is no such card; it may have been deleted.")
    if stored is not None:
        return Answered(stored[0], schedule_of(row), is_repeat=True)
    review = _review(answer, zone, settings, now)
    if not row.is_active:
        ended = deleted_at(session, answer.card_id)
        if ended is not None and review.reviewed_at >= ended:
            raise NotFoundError("There is no such card; it may have been deleted.")
    before = schedule_of(row)
    if can_append(before, review):
        review = replace(review, interval_before=before.interval_days)
        after = step(before, review, settings)
        counts_before = {}
        counts = {review.study_day: count_of(review, before.last_study_day)}
    else:
        log = reviews_of_card(session, person_id, answer.card_id)
        earlier = [it for it in log if it.reviewed_at <= review.reviewed_at]
        review = replace(review, interval_before=fold(earlier, settings).interval_days)
        after = fold([*log, review], settings)
        counts_before, counts = daily_counts(log), daily_counts([*log, review])
    # A late answer may be older than the change of a fact that it knows nothing of.
    after = relearned(after, relearns_of_card(session, person_id, answer.card_id))
    _insert(session, person_id, answer.card_id, review, now)
    store_schedule(session, person_id, answer.card_id, after)
    count_reviews(
        session,
        person_id=person_id,
        group_id=row.group_id,
        before=counts_before,
        after=counts,
    )
    return Answered(review, after, is_repeat=False)


def lock_state(session: Session, person_id: int, card_id: int) -> Row[Any] | None:
    """Read a card's state and keep other writers off that card's log until commit.

    Whoever changes a log calls this before reading it: what they fold must be whole.
    """
    return session.execute(_STATE, {"person_id": person_id, "card_id": card_id}).first()


def store_schedule(
    session: Session, person_id: int, card_id: int, schedule: Schedule
) -> None:
    """Store what the log of a card folds to."""
    session.connection().execute(
        _UPDATE,
        {"of_person": person_id, "of_card": card_id, **columns_of(schedule)},
    )


def _check_same(answer: Answer, review: Review, card_id: int) -> None:
    same = (
        card_id == answer.card_id
        and review.rating == answer.rating
        and review.mode == answer.mode
        and review.format == answer.format
        and review.options == answer.options
        and (not answer.is_duration_told or review.duration_ms == answer.counted_ms)
        and answer.reviewed_at in (None, review.reviewed_at)
    )
    if not same:
        raise ConflictError(
            f"The answer {answer.id} is already stored with other content; "
            "nothing was changed."
        )


def _review(
    answer: Answer, zone: str, settings: SchedulerSettings, now: datetime
) -> Review:
    at = answer.reviewed_at or now
    check_moment(at, now)
    return Review(
        id=answer.id,
        reviewed_at=at,
        study_day=study_day(at, zone, settings.day_start_hour),
        zone=zone,
        duration_ms=answer.counted_ms,
        rating=answer.rating,
        mode=answer.mode,
        format=answer.format,
        options=answer.options,
        interval_before=0,
    )


def _insert(
    session: Session, person_id: int, card_id: int, review: Review, now: datetime
) -> None:
    session.connection().execute(
        _INSERT,
        review_row(review, person_id=person_id, card_id=card_id, recorded_at=now),
    )
