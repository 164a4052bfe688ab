"""Copy a SQLite library while it is in use, verify a copy, and put one back."""

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy.engine import URL, Engine
from sqlalchemy.exc import OperationalError

from app.domain.errors import InputError
from app.store import migrating
from app.store.engine import BUSY_TIMEOUT_S, sqlite_module

_HEADER = b"SQLite format 3\x00"
#: Where SQLite's header keeps the numbers that it leaves to applications (user_version
#: and application_id, of 4 bytes each); ours hold a copy's hash.
_SEAL_PLACES = (60, 68)
#: SQLite's codes for a lock that another connection has, in this process or not.
_BUSY, _LOCKED = 5, 6
_IN_USE = (
    "The library is in use by another process: end that one, or try again later. "
    "Nothing was changed."
)


def database_file(url: URL) -> Path:
    """Give the file of a SQLite library; raise InputError for another database."""
    if url.get_backend_name() != "sqlite" or not url.database:
        raise InputError(
            "This library lives in PostgreSQL: copy it with pg_dump, and put it back "
            "with pg_restore."
        )
    return Path(url.database)


def back_up(source: Path, target: Path) -> None:
    """Write a whole and consistent copy of a library that may be in use.

    The copy is one file, sealed by a hash, and appears at `target` only when it is
    complete. Raises InputError if `target` exists or cannot be written.
    """
    if target.exists():
        raise InputError(f"“{target}” is already there; nothing was overwritten.")
    try:
        with _beside(target) as copy:
            _copy(source, copy, keeps_wal=False)
            _check_whole(copy)
            _seal(copy)
            os.link(copy, target)
    except OSError as error:
        raise InputError(f"“{target}” cannot be written: {error.strerror}.") from error
    except sqlite_module().Error as error:
        raise InputError(f"The library cannot be copied: {error}.") from error


def verify(file: Path) -> None:
    """Check that a file is a whole library; raise InputError saying what is wrong.

    One that `back_up` wrote must be the same to the last bit.
    """
    try:
        _check_header(file)
        _check_seal(file)
    except OSError as error:
        raise InputError(f"“{file}” cannot be read: {error.strerror}.") from error
    _check_whole(file)
    with contextlib.closing(_open(file)) as connection:
        orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
        revisions = connection.execute("SELECT * FROM alembic_version").fetchall()
    if orphans:
        raise InputError(f"“{file}” has {len(orphans)} rows that point at nothing.")
    if not all(migrating.is_known(revision) for (revision,) in revisions):
        raise InputError(f"“{file}” was made by a newer Prebrief than this one.")


def restore(copy: Path, target: Path) -> None:
    """Put a verified copy in the place of the library, which must not be in use.

    The library that was there is kept beside it as `….before-restore`. Raises
    InputError, with everything left as it was, if the copy is not whole or a server,
    a worker or a command has the library open.
    """
    verify(copy)
    sqlite = sqlite_module()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with _beside(target) as fresh:
            _copy(copy, fresh)
            _check_whole(fresh)
            _unseal(fresh)
            if not target.exists():
                fresh.replace(target)
                return
            try:
                _refuse_in_use(target)
                _copy(target, _kept(target))
                _copy(fresh, target)
            except sqlite.OperationalError:
                raise
            except sqlite.DatabaseError:
                # What is there cannot be read at all: it makes way as it is.
                _move_aside(target)
                fresh.replace(target)
    except OSError as error:
        raise InputError(f"“{target}” cannot be written: {error.strerror}.") from error
    except sqlite.OperationalError as error:
        raise InputError(f"The copy cannot be put back: {error}.") from error


def migrate_safely(engine: Engine) -> None:
    """Migrate to the newest schema; on failure the library is as it was before.

    Raises InputError for a library that a newer Prebrief has migrated, and for one that
    others keep for longer than `BUSY_TIMEOUT_S`: what they write meanwhile stays.
    """
    current = migrating.current(engine)
    if current is not None and not migrating.is_known(current):
        raise InputError("This library was made by a newer Prebrief than this one.")
    if engine.dialect.name != "sqlite" or current is None:
        migrating.upgrade(engine)
        return
    file = database_file(engine.url)
    before = file.with_name(f"{file.name}.before-migration")
    before.unlink(missing_ok=True)
    back_up(file, before)
    try:
        migrating.upgrade(engine)
    except BaseException as error:
        engine.dispose()
        if isinstance(error, OperationalError) and _is_busy(error.orig):
            # It never began; the copy knows nothing of what the other one writes.
            raise InputError(_IN_USE) from error
        _copy(before, file)
        _unseal(file)
        raise


