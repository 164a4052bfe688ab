"""Fields of numbers whose one error is that of their bounds."""

import contextlib
from typing import Any

from wtforms import FloatField, IntegerField
from wtforms.validators import InputRequired, NumberRange


class WholeField(IntegerField):
    """A whole number; what is none has no value, and its bounds say what is wanted."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Take what was typed, None where it is no whole number."""
        self.data = None
        with contextlib.suppress(ValueError):
            super().process_formdata(valuelist)


class NumberField(FloatField):
    """A number, likewise."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Take what was typed, None where it is no number."""
        self.data = None
        with contextlib.suppress(ValueError):
            super().process_formdata(valuelist)


def needed(low: float, high: float, sentence: str) -> list[Any]:
    """Give the validators of a number that must be there, all with one sentence."""
    return [InputRequired(sentence), NumberRange(low, high, sentence)]
