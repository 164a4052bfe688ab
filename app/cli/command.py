"""What every command shares: refusals as one line, and a library that is ready."""

import contextlib
import json
import sys
from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec

import click
from flask import current_app
from flask.cli import with_appcontext
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.orm import Session

from app.config import make_instance
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
        if sys.stdout is None:
            refuse("Standard output is closed, so there is no place for the result.")
        try:
            function(*args, **kwargs)
        except DomainError as error:
            refuse(error.message)
        except BrokenPipeError:
            raise
        except OSError as error:
            if error.strerror is None:
                raise
            _refuse_file(error)
        except DatabaseError as error:
            # A damaged file raises the plain class; its kin are mistakes of ours.
            if type(error) not in (DatabaseError, OperationalError):
                raise
            reason = " ".join(str(error.orig).split())
            refuse(f"The database cannot be used: {reason}")

    return with_appcontext(run)


def _refuse_file(error: OSError) -> None:
    """Say which file failed, or that it was standard output, which has no name."""
    if error.filename is not None:
        refuse(f"“{error.filename}” cannot be used: {error.strerror}.")
    # What could not be written would be tried again, and fail again, at the very end.
    with contextlib.suppress(OSError):
        sys.stdout.close()
    refuse(f"The result cannot be written: {error.strerror}.")


def refuse(sentence: str) -> None:
    """Say why on standard error and exit with 1."""
    click.echo(sentence, err=True)
    raise SystemExit(1)


def ready_library() -> tuple[Session, Person]:
    """Give the session and the local person, the database migrated and founded.

    A database that is behind is copied first, and put back if migrating fails.
    """
    make_instance(current_app)
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
    """Print one JSON document and nothing else.

    A file's name need not be text; what is not becomes JSON's own escapes.
    """
    text = json.dumps(document, ensure_ascii=False)
    click.echo(text.encode("utf-8", "backslashreplace"))
