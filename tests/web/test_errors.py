"""Every error says its cause and the next step, and loses nothing that was typed."""

import contextlib
import errno
import html
import logging
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from flask import Flask, abort
from flask.testing import FlaskClient
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError, OperationalError
from werkzeug.test import TestResponse

from app.domain.errors import ConflictError, DomainError, InputError, NotFoundError
from app.store.db import current_session
from app.store.models import Team
from app.store.writing import write_tx
from app.web import csrf
from app.web.errors import STATUS_OF
from tests.support.library import NOW
from tests.support.pages import check_page

Fail = Callable[..., TestResponse]
SENTENCE = "Line 41: a claim before the first group."


@pytest.fixture
def app(new_app: Flask) -> Flask:
    """Give an app of its own: routes can only be added before the first request."""
    return new_app


@pytest.fixture
def fail(app: Flask) -> Fail:
    """Ask a page that raises what it is given: `fail(error, method="POST", …)`."""
    app.config["PROPAGATE_EXCEPTIONS"] = False
    errors: list[Exception] = []

    def failing() -> str:
        raise errors.pop()

    app.add_url_rule("/failing", view_func=failing, methods=["GET", "POST"])
    csrf.exempt(failing)

    def ask(error: Exception, **over: Any) -> TestResponse:
        errors.append(error)
        return app.test_client().open("/failing", **over)

    return ask


def check_error_page(response: TestResponse) -> None:
    """Hold an error page to U8: cause, next step, id, and no insides."""
    check_page(response)
    identity = response.headers["X-Request-Id"]
    assert re.fullmatch("[0-9a-f]{12}", identity)
    assert f"<code>{identity}</code>" in response.text
    assert f"Error {response.status_code}" in response.text
    for inside in ("Traceback", "sqlalchemy", "/app/", ".py"):
        assert inside not in response.text


def every_refusal() -> set[type[DomainError]]:
    return set(DomainError.__subclasses__())


def test_every_kind_of_refusal_has_a_status() -> None:
    assert every_refusal() == {kind for kind, _ in STATUS_OF}


@pytest.mark.parametrize(
    ("kind", "status"), [(InputError, 400), (NotFoundError, 404), (ConflictError, 409)]
)
def test_a_refusal_is_shown_as_it_stands(
    fail: Fail, kind: type[DomainError], status: int
) -> None:
    page = fail(kind(SENTENCE))
    assert page.status_code == status
    check_error_page(page)
    assert SENTENCE in page.text
    problem = fail(kind(SENTENCE), headers={"Accept": "application/json"})
    assert (problem.status_code, problem.mimetype) == (
        status,
        "application/problem+json",
    )
    document = problem.get_json()
    assert document["detail"] == SENTENCE
    assert document["status"] == status
    assert document["request_id"] == problem.headers["X-Request-Id"]
    assert set(document) == {
        "type",
        "title",
        "status",
        "detail",
        "next_step",
        "request_id",
    }


@pytest.mark.parametrize("status", [400, 401, 403, 404, 405, 413, 415, 422, 429, 501])
def test_every_status_has_a_page_and_a_problem(app: Flask, status: int) -> None:
    app.add_url_rule("/aborting", view_func=lambda: abort(status))
    page = app.test_client().get("/aborting")
    assert page.status_code == status
    check_error_page(page)
    problem = app.test_client().get(
        "/aborting", headers={"Accept": "application/problem+json"}
    )
    assert problem.get_json()["status"] == status


def test_what_is_under_api_is_answered_with_problems(client: FlaskClient) -> None:
    for response in (
        client.get("/api/v1/nowhere", headers={"Accept": "text/html"}),
        client.get("/api/v1/cards"),
        client.delete("/api/v1/cards"),
    ):
        assert response.mimetype == "application/problem+json"


def test_a_wrong_method_names_the_right_ones(client: FlaskClient) -> None:
    response = client.post("/healthz")
    assert response.status_code == 405
    assert set(response.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}


