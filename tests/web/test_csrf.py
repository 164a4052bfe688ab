"""No page of another site changes anything, on any route there is or will be."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from app.store.base import Base
from app.web.shield import Shield
from tests.support.pages import csrf_token
from tests.support.routes import address, safe_routes, unsafe_routes

from .conftest import Filled

Rows = Mapping[str, list[tuple[Any, ...]]]

#: What another site's page can send in a person's browser.
ATTACKS: dict[str, dict[str, Any]] = {
    "no token": {"data": {"a": "b"}},
    "an empty token": {"data": {"csrf_token": ""}},
    "a made-up token": {"data": {"csrf_token": "IjEyMyI.aaaa.bbbb"}},
    "JSON as plain text": {"data": "[{}]", "content_type": "text/plain"},
    "JSON": {"data": "{}", "content_type": "application/json"},
    "no content": {},
}
#: What gives another site away even if it had the form's token.
ORIGINS: dict[str, dict[str, str]] = {
    "foreign origin": {"Origin": "http://evil.test"},
    "another port": {"Origin": "http://localhost:9000"},
    "no origin": {"Origin": "null"},
    "cross-site": {"Sec-Fetch-Site": "cross-site"},
    "same-site": {"Sec-Fetch-Site": "same-site"},
}

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def rows(session: Session) -> Rows:
    """Give every row of every table."""
    session.rollback()
    return {
        table.name: [tuple(row) for row in session.execute(sa.select(table))]
        for table in Base.metadata.sorted_tables
    }


@pytest.mark.parametrize("attack", ATTACKS)
def test_without_a_form_token_every_unsafe_route_refuses(
    app: Flask, client: FlaskClient, session: Session, filled: Filled, attack: str
) -> None:
    csrf_token(client)  # the cookie goes along, as a browser sends it
    before = rows(session)
    asked = 0
    for method, rule in unsafe_routes(app):
        url = address(app, rule, asdict(filled))
        response = client.open(url, method=method, **ATTACKS[attack])
        wanted = 401 if url.startswith("/api/") else 403
        assert response.status_code == wanted, f"{method} {url}"
        asked += 1
    assert asked > 20
    assert rows(session) == before


@pytest.mark.parametrize("origin", ORIGINS)
def test_from_elsewhere_every_unsafe_route_refuses_even_a_right_token(
    app: Flask, client: FlaskClient, session: Session, filled: Filled, origin: str
) -> None:
    form = {"csrf_token": csrf_token(client)}
    before = rows(session)
    for method, rule in unsafe_routes(app):
        url = address(app, rule, asdict(filled))
        bearer = {"Authorization": f"Bearer {filled.token}"}
        response = client.open(
            url, method=method, data=form, headers=ORIGINS[origin] | bearer
        )
        assert response.status_code == 403, f"{method} {url}"
    assert rows(session) == before


def test_the_token_of_another_session_is_refused(
    app: Flask, client: FlaskClient, session: Session, filled: Filled
) -> None:
    stolen = {"csrf_token": csrf_token(app.test_client())}
    csrf_token(client)
    before = rows(session)
    for method, rule in unsafe_routes(app):
        url = address(app, rule, asdict(filled))
        if not url.startswith("/api/"):
            response = client.open(url, method=method, data=stolen)
            assert response.status_code == 403, f"{method} {url}"
    assert rows(session) == before


def test_with_shield_and_tokens_off_the_same_requests_change_rows(
    app: Flask, session: Session, filled: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    app.config["PROPAGATE_EXCEPTIONS"] = False
    assert isinstance(app.wsgi_app, Shield)
    monkeypatch.setattr(app, "wsgi_app", app.wsgi_app.inner)
    before = rows(session)
    changed = 0
    deleting_last = sorted(unsafe_routes(app), key=lambda it: "delete" in it[1].rule)
    for method, rule in deleting_last:
        app.test_client().open(
            address(app, rule, asdict(filled)),
            method=method,
            headers={"Origin": "null"},
        )
        after = rows(session)
        changed += after != before
        before = after
    assert changed >= 4


def test_looking_changes_nothing(
    app: Flask, client: FlaskClient, session: Session, filled: Filled
) -> None:
    before = rows(session)
    for rule in safe_routes(app):
        url = address(app, rule, {**asdict(filled), "filename": "js/main.js"})
        for method in ("GET", "HEAD"):
            client.open(url, method=method, buffered=True)
    assert rows(session) == before


def test_reading_through_the_api_changes_only_when_the_token_was_used(
    app: Flask, client: FlaskClient, session: Session, filled: Filled
) -> None:
    before = rows(session)
    bearer = {"Authorization": f"Bearer {filled.token}"}
    for rule in safe_routes(app):
        if rule.rule.startswith("/api/v1/"):
            url = address(app, rule, asdict(filled))
            assert client.get(url, headers=bearer).status_code == 200
    after = rows(session)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"api_tokens"}


def test_a_form_token_opens_no_api(
    client: FlaskClient, session: Session, filled: Filled
) -> None:
    token = csrf_token(client)
    response = client.post(
        "/api/v1/reviews",
        data=json.dumps([]),
        headers={"X-CSRFToken": token, "Content-Type": "application/json"},
    )
    assert response.status_code == 401
