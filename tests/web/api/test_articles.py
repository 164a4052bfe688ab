import io
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask
from sqlalchemy.orm import Session

from app.jobs.queue import queue_of
from app.store.models import Article, Document, Job
from app.store.writing import write_tx
from tests.factories import make_article
from tests.support.internet import Internet, answer

from .conftest import Call

TEXT = """Ports in winter
Group 1: Ice
- Ice closed four harbours for 12 days in January. [1]
- Tugs cost $900 an hour more than in autumn. [2]
"""


def count(session: Session, table: type[Any]) -> int:
    session.rollback()
    return session.scalar(sa.select(sa.func.count()).select_from(table)) or 0


def test_a_text_becomes_an_article_whose_cards_are_to_be_written(
    app: Flask, call: Call, session: Session
) -> None:
    response = call("POST", "articles", json={"text": TEXT, "name": "ports.txt"})
    assert response.status_code == 201, response.text
    added = response.get_json()
    assert (added["groups"], added["claims"], added["unchanged"]) == (1, 2, [])
    (article_id,) = added["articles"]
    assert session.scalars(sa.select(Document.name)).one() == "ports.txt"
    assert session.scalars(sa.select(Job.article_id)).one() == article_id
    assert len(queue_of(app)) == 1
    article = call("GET", f"articles/{article_id}").get_json()
    assert article["title"] == "Ports in winter"
    assert article["core_insight"] is None
    (group,) = article["groups"]
    assert (group["number"], group["title"]) == (1, "Ice")
    first = group["claims"][0]
    assert first["citations"] == [1]
    assert TEXT[first["start"] : first["end"]] == first["text"]


def test_a_file_is_the_same_as_its_text(call: Call, session: Session) -> None:
    call("POST", "articles", json={"text": TEXT})
    file = (io.BytesIO(TEXT.encode("utf-16")), "ports.txt")
    response = call("POST", "articles", data={"file": file})
    assert response.status_code == 200
    assert len(response.get_json()["unchanged"]) == 1
    assert count(session, Article) == 1


def test_the_same_title_with_other_text_is_409(call: Call, session: Session) -> None:
    call("POST", "articles", json={"text": TEXT})
    response = call("POST", "articles", json={"text": TEXT.replace("12", "13")})
    assert response.status_code == 409
    assert response.mimetype == "application/problem+json"
    detail = response.get_json()["detail"]
    assert "already here with other text" in detail
    assert "“revise”: true" in detail
    assert count(session, Article) == count(session, Document) == 1


def test_the_same_title_with_other_text_becomes_a_revision_on_request(
    call: Call, session: Session
) -> None:
    (article_id,) = call("POST", "articles", json={"text": TEXT}).get_json()["articles"]
    changed = TEXT.replace("12", "13")
    response = call("POST", "articles", json={"text": changed, "revise": True})
    assert response.status_code == 201
    added = response.get_json()
    assert (added["articles"], added["revised"]) == ([], [article_id])
    article = call("GET", f"articles/{article_id}").get_json()
    assert article["revision"] == 2
    assert "13 days" in article["groups"][0]["claims"][0]["text"]
    file = (io.BytesIO(TEXT.encode()), "ports.txt")
    response = call("POST", "articles", data={"file": file, "revise": "true"})
    assert response.get_json()["revised"] == [article_id]
    again = call("POST", "articles", json={"text": TEXT, "revise": True})
    assert (again.status_code, again.get_json()["unchanged"]) == (200, [article_id])


@pytest.mark.parametrize("revise", ["yes", 1, None])
def test_whether_to_revise_is_said_plainly(call: Call, revise: object) -> None:
    response = call("POST", "articles", json={"text": TEXT, "revise": revise})
    assert response.status_code == 422


