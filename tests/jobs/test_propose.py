from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from flask import Flask
from sqlalchemy.orm import Session

from app.domain.card import Written
from app.domain.writing import WRITER_VERSION
from app.jobs.child import writer_child
from app.jobs.run import run_job
from app.services.delete_article import delete_article
from app.services.propose_cards import start_proposal
from app.services.run_job import cancel_job
from app.services.take_proposal import compare_proposal
from app.store.models import Card, JobStatus, Proposal
from app.store.queries.proposals import proposal_of
from app.store.writing import write_tx
from tests.factories import own_team
from tests.jobs.working import article_of, cards, job_of, new_job
from tests.support.library import NOW

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

#: More than a batch, so that two of them must fit together.
CLAIMS = 18


@pytest.fixture(scope="module", autouse=True)
def _one_child_for_all() -> Iterator[None]:
    yield
    writer_child.close()


@pytest.fixture
def article_id(app: Flask, session: Session) -> int:
    """An article whose cards are written, by the writer that we have."""
    job_id = new_job(session, CLAIMS)
    with app.app_context():
        run_job(job_id)
    return article_of(session, job_id)


def start(session: Session, article_id: int) -> UUID:
    with write_tx(session):
        return start_proposal(
            session, team_id=1, person_id=1, article_id=article_id, now=NOW
        )


def test_the_same_writer_proposes_nothing_new_and_changes_nothing(
    app: Flask, session: Session, article_id: int
) -> None:
    before = cards(session)
    job_id = start(session, article_id)
    progress: list[tuple[int, int]] = []
    with app.app_context():
        run_job(job_id, report=lambda *counts: progress.append(counts))
    assert job_of(session, job_id).status is JobStatus.DONE
    assert progress == [(16, CLAIMS), (CLAIMS, CLAIMS)]
    assert cards(session) == before
    proposal = proposal_of(session, article_id)
    assert proposal is not None
    assert (proposal.written_with, proposal.made_at) == (WRITER_VERSION, NOW)
    plan = compare_proposal(session, proposal).rewriting
    assert plan.is_empty
    assert len(plan.renewed) == len(before)


def test_words_of_an_older_writer_are_compared_with_those_of_ours(
    app: Flask, session: Session, article_id: int
) -> None:
    with write_tx(session):
        card = session.get_one(Card, 1)
        ours, card.question = card.question, "It was by […]."
    job_id = start(session, article_id)
    with app.app_context():
        run_job(job_id)
    proposal = proposal_of(session, article_id)
    assert proposal is not None
    (replaced,) = compare_proposal(session, proposal).rewriting.replaced
    assert (replaced.card.id, replaced.words.question) == (1, ours)


def test_a_job_that_is_called_off_proposes_nothing(
    app: Flask, session: Session, article_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    job_id = start(session, article_id)
    write = writer_child.write

    def write_and_cancel(*arguments: Any) -> Written:
        with write_tx(session):
            cancel_job(session, team_id=own_team(session), job_id=job_id, now=NOW)
        return write(*arguments)

    with monkeypatch.context() as patch, app.app_context():
        patch.setattr(writer_child, "write", write_and_cancel)
        run_job(job_id)
    assert job_of(session, job_id).status is JobStatus.CANCELLED
    assert session.scalars(sa.select(Proposal)).all() == []


def test_an_article_deleted_meanwhile_ends_its_job_without_a_word(
    app: Flask, session: Session, article_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    job_id = start(session, article_id)
    write = writer_child.write

    def write_and_delete(*arguments: Any) -> Written:
        written = write(*arguments)
        with write_tx(session):
            delete_article(session, team_id=own_team(session), article_id=article_id)
        return written

    with monkeypatch.context() as patch, app.app_context():
        patch.setattr(writer_child, "write", write_and_delete)
        run_job(job_id)
    assert cards(session) == []
    assert session.scalars(sa.select(Proposal)).all() == []
