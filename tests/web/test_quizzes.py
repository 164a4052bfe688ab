import re
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.domain.card import GAP, Kind
from app.domain.review import Format
from app.services.start_quiz import start_quiz
from app.store.db import db
from app.store.models import Article, Card, Person, Quiz, QuizQuestion, ReviewEntry
from app.store.writing import write_tx
from app.web.moments import milliseconds_of
from tests.factories import (
    count_queries,
    make_article,
    make_card,
    make_review,
    own_team,
)
from tests.support.library import NOW
from tests.support.pages import get_page, post

CHOICES = ["4%", "7%", "9%"]
CLAIM = "Rents fell by 4% in 2024."


def cards_of(session: Session, count: int = 1, **over: Any) -> Article:
    """Make an article with cards that can be asked in every format."""
    article = make_article(session, title="Homes", groups=((CLAIM,),))
    for number in range(count):
        columns: dict[str, Any] = {
            "kind": Kind.NUMERIC,
            "question": f"By how much did rents fall in case {number}?",
            "answer": "4%",
            "choices": CHOICES,
            "statement_text": f"Rents fell by 9% in case {number}.",
            "statement_true": False,
            "statement_changed": "The figure: the claim says “4%”, not “9%”.",
        }
        make_card(session, article.groups[0].claims[0], **columns | over)
    return article


def begin(
    session: Session,
    person: Person,
    *formats: Format,
    **over: Any,
) -> int:
    """Start a quiz of questions in these formats and give its id."""
    with write_tx(session):
        cards_of(session, len(formats), **over)
        quiz = start_quiz(
            session,
            person_id=person.id,
            team_id=own_team(session),
            minutes=None,
            question_count=len(formats),
            now=NOW,
        )
        for question, asked in zip(quiz.questions, formats, strict=True):
            question.format = asked
            question.choices = CHOICES if asked is Format.CHOICE else None
        return quiz.id


def say(client: FlaskClient, quiz_id: int, number: int, **data: Any) -> TestResponse:
    address = f"/quizzes/{quiz_id}/questions/{number}"
    return post(client, address, data, page="/quizzes")


def reviews(session: Session) -> list[ReviewEntry]:
    session.rollback()
    return list(session.scalars(sa.select(ReviewEntry).order_by(ReviewEntry.seq)))


def questions(session: Session, quiz_id: int) -> list[QuizQuestion]:
    session.rollback()
    return list(
        session.scalars(
            sa.select(QuizQuestion)
            .where(QuizQuestion.quiz_id == quiz_id)
            .order_by(QuizQuestion.position)
        )
    )


def anothers_quiz(session: Session) -> int:
    with write_tx(session):
        other = Person(name="Other", created_at=NOW, timezone="UTC")
        session.add(other)
        session.flush()
        quiz = Quiz(
            person_id=other.id,
            team_id=own_team(session),
            minutes=3,
            question_count=None,
            created_at=NOW,
        )
        session.add(quiz)
        session.flush()
        return quiz.id


# Start


def test_an_empty_library_points_to_the_inbox(client: FlaskClient) -> None:
    html = get_page(client, "/quizzes")
    assert "No cards to ask about" in html
    assert 'href="/inbox"' in html


def test_groups_are_offered_with_what_is_known_of_them(
    client: FlaskClient, session: Session
) -> None:
    with write_tx(session):
        article = cards_of(session, 3)
        card = session.scalars(sa.select(Card).order_by(Card.id)).first()
        assert card is not None
        make_review(session, card, at=NOW - timedelta(minutes=1))
        group_id = article.groups[0].id
    html = get_page(client, "/quizzes")
    assert f'name="group" value="{group_id}"' in html
    assert "Group 1: Part 1" in html
    assert "3 cards · 100% recalled now · 2 not learned yet" in html
    assert "All of this article" in html


def test_three_minutes_are_the_default(client: FlaskClient, session: Session) -> None:
    with write_tx(session):
        cards_of(session)
    html = get_page(client, "/quizzes")
    assert re.search(r'<input checked id="minutes-1"[^>]*value="3"', html)


