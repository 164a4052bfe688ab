"""The form of the inbox: what it shows, which cards are ticked, and where one is."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask_wtf import FlaskForm
from wtforms import IntegerField, SelectMultipleField, StringField
from wtforms.validators import Optional


class InboxForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    """A page of claims and their waiting cards. Every button sends all of it."""

    #: Ids of the cards that the page shows.
    shown = SelectMultipleField(coerce=int, validate_choice=False)
    #: Those of them that are ticked.
    card = SelectMultipleField(coerce=int, validate_choice=False)
    #: Ids of the claims and sentences that the page shows.
    claim = SelectMultipleField(coerce=int, validate_choice=False)
    #: Those of them that are offered.
    offered = SelectMultipleField(coerce=int, validate_choice=False)
    #: The newest card when the page was made.
    up_to = IntegerField(validators=[Optional()])
    #: The article that the page is about, if it is about one.
    article = IntegerField(validators=[Optional()])
    #: The claim that the page before ended with.
    after = IntegerField(validators=[Optional()])
    #: The card that the button pressed is about.
    card_id = IntegerField(validators=[Optional()])
    #: The moment of the keep that is taken back, in microseconds since 1970.
    kept_at = StringField()

    def values(self) -> Mapping[str, Any]:
        """Give what `tick_cards` takes."""
        return {"shown": self.shown.data or (), "ticked": self.card.data or ()}

    def unticked(self) -> Sequence[int]:
        """Give the cards shown that are not ticked."""
        return [it for it in self.shown.data or () if it not in (self.card.data or ())]
