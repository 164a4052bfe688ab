"""The worker: takes jobs off the queue until it is told to end."""

import logging
import threading

from flask import current_app

from app.jobs.child import writer_child
from app.jobs.queue import enqueue, queue_of
from app.services.run_job import open_jobs
from app.store.db import current_session

#: Seconds between two looks at an empty queue.
POLL_SECONDS = 0.2


def run_worker() -> None:
    """Run until SIGINT or SIGTERM. Jobs that an earlier worker left are taken up."""
    logging.getLogger("huey").setLevel(logging.WARNING)
    session = current_session()
    left_behind = open_jobs(session)
    session.rollback()
    queue = queue_of(current_app._get_current_object())  # type: ignore[attr-defined]
    queue.flush()
    enqueue(left_behind)
    consumer = queue.create_consumer(
        workers=1,
        periodic=False,
        initial_delay=POLL_SECONDS,
        max_delay=POLL_SECONDS,
        check_worker_health=False,
    )
    # A consumer that is told to end waits for its work, which may take minutes.
    threading.Thread(target=_end_with, args=(consumer.stop_flag,), daemon=True).start()
    try:
        consumer.run()
    finally:
        writer_child.end()


def _end_with(stop: threading.Event) -> None:
    stop.wait()
    writer_child.end()
