"""Measure retention: a share, its number of reviews, and how sure it is. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import sqrt

from app.domain.retention.counting import DailyCount

#: Under this many reviews a share says too little to be shown as a figure.
FEW = 10

#: The quantile of the normal distribution that a two-sided 95 % interval takes.
_Z = 1.959963984540054


def wilson(passed: int, total: int) -> tuple[float, float]:
    """Return the 95 % Wilson score interval of a share, within 0-1.

    Source: E. B. Wilson, Probable inference, the law of succession, and statistical
    inference, JASA 22 (1927). Nothing measured leaves everything open: (0, 1).
    """
    if total == 0:
        return 0.0, 1.0
    share, spread = passed / total, _Z * _Z / total
    centre = share + spread / 2
    margin = _Z * sqrt(share * (1 - share) / total + spread / (4 * total))
    low, high = ((centre + sign * margin) / (1 + spread) for sign in (-1, 1))
    return (
        0.0 if passed == 0 else max(low, 0.0),
        1.0 if passed == total else min(high, 1.0),
    )


@dataclass(frozen=True, slots=True)
class Retention:
    """Passed / all over the reviews that count."""

    passed: int
    total: int

    @property
    def share(self) -> float | None:
        """The retention, 0-1; None where nothing was measured."""
        return self.passed / self.total if self.total else None

    @property
    def low(self) -> float:
        """The lower end of the 95 % Wilson interval."""
        return wilson(self.passed, self.total)[0]

    @property
    def high(self) -> float:
        """The upper end of the 95 % Wilson interval."""
        return wilson(self.passed, self.total)[1]

    @property
    def is_too_few(self) -> bool:
        """Whether there are under 10 reviews, so that no figure should be shown."""
        return self.total < FEW


@dataclass(frozen=True, slots=True)
class Measured:
    """What a stretch of days shows: retention by age of the interval, and the work."""

    young: Retention
    mature: Retention
    reviews: int
    new_cards: int
    duration_ms: int

    @property
    def overall(self) -> Retention:
        """Retention over young and mature together."""
        return Retention(
            self.young.passed + self.mature.passed, self.young.total + self.mature.total
        )


class Window(StrEnum):
    """A stretch of study days that ends today; `yesterday` ends a day before."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    WEEK = "7"
    MONTH = "30"
    QUARTER = "90"
    YEAR = "365"
    ALL = "all"

    def days(self, today: date) -> tuple[date, date]:
        """Return the first and the last study day; the last 7 days include today."""
        match self:
            case Window.TODAY:
                return today, today
            case Window.YESTERDAY:
                return today - timedelta(1), today - timedelta(1)
            case Window.ALL:
                return date.min, date.max
            case _:
                return today - timedelta(int(self) - 1), today


def measure(counts: Iterable[DailyCount]) -> Measured:
    """Add up counts and measure retention by them."""
    total = sum(counts, DailyCount())
    return Measured(
        young=Retention(total.young_passed, total.young_total),
        mature=Retention(total.mature_passed, total.mature_total),
        reviews=total.reviews,
        new_cards=total.new_cards,
        duration_ms=total.duration_ms,
    )


def measure_windows(
    counts: Iterable[tuple[date, DailyCount]], today: date
) -> dict[Window, Measured]:
    """Measure each window over daily counts, in the order they are shown."""
    by_day = list(counts)
    found = {}
    for window in Window:
        first, last = window.days(today)
        found[window] = measure(count for day, count in by_day if first <= day <= last)
    return found
