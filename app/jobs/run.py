"""Do a job: write cards in batches, each with its progress, or read a document."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import islice
from uuid import UUID

from flask import current_app
from sqlalchemy.orm import Session

from app.domain.errors import ChangedError, DomainError
from app.domain.writing import WRITER_VERSION
from app.jobs.child import WriterEndedError, writer_child
from app.jobs.match import match_written_article
from app.jobs.propose import propose_all
from app.jobs.read import read_kept_document
from app.services.run_job import advance_job, end_job, take_job
from app.services.write_cards import write_cards
from app.store.db import current_session
from app.store.models import Article, Job, JobKind, JobStatus, Person
from app.store.queries.names import known_countries
from app.store.queries.verdicts import tastes_of
from app.store.queries.writing import (
    article_to_write,
    questions_of_article,
)
from app.store.writing import write_tx

#: Claims in a batch: the first few soon, so that there is something to study.
FIRST_BATCH = 4
BATCH = 16

Report = Callable[[int, int], None]

_STOPPED = {
    JobKind.CARDS: (
        "The card writer stopped unexpectedly; try again, or add cards by hand."
    ),
    JobKind.READING: "Reading stopped unexpectedly; nothing was imported.",
    JobKind.PROPOSAL: "The card writer stopped unexpectedly; every card is as it was.",
}

_log = logging.getLogger(__name__)


def run_job(job_id: UUID, *, report: Report | None = None) -> Sequence[UUID]:
    """Do one job to its end; give the jobs that follow from it.

    A job that was left half done goes on where it stood. After each batch `report`
    hears how many claims are done, and of how many.
    """
    session = current_session()
    clock: Callable[[], datetime] = current_app.config["CLOCK"]
    with write_tx(session):
        job = take_job(session, job_id=job_id, now=clock())
    if job is None:
        return ()
    kind = job.kind
    following: Sequence[UUID] = ()
    try:
        if kind is JobKind.READING:
            is_whole, following = read_kept_document(session, job, clock)
        elif kind is JobKind.PROPOSAL:
            is_whole = propose_all(session, job, clock, report)
        else:
            is_whole = _write_all(session, job, clock, report)
            is_whole = is_whole and match_written_article(session, job)
    except WriterEndedError:
        # The job stays open, and the next worker takes it up.
        session.rollback()
    except DomainError as error:
        changed = error.article_id if isinstance(error, ChangedError) else None
        _end(session, job_id, JobStatus.FAILED, clock(), error.message, changed)
    except Exception:
        # Whatever went wrong, the person must see that it did.
        _log.exception("Job %s failed", job_id)
        _end(session, job_id, JobStatus.FAILED, clock(), _STOPPED[kind])
    else:
        status = JobStatus.DONE if is_whole else JobStatus.CANCELLED
        _end(session, job_id, status, clock(), None)
    return following


def _write_all(
    session: Session,
    job: Job,
    clock: Callable[[], datetime],
    report: Report | None,
) -> bool:
    """Write what is unwritten; say whether all of it, or someone called it off."""
    job_id, article_id, person_id = job.id, job.article_id, job.person_id
    if article_id is None or session.get(Article, article_id) is None:
        return False
    article, unwritten = article_to_write(session, article_id)
    # Once, so that all batches are written alike.
    tastes = tastes_of(session, job.team_id)
    known = known_countries(session, job.team_id)
    seen = {(it.claim_id, it.text) for it in unwritten}
    waiting = iter(unwritten)
    batch = list(islice(waiting, FIRST_BATCH))
    while batch:
        earlier = questions_of_article(session, article_id)
        # Nothing is held while the child works.
        session.rollback()
        written = writer_child.write(
            article, [it.place for it in batch], earlier, tastes, known
        )
        with write_tx(session):
            if session.get(Job, job_id) is None:
                # Its article was deleted meanwhile, and the job with it.
                return False
            write_cards(
                session,
                wanted=batch,
                written=written,
                writer_version=WRITER_VERSION,
                keep_default=_keeps_default(session, article_id, person_id),
                now=clock(),
            )
            goes_on = advance_job(
                session, job_id=job_id, written=len(batch), now=clock()
            )
        if report is not None:
            moved = session.get(Job, job_id)
            if moved is not None:
                report(moved.done, moved.total)
        batch = list(islice(waiting, BATCH))
        if not batch and goes_on:
            # What a person took, marked or reworded meanwhile.
            if session.get(Article, article_id) is None:
                return False
            article, unwritten = article_to_write(session, article_id)
            late = [it for it in unwritten if (it.claim_id, it.text) not in seen]
            seen |= {(it.claim_id, it.text) for it in late}
            waiting = iter(late)
            batch = list(islice(waiting, BATCH))
        if not goes_on:
            return not batch
    return True


def _keeps_default(session: Session, article_id: int, person_id: int) -> bool:
    """Say whether default cards are kept unasked: of samples, or by the setting."""
    article = session.get_one(Article, article_id)
    return (
        article.is_sample or session.get_one(Person, person_id).studies_without_asking
    )


def _end(
    session: Session,
    job_id: UUID,
    status: JobStatus,
    now: datetime,
    reason: str | None,
    changed_id: int | None = None,
) -> None:
    with write_tx(session):
        end_job(
            session,
            job_id=job_id,
            status=status,
            now=now,
            reason=reason,
            changed_id=changed_id,
        )
