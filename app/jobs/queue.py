"""The queue (huey): job ids go in, the worker takes them out."""

import json
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from flask import Flask, current_app
from huey import Huey, SqliteHuey
from huey.registry import Message
from huey.serializer import Serializer

from app.jobs.run import run_job

_EXTENSION = "prebrief-queue"


class _JsonSerializer(Serializer):  # type: ignore[misc] # huey carries no types
    """Messages as JSON: what comes out of a file must not be able to run code."""

    def _serialize(self, data: Any) -> bytes:
        return json.dumps(list(data)).encode()

    def _deserialize(self, data: bytes) -> Message:
        return Message(*json.loads(data))


def init_app(app: Flask) -> None:
    """Open the app's queue, a file of its own in the instance folder."""
    huey = SqliteHuey(
        "prebrief",
        filename=str(app.config["INSTANCE"] / "queue.sqlite"),
        results=False,
        serializer=_JsonSerializer(),
    )

    def run(job_id: str) -> None:
        with app.app_context():
            run_job(UUID(job_id))

    app.extensions[_EXTENSION] = huey, huey.task(name="run_job")(run)


def queue_of(app: Flask) -> Huey:
    """Give the app's queue."""
    return app.extensions[_EXTENSION][0]


def enqueue(job_ids: Iterable[UUID]) -> None:
    """Hand jobs to the worker. Call when their rows are committed."""
    task = current_app.extensions[_EXTENSION][1]
    for job_id in job_ids:
        task(str(job_id))
