"""Say whether the process lives, and whether it can serve."""

from flask import Blueprint
from sqlalchemy.exc import SQLAlchemyError

from app.store import migrating
from app.store.db import db

bp = Blueprint("health", __name__)

_PLAIN = {"Content-Type": "text/plain; charset=utf-8"}


@bp.get("/healthz")
def alive() -> tuple[str, int, dict[str, str]]:
    """Answer, without a look at the database."""
    return "alive\n", 200, _PLAIN


@bp.get("/readyz")
def ready() -> tuple[str, int, dict[str, str]]:
    """Answer 200 when the database can be read and has the newest schema."""
    try:
        revision = migrating.current(db.engine)
    except SQLAlchemyError:
        return "The database cannot be reached.\n", 503, _PLAIN
    if revision != migrating.head():
        return "The database has another schema than this version.\n", 503, _PLAIN
    return "ready\n", 200, _PLAIN
