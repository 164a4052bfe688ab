import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.factory import create_app
from app.store import migrating
from app.store.db import db


def test_a_library_that_can_serve_is_ready(client: FlaskClient) -> None:
    assert client.get("/healthz").text == "alive\n"
    response = client.get("/readyz")
    assert (response.status_code, response.text) == (200, "ready\n")


def test_an_older_schema_is_not_ready(app: Flask) -> None:
    with app.app_context():
        migrating.downgrade(db.engine, "base")
        try:
            client = app.test_client()
            response = client.get("/readyz")
            assert response.status_code == 503
            assert "another schema" in response.text
            assert client.get("/healthz").status_code == 200
        finally:
            migrating.upgrade(db.engine)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_database_that_is_gone_is_not_ready(app: Flask, tmp_path: object) -> None:
    other = create_app(
        {
            "INSTANCE": app.config["INSTANCE"],
            "DATABASE_URL": "sqlite:////nowhere/at/all.sqlite",
            "SECRET_KEY": "for tests only",
        }
    )
    client = other.test_client()
    assert client.get("/readyz").status_code == 503
    assert client.get("/healthz").status_code == 200
