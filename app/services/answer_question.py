"""Answer a question of a quiz: a review in the log, and a verdict that stays."""

from datetime import datetime, timedelta
from uuid import UUID, uuid5

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.card import Status
from app.domain.errors import ConflictError
from app.domain.quiz.judging import (
    OVERRIDABLE,
    askable_format,
    judge,
    options_shown,
    read_response,
)
from app.domain.quiz.scoring import quiz_rating
from app.domain.quiz.typed import Verdict
from app.domain.review import Mode
from app.services.answer_card import Answer, answer_card
from app.services.undo_review import undo_review
from app.store.models import Card, Person, QuizQuestion
from app.store.queries.people import scheduler_settings
from app.store.queries.quizzes import own_question


def answer_question(
    session: Session,
    *,
    person: Person,
    team_id: int,
    quiz_id: int,
    position: int,
    response: str | None,
    is_unsure: bool,
    shown_at: datetime | None,
    now: datetime,
) -> QuizQuestion:
    """Judge an answer, keep it, and review the card by it; the last one ends the quiz.

    `response` is what `read_response` takes, None where the person does not know. A
    question answered before stays as it was. `shown_at` is when the page says that the
    question came up. Raises NotFoundError for anyone else's question, InputError for a
    response that answers nothing.
    """
    question = own_question(
        session,
        person_id=person.id,
        team_id=team_id,
        quiz_id=quiz_id,
        position=position,
    )
    if question.answered_at is not None:
        return question
    card = question.card
    question.format = askable_format(
        question.format,
        choices=question.choices,
        answer=card.answer,
        has_statement=card.statement_text is not None,
    )
    if response is not None:
        response = read_response(
            response, format=question.format, choices=question.choices
        )
    judgement = judge(
        response,
        format=question.format,
        question=card.question,
        answer=card.answer,
        statement_true=card.statement_true,
    )
    question.response = response
    question.is_right = judgement.verdict is Verdict.RIGHT
    question.is_unsure = is_unsure
    question.shown_at = shown_at
    question.answered_at = now
    _review(session, person, question, reviewed_at=now, now=now)
    session.flush()
    _finish_if_done(session, question, now)
    return question


def override_verdict(
    session: Session,
    *,
    person: Person,
    team_id: int,
    quiz_id: int,
    position: int,
    now: datetime,
) -> QuizQuestion:
    """Count an answer judged wrong as right, because the person says so.

    The log keeps both: the review is withdrawn, and one of another id, of the same
    moment, takes its place. Twice changes nothing more. Raises NotFoundError for anyone
    else's question, ConflictError where the verdict leaves no doubt.
    """
    question = own_question(
        session,
        person_id=person.id,
        team_id=team_id,
        quiz_id=quiz_id,
        position=position,
    )
    if question.is_overridden:
        return question
    if question.answered_at is None or question.is_right:
        raise ConflictError("Only an answer that was judged wrong can be judged again.")
    if question.format not in OVERRIDABLE:
        raise ConflictError("What was chosen from options cannot be judged again.")
    undo_review(
        session,
        person_id=person.id,
        review_id=question.review_id,
        settings=scheduler_settings(session, person.id),
        now=now,
    )
    question.is_right = question.is_overridden = True
    question.review_id = _successor(question.review_id)
    _review(session, person, question, reviewed_at=question.answered_at, now=now)
    session.flush()
    return question


def _successor(review_id: UUID) -> UUID:
    """Give the id of the review that takes the place of one withdrawn."""
    return uuid5(review_id, "overridden")


def _review(
    session: Session,
    person: Person,
    question: QuizQuestion,
    *,
    reviewed_at: datetime,
    now: datetime,
) -> None:
    answer_card(
        session,
        person_id=person.id,
        answer=Answer(
            id=question.review_id,
            card_id=question.card_id,
            rating=quiz_rating(
                is_right=bool(question.is_right),
                format=question.format,
                is_unsure=question.is_unsure,
            ),
            duration_ms=_duration_ms(question.shown_at, reviewed_at),
            mode=Mode.QUIZ,
            format=question.format,
            options=options_shown(question.format, question.choices),
            reviewed_at=reviewed_at,
        ),
        settings=scheduler_settings(session, person.id),
        zone=person.timezone,
        now=now,
    )


def _duration_ms(shown_at: datetime | None, answered_at: datetime) -> int:
    """Give the time from the question to its answer; 0 where it is not known."""
    if shown_at is None or shown_at > answered_at:
        return 0
    return (answered_at - shown_at) // timedelta(milliseconds=1)


def _finish_if_done(session: Session, question: QuizQuestion, now: datetime) -> None:
    left = session.scalars(
        select(func.count())
        .select_from(QuizQuestion)
        .join(Card, Card.id == QuizQuestion.card_id)
        .where(
            QuizQuestion.quiz_id == question.quiz_id,
            QuizQuestion.answered_at.is_(None),
            Card.status == Status.KEPT,
        )
    ).one()
    if not left and question.quiz.finished_at is None:
        question.quiz.finished_at = now
        session.flush()
