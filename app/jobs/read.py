"""Read a long document in the child, and import it in one write."""

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

from flask import current_app
from sqlalchemy.orm import Session

from app.jobs.child import writer_child
from app.jobs.wanted import wants
from app.services.finish_reading import finish_reading
from app.services.run_job import end_job
from app.store.models import Document, Job, JobStatus
from app.store.writing import write_tx


def read_kept_document(
    session: Session, job: Job, clock: Callable[[], datetime]
) -> tuple[bool, Sequence[UUID]]:
    """Import the document of a reading job; give whether it was, and the card jobs.

    It is not where someone called it off meanwhile. The import and the job's end are
    one write: a job that is done again, since its worker was killed, stored nothing.
    Raises InputError for a text without a claim, and whatever else an import is refused
    for.
    """
    job_id, document_id = job.id, job.document_id
    document = session.get(Document, document_id)
    if document is None:
        return False, ()
    reading = writer_child.read(document.text, wants(session, job))
    if reading is None:
        return False, ()
    with write_tx(session):
        found = session.get(Job, job_id, with_for_update=True)
        if found is None or found.is_cancel_wanted:
            return False, ()
        if found.status is not JobStatus.RUNNING:
            # Another worker was quicker.
            return True, ()
        job_ids = finish_reading(
            session,
            job=found,
            document=session.get_one(Document, document_id),
            reading=reading,
            max_claims=current_app.config["MAX_CLAIMS"],
            now=clock(),
        )
        end_job(session, job_id=job_id, status=JobStatus.DONE, now=clock())
    return True, job_ids