def test_an_address_fills_in_the_form(client: FlaskClient, session: Session) -> None:
    with write_tx(session):
        article = cards_of(session)
        other = make_article(session, groups=(("Other.",),))
        make_card(session, other.groups[0].claims[0])
        group_id, article_id = article.groups[0].id, other.id
    html = get_page(client, f"/quizzes?group={group_id}&article={article_id}&minutes=7")
    assert f'name="group" value="{group_id}" checked' in html
    assert f'name="article" value="{article_id}" checked' in html
    assert re.search(r'<input checked [^>]*value="7"', html)
    html = get_page(client, f"/quizzes?group={group_id}&questions=12")
    assert re.search(r'name="questions"[^>]*value="12"', html)


@pytest.mark.parametrize(
    "query", ["group=x", f"group={2**70}", "minutes=x", "minutes=", "questions=-1"]
)
def test_an_address_that_makes_no_sense_still_gives_the_form(
    client: FlaskClient, session: Session, query: str
) -> None:
    with write_tx(session):
        cards_of(session)
    get_page(client, f"/quizzes?{query}")


def test_a_quiz_starts_and_asks(client: FlaskClient, session: Session) -> None:
    with write_tx(session):
        article = cards_of(session, 6)
        group_id = article.groups[0].id
    data = {"group": group_id, "questions": 4, "minutes": 3}
    response = post(client, "/quizzes", data, page="/quizzes")
    assert response.status_code == 303
    quiz = session.scalars(sa.select(Quiz)).one()
    assert response.headers["Location"] == f"/quizzes/{quiz.id}"
    assert (quiz.minutes, quiz.question_count) == (None, 4)
    assert "Question 1 of 4" in get_page(client, f"/quizzes/{quiz.id}")


def test_a_whole_article_can_be_asked(client: FlaskClient, session: Session) -> None:
    with write_tx(session):
        article_id = cards_of(session, 2).id
        make_card(session)
    data = {"article": article_id, "questions": 9}
    post(client, "/quizzes", data, page="/quizzes")
    assert len(session.scalars(sa.select(QuizQuestion)).all()) == 2


def test_three_minutes_without_groups_ask_of_everything(
    client: FlaskClient, session: Session
) -> None:
    with write_tx(session):
        cards_of(session, 2)
        make_card(session)
    response = post(client, "/quizzes", {"minutes": 3}, page="/quizzes")
    assert response.status_code == 303
    assert len(session.scalars(sa.select(QuizQuestion)).all()) == 3


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"minutes": "0"}, "1 to 120 minutes"),
        ({"minutes": "x"}, "Invalid Choice"),
        ({"questions": "201"}, "1 to 200 questions"),
        ({"questions": "many"}, "Not a valid integer"),
        ({"article": str(2**40)}, "could not be coerced"),
    ],
)
def test_a_form_that_cannot_be_is_shown_again(
    client: FlaskClient, session: Session, data: dict[str, str], sentence: str
) -> None:
    with write_tx(session):
        group_id = cards_of(session).groups[0].id
    response = post(client, "/quizzes", {"group": group_id, **data}, page="/quizzes")
    html = response.get_data(as_text=True)
    assert response.status_code == 400
    assert sentence in html
    assert f'value="{group_id}" checked' in html


def test_groups_without_kept_cards_are_refused_in_a_sentence(
    client: FlaskClient, session: Session
) -> None:
    with write_tx(session):
        cards_of(session)
        bare = make_article(session).groups[0].id
    response = post(client, "/quizzes", {"group": bare}, page="/quizzes")
    assert response.status_code == 400
    assert "Keep some cards first" in response.get_data(as_text=True)
    assert session.scalars(sa.select(Quiz)).all() == []


def test_a_group_that_is_not_there_is_not_found(
    client: FlaskClient, session: Session
) -> None:
    with write_tx(session):
        cards_of(session)
    response = post(client, "/quizzes", {"group": 999}, page="/quizzes")
    assert response.status_code == 404


# Ask


@pytest.mark.parametrize(
    ("asked", "there", "hidden"),
    [
        (Format.CHOICE, ["Options", "is_unsure", "4%", "7%", "9%"], [CLAIM]),
        (Format.TRUE_FALSE, ["True or false?", "9% in case 0", "is_unsure"], [CLAIM]),
        (Format.TYPED, ["Your answer", "I do not know"], [CLAIM, "4%"]),
        (Format.RECALL, ["Show answer"], [CLAIM, "4%", "Recalled"]),
    ],
)
def test_each_format_asks_without_giving_away(
    client: FlaskClient,
    session: Session,
    person: Person,
    asked: Format,
    there: list[str],
    hidden: list[str],
) -> None:
    html = get_page(client, f"/quizzes/{begin(session, person, asked)}")
    for words in there:
        assert words in html
    for words in hidden:
        assert words not in html


