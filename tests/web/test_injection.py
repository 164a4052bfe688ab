"""What is typed is text: shown as it stands, and run nowhere."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from html import unescape
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.store.models import Article, Card, Document
from app.store.writing import write_tx
from tests.factories import make_article, make_card
from tests.support.pages import check_page, get_page, post
from tests.support.routes import address, safe_routes
from tests.support.vectors import INJECTIONS, UNTEXT

from .conftest import Filled

ROOT = Path(__file__).parents[2]
ARGUMENTS = [
    *("id", "q", "group", "group_id", "card", "claim", "article", "page", "before"),
    *("by", "after", "limit", "next", "then", "status", "days", "shown_at", "answer"),
    *("minutes", "questions", "review", "sort", "window", "error", "return"),
]
#: What PostgreSQL might take otherwise than SQLite does.
TRIED_ON_BOTH = [
    "\x00",
    "9" * 30,
    "1; SELECT pg_sleep(9)",
    "%(person_id)s {person_id}",
    "\\\\evil.test\\x",
]


def vectors(*among: Iterable[str]) -> Iterator[Any]:
    """Give the database's name and the vector, for the fixture `database_url`."""
    for vector in chain(*among):
        yield pytest.param("sqlite", vector)
        if vector in TRIED_ON_BOTH:
            yield pytest.param("postgresql", vector, marks=pytest.mark.postgres)


def tried(*among: Iterable[str]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(
        ("database_url", "vector"), list(vectors(*among)), indirect=["database_url"]
    )


def check_inert(app: Flask, response: TestResponse) -> None:
    """Hold an answer to what no vector may bring about."""
    assert response.status_code < 500, response.request.url
    for cookie in response.headers.getlist("Set-Cookie"):
        assert cookie.startswith("prebrief=")
    target = response.headers.get("Location", "/")
    assert re.match(r"/(?![/\\])", target), target
    if response.mimetype == "text/html":
        html = response.text
        assert "root:" not in html
        assert app.config["SECRET_KEY"] not in html
        for script in re.findall(r"<script\b[^>]*>", html):
            assert "nonce=" in script
        assert not re.search(r"<[^>]*\son\w+\s*=", re.sub(r'"[^"]*"', '""', html))


@tried(INJECTIONS, UNTEXT)
def test_no_argument_of_any_page_is_run_or_breaks_it(
    app: Flask, client: FlaskClient, filled: Filled, vector: str
) -> None:
    for rule in safe_routes(app):
        if rule.endpoint != "static":
            url = address(app, rule, asdict(filled))
            query = dict.fromkeys(ARGUMENTS, vector)
            check_inert(app, client.get(url, query_string=query))


@pytest.mark.parametrize("vector", [*INJECTIONS, *UNTEXT])
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_no_part_of_an_address_is_run_or_breaks_it(
    app: Flask, client: FlaskClient, vector: str
) -> None:
    for rule in safe_routes(app):
        url = re.sub(r"<[^>]+>", lambda _: vector, rule.rule)
        if url != rule.rule:
            response = client.get(url.replace("\r", "%0d").replace("\n", "%0a"))
            assert response.status_code in (400, 404, 405, 308)


@tried(INJECTIONS)
def test_stored_words_are_shown_on_every_page_as_they_stand(
    app: Flask, client: FlaskClient, session: Session, vector: str
) -> None:
    with write_tx(session):
        article = make_article(
            session, title=f"Title {vector}", groups=((f"Claim {vector} fell by 4%.",),)
        )
        claim = article.groups[0].claims[0]
        card = make_card(
            session,
            claim,
            question=f"Question {vector}?",
            answer=f"Answer {vector}",
            context=f"Context {vector}",
            choices=[f"Answer {vector}", f"Other {vector}"],
            explanation=f"Explanation {vector}",
        )
        values: Mapping[str, object] = {
            "article_id": article.id,
            "card_id": card.id,
            "claim_id": claim.id,
            "group_id": claim.group_id,
        }
    shown = 0
    for rule in safe_routes(app):
        if rule.arguments <= set(values) and not rule.rule.startswith("/api/"):
            response = client.get(address(app, rule, values))
            check_inert(app, response)
            if response.mimetype == "text/html" and response.status_code == 200:
                check_page(response)
                # In the text or in a field, but never as part of the page's own words.
                shown += f"Title {vector}" in unescape(response.text)
    assert shown >= 2
    assert session.scalars(sa.select(Article.title)).one() == f"Title {vector}"


@pytest.mark.parametrize("vector", INJECTIONS)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_pasted_words_are_stored_as_they_are_and_nothing_else_changes(
    client: FlaskClient, session: Session, vector: str
) -> None:
    with write_tx(session):
        cards = [make_card(session).id for _ in range(2)]
    text = f"Rents\n\nGroup 1: Homes\n- Owners say {vector} about rents in 2024. [1]\n"
    response = post(client, "/articles", {"text": text})
    assert response.status_code in (303, 400)
    session.rollback()
    assert list(session.scalars(sa.select(Card.id))) == cards
    if response.status_code == 303:
        assert text in session.scalars(sa.select(Document.text)).all()
        get_page(client, response.headers["Location"])


def test_nothing_is_marked_as_safe_html() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for folder, kind in (("templates", "*.html"), ("app", "*.py"))
        for path in (ROOT / folder).rglob(kind)
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r"\|\s*safe\b|\bMarkup\(|autoescape\s+false|innerHTML", line)
    ]
    assert found == []


def test_no_sql_is_built_from_words() -> None:
    # Ruff's S608 looks for SQL in strings; this looks for strings given to the driver.
    allowed = {"engine.py", "env.py"}  # their PRAGMAs are made of our own constants
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in (ROOT / "app").rglob("*.py")
        if path.name not in allowed
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(
            r"\b(text|execute|exec_driver_sql|literal_column)\(\s*f[\"']", line
        )
    ]
    assert found == []
