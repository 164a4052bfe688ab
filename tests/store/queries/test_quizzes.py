from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from app.domain.card import Status
from app.domain.errors import NotFoundError
from app.services.start_quiz import start_quiz
from app.store.models import Article, Card, Person, Quiz
from app.store.queries.quizzes import (
    missed_card_ids,
    own_quiz,
    questions_of,
    recent_quizzes,
)
from app.store.writing import write_tx
from tests.factories import count_queries, make_article, make_card, own_team
from tests.support.library import NOW


def begin(session: Session, person: Person, cards: int, *, title: str) -> Quiz:
    """Start a quiz of one question on each card of a new article."""
    texts = tuple(f"Claim {number} of {title}." for number in range(cards))
    article = make_article(session, title=title, groups=(texts,))
    for claim in article.groups[0].claims:
        make_card(session, claim)
    return start_quiz(
        session,
        person_id=person.id,
        team_id=own_team(session),
        article_ids=[article.id],
        minutes=None,
        question_count=cards,
        now=NOW,
    )


def answer(quiz: Quiz, *verdicts: bool) -> None:
    for question, is_right in zip(quiz.questions, verdicts, strict=False):
        question.answered_at, question.is_right = NOW, is_right


def test_a_quiz_is_its_persons_alone(session: Session, person: Person) -> None:
    with write_tx(session):
        quiz_id, team_id = begin(session, person, 1, title="A").id, own_team(session)
    own = own_quiz(session, person_id=person.id, team_id=team_id, quiz_id=quiz_id)
    assert own.id == quiz_id
    for person_id, team in ((person.id + 1, team_id), (person.id, team_id + 1)):
        with pytest.raises(NotFoundError):
            own_quiz(session, person_id=person_id, team_id=team, quiz_id=quiz_id)


def test_an_open_question_whose_card_is_not_kept_is_left_out(
    session: Session, person: Person
) -> None:
    with write_tx(session):
        quiz = begin(session, person, 4, title="A")
        answer(quiz, True, False)
        for question in quiz.questions[1:3]:
            session.get_one(Card, question.card_id).status = Status.RETIRED
        session.flush()
        found = questions_of(session, quiz.id)
        assert [question.position for question in found] == [0, 1, 3]


@pytest.mark.parametrize("cards", [2, 12])
def test_a_quiz_is_read_in_one_query_whatever_its_length(
    session: Session, engine: Engine, person: Person, cards: int
) -> None:
    with write_tx(session):
        quiz_id = begin(session, person, cards, title="A").id
    with count_queries(engine) as statements:
        for question in questions_of(session, quiz_id):
            assert question.card.claim.group.article.title == "A"
    assert len([it for it in statements if it.startswith("SELECT")]) == 1


def test_misses_are_kept_cards_answered_wrong_in_the_order_asked(
    session: Session, person: Person
) -> None:
    with write_tx(session):
        quiz = begin(session, person, 5, title="A")
        answer(quiz, False, True, False, False)
        gone = session.get_one(Card, quiz.questions[2].card_id)
        gone.status = Status.SUSPENDED
        session.flush()
        expected = [quiz.questions[0].card_id, quiz.questions[3].card_id]
        assert missed_card_ids(session, quiz.id) == expected


def test_the_list_counts_what_was_answered_newest_first(
    session: Session, person: Person
) -> None:
    with write_tx(session):
        answer(begin(session, person, 3, title="Old"), True, False)
        done = begin(session, person, 2, title="New")
        answer(done, True, True)
        done.finished_at = NOW + timedelta(minutes=3)
        session.flush()
        new, old = recent_quizzes(
            session, person_id=person.id, team_id=own_team(session)
        )
        assert (old.questions, old.answered, old.right) == (3, 2, 1)
        assert (new.questions, new.answered, new.right) == (2, 2, 2)
        assert (old.articles, new.articles) == (("Old",), ("New",))
        assert (old.is_open, new.is_open) == (True, False)


def test_a_stopped_quiz_is_not_open(session: Session, person: Person) -> None:
    with write_tx(session):
        begin(session, person, 3, title="A").finished_at = NOW
        session.flush()
        (quiz,) = recent_quizzes(
            session, person_id=person.id, team_id=own_team(session)
        )
        assert not quiz.is_open


def test_a_quiz_whose_article_is_deleted_leaves_the_list(
    session: Session, person: Person
) -> None:
    with write_tx(session):
        begin(session, person, 2, title="A")
        session.execute(sa.delete(Article))
        session.expire_all()
        team_id = own_team(session)
        assert recent_quizzes(session, person_id=person.id, team_id=team_id) == []


@pytest.mark.parametrize("quizzes", [1, 6])
def test_the_list_takes_two_queries_whatever_its_length(
    session: Session, engine: Engine, person: Person, quizzes: int
) -> None:
    with write_tx(session):
        for number in range(quizzes):
            begin(session, person, 2, title=f"Article {number}")
        team_id, person_id = own_team(session), person.id
    with count_queries(engine) as statements:
        found = recent_quizzes(session, person_id=person_id, team_id=team_id)
    assert len(found) == quizzes
    assert len([it for it in statements if it.startswith("SELECT")]) == 2


def test_anothers_quizzes_are_not_listed(session: Session, person: Person) -> None:
    with write_tx(session):
        begin(session, person, 1, title="A")
        team_id = own_team(session)
        other = person.id + 1
        assert recent_quizzes(session, person_id=other, team_id=team_id) == []
