import re
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from app.domain.card import Status
from app.services.check_library import check_library
from app.services.keep_cards import suspend_cards
from app.store.db import db
from app.store.models import Card, CardState, Claim
from app.store.writing import write_tx
from app.web.inbox.showing import following
from tests.factories import (
    count_queries,
    make_article,
    make_card,
    make_review,
    own_team,
)
from tests.support.pages import get_page, post


def wait(session: Session, count: int, *, per_claim: int = 1, **over: object) -> int:
    """Add an article with so many waiting cards; give its id."""
    with write_tx(session):
        texts = [f"Rents fell in case {n}." for n in range(-(-count // per_claim))]
        article = make_article(session, groups=[texts])
        claims = article.groups[0].claims
        for number in range(count):
            make_card(
                session,
                claims[number // per_claim],
                status=Status.WAITING,
                **over,  # type: ignore[arg-type] # columns
            )
        return article.id


def cards(session: Session, status: Status | None = None) -> list[Card]:
    session.rollback()
    found = session.scalars(sa.select(Card).order_by(Card.id))
    return [card for card in found if status in (None, card.status)]


def shown(html: str) -> list[int]:
    return [int(it) for it in re.findall(r'name="shown" value="(\d+)"', html)]


def claims_shown(html: str) -> list[int]:
    return [int(it) for it in re.findall(r'name="claim" value="(\d+)"', html)]


def page_of(html: str, ticked: Sequence[int] | None = None) -> dict[str, object]:
    """Give what the page's form sends, with other ticks if they are given."""
    checked = re.findall(r'name="card" value="(\d+)" checked', html)
    sent: dict[str, object] = {
        "shown": shown(html),
        "card": checked if ticked is None else list(ticked),
        "claim": claims_shown(html),
        "offered": re.findall(r'name="offered" value="(\d+)"', html),
    }
    for name in ("up_to", "article", "after"):
        if found := re.search(rf'name="{name}" value="(\d+)"', html):
            sent[name] = found.group(1)
    return sent


# The page


def test_an_empty_inbox_says_what_to_do(client: FlaskClient, session: Session) -> None:
    assert 'href="/articles" >Add an article' in get_page(client, "/inbox")
    with write_tx(session):
        make_article(session)
    assert 'href="/study" >Study' in get_page(client, "/inbox")


def test_waiting_cards_stand_beside_their_claim_ticked_or_not(
    client: FlaskClient, session: Session
) -> None:
    article_id = wait(session, 2, per_claim=2)
    first, second = cards(session)
    with write_tx(session):
        session.get_one(Card, second.id).is_ticked = False
    html = get_page(client, "/inbox")
    claim = session.scalars(sa.select(Claim)).one()
    assert claim.text in html
    assert f'href="/articles/{article_id}?claim={claim.id}#claim-{claim.id}"' in html
    assert f'name="card" value="{first.id}" checked' in html
    assert f'name="card" value="{second.id}">' in html
    assert "<span data-waiting>2 cards</span> wait" in html
    assert "<span data-ticked>1</span> ticked" in html


def test_the_newest_article_comes_first_and_each_in_reading_order(
    client: FlaskClient, session: Session
) -> None:
    wait(session, 1)
    with write_tx(session):
        article = make_article(session, groups=(("A.", "B."),), core_insight="C.")
        claims = [claim for group in article.groups for claim in group.claims]
        made = [
            make_card(session, claim, status=Status.WAITING).id
            for claim in reversed(claims)
        ]
    oldest = cards(session)[0].id
    assert shown(get_page(client, "/inbox")) == [*reversed(made), oldest]


def test_a_thousand_waiting_cards_are_walked_through_page_by_page(
    client: FlaskClient, session: Session, app: Flask
) -> None:
    wait(session, 600, per_claim=6)
    wait(session, 400, per_claim=4)
    with app.app_context():
        engine = db.engine
    seen: list[int] = []
    url, counts = "/inbox", set()
    while url:
        with count_queries(engine) as statements:
            html = get_page(client, url)
        counts.add(len(statements))
        seen += shown(html)
        following_page = None
        if 'formaction="/inbox/ticks"' in html:
            answer = post(client, "/inbox/ticks", page_of(html))
            following_page = answer.location
        url = following_page or ""
    assert len(seen) == len(set(seen)) == 1_000
    assert set(seen) == {card.id for card in cards(session)}
    assert "1,000 cards" in get_page(client, "/inbox")
    assert max(counts) <= 15


def test_the_inbox_can_show_one_article(client: FlaskClient, session: Session) -> None:
    first, second = wait(session, 1), wait(session, 2)
    html = get_page(client, f"/inbox?article={first}")
    assert len(shown(html)) == 1
    post(client, "/inbox/keep", page_of(html))
    assert len(cards(session, Status.KEPT)) == 1
    assert len(shown(get_page(client, f"/inbox?article={second}"))) == 2
    get_page(client, "/inbox?article=999", status=404)


@pytest.mark.parametrize(
    "query",
    [
        "after=999",
        "after=x",
        "after=-1",
        f"after={10**30}",
        "rejected=x,²,1",
        "rejected=" + "9" * 40,
        "kept=0",
        "kept=-3",
        "others=7",
    ],
)
def test_an_odd_address_shows_the_inbox(
    client: FlaskClient, session: Session, query: str
) -> None:
    wait(session, 1)
    assert len(shown(get_page(client, f"/inbox?{query}"))) == 1


# Ticks


def test_ticks_are_stored_as_they_are_set(
    client: FlaskClient, session: Session
) -> None:
    wait(session, 3)
    ids = shown(get_page(client, "/inbox"))
    answer = post(
        client,
        "/inbox/ticks",
        {"shown": ids, "card": ids[:1]},
        headers={"Accept": "application/json"},
    )
    assert answer.json == {"waiting": 3, "ticked": 1}
    assert [card.is_ticked for card in cards(session)] == [True, False, False]


def test_the_next_page_keeps_the_ticks_of_this_one(
    client: FlaskClient, session: Session
) -> None:
    wait(session, 31)
    html = get_page(client, "/inbox")
    answer = post(client, "/inbox/ticks", page_of(html, ticked=[]))
    assert answer.location == f"/inbox?after={claims_shown(html)[-1]}"
    assert sum(card.is_ticked for card in cards(session)) == 1
    assert len(shown(get_page(client, answer.location))) == 1


def test_ticks_of_cards_that_wait_no_longer_change_nothing(
    client: FlaskClient, session: Session
) -> None:
    wait(session, 2)
    first, _ = cards(session)
    html = get_page(client, "/inbox")
    post(client, f"/cards/{first.id}/keep")
    post(client, "/inbox/ticks", page_of(html, ticked=[]))
    assert [card.is_ticked for card in cards(session)] == [True, False]


# Keep


def test_one_press_keeps_all_that_is_ticked_on_every_page(
    client: FlaskClient, session: Session
) -> None:
    wait(session, 60)
    html = get_page(client, "/inbox")
    ids = shown(html)
    answer = post(client, "/inbox/keep", page_of(html, ticked=ids[1:]))
    assert answer.location.endswith("&others=30&kept=59")
    assert [card.id for card in cards(session, Status.WAITING)] == ids[:1]
    assert session.scalar(sa.select(sa.func.count()).select_from(CardState)) == 59
    html = get_page(client, answer.location)
    assert "59 cards kept, 30 of them from other pages" in html
    assert 'href="/study"' in html


def test_a_keep_says_that_it_reaches_other_pages_before_and_after(
    client: FlaskClient, session: Session
) -> None:
    wait(session, 30)
    html = get_page(client, "/inbox")
    assert "on all pages" not in html
    html = get_page(client, post(client, "/inbox/keep", page_of(html)).location)
    assert "30 cards kept:" in html
    wait(session, 31)
    assert "ticked, on all pages" in get_page(client, "/inbox")


def test_a_whole_keep_is_taken_back_at_once(
    client: FlaskClient, session: Session
) -> None:
    wait(session, 40)
    page = get_page(client, "/inbox")
    unticked = shown(page)[0]
    answer = post(client, "/inbox/keep", page_of(page, ticked=shown(page)[1:]))
    sent = take_back_form(get_page(client, answer.location))
    answer = post(client, "/inbox/unkeep", sent)
    assert answer.location == "/inbox"
    assert {card.status for card in cards(session)} == {Status.WAITING}
    assert [card.id for card in cards(session) if not card.is_ticked] == [unticked]
    assert not any(it.is_active for it in session.scalars(sa.select(CardState)))
    html = get_page(client, answer.location)
    assert "39 cards wait again" in html
    assert check_library(session) == []
    # Pressed twice, it takes back nothing more.
    post(client, "/inbox/unkeep", sent)
    assert "Nothing was left to take back" in get_page(client, "/inbox")
    html = get_page(client, post(client, "/inbox/keep", page_of(html)).location)
    assert "39 cards kept" in html


def test_a_card_answered_or_changed_since_stays_kept(
    client: FlaskClient, session: Session
) -> None:
    wait(session, 4)
    html = get_page(client, "/inbox")
    location = post(client, "/inbox/keep", page_of(html)).location
    answered, changed, *others = cards(session)
    with write_tx(session):
        make_review(session, answered)
        suspend_cards(
            session,
            team_id=own_team(session),
            card_ids=[changed.id],
            now=datetime.now(UTC),
        )
    html = get_page(client, location)
    post(client, "/inbox/unkeep", take_back_form(html))
    waiting = [card.id for card in cards(session, Status.WAITING)]
    assert waiting == [card.id for card in others]


@pytest.mark.parametrize("kept_at", ["", "x", "-1", "9" * 19, "9" * 40, "²"])
def test_an_odd_moment_takes_back_nothing(
    client: FlaskClient, session: Session, kept_at: str
) -> None:
    wait(session, 1)
    html = get_page(client, "/inbox")
    post(client, "/inbox/keep", page_of(html))
    assert "Undo" not in get_page(client, f"/inbox?kept_at={kept_at}&kept=1")
    post(client, "/inbox/unkeep", {"kept_at": kept_at})
    assert len(cards(session, Status.KEPT)) == 1


def take_back_form(html: str) -> dict[str, object]:
    found = re.search(r'name="kept_at" value="(\d+)"', html)
    assert found is not None
    return {"kept_at": found.group(1)}


def test_cards_written_since_the_page_was_opened_wait_on(
    client: FlaskClient, session: Session
) -> None:
    wait(session, 1)
    html = get_page(client, "/inbox")
    wait(session, 1)
    assert post(client, "/inbox/keep", page_of(html)).location.endswith("kept=1")
    assert len(cards(session, Status.WAITING)) == 1


def test_keeping_twice_keeps_once(client: FlaskClient, session: Session) -> None:
    wait(session, 2)
    sent = page_of(get_page(client, "/inbox"))
    post(client, "/inbox/keep", sent)
    location = post(client, "/inbox/keep", sent).location
    assert location.endswith("kept=0")
    assert "Undo" not in get_page(client, location)


# Reject, edit


def test_a_rejected_card_can_be_brought_back(
    client: FlaskClient, session: Session
) -> None:
    wait(session, 3)
    html = get_page(client, "/inbox")
    ids = shown(html)
    sent = {**page_of(html, ticked=ids[:1]), "card_id": ids[1]}
    answer = post(client, "/inbox/reject", sent)
    assert answer.location == f"/inbox?rejected={ids[1]}#card-{ids[2]}"
    assert [it.id for it in cards(session, Status.REJECTED)] == [ids[1]]
    assert not cards(session)[2].is_ticked
    html = get_page(client, answer.location)
    assert "Rejected:" in html
    answer = post(client, "/inbox/return", {"card": ids[1]})
    assert answer.location == f"/inbox#card-{ids[1]}"
    assert not cards(session, Status.REJECTED)
    assert "Rejected:" not in get_page(client, f"/inbox?rejected={ids[1]}")


def test_what_is_not_ticked_is_rejected_together(
    client: FlaskClient, session: Session
) -> None:
    wait(session, 3)
    html = get_page(client, "/inbox")
    ids = shown(html)
    answer = post(client, "/inbox/reject-unticked", page_of(html, ticked=ids[1:2]))
    assert [it.id for it in cards(session, Status.WAITING)] == [ids[1]]
    html = get_page(client, answer.location)
    assert "2 cards" in html
    post(client, "/inbox/return", {"card": [ids[0], ids[2]]})
    assert len(cards(session, Status.WAITING)) == 3


def test_a_card_kept_meanwhile_cannot_be_rejected(
    client: FlaskClient, session: Session
) -> None:
    wait(session, 1)
    html = get_page(client, "/inbox")
    card_id = shown(html)[0]
    post(client, "/inbox/keep", page_of(html))
    sent = {**page_of(html), "card_id": card_id}
    assert post(client, "/inbox/reject", sent).status_code == 409
    assert post(client, "/inbox/return", {"card": card_id}).status_code == 409
    assert post(client, "/inbox/reject", {"shown": []}).status_code == 404


def test_editing_stores_the_ticks_and_comes_back_to_the_card(
    client: FlaskClient, session: Session
) -> None:
    wait(session, 2)
    html = get_page(client, "/inbox")
    ids = shown(html)
    answer = post(
        client, "/inbox/edit", {**page_of(html, ticked=[]), "card_id": ids[1]}
    )
    assert not any(card.is_ticked for card in cards(session))
    assert answer.location.startswith(f"/cards/{ids[1]}/edit?next=")
    html = get_page(client, answer.location)
    assert f'name="next" value="/inbox#card-{ids[1]}"' in html


def test_every_post_of_the_inbox_wants_the_forms_token(client: FlaskClient) -> None:
    for name in ("ticks", "keep", "reject", "reject-unticked", "edit", "return"):
        assert client.post(f"/inbox/{name}").status_code == 403, name
        assert client.get(f"/inbox/{name}").status_code == 405, name


@pytest.mark.parametrize(
    ("leaving", "goes_on"),
    [([2], 3), ([3], 2), ([1, 2], 3), ([1, 2, 3], None), ([9], 2), ([], None)],
)
def test_the_card_after_one_that_leaves_is_next(
    leaving: list[int], goes_on: int | None
) -> None:
    assert following([1, 2, 3], leaving) == goes_on