def test_a_reload_shows_the_same_options_in_the_same_order(
    client: FlaskClient, session: Session, person: Person
) -> None:
    address = f"/quizzes/{begin(session, person, Format.CHOICE)}"
    options = re.compile(r'<button class="choice".*?</button>', re.DOTALL)
    first, second = (options.findall(get_page(client, address)) for _ in range(2))
    assert len(first) == 3
    assert first == second


def test_a_gap_is_filled_only_after_the_answer(
    client: FlaskClient, session: Session, person: Person
) -> None:
    quiz_id = begin(
        session, person, Format.TYPED, kind=Kind.CLOZE, question=f"Rents fell by {GAP}."
    )
    assert "gap--filled" not in get_page(client, f"/quizzes/{quiz_id}")
    say(client, quiz_id, 1, response="5")
    assert "gap--filled" in get_page(client, f"/quizzes/{quiz_id}/questions/1")


def test_showing_the_answer_keeps_the_moment_of_the_question(
    client: FlaskClient, app: Flask, session: Session, person: Person
) -> None:
    quiz_id = begin(session, person, Format.RECALL)
    shown_at = milliseconds_of(NOW)
    app.config["CLOCK"] = lambda: NOW + timedelta(seconds=9)
    html = get_page(client, f"/quizzes/{quiz_id}?answer=1&shown_at={shown_at}")
    assert CLAIM in html
    assert f'value="{shown_at}"' in html
    say(client, quiz_id, 1, response="right", shown_at=shown_at)
    assert reviews(session)[0].duration_ms == 9_000


def test_an_old_answer_side_gives_away_no_other_question(
    client: FlaskClient, session: Session, person: Person
) -> None:
    quiz_id = begin(session, person, Format.RECALL, Format.RECALL)
    say(client, quiz_id, 1, response="right")
    assert CLAIM not in get_page(client, f"/quizzes/{quiz_id}?answer=1")


# Answer


@pytest.mark.parametrize(
    ("asked", "response", "is_right", "words"),
    [
        (Format.CHOICE, "0", True, ["Right answer"]),
        (Format.CHOICE, "1", False, ["You chose “7%”.", "Right answer", "Your answer"]),
        (Format.TRUE_FALSE, "false", True, ["The statement is false.", "not “9%”"]),
        (Format.TRUE_FALSE, "true", False, ["The statement is false.", "not “9%”"]),
        (Format.TYPED, "4 percent", True, ["You typed “4 percent”."]),
        (Format.TYPED, "4.01%", False, ["Close, but not the figure.", "I was right"]),
        (Format.TYPED, "<b>5</b>", False, ["You typed “&lt;b&gt;5&lt;/b&gt;”."]),
    ],
)
def test_an_answer_is_followed_by_its_verdict(
    client: FlaskClient,
    session: Session,
    person: Person,
    asked: Format,
    response: str,
    is_right: bool,
    words: list[str],
) -> None:
    quiz_id = begin(session, person, asked)
    answered = say(client, quiz_id, 1, response=response)
    assert answered.status_code == 303
    address = f"/quizzes/{quiz_id}/questions/1"
    assert answered.headers["Location"] == address
    html = get_page(client, address)
    assert ("<strong>Right.</strong>" in html) is is_right
    assert ("<strong>Not right.</strong>" in html) is not is_right
    assert CLAIM in html
    claim_id = session.scalars(sa.select(Card.claim_id)).first()
    assert f"#claim-{claim_id}" in html
    for sentence in words:
        assert sentence in html


def test_what_was_recalled_goes_on_to_the_next_question(
    client: FlaskClient, session: Session, person: Person
) -> None:
    quiz_id = begin(session, person, Format.RECALL, Format.RECALL)
    response = say(client, quiz_id, 1, response="wrong")
    assert response.headers["Location"] == f"/quizzes/{quiz_id}"
    html = get_page(client, f"/quizzes/{quiz_id}")
    assert "Question 2 of 2" in html
    assert f'href="/quizzes/{quiz_id}/questions/1"' in html
    assert "Not right." in get_page(client, f"/quizzes/{quiz_id}/questions/1")


