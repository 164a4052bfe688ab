import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.domain.card import Kind, Status
from app.domain.memory.schedule import Phase
from app.domain.review import Format, Mode, Rating
from app.store.db import db
from app.store.models import (
    Card,
    CardState,
    Person,
    ReviewEntry,
    Team,
    Withdrawal,
)
from app.store.writing import write_tx
from app.web.formatters import interval_words
from tests.factories import (
    count_queries,
    make_article,
    make_card,
    make_review,
    review_id,
)
from tests.support.library import NOW
from tests.support.pages import get_page, post

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
JSON = {"Accept": "application/json"}
CLAIM = "Rents fell by 4% in 2024."


def cards_of(session: Session, count: int = 1, **over: Any) -> list[Card]:
    """Make an article with a card for each of so many claims. Inside `write_tx`."""
    claims = [CLAIM, *(f"Claim {number}." for number in range(1, count))]
    article = make_article(session, title="Homes", groups=(claims,))
    return [make_card(session, it, **over) for it in article.groups[0].claims]


def field(html: str, name: str) -> str:
    # The last one: undo's form, which names another review, stands first.
    found = re.findall(rf'name="{name}" value="([^"]*)"', html)
    assert found, f"no {name}"
    return unescape(found[-1])


def rendered(html: str) -> str:
    """Leave out what only the script reads."""
    return re.sub(r'data-study="[^"]*"|<template.*?</template>', "", html, flags=re.S)


def question_of(html: str) -> str:
    found = re.search(r'<h1 class="card__question"[^>]*>(.*?)</h1>', html, re.DOTALL)
    assert found, "no question"
    return unescape(found.group(1))


def revealed(client: FlaskClient, html: str) -> str:
    """Follow the form of the question side, as a browser without script does."""
    named = {name: field(html, name) for name in ("card", "review", "shown_at")}
    return get_page(client, address("/study", show="answer", **named))


def address(path: str, **query: Any) -> str:
    return f"{path}?" + "&".join(f"{name}={it}" for name, it in query.items())


def grade(
    client: FlaskClient,
    html: str,
    rating: int,
    /,
    *,
    headers: Mapping[str, str] | None = None,
    **over: Any,
) -> TestResponse:
    """Send the form of the answer side."""
    names = ("card_id", "review_id", "shown_at")
    data = {name: field(html, name) for name in names} | {"rating": rating} | over
    return post(client, "/study/answer", data, headers=headers, page="/study")


def reviews(session: Session) -> list[ReviewEntry]:
    session.rollback()
    return list(session.scalars(sa.select(ReviewEntry).order_by(ReviewEntry.seq)))


def state(session: Session, card: Card) -> CardState:
    session.rollback()
    return session.scalars(
        sa.select(CardState).where(CardState.card_id == card.id)
    ).one()


def set_clock(app: Flask, moment: datetime) -> None:
    app.config["CLOCK"] = lambda: moment


# Nothing to study


def test_an_empty_library_asks_for_an_article(client: FlaskClient) -> None:
    html = get_page(client, "/study")
    assert "Nothing to study yet" in html
    assert 'href="/articles"' in html


def test_waiting_cards_point_to_the_inbox(
    client: FlaskClient, session: Session
) -> None:
    with write_tx(session):
        cards_of(session, status=Status.WAITING)
    html = get_page(client, "/study")
    assert "No cards kept yet" in html
    assert 'href="/inbox"' in html


def test_a_group_without_cards_leads_to_the_others(
    client: FlaskClient, session: Session
) -> None:
    with write_tx(session):
        cards_of(session)
        group_id = make_article(session).groups[0].id
    html = get_page(client, address("/study", group=group_id))
    assert "No cards to study here" in html
    assert "Study everything" in html


# The question side


def test_the_question_stands_below_its_place_and_hides_the_answer(
    client: FlaskClient, session: Session
) -> None:
    with write_tx(session):
        (card,) = cards_of(session, context="In Oslo.", answer="By a thirtieth")
    html = get_page(client, "/study")
    shown = rendered(html)
    assert question_of(html) == card.question
    assert "Homes" in shown
    assert "Group 1: Part 1" in shown
    assert "In Oslo." in shown
    assert "By a thirtieth" not in shown
    assert CLAIM not in shown
    assert "Show answer" in shown


