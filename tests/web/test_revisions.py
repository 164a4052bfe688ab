"""A changed document shows what it changes, and stores nothing before the yes."""

import io
import re
from base64 import b64encode
from datetime import timedelta
from html import unescape

import pytest
import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from app.domain.card import Status
from app.services.import_document import fingerprint
from app.services.relearn_cards import relearn_cards
from app.store.db import db
from app.store.models import (
    Article,
    Card,
    CardMatch,
    Claim,
    ClaimMatch,
    Document,
    Job,
    JobStatus,
    Relearn,
    Revision,
    Team,
)
from app.store.writing import write_tx
from tests.factories import count_queries, make_article, make_card, make_review
from tests.support.library import NOW
from tests.support.pages import check_page, get_page, post
from tests.support.revising import EAST, FALL, FALL_6, FIRST, take_in

DIGEST = """\
Ferries turn electric

Core Insight: Short crossings go electric first because harbours can charge them.[1]

Group 1: Costs
- A battery ferry on the Vessby crossing costs 40% less to run than its forerunner.[2]
- Charging takes 9 minutes at each of the two quays.[2][3]

Group 2: Limits
- Crossings above 60 km stay with diesel until batteries weigh half as much.[4]
"""
CHANGED = (
    DIGEST.replace("40% less", "45% less")
    .replace(
        "Charging takes 9 minutes at each of the two quays",
        "At each of the two quays, charging takes 9 minutes",
    )
    .replace("Crossings above 60 km stay with diesel", "Wind & sail drive no ferry")
)


def fields_of(html: str) -> dict[str, str]:
    """Give what the button "Take the new revision" sends."""
    form = html.split('action="/articles/revise"')[1].split("</form>")[0]
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', form)
    return {name: unescape(value) for name, value in found if name != "csrf_token"}


def preview(client: FlaskClient, text: str, url: str = "/articles") -> str:
    answer = post(client, url, {"text": text})
    check_page(answer)
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def count(session: Session, table: type[object]) -> int:
    session.rollback()
    return session.scalar(sa.select(sa.func.count()).select_from(table)) or 0


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", html).split())


def test_a_changed_text_shows_what_it_changes_and_stores_nothing(
    client: FlaskClient, session: Session
) -> None:
    post(client, "/articles", {"text": DIGEST})
    html = preview(client, CHANGED)
    assert "Revision 2 · nothing is stored yet" in html
    assert "<del>40%</del>" in html
    assert "<ins>45%</ins>" in html
    assert "What changed: 40% became 45%." in words(html)
    numbers = re.findall(r'<dt>([^<]+)</dt><dd class="facts__value">(\d+)</dd>', html)
    assert dict(numbers) == {
        "same": "1",
        "facts changed": "1",
        "reworded": "1",
        "new": "1",
        "gone": "1",
    }
    assert "Wind &amp; sail drive no ferry" in html
    assert count(session, Document) == count(session, Article) == 1
    assert count(session, Revision) == 0


def test_the_yes_takes_the_revision_and_has_its_cards_written(
    client: FlaskClient, session: Session
) -> None:
    post(client, "/articles", {"text": DIGEST})
    with write_tx(session):
        session.execute(sa.update(Job).values(status=JobStatus.DONE, finished_at=NOW))
    fields = fields_of(preview(client, CHANGED.replace("\n", "\r\n")))
    answer = post(client, "/articles/revise", fields)
    assert (answer.status_code, answer.location) == (303, "/articles/1")
    session.rollback()
    article = session.scalars(sa.select(Article)).one()
    assert article.revision == 2
    assert article.fingerprint == fingerprint(CHANGED)
    jobs = sa.select(Job).where(Job.status == JobStatus.QUEUED)
    assert session.scalars(jobs).one().article_id == article.id
    html = get_page(client, "/articles/1")
    assert "The new revision is here." in html
    assert "Revision 2" in html
    again = post(client, "/articles", {"text": CHANGED})
    assert again.location == "/articles/1"
    assert count(session, Revision) == 2


def test_a_paste_of_20_kb_survives_the_preview(
    client: FlaskClient, session: Session
) -> None:
    many = DIGEST + "".join(
        f"- In {1990 + n % 30}, harbour {n} charged {n + 2} ferries: ½ “at night”.[5]\n"
        for n in range(310)
    )
    assert len(many.encode()) > 20_000
    post(client, "/articles", {"text": DIGEST})
    html = preview(client, many)
    assert "And 110 more." in html
    post(client, "/articles/revise", fields_of(html))
    session.rollback()
    assert session.scalars(sa.select(Article.revision)).one() == 2
    texts = session.scalars(sa.select(Document.text).order_by(Document.id)).all()
    assert texts[1] == many


