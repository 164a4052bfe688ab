from datetime import date, timedelta
from itertools import pairwise

import pytest

from app.domain.retention.counting import DailyCount
from app.domain.retention.trend import STRETCH_DAYS, STRETCHES, trend

TODAY = date(2026, 3, 5)
SHOWN = STRETCH_DAYS * STRETCHES


def passed(number: int) -> DailyCount:
    return DailyCount(reviews=number, young_passed=number, young_total=number)


def test_nothing_measured_is_a_stretch_without_a_share() -> None:
    found = trend({}, TODAY)
    assert len(found) == STRETCHES
    assert {it.retention.share for it in found} == {None}


def test_stretches_follow_each_other_and_the_last_ends_today() -> None:
    days = [it.first_day for it in trend({}, TODAY)]
    assert {b - a for a, b in pairwise(days)} == {timedelta(STRETCH_DAYS)}
    assert days[-1] + timedelta(STRETCH_DAYS - 1) == TODAY


@pytest.mark.parametrize(
    ("days_ago", "place"),
    [(0, -1), (6, -1), (7, -2), (SHOWN - 1, 0)],
)
def test_a_day_counts_in_its_stretch_alone(days_ago: int, place: int) -> None:
    found = trend({TODAY - timedelta(days_ago): passed(3)}, TODAY)
    assert found[place].retention.total == 3
    assert sum(it.retention.total for it in found) == 3


@pytest.mark.parametrize("days_ago", [-1, SHOWN])
def test_days_before_and_after_are_left_out(days_ago: int) -> None:
    found = trend({TODAY - timedelta(days_ago): passed(3)}, TODAY)
    assert sum(it.retention.total for it in found) == 0


def test_a_stretch_adds_up_young_and_mature() -> None:
    counts = {
        TODAY: DailyCount(reviews=4, young_passed=1, young_total=4),
        TODAY - timedelta(1): DailyCount(reviews=6, mature_passed=5, mature_total=6),
    }
    last = trend(counts, TODAY)[-1].retention
    assert (last.passed, last.total) == (6, 10)
