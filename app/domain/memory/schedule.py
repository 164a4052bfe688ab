"""Decide when a card comes back: the fold of its log. Pure.

Learning and relearning steps follow Anki and py-fsrs: Again starts the steps anew, Hard
repeats the step, Good takes the next, Easy leaves them.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import reduce
from uuid import UUID

from app.domain.errors import InputError
from app.domain.memory.fsrs import MemoryState, interval, next_state, retrievability
from app.domain.memory.fuzz import fuzz_range, fuzzed
from app.domain.memory.settings import SchedulerSettings
from app.domain.review import Format, Mode, Rating, Review
from app.domain.study_day import day_start

#: A lone step is stretched by this on Hard, so that it differs from Again's.
_HARD_STRETCH = 1.5

_DAY = timedelta(days=1)


class Phase(StrEnum):
    """Where a card stands for one person."""

    NEW = "new"
    LEARNING = "learning"
    REVIEW = "review"
    RELEARNING = "relearning"


@dataclass(frozen=True, slots=True)
class Schedule:
    """The state of one card for one person, as its log leaves it.

    `step` is the 0-based place among the (re)learning steps, 0 outside them. `due_at`
    is a UTC instant: in review the start of the study day `interval_days` after the
    last one, in the steps the end of the wait, and with a relearn entry its moment.
    `interval_days` is the scheduled
    interval in whole days, 0 unless in review: the next review's `interval_before`.
    `reps` counts the answers that count, `lapses` the Agains of a card in review.
    """

    phase: Phase
    step: int
    memory: MemoryState | None
    due_at: datetime | None
    interval_days: int
    last_reviewed_at: datetime | None
    last_study_day: date | None
    reps: int
    lapses: int


#: The schedule of a card that was never answered.
NEW = Schedule(
    phase=Phase.NEW,
    step=0,
    memory=None,
    due_at=None,
    interval_days=0,
    last_reviewed_at=None,
    last_study_day=None,
    reps=0,
    lapses=0,
)


@dataclass(frozen=True, slots=True)
class NextInterval:
    """What a grade would do now: when the card is due, and the wait to put in words.

    `wait` is the learning step, or `interval_days` days where `interval_days` > 0.
    """

    due_at: datetime
    wait: timedelta
    interval_days: int


def fold(
    reviews: Iterable[Review],
    settings: SchedulerSettings,
    *,
    withdrawn: Collection[UUID] = (),
    relearn_at: Iterable[datetime] = (),
) -> Schedule:
    """Return the schedule that one card's log leads to, whatever order it comes in.

    Reviews count in time order (ties by UUID), each UUID once; those named in
    `withdrawn` count as never given. Then the relearn entries: see `relearned`.
    """
    given = {review.id: review for review in reviews if review.id not in withdrawn}
    ordered = sorted(given.values(), key=lambda review: (review.reviewed_at, review.id))
    schedule = reduce(lambda it, review: step(it, review, settings), ordered, NEW)
    return relearned(schedule, relearn_at)


def relearned(schedule: Schedule, relearn_at: Iterable[datetime]) -> Schedule:
    """Return the schedule under the moments of its card's relearn entries.

    A moment after the last review makes the card due then, the latest of them; the
    memory stays. A card that was answered since, or never, is due as it was.
    """
    last = schedule.last_reviewed_at
    newer = [moment for moment in relearn_at if last is not None and moment > last]
    return replace(schedule, due_at=max(newer)) if newer else schedule


def can_append(schedule: Schedule, review: Review) -> bool:
    """Say whether `step` may take the review, or the log has to be folded anew.

    A review that happened at or before the last one belongs further back in the order.
    """
    last = schedule.last_reviewed_at
    return last is None or review.reviewed_at > last


def step(schedule: Schedule, review: Review, settings: SchedulerSettings) -> Schedule:
    """Return the schedule after one more review; practice leaves it as it is.

    Elapsed time is the difference of the study days frozen on the reviews; where a
    flight west puts the later review on an earlier day, it counts as the same day.

    Raises `InputError`: the review's moment has no time zone, or its zone is unknown.
    """
    if review.mode is Mode.PRACTICE:
        return schedule
    if review.reviewed_at.tzinfo is None:
        raise InputError(
            f"The moment {review.reviewed_at.isoformat()} of a review has no time zone."
        )
    last = schedule.last_study_day
    elapsed = 0 if last is None else max((review.study_day - last).days, 0)
    memory = next_state(schedule.memory, review.rating, elapsed, settings.parameters)
    phase, place, wait = _next_step(schedule, review.rating, settings)
    if wait is None:
        days = _interval_days(memory, review, settings)
        due_at = day_start(
            review.study_day + timedelta(days), review.zone, settings.day_start_hour
        )
    else:
        days, due_at = 0, review.reviewed_at + wait
    lapsed = schedule.phase is Phase.REVIEW and review.rating is Rating.AGAIN
    return Schedule(
        phase=phase,
        step=place,
        memory=memory,
        due_at=due_at,
        interval_days=days,
        last_reviewed_at=review.reviewed_at,
        last_study_day=review.study_day,
        reps=schedule.reps + 1,
        lapses=schedule.lapses + lapsed,
    )


def next_intervals(
    schedule: Schedule,
    now: datetime,
    study_day: date,
    zone: str,
    settings: SchedulerSettings,
    review_id: UUID,
) -> dict[Rating, NextInterval]:
    """Return what each grade would do if given now with that UUID, in grade order.

    The same `step` decides, fuzz included, so the buttons keep their word.
    """
    found = {}
    for rating in Rating:
        after = step(
            schedule,
            Review(
                id=review_id,
                reviewed_at=now,
                study_day=study_day,
                zone=zone,
                duration_ms=0,
                rating=rating,
                mode=Mode.STUDY,
                format=Format.RECALL,
                options=None,
                interval_before=schedule.interval_days,
            ),
            settings,
        )
        if after.due_at is None:
            continue
        days = after.interval_days
        wait = timedelta(days) if days else after.due_at - now
        found[rating] = NextInterval(after.due_at, wait, days)
    return found


def recall_at(
    instant: datetime,
    *,
    last_reviewed_at: datetime | None,
    stability: float | None,
    parameters: Sequence[float],
) -> float | None:
    """Return the retrievability (0-1) at an instant, None for a card never answered.

    Elapsed time is counted in fractional days since the last review; `stability` is in
    days.
    """
    if stability is None or last_reviewed_at is None:
        return None
    return retrievability((instant - last_reviewed_at) / _DAY, stability, parameters)


def _next_step(
    schedule: Schedule, rating: Rating, settings: SchedulerSettings
) -> tuple[Phase, int, timedelta | None]:
    """Return phase, place among the steps and wait; a wait of None means review."""
    if schedule.phase is Phase.REVIEW:
        if rating is not Rating.AGAIN or not settings.relearning_steps:
            return Phase.REVIEW, 0, None
        return Phase.RELEARNING, 0, settings.relearning_steps[0]
    if schedule.phase is Phase.RELEARNING:
        phase, steps = Phase.RELEARNING, settings.relearning_steps
    else:
        phase, steps = Phase.LEARNING, settings.learning_steps
    place = schedule.step
    if not steps or rating is Rating.EASY:
        return Phase.REVIEW, 0, None
    if rating is Rating.AGAIN:
        return phase, 0, steps[0]
    if rating is Rating.GOOD:
        place += 1
    if place >= len(steps):
        # Also a card left on a step that the present settings no longer have.
        return Phase.REVIEW, 0, None
    wait = steps[place] if rating is Rating.GOOD else _hard_wait(steps, place)
    return phase, place, wait


def _hard_wait(steps: tuple[timedelta, ...], place: int) -> timedelta:
    """Return the wait of a repeated step: the first lies midway to the second."""
    if place > 0:
        return steps[place]
    if len(steps) == 1:
        return steps[0] * _HARD_STRETCH
    return (steps[0] + steps[1]) / 2


def _interval_days(
    memory: MemoryState, review: Review, settings: SchedulerSettings
) -> int:
    """Return the interval in whole days: at least 1, fuzzed, or to the chosen day."""
    exact = interval(memory.stability, settings.desired_retention, settings.parameters)
    maximum = settings.maximum_interval
    days = min(max(round(exact), 1), maximum)
    if review.chosen_day is not None:
        chosen = (review.chosen_day - review.study_day).days
        least, greatest = fuzz_range(days, maximum)
        if least <= chosen <= greatest:
            return chosen
    return fuzzed(days, maximum, review.id)
