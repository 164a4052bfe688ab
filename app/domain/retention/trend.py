"""Follow retention over time, in stretches long enough to say something. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.retention.counting import DailyCount
from app.domain.retention.measuring import Retention, measure

#: Days in a stretch: the shortest of these that says something.
LENGTHS = (7, 14, 28, 56)
#: How many stretches are shown, and how many of them must have enough reviews.
STRETCHES = 12
LEAST_MEASURED = 3


@dataclass(frozen=True, slots=True)
class Stretch:
    """What was measured from `first_day` on, for the trend's number of study days."""

    first_day: date
    retention: Retention


@dataclass(frozen=True, slots=True)
class Trend:
    """Stretches of `days` study days each, oldest first; the last one ends today."""

    days: int
    stretches: tuple[Stretch, ...]

    @property
    def shares(self) -> list[float | None]:
        """Retention (0-1) of each stretch, None where too few reviews were counted."""
        return [
            None if it.retention.is_too_few else it.retention.share
            for it in self.stretches
        ]


def trend(counts: Mapping[date, DailyCount], today: date) -> Trend:
    """Measure the last `STRETCHES` stretches up to today.

    They are as short as leaves `LEAST_MEASURED` of them with enough reviews, and as
    long as can be where none does.
    """
    for days in LENGTHS:
        found = _cut(counts, today, days)
        measured = [share for share in found.shares if share is not None]
        if len(measured) >= LEAST_MEASURED:
            break
    return found


def _cut(counts: Mapping[date, DailyCount], today: date, days: int) -> Trend:
    stretches = []
    for back in range(STRETCHES, 0, -1):
        first = today - timedelta(back * days - 1)
        within = (first + timedelta(number) for number in range(days))
        counted = measure(counts[day] for day in within if day in counts)
        stretches.append(Stretch(first, counted.overall))
    return Trend(days, tuple(stretches))
