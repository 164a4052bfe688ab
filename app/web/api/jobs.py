"""Long work, as the API tells of it."""

from typing import Any
from uuid import UUID

from flask_smorest import Blueprint
from marshmallow import Schema, fields

from app.store.models import JobKind, JobStatus
from app.store.queries.jobs import job_of_team
from app.web.api.callers import caller
from app.web.api.frame import new_blueprint, not_here
from app.web.identity import request_session

bp: Blueprint = new_blueprint("jobs", "Documents being read and cards being written")


class JobSchema(Schema):
    """A job: `done` of `total` claims written, or characters read."""

    id = fields.UUID(required=True)
    kind = fields.Enum(JobKind, by_value=True, required=True)
    status = fields.Enum(JobStatus, by_value=True, required=True)
    done = fields.Integer(required=True)
    total = fields.Integer(required=True)
    reason = fields.String(
        required=True, allow_none=True, metadata={"description": "Why it failed."}
    )
    article_id = fields.Integer(
        required=True,
        allow_none=True,
        metadata={"description": "The article, the first of several, once it is here."},
    )


@bp.get("/<uuid:job_id>")
@bp.response(200, JobSchema)
@bp.alt_response(404, "NOT_FOUND")
def show(job_id: UUID) -> Any:
    """Say how far a job is."""
    job = job_of_team(request_session(), team_id=caller().team_id, job_id=job_id)
    return not_here("job") if job is None else job
