"""The session of a Flask app."""

from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy.orm import Session

from app.store import models  # noqa: F401 - the tables must be known to Base
from app.store.base import Base
from app.store.engine import engine_options, set_up

db = SQLAlchemy(model_class=Base, session_options={"autoflush": True})


def init_app(app: Flask) -> None:
    """Bind the app to the database that `PREBRIEF_DATABASE_URL` names."""
    url = app.config["DATABASE_URL"]
    app.config["SQLALCHEMY_DATABASE_URI"] = url
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = engine_options(url)
    db.init_app(app)
    with app.app_context():
        set_up(db.engine)


def current_session() -> Session:
    """Give the request's session."""
    return db.session()
