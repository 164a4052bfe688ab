"""Start a quiz: choose its questions and keep them, so that a reload loses nothing."""

from collections.abc import Collection
from datetime import datetime
from random import Random
from uuid import uuid4

from sqlalchemy.orm import Session

from app.domain.dice import Dice
from app.domain.errors import InputError
from app.domain.quiz.choosing import (
    DEFAULT_SECONDS,
    Question,
    QuizCard,
    choose_questions,
)
from app.store.models import Quiz, QuizQuestion
from app.store.queries.people import scheduler_settings
from app.store.queries.quiz_cards import groups_chosen, quiz_cards, seconds_by_format
from app.store.queries.quizzes import missed_card_ids, own_quiz

#: Seconds; a shorter rest of the time is not worth another question.
_SHORTEST = min(DEFAULT_SECONDS.values())


def start_quiz(
    session: Session,
    *,
    person_id: int,
    team_id: int,
    group_ids: Collection[int] = (),
    article_ids: Collection[int] = (),
    minutes: int | None,
    question_count: int | None,
    now: datetime,
) -> Quiz:
    """Start a quiz over groups, or whole articles, for a time or a number of questions.

    Without either it asks what the person knows least of all they have learned, and new
    cards only where that leaves room. Raises InputError where there is nothing to ask
    or a bound is out of its range, NotFoundError for another team's group.
    """
    whole = not group_ids and not article_ids
    wanted = None
    if not whole:
        wanted = groups_chosen(
            session, team_id=team_id, group_ids=group_ids, article_ids=article_ids
        )
    cards = quiz_cards(
        session,
        person_id=person_id,
        team_id=team_id,
        parameters=scheduler_settings(session, person_id).parameters,
        now=now,
        group_ids=wanted,
    )
    return _start(
        session,
        Quiz(
            person_id=person_id,
            team_id=team_id,
            minutes=minutes,
            question_count=question_count,
            created_at=now,
        ),
        cards,
        learned_first=whole,
    )


def quiz_misses(
    session: Session, *, person_id: int, team_id: int, quiz_id: int, now: datetime
) -> Quiz:
    """Start a quiz over what was answered wrong in another, one question each."""
    quiz = own_quiz(session, person_id=person_id, team_id=team_id, quiz_id=quiz_id)
    missed = missed_card_ids(session, quiz.id)
    if not missed:
        raise InputError("Nothing in this quiz was answered wrong.")
    cards = quiz_cards(
        session,
        person_id=person_id,
        team_id=team_id,
        parameters=scheduler_settings(session, person_id).parameters,
        now=now,
        card_ids=missed,
    )
    again = Quiz(
        person_id=person_id,
        team_id=team_id,
        minutes=None,
        question_count=len(missed),
        created_at=now,
    )
    return _start(session, again, cards, learned_first=False)


def _start(
    session: Session, quiz: Quiz, cards: list[QuizCard], *, learned_first: bool
) -> Quiz:
    session.add(quiz)
    session.flush()
    # The options' order is chance, and yet the same whenever it is worked out again.
    dice = Random(quiz.id)  # noqa: S311 - it shuffles, it guards nothing
    chosen = _choose(session, quiz, cards, dice, learned_first=learned_first)
    if not chosen:
        raise InputError(
            "There is no card to ask about here yet. Keep some cards first: those that "
            "wait stand in the inbox."
        )
    session.add_all(
        QuizQuestion(
            quiz_id=quiz.id,
            position=position,
            card_id=question.card_id,
            format=question.format,
            choices=None if question.choices is None else list(question.choices),
            review_id=uuid4(),
        )
        for position, question in enumerate(chosen)
    )
    session.flush()
    return quiz


def _choose(
    session: Session,
    quiz: Quiz,
    cards: list[QuizCard],
    dice: Dice,
    *,
    learned_first: bool,
) -> tuple[Question, ...]:
    pace = seconds_by_format(session, quiz.person_id)
    if not learned_first:
        return choose_questions(
            cards,
            dice=dice,
            minutes=quiz.minutes,
            number=quiz.question_count,
            seconds=pace,
        )
    chosen = choose_questions(
        [card for card in cards if card.recall is not None],
        dice=dice,
        minutes=quiz.minutes,
        number=quiz.question_count,
        seconds=pace,
    )
    new = [card for card in cards if card.recall is None]
    if quiz.question_count is not None:
        room = quiz.question_count - len(chosen)
        if room < 1:
            return chosen
        return chosen + choose_questions(new, dice=dice, number=room, seconds=pace)
    left = (quiz.minutes or 0) * 60 - sum(question.seconds for question in chosen)
    if left < _SHORTEST:
        return chosen
    return chosen + choose_questions(new, dice=dice, minutes=left / 60, seconds=pace)
