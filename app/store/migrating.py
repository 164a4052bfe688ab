"""Bring a database to the newest schema, and tell whether it is there."""

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.engine import Engine

DIRECTORY = Path(__file__).parent / "migrations"


def render_item(kind: str, item: Any, _context: Any) -> str | bool:
    """Write our column types into migrations as the plain types they store.

    A migration never imports the app: it must still run when the app has changed.
    """
    if kind == "type" and type(item).__module__.startswith("app."):
        return f"sa.{type(item.impl_instance).__name__}()"
    return False


def head() -> str:
    """Give the newest revision."""
    revision = ScriptDirectory(str(DIRECTORY)).get_current_head()
    assert revision is not None  # noqa: S101 - we ship at least one
    return revision


def is_known(revision: str) -> bool:
    """Say whether a revision is one of ours; a newer program's is not."""
    scripts = ScriptDirectory(str(DIRECTORY))
    return revision in {script.revision for script in scripts.walk_revisions()}


def current(engine: Engine) -> str | None:
    """Give the revision that the database is at, None for an empty one."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Migrate up to `revision`."""
    command.upgrade(_config(engine), revision)


def downgrade(engine: Engine, revision: str) -> None:
    """Migrate down to `revision`."""
    command.downgrade(_config(engine), revision)


def differences(engine: Engine) -> list[Any]:
    """List where the database's schema differs from the tables in the code."""
    from alembic.autogenerate import compare_metadata

    from app.store.models import Team

    tables = Team.metadata
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        found: list[Any] = list(compare_metadata(context, tables))
        if connection.dialect.name == "sqlite":
            found += _ids_given_twice(connection, tables)
    return found


def _ids_given_twice(connection: sa.Connection, tables: sa.MetaData) -> list[Any]:
    """List the tables that should not give an id again and would.

    A batch migration that makes such a table anew must say so again, by
    `table_kwargs={"sqlite_autoincrement": True}`: it is not reflected.
    """
    rows = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'table'"
    )
    definitions = {row.name: row.sql for row in rows}
    return [
        ("modify_autoincrement", table.name)
        for table in tables.sorted_tables
        if table.dialect_options["sqlite"]["autoincrement"]
        and "AUTOINCREMENT" not in definitions.get(table.name, "AUTOINCREMENT")
    ]


def _config(engine: Engine) -> Config:
    config = Config()
    config.set_main_option("script_location", str(DIRECTORY))
    config.attributes["engine"] = engine
    return config


def foreign_key_violations(connection: sa.Connection) -> list[str]:
    """Name the SQLite rows that point at nothing."""
    rows = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return [f"{row[0]} {row[1]} points at a missing row of {row[2]}" for row in rows]
