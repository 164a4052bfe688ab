"""What a review is: one answer to one card by one person at one moment."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import IntEnum, StrEnum
from uuid import UUID

from app.domain.errors import InputError

#: Before this, no program logged a review.
EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)
#: How far the clock of the device that names a moment may run ahead of ours.
CLOCK_TOLERANCE = timedelta(minutes=10)


class Rating(IntEnum):
    """How well a card was recalled; Hard, Good and Easy pass."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4

    @property
    def passed(self) -> bool:
        """Whether the card was recalled."""
        return self is not Rating.AGAIN


class Mode(StrEnum):
    """Where the answer was given; practice changes no schedule."""

    STUDY = "study"
    QUIZ = "quiz"
    PRACTICE = "practice"
    IMPORT = "import"


class Format(StrEnum):
    """How the card was asked this once."""

    RECALL = "recall"
    TYPED = "typed"
    CHOICE = "choice"
    TRUE_FALSE = "true_false"


@dataclass(frozen=True, slots=True)
class Review:
    """A row of the log.

    `reviewed_at` is an aware UTC instant; `study_day` and `zone` (IANA) are frozen when
    the row is made. `interval_before` is the interval in whole days that was scheduled
    when the card was shown, 0 for a card in learning. `options` is the number of
    options shown (`choice`: at least 2, `true_false`: 2, else None). `chosen_day` is
    the due day that load balancing picked, where one did.
    """

    id: UUID
    reviewed_at: datetime
    study_day: date
    zone: str
    duration_ms: int
    rating: Rating
    mode: Mode
    format: Format
    options: int | None
    interval_before: int
    chosen_day: date | None = None


def check_moment(at: datetime, now: datetime) -> None:
    """Refuse, with an InputError, a moment at which no answer can have been given."""
    if at < EARLIEST:
        raise InputError(
            f"The answer's moment, {at.isoformat()}, cannot be right; "
            "check the clock of the device it came from."
        )
    if at > now + CLOCK_TOLERANCE:
        raise InputError(
            f"The answer's moment, {at.isoformat()}, lies in the future; "
            "check the clock of the device it came from."
        )
