"""Set every connection up: durability, foreign keys, and BEGIN said by us."""

import contextlib
import sqlite3
import threading
import time
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import URL, Connection, Engine, ExecutionContext, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from app.domain.errors import InputError

#: Execution option that a connection carries while it may write.
WRITES = "prebrief_writes"
#: Execution option: seconds of `BUSY_TIMEOUT_S` that a writer has waited already.
WAITED = "prebrief_waited"
#: How long a writer waits, for other threads and other processes, before it gives up.
BUSY_TIMEOUT_S = 5
#: A wait for other threads below this is not counted against `BUSY_TIMEOUT_S`.
_SHORT_WAIT_S = 0.5
_CACHE_KIB = 16_384
_BACKENDS = frozenset({"sqlite", "postgresql"})
_DML = ("INSERT", "UPDATE", "DELETE", "REPLACE")


class WriteOutsideTransactionError(RuntimeError):
    """A statement that writes ran outside `write_tx`: a mistake in our code."""


def sqlite_module() -> ModuleType:
    """Give the newest SQLite at hand.

    Debian 12's own SQLite (3.40) has the WAL-reset bug that 3.51.3 mends, so the
    wheel's comes first.
    """
    with contextlib.suppress(ImportError):
        import pysqlite3.dbapi2

        module: ModuleType = pysqlite3.dbapi2
        return module
    return sqlite3


def check_url(url: str | URL) -> None:
    """Refuse, with an InputError, the URL of a database that we cannot use."""
    try:
        parsed = make_url(url)
        parsed.get_dialect().import_dbapi()
        is_known = parsed.get_backend_name() in _BACKENDS
    except (ArgumentError, NoSuchModuleError, ImportError, ValueError):
        is_known = False
    if not is_known:
        raise InputError(
            "A database is named as in sqlite:////folder/library.sqlite or "
            "postgresql+psycopg://user@host/library."
        )


def engine_options(url: str | URL) -> dict[str, Any]:
    """Give what `create_engine` needs for this database.

    Errors name the statement and never its values, which are people's own words.
    """
    if make_url(url).get_backend_name() == "sqlite":
        return {
            "hide_parameters": True,
            "module": sqlite_module(),
            "connect_args": {"timeout": BUSY_TIMEOUT_S, "isolation_level": None},
        }
    return {"hide_parameters": True, "pool_pre_ping": True}


def set_up(engine: Engine) -> None:
    """Hang our listeners on an engine. Call once for each engine."""
    sa.event.listen(engine, "before_cursor_execute", _refuse_stray_writes)
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _set_pragmas)
        sa.event.listen(engine, "begin", _begin)


def create_engine(url: str | URL) -> Engine:
    """Make an engine that is set up, for work without a Flask app."""
    engine = sa.create_engine(url, **engine_options(url))
    set_up(engine)
    return engine


def _set_pragmas(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        f"busy_timeout = {BUSY_TIMEOUT_S * 1000}",
        f"cache_size = -{_CACHE_KIB}",
        "trusted_schema = OFF",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    # Reads take a snapshot and never wait; only writers queue for the lock.
    options = connection.get_execution_options()
    if not options.get(WRITES, False):
        connection.exec_driver_sql("BEGIN")
        return
    waited = options.get(WAITED, 0.0)
    if waited < _SHORT_WAIT_S:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        return
    _set_busy_timeout(connection, BUSY_TIMEOUT_S - waited)
    try:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    finally:
        _set_busy_timeout(connection, BUSY_TIMEOUT_S)


def _set_busy_timeout(connection: Connection, seconds: float) -> None:
    milliseconds = max(0, int(seconds * 1_000))
    connection.exec_driver_sql(f"PRAGMA busy_timeout = {milliseconds}")


def _refuse_stray_writes(
    connection: Connection,
    _cursor: Any,
    statement: str,
    _parameters: Any,
    _context: ExecutionContext | None,
    _many: bool,  # noqa: FBT001 - SQLAlchemy's signature
) -> None:
    if not statement.lstrip()[:7].upper().startswith(_DML):
        return
    if not connection.get_execution_options().get(WRITES, False):
        raise WriteOutsideTransactionError(statement.split("\n", 1)[0][:80])


#: Writers of one process queue here, so that SQLite's sleeping busy handler, which is
#: slow and unfair, is only ever met when another process writes.
_process_locks: dict[str, threading.Lock] = {}
_process_locks_guard = threading.Lock()


@contextlib.contextmanager
def write_turn(engine: Engine) -> Iterator[float]:
    """Wait until no other thread writes to a SQLite database; give the seconds waited.

    Raises `sqlalchemy.exc.OperationalError` after `BUSY_TIMEOUT_S`: when another
    process holds the database, those who queue here must not wait for it one by one.
    """
    if engine.dialect.name != "sqlite":
        yield 0.0
        return
    key = engine.url.render_as_string()
    with _process_locks_guard:
        lock = _process_locks.setdefault(key, threading.Lock())
    begun = time.monotonic()
    if not lock.acquire(timeout=BUSY_TIMEOUT_S):
        cause = sqlite_module().OperationalError("database is locked")
        raise OperationalError("BEGIN IMMEDIATE", None, cause)
    try:
        yield time.monotonic() - begun
    finally:
        lock.release()