def test_a_broken_page_shows_no_insides_and_logs_its_id(
    fail: Fail,
    caplog: pytest.LogCaptureFixture,
    app: Flask,
) -> None:
    error = RuntimeError("the secret of the boiler room")
    page = fail(error)
    assert page.status_code == 500
    check_error_page(page)
    assert "boiler" not in page.text
    problem = fail(error, headers={"Accept": "application/json"})
    assert "boiler" not in problem.text
    logged = [it.getMessage() for it in caplog.records if it.levelno >= logging.ERROR]
    for response in (page, problem):
        identity = response.headers["X-Request-Id"]
        assert any(line.startswith(f"[{identity}] ") for line in logged)


@pytest.mark.parametrize(
    ("said", "words", "seconds"),
    [
        ("database is locked", "Another program", "5"),
        ("database table is locked: cards", "Another program", "5"),
        ("deadlock detected", "Another program", "5"),
        ("database or disk is full", "no space left", "60"),
        ("disk I/O error", "no space left", "60"),
        ("No space left on device", "no space left", "60"),
        ("attempt to write a readonly database", "cannot be written", "60"),
        ("unable to open database file", "cannot be written", "60"),
        ("connection to server failed: refused", "cannot be reached", "10"),
        ("no such table: people", "has not been made yet", "10"),
    ],
)
def test_a_database_that_cannot_serve_gets_503_and_a_time(
    fail: Fail, said: str, words: str, seconds: str
) -> None:
    for error in (
        OperationalError("SELECT 1", {}, sqlite3.OperationalError(said)),
        sqlite3.OperationalError(said),  # the queue's own file
    ):
        response = fail(error)
        assert response.status_code == 503
        check_error_page(response)
        assert words in response.text
        assert response.headers["Retry-After"] == seconds


@pytest.mark.parametrize("said", ["no such column: x", 'near "FRM": syntax error'])
def test_our_own_mistake_in_sql_is_not_taken_for_a_busy_database(
    fail: Fail, said: str
) -> None:
    error = OperationalError("SELECT x", {}, sqlite3.OperationalError(said))
    assert fail(error).status_code == 500


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), 503),
        (OSError(errno.EFBIG, "File too large"), 503),
        (OSError(errno.EACCES, "Permission denied"), 500),
        (OverflowError("Python int too large to convert to SQLite INTEGER"), 400),
        (OverflowError("math range error"), 500),
        (IntegrityError("", {}, Exception("UNIQUE constraint failed: a.b")), 409),
        (IntegrityError("", {}, Exception("violates unique constraint")), 409),
        (IntegrityError("", {}, Exception("NOT NULL constraint failed: a.b")), 500),
    ],
)
def test_other_failures_tell_ours_from_theirs(
    fail: Fail, error: Exception, status: int
) -> None:
    response = fail(error)
    assert response.status_code == status
    check_error_page(response)


def test_a_lock_held_by_another_process_ends_in_503_within_six_seconds(
    app: Flask, engine: Engine
) -> None:
    if engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL locks rows, not the whole database")

    def write() -> str:
        session = current_session()
        with write_tx(session):
            session.add(Team(name="never", created_at=NOW))
        return "written"

    app.add_url_rule("/writing", view_func=write)
    with lock_held(str(engine.url.database)):
        begun = time.monotonic()
        response = app.test_client().get("/writing")
        assert time.monotonic() - begun < 6
    assert response.status_code == 503
    check_error_page(response)
    assert response.headers["Retry-After"] == "5"
    assert app.test_client().get("/writing").text == "written"


@contextlib.contextmanager
def lock_held(path: str) -> Iterator[None]:
    """Hold a database's write lock from another process: locks are per process."""
    hold = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "c.execute('BEGIN IMMEDIATE'); print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", hold, path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"held\n"
        yield
        holder.communicate()


def test_the_next_request_goes_on_after_a_failed_transaction(
    app: Flask, client: FlaskClient
) -> None:
    app.config["PROPAGATE_EXCEPTIONS"] = False

    def fail() -> str:
        current_session().execute(sa.text("SELECT nothing FROM nowhere"))
        return ""

    app.add_url_rule("/failing", view_func=fail)
    assert client.get("/failing").status_code in (500, 503)
    assert client.get("/quizzes").status_code == 200


@pytest.mark.parametrize("identity", [2**31, 2**63, 2**64, 10**40])
@pytest.mark.parametrize("path", ["/quizzes/{}", "/quizzes/{}/result"])
def test_an_id_that_no_column_holds_is_not_here(
    client: FlaskClient, path: str, identity: int
) -> None:
    response = client.get(path.format(identity))
    assert response.status_code == 404
    check_error_page(response)


