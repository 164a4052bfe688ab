"""HTTP: a blueprint per noun."""

from importlib import import_module
from typing import Any

from flask import Flask, request
from flask_wtf import CSRFProtect

from app.store.queries.cards import waiting_counts
from app.store.queries.study import due_counts
from app.web import api, errors, formatters, headers, ids
from app.web.identity import current_person, current_team_id, now, request_session
from app.web.shield import Shield

#: Modules that each hold a blueprint `bp`.
BLUEPRINTS: tuple[str, ...] = (
    "app.web.articles",
    "app.web.cards",
    "app.web.claims",
    "app.web.health",
    "app.web.inbox",
    "app.web.proposals",
    "app.web.quizzes",
    "app.web.readings",
    "app.web.retention",
    "app.web.revisions",
    "app.web.settings",
    "app.web.study",
    "app.web.today",
)

csrf = CSRFProtect()


def init_app(app: Flask) -> None:
    """Give the app its pages."""
    app.wsgi_app = Shield(app.wsgi_app, app.config["HOSTS"])  # type: ignore[method-assign] # Flask's own way
    headers.init_app(app)
    errors.init_app(app)
    csrf.init_app(app)
    formatters.init_app(app)
    ids.init_app(app)
    app.context_processor(_frame)
    for module in (*BLUEPRINTS, *(("app.web.styles",) if app.debug else ())):
        app.register_blueprint(import_module(module).bp)
    api.init_app(app)
    for blueprint in api.BLUEPRINTS:
        # Its calls carry a token that no other site's page has.
        csrf.exempt(blueprint)


def _frame() -> dict[str, Any]:
    """Give what the frame of every page shows."""
    if request.blueprint is None:
        return {}
    session, person = request_session(), current_person()
    waiting = waiting_counts(session, current_team_id()).cards
    due = due_counts(session, person, now()).total
    return {
        "theme": person.theme.value,
        "shortcuts": person.uses_shortcuts,
        "zone_guess": None if person.is_timezone_confirmed else person.timezone,
        "nav": {"inbox": waiting, "due": due},
    }
