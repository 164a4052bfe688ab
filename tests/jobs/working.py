"""Articles to write cards for, and a worker in a process of its own."""

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import UUID

import sqlalchemy as sa
from flask import Flask
from sqlalchemy.orm import Session

from app.services.run_job import start_job
from app.store.models import OPEN_JOB, Card, Claim, Job
from app.store.writing import write_tx
from tests.factories import make_article, own_team
from tests.support.library import NOW
from tests.support.serving import ROOT, flask_command

WAIT_SECONDS = 60.0
_PLACES = ("Berlin", "Madrid", "Warsaw", "Lisbon", "Vienna", "Prague", "Athens")
_THINGS = ("rents", "wages", "prices of land", "exports of steel", "sales of homes")


def new_job(session: Session, claims: int, *, is_sample: bool = False) -> UUID:
    """Store an article of so many claims that state a fact each, and its job."""
    texts = [
        f"In {place}, {thing} rose by {number % 37 + 2}% in {1990 + number % 33}."
        for number in range(claims)
        for place in [_PLACES[number % len(_PLACES)]]
        for thing in [_THINGS[number % len(_THINGS)]]
    ]
    with write_tx(session):
        article = make_article(session, groups=(texts,), is_sample=is_sample)
        return start_job(
            session,
            team_id=own_team(session),
            person_id=1,
            article_id=article.id,
            now=NOW,
        )


def job_of(session: Session, job_id: UUID) -> Job:
    """Read a job as it is stored now."""
    session.rollback()
    session.expire_all()
    return session.get_one(Job, job_id)


def article_of(session: Session, job_id: UUID) -> int:
    """Give the article whose cards a job writes."""
    article_id = session.get_one(Job, job_id).article_id
    assert article_id is not None
    return article_id


def unwritten(session: Session) -> int:
    session.rollback()
    return session.scalars(
        sa.select(sa.func.count(Claim.id)).where(Claim.written_with.is_(None))
    ).one()


def cards(session: Session) -> list[tuple[int, str, str]]:
    """Give each card's claim, pattern and question."""
    session.rollback()
    rows = session.execute(
        sa.select(Card.claim_id, Card.pattern, Card.question).order_by(
            Card.claim_id, Card.id
        )
    )
    return [(claim_id, pattern, question) for claim_id, pattern, question in rows]


def wait_for(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + WAIT_SECONDS
    while not is_so():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.05)


def ended(session: Session, job_id: UUID) -> Callable[[], bool]:
    return lambda: job_of(session, job_id).status not in OPEN_JOB


@contextmanager
def a_worker(app: Flask) -> Iterator["subprocess.Popen[bytes]"]:
    """Run a worker over the app's library; its whole group is killed at the end."""
    environment = {
        **os.environ,
        "PREBRIEF_INSTANCE": str(app.config["INSTANCE"]),
        "PREBRIEF_DATABASE_URL": app.config["DATABASE_URL"],
    }
    process = subprocess.Popen(
        [*flask_command(), "worker"],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        kill(process)


def kill(process: "subprocess.Popen[bytes]") -> None:
    """Kill a worker with its child, as a power cut would."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