PASTE = ("Rents “fell” <by> 4% & more.\n" * 1_000)[:20_000]


def test_what_was_typed_survives_a_form_that_is_refused(client: FlaskClient) -> None:
    fields = {
        "text": PASTE,
        "name": "digest of Monday",
        "csrf_token": "stale",
        "shown_at": "1772722200000",
        "id": str(UUID(int=7)),
        "empty": "",
    }
    response = client.post("/quizzes", data=fields)
    assert response.status_code == 403
    check_error_page(response)
    kept = re.findall(r"<textarea[^>]*>(.*?)</textarea>", response.text, re.DOTALL)
    assert [html.unescape(it) for it in kept] == [PASTE, "digest of Monday"]
    assert "digest of Monday" in response.text
    assert "1772722200000" not in response.text


@pytest.mark.parametrize(
    ("referrer", "target"),
    [
        (
            "http://localhost/quizzes?group=3&minutes=7",
            "/quizzes?group=3&amp;minutes=7",
        ),
        ("http://localhost/quizzes", "/quizzes"),
        ("http://localhost//evil.test", "/"),
        ("http://evil.test/quizzes", "/"),
        ("http://localhost.evil.test/quizzes", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ],
)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_refused_form_leads_back_to_its_page_and_nowhere_else(
    client: FlaskClient, referrer: str, target: str
) -> None:
    response = client.post("/quizzes", headers={"Referer": referrer})
    check_error_page(response)
    assert f'<a class="button button--primary" href="{target}"' in response.text


def test_what_was_typed_survives_a_busy_database(
    fail: Fail,
) -> None:
    error = OperationalError("", {}, sqlite3.OperationalError("database is locked"))
    response = fail(error, method="POST", data={"answer": "What I meant to say"})
    assert response.status_code == 503
    assert "What I meant to say</textarea>" in response.text


def test_what_was_typed_is_shown_as_text(client: FlaskClient) -> None:
    attack = "</textarea><script>alert(1)</script>"
    response = client.post("/quizzes", data={"text": attack})
    assert attack not in response.text
    assert "&lt;script&gt;" in response.text


@pytest.mark.parametrize(
    ("content_type", "size"),
    [
        ("application/x-www-form-urlencoded", 600_000),
        ("application/x-www-form-urlencoded", 3_000_000),
        ("application/json", 600_000),
    ],
)
def test_a_form_above_its_bound_gets_413(
    client: FlaskClient, content_type: str, size: int
) -> None:
    response = client.post(
        "/quizzes", data=b"a=" + b"x" * size, content_type=content_type
    )
    assert response.status_code in (403, 413)
    if content_type.endswith("urlencoded"):
        assert response.status_code == 413
    check_error_page(response)


def test_a_multipart_field_above_its_bound_gets_413(client: FlaskClient) -> None:
    head = b'--b\r\nContent-Disposition: form-data; name="text"\r\n\r\n'
    response = client.post(
        "/quizzes",
        data=head + b"x" * 600_000 + b"\r\n--b--\r\n",
        content_type="multipart/form-data; boundary=b",
    )
    assert response.status_code == 413
    check_error_page(response)


def test_an_error_page_needs_no_database(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_disk() -> None:
        raise OperationalError("", {}, sqlite3.OperationalError("disk I/O error"))

    for reading in ("app.web.current_person", "app.web.quizzes.views.current_person"):
        monkeypatch.setattr(reading, no_disk)
    response = client.get("/quizzes")
    assert response.status_code == 503
    check_error_page(response)


def test_the_log_of_a_failed_write_holds_no_words_of_anyone(
    app: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    app.config["PROPAGATE_EXCEPTIONS"] = False

    def fail() -> str:
        session = current_session()
        with write_tx(session):
            session.execute(
                sa.text("INSERT INTO teams (name, nothing) VALUES (:name, 1)"),
                {"name": "canary of a card"},
            )
        return ""

    app.add_url_rule("/failing", view_func=fail)
    assert app.test_client().get("/failing").status_code >= 500
    assert "INSERT INTO teams" in caplog.text
    assert "canary" not in caplog.text
