from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
import sqlalchemy as sa
from flask import Flask
from sqlalchemy.orm import Session

from app.domain.article import DocumentKind, Reading
from app.domain.errors import ConflictError
from app.jobs.child import WriterChild, writer_child
from app.jobs.run import run_job
from app.services.delete_article import delete_article
from app.services.run_job import cancel_job, open_jobs
from app.services.start_reading import drop_reading, start_reading
from app.store.models import Article, Claim, Document, Job, JobKind, JobStatus
from app.store.writing import write_tx
from tests.factories import own_team
from tests.jobs.working import a_worker, job_of, kill, wait_for
from tests.support.library import NOW

ON_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
TITLE = "Rents of a long year"
CLAIMS = 300


@pytest.fixture(scope="module", autouse=True)
def _one_child_for_all() -> Iterator[None]:
    yield
    writer_child.close()


def long_text(claims: int = CLAIMS) -> str:
    lines = [
        f"- Rents in district {n} rose by {n % 40 + 2}%. [1]" for n in range(claims)
    ]
    return "\n".join([TITLE, "", "Group 1: Districts", *lines])


def keep(session: Session, text: str, article_id: int | None = None) -> UUID:
    with write_tx(session):
        return start_reading(
            session,
            team_id=own_team(session),
            person_id=1,
            name="paste",
            text=text,
            kind=DocumentKind.TEXT,
            url=None,
            article_id=article_id,
            revise=False,
            now=NOW,
        )


def stored(session: Session) -> tuple[int, int, int]:
    """Count documents, articles and claims."""
    session.rollback()
    counts = [
        session.scalars(sa.select(sa.func.count()).select_from(table)).one()
        for table in (Document, Article, Claim)
    ]
    return counts[0], counts[1], counts[2]


def test_a_kept_document_is_imported_and_its_cards_are_written_next(
    app: Flask, session: Session
) -> None:
    job_id = keep(session, long_text())
    assert stored(session) == (1, 0, 0)
    with app.app_context():
        following = run_job(job_id)
    assert stored(session) == (1, 1, CLAIMS)
    job = job_of(session, job_id)
    assert (job.status, job.done) == (JobStatus.DONE, job.total)
    assert job.article_id == session.scalars(sa.select(Article.id)).one()
    (card_job,) = (session.get_one(Job, it) for it in following)
    assert (card_job.kind, card_job.total) == (JobKind.CARDS, CLAIMS)


def test_a_text_that_is_here_already_is_forgotten(app: Flask, session: Session) -> None:
    with app.app_context():
        run_job(keep(session, long_text()))
        again = keep(session, long_text())
        assert run_job(again) == []
    assert stored(session) == (1, 1, CLAIMS)
    job = job_of(session, again)
    assert (job.status, job.document_id) == (JobStatus.DONE, None)
    assert job.article_id == session.scalars(sa.select(Article.id)).one()


def test_a_text_without_a_claim_stays_until_it_is_dropped(
    app: Flask, session: Session
) -> None:
    job_id = keep(session, "What? Why? Who?\n" * 100)
    with app.app_context():
        assert run_job(job_id) == ()
    job = job_of(session, job_id)
    assert job.status is JobStatus.FAILED
    assert "No claim was found" in (job.reason or "")
    assert stored(session) == (1, 0, 0)
    with write_tx(session):
        drop_reading(session, team_id=own_team(session), job_id=job_id)
    assert stored(session) == (0, 0, 0)


def test_a_long_text_revises_the_article_that_is_named(
    app: Flask, session: Session
) -> None:
    with app.app_context():
        run_job(keep(session, long_text()))
        article = session.scalars(sa.select(Article)).one()
        run_job(keep(session, long_text() + "\n- Rents in all rose by 7%.", article.id))
    session.expire_all()
    assert session.scalars(sa.select(Article.revision)).one() == 2
    assert stored(session)[1:] == (1, CLAIMS + 1)


def test_a_reading_that_is_called_off_stores_nothing(
    app: Flask, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    job_id = keep(session, long_text())
    read = WriterChild.read

    def read_and_call_off(
        child: WriterChild, text: str, is_wanted: Callable[[], bool]
    ) -> Reading | None:
        found = read(child, text, is_wanted)
        with write_tx(session):
            cancel_job(session, team_id=own_team(session), job_id=job_id, now=NOW)
        return found

    monkeypatch.setattr(WriterChild, "read", read_and_call_off)
    with app.app_context():
        run_job(job_id)
    assert job_of(session, job_id).status is JobStatus.CANCELLED
    assert stored(session) == (1, 0, 0)


def test_what_is_no_longer_wanted_ends_the_child_at_once() -> None:
    looks = iter((True, True))
    text = "a. " * 1_500_000
    assert writer_child.read(text, lambda: next(looks, False)) is None


def test_a_document_that_waits_outlives_the_deletion_of_an_article(
    app: Flask, session: Session
) -> None:
    with app.app_context():
        run_job(keep(session, long_text()))
        waiting = keep(session, long_text(CLAIMS + 1).replace(TITLE, "Another year"))
        with write_tx(session):
            article = session.scalars(sa.select(Article)).one()
            delete_article(session, team_id=own_team(session), article_id=article.id)
        assert stored(session)[:2] == (1, 0)
        run_job(waiting)
    assert stored(session) == (1, 1, CLAIMS + 1)


def test_what_is_being_read_is_not_dropped(session: Session) -> None:
    job_id = keep(session, long_text())
    with pytest.raises(ConflictError), write_tx(session):
        drop_reading(session, team_id=own_team(session), job_id=job_id)


@ON_SQLITE
def test_a_worker_killed_while_it_reads_leaves_nothing_half_done(
    app: Flask, session: Session
) -> None:
    job_id = keep(session, long_text(9_000))
    with a_worker(app) as worker:
        wait_for(lambda: job_of(session, job_id).status is JobStatus.RUNNING)
        kill(worker)
    assert stored(session) == (1, 0, 0)
    assert job_id in open_jobs(session)
    with a_worker(app):
        wait_for(lambda: job_of(session, job_id).status is JobStatus.DONE)
        assert stored(session) == (1, 1, 9_000)
