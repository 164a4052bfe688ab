"""Say which reviews count for retention, and count them by day. Pure."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.review import Format, Mode, Review

#: Days: a card scheduled this far ahead, or farther, is mature.
MATURE_INTERVAL = 21

_FORMATS = frozenset({Format.RECALL, Format.TYPED})


@dataclass(frozen=True, slots=True)
class DailyCount:
    """Counts of one study day; they add up over cards, groups, people and days.

    `reviews` are all answers but practice, `new_cards` the cards answered for the first
    time, `duration_ms` the time of all these answers. The other four hold only the
    reviews that count for retention.
    """

    reviews: int = 0
    new_cards: int = 0
    young_passed: int = 0
    young_total: int = 0
    mature_passed: int = 0
    mature_total: int = 0
    duration_ms: int = 0

    def __add__(self, other: "DailyCount") -> "DailyCount":
        return DailyCount(
            self.reviews + other.reviews,
            self.new_cards + other.new_cards,
            self.young_passed + other.young_passed,
            self.young_total + other.young_total,
            self.mature_passed + other.mature_passed,
            self.mature_total + other.mature_total,
            self.duration_ms + other.duration_ms,
        )


def counts_for_retention(review: Review, last_study_day: date | None) -> bool:
    """Say whether a review is one that retention is measured by.

    It is when nothing was shown to choose from (`recall`, `typed`), it is no practice,
    its card was scheduled at least a day ahead, and it is the card's first that study
    day: `last_study_day`, the study day of the card's review before it (practice
    aside), lies earlier. An imported review follows Anki's rule, which takes a second
    review of a day as well.
    """
    if review.mode is Mode.PRACTICE or review.interval_before < 1:
        return False
    if review.mode is Mode.IMPORT:
        return True
    if review.format not in _FORMATS:
        return False
    return last_study_day is None or review.study_day > last_study_day


def count_of(review: Review, last_study_day: date | None) -> DailyCount:
    """Return what one review adds to its study day.

    `last_study_day` is the study day of the card's review before it (practice aside):
    `Schedule.last_study_day`, None for the card's first.
    """
    if review.mode is Mode.PRACTICE:
        return DailyCount()
    counts = counts_for_retention(review, last_study_day)
    mature = counts and review.interval_before >= MATURE_INTERVAL
    young = counts and not mature
    passed = review.rating.passed
    return DailyCount(
        reviews=1,
        new_cards=int(last_study_day is None),
        young_passed=int(young and passed),
        young_total=int(young),
        mature_passed=int(mature and passed),
        mature_total=int(mature),
        duration_ms=review.duration_ms,
    )


def daily_counts(
    reviews: Iterable[Review], *, withdrawn: Collection[UUID] = ()
) -> dict[date, DailyCount]:
    """Count one person's log of one card by study day, in day order.

    The log may come in any order and repeat itself: reviews count in time order (ties
    by UUID), each UUID once, those named in `withdrawn` not at all.
    """
    given = {
        review.id: review
        for review in reviews
        if review.id not in withdrawn and review.mode is not Mode.PRACTICE
    }
    found: dict[date, DailyCount] = {}
    last: date | None = None
    for review in sorted(given.values(), key=lambda it: (it.reviewed_at, it.id)):
        day = review.study_day
        found[day] = found.get(day, DailyCount()) + count_of(review, last)
        last = day
    return dict(sorted(found.items()))


def merged(
    *counts: Iterable[tuple[date, DailyCount]],
) -> dict[date, DailyCount]:
    """Add up several series of daily counts, in day order."""
    found: dict[date, DailyCount] = {}
    for series in counts:
        for day, count in series:
            found[day] = found.get(day, DailyCount()) + count
    return dict(sorted(found.items()))
