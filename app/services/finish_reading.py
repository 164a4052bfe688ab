"""Store what the worker read a kept document as."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from app.domain.article import Reading
from app.services.import_document import import_document
from app.services.run_job import start_jobs
from app.store.models import Document, Job


def finish_reading(
    session: Session,
    *,
    job: Job,
    document: Document,
    reading: Reading,
    max_claims: int,
    now: datetime,
) -> Sequence[UUID]:
    """Import what was read; give the jobs that write its cards.

    The job then names the first article. A text that was here already is forgotten.
    Raises what `import_document` raises; nothing is stored then.
    """
    imported = import_document(
        session,
        team_id=job.team_id,
        name=document.name,
        text=document.text,
        reading=reading,
        max_claims=max_claims,
        now=now,
        url=document.url,
        kind=document.kind,
        revise=job.may_revise,
        article_id=job.article_id,
        document=document,
    )
    fresh = (*imported.article_ids, *imported.revised_ids)
    job.article_id = (*fresh, *imported.unchanged_ids)[0]
    job.done = job.total
    if not fresh:
        job.document_id = None
        session.flush()
        session.delete(document)
    session.flush()
    return start_jobs(
        session,
        team_id=job.team_id,
        person_id=job.person_id,
        article_ids=fresh,
        now=now,
    )
