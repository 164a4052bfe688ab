"""The API: a blueprint per noun, described at /api/openapi.json."""

from flask import Flask
from flask_smorest import Blueprint

from app.web.api import (
    articles,
    cards,
    claims,
    groups,
    jobs,
    retention,
    reviews,
    study,
)
from app.web.api.frame import SCHEME, Api

BLUEPRINTS: tuple[Blueprint, ...] = (
    articles.bp,
    groups.bp,
    claims.bp,
    cards.bp,
    study.bp,
    reviews.bp,
    retention.bp,
    jobs.bp,
)

_SETTINGS = {
    "API_TITLE": "Prebrief",
    "API_VERSION": "v1",
    "OPENAPI_VERSION": "3.1.0",
    "OPENAPI_URL_PREFIX": "/api",
    "OPENAPI_JSON_PATH": "openapi.json",
    "API_SPEC_OPTIONS": {
        "components": {
            "securitySchemes": {SCHEME: {"type": "http", "scheme": "bearer"}}
        },
        "security": [{SCHEME: []}],
    },
}


def init_app(app: Flask) -> None:
    """Give the app its API."""
    app.config.from_mapping(_SETTINGS)
    api = Api(app)
    for blueprint in BLUEPRINTS:
        api.register_blueprint(blueprint)
