"""Read and write learning steps as people type them: `1m 10m`."""

import re
from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise
from typing import Any

from wtforms import Field
from wtforms.widgets import TextInput

from app.domain.errors import InputError

#: More steps than anybody takes; it bounds what one form may send.
MOST_STEPS = 20

_SECONDS = {"d": 86_400, "h": 3_600, "m": 60, "s": 1}
_STEP = re.compile(r"([0-9]{1,7})([smhd])")


def read_steps(text: str) -> tuple[timedelta, ...]:
    """Read waits of whole seconds, minutes, hours or days, such as `30s 10m 1d`.

    Raises `InputError`: a part is no such wait, one is shorter than the one before it,
    or there are more than `MOST_STEPS`.
    """
    parts = text.replace(",", " ").lower().split()
    if len(parts) > MOST_STEPS:
        raise InputError(f"At most {MOST_STEPS} steps, not {len(parts)}.")
    steps = tuple(_read_step(part) for part in parts)
    for place, (before, after) in enumerate(pairwise(steps), start=1):
        if after < before:
            raise InputError(
                f"Steps do not get shorter: {parts[place]} comes after "
                f"{parts[place - 1]}."
            )
    return steps


def write_steps(steps: Sequence[timedelta]) -> str:
    """Write waits in the largest units that keep them whole, as `read_steps` reads."""
    return " ".join(_write_step(round(step.total_seconds())) for step in steps)


class StepsField(Field):
    """A text field whose value is a tuple of waits."""

    widget = TextInput()

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return write_steps(self.data or ())

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Take what was typed; a refusal becomes the field's error."""
        if not valuelist:
            return
        try:
            self.data = read_steps(valuelist[0])
        except InputError as error:
            self.data = None
            raise ValueError(error.message) from error


def _read_step(part: str) -> timedelta:
    found = _STEP.fullmatch(part)
    if found is None:
        raise InputError(
            f"“{part[:20]}” is no step: write a whole number and s, m, h or d, "
            "such as 10m."
        )
    return timedelta(seconds=int(found[1]) * _SECONDS[found[2]])


def _write_step(seconds: int) -> str:
    for unit, length in _SECONDS.items():
        if seconds and seconds % length == 0:
            return f"{seconds // length}{unit}"
    return f"{seconds}s"
