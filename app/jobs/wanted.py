"""Tell whether anyone still wants a job that is under way."""

from collections.abc import Callable

from sqlalchemy.orm import Session

from app.store.models import Job


def wants(session: Session, job: Job) -> Callable[[], bool]:
    """Give what says so: false once the job was called off, or is gone.

    Each look ends what the session has read, so that nothing is held between two.
    """
    job_id = job.id

    def is_wanted() -> bool:
        session.rollback()
        now = session.get(Job, job_id)
        return now is not None and not now.is_cancel_wanted

    return is_wanted
