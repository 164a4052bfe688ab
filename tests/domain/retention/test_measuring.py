"""Shares with their number and their interval; windows of study days."""

from datetime import date, timedelta

import pytest

from app.domain.retention.counting import DailyCount
from app.domain.retention.measuring import (
    Retention,
    Window,
    measure,
    measure_windows,
    wilson,
)

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("passed", "total", "low", "high"),
    [
        # Newcombe (1998), Statistics in Medicine 17, table I, method 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (29, 29, 0.8830, 1.0),
    ],
)
def test_the_interval_is_wilsons(
    passed: int, total: int, low: float, high: float
) -> None:
    assert wilson(passed, total) == pytest.approx((low, high), abs=5e-5)


def test_nothing_measured_leaves_everything_open() -> None:
    nothing = Retention(0, 0)
    assert nothing.share is None
    assert (nothing.low, nothing.high) == (0.0, 1.0)
    assert nothing.is_too_few


@pytest.mark.parametrize("passed", range(0, 41, 5))
def test_the_share_lies_in_its_interval(passed: int) -> None:
    measured = Retention(passed, 40)
    assert measured.share is not None
    assert 0.0 <= measured.low <= measured.share <= measured.high <= 1.0


def test_ten_reviews_are_enough() -> None:
    assert Retention(9, 9).is_too_few
    assert not Retention(9, 10).is_too_few


def test_young_and_mature_make_up_the_whole() -> None:
    measured = measure(
        [
            DailyCount(reviews=9, young_passed=3, young_total=4, duration_ms=500),
            DailyCount(reviews=2, new_cards=1, mature_passed=1, mature_total=2),
        ]
    )
    assert measured.young == Retention(3, 4)
    assert measured.mature == Retention(1, 2)
    assert measured.overall == Retention(4, 6)
    assert (measured.reviews, measured.new_cards, measured.duration_ms) == (11, 1, 500)


@pytest.mark.parametrize(
    ("window", "expected"),
    [
        (Window.TODAY, 1),
        (Window.YESTERDAY, 1),
        (Window.WEEK, 7),
        (Window.MONTH, 30),
        (Window.QUARTER, 90),
        (Window.YEAR, 365),
        (Window.ALL, 400),
    ],
)
def test_a_window_of_days_includes_today(window: Window, expected: int) -> None:
    series = [(TODAY - timedelta(ago), DailyCount(reviews=1)) for ago in range(400)]
    assert measure_windows(series, TODAY)[window].reviews == expected


def test_yesterday_is_the_day_before() -> None:
    series = [(TODAY, DailyCount(reviews=5)), (TODAY - timedelta(1), DailyCount(3))]
    assert measure_windows(series, TODAY)[Window.YESTERDAY].reviews == 3
