import csv
import io
import json
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from app.domain.review import Rating
from app.store.db import db
from app.store.models import Team
from app.store.writing import write_tx
from tests.cli.running import run_json
from tests.factories import count_queries, make_article, make_card, make_review
from tests.support.library import NOW
from tests.support.pages import get_page


@pytest.fixture
def group_id(session: Session) -> int:
    """Add a group with twelve reviews that count, nine of them passed."""
    with write_tx(session):
        groups = (tuple(f"Rents fell by {number}%." for number in range(2, 8)),)
        article = make_article(session, title="=Rents & “yields”", groups=groups)
        for claim in article.groups[0].claims:
            card = make_card(session, claim)
            make_review(session, card, rating=Rating.EASY, at=NOW - timedelta(days=90))
            is_odd = claim.position % 2 == 1
            missed = Rating.AGAIN if is_odd else Rating.GOOD
            make_review(session, card, rating=missed, at=NOW - timedelta(days=60))
            if is_odd:
                learned_again = NOW - timedelta(days=60, minutes=-11)
                make_review(session, card, rating=Rating.GOOD, at=learned_again)
            make_review(session, card, rating=Rating.GOOD, at=NOW - timedelta(days=2))
        return article.groups[0].id


def rows(client: FlaskClient, query: str = "") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get(f"/retention.json{query}").json["rows"]  # type: ignore[index] # JSON
    return found


def test_the_page_shows_share_number_and_interval(
    client: FlaskClient, group_id: int
) -> None:
    (row,) = rows(client)
    assert (row["id"], row["passed"], row["reviews"]) == (group_id, 9, 12)
    assert row["retention"] == 0.75
    page = get_page(client, "/retention")
    assert "75" in page
    assert f'href="/retention/groups/{group_id}"' in page
    assert "Wilson" in page


@pytest.mark.usefixtures("group_id")
def test_under_ten_reviews_the_page_says_too_few(client: FlaskClient) -> None:
    (row,) = rows(client, "?window=7")
    assert row["reviews"] == 6
    assert "too few" in get_page(client, "/retention?window=7")


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.usefixtures("group_id")
@pytest.mark.parametrize("by", ["group", "article", "kind", "member", "team"])
def test_page_api_and_command_give_the_same_rows(
    app: Flask, client: FlaskClient, by: str
) -> None:
    document = client.get(f"/retention.json?by={by}").json
    assert document == run_json(app, "retention", "--by", by)
    text = client.get(f"/retention.csv?by={by}").text
    lines = list(csv.DictReader(io.StringIO(text)))
    assert document is not None
    for line, row in zip(lines, document["rows"], strict=True):
        flat = {name: row[name] for name in row if name not in ("young", "mature")}
        for age in ("young", "mature"):
            flat |= {f"{age}_{name}": value for name, value in row[age].items()}
        name = line.pop("name").removeprefix("'")
        assert name == flat.pop("name")
        wanted = {key: "" if it is None else str(it) for key, it in flat.items()}
        assert line == wanted


@pytest.mark.usefixtures("group_id")
def test_a_spreadsheet_runs_no_title(client: FlaskClient) -> None:
    response = client.get("/retention.csv?by=article")
    assert response.mimetype == "text/csv"
    assert "'=Rents" in response.text
    assert json.dumps(rows(client, "?by=article")).count("'=") == 0


@pytest.mark.parametrize(
    "query", ["by=colour", "window=8", "by=", "window=-1", "days=30"]
)
@pytest.mark.parametrize("path", ["/retention", "/retention.csv", "/retention.json"])
def test_a_table_that_there_is_not_is_refused(
    client: FlaskClient, path: str, query: str
) -> None:
    assert client.get(f"{path}?{query}").status_code == 400


def test_a_groups_page_shows_its_claims(client: FlaskClient, group_id: int) -> None:
    page = get_page(client, f"/retention/groups/{group_id}")
    assert page.count("Rents fell by ") >= 6


def test_a_group_of_another_team_or_of_nobody_is_not_found(
    client: FlaskClient, session: Session
) -> None:
    with write_tx(session):
        other = Team(name="Other", created_at=NOW)
        session.add(other)
        session.flush()
        group = make_article(session, title="Secret", team_id=other.id).groups[0].id
    assert client.get(f"/retention/groups/{group}").status_code == 404
    assert client.get("/retention/groups/999999").status_code == 404
    assert "Secret" not in get_page(client, "/retention")
    assert "Secret" not in client.get("/retention.csv").text


@pytest.mark.parametrize("path", ["/retention", "/", "/retention?by=article"])
def test_more_groups_take_no_more_queries(
    app: Flask, client: FlaskClient, session: Session, path: str
) -> None:
    numbers = []
    for size in (2, 8):
        with write_tx(session):
            for _ in range(size):
                make_review(session, make_card(session), at=NOW - timedelta(days=1))
        with app.app_context():
            served: Engine = db.engine
        with count_queries(served) as statements:
            assert client.get(path).status_code == 200
        numbers.append(len(statements))
    assert numbers[0] == numbers[1] > 0
