"""Put the application together."""

from collections.abc import Mapping
from typing import Any

from flask import Flask
from jinja2 import StrictUndefined

from app import cli, jobs, web
from app.config import asset_root, configure
from app.store import db


def create_app(overrides: Mapping[str, Any] | None = None) -> Flask:
    """Make the application; `overrides` win over the environment."""
    root = asset_root()
    app = Flask(
        "app",
        template_folder=str(root / "templates"),
        static_folder=str(root / "static"),
    )
    configure(app, overrides)
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    db.init_app(app)
    jobs.init_app(app)
    web.init_app(app)
    cli.init_app(app)
    return app
