"""A fresh migrated library for each test, on SQLite and on PostgreSQL."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import delete, text
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from app import jobs
from app.factory import create_app
from app.services.set_up_library import set_up_library
from app.store.db import db
from app.store.engine import create_engine
from app.store.migrating import upgrade
from app.store.models import Person, Team
from app.store.queries.people import local_person
from app.store.writing import write_tx
from tests.support.internet import OFFLINE

#: The moment at which tests take place unless they say otherwise: a Thursday.
NOW = datetime(2026, 3, 5, 14, 50, tzinfo=UTC)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a migrated library once; each test gets a copy."""
    path = tmp_path_factory.mktemp("template") / "library.sqlite"
    engine = create_engine(f"sqlite:///{path}")
    upgrade(engine)
    _set_up(engine)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    return path


@pytest.fixture(scope="session")
def postgres_template(request: pytest.FixtureRequest) -> Iterator[str]:
    """Make a migrated library on PostgreSQL once; tests empty it in between."""
    from tests.support.postgres import empty_database

    server = request.getfixturevalue("postgres_server")
    with empty_database(server) as url:
        engine = create_engine(url)
        upgrade(engine)
        engine.dispose()
        yield url


@pytest.fixture(
    params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]
)
def database_url(request: pytest.FixtureRequest) -> str:
    """Give the URL of a fresh library; the same one to every test of a run."""
    if request.param == "sqlite":
        template: Path = request.getfixturevalue("sqlite_template")
        path = template.with_name("fresh.sqlite")
        for old in path.parent.glob(f"{path.name}*"):
            old.unlink()
        shutil.copy(template, path)
        return f"sqlite:///{path}"
    url: str = request.getfixturevalue("postgres_template")
    engine = create_engine(url)
    _empty(engine)
    _set_up(engine)
    engine.dispose()
    return url


@pytest.fixture
def library_file(database_url: str) -> Path:
    """Give the file of a fresh library on SQLite."""
    return Path(database_url.removeprefix("sqlite:///"))


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = create_engine(database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    with Session(engine) as session:
        yield session


@pytest.fixture
def person(session: Session) -> Person:
    person = local_person(session)
    assert person is not None
    return person


@pytest.fixture
def new_app(database_url: str, tmp_path: Path) -> Iterator[Flask]:
    """Give an app that has served nothing, for tests that add to its routes."""
    app = create_app(_settings(database_url, tmp_path))
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture(scope="session")
def apps() -> dict[str, Flask]:
    """Keep the apps of this run by the URL of their library."""
    return {}


@pytest.fixture
def app(database_url: str, tmp_path: Path, apps: dict[str, Flask]) -> Iterator[Flask]:
    """Give an app over a fresh library, with settings of its own.

    Tests share it one after another: routes, statements and templates compiled for each
    anew would take most of their time.
    """
    if database_url not in apps:
        apps[database_url] = create_app(_settings(database_url, tmp_path))
    app = apps[database_url]
    settings = dict(app.config)
    app.config.update(_settings(database_url, tmp_path))
    jobs.init_app(app)  # no queue is open yet
    yield app
    with app.app_context():
        db.engine.dispose()
    app.config.clear()
    app.config.update(settings)


def _settings(database_url: str, folder: Path) -> dict[str, Any]:
    return {
        "INSTANCE": folder / "instance",
        "DATABASE_URL": database_url,
        "SECRET_KEY": "for tests only",
        "CLOCK": lambda: NOW,
        "NETWORK": OFFLINE,
        "TESTING": True,
    }


def _empty(engine: Engine) -> None:
    """Empty every table; on PostgreSQL TRUNCATE takes ten times as long."""
    with Session(engine) as session, write_tx(session):
        # Every row belongs to a team or to a person, and goes with it.
        session.execute(delete(Team))
        session.execute(delete(Person))
        used = text(
            "SELECT format('%I', sequencename) FROM pg_sequences"
            " WHERE last_value IS NOT NULL"
        )
        for name in session.scalars(used).all():
            session.execute(text(f"ALTER SEQUENCE {name} RESTART"))


def _set_up(engine: Engine) -> None:
    with Session(engine) as session, write_tx(session):
        set_up_library(session, timezone="UTC", now=NOW)
