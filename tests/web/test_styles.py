import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.factory import create_app
from app.store.db import db
from tests.support.pages import get_page


def test_without_debugging_there_is_no_style_page(client: FlaskClient) -> None:
    assert client.get("/styles").status_code == 404


def test_debugging_shows_every_component(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FLASK_DEBUG", "1")
    names = ("INSTANCE", "DATABASE_URL", "SECRET_KEY", "CLOCK")
    debugged = create_app({name: app.config[name] for name in names})
    try:
        get_page(debugged.test_client(), "/styles")
    finally:
        with debugged.app_context():
            db.engine.dispose()
