import json
import sqlite3
from uuid import uuid4

import pytest
from flask import Flask

from app.jobs import enqueue
from app.jobs.queue import queue_of

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def test_a_message_is_json_that_names_the_job(app: Flask) -> None:
    job_id = uuid4()
    with app.app_context():
        enqueue([job_id])
    file = sqlite3.connect(app.config["INSTANCE"] / "queue.sqlite")
    ((message,),) = file.execute("SELECT data FROM task").fetchall()
    file.close()
    read = json.loads(message)
    assert "app.jobs.queue.run_job" in read
    assert [str(job_id)] in read


def test_what_was_put_in_first_comes_out_first(app: Flask) -> None:
    ids = [uuid4() for _ in range(3)]
    with app.app_context():
        enqueue(ids)
    queue = queue_of(app)
    taken = [queue.dequeue() for _ in ids]
    assert [task.args for task in taken] == [[str(it)] for it in ids]
    assert queue.dequeue() is None


def test_each_app_has_a_queue_of_its_own(app: Flask) -> None:
    from app.factory import create_app

    settings = {name: app.config[name] for name in ("DATABASE_URL", "SECRET_KEY")}
    other = create_app(settings | {"INSTANCE": app.config["INSTANCE"] / "other"})
    with app.app_context():
        enqueue([uuid4()])
    assert queue_of(app).pending_count() == 1
    assert queue_of(other).pending_count() == 0
