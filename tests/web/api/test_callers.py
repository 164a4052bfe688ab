"""Who may call: a live token, and for writing one that may write."""

from datetime import timedelta
from uuid import UUID

import pytest
import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from app.services.tokens import issue_token, revoke_token
from app.services.use_token import NOTE_EVERY
from app.store.models import ApiToken, Membership, Person, Team
from app.store.writing import write_tx
from tests.factories import make_card, own_team
from tests.support.library import NOW
from tests.support.pages import csrf_token
from tests.support.routes import address

ONE: dict[str, int | UUID] = {
    **dict.fromkeys(["article_id", "card_id", "claim_id"], 1),
    "job_id": UUID(int=1),
}


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def calls(app: Flask) -> list[tuple[str, str]]:
    return [
        (method, address(app, rule, ONE))
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/api/v1/")
        for method in sorted((rule.methods or set()) - {"OPTIONS"})
    ]


def token_row(session: Session) -> ApiToken:
    session.rollback()
    return session.scalars(sa.select(ApiToken)).one()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    "authorization",
    [
        None,
        "",
        "Bearer",
        "Bearer ",
        "Bearer pb_w_nonsense",
        "Basic {token}",
        "Token {token}",
        "{token}",
        "Bearer x{token}",
        "Bearer {token}x",
        "Bearer {token} {token}",
        "Bearer {hash}",
        "Bearer ÿþ\x7f",
    ],
)
def test_without_a_live_token_every_call_gets_401(
    app: Flask, session: Session, write_token: str, authorization: str | None
) -> None:
    hashed = token_row(session).token_hash
    headers = {}
    if authorization is not None:
        said = authorization.format(token=write_token, hash=hashed)
        headers["Authorization"] = said
    client = app.test_client()
    csrf_token(client)  # the cookie goes along and helps nothing
    assert len(calls(app)) > 10
    for method, url in calls(app):
        response = client.open(url, method=method, headers=headers, json={})
        assert response.status_code == 401, (method, url)
        assert response.headers["WWW-Authenticate"] == 'Bearer realm="Prebrief"'
        if method != "HEAD":
            assert response.get_json()["status"] == 401
            assert write_token not in response.text


def test_a_read_token_reads(client: FlaskClient, read_token: str) -> None:
    response = client.get("/api/v1/cards", headers=bearer(read_token))
    assert response.status_code == 200


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_read_token_writes_nothing(app: Flask, read_token: str) -> None:
    for method, url in calls(app):
        if method not in ("GET", "HEAD"):
            response = app.test_client().open(
                url, method=method, headers=bearer(read_token), json={}
            )
            assert response.status_code == 403, (method, url)
            assert response.get_json()["detail"] == "This token may only read."


def test_a_revoked_token_is_dead_on_the_next_call(
    client: FlaskClient, session: Session, person: Person, write_token: str
) -> None:
    assert client.get("/api/v1/cards", headers=bearer(write_token)).status_code == 200
    with write_tx(session):
        revoke_token(session, person_id=person.id, token_id=1, now=NOW)
    assert client.get("/api/v1/cards", headers=bearer(write_token)).status_code == 401


def test_a_token_ends_at_its_moment(
    app: Flask, client: FlaskClient, session: Session, person: Person
) -> None:
    with write_tx(session):
        token = issue_token(
            session,
            person_id=person.id,
            team_id=own_team(session),
            name="short",
            may_write=False,
            now=NOW,
            expires_at=NOW + timedelta(days=1),
        )
    for later, status in [(timedelta(hours=23), 200), (timedelta(days=1), 401)]:
        app.config["CLOCK"] = lambda later=later: NOW + later
        response = client.get("/api/v1/cards", headers=bearer(token))
        assert response.status_code == status


def test_a_token_of_somebody_who_left_the_team_is_dead(
    client: FlaskClient, session: Session, write_token: str
) -> None:
    with write_tx(session):
        session.execute(sa.delete(Membership))
    response = client.get("/api/v1/cards", headers=bearer(write_token))
    assert response.status_code == 401


def test_a_token_sees_its_own_team_only(
    client: FlaskClient, session: Session, person: Person
) -> None:
    with write_tx(session):
        card = make_card(session)
        other = Team(name="Others", created_at=NOW)
        session.add(other)
        session.flush()
        session.add(Membership(team_id=other.id, person_id=person.id, role="owner"))
        token = issue_token(
            session,
            person_id=person.id,
            team_id=other.id,
            name="other",
            may_write=True,
            now=NOW,
        )
        ids = card.id, card.claim_id, card.claim.group.article_id
    for path in ("articles", "groups", "cards"):
        document = client.get(f"/api/v1/{path}", headers=bearer(token)).get_json()
        assert document == {path: [], "next": None}
    for path, identity in zip(("cards", "claims", "articles"), ids, strict=True):
        response = client.get(f"/api/v1/{path}/{identity}", headers=bearer(token))
        assert response.status_code == 404


def test_a_use_is_noted_at_most_once_an_hour(
    app: Flask, client: FlaskClient, session: Session, read_token: str
) -> None:
    assert token_row(session).last_used_at is None
    moments = [NOW, NOW + NOTE_EVERY / 2, NOW + NOTE_EVERY]
    noted = []
    for moment in moments:
        app.config["CLOCK"] = lambda moment=moment: moment
        client.get("/api/v1/cards", headers=bearer(read_token))
        noted.append(token_row(session).last_used_at)
    assert noted == [moments[0], moments[0], moments[2]]


def test_what_is_stored_opens_nothing(
    client: FlaskClient, session: Session, write_token: str
) -> None:
    row = token_row(session)
    for column in sa.inspect(ApiToken).columns:
        stored = str(getattr(row, column.key))
        assert write_token not in stored
        response = client.get("/api/v1/cards", headers=bearer(stored))
        assert response.status_code == 401


def test_the_log_holds_no_token(
    client: FlaskClient, write_token: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    client.get("/api/v1/cards", headers=bearer(write_token))
    client.get("/api/v1/cards", headers=bearer(write_token + "x"))
    assert write_token not in caplog.text
