"""Hide a card until the next study day, or bring it back."""

from datetime import datetime, timedelta

from sqlalchemy import update
from sqlalchemy.orm import Session

from app.domain.errors import NotFoundError
from app.domain.study_day import day_start, study_day
from app.services.keep_cards import keep_cards
from app.store.models import CardState, Person
from app.store.queries.log import deleted_at


def bury_card(session: Session, *, person: Person, card_id: int, now: datetime) -> None:
    """Hide a card from the person's queue until their next study day starts."""
    if deleted_at(session, card_id) is not None:
        raise NotFoundError("There is no such card; it may have been deleted.")
    tomorrow = study_day(now, person.timezone, person.day_start_hour) + timedelta(1)
    until = day_start(tomorrow, person.timezone, person.day_start_hour)
    _set(session, person.id, card_id, until)


def bring_card_back(
    session: Session, *, person_id: int, team_id: int, card_id: int, now: datetime
) -> None:
    """Show a card again that was buried or suspended."""
    _set(session, person_id, card_id, None)
    keep_cards(
        session, team_id=team_id, card_ids=[card_id], now=now, person_id=person_id
    )


def _set(
    session: Session, person_id: int, card_id: int, until: datetime | None
) -> None:
    found = session.execute(
        update(CardState)
        .where(CardState.person_id == person_id, CardState.card_id == card_id)
        .values(buried_until=until)
        .returning(CardState.card_id)
    ).first()
    if found is None:
        raise NotFoundError("There is no such card; it may have been deleted.")
