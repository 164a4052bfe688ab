"""Which reviews count for retention, and what a day's row holds."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.memory.schedule import NEW, step
from app.domain.memory.settings import SchedulerSettings
from app.domain.retention.counting import (
    DailyCount,
    count_of,
    counts_for_retention,
    daily_counts,
    merged,
)
from app.domain.review import Format, Mode, Rating, Review
from tests.domain.memory.reviews import a_review

FIRST_DAY = date(2026, 1, 1)
SECOND_DAY = date(2026, 1, 2)


@pytest.mark.parametrize(
    ("over", "expected"),
    [
        ({}, True),
        ({"format": Format.TYPED}, True),
        ({"mode": Mode.QUIZ}, True),
        ({"format": Format.CHOICE, "options": 4}, False),
        ({"format": Format.TRUE_FALSE, "options": 2}, False),
        ({"mode": Mode.PRACTICE}, False),
        ({"interval_before": 0}, False),
        ({"interval_before": 1}, True),
        ({"mode": Mode.IMPORT}, True),
        ({"mode": Mode.IMPORT, "interval_before": 0}, False),
    ],
)
def test_a_review_counts_when_it_was_recalled_after_a_day_or_more(
    over: dict[str, Any], expected: bool
) -> None:
    review = a_review(1, days=1, **{"interval_before": 5, **over})
    assert counts_for_retention(review, FIRST_DAY) is expected


def test_only_the_first_review_of_a_study_day_counts() -> None:
    review = a_review(1, days=1, interval_before=5)
    assert not counts_for_retention(review, SECOND_DAY)


def test_an_imported_log_follows_ankis_rule_and_takes_a_second_one() -> None:
    review = a_review(1, days=1, interval_before=5, mode=Mode.IMPORT)
    assert counts_for_retention(review, SECOND_DAY)


def test_options_seen_earlier_that_day_spoil_the_recall() -> None:
    chosen = a_review(
        1, days=1, format=Format.CHOICE, options=4, interval_before=5, mode=Mode.QUIZ
    )
    recalled = a_review(2, days=1, minutes=9, interval_before=8)
    assert daily_counts([chosen, recalled])[SECOND_DAY].young_total == 0


def test_practice_changes_no_count() -> None:
    practice = a_review(1, days=1, interval_before=5, mode=Mode.PRACTICE)
    recalled = a_review(2, days=1, minutes=9, interval_before=5)
    assert daily_counts([practice, recalled]) == daily_counts([recalled])


@pytest.mark.parametrize(
    ("days", "rating", "expected"),
    [
        (20, Rating.GOOD, {"young_passed": 1, "young_total": 1}),
        (20, Rating.AGAIN, {"young_total": 1}),
        (21, Rating.HARD, {"mature_passed": 1, "mature_total": 1}),
        (21, Rating.AGAIN, {"mature_total": 1}),
        (0, Rating.EASY, {}),
    ],
)
def test_a_card_is_mature_from_21_days_on(
    days: int, rating: Rating, expected: dict[str, int]
) -> None:
    review = a_review(1, rating, days=1, interval_before=days)
    assert count_of(review, FIRST_DAY) == DailyCount(
        reviews=1, duration_ms=4_000, **expected
    )


def test_the_first_answer_to_a_card_makes_a_new_card() -> None:
    assert count_of(a_review(1), None).new_cards == 1
    assert count_of(a_review(2, days=1), FIRST_DAY).new_cards == 0


def test_a_log_is_counted_by_its_frozen_study_days() -> None:
    log = [
        a_review(1, Rating.EASY),
        a_review(2, Rating.AGAIN, days=1, interval_before=8),
        a_review(3, Rating.GOOD, days=1, minutes=10),
        a_review(4, Rating.GOOD, days=1, minutes=30, interval_before=2),
        a_review(5, Rating.GOOD, days=3, interval_before=30),
    ]
    assert daily_counts(log) == {
        FIRST_DAY: DailyCount(reviews=1, new_cards=1, duration_ms=4_000),
        SECOND_DAY: DailyCount(reviews=3, young_total=1, duration_ms=12_000),
        date(2026, 1, 4): DailyCount(
            reviews=1, mature_passed=1, mature_total=1, duration_ms=4_000
        ),
    }


def test_rows_add_up() -> None:
    left = daily_counts([a_review(1), a_review(2, days=1, interval_before=3)])
    right = daily_counts([a_review(3, days=1, interval_before=30)])
    both = merged(left.items(), right.items())
    assert list(both) == [FIRST_DAY, SECOND_DAY]
    assert both[SECOND_DAY] == left[SECOND_DAY] + right[SECOND_DAY]
    assert both[SECOND_DAY].reviews == 2


logs = st.lists(
    st.builds(
        lambda number, hours, rating, mode, asked_as, before: replace(
            a_review(number, rating, minutes=60 * hours),
            mode=mode,
            format=asked_as,
            interval_before=before,
        ),
        st.integers(0, 10_000),
        st.integers(0, 200),
        st.sampled_from(list(Rating)),
        st.sampled_from(list(Mode)),
        st.sampled_from(list(Format)),
        st.integers(0, 40),
    ),
    unique_by=lambda review: review.id,
    max_size=12,
)


@given(logs, st.data())
def test_order_repetition_and_withdrawn_reviews_do_not_matter(
    log: list[Review], data: st.DataObject
) -> None:
    gone = {review.id for review in log if data.draw(st.booleans())}
    left = [review for review in log if review.id not in gone]
    shuffled = data.draw(st.permutations(log + log))
    assert daily_counts(shuffled, withdrawn=gone) == daily_counts(left)


@given(logs)
def test_counting_one_by_one_beside_the_schedule_is_the_recount(
    log: list[Review],
) -> None:
    log.sort(key=lambda review: (review.reviewed_at, review.id))
    settings, schedule = SchedulerSettings(), NEW
    kept: dict[date, DailyCount] = {}
    for review in log:
        count = count_of(review, schedule.last_study_day)
        kept[review.study_day] = kept.get(review.study_day, DailyCount()) + count
        schedule = step(schedule, review, settings)
    kept = {day: count for day, count in kept.items() if count != DailyCount()}
    assert kept == daily_counts(log)
