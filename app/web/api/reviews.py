"""Reviews that a client hands in, each answered for itself."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from flask_smorest import Blueprint
from marshmallow import Schema, fields, validate

from app.domain.errors import DomainError
from app.domain.memory.settings import SchedulerSettings
from app.domain.review import Rating, check_moment
from app.services.answer_card import Answer, answer_card
from app.store.queries.people import scheduler_settings
from app.store.writing import write_tx
from app.web.api.callers import caller
from app.web.api.fields import Id, StrictSchema, Whole
from app.web.api.frame import new_blueprint
from app.web.api.study import ScheduleSchema, schedule_document
from app.web.errors import problem_of
from app.web.identity import now, request_session

bp: Blueprint = new_blueprint("reviews", "Answers to cards")

_MOST_AT_ONCE = 500
_ONE_DAY_MS = 86_400_000


class ReviewSchema(StrictSchema):
    """An answer. The same `id` twice is one review."""

    id = fields.UUID(required=True)
    card_id = Id(required=True)
    rating = Whole(
        least=min(Rating),
        most=max(Rating),
        required=True,
        metadata={"description": "1 Again, 2 Hard, 3 Good, 4 Easy."},
    )
    reviewed_at = fields.AwareDateTime(required=True)
    duration_ms = Whole(
        least=0,
        most=_ONE_DAY_MS,
        required=True,
        metadata={"description": "Above 60,000 counts as that."},
    )


class OutcomeSchema(Schema):
    """What became of one answer."""

    id = fields.UUID(required=True)
    status = fields.Integer(
        required=True,
        metadata={
            "description": "200 stored, now or before; 404 no such card; 409 stored "
            "before with other content; 400 refused."
        },
    )
    detail = fields.String(
        required=True, allow_none=True, metadata={"description": "Why it was refused."}
    )
    schedule = fields.Nested(
        ScheduleSchema,
        required=True,
        allow_none=True,
        metadata={"description": "Where the card stands now."},
    )


class OutcomesSchema(Schema):
    """What became of each answer, in the order of the request."""

    reviews = fields.List(fields.Nested(OutcomeSchema), required=True)


@bp.post("")
@bp.arguments(ReviewSchema(many=True), validate=validate.Length(max=_MOST_AT_ONCE))
@bp.response(200, OutcomesSchema)
def add(given: list[dict[str, Any]]) -> dict[str, Any]:
    """Store answers: all that can be stored at once, or none if the database fails."""
    session = request_session()
    with write_tx(session):
        settings = scheduler_settings(session, caller().person.id)
        return {"reviews": [_outcome(it, settings) for it in given]}


def _outcome(given: dict[str, Any], settings: SchedulerSettings) -> dict[str, Any]:
    """Store one answer. A refusal comes before its first write, so others still go."""
    person = caller().person
    try:
        answered = answer_card(
            request_session(),
            person_id=person.id,
            answer=_answer(**given),
            settings=settings,
            zone=person.timezone,
            now=now(),
        )
    except DomainError as error:
        return _refused(given["id"], error)
    return {
        "id": given["id"],
        "status": 200,
        "detail": None,
        "schedule": schedule_document(answered.schedule),
    }


def _answer(*, rating: int, reviewed_at: datetime, **columns: Any) -> Answer:
    return Answer(rating=Rating(rating), reviewed_at=_moment(reviewed_at), **columns)


def _moment(given: datetime) -> datetime:
    """Give the moment in UTC. Raises InputError for one that cannot be right."""
    # The calendar's first day has no UTC in zones ahead of it.
    check_moment(given, now())
    return given.astimezone(UTC)


def _refused(identity: UUID, error: DomainError) -> dict[str, Any]:
    return {
        "id": identity,
        "status": problem_of(error).status,
        "detail": error.message,
        "schedule": None,
    }
