"""Read the names that a team's cards ask for."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.card import Kind
from app.domain.writing import is_country
from app.store.models import Card

#: The longest answer that may be a country's name, and how many answers are looked at.
_LONGEST, _MOST = 24, 20_000


def known_countries(session: Session, team_id: int) -> list[str]:
    """List the countries that the team's cards have as their answers, by name."""
    answers = session.scalars(
        select(Card.answer)
        .where(
            Card.team_id == team_id,
            Card.kind == Kind.CLOZE,
            func.length(Card.answer) <= _LONGEST,
        )
        .distinct()
        .order_by(Card.answer)
        .limit(_MOST)
    )
    return [answer for answer in answers if is_country(answer)]
