from datetime import datetime, timedelta
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.domain.card import Kind, Status
from app.domain.errors import ConflictError, InputError, NotFoundError
from app.domain.memory.schedule import fold
from app.domain.memory.settings import SchedulerSettings
from app.domain.review import Format, Mode, Rating
from app.services.answer_question import answer_question, override_verdict
from app.services.edit_card import edit_card
from app.services.start_quiz import start_quiz
from app.store.models import (
    Card,
    CardState,
    DailyCount,
    Person,
    Quiz,
    QuizQuestion,
    ReviewEntry,
    Withdrawal,
)
from app.store.queries.log import reviews_of_card
from app.store.schedules import schedule_of
from app.store.writing import write_tx
from tests.factories import make_card, own_team
from tests.support.library import NOW

LATER = NOW + timedelta(seconds=7)
CHOICES = ["4%", "7%", "9%"]


def ask(session: Session, person: Person, asked: Format, cards: int = 1) -> Quiz:
    """Start a quiz whose questions all have one format. Inside `write_tx`."""
    for number in range(cards):
        make_card(
            session,
            kind=Kind.NUMERIC,
            question=f"What fell by how much in case {number}?",
            answer="4%",
            choices=CHOICES,
            statement_text="It fell by 9%.",
            statement_true=False,
            statement_changed="The figure.",
        )
    quiz = start_quiz(
        session,
        person_id=person.id,
        team_id=own_team(session),
        minutes=None,
        question_count=cards,
        now=NOW,
    )
    shown = CHOICES if asked is Format.CHOICE else None
    for question in quiz.questions:
        question.format, question.choices = asked, shown
    session.flush()
    return quiz


def say(
    session: Session,
    person: Person,
    quiz: Quiz,
    response: str | None,
    *,
    position: int = 0,
    is_unsure: bool = False,
    shown_at: datetime | None = NOW,
    now: datetime = LATER,
) -> QuizQuestion:
    return answer_question(
        session,
        person=person,
        team_id=own_team(session),
        quiz_id=quiz.id,
        position=position,
        response=response,
        is_unsure=is_unsure,
        shown_at=shown_at,
        now=now,
    )


def reviews(session: Session) -> list[ReviewEntry]:
    return list(session.scalars(sa.select(ReviewEntry).order_by(ReviewEntry.seq)))


@pytest.mark.parametrize(
    ("asked", "response", "is_unsure", "rating", "options"),
    [
        (Format.CHOICE, "0", False, Rating.GOOD, 3),
        (Format.CHOICE, "0", True, Rating.HARD, 3),
        (Format.CHOICE, "1", False, Rating.AGAIN, 3),
        (Format.CHOICE, "1", True, Rating.AGAIN, 3),
        (Format.TRUE_FALSE, "false", False, Rating.GOOD, 2),
        (Format.TRUE_FALSE, "false", True, Rating.HARD, 2),
        (Format.TRUE_FALSE, "true", False, Rating.AGAIN, 2),
        (Format.TYPED, "4 percent", False, Rating.GOOD, None),
        (Format.TYPED, "5", False, Rating.AGAIN, None),
        (Format.TYPED, None, False, Rating.AGAIN, None),
        (Format.RECALL, "right", False, Rating.GOOD, None),
        (Format.RECALL, "wrong", False, Rating.AGAIN, None),
    ],
)
def test_an_answer_is_a_review(
    session: Session,
    person: Person,
    asked: Format,
    response: str | None,
    is_unsure: bool,
    rating: Rating,
    options: int | None,
) -> None:
    with write_tx(session):
        quiz = ask(session, person, asked)
        question = say(session, person, quiz, response, is_unsure=is_unsure)
        review_id = question.review_id
        assert question.is_right is rating.passed
    (review,) = reviews(session)
    assert review.id == review_id
    assert (review.rating, review.mode, review.format) == (rating, Mode.QUIZ, asked)
    assert (review.options, review.duration_ms) == (options, 7_000)
    assert review.reviewed_at == LATER


@pytest.mark.parametrize(
    ("asked", "given", "kept"),
    [
        (Format.CHOICE, "1", "7%"),
        (Format.TRUE_FALSE, "true", "true"),
        (Format.TYPED, " 5 ", "5"),
        (Format.TYPED, None, None),
        (Format.RECALL, "wrong", "wrong"),
    ],
)
def test_what_was_answered_is_kept_in_words(
    session: Session, person: Person, asked: Format, given: str | None, kept: str | None
) -> None:
    with write_tx(session):
        question = say(session, person, ask(session, person, asked), given)
        assert question.response == kept
        assert question.answered_at == LATER


def test_answering_twice_stores_one_review_and_the_first_verdict(
    session: Session, person: Person
) -> None:
    with write_tx(session):
        quiz = ask(session, person, Format.CHOICE)
        say(session, person, quiz, "1")
    with write_tx(session):
        again = say(session, person, quiz, "0", now=LATER + timedelta(minutes=1))
        assert again.is_right is False
        assert again.response == "7%"
        assert again.answered_at == LATER
    assert len(reviews(session)) == 1


@pytest.mark.parametrize("response", ["3", "", "7%"])
def test_a_response_that_answers_nothing_changes_nothing(
    session: Session, person: Person, response: str
) -> None:
    with write_tx(session):
        quiz = ask(session, person, Format.CHOICE)
    with pytest.raises(InputError, match="Choose one"), write_tx(session):
        say(session, person, quiz, response)
    question = session.scalars(sa.select(QuizQuestion)).one()
    assert question.answered_at is None
    assert reviews(session) == []


