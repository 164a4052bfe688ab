"""The queue (huey): job ids go in, the worker takes them out."""

import json
import threading
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from flask import Flask, current_app
from huey import Huey, SqliteHuey
from huey.api import TaskWrapper
from huey.registry import Message
from huey.serializer import Serializer

from app.jobs.run import run_job

_EXTENSION = "prebrief-queue"
_opening = threading.Lock()


class _JsonSerializer(Serializer):  # type: ignore[misc] # huey carries no types
    """Messages as JSON: what comes out of a file must not be able to run code."""

    def _serialize(self, data: Any) -> bytes:
        return json.dumps(list(data)).encode()

    def _deserialize(self, data: bytes) -> Message:
        return Message(*json.loads(data))


def init_app(app: Flask) -> None:
    """Give the app a queue; its file is made when it is first used."""
    app.extensions[_EXTENSION] = None


def queue_of(app: Flask) -> Huey:
    """Give the app's queue, a file of its own in the instance folder."""
    return _opened(app)[0]


def enqueue(job_ids: Iterable[UUID]) -> None:
    """Hand jobs to the worker. Call when their rows are committed."""
    _, task = _opened(current_app._get_current_object())  # type: ignore[attr-defined]
    for job_id in job_ids:
        task(str(job_id))


def _opened(app: Flask) -> tuple[Huey, TaskWrapper]:
    with _opening:
        if app.extensions[_EXTENSION] is None:
            app.extensions[_EXTENSION] = _open(app)
        opened: tuple[Huey, TaskWrapper] = app.extensions[_EXTENSION]
    return opened


def _open(app: Flask) -> tuple[Huey, TaskWrapper]:
    app.config["INSTANCE"].mkdir(parents=True, exist_ok=True)
    huey = SqliteHuey(
        "prebrief",
        filename=str(app.config["INSTANCE"] / "queue.sqlite"),
        results=False,
        serializer=_JsonSerializer(),
    )

    def run(job_id: str) -> None:
        with app.app_context():
            enqueue(run_job(UUID(job_id)))

    return huey, huey.task(name="run_job")(run)