def test_a_file_travels_as_it_came(client: FlaskClient, session: Session) -> None:
    post(client, "/articles", {"text": DIGEST})
    upload = (io.BytesIO(CHANGED.encode("utf-16")), "ferries.txt")
    html = post(client, "/articles", {"file": upload}).get_data(as_text=True)
    post(client, "/articles/revise", fields_of(html))
    session.rollback()
    newest = session.get_one(Document, 2)
    assert (newest.name, newest.text) == ("ferries.txt", CHANGED)


def test_what_was_overtaken_is_shown_again(
    client: FlaskClient, session: Session
) -> None:
    post(client, "/articles", {"text": DIGEST})
    fields = fields_of(preview(client, CHANGED))
    other = fields_of(preview(client, DIGEST.replace("9 minutes", "8 minutes")))
    post(client, "/articles/revise", other)
    answer = post(client, "/articles/revise", fields)
    assert answer.status_code == 409
    check_page(answer)
    html = answer.get_data(as_text=True)
    assert "changed or deleted while you looked" in html
    assert "Revision 3 · nothing is stored yet" in html
    assert count(session, Revision) == 2
    # A second press of the same button finds the text here.
    twice = post(client, "/articles/revise", other)
    assert (twice.status_code, twice.location) == (303, "/articles/1")
    assert count(session, Revision) == 2


@pytest.mark.parametrize(
    "broken",
    [
        {"data": "no base64!"},
        {"seen": "x:1"},
        {"seen": "1:999999999999999"},
        {"article_id": "-1"},
        {"data": ""},
    ],
)
def test_a_damaged_form_is_refused(
    client: FlaskClient, session: Session, broken: dict[str, str]
) -> None:
    post(client, "/articles", {"text": DIGEST})
    fields = fields_of(preview(client, CHANGED)) | broken
    assert post(client, "/articles/revise", fields).status_code == 400
    assert count(session, Revision) == 0


def test_a_person_names_the_article_of_a_text_with_another_title(
    client: FlaskClient, session: Session
) -> None:
    post(client, "/articles", {"text": DIGEST})
    get_page(client, "/articles/1/revisions")
    renamed = CHANGED.replace("Ferries turn electric", "Ferries on batteries")
    html = preview(client, renamed, "/articles/1/revisions")
    assert "Its title is now" in html
    post(client, "/articles/revise", fields_of(html))
    session.rollback()
    assert session.scalars(sa.select(Article.title)).all() == ["Ferries on batteries"]
    html = get_page(client, "/articles/1/revisions")
    assert "Revision 2" in html
    assert "Revision 1" in html
    assert 'Then titled “<span lang="en">Ferries turn electric</span>”' in html
    assert "What changed: 40% became 45%." in words(html)


def test_a_comparison_that_fails_says_why(client: FlaskClient) -> None:
    post(client, "/articles", {"text": DIGEST})
    answer = post(client, "/articles/1/revisions", {})
    assert answer.location == "/articles/1/revisions"
    assert "Paste a text" in get_page(client, answer.location)
    same = post(client, "/articles/1/revisions", {"text": DIGEST})
    assert same.location == "/articles/1"


def test_anothers_article_has_no_revisions_to_see_or_take(
    client: FlaskClient, session: Session
) -> None:
    theirs = another_team(session)
    get_page(client, f"/articles/{theirs}/revisions", status=404)
    url = f"/articles/{theirs}/revisions"
    assert post(client, url, {"text": DIGEST}).status_code == 404
    fields = {
        "data": b64encode(DIGEST.encode()).decode(),
        "name": "x",
        "url": "",
        "charset": "",
        "article_id": str(theirs),
        "seen": "",
    }
    assert post(client, "/articles/revise", fields).status_code == 404
    assert count(session, Revision) == 0


def another_team(session: Session) -> int:
    with write_tx(session):
        team = Team(name="Others", created_at=NOW)
        session.add(team)
        session.flush()
        return make_article(session, team_id=team.id).id


# On the answer side


def test_study_says_what_changed_since_the_last_answer(
    client: FlaskClient, app: Flask, session: Session
) -> None:
    take_in(session, FIRST)
    with write_tx(session):
        claim = session.scalars(sa.select(Claim).where(Claim.text == FALL)).one()
        card = make_card(session, claim)
        make_review(session, card, at=NOW - timedelta(days=2))
        card_id = card.id
    take_in(session, (("Prices", (FALL_6, EAST)), FIRST[1]), revise=True, now=NOW)
    with write_tx(session):
        session.get_one(Card, card_id).status = Status.KEPT
        session.execute(sa.text("UPDATE card_states SET is_active = true"))
        relearn_cards(session, card_ids=[card_id], now=NOW)
    html = get_page(client, f"/study?card={card_id}")
    assert "What changed: 4% became 6%." in html
    with write_tx(session):
        make_review(session, session.get_one(Card, card_id), at=NOW)
    app.config["CLOCK"] = lambda: NOW + timedelta(days=90)
    html = get_page(client, f"/study?card={card_id}")
    assert "What changed" not in html


