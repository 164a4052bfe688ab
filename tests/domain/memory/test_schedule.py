"""The fold of a log: phases and steps as py-fsrs, days as ours, order of no weight."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import reduce
from random import Random
from uuid import UUID

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import InputError
from app.domain.memory.fsrs import interval
from app.domain.memory.fuzz import fuzz_range
from app.domain.memory.schedule import (
    NEW,
    Phase,
    Schedule,
    can_append,
    fold,
    next_intervals,
    recall_at,
    relearned,
    step,
)
from app.domain.memory.settings import SchedulerSettings
from app.domain.review import Mode, Rating, Review
from tests.domain.memory.reviews import EPOCH, a_review

DEFAULTS = SchedulerSettings()
MINUTE = timedelta(minutes=1)

AGAIN, HARD, GOOD, EASY = Rating
PHASE_OF = {
    fsrs.State.Learning: Phase.LEARNING,
    fsrs.State.Review: Phase.REVIEW,
    fsrs.State.Relearning: Phase.RELEARNING,
}
STEPS = [
    ((1, 10), (10,)),
    ((), ()),
    ((5,), (5, 30)),
    ((1, 10, 60), ()),
]


def minutes(*counts: int) -> tuple[timedelta, ...]:
    return tuple(count * MINUTE for count in counts)


def after(*ratings: Rating) -> Schedule:
    """Return the schedule after answers a minute apart."""
    return fold(
        [a_review(n, rating, minutes=n) for n, rating in enumerate(ratings, 1)],
        DEFAULTS,
    )


@pytest.mark.parametrize(("learning", "relearning"), STEPS)
def test_phases_steps_and_intervals_agree_with_py_fsrs(
    learning: tuple[int, ...], relearning: tuple[int, ...]
) -> None:
    dice = Random(7)
    settings = SchedulerSettings(
        learning_steps=minutes(*learning), relearning_steps=minutes(*relearning)
    )
    oracle = fsrs.Scheduler(
        learning_steps=minutes(*learning),
        relearning_steps=minutes(*relearning),
        enable_fuzzing=False,
    )
    for _ in range(400):
        card, schedule, days = fsrs.Card(), NEW, 0
        for number in range(dice.randint(1, 12)):
            review = a_review(number, dice.choice(list(Rating)), days=days)
            card, _ = oracle.review_card(
                card, fsrs.Rating(review.rating), review.reviewed_at
            )
            schedule = step(schedule, review, settings)
            assert schedule.phase is PHASE_OF[card.state]
            assert schedule.step == (card.step or 0)
            assert schedule.memory is not None
            assert schedule.memory.stability == pytest.approx(card.stability, rel=1e-5)
            if schedule.phase is Phase.REVIEW:
                oracle_days = (card.due - review.reviewed_at).days
                ours = interval(schedule.memory.stability, 0.9, settings.parameters)
                assert min(max(round(ours), 1), 36_500) == oracle_days
                least, greatest = fuzz_range(oracle_days, 36_500)
                assert least <= schedule.interval_days <= greatest
            else:
                assert schedule.due_at == card.due
            days += dice.choice((0, 0, 1, dice.randint(1, 60)))


@pytest.mark.parametrize(
    ("ratings", "phase", "place", "wait"),
    [
        ((AGAIN,), Phase.LEARNING, 0, 1.0),
        ((HARD,), Phase.LEARNING, 0, 5.5),
        ((GOOD,), Phase.LEARNING, 1, 10.0),
        ((GOOD, AGAIN), Phase.LEARNING, 0, 1.0),
        ((GOOD, HARD), Phase.LEARNING, 1, 10.0),
        ((EASY, AGAIN), Phase.RELEARNING, 0, 10.0),
        ((EASY, AGAIN, HARD), Phase.RELEARNING, 0, 15.0),
        ((EASY, AGAIN, AGAIN), Phase.RELEARNING, 0, 10.0),
    ],
)
def test_a_step_waits_from_the_answer_on(
    ratings: Sequence[Rating], phase: Phase, place: int, wait: float
) -> None:
    schedule = after(*ratings)
    assert (schedule.phase, schedule.step) == (phase, place)
    assert schedule.last_reviewed_at is not None
    assert schedule.due_at == schedule.last_reviewed_at + wait * MINUTE
    assert schedule.interval_days == 0


@pytest.mark.parametrize("ratings", [(EASY,), (GOOD, GOOD), (EASY, AGAIN, GOOD)])
def test_a_card_past_its_steps_is_in_review(ratings: Sequence[Rating]) -> None:
    schedule = after(*ratings)
    assert schedule.phase is Phase.REVIEW
    assert schedule.interval_days >= 1


def test_a_card_on_a_step_that_no_longer_exists_goes_to_review() -> None:
    on_second = after(GOOD)
    shorter = SchedulerSettings(learning_steps=minutes(1))
    review = a_review(9, HARD, minutes=20)
    assert step(on_second, review, shorter).phase is Phase.REVIEW


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("UTC", "T04:00:00+00:00"),
        ("America/New_York", "T09:00:00+00:00"),
        ("Asia/Kathmandu", "T22:15:00+00:00"),
    ],
)
def test_a_review_is_due_at_the_start_of_its_study_day_in_its_own_zone(
    zone: str, expected: str
) -> None:
    schedule = step(NEW, a_review(1, EASY, zone=zone), DEFAULTS)
    assert schedule.due_at is not None
    assert schedule.due_at.isoformat().endswith(expected)
    assert schedule.last_study_day is not None
    starts_on = schedule.last_study_day + timedelta(schedule.interval_days)
    shift = 1 if zone == "Asia/Kathmandu" else 0
    assert schedule.due_at.date() == starts_on - timedelta(shift)


def test_the_rollover_hour_moves_the_due_time() -> None:
    late = SchedulerSettings(day_start_hour=6)
    schedule = step(NEW, a_review(1, EASY), late)
    assert schedule.due_at is not None
    assert schedule.due_at.hour == 6


def test_elapsed_time_counts_study_days_not_spans_of_24_hours() -> None:
    evening = a_review(1, EASY, minutes=13 * 60)  # 22:00
    morning = a_review(2, GOOD, days=1, minutes=-60)  # 08:00 of the next study day
    night = a_review(2, GOOD, minutes=18 * 60)  # 03:00, still the same study day
    first = step(NEW, evening, DEFAULTS)
    next_day, same_day = (step(first, it, DEFAULTS) for it in (morning, night))
    assert first.memory is not None
    assert next_day.memory is not None
    assert same_day.memory is not None
    assert next_day.memory.stability > first.memory.stability
    assert same_day.memory.stability == first.memory.stability


def test_a_flight_to_an_earlier_study_day_counts_as_the_same_day() -> None:
    here = a_review(1, EASY, zone="Pacific/Auckland")
    there = replace(a_review(2, GOOD, minutes=5, zone="Pacific/Honolulu"))
    assert there.study_day < here.study_day
    schedule = fold([here, there], DEFAULTS)
    assert (
        schedule.memory
        == fold([here, replace(there, study_day=here.study_day)], DEFAULTS).memory
    )


def test_practice_folds_to_nothing() -> None:
    graded = a_review(1, GOOD)
    practice = a_review(2, AGAIN, minutes=5, mode=Mode.PRACTICE)
    assert fold([graded, practice], DEFAULTS) == fold([graded], DEFAULTS)
    assert fold([practice], DEFAULTS) == NEW


def test_counts_are_of_answers_and_of_agains_in_review() -> None:
    schedule = after(AGAIN, GOOD, GOOD, AGAIN, AGAIN, GOOD, AGAIN)
    assert (schedule.reps, schedule.lapses) == (7, 2)


def test_the_chosen_day_is_kept_while_it_lies_in_the_fuzz_range() -> None:
    plain = step(NEW, a_review(1, EASY), DEFAULTS)
    least, greatest = fuzz_range(8, 36_500)
    for chosen in range(least, greatest + 1):
        schedule = step(NEW, a_review(1, EASY, chosen_after=chosen), DEFAULTS)
        assert schedule.interval_days == chosen
    for outside in (least - 1, greatest + 1):
        assert step(NEW, a_review(1, EASY, chosen_after=outside), DEFAULTS) == plain


def test_no_interval_exceeds_the_maximum() -> None:
    short = SchedulerSettings(maximum_interval=5)
    days = {step(NEW, a_review(n, EASY), short).interval_days for n in range(200)}
    assert max(days) == 5


def test_a_higher_wish_brings_cards_back_sooner() -> None:
    review = a_review(1, EASY)
    eager = SchedulerSettings(desired_retention=0.97)
    soon, later = (step(NEW, review, s).interval_days for s in (eager, DEFAULTS))
    assert soon < later


def test_a_moment_without_a_zone_is_refused() -> None:
    naive = replace(a_review(1), reviewed_at=EPOCH.replace(tzinfo=None))
    with pytest.raises(InputError, match="no time zone"):
        step(NEW, naive, DEFAULTS)


def test_only_a_later_review_can_be_appended() -> None:
    first = a_review(1, days=3)
    schedule = step(NEW, first, DEFAULTS)
    assert can_append(NEW, first)
    assert can_append(schedule, a_review(2, days=3, minutes=1))
    assert not can_append(schedule, a_review(2, days=3))
    assert not can_append(schedule, a_review(2, days=2))


def test_recall_counts_fractional_days() -> None:
    after = step(NEW, a_review(1, EASY), DEFAULTS)
    assert after.memory is not None
    noon, night = (
        recall_at(
            EPOCH + timedelta(hours=hours),
            last_reviewed_at=after.last_reviewed_at,
            stability=after.memory.stability,
            parameters=DEFAULTS.parameters,
        )
        for hours in (3, 15)
    )
    assert noon is not None
    assert night is not None
    assert 1.0 > noon > night > 0.9


@pytest.mark.parametrize(
    ("last_reviewed_at", "stability"), [(None, None), (None, 3.0), (EPOCH, None)]
)
def test_a_card_never_answered_has_no_recall(
    last_reviewed_at: datetime | None, stability: float | None
) -> None:
    recall = recall_at(
        EPOCH,
        last_reviewed_at=last_reviewed_at,
        stability=stability,
        parameters=DEFAULTS.parameters,
    )
    assert recall is None


@pytest.mark.parametrize("seed", range(40))
def test_the_buttons_keep_their_word(seed: int) -> None:
    dice = Random(seed)
    log = [
        a_review(n, dice.choice(list(Rating)), days=n * dice.randint(0, 9))
        for n in range(seed % 7)
    ]
    schedule = fold(log, DEFAULTS)
    now = a_review(99, days=dice.randint(60, 90), zone="Australia/Lord_Howe")
    shown = next_intervals(
        schedule, now.reviewed_at, now.study_day, now.zone, DEFAULTS, now.id
    )
    assert list(shown) == list(Rating)
    for rating, button in shown.items():
        given = step(schedule, replace(now, rating=rating), DEFAULTS)
        assert (button.due_at, button.interval_days) == (
            given.due_at,
            given.interval_days,
        )
        if button.interval_days:
            assert button.wait == timedelta(button.interval_days)
        else:
            assert button.due_at == now.reviewed_at + button.wait
    passes = [shown[rating] for rating in (HARD, GOOD, EASY)]
    assert passes == sorted(passes, key=lambda button: button.wait)


ratings = st.sampled_from(list(Rating))
logs = st.lists(
    st.builds(
        lambda number, rating, hours, mode: a_review(
            number, rating, minutes=60 * hours, mode=mode
        ),
        st.integers(0, 2**128 - 1),
        ratings,
        st.integers(0, 24 * 90),
        st.sampled_from([Mode.STUDY, Mode.QUIZ, Mode.IMPORT, Mode.PRACTICE]),
    ),
    max_size=12,
    unique_by=lambda review: review.id,
)


@given(logs, st.data())
def test_any_order_and_repetition_folds_to_the_same_schedule(
    log: list[Review], data: st.DataObject
) -> None:
    repeated = log + data.draw(
        st.lists(st.sampled_from(log), max_size=5) if log else st.just([])
    )
    assert fold(data.draw(st.permutations(repeated)), DEFAULTS) == fold(log, DEFAULTS)


@given(logs)
def test_one_step_at_a_time_is_the_fold(log: list[Review]) -> None:
    log.sort(key=lambda review: (review.reviewed_at, review.id))
    stepped = reduce(lambda before, it: step(before, it, DEFAULTS), log, NEW)
    assert stepped == fold(log, DEFAULTS)


@given(logs)
def test_appending_where_allowed_and_folding_anew_elsewhere_is_the_fold(
    log: list[Review],
) -> None:
    schedule = NEW
    for count, review in enumerate(log, 1):
        if can_append(schedule, review):
            schedule = step(schedule, review, DEFAULTS)
        else:
            schedule = fold(log[:count], DEFAULTS)
    assert schedule == fold(log, DEFAULTS)


@given(logs, st.data())
def test_a_withdrawn_review_counts_as_never_given(
    log: list[Review], data: st.DataObject
) -> None:
    gone = {it.id for it in log if data.draw(st.booleans())}
    left = [review for review in log if review.id not in gone]
    assert fold(log, DEFAULTS, withdrawn=gone) == fold(left, DEFAULTS)


moments = st.lists(
    st.integers(-24, 24 * 95).map(lambda hours: EPOCH + timedelta(hours=hours)),
    max_size=4,
)


@given(logs, moments, st.data())
def test_relearn_entries_fold_alike_in_any_order_and_at_any_time(
    log: list[Review], relearn_at: list[datetime], data: st.DataObject
) -> None:
    wanted = fold(log, DEFAULTS, relearn_at=relearn_at)
    shuffled = data.draw(st.permutations(log))
    again = data.draw(st.permutations(relearn_at + relearn_at))
    assert fold(shuffled, DEFAULTS, relearn_at=again) == wanted
    # Those that came in between are heard again after each later review.
    log.sort(key=lambda review: (review.reviewed_at, review.id))
    schedule, known = NEW, list[datetime]()
    for review in log:
        known += [it for it in relearn_at if it <= review.reviewed_at]
        schedule = relearned(step(schedule, review, DEFAULTS), known)
    assert relearned(schedule, relearn_at) == wanted


@given(logs, moments)
def test_a_relearn_entry_moves_the_due_moment_and_nothing_else(
    log: list[Review], relearn_at: list[datetime]
) -> None:
    plain = fold(log, DEFAULTS)
    schedule = fold(log, DEFAULTS, relearn_at=relearn_at)
    last = plain.last_reviewed_at
    newer = [it for it in relearn_at if last is not None and it > last]
    assert schedule.due_at == (max(newer) if newer else plain.due_at)
    assert replace(schedule, due_at=plain.due_at) == plain


def test_an_answer_after_the_relearn_entry_settles_it() -> None:
    log = [a_review(1, EASY), a_review(2, GOOD, days=3)]
    changed_at = EPOCH + timedelta(days=2)
    assert fold(log[:1], DEFAULTS, relearn_at=[changed_at]).due_at == changed_at
    assert fold(log, DEFAULTS, relearn_at=[changed_at]) == fold(log, DEFAULTS)


@given(logs)
def test_no_card_is_due_before_its_interval_says(log: list[Review]) -> None:
    schedule = fold(log, DEFAULTS)
    if schedule.last_reviewed_at is None:
        assert schedule == NEW
        return
    assert schedule.due_at is not None
    assert schedule.due_at > schedule.last_reviewed_at
    if schedule.interval_days:
        assert schedule.last_study_day is not None
        due_day = schedule.last_study_day + timedelta(schedule.interval_days)
        assert schedule.due_at == datetime.combine(
            due_day, datetime.min.time(), tzinfo=UTC
        ) + timedelta(hours=4)


def test_a_tie_in_time_is_settled_by_uuid() -> None:
    low, high = a_review(1, AGAIN), a_review(2, EASY)
    schedule = fold([high, low], DEFAULTS)
    by_hand = step(step(NEW, low, DEFAULTS), high, DEFAULTS)
    assert schedule == by_hand
    assert schedule.phase is Phase.REVIEW


def test_past_days_stay_when_the_zone_changes() -> None:
    here = a_review(1, EASY, zone="UTC")
    moved = a_review(2, GOOD, days=8, zone="Pacific/Apia")
    schedule = fold([here, moved], DEFAULTS)
    assert here.study_day == date(2026, 1, 1)
    assert schedule.last_study_day == moved.study_day


def test_another_uuid_may_pick_another_day_of_the_range() -> None:
    found = {
        step(NEW, replace(a_review(1, EASY), id=UUID(int=n)), DEFAULTS).interval_days
        for n in range(300)
    }
    least, greatest = fuzz_range(8, 36_500)
    assert found == set(range(least, greatest + 1))
