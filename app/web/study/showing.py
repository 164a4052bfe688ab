"""What a sitting shows: the card at hand, those after it, and how many are left."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from flask import url_for
from sqlalchemy.orm import Session

from app.domain.memory.schedule import Phase, next_intervals
from app.domain.memory.settings import SchedulerSettings
from app.domain.queue import Queue
from app.domain.study_day import study_day
from app.store.models import Person
from app.store.queries.log import review_by_id
from app.store.queries.people import scheduler_settings
from app.store.queries.remarks import AnsweredCard, remarks_of
from app.store.queries.sitting import StudyCard, last_studied, study_cards
from app.store.queries.study import is_studyable, study_queue
from app.web.addresses import claim_address
from app.web.formatters import interval_words
from app.web.moments import milliseconds_of
from app.web.study.forms import Scope

#: How many cards a page holds with script: the one shown, and those that need no wait.
HELD = 3

#: The count that a card of this phase belongs to.
_QUEUE_OF: Mapping[Phase, str] = {
    Phase.NEW: "new",
    Phase.LEARNING: "learning",
    Phase.RELEARNING: "learning",
    Phase.REVIEW: "review",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A card as it is shown once, under the id that its review will have.

    `intervals` are the words on the four buttons, by grade: what that id will store.
    `notes` are sentences that stand beside the answer.
    """

    card: StudyCard
    review_id: UUID
    intervals: Mapping[int, str]
    scope: Scope
    notes: Sequence[str]

    @property
    def queue(self) -> str:
        """The count that it belongs to: new, learning or review."""
        return _QUEUE_OF[self.card.schedule.phase]

    @property
    def group_label(self) -> str:
        """Its group, as the breadcrumb names it."""
        number, title = self.card.group_number, self.card.group_title
        if number is None:
            return title
        return f"Group {number}: {title}" if title else f"Group {number}"

    @property
    def source_href(self) -> str:
        """The claim in its article."""
        return claim_address(self.card.article_id, self.card.claim_id)

    def href(self, **more: Any) -> str:
        """Give the address that shows this card under this id again."""
        return url_for(
            "study.show",
            card=self.card.id,
            review=self.review_id,
            **self.scope.query,
            **more,
        )

    def as_json(self) -> dict[str, Any]:
        """Give what the page's script needs to show it."""
        card = self.card
        return {
            "card_id": card.id,
            "review_id": str(self.review_id),
            "queue": self.queue,
            "crumbs": [
                {"label": card.article_title, "lang": card.article_language},
                {"label": self.group_label, "lang": card.group_language},
            ],
            "lang": card.language,
            "context": card.context,
            "question": card.question,
            "answer": card.answer,
            "notes": list(self.notes),
            "claim": card.claim_text,
            "citations": list(card.citations),
            "source_href": self.source_href,
            "intervals": {str(int(key)): it for key, it in self.intervals.items()},
            "href": self.href(),
            "answer_href": self.href(show="answer"),
            "edit_href": self.href(edit=1),
        }


@dataclass(frozen=True, slots=True)
class Sitting:
    """The cards of a sitting that are at hand, first to last, and how many are left."""

    cards: Sequence[Shown]
    new: int
    learning: int
    review: int
    #: The answer that undo would take back.
    undo_id: UUID | None

    def as_json(self) -> dict[str, Any]:
        """Give what the page's script needs to go on."""
        return {
            "counts": {
                "new": self.new,
                "learning": self.learning,
                "review": self.review,
            },
            "next": [shown.as_json() for shown in self.cards],
        }


def sitting(
    session: Session,
    *,
    person: Person,
    scope: Scope,
    team_id: int,
    now: datetime,
    first: int | None = None,
    review_id: UUID | None = None,
    held: Collection[int] = (),
) -> Sitting:
    """Give the next `HELD` cards of the queue but for those held already.

    `first` comes first if it may be shown now, under `review_id`. Where that has been
    used, the address is of an answer given, and the queue goes on.
    """
    if review_id is not None and review_by_id(session, person.id, review_id):
        first = review_id = None
    settings = scheduler_settings(session, person.id)
    queue = study_queue(
        session,
        person,
        now,
        parameters=settings.parameters,
        group_ids=scope.group_ids(session, team_id),
    )
    wanted = _wanted(session, queue, person.id, now, first=first, held=held)
    ids = {card_id: uuid4() for card_id in wanted}
    if first in ids and review_id is not None:
        ids[first] = review_id
    undo = last_studied(session, person, now)
    cards = study_cards(session, person.id, wanted)
    notes = remarks_of(session, [_answered(card) for card in cards])
    return Sitting(
        cards=[
            _shown(card, ids[card.id], scope, person, settings, now, notes[card.id])
            for card in cards
        ],
        new=queue.new,
        learning=queue.learning,
        review=queue.review,
        undo_id=None if undo is None else undo[0],
    )


def _wanted(
    session: Session,
    queue: Queue,
    person_id: int,
    now: datetime,
    *,
    first: int | None,
    held: Collection[int],
) -> list[int]:
    wanted = [card.card_id for card in queue.cards if card.card_id not in held]
    if first in wanted or (
        first is not None and is_studyable(session, person_id, first, now)
    ):
        wanted = [first, *(it for it in wanted if it != first)]
    return wanted[:HELD]


def _shown(
    card: StudyCard,
    review_id: UUID,
    scope: Scope,
    person: Person,
    settings: SchedulerSettings,
    now: datetime,
    notes: Sequence[str],
) -> Shown:
    following = next_intervals(
        card.schedule,
        now,
        study_day(now, person.timezone, settings.day_start_hour),
        person.timezone,
        settings,
        review_id,
    )
    words = {int(rating): interval_words(it.wait) for rating, it in following.items()}
    return Shown(card, review_id, words, scope, notes)


def _answered(card: StudyCard) -> AnsweredCard:
    return AnsweredCard(
        card.id, card.claim_id, card.notes, card.schedule.last_reviewed_at
    )


def shown_at(asked: datetime | None, now: datetime) -> int:
    """Give when a question came up: as its address says, or now."""
    is_past = asked is not None and asked <= now
    return milliseconds_of(asked if is_past and asked is not None else now)