def _check_header(file: Path) -> None:
    if not file.is_file():
        raise InputError(f"There is no file “{file}”.")
    with file.open("rb") as opened:
        if opened.read(len(_HEADER)) != _HEADER:
            raise InputError(f"“{file}” is no copy of a library.")


def _check_whole(file: Path) -> None:
    """Refuse a file that SQLite finds damaged, or that is no library of ours."""
    sqlite = sqlite_module()
    try:
        with contextlib.closing(_open(file)) as connection:
            findings = [
                row[0]
                for row in connection.execute("PRAGMA integrity_check").fetchall()
            ]
            tables = {
                row[0] for row in connection.execute("SELECT name FROM sqlite_schema")
            }
    except sqlite.DatabaseError as error:
        raise InputError(f"“{file}” is damaged: {error}.") from error
    if findings != ["ok"]:
        raise InputError(f"“{file}” is damaged: {findings[0]}.")
    if "alembic_version" not in tables or "reviews" not in tables:
        raise InputError(f"“{file}” is a database, but not one of Prebrief.")


def _seal(file: Path) -> None:
    """Write a hash of all other bytes into the two numbers left to applications."""
    seal = _hash(file)
    with file.open("r+b") as opened:
        for place, part in zip(_SEAL_PLACES, (seal[:4], seal[4:]), strict=True):
            opened.seek(place)
            opened.write(part)
        opened.flush()
        os.fsync(opened.fileno())


def _check_seal(file: Path) -> None:
    """Refuse a sealed copy of which any bit has changed; any other file passes."""
    with file.open("rb") as opened:
        header = opened.read(_SEAL_PLACES[-1] + 4)
    seal = b"".join(header[place : place + 4] for place in _SEAL_PLACES)
    if seal.strip(b"\0") and seal != _hash(file):
        raise InputError(f"“{file}” is damaged: it is not what was backed up.")


def _hash(file: Path) -> bytes:
    digest = hashlib.sha256()
    with file.open("rb") as opened:
        start = bytearray(opened.read(_SEAL_PLACES[-1] + 4))
        for place in _SEAL_PLACES:
            start[place : place + 4] = bytes(4)
        digest.update(start)
        while block := opened.read(1 << 20):
            digest.update(block)
    return digest.digest()[:8]


def _unseal(file: Path) -> None:
    with contextlib.closing(sqlite_module().connect(file)) as connection:
        connection.execute("PRAGMA user_version = 0")
        connection.execute("PRAGMA application_id = 0")
        connection.commit()


def _refuse_in_use(file: Path) -> None:
    """Raise InputError if anyone else has the library open.

    A library leaves WAL mode only for who is alone with it; the next one to open it
    sets the mode again.
    """
    sqlite = sqlite_module()
    with contextlib.closing(sqlite.connect(file, timeout=0)) as connection:
        try:
            connection.execute("PRAGMA journal_mode = DELETE")
        except sqlite.OperationalError as error:
            raise InputError(
                "The library is in use: end the server and its worker first. "
                "Nothing was changed."
            ) from error


def _kept(target: Path) -> Path:
    """Give the name under which a library is kept when another takes its place."""
    kept = target.with_name(f"{target.name}.before-restore")
    kept.unlink(missing_ok=True)
    return kept


def _move_aside(target: Path) -> None:
    kept = _kept(target)
    for suffix in ("-wal", "-shm", ""):
        file = target.with_name(f"{target.name}{suffix}")
        if file.exists():
            file.replace(kept.with_name(f"{kept.name}{suffix}"))


def _open(file: Path) -> Any:
    # Nobody writes to a copy; so looking at it needs no lock and leaves no trace.
    uri = f"{file.resolve().as_uri()}?mode=ro&immutable=1"
    return sqlite_module().connect(uri, uri=True)


def _copy(source: Path, target: Path, *, keeps_wal: bool = True) -> None:
    """Copy a database; raise InputError where others keep it to themselves for long."""
    sqlite = sqlite_module()

    def give_up(status: int, *_: int) -> None:
        # The wait of `timeout` is over by then; SQLite would begin it anew for ever.
        if status & 0xFF in (_BUSY, _LOCKED):
            raise InputError(_IN_USE)

    with (
        contextlib.closing(sqlite.connect(source, timeout=BUSY_TIMEOUT_S)) as reader,
        contextlib.closing(sqlite.connect(target, timeout=BUSY_TIMEOUT_S)) as writer,
    ):
        reader.backup(writer, progress=give_up)
        if not keeps_wal:
            # One file, with nothing beside it.
            writer.execute("PRAGMA journal_mode = DELETE")


def _is_busy(error: BaseException | None) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF == _BUSY


@contextlib.contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """Give a file name in the target's folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        yield Path(folder) / target.name
