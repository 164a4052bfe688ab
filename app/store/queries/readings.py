"""Read the jobs that read long documents."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.domain.errors import NotFoundError
from app.store.models import Document, Job, JobKind, JobStatus


def own_reading(session: Session, team_id: int, job_id: UUID) -> tuple[Job, str]:
    """Give a team's reading job and its document's name; NotFoundError for others."""
    found = session.execute(_readings(team_id).where(Job.id == job_id)).first()
    if found is None:
        raise NotFoundError("There is no such reading; it may have been forgotten.")
    return found[0], found[1] or ""


def unfinished_readings(session: Session, team_id: int) -> Sequence[tuple[Job, str]]:
    """List the readings that are not done, newest first, with their names."""
    rows = session.execute(
        _readings(team_id)
        .where(Job.status != JobStatus.DONE)
        .order_by(Job.created_at.desc(), Job.id)
    )
    return [(job, name or "") for job, name in rows]


def _readings(team_id: int) -> Select[Job, str]:
    return (
        select(Job, Document.name)
        .outerjoin(Document, Document.id == Job.document_id)
        .where(Job.team_id == team_id, Job.kind == JobKind.READING)
    )
