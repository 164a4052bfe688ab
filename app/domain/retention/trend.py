"""Follow retention over time, in stretches long enough to say something. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.retention.counting import DailyCount
from app.domain.retention.measuring import Retention, measure

#: Days in a stretch, and how many stretches are shown.
STRETCH_DAYS = 7
STRETCHES = 12


@dataclass(frozen=True, slots=True)
class Stretch:
    """What was measured from `first_day` on, for `STRETCH_DAYS` study days."""

    first_day: date
    retention: Retention


def trend(counts: Mapping[date, DailyCount], today: date) -> list[Stretch]:
    """Measure the last `STRETCHES` weeks, oldest first; the last one ends today."""
    found = []
    for back in range(STRETCHES, 0, -1):
        first = today - timedelta(back * STRETCH_DAYS - 1)
        days = (first + timedelta(number) for number in range(STRETCH_DAYS))
        week = measure(counts[day] for day in days if day in counts)
        found.append(Stretch(first, week.overall))
    return found
