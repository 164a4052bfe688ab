from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.domain.errors import NotFoundError
from app.services.bury_card import bury_card
from app.services.finish_quiz import finish_quiz, send_misses_to_study
from app.services.start_quiz import start_quiz
from app.store.models import Card, CardState, Person, Quiz
from app.store.writing import write_tx
from tests.factories import make_card, own_team
from tests.support.library import NOW


def begin(session: Session, person: Person) -> Quiz:
    for _ in range(2):
        make_card(session)
    return start_quiz(
        session,
        person_id=person.id,
        team_id=own_team(session),
        minutes=None,
        question_count=2,
        now=NOW,
    )


def test_a_quiz_is_stopped_once(session: Session, person: Person) -> None:
    with write_tx(session):
        quiz = begin(session, person)
        for minutes in (1, 2):
            finish_quiz(
                session,
                person_id=person.id,
                team_id=own_team(session),
                quiz_id=quiz.id,
                now=NOW + timedelta(minutes=minutes),
            )
        assert quiz.finished_at == NOW + timedelta(minutes=1)
        assert [it.answered_at for it in quiz.questions] == [None, None]


def test_misses_come_back_into_study_and_the_rest_stays_buried(
    session: Session, person: Person
) -> None:
    with write_tx(session):
        quiz = begin(session, person)
        missed, known = quiz.questions
        for question, is_right in ((missed, False), (known, True)):
            question.answered_at, question.is_right = NOW, is_right
            bury_card(session, person=person, card_id=question.card_id, now=NOW)
        session.flush()
        groups = send_misses_to_study(
            session, person_id=person.id, team_id=own_team(session), quiz_id=quiz.id
        )
        assert groups == [session.get_one(Card, missed.card_id).group_id]
        buried = sa.select(CardState.card_id).where(CardState.buried_until.is_not(None))
        assert session.scalars(buried).all() == [known.card_id]


def test_anothers_quiz_does_not_exist(session: Session, person: Person) -> None:
    with write_tx(session):
        quiz_id, team_id = begin(session, person).id, own_team(session)
    other = person.id + 1
    with pytest.raises(NotFoundError), write_tx(session):
        finish_quiz(session, person_id=other, team_id=team_id, quiz_id=quiz_id, now=NOW)
    with pytest.raises(NotFoundError), write_tx(session):
        send_misses_to_study(session, person_id=other, team_id=team_id, quiz_id=quiz_id)
