"""A settings entry out of bounds is refused with the bound."""

from datetime import timedelta
from math import nan
from typing import Any

import pytest

from app.domain.errors import InputError
from app.domain.memory.fsrs import DEFAULT_PARAMETERS
from app.domain.memory.settings import SchedulerSettings


@pytest.mark.parametrize(
    ("over", "message"),
    [
        ({"parameters": DEFAULT_PARAMETERS[:19]}, "21 parameters, not 19"),
        ({"parameters": (*DEFAULT_PARAMETERS[:20], 0.9)}, "Parameter 20 .* 0.1 to 0.8"),
        ({"parameters": (nan, *DEFAULT_PARAMETERS[1:])}, "Parameter 0"),
        ({"desired_retention": 0.69}, "70% to 99%"),
        ({"desired_retention": 1.0}, "70% to 99%"),
        ({"learning_steps": (timedelta(0),)}, "learning step"),
        ({"relearning_steps": (timedelta(days=31),)}, "learning step"),
        ({"maximum_interval": 0}, "1 to 36500"),
        ({"maximum_interval": 40_000}, "1 to 36500"),
        ({"day_start_hour": 24}, "0 to 23"),
    ],
)
def test_a_value_out_of_bounds_is_refused(over: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError, match=message):
        SchedulerSettings(**over)


def test_the_bounds_themselves_are_accepted() -> None:
    SchedulerSettings(
        desired_retention=0.7, learning_steps=(), maximum_interval=1, day_start_hour=0
    )
    SchedulerSettings(desired_retention=0.99, day_start_hour=23)