def test_the_last_answer_ends_the_quiz(session: Session, person: Person) -> None:
    with write_tx(session):
        quiz = ask(session, person, Format.RECALL, cards=2)
        say(session, person, quiz, "right", position=1)
        assert quiz.finished_at is None
        say(session, person, quiz, "right", position=0)
        assert quiz.finished_at == LATER


def test_a_question_whose_card_is_gone_does_not_keep_a_quiz_open(
    session: Session, person: Person
) -> None:
    with write_tx(session):
        quiz = ask(session, person, Format.RECALL, cards=2)
        session.get_one(Card, quiz.questions[1].card_id).status = Status.RETIRED
        session.flush()
        say(session, person, quiz, "right", position=0)
        assert quiz.finished_at == LATER


@pytest.mark.parametrize("asked", [Format.CHOICE, Format.TRUE_FALSE])
def test_a_card_edited_meanwhile_is_recalled(
    session: Session, person: Person, asked: Format
) -> None:
    with write_tx(session):
        quiz = ask(session, person, asked)
        edit_card(
            session,
            team_id=own_team(session),
            card_id=quiz.questions[0].card_id,
            question="What fell?",
            answer="Rents",
            context=None,
            now=NOW,
        )
        question = say(session, person, quiz, "right")
        assert question.format is Format.RECALL
    assert reviews(session)[0].options is None


@pytest.mark.parametrize(
    ("shown_at", "duration_ms"),
    [
        (NOW, 7_000),
        (NOW - timedelta(hours=1), 60_000),
        (LATER + timedelta(seconds=1), 0),
        (None, 0),
    ],
)
def test_the_time_taken_is_within_a_minute_and_0_where_unknown(
    session: Session, person: Person, shown_at: datetime | None, duration_ms: int
) -> None:
    with write_tx(session):
        quiz = ask(session, person, Format.RECALL)
        say(session, person, quiz, "right", shown_at=shown_at)
    assert reviews(session)[0].duration_ms == duration_ms


def test_nobody_answers_anothers_quiz(session: Session, person: Person) -> None:
    with write_tx(session):
        quiz = ask(session, person, Format.RECALL)
        other = Person(name="Other", created_at=NOW, timezone="UTC")
        session.add(other)
        session.flush()
    with pytest.raises(NotFoundError), write_tx(session):
        say(session, other, quiz, "right")
    with pytest.raises(NotFoundError), write_tx(session):
        say(session, person, quiz, "right", position=1)
    assert reviews(session) == []


def override(session: Session, person: Person, quiz: Quiz) -> QuizQuestion:
    return override_verdict(
        session,
        person=person,
        team_id=own_team(session),
        quiz_id=quiz.id,
        position=0,
        now=LATER + timedelta(seconds=20),
    )


@pytest.mark.parametrize(
    ("asked", "response"),
    [(Format.TYPED, "5"), (Format.TYPED, None), (Format.RECALL, "wrong")],
)
def test_an_override_withdraws_the_review_and_records_a_right_one(
    session: Session, person: Person, asked: Format, response: str | None
) -> None:
    with write_tx(session):
        quiz = ask(session, person, asked)
        say(session, person, quiz, response)
    with write_tx(session):
        question = override(session, person, quiz)
        assert question.is_right
        assert question.is_overridden
        assert question.response == response
        standing: UUID = question.review_id
    wrong, right = reviews(session)
    assert (wrong.rating, right.rating) == (Rating.AGAIN, Rating.GOOD)
    assert right.id == standing != wrong.id
    assert right.reviewed_at == wrong.reviewed_at
    assert right.duration_ms == wrong.duration_ms
    assert session.scalars(sa.select(Withdrawal.review_seq)).all() == [wrong.seq]
    state = session.scalars(sa.select(CardState)).one()
    log = reviews_of_card(session, person.id, state.card_id)
    assert [review.id for review in log] == [standing]
    assert schedule_of(state) == fold(log, SchedulerSettings())
    assert session.scalars(sa.select(DailyCount.reviews)).all() == [1]


def test_overriding_twice_changes_nothing_more(
    session: Session, person: Person
) -> None:
    with write_tx(session):
        quiz = ask(session, person, Format.TYPED)
        say(session, person, quiz, "5")
        override(session, person, quiz)
    with write_tx(session):
        override(session, person, quiz)
    assert len(reviews(session)) == 2


@pytest.mark.parametrize(
    ("asked", "response", "sentence"),
    [
        (Format.CHOICE, "1", "cannot be judged again"),
        (Format.TRUE_FALSE, "true", "cannot be judged again"),
        (Format.TYPED, "4%", "judged wrong"),
        (Format.TYPED, "", "judged wrong"),
    ],
)
def test_what_leaves_no_doubt_cannot_be_overridden(
    session: Session, person: Person, asked: Format, response: str, sentence: str
) -> None:
    with write_tx(session):
        quiz = ask(session, person, asked)
        if response:
            say(session, person, quiz, response)
    with pytest.raises(ConflictError, match=sentence), write_tx(session):
        override(session, person, quiz)
    assert session.scalars(sa.select(Withdrawal.seq)).all() == []
