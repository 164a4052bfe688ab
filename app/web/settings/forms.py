"""Forms of a person's settings and of a new API token."""

from dataclasses import replace
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import available_timezones

from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    Field,
    Form,
    RadioField,
    SelectField,
    StringField,
)
from wtforms.validators import (
    AnyOf,
    DataRequired,
    Length,
    NumberRange,
    Optional,
    ValidationError,
)

from app.domain.errors import InputError
from app.domain.memory.settings import MAXIMUM_INTERVAL, SchedulerSettings
from app.domain.study_day import offered_zone
from app.services.tokens import MOST_NAME, check_name
from app.store.models import Person, Theme
from app.web.settings.numbers import NumberField, WholeField, needed
from app.web.settings.steps import StepsField

#: Above this, the work grows much faster than what is kept.
COSTLY_RETENTION = 0.97

_MOST_A_DAY = 9_999
_LOWEST, _HIGHEST = 0.7, 0.99
_MOST_DAYS = 36_500

_THEMES = (
    (Theme.SYSTEM.value, "As this device"),
    (Theme.LIGHT.value, "Light"),
    (Theme.DARK.value, "Dark"),
)


def _whole(label: str, low: int, high: int, description: str = "") -> WholeField:
    return WholeField(
        label,
        description=description,
        validators=needed(low, high, f"Write a whole number from {low} to {high:,}."),
        render_kw={"min": low, "max": high, "inputmode": "numeric"},
    )


def _check_steps(_form: Form, field: Field) -> None:
    try:
        given: dict[str, Any] = {field.name: field.data or ()}
        replace(SchedulerSettings(), **given)
    except InputError as error:
        raise ValidationError(error.message) from error


class SettingsForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    """All that a person may set. Empty steps mean none."""

    timezone = SelectField(
        "Time zone",
        description="Your study days follow it. Past days stay as they were.",
        validate_choice=False,
    )
    day_start_hour = _whole(
        "A study day starts at (hour)",
        0,
        23,
        "0 to 23. With 4, what you study at one in the morning still counts for "
        "the evening before.",
    )
    new_per_day = _whole("New cards per day", 0, _MOST_A_DAY)
    reviews_per_day = _whole("Reviews per day", 0, _MOST_A_DAY)
    studies_without_asking = BooleanField(
        "Study new cards without asking",
        description="Default cards of a new article skip the inbox.",
    )
    theme = RadioField(
        "Colours",
        validate_choice=False,
        validators=[AnyOf([theme.value for theme in Theme], "Choose one of these.")],
        default=Theme.SYSTEM.value,
    )
    uses_shortcuts = BooleanField(
        "Single-key shortcuts",
        description="Such as 1 to 4 for the grades. Everything works without them.",
    )
    desired_retention = NumberField(
        "Desired retention",
        description="0.70 to 0.99: how likely you recall a card when it comes up. "
        "It is expected at the moment of review, not the average now. Higher means "
        "more reviews.",
        validators=needed(_LOWEST, _HIGHEST, "Write a number from 0.70 to 0.99."),
        render_kw={"inputmode": "decimal"},
    )
    learning_steps = StepsField(
        "Learning steps",
        description="Waits while a card is new, such as 1m 10m: s, m, h and d stand "
        "for seconds, minutes, hours and days. Empty: it goes to review at once.",
        validators=[_check_steps],
    )
    relearning_steps = StepsField(
        "Relearning steps",
        description="Waits after you forgot a card, such as 10m.",
        validators=[_check_steps],
    )
    maximum_interval = _whole(
        "Maximum interval (days)",
        1,
        MAXIMUM_INTERVAL,
        "No card stays away longer than this.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.theme.choices = list(_THEMES)
        current = self.timezone.data
        offered = _zones()
        if current and current not in offered:
            offered = (current, *offered)
        self.timezone.choices = [(name, name.replace("_", " ")) for name in offered]

    @classmethod
    def of(cls, person: Person, settings: SchedulerSettings) -> "SettingsForm":
        """Give the form filled with what is in force."""
        return cls(
            formdata=None,
            obj=person,
            theme=person.theme.value,
            desired_retention=settings.desired_retention,
            learning_steps=settings.learning_steps,
            relearning_steps=settings.relearning_steps,
            maximum_interval=settings.maximum_interval,
        )

    def validate_timezone(self, field: Field) -> None:
        """Refuse a name that is no zone's."""
        try:
            offered_zone(field.data or "")
        except InputError as error:
            raise ValidationError(error.message) from error

    def preferences(self) -> dict[str, Any]:
        """Give the preferences that `save_settings` takes."""
        return {
            "timezone": self.timezone.data,
            "new_per_day": self.new_per_day.data,
            "reviews_per_day": self.reviews_per_day.data,
            "studies_without_asking": self.studies_without_asking.data,
            "theme": Theme(self.theme.data),
            "uses_shortcuts": self.uses_shortcuts.data,
        }

    def scheduler_values(self) -> dict[str, Any]:
        """Give the fields of `SchedulerSettings` that are set here."""
        return {
            "desired_retention": self.desired_retention.data,
            "learning_steps": self.learning_steps.data or (),
            "relearning_steps": self.relearning_steps.data or (),
            "maximum_interval": self.maximum_interval.data,
            "day_start_hour": self.day_start_hour.data,
        }


class TokenForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    """A new token: what it is for, what it may do, how long."""

    name = StringField(
        "Name",
        description="What it is for, so that you know which one to revoke.",
        filters=[lambda text: (text or "").strip()],
        validators=[
            DataRequired("A token needs a name."),
            Length(max=MOST_NAME, message=f"At most {MOST_NAME} characters."),
        ],
        render_kw={"autocomplete": "off"},
    )
    may_write = BooleanField("May also change things")
    days = WholeField(
        "Ends after (days)",
        description="Empty: it lasts until you revoke it.",
        validators=[
            Optional(),
            NumberRange(
                1, _MOST_DAYS, f"Write a whole number from 1 to {_MOST_DAYS:,}."
            ),
        ],
        render_kw={"inputmode": "numeric"},
    )

    def validate_name(self, field: Field) -> None:
        """Refuse what cannot be shown."""
        try:
            check_name(field.data)
        except InputError as error:
            raise ValidationError(error.message) from error

    def values(self, now: datetime) -> dict[str, Any]:
        """Give what `issue_token` takes of it."""
        days = self.days.data
        return {
            "name": self.name.data,
            "may_write": self.may_write.data,
            "expires_at": None if days is None else now + timedelta(days),
        }


@lru_cache(maxsize=1)
def _zones() -> tuple[str, ...]:
    # Names without a region (`EST`, `Zulu`) are old forms, but for UTC itself.
    found = (name for name in available_timezones() if "/" in name)
    return ("UTC", *sorted(found))