def test_the_current_queue_is_underlined(client: FlaskClient, session: Session) -> None:
    with write_tx(session):
        _new, learning, due = cards_of(session, 3)
        make_review(session, learning, rating=Rating.AGAIN, at=NOW - 2 * MINUTE)
        make_review(session, due, rating=Rating.EASY, at=NOW - 60 * DAY)
    html = get_page(client, "/study")
    assert re.findall(r"<b>(\d+)</b> (\w+)", html) == [
        ("1", "new"),
        ("1", "learning"),
        ("1", "review"),
    ]
    assert '<span class="counts__learning" data-current>' in html
    assert html.count("data-current") == 1
    assert question_of(html) == learning.question


def test_a_cloze_shows_its_gap_and_then_fills_it(
    client: FlaskClient, session: Session
) -> None:
    with write_tx(session):
        cards_of(session, kind=Kind.CLOZE, question="Down by […] now.", answer="4%")
    html = get_page(client, "/study")
    assert '<span class="gap">' in question_of(html)
    assert 'gap--filled">4%<' in question_of(revealed(client, html))


def test_words_of_articles_are_escaped(client: FlaskClient, session: Session) -> None:
    with write_tx(session):
        cards_of(session, question="<script>alert(1)</script>'\"?", answer="<b>&'\"")
    html = get_page(client, "/study")
    assert "<script>alert" not in html
    assert "<b>&'" not in revealed(client, html)


# The answer side


def test_the_answer_comes_with_its_source_citations_and_notes(
    client: FlaskClient, session: Session
) -> None:
    with write_tx(session):
        (card,) = cards_of(session, answer="4%")
        card.claim.notes = ["The figures do not add up."]
        article_id = card.claim.group.article_id
        href = f"/articles/{article_id}?claim={card.claim_id}#claim-{card.claim_id}"
    html = revealed(client, get_page(client, "/study"))
    assert '<p class="card__reply" lang="en">4%</p>' in html
    assert CLAIM in html
    assert "[1]" in html
    assert "The figures do not add up." in html
    assert f'href="{href}" data-hotkey="s"' in html


def test_revealing_keeps_the_id_of_the_answer(
    client: FlaskClient, session: Session
) -> None:
    with write_tx(session):
        cards_of(session, 3)
    html = get_page(client, "/study")
    answer_side = revealed(client, html)
    assert field(answer_side, "review_id") == field(html, "review")
    assert field(answer_side, "shown_at") == field(html, "shown_at")
    assert question_of(answer_side) == question_of(html)


def test_an_old_address_never_shows_another_cards_answer(
    client: FlaskClient, session: Session
) -> None:
    with write_tx(session):
        first, second = cards_of(session, 2)
        make_review(session, first, rating=Rating.EASY, at=NOW - MINUTE)
    html = get_page(
        client, address("/study", card=first.id, review=uuid4(), show="answer")
    )
    assert question_of(html) == second.question
    assert 'class="card__answer"' not in rendered(html)


@pytest.mark.parametrize("query", ["card=x&review=y", "card=0", "card=9" + "9" * 30])
def test_a_strange_address_shows_the_next_card(
    client: FlaskClient, session: Session, query: str
) -> None:
    with write_tx(session):
        (card,) = cards_of(session)
    page = get_page(client, f"/study?{query}&show=answer&edit=1&shown_at=z&aside=q")
    assert question_of(page) == card.question


def test_an_id_that_was_used_is_not_used_again(
    client: FlaskClient, session: Session
) -> None:
    with write_tx(session):
        (card,) = cards_of(session)
        make_review(session, card, rating=Rating.AGAIN, at=NOW - 2 * MINUTE, number=1)
    html = get_page(client, address("/study", card=card.id, review=review_id(1)))
    assert question_of(html) == card.question
    assert field(html, "review") != str(review_id(1))


# Grading


