"""An article is compared with others once it is written; it can be called off."""

from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from flask import Flask
from sqlalchemy.orm import Session

from app.domain.claims.comparing import Matches
from app.jobs.child import WriterChild, writer_child
from app.jobs.run import run_job
from app.services.merge_claims import merge_with_next
from app.services.reword_claim import reword_claim
from app.services.run_job import cancel_job, start_job
from app.store.models import Claim, ClaimMatch, JobStatus
from app.store.writing import write_tx
from tests.factories import make_article, own_team
from tests.jobs.working import job_of
from tests.support.library import NOW

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

SAID = "Rents in Berlin fell by 4% in 2024."
ALSO_SAID = "In 2024, rents in Berlin declined by 4 percent."
OTHER = "Permits for new homes rose by 9% in Hamburg."


@pytest.fixture(scope="module", autouse=True)
def _one_child_for_all() -> Iterator[None]:
    yield
    writer_child.close()


@pytest.fixture
def claims(session: Session) -> list[int]:
    """One article that says it, and another with two claims that do not; written."""
    with write_tx(session):
        for texts in ([SAID], [OTHER, "Few move."]):
            make_article(session, groups=[texts])
        session.execute(sa.update(Claim).values(written_with="1"))
    return list(session.scalars(sa.select(Claim.id).order_by(Claim.id)))


def job_for(session: Session, claim_id: int) -> UUID:
    with write_tx(session):
        return start_job(
            session,
            team_id=own_team(session),
            person_id=1,
            article_id=session.get_one(Claim, claim_id).group.article_id,
            now=NOW,
        )


def matches(session: Session) -> list[tuple[int, int]]:
    session.rollback()
    rows = session.execute(sa.select(ClaimMatch.claim_id, ClaimMatch.other_claim_id))
    return [(one, other) for one, other in rows]


def reword(session: Session, claim_id: int, text: str) -> None:
    with write_tx(session):
        reword_claim(
            session, team_id=own_team(session), claim_id=claim_id, text=text, now=NOW
        )
        session.get_one(Claim, claim_id).written_with = "1"


def test_what_a_person_reworded_or_merged_is_compared_again(
    app: Flask, session: Session, claims: list[int]
) -> None:
    here, there, following = claims
    with app.app_context():
        run_job(job_for(session, there))
        assert matches(session) == []
        reword(session, there, ALSO_SAID)
        run_job(job_for(session, there))
        assert matches(session) == [(here, there)]
        reword(session, following, OTHER)
        with write_tx(session):
            merge_with_next(session, team_id=own_team(session), claim_id=there)
            session.get_one(Claim, there).written_with = "1"
        run_job(job_for(session, there))
    assert matches(session) == []


def test_what_changes_while_it_is_compared_is_compared_as_well(
    app: Flask,
    session: Session,
    claims: list[int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rounds: list[int] = []

    def change_it() -> None:
        rounds.append(len(rounds))
        if len(rounds) == 1:
            reword(session, claims[1], ALSO_SAID)

    after_comparing(monkeypatch, change_it)
    with app.app_context():
        run_job(job_for(session, claims[1]))
    assert (rounds, matches(session)) == ([0, 1], [(claims[0], claims[1])])


def test_a_comparison_that_is_called_off_stores_nothing(
    app: Flask,
    session: Session,
    claims: list[int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reword(session, claims[1], ALSO_SAID)
    job_id = job_for(session, claims[1])

    def call_off() -> None:
        with write_tx(session):
            cancel_job(session, team_id=own_team(session), job_id=job_id, now=NOW)

    after_comparing(monkeypatch, call_off)
    with app.app_context():
        run_job(job_id)
    assert job_of(session, job_id).status is JobStatus.CANCELLED
    assert matches(session) == []


def after_comparing(monkeypatch: pytest.MonkeyPatch, do: Callable[[], None]) -> None:
    """Let something happen while the child's answer is on its way."""
    compare = WriterChild.compare

    def compare_and_do(child: WriterChild, *arguments: Any) -> Matches | None:
        found = compare(child, *arguments)
        do()
        return found

    monkeypatch.setattr(WriterChild, "compare", compare_and_do)
