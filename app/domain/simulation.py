"""Simulate a learner who answers as FSRS says a person with that memory would. Pure.

For samples that look lived in, and for measuring at scale: one review costs tens of
microseconds. All chance comes from the dice handed in, so a seed gives the same log.
"""

from bisect import bisect
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from heapq import heappop, heappush
from itertools import accumulate
from math import log
from uuid import UUID

from app.domain.dice import Dice
from app.domain.memory.fsrs import (
    DEFAULT_PARAMETERS,
    MemoryState,
    next_state,
    retrievability,
)
from app.domain.memory.schedule import NEW, Phase, Schedule, step
from app.domain.memory.settings import SchedulerSettings
from app.domain.queue import LEARN_AHEAD
from app.domain.review import Format, Mode, Rating, Review
from app.domain.study_day import day_start

#: Milliseconds; an answer is counted no longer than this.
_LONGEST_ANSWER = 60_000

#: Hours after the start of the study day, and minutes by which a sitting may be later.
_SITTING_HOUR, _SITTING_SPREAD = 4, 90


@dataclass(frozen=True, slots=True)
class Learner:
    """A person whose memory follows FSRS under their own, true `parameters`.

    `attendance` is the chance (0-1) of studying on a day. `first_grades` are the
    chances of Again, Hard, Good, Easy on a card never seen, `pass_grades` of Hard,
    Good, Easy where it is recalled; each adds up to 1. `same_day_recall` is the chance
    of recall later the same day, of which the forgetting curve knows nothing. `seconds`
    is the median time of an answer.
    """

    parameters: tuple[float, ...] = DEFAULT_PARAMETERS
    attendance: float = 0.9
    first_grades: tuple[float, float, float, float] = (0.24, 0.1, 0.56, 0.1)
    pass_grades: tuple[float, float, float] = (0.12, 0.76, 0.12)
    same_day_recall: float = 0.92
    seconds: float = 7.0


@dataclass(frozen=True, slots=True)
class Simulated:
    """A review of the card with that 0-based number, and the schedule it leads to."""

    card: int
    review: Review
    schedule: Schedule


def simulate(
    arrivals: Sequence[int],
    *,
    learner: Learner,
    settings: SchedulerSettings,
    first_day: date,
    days: int,
    zone: str,
    new_per_day: int,
    dice: Dice,
) -> Iterator[Simulated]:
    """Yield the reviews of so many study days in time order.

    `arrivals` holds a number for each card: the day, counted from 0, from which it can
    be studied. Each day attended the learner answers what is due, then up to
    `new_per_day` new cards, first arrived first, and what comes back in the sitting.
    """
    sittings = _Sittings(arrivals, learner, settings, zone, dice)
    for offset in range(days):
        day = first_day + timedelta(offset)
        sittings.wake(day, offset)
        if dice.random() < learner.attendance:
            yield from sittings.sit(day, new_per_day)


class _Sittings:
    """What is due and what is known while a log is being made up."""

    def __init__(
        self,
        arrivals: Sequence[int],
        learner: Learner,
        settings: SchedulerSettings,
        zone: str,
        dice: Dice,
    ) -> None:
        self._learner, self._settings = learner, settings
        self._zone, self._dice = zone, dice
        self._schedules: list[Schedule] = [NEW] * len(arrivals)
        self._truths: list[MemoryState | None] = [None] * len(arrivals)
        self._knows_truth = learner.parameters == settings.parameters
        by_arrival = sorted(range(len(arrivals)), key=lambda card: arrivals[card])
        self._to_come = deque((arrivals[card], card) for card in by_arrival)
        self._new: deque[int] = deque()
        self._due_on: defaultdict[date, list[int]] = defaultdict(list)
        self._due: deque[int] = deque()
        self._learning: list[tuple[datetime, int]] = []
        self._first_bounds = list(accumulate(learner.first_grades))[:-1]
        self._pass_bounds = list(accumulate(learner.pass_grades))[:-1]
        self._log_duration = log(learner.seconds * 1000)

    def wake(self, day: date, offset: int) -> None:
        """Take in what falls due on a day and the cards that arrive on it."""
        self._due.extend(self._due_on.pop(day, ()))
        while self._to_come and self._to_come[0][0] <= offset:
            self._new.append(self._to_come.popleft()[1])

    def sit(self, day: date, new_per_day: int) -> Iterator[Simulated]:
        """Yield the answers of one sitting; it ends with the study day."""
        hour = self._settings.day_start_hour
        now = day_start(day, self._zone, hour) + timedelta(
            hours=_SITTING_HOUR, seconds=int(self._dice.random() * _SITTING_SPREAD * 60)
        )
        end = day_start(day + timedelta(1), self._zone, hour)
        new_left = new_per_day
        while now < end:
            if self._learning and self._learning[0][0] <= now:
                card = heappop(self._learning)[1]
            elif self._due:
                card = self._due.popleft()
            elif self._new and new_left > 0:
                card = self._new.popleft()
                new_left -= 1
            elif self._learning and self._learning[0][0] <= now + LEARN_AHEAD:
                now = self._learning[0][0]
                continue
            else:
                return
            duration = self._dice.lognormvariate(self._log_duration, 0.5)
            duration_ms = min(int(duration) + 1, _LONGEST_ANSWER)
            now += timedelta(milliseconds=duration_ms)
            yield self._answer(card, day, now, duration_ms)

    def _answer(
        self, card: int, day: date, now: datetime, duration_ms: int
    ) -> Simulated:
        before = self._schedules[card]
        last = before.last_study_day
        elapsed = 0 if last is None else (day - last).days
        rating = self._grade(card, elapsed)
        review = Review(
            id=UUID(int=self._dice.getrandbits(128), version=4),
            reviewed_at=now,
            study_day=day,
            zone=self._zone,
            duration_ms=duration_ms,
            rating=rating,
            mode=Mode.STUDY,
            format=Format.RECALL,
            options=None,
            interval_before=before.interval_days,
        )
        after = step(before, review, self._settings)
        self._schedules[card] = after
        self._truths[card] = (
            after.memory
            if self._knows_truth
            else next_state(
                self._truths[card], rating, elapsed, self._learner.parameters
            )
        )
        if after.phase is Phase.REVIEW:
            self._due_on[day + timedelta(after.interval_days)].append(card)
        elif after.due_at is not None:
            heappush(self._learning, (after.due_at, card))
        return Simulated(card, review, after)

    def _grade(self, card: int, elapsed: int) -> Rating:
        """Return the grade the learner gives: by chance, as likely as they recall."""
        chance = self._dice.random()
        truth = self._truths[card]
        if truth is None:
            return Rating(1 + bisect(self._first_bounds, chance))
        recall = (
            self._learner.same_day_recall
            if elapsed < 1
            else retrievability(elapsed, truth.stability, self._learner.parameters)
        )
        if chance >= recall:
            return Rating.AGAIN
        # Given that it was recalled, this is as good as a second throw.
        return Rating(2 + bisect(self._pass_bounds, chance / recall))
