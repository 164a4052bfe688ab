"""From another site: nothing is read, nothing is written."""

import re
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from app.factory import create_app
from app.store.models import Quiz
from app.store.writing import write_tx
from app.web.shield import Shield
from tests.factories import make_card

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def unshielded(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Flask:
    """Take the shield off: the attacks of this file must get through then."""
    assert isinstance(app.wsgi_app, Shield)
    monkeypatch.setattr(app, "wsgi_app", app.wsgi_app.inner)
    return app


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "LOCALHOST",
        "LocalHost:8000",
        "127.0.0.1",
        "127.0.0.1:65535",
        "[::1]",
        "[::1]:8000",
        "localhost:",
    ],
)
def test_our_own_names_are_answered_with_any_port(
    client: FlaskClient, host: str
) -> None:
    assert client.get("/healthz", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.test",
        "evil.test:8000",
        "localhost.evil.test",
        "localhost.",
        "evil.test#localhost",
        "localhost@evil.test",
        "localhost, evil.test",
        "localhost:80:80",
        "localhost:8a",
        "localhost:٨٠",
        "127.0.0.1.nip.io",
        "127.1",
        "0.0.0.0",  # noqa: S104 - a name to refuse
        "2130706433",
        "[::]",
        "::1",
        "[::1",
        "[::ffff:127.0.0.1]",
        "",
        " ",
    ],
)
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "OPTIONS"])
def test_another_name_gets_421_and_a_sentence_and_no_cookie(
    app: Flask, host: str, method: str
) -> None:
    response = app.test_client().open(
        "/quizzes", method=method, environ_overrides={"HTTP_HOST": host}
    )
    assert response.status_code == 421
    assert "PREBRIEF_HOSTS" in response.text
    assert "Set-Cookie" not in response.headers


def test_a_request_without_a_host_is_refused(app: Flask) -> None:
    statuses: list[str] = []
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": "/healthz",
        "wsgi.url_scheme": "http",
    }
    list(app(environ, lambda status, *_: statuses.append(status)))  # type: ignore[arg-type] # only the status matters
    assert statuses == ["421 Misdirected Request"]


def test_hosts_are_a_setting(app: Flask, tmp_path: Any) -> None:
    other = create_app(
        {
            "INSTANCE": tmp_path / "other",
            "DATABASE_URL": app.config["DATABASE_URL"],
            "HOSTS": " prebrief.example , LOCALHOST ",
        }
    )
    client = other.test_client()
    for host, status in [
        ("Prebrief.Example:443", 200),
        ("localhost", 200),
        ("127.0.0.1", 421),
    ]:
        assert client.get("/healthz", headers={"Host": host}).status_code == status


FOREIGN: list[dict[str, str]] = [
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "nonsense"},
    {"Sec-Fetch-Site": ""},
    {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
    {"Origin": "null"},
    {"Origin": ""},
    {"Origin": "http://evil.test"},
    {"Origin": "https://localhost"},
    {"Origin": "http://localhost:9000"},
    {"Origin": "http://localhost.evil.test"},
    {"Origin": "http://evil.test/http://localhost"},
    {"Origin": "localhost"},
]
OURS: list[dict[str, str]] = [
    {},
    {"Sec-Fetch-Site": "same-origin"},
    {"Sec-Fetch-Site": "none"},
    {"Origin": "http://localhost"},
    {"Origin": "http://LOCALHOST:80"},
]


@pytest.mark.parametrize("headers", FOREIGN)
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "BREW"])
def test_an_unsafe_request_from_another_site_gets_403(
    client: FlaskClient, method: str, headers: dict[str, str]
) -> None:
    response = client.open("/healthz", method=method, headers=headers)
    assert response.status_code == 403
    assert "another site" in response.text


@pytest.mark.parametrize("headers", OURS)
def test_an_unsafe_request_of_our_own_passes_the_shield(
    client: FlaskClient, headers: dict[str, str]
) -> None:
    assert client.post("/healthz", headers=headers).status_code == 405


@pytest.mark.parametrize(
    ("headers", "status"),
    [({"Host": "evil.test"}, 421), ({"Sec-Fetch-Site": "cross-site"}, 403)],
)
def test_the_api_is_refused_with_a_problem_document(
    client: FlaskClient, headers: dict[str, str], status: int
) -> None:
    response = client.post("/api/v1/reviews", json=[], headers=headers)
    assert (response.status_code, response.mimetype) == (
        status,
        "application/problem+json",
    )
    problem = response.get_json()
    assert problem["status"] == status
    assert problem["detail"].endswith(".")
    assert problem["request_id"] == response.headers["X-Request-Id"]
    assert set(problem) == {
        "type",
        "title",
        "status",
        "detail",
        "next_step",
        "request_id",
    }


@pytest.mark.parametrize("headers", FOREIGN)
def test_a_link_from_another_site_opens(
    client: FlaskClient, headers: dict[str, str]
) -> None:
    assert client.get("/healthz", headers=headers).status_code == 200


@pytest.mark.parametrize("path", ["/healthz", "/quizzes", "/api/v1/cards", "/nowhere"])
@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS"])
def test_no_other_origin_is_ever_let_in(
    client: FlaskClient, path: str, method: str
) -> None:
    asking = {
        "Origin": "http://evil.test",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization",
        "Access-Control-Request-Private-Network": "true",
    }
    response = client.open(path, method=method, headers=asking)
    named = [name for name, _ in response.headers if name.lower().startswith("access")]
    assert named == []


def rebound(app: Flask, session: Session) -> None:
    """Attack as a page whose host name was rebound to 127.0.0.1: all is same-origin."""
    attacker = app.test_client()
    headers = {"Host": "evil.test", "Sec-Fetch-Site": "same-origin"}
    page = attacker.get("/quizzes", headers=headers).text
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
    data = {"questions": 1, "csrf_token": token.group(1) if token else ""}
    attacker.post("/quizzes", data=data, headers=headers)
    session.rollback()


def quizzes(session: Session) -> int:
    return session.scalar(sa.select(sa.func.count()).select_from(Quiz)) or 0


@pytest.fixture
def with_card(session: Session) -> None:
    with write_tx(session):
        make_card(session)


def test_a_rebound_name_writes_nothing(
    app: Flask, session: Session, with_card: None
) -> None:
    rebound(app, session)
    assert quizzes(session) == 0


def test_without_the_shield_a_rebound_name_writes(
    unshielded: Flask, session: Session, with_card: None
) -> None:
    rebound(unshielded, session)
    assert quizzes(session) == 1


def foreign_post(app: Flask) -> int:
    """Post to where no form token is asked for, as a page elsewhere could."""
    return app.test_client().post("/healthz", headers={"Origin": "null"}).status_code


def test_without_the_shield_a_foreign_request_reaches_the_app(
    app: Flask, database_url: str, unshielded: Flask
) -> None:
    assert foreign_post(unshielded) == 405
