"""A simulated learner answers by the book, and the same way for the same seed."""

from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest

from app.domain.memory.fsrs import DEFAULT_PARAMETERS, retrievability
from app.domain.memory.schedule import Schedule, fold
from app.domain.memory.settings import SchedulerSettings
from app.domain.retention.counting import daily_counts, merged
from app.domain.retention.measuring import measure
from app.domain.review import Review
from app.domain.simulation import Learner, Simulated, simulate
from app.domain.study_day import study_day

FIRST_DAY = date(2026, 1, 1)
ZONE = "Europe/Berlin"
SETTINGS = SchedulerSettings()


def a_year(
    seed: int = 1,
    *,
    cards: int = 150,
    learner: Learner | None = None,
    settings: SchedulerSettings = SETTINGS,
    arrivals: list[int] | None = None,
) -> list[Simulated]:
    return list(
        simulate(
            arrivals or [0] * cards,
            learner=learner or Learner(),
            settings=settings,
            first_day=FIRST_DAY,
            days=365,
            zone=ZONE,
            new_per_day=5,
            dice=Random(seed),
        )
    )


def by_card(log: list[Simulated]) -> dict[int, list[Review]]:
    found = defaultdict(list)
    for one in log:
        found[one.card].append(one.review)
    return found


def test_the_same_seed_gives_the_same_log() -> None:
    assert a_year(3) == a_year(3)
    assert a_year(3) != a_year(4)


def test_the_log_is_in_time_order_with_ids_of_its_own() -> None:
    log = a_year()
    assert all(a.review.reviewed_at < b.review.reviewed_at for a, b in pairwise(log))
    assert len({one.review.id for one in log}) == len(log)


def test_the_schedules_are_the_folds_of_the_reviews() -> None:
    log = a_year()
    last = {one.card: one.schedule for one in log}
    for card, reviews in by_card(log).items():
        assert fold(reviews, SETTINGS) == last[card]


def test_each_review_is_given_on_or_after_its_due_time_on_its_study_day() -> None:
    due: dict[int, Schedule] = {}
    for one in a_year():
        review = one.review
        assert study_day(review.reviewed_at, ZONE) == review.study_day
        if one.card in due:
            due_at = due[one.card].due_at
            assert due_at is not None
            assert review.reviewed_at >= due_at
            assert review.interval_before == due[one.card].interval_days
        due[one.card] = one.schedule


def test_no_day_takes_more_new_cards_than_it_may() -> None:
    seen: set[int] = set()
    new_on: defaultdict[date, int] = defaultdict(int)
    for one in a_year():
        new_on[one.review.study_day] += one.card not in seen
        seen.add(one.card)
    assert len(seen) == 150
    assert max(new_on.values()) == 5


def test_a_card_is_not_studied_before_it_arrives() -> None:
    arrivals = [200, 0, 100]
    first = {
        card: log[0].study_day
        for card, log in by_card(a_year(arrivals=arrivals)).items()
    }
    for card, arrival in enumerate(arrivals):
        assert first[card] >= FIRST_DAY + timedelta(arrival)


@pytest.mark.parametrize("wish", [0.8, 0.9, 0.95])
def test_a_learner_of_known_memory_recalls_what_the_scheduler_wishes(
    wish: float,
) -> None:
    settings = SchedulerSettings(desired_retention=wish)
    log = a_year(learner=Learner(attendance=1.0), settings=settings, cards=400)
    counts = merged(*(daily_counts(log).items() for log in by_card(log).values()))
    measured = measure(counts.values()).overall
    assert measured.total > 1_000
    assert measured.share == pytest.approx(wish, abs=0.03)


def test_a_learner_of_another_memory_recalls_as_their_own_says() -> None:
    forgetful = tuple(
        value * (0.4 if place < 4 else 1.0)
        for place, value in enumerate(DEFAULT_PARAMETERS)
    )
    log = a_year(learner=Learner(parameters=forgetful), cards=400)
    counts = merged(*(daily_counts(log).items() for log in by_card(log).values()))
    share = measure(counts.values()).overall.share
    assert share is not None
    assert share < 0.88
    expected, passed, total = 0.0, 0, 0
    own = SchedulerSettings(parameters=forgetful)
    for reviews in by_card(log).values():
        for place, review in enumerate(reviews[1:], 1):
            elapsed = (review.study_day - reviews[place - 1].study_day).days
            memory = fold(reviews[:place], own).memory
            if elapsed and memory is not None:
                expected += retrievability(elapsed, memory.stability, forgetful)
                passed += review.rating.passed
                total += 1
    assert passed / total == pytest.approx(expected / total, abs=0.02)


def test_a_learner_who_never_comes_gives_no_reviews() -> None:
    assert a_year(learner=Learner(attendance=0.0)) == []
