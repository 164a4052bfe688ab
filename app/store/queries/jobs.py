"""Read jobs."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.store.models import Job


def job_of_team(session: Session, *, team_id: int, job_id: UUID) -> Job | None:
    """Give a job of the team."""
    return session.scalars(
        select(Job).where(Job.id == job_id, Job.team_id == team_id)
    ).first()
