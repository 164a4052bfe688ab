"""R12: the worker dies in the middle of writing cards; the next one goes on."""

import http.client
import json
import time
from collections import Counter
from collections.abc import Callable

import pytest
from sqlalchemy import select
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from app.store.models import Card, Job, JobStatus
from tests.faults.browser import connect
from tests.faults.crowd import token_for
from tests.support.serving import ROOT, Server

PATIENCE_SECONDS = 60.0
DOCUMENT = ROOT / "seeds" / "high-bandwidth-memory.txt"


def import_document(server: Server, token: str) -> int:
    """Post the document to the API; give the status."""
    connection = connect(server.port)
    headers = {
        "Authorization": f"Bearer {token}",
        "Content-Type": "application/json",
    }
    body = json.dumps({"text": DOCUMENT.read_text(encoding="utf-8")})
    connection.request("POST", "/api/v1/articles", body, headers)
    response = connection.getresponse()
    response.read()
    connection.close()
    return response.status


def wait_for(engine: Engine, is_so: Callable[[Job], bool]) -> Job:
    """Look at the job until it is so, and give it."""
    give_up = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < give_up:
        with Session(engine) as session:
            job = session.scalars(select(Job)).one()
            if is_so(job):
                return job
        time.sleep(0.02)
    pytest.fail(f"the job is {job.status}, {job.done} of {job.total}")


def cards(engine: Engine) -> Counter[tuple[str, str]]:
    """Count the cards by question and answer."""
    with Session(engine) as session:
        rows = session.execute(select(Card.question, Card.answer)).all()
    return Counter((row.question, row.answer) for row in rows)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_worker_killed_while_it_writes_cards_is_taken_over_from(
    database_url: str, engine: Engine, start_server: Callable[..., Server]
) -> None:
    server = start_server(DATABASE_URL=database_url)
    token = token_for(server)
    assert import_document(server, token) == http.HTTPStatus.CREATED
    stopped = wait_for(engine, lambda job: job.done > 0)
    server.kill()
    assert stopped.done < stopped.total, "it was done before it could be killed"
    server.start()
    ended = wait_for(engine, lambda job: job.finished_at is not None)
    assert (ended.status, ended.done) == (JobStatus.DONE, stopped.total)
    written = cards(engine)
    assert written == Counter(questions(server))
    assert import_document(server, token) == http.HTTPStatus.OK
    assert cards(engine) == written


def questions(server: Server) -> list[tuple[str, str]]:
    """Give the question and answer of each card that is written undisturbed."""
    wrote = server.run_command("questions", str(DOCUMENT), "--json")
    assert wrote.returncode == 0, wrote.stderr
    return [(it["question"], it["answer"]) for it in json.loads(wrote.stdout)["cards"]]
