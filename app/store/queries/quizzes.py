"""Read a person's quizzes, with all that their pages show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session, contains_eager, joinedload

from app.domain.card import Status
from app.domain.errors import NotFoundError
from app.store.models import Article, Card, Claim, Group, Quiz, QuizQuestion

#: How many quizzes the list shows.
RECENT = 20


@dataclass(frozen=True, slots=True)
class QuizSummary:
    """A quiz in the list: `articles` are the titles its questions come from."""

    id: int
    minutes: int | None
    created_at: datetime
    finished_at: datetime | None
    questions: int
    answered: int
    right: int
    articles: tuple[str, ...]

    @property
    def is_open(self) -> bool:
        """Whether there is something left to answer and nobody stopped it."""
        return self.finished_at is None and self.answered < self.questions


def own_quiz(session: Session, *, person_id: int, team_id: int, quiz_id: int) -> Quiz:
    """Give a person's quiz; raise NotFoundError for anyone else's."""
    quiz = session.scalars(
        select(Quiz).where(
            Quiz.id == quiz_id, Quiz.person_id == person_id, Quiz.team_id == team_id
        )
    ).first()
    if quiz is None:
        raise NotFoundError("There is no such quiz.")
    return quiz


def questions_of(session: Session, quiz_id: int) -> Sequence[QuizQuestion]:
    """Give a quiz's questions in order, cards, claims, groups and articles with them.

    A question not answered yet whose card is no longer kept is left out.
    """
    return session.scalars(
        select(QuizQuestion)
        .join(QuizQuestion.card)
        .where(
            QuizQuestion.quiz_id == quiz_id,
            QuizQuestion.answered_at.is_not(None) | (Card.status == Status.KEPT),
        )
        .order_by(QuizQuestion.position)
        .options(
            contains_eager(QuizQuestion.card)
            .joinedload(Card.claim, innerjoin=True)
            .joinedload(Claim.group, innerjoin=True)
            .joinedload(Group.article, innerjoin=True)
        )
    ).all()


def own_question(
    session: Session, *, person_id: int, team_id: int, quiz_id: int, position: int
) -> QuizQuestion:
    """Give a question of a person's quiz with its card, locked until the write ends.

    Raises NotFoundError for anyone else's.
    """
    question = session.scalars(
        select(QuizQuestion)
        .join(Quiz, Quiz.id == QuizQuestion.quiz_id)
        .where(
            Quiz.id == quiz_id,
            Quiz.person_id == person_id,
            Quiz.team_id == team_id,
            QuizQuestion.position == position,
        )
        .options(
            joinedload(QuizQuestion.card, innerjoin=True),
            joinedload(QuizQuestion.quiz, innerjoin=True),
        )
        .with_for_update(of=QuizQuestion)
    ).first()
    if question is None:
        raise NotFoundError("There is no such question in this quiz.")
    return question


def missed_card_ids(session: Session, quiz_id: int) -> Sequence[int]:
    """Give the cards answered wrong that are still kept, in the order asked."""
    return session.scalars(
        select(QuizQuestion.card_id)
        .join(QuizQuestion.card)
        .where(
            QuizQuestion.quiz_id == quiz_id,
            QuizQuestion.is_right.is_(False),
            Card.status == Status.KEPT,
        )
        .order_by(QuizQuestion.position)
    ).all()


def recent_quizzes(
    session: Session, *, person_id: int, team_id: int
) -> list[QuizSummary]:
    """List a person's newest quizzes; one whose cards are all gone is left out."""
    answered = QuizQuestion.answered_at.is_not(None)
    right = QuizQuestion.is_right.is_(True)
    rows = session.execute(
        select(
            Quiz.id,
            Quiz.minutes,
            Quiz.created_at,
            Quiz.finished_at,
            func.count().label("questions"),
            func.sum(case((answered, 1), else_=0)).label("answered"),
            func.sum(case((right, 1), else_=0)).label("right"),
        )
        .join(QuizQuestion, QuizQuestion.quiz_id == Quiz.id)
        .join(QuizQuestion.card)
        .where(
            Quiz.person_id == person_id,
            Quiz.team_id == team_id,
            answered | (Card.status == Status.KEPT),
        )
        .group_by(Quiz.id)
        .order_by(Quiz.id.desc())
        .limit(RECENT)
    ).all()
    titles = _titles(session, [row.id for row in rows])
    return [
        QuizSummary(
            id=row.id,
            minutes=row.minutes,
            created_at=row.created_at,
            finished_at=row.finished_at,
            questions=row.questions,
            answered=row.answered,
            right=row.right,
            articles=tuple(titles.get(row.id, ())),
        )
        for row in rows
    ]


def _titles(session: Session, quiz_ids: Sequence[int]) -> dict[int, list[str]]:
    rows = session.execute(
        select(QuizQuestion.quiz_id, Article.title)
        .join(QuizQuestion.card)
        .join(Card.claim)
        .join(Claim.group)
        .join(Group.article)
        .where(QuizQuestion.quiz_id.in_(quiz_ids))
        .group_by(QuizQuestion.quiz_id, Article.id, Article.title)
        .order_by(QuizQuestion.quiz_id, func.min(QuizQuestion.position))
    )
    found: dict[int, list[str]] = {}
    for row in rows:
        found.setdefault(row.quiz_id, []).append(row.title)
    return found
