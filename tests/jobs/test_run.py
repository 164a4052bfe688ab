from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa
from flask import Flask
from sqlalchemy.orm import Session

from app.domain.article import Standing
from app.domain.card import Status, Tier, Written
from app.jobs import child
from app.jobs.child import writer_child
from app.jobs.run import FIRST_BATCH, run_job
from app.services.delete_article import delete_article
from app.services.reject_claims import take_claims
from app.services.reword_claim import reword_claim
from app.services.run_job import cancel_job, end_job, start_job
from app.store.models import Card, CardState, Claim, Job, JobStatus, Person
from app.store.writing import write_tx
from tests.factories import own_team
from tests.jobs.working import article_of, cards, job_of, new_job, unwritten
from tests.support.library import NOW

ON_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture(scope="module", autouse=True)
def _one_child_for_all() -> Iterator[None]:
    yield
    writer_child.close()


def test_a_job_writes_the_cards_of_its_article_for_real(
    app: Flask, session: Session
) -> None:
    job_id = new_job(session, 6)
    progress: list[tuple[int, int]] = []
    with app.app_context():
        run_job(job_id, report=lambda *counts: progress.append(counts))
    job = job_of(session, job_id)
    assert (job.status, job.done, job.total) == (JobStatus.DONE, 6, 6)
    assert job.reason is None
    assert job.started_at == job.finished_at == NOW
    assert progress == [(FIRST_BATCH, 6), (6, 6)]
    assert unwritten(session) == 0
    assert {claim_id for claim_id, _, _ in cards(session)} == set(range(1, 7))
    assert set(session.scalars(sa.select(Card.status))) == {Status.WAITING}


@ON_SQLITE
def test_a_job_done_again_adds_nothing(app: Flask, session: Session) -> None:
    job_id = new_job(session, 3)
    with app.app_context():
        run_job(job_id)
        before = cards(session)
        run_job(job_id)
        with write_tx(session):
            # As if it had been killed after its last batch, before it said so.
            session.get_one(Job, job_id).status = JobStatus.RUNNING
        run_job(job_id)
    assert job_of(session, job_id).status is JobStatus.DONE
    assert cards(session) == before


@ON_SQLITE
@pytest.mark.parametrize(
    ("is_sample", "without_asking", "kept"),
    [(False, False, False), (True, False, True), (False, True, True)],
)
def test_default_cards_are_kept_at_once_of_samples_and_by_the_setting(
    app: Flask,
    session: Session,
    person: Person,
    is_sample: bool,
    without_asking: bool,
    kept: bool,
) -> None:
    with write_tx(session):
        person.studies_without_asking = without_asking
    job_id = new_job(session, 2, is_sample=is_sample)
    with app.app_context():
        run_job(job_id)
    rows = session.execute(sa.select(Card.tier, Card.status)).all()
    by_default = {status for tier, status in rows if tier is Tier.DEFAULT}
    assert by_default == {Status.KEPT if kept else Status.WAITING}
    assert {s for tier, s in rows if tier is Tier.SUGGESTED} <= {Status.WAITING}
    assert bool(session.scalars(sa.select(CardState.card_id)).all()) is kept


@ON_SQLITE
def test_a_job_that_waits_is_cancelled_at_once(app: Flask, session: Session) -> None:
    job_id = new_job(session, 2)
    with write_tx(session):
        cancel_job(session, team_id=own_team(session), job_id=job_id, now=NOW)
    with app.app_context():
        run_job(job_id)
    assert job_of(session, job_id).status is JobStatus.CANCELLED
    assert cards(session) == []


@ON_SQLITE
def test_a_job_that_runs_is_cancelled_after_the_claims_in_hand(
    app: Flask, session: Session
) -> None:
    job_id = new_job(session, FIRST_BATCH + 30)

    def cancel(done: int, _total: int) -> None:
        if done == FIRST_BATCH:
            with write_tx(session):
                cancel_job(session, team_id=own_team(session), job_id=job_id, now=NOW)

    with app.app_context():
        run_job(job_id, report=cancel)
    job = job_of(session, job_id)
    assert job.status is JobStatus.CANCELLED
    assert job.finished_at == NOW
    assert FIRST_BATCH <= job.done < job.total
    assert unwritten(session) == job.total - job.done
    assert len(cards(session)) >= job.done


@ON_SQLITE
def test_claims_that_came_or_changed_while_it_ran_are_written_too(
    app: Flask, session: Session
) -> None:
    job_id = new_job(session, 6)
    offered, changed = 6, 1
    with write_tx(session):
        session.get_one(Claim, offered).standing = Standing.OFFERED

    def edit(done: int, _total: int) -> None:
        if done == FIRST_BATCH:
            team_id = own_team(session)
            with write_tx(session):
                take_claims(session, team_id=team_id, claim_ids=[offered], now=NOW)
                reword_claim(
                    session,
                    team_id=team_id,
                    claim_id=changed,
                    text="In Berlin, rents rose by 31% in 1990.",
                    now=NOW,
                )

    with app.app_context():
        run_job(job_id, report=edit)
    job = job_of(session, job_id)
    assert (job.status, job.done, job.total) == (JobStatus.DONE, 6, 6)
    assert unwritten(session) == 0
    living = session.execute(
        sa.select(Card.claim_id, Card.answer).where(Card.status == Status.WAITING)
    ).all()
    assert {claim_id for claim_id, _ in living} == set(range(1, 7))
    assert "31%" in {answer for claim_id, answer in living if claim_id == changed}
    assert "2%" not in {answer for claim_id, answer in living if claim_id == changed}


