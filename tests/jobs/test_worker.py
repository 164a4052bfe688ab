"""The worker as it runs beside the server: in a process of its own."""

import contextlib
import signal
import time
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from app.jobs import enqueue
from app.store.models import JobStatus
from tests.jobs.working import (
    a_worker,
    cards,
    ended,
    job_of,
    kill,
    new_job,
    unwritten,
    wait_for,
)

#: Seconds in which a worker that is told to end does.
END_SECONDS = 8.0


def test_a_job_put_into_the_queue_is_done(app: Flask, session: Session) -> None:
    with a_worker(app):
        job_id = new_job(session, 3)
        with app.app_context():
            enqueue([job_id])
        wait_for(ended(session, job_id))
    assert job_of(session, job_id).status is JobStatus.DONE
    assert unwritten(session) == 0
    assert len(cards(session)) >= 3


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_killed_workers_job_is_taken_up_and_adds_nothing_twice(
    app: Flask, session: Session
) -> None:
    job_id = new_job(session, 60)
    with a_worker(app) as worker:
        wait_for(lambda: job_of(session, job_id).done > 0)
        kill(worker)
    half = job_of(session, job_id)
    assert half.status is JobStatus.RUNNING
    assert half.done < half.total == 60
    written = cards(session)
    # Nobody puts it into the queue again: the next worker finds it by itself.
    with a_worker(app):
        wait_for(ended(session, job_id))
    job = job_of(session, job_id)
    assert (job.status, job.done) == (JobStatus.DONE, 60)
    assert unwritten(session) == 0
    after = cards(session)
    assert set(written) <= set(after)
    assert len(set(after)) == len(after)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_a_worker_told_to_end_ends_soon_with_its_child(
    app: Flask, session: Session, told: signal.Signals
) -> None:
    job_id = new_job(session, 200)
    with a_worker(app) as worker:
        wait_for(lambda: job_of(session, job_id).done > 0)
        begun = time.monotonic()
        worker.send_signal(told)
        worker.wait(60)
        assert time.monotonic() - begun < END_SECONDS
        wait_for(lambda: not group(worker.pid))
    assert job_of(session, job_id).status is JobStatus.RUNNING
    assert unwritten(session) > 0


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_killed_workers_child_ends_by_itself(app: Flask, session: Session) -> None:
    job_id = new_job(session, 200)
    with a_worker(app) as worker:
        wait_for(lambda: job_of(session, job_id).done > 0)
        worker.kill()
        worker.wait()
        assert group(worker.pid)
        wait_for(lambda: not group(worker.pid))


def group(number: int) -> list[int]:
    """Give the processes of a group that still run."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            state, _, of = stat.read_text().rpartition(") ")[2].split()[:3]
            if int(of) == number and state != "Z":
                found.append(int(stat.parent.name))
    return found
