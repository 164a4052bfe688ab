"""Forms of a quiz: what to ask about, and an answer."""

from collections.abc import Mapping
from typing import Any

from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    HiddenField,
    IntegerField,
    RadioField,
    SelectMultipleField,
    StringField,
)
from wtforms.validators import NumberRange, Optional

from app.domain.quiz.choosing import MOST_MINUTES, MOST_QUESTIONS
from app.domain.quiz.typed import LONGEST
from app.web.ids import MOST_ID
from app.web.moments import instant_of

#: Minutes offered; any other can be asked for by address.
MINUTES = (1, 3, 5, 10)
DEFAULT_MINUTES = 3


def _id(text: str) -> int:
    number = int(text)
    if not 0 <= number <= MOST_ID:
        raise ValueError(text)
    return number


class StartForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    """What to ask about, and for how long. A number of questions wins over minutes."""

    group = SelectMultipleField("Groups", coerce=_id, validate_choice=False)
    article = SelectMultipleField("Articles", coerce=_id, validate_choice=False)
    minutes = RadioField(
        "How long",
        coerce=int,
        default=DEFAULT_MINUTES,
        validate_choice=False,
        validators=[NumberRange(1, MOST_MINUTES, f"1 to {MOST_MINUTES} minutes.")],
    )
    questions = IntegerField(
        "Or a number of questions",
        validators=[
            Optional(),
            NumberRange(1, MOST_QUESTIONS, f"1 to {MOST_QUESTIONS} questions."),
        ],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = {*MINUTES, self.minutes.data or DEFAULT_MINUTES}
        self.minutes.choices = [
            (number, f"{number} minute{'s' if number > 1 else ''}")
            for number in sorted(offered)
        ]

    def values(self) -> Mapping[str, Any]:
        """Give what `start_quiz` takes."""
        count = self.questions.data
        return {
            "group_ids": self.group.data,
            "article_ids": self.article.data,
            "minutes": self.minutes.data if count is None else None,
            "question_count": count,
        }


class AnswerForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    """An answer in whatever format was asked."""

    response = StringField(
        "Your answer",
        render_kw={
            "maxlength": LONGEST,
            "autocomplete": "off",
            "autocapitalize": "off",
            "spellcheck": "false",
            "autofocus": True,
        },
    )
    gives_up = BooleanField("I do not know")
    is_unsure = BooleanField("Unsure")
    #: When the page says that the question came up: milliseconds since 1970.
    shown_at = HiddenField()

    def values(self) -> Mapping[str, Any]:
        """Give what `answer_question` takes of an answer."""
        return {
            "response": None if self.gives_up.data else self.response.data or "",
            "is_unsure": self.is_unsure.data,
            "shown_at": instant_of(self.shown_at.data),
        }
