from datetime import date, timedelta
from itertools import pairwise

import pytest

from app.domain.retention.counting import DailyCount
from app.domain.retention.trend import LEAST_MEASURED, LENGTHS, STRETCHES, trend

TODAY = date(2026, 3, 5)
LONGEST = LENGTHS[-1]
SHOWN = LONGEST * STRETCHES


def passed(number: int) -> DailyCount:
    return DailyCount(reviews=number, young_passed=number, young_total=number)


def test_nothing_measured_is_a_stretch_without_a_share() -> None:
    found = trend({}, TODAY).stretches
    assert len(found) == STRETCHES
    assert {it.retention.share for it in found} == {None}


def test_stretches_follow_each_other_and_the_last_ends_today() -> None:
    days = [it.first_day for it in trend({}, TODAY).stretches]
    assert {b - a for a, b in pairwise(days)} == {timedelta(LONGEST)}
    assert days[-1] + timedelta(LONGEST - 1) == TODAY


@pytest.mark.parametrize(
    ("days_ago", "place"),
    [(0, -1), (LONGEST - 1, -1), (LONGEST, -2), (SHOWN - 1, 0)],
)
def test_a_day_counts_in_its_stretch_alone(days_ago: int, place: int) -> None:
    found = trend({TODAY - timedelta(days_ago): passed(3)}, TODAY).stretches
    assert found[place].retention.total == 3
    assert sum(it.retention.total for it in found) == 3


@pytest.mark.parametrize("days_ago", [-1, SHOWN])
def test_days_before_and_after_are_left_out(days_ago: int) -> None:
    found = trend({TODAY - timedelta(days_ago): passed(3)}, TODAY).stretches
    assert sum(it.retention.total for it in found) == 0


def test_a_stretch_adds_up_young_and_mature() -> None:
    counts = {
        TODAY: DailyCount(reviews=4, young_passed=1, young_total=4),
        TODAY - timedelta(1): DailyCount(reviews=6, mature_passed=5, mature_total=6),
    }
    last = trend(counts, TODAY).stretches[-1].retention
    assert (last.passed, last.total) == (6, 10)


@pytest.mark.parametrize(
    ("reviews", "days"), [(10, 7), (5, 14), (3, 28), (2, 56), (1, 56)]
)
def test_a_stretch_is_as_short_as_the_reviews_allow(reviews: int, days: int) -> None:
    weeks = range(8 * LEAST_MEASURED)
    counts = {TODAY - timedelta(7 * n): passed(reviews) for n in weeks}
    assert trend(counts, TODAY).days == days


def test_a_stretch_of_too_few_reviews_is_a_gap_in_the_shares() -> None:
    counts = {TODAY - timedelta(7 * n): passed(10) for n in range(LEAST_MEASURED)}
    counts[TODAY - timedelta(70)] = passed(9)
    assert trend(counts, TODAY).shares == [None] * 9 + [1.0] * 3