@pytest.mark.parametrize("ago", [None, 1, 60])
@pytest.mark.parametrize("rating", Rating)
def test_a_button_keeps_its_word(
    client: FlaskClient, session: Session, rating: Rating, ago: int | None
) -> None:
    with write_tx(session):
        (card,) = cards_of(session)
        if ago:
            make_review(session, card, rating=Rating.EASY, at=NOW - (ago + 400) * DAY)
            make_review(session, card, rating=Rating.GOOD, at=NOW - 400 * DAY)
    html = revealed(client, get_page(client, "/study"))
    promised = [unescape(it) for it in re.findall(r'__interval">([^<]+)<', html)]
    assert len(promised) == 4
    response = grade(client, html, rating)
    assert response.status_code == 303
    assert response.headers["Location"] == "/study"
    stored = state(session, card)
    assert stored.due_at is not None
    wait = (
        timedelta(stored.interval_days) if stored.interval_days else stored.due_at - NOW
    )
    assert promised[rating - 1] == interval_words(wait)


def test_an_answer_is_a_review_of_the_card_shown(
    client: FlaskClient, session: Session
) -> None:
    with write_tx(session):
        (card,) = cards_of(session)
    html = revealed(client, get_page(client, "/study"))
    grade(client, html, 3, duration_ms=4_321)
    (stored,) = reviews(session)
    assert stored.id == UUID(field(html, "review_id"))
    assert stored.card_id == card.id
    assert stored.rating == Rating.GOOD
    assert (stored.mode, stored.format) == (Mode.STUDY, Format.RECALL)
    assert stored.duration_ms == 4_321
    assert stored.reviewed_at == NOW


@pytest.mark.parametrize(("seconds", "stored"), [(7, 7_000), (400, 60_000)])
def test_without_script_time_runs_from_the_question(
    client: FlaskClient, app: Flask, session: Session, seconds: int, stored: int
) -> None:
    with write_tx(session):
        cards_of(session)
    html = get_page(client, "/study")
    set_clock(app, NOW + timedelta(seconds=seconds))
    grade(client, revealed(client, html), 3)
    assert [it.duration_ms for it in reviews(session)] == [stored]


def test_the_same_answer_twice_is_one(client: FlaskClient, session: Session) -> None:
    with write_tx(session):
        cards_of(session, 2)
    html = get_page(client, "/study")
    for _ in range(2):
        assert grade(client, html, 3).status_code == 303
    assert len(reviews(session)) == 1


def test_the_same_answer_after_a_day_is_one(
    client: FlaskClient, app: Flask, session: Session
) -> None:
    with write_tx(session):
        cards_of(session)
    html = get_page(client, "/study")
    grade(client, html, 3)
    set_clock(app, NOW + DAY)
    assert grade(client, html, 3, headers=JSON).status_code == 200
    assert len(reviews(session)) == 1


def test_another_grade_under_the_same_id_changes_nothing(
    client: FlaskClient, session: Session
) -> None:
    with write_tx(session):
        (card,) = cards_of(session)
    html = get_page(client, "/study")
    grade(client, html, 3)
    before = state(session, card).due_at
    assert grade(client, html, 1).status_code == 409
    assert grade(client, html, 1, headers=JSON).status_code == 409
    assert [it.rating for it in reviews(session)] == [3]
    assert state(session, card).due_at == before


def test_a_second_press_never_grades_the_next_card(
    client: FlaskClient, session: Session
) -> None:
    with write_tx(session):
        cards_of(session, 2)
    html = get_page(client, "/study")
    grade(client, html, 3)
    following = get_page(client, "/study")
    grade(client, html, 3)
    assert len({it.card_id for it in reviews(session)}) == 1
    assert question_of(following) != question_of(html)
    assert question_of(get_page(client, "/study")) == question_of(following)


def test_a_card_shown_in_two_places_is_reviewed_twice_in_order(
    client: FlaskClient, session: Session
) -> None:
    with write_tx(session):
        (card,) = cards_of(session)
    here, there = get_page(client, "/study"), get_page(client, "/study")
    assert field(here, "review") != field(there, "review")
    assert grade(client, here, 3).status_code == 303
    assert grade(client, there, 1).status_code == 303
    assert [it.rating for it in reviews(session)] == [3, 1]
    assert state(session, card).reps == 2
    post(client, "/study/undo", {"review_id": field(here, "review")}, page="/study")
    stored = state(session, card)
    assert stored.reps == 1
    assert stored.phase is Phase.LEARNING
    assert stored.due_at == NOW + MINUTE


