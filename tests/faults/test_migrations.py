"""R6: a migration keeps the data; one that fails or is killed changes nothing."""

import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from app.store import migrating
from app.store.backup import migrate_safely, verify
from app.store.engine import create_engine, sqlite_module
from app.store.writing import write_tx
from tests.factories import make_article, make_card, make_review

# Only SQLite makes a table anew to change it, and only there we keep the copy.
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

NEW = "9999"
#: A revision that makes a table anew to which others point with ON DELETE CASCADE.
REBUILD = """
import sqlalchemy as sa
from alembic import op

revision, down_revision = "9999", "{old}"
branch_labels = depends_on = None


def upgrade():
    with op.batch_alter_table("articles", recreate="always") as table:
        table.add_column(sa.Column("colour", sa.String(20)))
    {then}


def downgrade():
    with op.batch_alter_table("articles", recreate="always") as table:
        table.drop_column("colour")
"""

Plant = Callable[..., None]


@pytest.fixture
def plant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Plant:
    """Add a revision to a copy of our migrations, which then is the one in use."""
    folder = tmp_path / "migrations"
    old = migrating.head()
    shutil.copytree(migrating.DIRECTORY, folder)
    monkeypatch.setattr(migrating, "DIRECTORY", folder)

    def add(then: str = "pass", *, keys_on: bool = False) -> None:
        revision = folder / "versions" / "9999_rebuild.py"
        revision.write_text(REBUILD.format(old=old, then=then))
        if keys_on:
            environment = (folder / "env.py").read_text()
            unguarded = environment.replace('(connection, "OFF")', '(connection, "ON")')
            assert unguarded != environment
            (folder / "env.py").write_text(unguarded)

    return add


@pytest.fixture
def filled(engine: Engine, session: Session) -> Engine:
    """A library with articles, cards and answers."""
    with write_tx(session):
        for _ in range(3):
            claim = (
                make_article(session, core_insight="Rents fall.").groups[0].claims[0]
            )
            for _ in range(3):
                card = make_card(session, claim)
                make_review(session, card)
    session.close()
    return engine


def rows(engine: Engine, *, but: str = "alembic_version") -> dict[str, list[Any]]:
    """Give every row of every table, in order; of articles without what is planted."""
    content = {}
    with engine.connect() as connection:
        for name in sa.inspect(connection).get_table_names():
            if name == but:
                continue
            columns: list[sa.ColumnElement[Any]] = [
                sa.column(it["name"])
                for it in sa.inspect(connection).get_columns(name)
                if it["name"] != "colour"
            ]
            found = connection.execute(sa.select(*columns).select_from(sa.table(name)))
            content[name] = sorted(map(repr, found.all()))
    return content


def test_a_table_made_anew_keeps_the_rows_that_point_at_it(
    filled: Engine, plant: Plant
) -> None:
    before = rows(filled)
    plant()
    migrate_safely(filled)
    assert migrating.current(filled) == NEW
    assert rows(filled) == before
    migrating.downgrade(filled, "-1")
    assert rows(filled) == before
    migrate_safely(filled)
    assert rows(filled) == before


def test_with_foreign_keys_on_the_same_migration_empties_them(
    filled: Engine, plant: Plant
) -> None:
    before = rows(filled)
    plant(keys_on=True)
    migrating.upgrade(filled)
    assert before["claims"]
    assert rows(filled)["claims"] == []


FAILURES = {
    "an error after the change": 'raise RuntimeError("broken off")',
    "SQL that is wrong": 'op.execute("DELETE FROM nowhere")',
    "rows that then point at nothing": 'op.execute("DELETE FROM articles")',
}


@pytest.mark.parametrize("then", FAILURES.values(), ids=FAILURES)
def test_a_migration_that_fails_leaves_the_library_as_it_was_and_a_copy_beside_it(
    filled: Engine, plant: Plant, library_file: Path, then: str
) -> None:
    before, revision = rows(filled), migrating.current(filled)
    plant(then)
    with pytest.raises((RuntimeError, sa.exc.OperationalError)):
        migrate_safely(filled)
    assert migrating.current(filled) == revision
    assert rows(filled) == before
    copy = library_file.with_name(f"{library_file.name}.before-migration")
    verify(copy)
    kept = create_engine(f"sqlite:///{copy}")
    assert rows(kept) == before
    kept.dispose()


def test_a_migration_that_commits_half_and_fails_is_taken_back_from_the_copy(
    filled: Engine, plant: Plant
) -> None:
    before, revision = rows(filled), migrating.current(filled)
    plant('op.execute("COMMIT"); op.execute("BEGIN"); raise RuntimeError("broken off")')
    with pytest.raises(RuntimeError, match="broken off"):
        migrate_safely(filled)
    assert migrating.current(filled) == revision
    assert rows(filled) == before


def test_a_migration_killed_at_any_statement_leaves_the_old_library_or_the_new(
    filled: Engine, plant: Plant, tmp_path: Path, library_file: Path
) -> None:
    before, old = rows(filled), migrating.current(filled)
    filled.dispose()
    plant()
    original = tmp_path / "original.sqlite"
    with sqlite_module().connect(library_file) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    shutil.copy(library_file, original)
    statement = 0
    ends: list[int] = []
    while not ends or ends[-1] == -signal.SIGKILL:
        statement += 1
        for leftover in library_file.parent.glob(f"{library_file.name}*"):
            leftover.unlink()
        shutil.copy(original, library_file)
        ends.append(migrate_and_die(filled, at=statement))
        assert migrating.current(filled) in (old, NEW)
        assert rows(filled) == before
        filled.dispose()
        verify(library_file)
    assert ends[-1] == 0
    assert migrating.current(filled) == NEW
    assert len(ends) > len(["PRAGMA", "CREATE", "INSERT", "DROP", "RENAME", "UPDATE"])


def migrate_and_die(engine: Engine, *, at: int) -> int:
    """Migrate in a process that is killed before a statement; give how it ended."""
    child = os.fork()
    if child == 0:
        statements = iter(range(1, at))

        def die_in_time(*_: Any) -> None:
            if next(statements, None) is None:
                os.kill(os.getpid(), signal.SIGKILL)

        sa.event.listen(engine, "before_cursor_execute", die_in_time)
        try:
            migrating.upgrade(engine)
        except BaseException:
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
