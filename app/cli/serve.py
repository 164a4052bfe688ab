"""Serve the library on loopback, with the worker beside it."""

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from typing import Any

import click
from flask import current_app

from app.cli.command import command, ready_library, refuse
from app.cli.samples import load_samples
from app.config import make_instance

#: Seconds between a worker's unexpected end and its next start.
RESTART_SECONDS = 2.0


@click.command("serve")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@click.option("--no-samples", is_flag=True, help="Do not load the samples.")
@click.option("--no-worker", is_flag=True, help="Run no worker beside the server.")
@command
def serve(port: int, no_samples: bool, no_worker: bool) -> None:  # noqa: FBT001
    """Serve on 127.0.0.1 until Ctrl-C."""
    session, person = ready_library()
    if not no_samples:
        load_samples(session, person)
    session.close()
    from waitress import create_server

    try:
        server: Any = create_server(
            current_app._get_current_object(),  # type: ignore[attr-defined]
            host="127.0.0.1",
            port=port,
            threads=8,
            # A stalled upload holds a connection, not a thread.
            connection_limit=1000,
            channel_timeout=10,
            asyncore_use_poll=True,
        )
    except OSError as error:
        refuse(f"Port {port} cannot be used: {error.strerror}. Try --port.")
    signal.signal(signal.SIGTERM, _interrupt)
    with contextlib.nullcontext() if no_worker else _worker_beside():
        click.echo(f"Prebrief is at http://127.0.0.1:{server.effective_port}/")
        server.run()


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


@contextlib.contextmanager
def _worker_beside() -> Iterator[None]:
    """Keep a worker process running while the server is."""
    ending = threading.Event()
    keeper = threading.Thread(target=_keep_worker, args=(ending,), daemon=True)
    keeper.start()
    try:
        yield
    finally:
        ending.set()
        keeper.join(10)


def _keep_worker(ending: threading.Event) -> None:
    arguments = [sys.executable, "-m", "flask", "--app", "wsgi", "worker"]
    while not ending.is_set():
        process = subprocess.Popen(  # noqa: S603 - our own command
            [*arguments, "--parent", str(os.getpid())]
        )
        while process.poll() is None and not ending.wait(0.2):
            pass
        if process.poll() is None:
            process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(8)
            process.kill()
            return
        ending.wait(RESTART_SECONDS)


@click.command("worker")
@click.option("--parent", type=int, help="End when this process does.")
@command
def worker(parent: int | None) -> None:
    """Do the long work: run beside the server, or apart from it."""
    from app.jobs.worker import run_worker

    make_instance(current_app)
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    run_worker()


def _end_with(parent: int) -> None:
    """End this process when its parent is gone, however it went."""
    while os.getppid() == parent:
        time.sleep(0.5)
    os.kill(os.getpid(), signal.SIGTERM)


commands = [serve, worker]
