"""Forms of one card: its words."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import StringField, TextAreaField


class CardForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    """A card's words."""

    question = TextAreaField("Question")
    answer = TextAreaField("Answer")
    context = StringField(
        "Context",
        description="Stands above the question, where it leans on something.",
    )

    def values(self) -> dict[str, Any]:
        """Give what `edit_card` and `add_card` take of a card's words."""
        return {
            "question": _lines(self.question.data),
            "answer": _lines(self.answer.data),
            "context": self.context.data,
        }


def _lines(text: str | None) -> str:
    # Browsers send every line end of a text field as CR LF.
    return (text or "").replace("\r\n", "\n")