def test_a_group_that_is_gone_is_not_listed(call: Call) -> None:
    two = TEXT + "Group 2: Tugs\n- Six tugs were hired in February. [3]\n"
    (article_id,) = call("POST", "articles", json={"text": two}).get_json()["articles"]
    call("POST", "articles", json={"text": TEXT, "revise": True})
    article = call("GET", f"articles/{article_id}").get_json()
    assert [group["title"] for group in article["groups"]] == ["Ice"]
    listed = call("GET", f"groups?article_id={article_id}").get_json()["groups"]
    assert [group["title"] for group in listed] == ["Ice"]
    (entry,) = call("GET", "articles").get_json()["articles"]
    assert (entry["groups"], entry["claims"]) == (1, 2)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("", 422),
        ("   \n ", 400),
        ("word", 400),
        ("a\x00b", 400),
        ("\x1b[31mred", 400),
        ("\ud800", 422),
    ],
)
def test_what_is_no_text_is_refused_with_a_sentence(
    call: Call, session: Session, text: str, status: int
) -> None:
    response = call("POST", "articles", json={"text": text})
    assert response.status_code == status
    assert response.get_json()["detail"]
    assert count(session, Document) == 0


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"text": 7},
        {"text": None},
        {"text": TEXT, "name": ""},
        {"text": TEXT, "name": "a\x00b"},
        {"text": TEXT, "name": "n" * 256},
        {"text": TEXT, "title": "Ports"},
        [TEXT],
        TEXT,
    ],
)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_what_is_not_as_described_is_422(
    call: Call, session: Session, given: Any
) -> None:
    assert call("POST", "articles", json=given).status_code == 422
    assert count(session, Document) == 0


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_another_content_is_415(call: Call) -> None:
    for content_type in ("text/plain", "application/x-www-form-urlencoded", "image/x"):
        response = call("POST", "articles", data=TEXT, content_type=content_type)
        assert response.status_code == 415


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_one_file_and_nothing_else(call: Call) -> None:
    for data in (
        {"other": (io.BytesIO(b"x"), "x.txt")},
        {"file": (io.BytesIO(b"x"), "x.txt"), "name": "x"},
        {"file": "no file"},
    ):
        response = call(
            "POST", "articles", data=data, content_type="multipart/form-data"
        )
        assert response.status_code == 422


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_more_than_the_bound_is_refused(app: Flask, call: Call) -> None:
    app.config["MAX_BYTES"] = 1_000
    assert call("POST", "articles", json={"text": "é" * 600}).status_code == 400
    assert call("POST", "articles", json={"text": "x" * 7_000}).status_code == 413
    file = (io.BytesIO(b"x" * 20_000), "x.txt")
    assert call("POST", "articles", data={"file": file}).status_code == 413


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_too_many_claims_are_refused(app: Flask, call: Call, session: Session) -> None:
    app.config["MAX_CLAIMS"] = 1
    response = call("POST", "articles", json={"text": TEXT})
    assert response.status_code == 400
    assert "PREBRIEF_MAX_CLAIMS" in response.get_json()["detail"]
    assert count(session, Document) == 0


def test_articles_come_page_by_page(call: Call, session: Session) -> None:
    with write_tx(session):
        ids = [make_article(session, core_insight="It rains.").id for _ in range(5)]
    seen: list[int] = []
    after: int | None = 0
    page: dict[str, Any] = {}
    while after is not None:
        page = call("GET", f"articles?limit=2&after={after}").get_json()
        seen += [it["id"] for it in page["articles"]]
        after = page["next"]
    assert seen == ids
    entry = page["articles"][-1]
    assert (entry["groups"], entry["claims"], entry["unwritten"]) == (1, 2, 2)


def test_the_core_insight_stands_apart(call: Call, session: Session) -> None:
    with write_tx(session):
        article_id = make_article(session, core_insight="It rains.").id
    article = call("GET", f"articles/{article_id}").get_json()
    assert article["core_insight"]["text"] == "It rains."
    assert len(article["groups"]) == 1


def test_a_page_is_fetched_by_its_address(
    app: Flask, call: Call, session: Session, internet: Internet
) -> None:
    app.config["NETWORK"] = internet.policy()
    internet.pages["/ports"] = answer(TEXT, kind="text/plain")
    url = internet.url("/ports")
    response = call("POST", "articles", json={"url": url})
    assert response.status_code == 201, response.text
    assert session.scalars(sa.select(Article.url)).one() == url
    assert call("POST", "articles", json={"url": url}).status_code == 200


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"url": "http://127.0.0.1/"}, 400),
        ({"url": "file:///etc/passwd"}, 400),
        ({"url": "nowhere"}, 400),
        ({"url": "\ud800"}, 400),
        ({"url": ""}, 422),
        ({"url": 7}, 422),
        ({"url": "http://a.test/" + "a" * 2_000}, 422),
        ({"url": "http://a.test/", "text": TEXT}, 422),
        ({"url": "http://a.test/", "name": "a"}, 422),
    ],
)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_an_address_that_leads_to_no_page_is_refused(
    call: Call, session: Session, given: Any, status: int
) -> None:
    response = call("POST", "articles", json=given)
    assert response.status_code == status, response.text
    assert count(session, Document) == 0


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_read_token_fetches_nothing(
    app: Flask, call: Call, read_token: str, internet: Internet
) -> None:
    app.config["NETWORK"] = internet.policy()
    over = {"headers": {"Authorization": f"Bearer {read_token}"}}
    response = call("POST", "articles", json={"url": internet.url("/")}, **over)
    assert response.status_code == 403
    assert internet.requests == []
