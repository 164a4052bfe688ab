"""Long work: handed to a queue, done by the worker, with progress and an end."""

from app.jobs.queue import enqueue, init_app

__all__ = ["enqueue", "init_app"]
