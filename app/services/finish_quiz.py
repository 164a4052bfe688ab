"""End a quiz, and hand on what was missed."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from app.store.models import CardState, Quiz
from app.store.queries.quizzes import missed_card_ids, own_quiz


def finish_quiz(
    session: Session, *, person_id: int, team_id: int, quiz_id: int, now: datetime
) -> Quiz:
    """Stop a quiz: what was answered stays, the rest is not asked unless taken up."""
    quiz = own_quiz(session, person_id=person_id, team_id=team_id, quiz_id=quiz_id)
    if quiz.finished_at is None:
        quiz.finished_at = now
        session.flush()
    return quiz


def send_misses_to_study(
    session: Session, *, person_id: int, team_id: int, quiz_id: int
) -> Sequence[int]:
    """Show the cards missed in a quiz in the study queue again; give their groups.

    Each is due there by its Again already, unless it was buried. Its due time is a fold
    of the log and cannot be set.
    """
    quiz = own_quiz(session, person_id=person_id, team_id=team_id, quiz_id=quiz_id)
    missed = missed_card_ids(session, quiz.id)
    groups = session.scalars(
        update(CardState)
        .where(CardState.person_id == person_id, CardState.card_id.in_(missed))
        .values(buried_until=None)
        .returning(CardState.group_id)
    )
    return sorted(set(groups))