@pytest.mark.parametrize(
    "broken",
    [
        {"rating": "5"},
        {"rating": ""},
        {"rating": "good"},
        {"review_id": "17"},
        {"card_id": "x"},
        {"card_id": "9" * 30},
    ],
)
def test_an_answer_that_names_nothing_is_refused(
    client: FlaskClient, session: Session, broken: dict[str, Any]
) -> None:
    with write_tx(session):
        cards_of(session)
    html = get_page(client, "/study")
    data = {"rating": "3"} | broken
    rating = data.pop("rating")
    response = grade(client, html, 3, **{"rating": rating} | data)
    assert response.status_code == 400
    assert reviews(session) == []


@pytest.mark.parametrize("strange", ["-1", "x", "9" * 40, "1.5"])
def test_a_strange_duration_or_moment_costs_no_answer(
    client: FlaskClient, session: Session, strange: str
) -> None:
    with write_tx(session):
        cards_of(session)
    html = get_page(client, "/study")
    names = ("duration_ms", "shown_at", "answered_at")
    over: dict[str, Any] = dict.fromkeys(names, strange)
    assert grade(client, html, 3, **over).status_code == 303
    (stored,) = reviews(session)
    assert (stored.duration_ms, stored.reviewed_at) == (0, NOW)


# With script


def test_an_answer_brings_the_cards_after_those_held(
    client: FlaskClient, session: Session
) -> None:
    with write_tx(session):
        cards = cards_of(session, 6)
    html = get_page(client, "/study")
    held = ",".join(str(card.id) for card in cards[1:3])
    response = grade(client, html, 3, headers=JSON, holding=held)
    assert response.status_code == 200
    found = response.get_json()
    assert found["counts"] == {"new": 5, "learning": 1, "review": 0}
    assert [it["card_id"] for it in found["next"]] == [it.id for it in cards[3:]]
    first = found["next"][0]
    assert first["question"] == cards[3].question
    assert first["answer"] == cards[3].answer
    assert first["crumbs"][1] == {"label": "Group 1: Part 1", "lang": "en"}
    assert first["claim"] == "Claim 3."
    assert first["citations"] == [1]
    assert first["queue"] == "new"
    assert first["intervals"]["1"] == "<1m"
    assert UUID(first["review_id"])


def test_what_the_script_shows_is_what_the_page_shows(
    client: FlaskClient, session: Session
) -> None:
    with write_tx(session):
        cards_of(session, 2)
    html = get_page(client, "/study")
    (held,) = re.findall(r'data-study="([^"]*)"', html)
    assert unescape(held).count('"card_id"') == 2
    following = grade(client, html, 3, headers=JSON).get_json()["next"][0]
    page = get_page(client, following["href"])
    assert question_of(page) == following["question"]
    assert field(page, "review") == following["review_id"]
    page = get_page(client, following["answer_href"])
    assert following["answer"] in page
    words = [unescape(it) for it in re.findall(r'__interval">([^<]+)<', page)]
    assert words == list(following["intervals"].values())


def test_the_last_answer_brings_nothing(client: FlaskClient, session: Session) -> None:
    with write_tx(session):
        cards_of(session)
    html = get_page(client, "/study")
    found = grade(client, html, 4, headers=JSON).get_json()
    assert found == {"counts": {"new": 0, "learning": 0, "review": 0}, "next": []}


def test_an_answer_that_was_held_back_keeps_its_moment(
    client: FlaskClient, app: Flask, session: Session
) -> None:
    with write_tx(session):
        cards_of(session)
    html = get_page(client, "/study")
    answered_at = int((NOW + MINUTE).timestamp() * 1_000)
    for later in (60, 90):
        set_clock(app, NOW + later * MINUTE)
        response = grade(client, html, 3, headers=JSON, answered_at=answered_at)
        assert response.status_code == 200
    assert [it.reviewed_at for it in reviews(session)] == [NOW + MINUTE]


@pytest.mark.parametrize("moment", [NOW + 5 * DAY, NOW.replace(year=1970)])
def test_a_clock_that_goes_wrong_costs_no_answer(
    client: FlaskClient, session: Session, moment: datetime
) -> None:
    with write_tx(session):
        cards_of(session)
    html = get_page(client, "/study")
    wrong = int(moment.timestamp() * 1_000)
    assert grade(client, html, 3, answered_at=wrong).status_code == 303
    assert [it.reviewed_at for it in reviews(session)] == [NOW]


