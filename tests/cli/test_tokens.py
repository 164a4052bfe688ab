import json
from datetime import timedelta

import pytest
import sqlalchemy as sa
from click.testing import Result
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from app.services.tokens import hash_token
from app.store.models import ApiToken
from tests.support.library import NOW

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def run(app: Flask, *arguments: str) -> Result:
    return app.test_cli_runner().invoke(args=["tokens", *arguments])


def test_add_prints_the_token_and_nothing_else(
    app: Flask, client: FlaskClient, session: Session
) -> None:
    result = run(app, "add", "my script")
    assert result.exit_code == 0
    token = result.stdout.removesuffix("\n")
    assert token.startswith("pb_r_")
    assert "not shown again" in result.stderr
    row = session.scalars(sa.select(ApiToken)).one()
    assert (row.name, row.token_hash) == ("my script", hash_token(token))
    headers = {"Authorization": f"Bearer {token}"}
    assert client.get("/api/v1/groups", headers=headers).status_code == 200
    assert client.post("/api/v1/reviews", headers=headers, json=[]).status_code == 403


def test_a_token_that_may_write_says_so(app: Flask, client: FlaskClient) -> None:
    made = json.loads(run(app, "add", "phone", "--write", "--json").stdout)
    assert made["token"].startswith("pb_w_")
    assert made["may_write"] is True
    headers = {"Authorization": f"Bearer {made['token']}"}
    assert client.post("/api/v1/reviews", headers=headers, json=[]).status_code == 200


def test_a_token_can_end_by_itself(app: Flask) -> None:
    made = json.loads(run(app, "add", "short", "--days", "7", "--json").stdout)
    assert made["expires_at"] == (NOW + timedelta(days=7)).isoformat()


def test_list_shows_no_token(app: Flask) -> None:
    assert "There are no tokens" in run(app, "list").stdout
    made = [
        json.loads(run(app, "add", name, "--json").stdout)["token"]
        for name in ("one", "two")
    ]
    plain, listed = run(app, "list").stdout, run(app, "list", "--json").stdout
    assert [it["name"] for it in json.loads(listed)["tokens"]] == ["two", "one"]
    for token in made:
        assert token not in plain + listed
        assert hash_token(token) not in plain + listed


def test_revoke_ends_a_token(app: Flask, client: FlaskClient) -> None:
    made = json.loads(run(app, "add", "old", "--json").stdout)
    assert run(app, "revoke", str(made["id"])).exit_code == 0
    assert run(app, "revoke", str(made["id"])).exit_code == 0, "twice is once"
    headers = {"Authorization": f"Bearer {made['token']}"}
    assert client.get("/api/v1/groups", headers=headers).status_code == 401
    assert "revoked" in run(app, "list").stdout


@pytest.mark.parametrize(
    ("arguments", "exit_code"),
    [
        (("add", " "), 1),
        (("revoke", "999"), 1),
        (("revoke", "one"), 2),
        (("add", "x", "--days", "0"), 2),
        (("add",), 2),
    ],
)
def test_what_is_refused_is_one_line_on_standard_error(
    app: Flask, arguments: tuple[str, ...], exit_code: int
) -> None:
    result = run(app, *arguments)
    assert result.exit_code == exit_code
    assert result.stdout == ""
    if exit_code == 1:
        assert len(result.stderr.splitlines()) == 1
