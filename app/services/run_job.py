"""Keep a job's row true: begun, moved on, ended."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.article import Standing
from app.domain.errors import NotFoundError
from app.store.models import OPEN_JOB, Article, Claim, Group, Job, JobKind, JobStatus


def start_job(
    session: Session, *, team_id: int, person_id: int, article_id: int, now: datetime
) -> UUID:
    """Add a job that writes an article's cards, or give the one that is under way.

    Hand the id to `app.jobs.enqueue` once the write is committed.
    """
    under_way = session.scalars(
        select(Job.id).where(
            Job.article_id == article_id,
            Job.kind == JobKind.CARDS,
            Job.status.in_(OPEN_JOB),
        )
    ).first()
    if under_way is not None:
        return under_way
    unwritten = session.scalar(
        select(func.count(Claim.id))
        .join(Group, Group.id == Claim.group_id)
        .where(Group.article_id == article_id, Claim.written_with.is_(None))
        .where(Claim.standing == Standing.TAKEN)
    )
    job = Job(
        id=uuid4(),
        team_id=team_id,
        person_id=person_id,
        article_id=article_id,
        status=JobStatus.QUEUED,
        done=0,
        total=unwritten or 0,
        created_at=now,
    )
    session.add(job)
    session.flush()
    return job.id


def start_jobs(
    session: Session,
    *,
    team_id: int,
    person_id: int,
    article_ids: Iterable[int],
    now: datetime,
) -> list[UUID]:
    """Do the same for each of some articles."""
    return [
        start_job(
            session,
            team_id=team_id,
            person_id=person_id,
            article_id=article_id,
            now=now,
        )
        for article_id in article_ids
    ]


def take_job(session: Session, *, job_id: UUID, now: datetime) -> Job | None:
    """Mark a job as running and give it, unless it has ended.

    A running job is given too: its worker may have been killed. Should two be at it,
    each claim's cards are still stored once.
    """
    job = session.get(Job, job_id, with_for_update=True)
    if job is None or job.status not in OPEN_JOB:
        return None
    job.status = JobStatus.RUNNING
    job.started_at = job.started_at or now
    job.seen_at = now
    session.flush()
    return job


def advance_job(session: Session, *, job_id: UUID, written: int, now: datetime) -> bool:
    """Note that `written` more claims are done; say whether to go on."""
    job = session.get(Job, job_id, with_for_update=True)
    if job is None:
        # Its article was deleted meanwhile.
        return False
    job.done = min(job.done + written, job.total)
    job.seen_at = now
    session.flush()
    return not job.is_cancel_wanted


def end_job(
    session: Session,
    *,
    job_id: UUID,
    status: JobStatus,
    now: datetime,
    reason: str | None = None,
    changed_id: int | None = None,
) -> None:
    """End a job, with the reason where it failed.

    `changed_id` is the article that it might have revised, had a person said so.
    """
    job = session.get(Job, job_id, with_for_update=True)
    if job is not None:
        if changed_id is not None:
            # Unless it was deleted meanwhile.
            job.article_id = session.scalars(
                select(Article.id).where(Article.id == changed_id)
            ).first()
        job.status = status
        job.reason = reason
        job.finished_at = now
        session.flush()


def cancel_job(session: Session, *, team_id: int, job_id: UUID, now: datetime) -> None:
    """Stop a job: at once if it waits, after the claims in hand if it runs."""
    job = session.scalars(
        select(Job).where(Job.id == job_id, Job.team_id == team_id).with_for_update()
    ).first()
    if job is None:
        raise NotFoundError("There is no such job.")
    job.is_cancel_wanted = True
    if job.status is JobStatus.QUEUED:
        job.status = JobStatus.CANCELLED
        job.finished_at = now
    session.flush()


def open_jobs(session: Session) -> Sequence[UUID]:
    """List the jobs that have not ended, oldest first."""
    return session.scalars(
        select(Job.id).where(Job.status.in_(OPEN_JOB)).order_by(Job.created_at)
    ).all()