def test_an_answer_sent_again_later_is_the_same_answer(
    client: FlaskClient, app: Flask, session: Session
) -> None:
    with write_tx(session):
        cards_of(session)
    html = get_page(client, "/study")
    for seconds in (4, 9):
        set_clock(app, NOW + timedelta(seconds=seconds))
        assert grade(client, html, 3).status_code == 303
    assert [it.duration_ms for it in reviews(session)] == [4_000]


# Undo


def undo(client: FlaskClient, html: str, **query: Any) -> TestResponse:
    found = re.search(r'study/undo.*?name="review_id" value="([^"]+)"', html, re.DOTALL)
    assert found, "no undo"
    return post(client, "/study/undo", {"review_id": found.group(1)}, page="/study")


def test_undo_shows_the_card_again(client: FlaskClient, session: Session) -> None:
    with write_tx(session):
        cards_of(session, 3)
    html = get_page(client, "/study")
    card_id = int(field(html, "card"))
    grade(client, html, 4)
    after = get_page(client, "/study")
    assert 'data-hotkey="u z Mod+z"' in after
    response = undo(client, after)
    assert response.headers["Location"] == f"/study?card={card_id}"
    again = get_page(client, response.headers["Location"])
    assert question_of(again) == question_of(html)
    assert field(again, "review") != field(html, "review")
    assert session.scalar(sa.select(sa.func.count()).select_from(Withdrawal)) == 1


def test_undo_on_the_finished_page_goes_back_step_by_step(
    client: FlaskClient, session: Session
) -> None:
    with write_tx(session):
        first, second = cards_of(session, 2)
    for _ in range(2):
        grade(client, get_page(client, "/study"), 4)
    html = get_page(client, "/study")
    assert "That is all for now" in html
    undo(client, html)
    undo(client, get_page(client, "/study"))
    assert state(session, first).phase is Phase.NEW
    assert state(session, second).phase is Phase.NEW
    html = get_page(client, "/study")
    assert re.search(r"data-study-undo hidden", html)


def test_undo_twice_takes_back_one(client: FlaskClient, session: Session) -> None:
    with write_tx(session):
        cards_of(session, 2)
    for _ in range(2):
        grade(client, get_page(client, "/study"), 4)
    html = get_page(client, "/study")
    for _ in range(2):
        assert undo(client, html).status_code == 303
    session.rollback()
    assert session.scalar(sa.select(sa.func.count()).select_from(Withdrawal)) == 1


@pytest.mark.parametrize(("given", "status"), [("x", 400), (str(review_id(99)), 404)])
def test_undo_of_nothing_is_refused(
    client: FlaskClient, given: str, status: int
) -> None:
    response = post(client, "/study/undo", {"review_id": given}, page="/articles")
    assert response.status_code == status


# Bury, suspend, bring back


@pytest.mark.parametrize(
    ("verb", "words"), [("bury", "Buried:"), ("suspend", "Suspended:")]
)
def test_a_card_set_aside_is_gone_until_it_is_brought_back(
    client: FlaskClient, session: Session, verb: str, words: str
) -> None:
    with write_tx(session):
        first, second = cards_of(session, 2)
    response = post(client, f"/study/{verb}", {"card_id": first.id}, page="/study")
    assert response.status_code == 303
    html = get_page(client, response.headers["Location"])
    assert question_of(html) == second.question
    assert words in html
    response = post(client, "/study/bring-back", {"card_id": first.id}, page="/study")
    html = get_page(client, response.headers["Location"])
    assert question_of(html) == first.question
    assert words not in html
    assert reviews(session) == []


def test_the_last_card_can_be_brought_back_too(
    client: FlaskClient, session: Session
) -> None:
    with write_tx(session):
        (card,) = cards_of(session)
    response = post(client, "/study/bury", {"card_id": card.id}, page="/study")
    html = get_page(client, response.headers["Location"])
    assert "Nothing is due now" in html
    assert "Bring it back" in html
    assert "tomorrow at 04:00" in html


# Edit


