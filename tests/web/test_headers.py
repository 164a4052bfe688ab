import re
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

POLICY = (
    r"default-src 'none'; script-src 'nonce-([\w-]{20,})' 'strict-dynamic'; "
    r"style-src 'self'; img-src 'self' data:; media-src 'self'; font-src 'self'; "
    r"connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; "
    r"base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
    r"trusted-types app"
)
FIXED = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@pytest.fixture
def app(new_app: Flask) -> Flask:
    """Give an app of its own: routes can only be added before the first request."""
    return new_app


def nonce_of(response: TestResponse) -> str:
    found = re.fullmatch(POLICY, response.headers["Content-Security-Policy"])
    assert found, response.headers["Content-Security-Policy"]
    return found.group(1)


def answers(app: Flask) -> Iterator[tuple[str, TestResponse]]:
    """Ask every route, with whatever method, plus what is no route."""
    client = app.test_client()
    for rule in app.url_map.iter_rules():
        path = re.sub(r"<[^>]+>", "1", rule.rule)
        for method in sorted((rule.methods or set()) - {"OPTIONS"}):
            yield f"{method} {path}", client.open(path, method=method)
    yield "GET /nowhere", client.get("/nowhere")
    yield "GET static", client.get("/static/js/main.js", buffered=True)
    yield "BREW", client.open("/healthz", method="BREW")


def test_every_answer_of_every_route_carries_the_headers(app: Flask) -> None:
    statuses, nonces = set(), []
    for asked, response in answers(app):
        nonces.append(nonce_of(response))
        for name, value in FIXED.items():
            assert response.headers.get(name) == value, (asked, name)
        assert "geolocation=()" in response.headers["Permissions-Policy"], asked
        statuses.add(response.status_code)
    assert len(set(nonces)) == len(nonces)
    assert {200, 401, 403, 404, 405} <= statuses


def test_what_the_shield_answers_may_run_nothing(client: FlaskClient) -> None:
    for response in (
        client.get("/healthz", headers={"Host": "evil.test"}),
        client.post("/healthz", headers={"Origin": "null"}),
    ):
        policy = response.headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; style-src")
        assert "script-src" not in policy
        assert response.headers["Cache-Control"] == "no-store"
        assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_a_broken_page_carries_the_headers(app: Flask) -> None:
    app.config["PROPAGATE_EXCEPTIONS"] = False

    def broken() -> str:
        raise RuntimeError

    app.add_url_rule("/broken", view_func=broken)
    response = app.test_client().get("/broken")
    assert response.status_code == 500
    assert nonce_of(response) in response.text


def test_scripts_of_a_page_carry_its_nonce(client: FlaskClient) -> None:
    response = client.get("/quizzes")
    scripts = re.findall(r"<script\b[^>]*>", response.text)
    assert scripts
    for script in scripts:
        assert f'nonce="{nonce_of(response)}"' in script


def test_personal_pages_are_kept_by_no_cache(app: Flask) -> None:
    for asked, response in answers(app):
        kept = response.headers.get("Cache-Control")
        if asked == "GET static":
            assert response.status_code == 200
            assert kept == "no-cache", (
                "asked again each time, sent once: it has an ETag"
            )
            assert response.headers["ETag"]
        else:
            assert kept == "no-store", asked


def test_the_cookie_of_plain_http_is_for_this_site_only(client: FlaskClient) -> None:
    (cookie,) = client.get("/quizzes").headers.getlist("Set-Cookie")
    name, *flags = cookie.split("; ")
    assert name.startswith("prebrief=")
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} == set(flags)


def test_the_cookie_of_https_is_bound_to_this_host(client: FlaskClient) -> None:
    response = client.get("/quizzes", base_url="https://localhost")
    (cookie,) = response.headers.getlist("Set-Cookie")
    name, *flags = cookie.split("; ")
    assert name.startswith("__Host-prebrief=")
    assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} == set(flags)
    assert response.headers["Strict-Transport-Security"] == "max-age=31536000"


def test_plain_http_asks_for_no_https(client: FlaskClient) -> None:
    assert "Strict-Transport-Security" not in client.get("/healthz").headers


def test_the_cookie_holds_the_form_token_and_nothing_of_the_person(
    app: Flask, client: FlaskClient
) -> None:
    client.get("/quizzes")
    with client.session_transaction() as kept:
        assert set(kept) == {"csrf_token"}
