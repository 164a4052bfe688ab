"""Put the application together."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from flask import Flask
from flask.ctx import RequestContext
from jinja2 import StrictUndefined

from app import cli, jobs, web
from app.config import asset_root, configure, make_instance
from app.store import db
from app.web.json_body import StrictJson

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment


class Prebrief(Flask):
    """A Flask app whose key is made when the first request needs it, not before."""

    json_provider_class = StrictJson

    def request_context(self, environ: "WSGIEnvironment") -> RequestContext:
        """Give the context of a request, whose session is signed."""
        if not self.config.get("SECRET_KEY"):
            make_instance(self)
        return super().request_context(environ)


def create_app(overrides: Mapping[str, Any] | None = None) -> Flask:
    """Make the application; `overrides` win over the environment."""
    root = asset_root()
    app = Prebrief(
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