def test_an_edit_returns_to_the_same_side_of_the_same_card(
    client: FlaskClient, session: Session
) -> None:
    with write_tx(session):
        cards_of(session, 3, context="In Oslo.", answer="4%")
    html = revealed(client, get_page(client, "/study"))
    found = re.search(r'href="([^"]+)" data-hotkey="e"', html)
    assert found
    form = get_page(client, unescape(found.group(1)))
    action = re.search(r'action="(/study/edit[^"]*)"', form)
    assert action
    assert "4%</textarea>" in form
    assert 'value="In Oslo."' in form
    card_id = field(form, "card_id")
    data = {"card_id": card_id, "question": "How far?", "answer": "5%", "context": ""}
    response = post(client, unescape(action.group(1)), data, page="/study")
    assert response.status_code == 303
    after = get_page(client, response.headers["Location"])
    assert question_of(after) == "How far?"
    assert '<p class="card__reply" lang="en">5%</p>' in after
    assert "In Oslo." not in re.sub(r'data-study="[^"]*"', "", after)
    assert field(after, "review_id") == field(html, "review_id")


def test_an_edit_that_is_refused_keeps_what_was_typed(
    client: FlaskClient, session: Session
) -> None:
    with write_tx(session):
        (card,) = cards_of(session)
    data = {"card_id": card.id, "question": "How far now?", "answer": " "}
    response = post(client, "/study/edit?show=answer", data, page="/study")
    html = response.get_data(as_text=True)
    assert response.status_code == 400
    assert "The answer is empty." in html
    assert "How far now?</textarea>" in html
    session.rollback()
    assert session.get_one(Card, card.id).question != "How far now?"


def test_an_edit_refused_after_the_card_went_keeps_what_was_typed(
    client: FlaskClient, session: Session
) -> None:
    with write_tx(session):
        first, _ = cards_of(session, 2)
        make_review(session, first, rating=Rating.EASY, at=NOW - MINUTE)
    data = {"card_id": first.id, "question": "How far now?", "answer": ""}
    response = post(client, "/study/edit", data, page="/study")
    assert response.status_code == 400
    assert "How far now?" in response.get_data(as_text=True)


# The finished page


def test_the_finished_page_says_what_was_done_and_what_comes(
    client: FlaskClient, session: Session
) -> None:
    with write_tx(session):
        for number, card in enumerate(cards_of(session, 2)):
            at = NOW - (number + 1) * MINUTE
            make_review(session, card, rating=Rating.EASY, at=at)
    html = get_page(client, "/study")
    assert "That is all for now" in html
    values = re.findall(r'facts__value">([^<]+)<', html)
    assert values == ["2", "2", "8 seconds"]
    assert "The next card comes on" in html
    assert 'href="/articles"' in html
    assert "/study/undo" in html


@pytest.mark.parametrize("ends", [30, 90])
def test_a_step_still_to_come_is_named(
    client: FlaskClient, session: Session, ends: int
) -> None:
    with write_tx(session):
        (card,) = cards_of(session)
        make_review(session, card, rating=Rating.GOOD, at=NOW - MINUTE)
        session.execute(sa.update(CardState).values(due_at=NOW + ends * MINUTE))
    words = {30: "in 30 minutes", 90: "today at 16:20"}[ends]
    assert f"The next card comes {words}." in get_page(client, "/study")


def test_a_limit_that_is_reached_is_said(client: FlaskClient, session: Session) -> None:
    with write_tx(session):
        session.execute(sa.update(Person).values(new_per_day=1))
        first, _ = cards_of(session, 2)
        make_review(session, first, rating=Rating.EASY, at=NOW - MINUTE)
    html = get_page(client, "/study")
    assert "your limit is 1 a day" in html
    assert "tomorrow at 04:00" in html


def test_limits_of_nothing_say_that_nothing_comes(
    client: FlaskClient, session: Session
) -> None:
    with write_tx(session):
        session.execute(sa.update(Person).values(new_per_day=0))
        cards_of(session)
    html = get_page(client, "/study")
    assert "No card is coming" in html


# Part of the library


