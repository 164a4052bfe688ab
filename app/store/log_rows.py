"""Write a review as a row of the log."""

from datetime import datetime

from app.domain.review import Review


def review_row(
    review: Review, *, person_id: int, card_id: int, recorded_at: datetime
) -> dict[str, object]:
    """Give the columns of `reviews` that store a review."""
    return {
        "id": review.id,
        "person_id": person_id,
        "card_id": card_id,
        "reviewed_at": review.reviewed_at,
        "study_day": review.study_day,
        "zone": review.zone,
        "duration_ms": review.duration_ms,
        "rating": int(review.rating),
        "mode": review.mode,
        "format": review.format,
        "options": review.options,
        "interval_before": review.interval_before,
        "chosen_day": review.chosen_day,
        "recorded_at": recorded_at,
    }
