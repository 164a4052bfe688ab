"""Copy a SQLite library while it is in use, verify a copy, and put one back."""

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy.engine import URL, Engine

from app.domain.errors import InputError
from app.store import migrating
from app.store.engine import sqlite_module

_HEADER = b"SQLite format 3\x00"


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

    The copy appears at `target` only when it is complete and verified. Raises
    InputError if `target` exists or cannot be written.
    """
    if target.exists():
        raise InputError(f"“{target}” is already there; nothing was overwritten.")
    try:
        with _beside(target) as copy:
            _copy(source, copy)
            verify(copy)
            os.link(copy, target)
    except OSError as error:
        raise InputError(f"“{target}” cannot be written: {error.strerror}.") from error


def verify(file: Path) -> None:
    """Check that a file is a whole library; raise InputError saying what is wrong."""
    if not file.is_file():
        raise InputError(f"There is no file “{file}”.")
    with file.open("rb") as opened:
        if opened.read(len(_HEADER)) != _HEADER:
            raise InputError(f"“{file}” is no copy of a library.")
    sqlite = sqlite_module()
    try:
        with contextlib.closing(_open(file)) as connection:
            findings = [
                row[0]
                for row in connection.execute("PRAGMA integrity_check").fetchall()
            ]
            orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
            tables = {
                row[0] for row in connection.execute("SELECT name FROM sqlite_schema")
            }
    except sqlite.DatabaseError as error:
        raise InputError(f"“{file}” is damaged: {error}.") from error
    if findings != ["ok"]:
        raise InputError(f"“{file}” is damaged: {findings[0]}.")
    if "alembic_version" not in tables or "reviews" not in tables:
        raise InputError(f"“{file}” is a database, but not one of Prebrief.")
    if orphans:
        raise InputError(f"“{file}” has {len(orphans)} rows that point at nothing.")


def restore(copy: Path, target: Path) -> None:
    """Put a verified copy in the place of the library, which must not be in use.

    The library that was there is kept beside it as `….before-restore`. Raises
    InputError, with everything left as it was, if the copy is not whole.
    """
    verify(copy)
    target.parent.mkdir(parents=True, exist_ok=True)
    with _beside(target) as fresh:
        _copy(copy, fresh)
        verify(fresh)
        if target.exists():
            kept = target.with_name(f"{target.name}.before-restore")
            kept.unlink(missing_ok=True)
            _copy(target, kept)
        # Through SQLite itself: whoever has the library open sees the new content,
        # which a file put in its place would not give them.
        _copy(fresh, target)


def migrate_safely(engine: Engine) -> None:
    """Migrate to the newest schema; on failure the library is as it was before."""
    if engine.dialect.name != "sqlite" or migrating.current(engine) is None:
        migrating.upgrade(engine)
        return
    file = database_file(engine.url)
    before = file.with_name(f"{file.name}.before-migration")
    before.unlink(missing_ok=True)
    back_up(file, before)
    try:
        migrating.upgrade(engine)
    except BaseException:
        engine.dispose()
        _copy(before, file)
        raise


def _open(file: Path) -> Any:
    return sqlite_module().connect(f"file:{file}?mode=ro", uri=True)


def _copy(source: Path, target: Path) -> None:
    sqlite = sqlite_module()
    with (
        contextlib.closing(sqlite.connect(source)) as reader,
        contextlib.closing(sqlite.connect(target)) as writer,
    ):
        reader.backup(writer)


@contextlib.contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """Give a file name in the target's folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        yield Path(folder) / target.name
