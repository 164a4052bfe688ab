"""What every command shares: refusals as one line, and a library that is ready."""

import json
from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec

import click
from flask import current_app
from flask.cli import with_appcontext
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.orm import Session

from app.domain.errors import DomainError
from app.services.set_up_library import set_up_library
from app.store import backup, migrating
from app.store.db import current_session, db
from app.store.models import Person
from app.store.writing import write_tx

P = ParamSpec("P")


def command(function: Callable[P, None]) -> Callable[P, None]:
    """Run in the app's context; a refusal is one line on standard error and exit 1."""

    @wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            function(*args, **kwargs)
        except DomainError as error:
            refuse(error.message)
        except DatabaseError as error:
            # A damaged file raises the plain class; its kin are mistakes of ours.
            if type(error) not in (DatabaseError, OperationalError):
                raise
            refuse(f"The database cannot be used: {error.orig}")

    return with_appcontext(run)


def refuse(sentence: str) -> None:
    """Say why on standard error and exit with 1."""
    click.echo(sentence, err=True)
    raise SystemExit(1)


def ready_library() -> tuple[Session, Person]:
    """Give the session and the local person, the database migrated and founded.

    A database that is behind is copied first, and put back if migrating fails.
    """
    engine = db.engine
    if migrating.current(engine) != migrating.head():
        backup.migrate_safely(engine)
    session = current_session()
    with write_tx(session):
        person = set_up_library(
            session,
            timezone=current_app.config["TIMEZONE"],
            now=current_app.config["CLOCK"](),
        )
    return session, person


def print_json(document: Any) -> None:
    """Print one JSON document and nothing else."""
    click.echo(json.dumps(document, ensure_ascii=False))
