"""What to study now, as the API gives it."""

from typing import Any

from flask_smorest import Blueprint
from marshmallow import Schema, fields

from app.domain.memory.schedule import Phase, Schedule
from app.store.queries.catalogue import cards_with_schedules
from app.store.queries.people import scheduler_settings
from app.store.queries.study import study_queue
from app.web.api.callers import caller
from app.web.api.cards import CardSchema, card_document
from app.web.api.fields import QueryInt, StrictSchema
from app.web.api.frame import new_blueprint
from app.web.identity import now, request_session

bp: Blueprint = new_blueprint("study", "What to study now")


class ScheduleSchema(Schema):
    """Where a card stands; `stability` in days, `difficulty` 1-10, null for new."""

    phase = fields.Enum(Phase, by_value=True, required=True)
    due_at = fields.AwareDateTime(required=True, allow_none=True)
    interval_days = fields.Integer(required=True)
    stability = fields.Float(required=True, allow_none=True)
    difficulty = fields.Float(required=True, allow_none=True)
    last_reviewed_at = fields.AwareDateTime(required=True, allow_none=True)
    reps = fields.Integer(required=True)
    lapses = fields.Integer(required=True)


class StudyCardSchema(CardSchema):
    """A card and where it stands."""

    schedule = fields.Nested(ScheduleSchema, required=True)


class QueueSchema(Schema):
    """The first cards of the queue, and how many there are of each kind."""

    cards = fields.List(fields.Nested(StudyCardSchema), required=True)
    new = fields.Integer(required=True)
    learning = fields.Integer(required=True)
    review = fields.Integer(required=True)


class NextArgs(StrictSchema):
    """How many."""

    limit = QueryInt(least=1, most=100, load_default=1)


def schedule_document(schedule: Schedule) -> dict[str, Any]:
    """Give what `ScheduleSchema` writes."""
    memory = schedule.memory
    return {
        "phase": schedule.phase,
        "due_at": schedule.due_at,
        "interval_days": schedule.interval_days,
        "stability": None if memory is None else memory.stability,
        "difficulty": None if memory is None else memory.difficulty,
        "last_reviewed_at": schedule.last_reviewed_at,
        "reps": schedule.reps,
        "lapses": schedule.lapses,
    }


@bp.get("/next")
@bp.arguments(NextArgs, location="query", unknown=None)
@bp.response(200, QueueSchema)
def following(wanted: dict[str, Any]) -> dict[str, Any]:
    """Give the cards to study now, in order."""
    session, person = request_session(), caller().person
    settings = scheduler_settings(session, person.id)
    queue = study_queue(session, person, now(), parameters=settings.parameters)
    ids = [card.card_id for card in queue.cards[: wanted["limit"]]]
    found = cards_with_schedules(
        session, team_id=caller().team_id, person_id=person.id, card_ids=ids
    )
    cards = [
        {**card_document(card), "schedule": schedule_document(schedule)}
        for card, schedule in (found[it] for it in ids if it in found)
    ]
    return {
        "cards": cards,
        "new": queue.new,
        "learning": queue.learning,
        "review": queue.review,
    }
