"""What a person's scheduler is set to. Pure."""

from dataclasses import dataclass
from datetime import timedelta
from math import isfinite

from app.domain.errors import InputError
from app.domain.memory.fsrs import DEFAULT_PARAMETERS, PARAMETER_BOUNDS
from app.domain.study_day import DAY_START_HOUR, check_day_start_hour

#: The steps that most people know: one and ten minutes, ten after a lapse.
LEARNING_STEPS = (timedelta(minutes=1), timedelta(minutes=10))
RELEARNING_STEPS = (timedelta(minutes=10),)

#: Days; the bound on every interval.
MAXIMUM_INTERVAL = 36_500

_DESIRED_RETENTION = (0.7, 0.99)
_LONGEST_STEP = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class SchedulerSettings:
    """One person's settings entry, in force for the whole log when it is folded.

    `desired_retention` is the wished probability of recall at the moment of review,
    0.70-0.99. Steps are the waits while a card is learned or learned again; without
    any, a card goes to review at once. `maximum_interval` is 1-36,500 days,
    `day_start_hour` 0-23.

    Raises `InputError`: a value lies outside its bounds.
    """

    parameters: tuple[float, ...] = DEFAULT_PARAMETERS
    desired_retention: float = 0.9
    learning_steps: tuple[timedelta, ...] = LEARNING_STEPS
    relearning_steps: tuple[timedelta, ...] = RELEARNING_STEPS
    maximum_interval: int = MAXIMUM_INTERVAL
    day_start_hour: int = DAY_START_HOUR

    def __post_init__(self) -> None:
        _check_parameters(self.parameters)
        low, high = _DESIRED_RETENTION
        if not low <= self.desired_retention <= high:
            raise InputError(
                f"Desired retention lies from {low:.0%} to {high:.0%}, "
                f"not at {self.desired_retention:g}."
            )
        _check_steps("learning", self.learning_steps)
        _check_steps("relearning", self.relearning_steps)
        if not 1 <= self.maximum_interval <= MAXIMUM_INTERVAL:
            raise InputError(
                f"The maximum interval lies from 1 to {MAXIMUM_INTERVAL} days, "
                f"not at {self.maximum_interval}."
            )
        check_day_start_hour(self.day_start_hour)


def _check_steps(kind: str, steps: tuple[timedelta, ...]) -> None:
    for step in steps:
        if not timedelta(seconds=1) <= step <= _LONGEST_STEP:
            days, seconds = step.days, step.total_seconds()
            given = f"{days:,} days" if days > 1 else f"{seconds:g} seconds"
            raise InputError(
                f"A {kind} step lasts from 1 second to 30 days, not {given}."
            )


def _check_parameters(parameters: tuple[float, ...]) -> None:
    if len(parameters) != len(PARAMETER_BOUNDS):
        raise InputError(
            f"The memory model takes {len(PARAMETER_BOUNDS)} parameters, "
            f"not {len(parameters)}."
        )
    for place, (value, (low, high)) in enumerate(
        zip(parameters, PARAMETER_BOUNDS, strict=True)
    ):
        if not isfinite(value) or not low <= value <= high:
            raise InputError(
                f"Parameter {place} of the memory model lies from {low:g} to {high:g}, "
                f"not at {value:g}."
            )
