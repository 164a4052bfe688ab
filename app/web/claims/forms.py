"""Forms of one claim: its words, where it is split, where it stands."""

from collections.abc import Sequence
from typing import Any

from flask_wtf import FlaskForm
from wtforms import IntegerField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import Optional

from app.domain.claims.editing import MAX_LENGTH
from app.domain.claims.marking import find_span
from app.domain.errors import InputError
from app.store.models import Article, Group
from app.web.claims.page_text import place_in_text

_LONGEST_WORDS = 300


class WordsForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    """A claim's words, to be changed or broken in two."""

    text = TextAreaField(
        "Claim", render_kw={"data-focus": "", "rows": "4", "maxlength": 2 * MAX_LENGTH}
    )

    def values(self) -> str:
        """Give the words."""
        return self.text.data or ""


class MoveForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    """The group that a claim belongs to."""

    group_id = RadioField("Group", coerce=int, validate_choice=False)

    def values(self) -> int:
        """Give the group's id."""
        if self.group_id.data is None:
            raise InputError("Choose a group.")
        return int(self.group_id.data)


class MarkForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    """A part of the source: marked by script, or named by its words."""

    first = StringField(
        "First words",
        description="As they stand in the source.",
        render_kw={"maxlength": _LONGEST_WORDS, "autocomplete": "off"},
    )
    last = StringField(
        "Last words", render_kw={"maxlength": _LONGEST_WORDS, "autocomplete": "off"}
    )
    group_id = SelectField("Group", coerce=int, validate_choice=False)
    #: Characters of the page's source text before the span, and up to its end.
    start = IntegerField(validators=[Optional()])
    end = IntegerField(validators=[Optional()])
    #: Where in the document the page's source text begins.
    base = IntegerField(validators=[Optional()])

    def offer(self, groups: Sequence[Group], words: Sequence[str]) -> None:
        """List the groups that the claim may go to; 0 is where it is read."""
        choices = [(group.id, name) for group, name in zip(groups, words, strict=True)]
        self.group_id.choices = [(0, "Where it is read"), *choices]

    def values(self, article: Article, text: str) -> dict[str, Any]:
        """Give what `mark_claim` takes; InputError where no span is named."""
        start, end = self._span(article, text)
        return {"start": start, "end": end, "group_id": self.group_id.data or None}

    def _span(self, article: Article, text: str) -> tuple[int, int]:
        if self.start.data is not None and self.end.data is not None:
            base = self.base.data or 0
            return (
                place_in_text(text, base, self.start.data),
                place_in_text(text, base, self.end.data),
            )
        return find_span(
            text,
            article.start,
            article.end,
            first=self.first.data or "",
            last=self.last.data or "",
        )
