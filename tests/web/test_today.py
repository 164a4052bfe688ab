from datetime import timedelta

from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from app.domain.review import Rating
from app.store.models import Card
from app.store.writing import write_tx
from tests.factories import make_article, make_card, make_review
from tests.support.library import NOW
from tests.support.pages import get_page


def test_an_empty_library_says_what_to_do_next(client: FlaskClient) -> None:
    page = get_page(client, "/")
    assert "Nothing to remember yet" in page
    assert "Paste a digest" in page


def test_what_is_due_is_counted_and_studied_in_one_click(
    client: FlaskClient, session: Session
) -> None:
    with write_tx(session):
        make_card(session)
        make_card(session)
        make_review(session, make_card(session), at=NOW - timedelta(days=30))
    page = get_page(client, "/")
    assert "3 cards to study now" in page
    assert 'href="/study"' in page
    assert "Three minutes" in page


def test_when_all_is_answered_nothing_is_due(
    client: FlaskClient, session: Session
) -> None:
    with write_tx(session):
        make_review(session, make_card(session), rating=Rating.EASY, at=NOW)
    page = get_page(client, "/")
    assert "Nothing is due now" in page
    assert "1 answer today, 1 of them new cards, in 4 seconds" in page
    assert "No group is below the retention you asked for" in page


def test_the_weakest_groups_come_first_and_at_most_three(
    client: FlaskClient, session: Session
) -> None:
    with write_tx(session):
        for name, days in (("Old", 50), ("Recent", 1), ("Older", 80), ("Oldest", 99)):
            _learned(session, name, days)
        make_article(session, title="Bare")
        make_card(session)
    page = get_page(client, "/")
    weakest = page.partition("Weakest groups")[2].partition("Retention of all")[0]
    places = [weakest.find(f"{name} ›") for name in ("Oldest", "Older", "Old")]
    assert places == sorted(places)
    assert places[0] > 0
    assert "Recent" not in weakest
    assert "1 group not learned yet" in weakest


def _learned(session: Session, title: str, days: int) -> Card:
    article = make_article(session, title=title)
    card = make_card(session, article.groups[0].claims[0])
    make_review(session, card, rating=Rating.EASY, at=NOW - timedelta(days=days))
    return card