@pytest.mark.parametrize("name", ["group", "article"])
def test_a_sitting_stays_with_its_part(
    client: FlaskClient, session: Session, name: str
) -> None:
    with write_tx(session):
        (other,) = cards_of(session)
        (card,) = [make_card(session)]
        group = card.claim.group
        number = group.id if name == "group" else group.article_id
    html = get_page(client, address("/study", **{name: number}))
    assert question_of(html) == card.question
    assert f'name="{name}" value="{number}"' in html
    assert f'action="/study/answer?{name}={number}"' in html
    data = {key: field(html, key) for key in ("card_id", "review_id")} | {"rating": 4}
    response = post(
        client, address("/study/answer", **{name: number}), data, page="/study"
    )
    assert response.headers["Location"] == address("/study", **{name: number})
    html = get_page(client, response.headers["Location"])
    assert "That is all for now" in html
    assert question_of(get_page(client, "/study")) == other.question


# Not mine, not there, not so


def anothers_card(session: Session) -> Card:
    with write_tx(session):
        team = Team(name="Others", created_at=NOW)
        session.add(team)
        session.flush()
        article = make_article(session, team_id=team.id)
        return make_card(session, article.groups[0].claims[0])


@pytest.mark.parametrize("verb", ["answer", "bury", "suspend", "bring-back", "edit"])
def test_anothers_card_does_not_exist(
    client: FlaskClient, session: Session, verb: str
) -> None:
    with write_tx(session):
        cards_of(session)
    card_id = anothers_card(session).id
    for number in (card_id, 999_999):
        data = {
            "card_id": number,
            "review_id": str(uuid4()),
            "rating": 3,
            "question": "Mine?",
            "answer": "Mine",
        }
        response = post(client, f"/study/{verb}", data, page="/study")
        assert response.status_code == 404
    assert reviews(session) == []


def test_anothers_group_does_not_exist(client: FlaskClient, session: Session) -> None:
    card = anothers_card(session)
    assert client.get(f"/study?group={card.group_id}").status_code == 404
    assert client.get("/study?article=999999").status_code == 404


@pytest.mark.parametrize("query", ["group=abc", "group=%ff", "group=0", "article=x"])
def test_what_names_no_group_is_not_a_sitting_about_everything(
    client: FlaskClient, query: str
) -> None:
    assert client.get(f"/study?{query}").status_code == 404


@pytest.mark.parametrize(
    "verb", ["answer", "undo", "bury", "suspend", "bring-back", "edit"]
)
def test_every_post_needs_its_token_and_takes_no_get(
    client: FlaskClient, session: Session, verb: str
) -> None:
    with write_tx(session):
        (card,) = cards_of(session)
    data = {"card_id": card.id, "review_id": str(uuid4()), "rating": 3}
    assert client.post(f"/study/{verb}", data=data).status_code == 403
    assert client.get(f"/study/{verb}").status_code == 405
    assert reviews(session) == []


@pytest.mark.parametrize("verb", ["bury", "suspend", "bring-back", "edit"])
def test_a_form_without_its_card_is_refused(
    client: FlaskClient, session: Session, verb: str
) -> None:
    with write_tx(session):
        cards_of(session)
    assert post(client, f"/study/{verb}", page="/study").status_code == 400


def test_looking_writes_nothing(
    client: FlaskClient, app: Flask, session: Session
) -> None:
    with write_tx(session):
        cards_of(session, 2)
    with app.app_context():
        engine = db.engine
    with count_queries(engine) as statements:
        revealed(client, get_page(client, "/study"))
    assert all(it.startswith(("SELECT", "BEGIN")) for it in statements)


@pytest.mark.parametrize("cards", [2, 30])
def test_a_page_takes_the_same_queries_for_many_cards(
    client: FlaskClient, app: Flask, session: Session, cards: int
) -> None:
    with write_tx(session):
        cards_of(session, cards)
    with app.app_context():
        engine = db.engine
    with count_queries(engine) as statements:
        get_page(client, "/study")
    assert len([it for it in statements if it.startswith("SELECT")]) <= 17


def test_moments_are_of_the_persons_zone(client: FlaskClient, session: Session) -> None:
    with write_tx(session):
        session.execute(sa.update(Person).values(timezone="Asia/Tokyo"))
        (card,) = cards_of(session)
    assert datetime.now(UTC).tzinfo is UTC
    response = post(client, "/study/bury", {"card_id": card.id}, page="/study")
    html = get_page(client, response.headers["Location"])
    # 23:50 in Tokyo: the next study day starts at 04:00 there.
    assert "tomorrow at 04:00" in html