def test_unsure_is_hard_and_said(
    client: FlaskClient, session: Session, person: Person
) -> None:
    quiz_id = begin(session, person, Format.CHOICE)
    say(client, quiz_id, 1, response="0", is_unsure="y")
    assert "You were unsure" in get_page(client, f"/quizzes/{quiz_id}/questions/1")
    assert [it.rating for it in reviews(session)] == [2]


def test_not_knowing_is_wrong(
    client: FlaskClient, session: Session, person: Person
) -> None:
    quiz_id = begin(session, person, Format.TYPED)
    say(client, quiz_id, 1, response="", gives_up="y")
    assert "Not right." in get_page(client, f"/quizzes/{quiz_id}/questions/1")


def test_a_second_post_shows_the_first_verdict(
    client: FlaskClient, session: Session, person: Person
) -> None:
    quiz_id = begin(session, person, Format.CHOICE)
    for response in ("1", "0"):
        answered = say(client, quiz_id, 1, response=response)
        assert answered.headers["Location"] == f"/quizzes/{quiz_id}/questions/1"
    assert "You chose “7%”." in get_page(client, f"/quizzes/{quiz_id}/questions/1")
    assert len(reviews(session)) == 1


@pytest.mark.parametrize(
    ("asked", "response", "sentence"),
    [
        (Format.TYPED, "", "Type an answer"),
        (Format.TYPED, "x" * 1_001, "at most 1,000 characters"),
        (Format.CHOICE, "", "Choose one of the options"),
    ],
)
def test_an_answer_that_says_nothing_is_asked_again(
    client: FlaskClient,
    session: Session,
    person: Person,
    asked: Format,
    response: str,
    sentence: str,
) -> None:
    quiz_id = begin(session, person, asked)
    refused = say(client, quiz_id, 1, response=response, shown_at="1772722200000")
    html = refused.get_data(as_text=True)
    assert refused.status_code == 400
    assert sentence in html
    assert "Question 1 of 1" in html
    assert 'value="1772722200000"' in html
    assert reviews(session) == []


@pytest.mark.parametrize("shown_at", ["", "yesterday", "9" * 30, "-1"])
def test_a_strange_moment_costs_no_answer(
    client: FlaskClient, session: Session, person: Person, shown_at: str
) -> None:
    quiz_id = begin(session, person, Format.RECALL)
    say(client, quiz_id, 1, response="right", shown_at=shown_at)
    assert len(reviews(session)) == 1


def test_i_was_right_counts_and_is_said(
    client: FlaskClient, session: Session, person: Person
) -> None:
    quiz_id = begin(session, person, Format.TYPED)
    say(client, quiz_id, 1, response="5")
    address = f"/quizzes/{quiz_id}/questions/1"
    for _ in range(2):
        overridden = post(client, f"{address}/override", page="/quizzes")
        assert overridden.headers["Location"] == address
    html = get_page(client, address)
    assert "You said that you were right." in html
    assert "I was right" not in html
    assert [it.rating for it in reviews(session)] == [1, 3]
    assert "1 of 1 right" in get_page(client, f"/quizzes/{quiz_id}/result")


def test_an_option_cannot_be_judged_again(
    client: FlaskClient, session: Session, person: Person
) -> None:
    quiz_id = begin(session, person, Format.CHOICE)
    say(client, quiz_id, 1, response="1")
    address = f"/quizzes/{quiz_id}/questions/1"
    assert "I was right" not in get_page(client, address)
    assert post(client, f"{address}/override", page="/quizzes").status_code == 409


def test_an_edited_card_keeps_its_verdict(
    client: FlaskClient, session: Session, person: Person
) -> None:
    quiz_id = begin(session, person, Format.CHOICE, Format.TRUE_FALSE)
    say(client, quiz_id, 1, response="0")
    say(client, quiz_id, 2, response="false")
    with write_tx(session):
        for card in session.scalars(sa.select(Card)):
            card.answer, card.choices, card.statement_text = "Five", None, None
    for number in (1, 2):
        html = get_page(client, f"/quizzes/{quiz_id}/questions/{number}")
        assert "<strong>Right.</strong>" in html
        assert "Five" in html


# The end


