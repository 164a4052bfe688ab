"""Keep a long document until the worker reads it; forget it again."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.article import DocumentKind
from app.domain.errors import ConflictError, NotFoundError
from app.store.models import Document, Job, JobKind, JobStatus
from app.store.queries.articles import own_article


def start_reading(
    session: Session,
    *,
    team_id: int,
    person_id: int,
    name: str,
    text: str,
    kind: DocumentKind,
    url: str | None,
    article_id: int | None,
    revise: bool,
    now: datetime,
) -> UUID:
    """Store a text and a job that reads it.

    It is to revise the article of `article_id`; with `revise`, it may revise whatever
    is here with its title or address. Hand the id to `app.jobs.enqueue` once the write
    is committed. Raises NotFoundError for an article of another team.
    """
    if article_id is not None:
        own_article(session, team_id=team_id, article_id=article_id)
    document = Document(
        team_id=team_id, name=name, kind=kind, url=url, text=text, imported_at=now
    )
    session.add(document)
    session.flush()
    job = Job(
        id=uuid4(),
        team_id=team_id,
        person_id=person_id,
        kind=JobKind.READING,
        article_id=article_id,
        document_id=document.id,
        may_revise=revise or article_id is not None,
        status=JobStatus.QUEUED,
        done=0,
        total=len(text),
        created_at=now,
    )
    session.add(job)
    session.flush()
    return job.id


def revise_by_reading(session: Session, *, team_id: int, job_id: UUID) -> None:
    """Have a text that was refused read once more, as a revision of its article.

    Hand the id to `app.jobs.enqueue` once the write is committed. Raises NotFoundError
    for a reading that was not refused for an article that is here with other text.
    """
    job = session.scalars(
        select(Job)
        .where(
            Job.id == job_id,
            Job.team_id == team_id,
            Job.kind == JobKind.READING,
            Job.status == JobStatus.FAILED,
            Job.article_id.is_not(None),
            ~Job.may_revise,
        )
        .with_for_update()
    ).first()
    if job is None:
        raise NotFoundError("There is no such article to revise; it may be deleted.")
    job.status = JobStatus.QUEUED
    job.may_revise = True
    job.is_cancel_wanted = False
    job.reason = job.finished_at = None
    session.flush()


def drop_reading(session: Session, *, team_id: int, job_id: UUID) -> None:
    """Forget a reading that failed or was stopped, with its text.

    Raises NotFoundError for any other job, ConflictError for one that is under way.
    """
    job = session.scalars(
        select(Job)
        .where(Job.id == job_id, Job.team_id == team_id, Job.kind == JobKind.READING)
        .with_for_update()
    ).first()
    if job is None or job.status is JobStatus.DONE:
        raise NotFoundError("There is no such reading; it may be done.")
    if job.status not in (JobStatus.FAILED, JobStatus.CANCELLED):
        raise ConflictError("The document is being read; stop that first.")
    document = session.get(Document, job.document_id)
    session.delete(job)
    session.flush()
    if document is not None:
        session.delete(document)
        session.flush()
