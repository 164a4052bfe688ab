"""Groups, claims, cards, what to study, retention: what they give, and in how much."""

from datetime import timedelta

import pytest
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from app.domain.card import Status
from app.domain.review import Rating
from app.store.queries.catalogue import article_entries, group_entries
from app.store.writing import write_tx
from tests.factories import (
    count_queries,
    make_article,
    make_card,
    make_review,
    own_team,
)
from tests.support.library import NOW

from .conftest import Call


def test_groups_can_be_asked_of_one_article(call: Call, session: Session) -> None:
    with write_tx(session):
        make_article(session)
        article = make_article(session, core_insight="It rains.", groups=(("A b.",),))
        make_card(session, article.groups[0].claims[0])
        article_id = article.id
    every = call("GET", "groups").get_json()["groups"]
    assert len(every) == 3
    groups = call("GET", f"groups?article_id={article_id}").get_json()["groups"]
    assert {it["article_id"] for it in groups} == {article_id}
    assert [it["is_core_insight"] for it in groups].count(True) == 1
    assert sum(it["kept_cards"] for it in groups) == 1
    assert [it["claims"] for it in groups] == [1, 1]


def test_a_claim_comes_with_its_cards(call: Call, session: Session) -> None:
    with write_tx(session):
        claim = make_article(session).groups[0].claims[0]
        cards = [make_card(session, claim).id for _ in range(2)]
        claim_id, text, group_id = claim.id, claim.text, claim.group_id
    found = call("GET", f"claims/{claim_id}").get_json()
    assert (found["text"], found["group_id"]) == (text, group_id)
    assert [it["id"] for it in found["cards"]] == cards


def test_a_card_says_all_that_it_is(call: Call, session: Session) -> None:
    with write_tx(session):
        card = make_card(
            session,
            question="Who 问?",
            answer="4%",
            choices=["4%", "7%"],
            statement_text="It fell by 7%.",
            statement_true=False,
            statement_changed="The figure.",
        )
        card_id = card.id
    found = call("GET", f"cards/{card_id}").get_json()
    assert found["question"] == "Who 问?"
    assert found["choices"] == ["4%", "7%"]
    assert found["statement"] == {
        "text": "It fell by 7%.",
        "true": False,
        "changed": "The figure.",
    }
    assert (found["status"], found["kind"], found["tier"]) == ("kept", "qa", "default")


def test_cards_can_be_asked_by_group_and_status(call: Call, session: Session) -> None:
    with write_tx(session):
        article = make_article(session, groups=(("One.",), ("Two.",)))
        claims = [group.claims[0] for group in article.groups]
        for claim in claims:
            for status in (Status.KEPT, Status.WAITING, Status.SUSPENDED):
                make_card(session, claim, status=status)
        group_id = claims[0].group_id
    assert len(call("GET", "cards").get_json()["cards"]) == 6
    of_group = call("GET", f"cards?group_id={group_id}").get_json()["cards"]
    assert {it["group_id"] for it in of_group} == {group_id}
    waiting = call("GET", f"cards?group_id={group_id}&status=waiting").get_json()
    assert [it["status"] for it in waiting["cards"]] == ["waiting"]


def test_cards_come_page_by_page_whatever_is_added(
    call: Call, session: Session
) -> None:
    with write_tx(session):
        ids = [make_card(session).id for _ in range(3)]
    page = call("GET", "cards?limit=2").get_json()
    assert [it["id"] for it in page["cards"]] == ids[:2]
    with write_tx(session):
        ids.append(make_card(session).id)
    rest = call("GET", f"cards?limit=2&after={page['next']}").get_json()
    assert [it["id"] for it in rest["cards"]] == ids[2:]
    last = call("GET", f"cards?limit=2&after={rest['next']}").get_json()
    assert last == {"cards": [], "next": None}


@pytest.mark.parametrize(
    "query",
    [
        "limit=0",
        "limit=501",
        "limit=1.0",
        "limit=1e1",
        "limit=%2B1",
        "limit=%D9%A1",
        "limit=1_0",
        "limit=",
        "limit=1&limit=x",
        "after=-1",
        "after=2147483648",
        "after=99999999999999999999",
        "group_id=0",
        "group_id=one",
        "status=lost",
        "status=KEPT",
        "lmit=1",
    ],
)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_query_that_is_not_as_described_is_422(call: Call, query: str) -> None:
    response = call("GET", f"cards?{query}")
    if query == "limit=1&limit=x":
        assert response.status_code == 200, "the first of two is taken"
    else:
        assert response.status_code == 422
        assert list(response.get_json()["errors"]) == ["query"]


@pytest.mark.parametrize("path", ["articles", "claims", "cards"])
def test_an_id_that_is_not_there_is_404(call: Call, path: str) -> None:
    for identity in ("0", "999", str(2**31), str(2**63), "x", "-1"):
        response = call("GET", f"{path}/{identity}")
        assert response.status_code == 404
        assert response.get_json()["status"] == 404


def test_what_to_study_comes_in_the_order_of_the_page(
    call: Call, session: Session
) -> None:
    with write_tx(session):
        claims = make_article(session, groups=(("One.", "Two.", "Three."),)).groups[0]
        cards = [make_card(session, it) for it in claims.claims]
        for number, days in enumerate((30, 10)):
            at = NOW - timedelta(days=days)
            make_review(session, cards[number], rating=Rating.EASY, at=at)
        ids = [card.id for card in cards]
    queue = call("GET", "study/next?limit=5").get_json()
    counts = [queue[it] for it in ("new", "learning", "review")]
    assert sum(counts) == len(queue["cards"])
    assert queue["new"] == 1
    by_id = {it["id"]: it for it in queue["cards"]}
    assert by_id[ids[2]]["schedule"]["phase"] == "new"
    assert by_id[ids[2]]["schedule"]["stability"] is None
    assert by_id[ids[0]]["schedule"]["reps"] == 1
    (only,) = call("GET", "study/next").get_json()["cards"]
    assert only["id"] == queue["cards"][0]["id"]


def test_retention_is_the_document_of_the_command_line(
    call: Call, session: Session
) -> None:
    with write_tx(session):
        card = make_card(session)
        for number, days in enumerate((20, 10, 2)):
            at = NOW - timedelta(days=days)
            make_review(session, card, rating=Rating.EASY, at=at, number=number)
    for by in ("group", "article", "kind", "member", "team"):
        document = call("GET", f"retention?by={by}").get_json()
        assert set(document) == {"rows", "definition"}
        (row,) = document["rows"]
        assert (row["cards"], row["reviews"], row["passed"]) == (1, 2, 2)
        assert row["young"].keys() == row["mature"].keys()
    (row,) = call("GET", "retention?by=group&days=5").get_json()["rows"]
    assert row["reviews"] == 1
    assert call("GET", "retention?by=mood").status_code == 422


def test_a_page_takes_one_query_however_long(engine: Engine, session: Session) -> None:
    with write_tx(session):
        for _ in range(4):
            make_card(session)
        team_id = own_team(session)
    with count_queries(engine) as statements:
        article_entries(session, team_id=team_id, after=0, limit=100)
        group_entries(session, team_id=team_id, article_id=None, after=0, limit=100)
    selects = [it for it in statements if it.startswith("SELECT")]
    assert len(selects) == 2
