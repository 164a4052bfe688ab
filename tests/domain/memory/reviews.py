"""Make reviews for tests: one that counts, unless told otherwise."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from app.domain.review import Format, Mode, Rating, Review
from app.domain.study_day import study_day

EPOCH = datetime(2026, 1, 1, 9, tzinfo=UTC)


def a_review(
    number: int,
    rating: Rating = Rating.GOOD,
    *,
    days: float = 0.0,
    minutes: float = 0.0,
    mode: Mode = Mode.STUDY,
    format: Format = Format.RECALL,  # noqa: A002 - the field's own name
    options: int | None = None,
    interval_before: int = 0,
    duration_ms: int = 4_000,
    zone: str = "UTC",
    chosen_after: int | None = None,
) -> Review:
    """Return the review of that number, so long after the epoch (Thursday 09:00 UTC).

    `chosen_after` is the number of days after its study day that load balancing chose.
    """
    at = EPOCH + timedelta(days=days, minutes=minutes)
    day = study_day(at, zone)
    return Review(
        id=UUID(int=number),
        reviewed_at=at,
        study_day=day,
        zone=zone,
        duration_ms=duration_ms,
        rating=rating,
        mode=mode,
        format=format,
        options=options,
        interval_before=interval_before,
        chosen_day=None if chosen_after is None else day + timedelta(chosen_after),
    )