@ON_SQLITE
def test_a_kept_card_of_a_reworded_claim_is_written_anew_in_place(
    app: Flask, session: Session
) -> None:
    with app.app_context():
        run_job(new_job(session, 1, is_sample=True))
        kept = session.scalars(
            sa.select(Card).where(Card.status == Status.KEPT, Card.answer == "2%")
        ).one()
        card_id, question = kept.id, kept.question
        with write_tx(session):
            reword_claim(
                session,
                team_id=own_team(session),
                claim_id=1,
                text="In Berlin, rents rose by 31% in 1990.",
                now=NOW,
            )
            job_id = start_job(
                session, team_id=own_team(session), person_id=1, article_id=1, now=NOW
            )
        run_job(job_id)
    session.expire_all()
    card = session.get_one(Card, card_id)
    assert (card.status, card.question, card.answer) == (Status.KEPT, question, "31%")


@ON_SQLITE
def test_an_article_deleted_meanwhile_ends_its_job_without_a_word(
    app: Flask, session: Session, caplog: pytest.LogCaptureFixture
) -> None:
    job_id = new_job(session, FIRST_BATCH + 4)

    def delete(done: int, _total: int) -> None:
        if done == FIRST_BATCH:
            with write_tx(session):
                article_id = article_of(session, job_id)
                delete_article(
                    session, team_id=own_team(session), article_id=article_id
                )

    with app.app_context():
        run_job(job_id, report=delete)
    session.rollback()
    assert session.scalars(sa.select(Job)).all() == []
    assert cards(session) == []
    assert caplog.records == []


@ON_SQLITE
def test_an_article_that_comes_while_another_is_deleted_gets_none_of_its_cards(
    app: Flask, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    job_id = new_job(session, 2)
    write = writer_child.write

    def write_and_swap(*arguments: Any) -> Written:
        written = write(*arguments)
        with write_tx(session):
            team_id = own_team(session)
            article_id = article_of(session, job_id)
            delete_article(session, team_id=team_id, article_id=article_id)
        new_job(session, 2)
        return written

    with monkeypatch.context() as patch, app.app_context():
        patch.setattr(writer_child, "write", write_and_swap)
        run_job(job_id)
    assert cards(session) == []
    assert unwritten(session) == 2


@ON_SQLITE
def test_a_failure_is_told_with_its_reason_and_can_be_tried_again(
    app: Flask, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    job_id = new_job(session, 2)
    with monkeypatch.context() as patch, app.app_context():
        patch.setattr(child, "LOADING_SECONDS", 0.0)
        patch.setattr(child, "SECONDS_PER_CLAIM", 0.0)
        run_job(job_id)
    job = job_of(session, job_id)
    assert job.status is JobStatus.FAILED
    assert job.reason is not None
    assert job.reason.startswith("Writing cards took too long")
    assert job.finished_at == NOW
    article_id = article_of(session, job_id)
    with write_tx(session):
        again = start_job(
            session,
            team_id=own_team(session),
            person_id=1,
            article_id=article_id,
            now=NOW,
        )
    with app.app_context():
        run_job(again)
    assert again != job_id
    assert job_of(session, again).status is JobStatus.DONE


@ON_SQLITE
def test_a_child_that_dies_is_told_and_the_next_job_has_a_new_one(
    app: Flask,
    session: Session,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def die(*_: object) -> None:
        raise MemoryError

    job_id, next_id = new_job(session, 1), new_job(session, 2)
    with monkeypatch.context() as patch, app.app_context():
        patch.setattr(writer_child, "write", die)
        run_job(job_id)
    job = job_of(session, job_id)
    assert job.status is JobStatus.FAILED
    assert job.reason is not None
    assert "try again" in job.reason
    # Ours: a library's background thread may log into any test of its process.
    ours = [record for record in caplog.records if record.name.startswith("app.")]
    assert [record.levelname for record in ours] == ["ERROR"]
    with app.app_context():
        run_job(next_id)
    assert job_of(session, next_id).status is JobStatus.DONE


@ON_SQLITE
@pytest.mark.parametrize("job_id", [uuid4(), UUID(int=0)])
def test_a_job_that_is_gone_is_no_error(app: Flask, job_id: UUID) -> None:
    with app.app_context():
        run_job(job_id)


@ON_SQLITE
@pytest.mark.parametrize(
    "status", [JobStatus.DONE, JobStatus.FAILED, JobStatus.CANCELLED]
)
def test_a_job_that_has_ended_is_not_begun_again(
    app: Flask, session: Session, status: JobStatus
) -> None:
    job_id = new_job(session, 1)
    with write_tx(session):
        end_job(session, job_id=job_id, status=status, now=NOW)
    with app.app_context():
        run_job(job_id)
    assert job_of(session, job_id).status is status
    assert cards(session) == []
