"""Retention, as the API gives it: the command line's document."""

from datetime import timedelta
from typing import Any

from flask_smorest import Blueprint
from marshmallow import Schema, fields

from app.domain.retention.table import By
from app.domain.study_day import study_day
from app.exchange.retention import retention_json
from app.store.queries.people import scheduler_settings
from app.store.queries.retention import Asked, retention_rows
from app.web.api.callers import caller
from app.web.api.fields import QueryInt, StrictSchema
from app.web.api.frame import new_blueprint
from app.web.identity import now, request_session

bp: Blueprint = new_blueprint("retention", "How much is still known")

_MOST_DAYS = 36_500


class MeasuredSchema(Schema):
    """A share with what it rests on; null where nothing was seen."""

    reviews = fields.Integer(required=True)
    passed = fields.Integer(required=True)
    retention = fields.Float(required=True, allow_none=True)
    low = fields.Float(required=True, allow_none=True)
    high = fields.Float(required=True, allow_none=True)


class RetentionRowSchema(MeasuredSchema):
    """A group, an article, a kind, a member or a team."""

    id = fields.Raw(
        required=True,
        metadata={
            "description": "A number, or the kind's name.",
            "type": ["integer", "string"],
        },
    )
    name = fields.String(required=True)
    cards = fields.Integer(required=True)
    claims = fields.Integer(required=True)
    covered = fields.Integer(required=True)
    young = fields.Nested(MeasuredSchema, required=True)
    mature = fields.Nested(MeasuredSchema, required=True)
    predicted = fields.Float(required=True, allow_none=True)
    due = fields.Integer(required=True)
    minutes = fields.Float(required=True)


class RetentionSchema(Schema):
    """The table and what its numbers mean."""

    rows = fields.List(fields.Nested(RetentionRowSchema), required=True)
    definition = fields.String(required=True)


class RetentionArgs(StrictSchema):
    """What a row stands for, and over how many of the last study days."""

    by = fields.Enum(By, by_value=True, load_default=By.GROUP)
    days = QueryInt(least=1, most=_MOST_DAYS, load_default=None)


@bp.get("")
@bp.arguments(RetentionArgs, location="query", unknown=None)
@bp.response(200, RetentionSchema)
def index(wanted: dict[str, Any]) -> dict[str, Any]:
    """Measure retention."""
    session, person = request_session(), caller().person
    asked = Asked(
        person_id=person.id,
        team_id=caller().team_id,
        now=now(),
        settings=scheduler_settings(session, person.id),
    )
    if wanted["days"] is not None:
        today = study_day(now(), person.timezone, person.day_start_hour)
        asked = asked.between(today - timedelta(wanted["days"] - 1), today)
    return retention_json(retention_rows(session, asked, by=wanted["by"]))
