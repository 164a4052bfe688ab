"""Forms of a sitting: what to study, an answer, an edit."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from flask import request
from flask_wtf import FlaskForm
from sqlalchemy.orm import Session
from wtforms import HiddenField

from app.domain.errors import InputError, NotFoundError
from app.domain.review import Rating, check_moment
from app.services.answer_card import Answer
from app.store.queries.quiz_cards import groups_chosen
from app.web.ids import MOST_ID
from app.web.moments import instant_of, whole_number

#: Groups that one address names; it bounds its length.
MOST_GROUPS = 100


@dataclass(frozen=True, slots=True)
class Scope:
    """What a sitting is about: everything, or some groups, or an article."""

    groups: tuple[int, ...] = ()
    article: int | None = None

    @classmethod
    def asked(cls) -> "Scope":
        """Read it from the address of this request; raise NotFoundError.

        What names no group or article must not become a sitting about everything.
        """
        named = request.args.getlist("group")[:MOST_GROUPS]
        article = request.args.get("article")
        return cls(
            tuple(dict.fromkeys(_id_named(it, "group") for it in named)),
            None if article is None else _id_named(article, "article"),
        )

    @property
    def query(self) -> dict[str, Any]:
        """The part of an address that keeps the sitting about the same."""
        named = {"group": list(self.groups), "article": self.article}
        return {name: value for name, value in named.items() if value}

    @property
    def fields(self) -> list[tuple[str, int]]:
        """The same as fields of a form, one for each value."""
        named = [("group", number) for number in self.groups]
        return named if self.article is None else [*named, ("article", self.article)]

    def group_ids(self, session: Session, team_id: int) -> Collection[int] | None:
        """Give the groups meant, None for all; NotFoundError for another team's."""
        if not self.query:
            return None
        return groups_chosen(
            session,
            team_id=team_id,
            group_ids=self.groups,
            article_ids=[] if self.article is None else [self.article],
        )


class AnswerForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    """A grade for the card that the page shows, under the id made with the page."""

    review_id = HiddenField()
    card_id = HiddenField()
    rating = HiddenField()
    #: How long the question was looked at; a page without script leaves it to us.
    duration_ms = HiddenField()
    #: When the question came up, by our clock: milliseconds since 1970.
    shown_at = HiddenField()
    #: When it was graded, likewise, where it is sent later.
    answered_at = HiddenField()
    #: Cards that the page holds already: not to be sent again.
    holding = HiddenField()

    def values(self, now: datetime) -> Answer:
        """Give what `answer_card` takes; raise InputError."""
        review_id, rating = uuid_of(self.review_id.data), self.rating.data
        card_id = id_of(self.card_id.data)
        if review_id is None or card_id is None or rating not in {"1", "2", "3", "4"}:
            raise InputError(
                "The answer names no card and grade; open the study page again."
            )
        return Answer(
            id=review_id,
            card_id=card_id,
            rating=Rating(int(rating)),
            duration_ms=self._duration_ms(now),
            is_duration_told=whole_number(self.duration_ms.data) is not None,
            reviewed_at=self._answered_at(now),
        )

    def held(self) -> Collection[int]:
        """Give the cards that the page holds."""
        named = (self.holding.data or "").split(",")
        return {number for it in named if (number := id_of(it)) is not None}

    def _duration_ms(self, now: datetime) -> int:
        given = whole_number(self.duration_ms.data)
        if given is not None:
            return given
        shown_at = instant_of(self.shown_at.data)
        return 0 if shown_at is None else (now - shown_at) // timedelta(milliseconds=1)

    def _answered_at(self, now: datetime) -> datetime | None:
        """Give the moment that the page names, None where it cannot be right."""
        moment = instant_of(self.answered_at.data)
        if moment is None:
            return None
        try:
            check_moment(moment, now)
        except InputError:
            return None
        return moment


def posted_card() -> int:
    """Give the card that a form of one button names; raise InputError."""
    card_id = id_of(request.form.get("card_id"))
    if card_id is None:
        raise InputError("The request names no card; open the study page again.")
    return card_id


def posted_review() -> UUID:
    """Give the answer that an undo names; raise InputError."""
    review_id = uuid_of(request.form.get("review_id"))
    if review_id is None:
        raise InputError("The request names no answer; open the study page again.")
    return review_id


def uuid_of(text: str | None) -> UUID | None:
    """Give the UUID that a page names; None where it names none."""
    try:
        return UUID(text or "")
    except ValueError:
        return None


def _id_named(text: str, noun: str) -> int:
    number = id_of(text)
    if number is None:
        raise NotFoundError(f"There is no such {noun}; it may have been deleted.")
    return number


def id_of(text: str | None) -> int | None:
    """Give the id that a page names; None where it names none there can be."""
    number = whole_number(text)
    return number if number is not None and 0 < number <= MOST_ID else None