def test_an_unanswered_question_has_no_verdict_yet(
    client: FlaskClient, session: Session, person: Person
) -> None:
    quiz_id = begin(session, person, Format.CHOICE)
    response = client.get(f"/quizzes/{quiz_id}/questions/1")
    assert response.headers["Location"] == f"/quizzes/{quiz_id}"


def test_the_last_answer_leads_to_the_result(
    client: FlaskClient, session: Session, person: Person
) -> None:
    quiz_id = begin(session, person, Format.CHOICE)
    say(client, quiz_id, 1, response="0")
    html = get_page(client, f"/quizzes/{quiz_id}/questions/1")
    assert "See the result" in html
    response = client.get(f"/quizzes/{quiz_id}")
    assert response.headers["Location"] == f"/quizzes/{quiz_id}/result"


def test_the_result_scores_by_group_and_lists_the_misses(
    client: FlaskClient, session: Session, person: Person
) -> None:
    quiz_id = begin(session, person, Format.CHOICE, Format.TYPED, Format.TRUE_FALSE)
    say(client, quiz_id, 1, response="0")
    say(client, quiz_id, 2, response="5")
    say(client, quiz_id, 3, response="true")
    html = get_page(client, f"/quizzes/{quiz_id}/result")
    assert "1 of 3 right" in html
    # s = 1/3 and g = (1/3 + 0 + 1/2) / 3 = 5/18, so (s - g) / (1 - g) = 1/13.
    shares = re.findall(r'facts__value">([^<]+)<', html)
    assert shares == ["33%", "8%"]
    assert "Group 1: Part 1" in html
    assert "too few" in html
    assert html.count("<li class=") == 2
    assert html.count(CLAIM) == 2
    assert "You typed “5”." in html
    assert "Send the misses to study" in html


def test_stopping_early_keeps_what_was_answered_and_can_be_taken_up(
    client: FlaskClient, session: Session, person: Person
) -> None:
    quiz_id = begin(session, person, Format.CHOICE, Format.CHOICE)
    say(client, quiz_id, 1, response="0")
    response = post(client, f"/quizzes/{quiz_id}/finish", page="/quizzes")
    assert response.headers["Location"] == f"/quizzes/{quiz_id}/result"
    html = get_page(client, f"/quizzes/{quiz_id}/result")
    assert "You answered 1 of 2 questions" in html
    assert "Go on with it" in html
    assert "stopped after 1 of 2" in get_page(client, "/quizzes")
    assert "Question 2 of 2" in get_page(client, f"/quizzes/{quiz_id}")


def test_a_quiz_stopped_at_once_has_no_score(
    client: FlaskClient, session: Session, person: Person
) -> None:
    quiz_id = begin(session, person, Format.CHOICE)
    post(client, f"/quizzes/{quiz_id}/finish", page="/quizzes")
    assert "Nothing answered yet" in get_page(client, f"/quizzes/{quiz_id}/result")


def test_the_list_says_where_each_quiz_stands(
    client: FlaskClient, session: Session, person: Person
) -> None:
    quiz_id = begin(session, person, Format.CHOICE, Format.CHOICE)
    say(client, quiz_id, 1, response="0")
    html = get_page(client, "/quizzes")
    assert "1 of 2 answered" in html
    assert "5 Mar 2026, 14:50 · Homes" in html
    assert "Continue" in html
    say(client, quiz_id, 2, response="1")
    html = get_page(client, "/quizzes")
    assert f'<a href="/quizzes/{quiz_id}/result">1 of 2 right</a>' in html
    assert "Continue" not in html


def test_the_misses_go_to_study(
    client: FlaskClient, session: Session, person: Person
) -> None:
    quiz_id = begin(session, person, Format.CHOICE)
    say(client, quiz_id, 1, response="1")
    response = post(client, f"/quizzes/{quiz_id}/study", page="/quizzes")
    assert response.status_code == 303
    group_id = session.scalars(sa.select(Card.group_id)).one()
    assert response.headers["Location"] == f"/study?group={group_id}"


def test_the_misses_of_several_groups_go_to_study_without_the_rest(
    client: FlaskClient, session: Session, person: Person
) -> None:
    quiz_id = begin(session, person, Format.CHOICE, Format.CHOICE, Format.CHOICE)
    for place, response in ((1, "1"), (2, "1"), (3, "0")):
        say(client, quiz_id, place, response=response)
    location = post(client, f"/quizzes/{quiz_id}/study", page="/quizzes").location
    missed = {
        session.get_one(Card, it.card_id).group_id
        for it in questions(session, quiz_id)[:2]
    }
    assert location == "/study?" + "&".join(f"group={it}" for it in sorted(missed))
    html = get_page(client, location)
    assert all(f'name="group" value="{it}"' in html for it in missed)


