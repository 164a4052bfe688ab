"""Run migrations, from our own commands and from Flask-Migrate's."""

from typing import Any

from alembic import context
from sqlalchemy.engine import Connection, Engine

from app.store.base import Base
from app.store.engine import WRITES
from app.store.migrating import foreign_key_violations, render_item


def _engine() -> Engine:
    given = context.config.attributes.get("engine")
    if isinstance(given, Engine):
        return given
    from app.store.db import db

    return db.engine


def _run(connection: Connection) -> None:
    options: dict[str, Any] = {
        "target_metadata": Base.metadata,
        "render_as_batch": True,
        "render_item": render_item,
        "transaction_per_migration": False,
    }
    context.configure(connection=connection, **options)
    with context.begin_transaction():
        context.run_migrations()


def migrate() -> None:
    """Migrate in one transaction, with SQLite's foreign keys off while it runs.

    Rebuilding a parent table with them on fires ON DELETE CASCADE and empties its
    children without a word.
    """
    with _engine().connect() as plain:
        connection = plain.execution_options(**{WRITES: True})
        is_sqlite = connection.dialect.name == "sqlite"
        if is_sqlite:
            _set_foreign_keys(connection, "OFF")
        try:
            with connection.begin():
                _run(connection)
                if is_sqlite and (violations := foreign_key_violations(connection)):
                    raise RuntimeError("; ".join(violations))
        finally:
            if is_sqlite:
                _set_foreign_keys(connection, "ON")


def _set_foreign_keys(connection: Connection, value: str) -> None:
    # The pragma does nothing inside a transaction, so it goes to the driver itself.
    driver = connection.connection.driver_connection
    assert driver is not None  # noqa: S101 - a checked-out connection has one
    driver.execute(f"PRAGMA foreign_keys = {value}")


migrate()