def test_an_answer_side_says_what_another_article_says_otherwise(
    client: FlaskClient, session: Session
) -> None:
    with write_tx(session):
        one = make_article(session, title="Prices", groups=((FALL,),))
        other = make_article(session, title="Homes", groups=((FALL_6,),))
        claims = [it.groups[0].claims[0] for it in (one, other)]
        card_id = make_card(session, claims[0]).id
        session.add(
            ClaimMatch(
                claim_id=claims[0].id,
                other_claim_id=claims[1].id,
                team_id=one.team_id,
                conflict="“Homes” says 6%, not 4%.",
            )
        )
    assert "“Homes” says 6%, not 4%." in get_page(client, f"/study?card={card_id}")


# Where something stands twice, or has to be looked at


def test_what_stands_in_two_articles_is_shown_with_a_link(
    client: FlaskClient, session: Session
) -> None:
    with write_tx(session):
        one = make_article(session, title="Prices", groups=((FALL, EAST),))
        other = make_article(session, title="Homes", groups=((FALL, EAST),))
        mine, its = (it.groups[0].claims for it in (one, other))
        cards = [
            make_card(session, claim, status=Status.WAITING, question="How much?")
            for claim in (mine[0], its[0])
        ]
        session.add(
            CardMatch(
                card_id=cards[0].id, other_card_id=cards[1].id, team_id=one.team_id
            )
        )
        for claim, twin, conflict in (
            (mine[0], its[0], None),
            (mine[1], its[1], "“Homes” says 3%, not 2.1%."),
        ):
            session.add(
                ClaimMatch(
                    claim_id=claim.id,
                    other_claim_id=twin.id,
                    team_id=one.team_id,
                    conflict=conflict,
                )
            )
        ids = one.id, its[0].id, other.id
    html = get_page(client, f"/articles/{ids[0]}")
    assert f"Also in Homes: “{FALL}”" in words(html)
    assert f"/articles/{ids[2]}?claim={ids[1]}#claim-{ids[1]}" in html
    assert "“Homes” says 3%, not 2.1%. Look in Homes." in words(html)
    assert "Asked in Homes as well: “How much?”" in words(html)
    assert "Asked in Homes as well: “How much?”" in words(get_page(client, "/inbox"))
    assert count(session, Card) == 2


def test_an_own_card_whose_facts_changed_is_looked_at_in_the_inbox(
    client: FlaskClient, session: Session
) -> None:
    take_in(session, FIRST)
    with write_tx(session):
        claim = session.scalars(sa.select(Claim).where(Claim.text == FALL)).one()
        ids = [make_card(session, claim).id for _ in range(3)]
        for card_id in ids:
            make_review(session, session.get_one(Card, card_id), at=NOW)
    take_in(session, (("Prices", (FALL_6, EAST)), FIRST[1]), revise=True, now=NOW)
    html = get_page(client, "/inbox")
    assert "3 cards to look at" in html
    assert FALL_6 in html
    stale = get_page(client, "/articles/1")
    assert stale.count("Keep as it is") == 3
    post(client, f"/cards/{ids[0]}/keep", {"next": "/inbox"})
    fields = {"question": "How much?", "answer": "6%", "context": ""}
    post(client, f"/cards/{ids[1]}/edit", fields)
    post(client, f"/cards/{ids[2]}/delete", {"next": "/inbox"})
    session.rollback()
    session.expire_all()
    statuses = [session.get_one(Card, it).status for it in ids]
    assert statuses == [Status.KEPT, Status.KEPT, Status.RETIRED]
    assert session.scalars(sa.select(Relearn.card_id)).all() == [ids[1]]
    assert "to look at" not in get_page(client, "/inbox")


@pytest.mark.parametrize("claims", [2, 60])
def test_a_page_takes_the_same_queries_for_many_matches_and_changes(
    client: FlaskClient, app: Flask, session: Session, claims: int
) -> None:
    texts = [f"In 2024, {n + 2} harbours of type {n} closed." for n in range(claims)]
    take_in(session, (("Ports", texts),))
    with write_tx(session):
        other = make_article(session, title="Homes", groups=(texts,))
        twins = [claim.id for claim in other.groups[0].claims]
        for claim_id, twin in zip(range(1, claims + 1), twins, strict=True):
            session.add(
                ClaimMatch(
                    claim_id=claim_id, other_claim_id=twin, team_id=1, conflict="No."
                )
            )
            for card in (claim_id, twin):
                make_card(session, session.get_one(Claim, card), status=Status.STALE)
    changed = [text.replace("2024", "2025") for text in texts]
    take_in(session, (("Ports", changed),), revise=True)
    with app.app_context():
        engine = db.engine
    for url, most in (
        ("/articles/1", 22),
        ("/articles/1/revisions", 10),
        ("/inbox", 14),
    ):
        with count_queries(engine) as statements:
            get_page(client, url)
        assert len(statements) <= most, url