def test_the_misses_can_be_asked_again(
    client: FlaskClient, app: Flask, session: Session, person: Person
) -> None:
    quiz_id = begin(session, person, Format.CHOICE, Format.CHOICE)
    say(client, quiz_id, 1, response="1")
    say(client, quiz_id, 2, response="0")
    response = post(client, f"/quizzes/{quiz_id}/again", page="/quizzes")
    again = int(response.headers["Location"].rsplit("/", 1)[1])
    first, _ = questions(session, quiz_id)
    assert [it.card_id for it in questions(session, again)] == [first.card_id]


def test_a_deleted_article_leaves_no_broken_page(
    client: FlaskClient, session: Session, person: Person
) -> None:
    quiz_id = begin(session, person, Format.CHOICE)
    with write_tx(session):
        session.execute(sa.delete(Article))
    assert client.get(f"/quizzes/{quiz_id}").status_code == 303
    result = get_page(client, f"/quizzes/{quiz_id}/result")
    assert "Its articles were deleted" in result
    get_page(client, "/quizzes")


# Not mine, not there, not so


@pytest.mark.parametrize("tail", ["", "/questions/1", "/result"])
def test_anothers_quiz_is_not_found(
    client: FlaskClient, session: Session, tail: str
) -> None:
    assert client.get(f"/quizzes/{anothers_quiz(session)}{tail}").status_code == 404
    assert client.get(f"/quizzes/999{tail}").status_code == 404


@pytest.mark.parametrize(
    "tail", ["/questions/1", "/questions/1/override", "/finish", "/again", "/study"]
)
def test_anothers_quiz_takes_no_posts(
    client: FlaskClient, session: Session, tail: str
) -> None:
    with write_tx(session):
        cards_of(session)
    address = f"/quizzes/{anothers_quiz(session)}{tail}"
    assert post(client, address, {"response": "0"}, page="/quizzes").status_code == 404
    assert client.post(address).status_code == 403, "no form token"
    assert client.get(f"{address}/nothing").status_code == 404


def test_a_question_that_is_not_there_is_not_found(
    client: FlaskClient, session: Session, person: Person
) -> None:
    quiz_id = begin(session, person, Format.CHOICE)
    assert client.get(f"/quizzes/{quiz_id}/questions/2").status_code == 404
    assert client.get(f"/quizzes/{quiz_id}/questions/0").status_code == 404
    assert say(client, quiz_id, 2, response="0").status_code == 404


@pytest.mark.parametrize("cards", [2, 10])
def test_pages_take_the_same_queries_for_long_quizzes(
    client: FlaskClient,
    app: Flask,
    session: Session,
    person: Person,
    cards: int,
) -> None:
    quiz_id = begin(session, person, *[Format.RECALL] * cards)
    with write_tx(session):
        for question in session.get_one(Quiz, quiz_id).questions[1:]:
            question.answered_at, question.is_right = NOW, False
            question.response = "wrong"
    with app.app_context():
        engine: Engine = db.engine
    for address, most in (("", 8), ("/result", 8), ("/questions/2", 9)):
        with count_queries(engine) as statements:
            get_page(client, f"/quizzes/{quiz_id}{address}")
        assert len([it for it in statements if it.startswith("SELECT")]) <= most


def test_pages_write_nothing(
    client: FlaskClient, session: Session, person: Person
) -> None:
    quiz_id = begin(session, person, Format.CHOICE)
    for address in ("/quizzes", f"/quizzes/{quiz_id}", f"/quizzes/{quiz_id}/result"):
        get_page(client, address)
    (question,) = questions(session, quiz_id)
    assert question.shown_at is None
    assert question.answered_at is None


def test_moments_are_shown_in_the_persons_zone(
    client: FlaskClient, session: Session, person: Person
) -> None:
    begin(session, person, Format.CHOICE)
    with write_tx(session):
        session.get_one(Person, person.id).timezone = "Asia/Tokyo"
    assert "5 Mar 2026, 23:50" in get_page(client, "/quizzes")
