"""Keep what people make of the cards that the rules wrote."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from app.domain.card import Origin
from app.domain.verdict import Outcome
from app.store.batches import batches
from app.store.models import Card, CardVerdict

#: Columns that a card and its verdict share: what it was as it was written.
_WRITTEN = (
    "kind",
    "pattern",
    "tier",
    "context",
    "question",
    "answer",
    "features",
    "written_with",
)


def judge_cards(
    session: Session,
    *,
    person_id: int,
    cards: Sequence[Card],
    outcome: Outcome,
    now: datetime,
) -> None:
    """Add a verdict for each of the cards that the rules wrote.

    A card whose words were changed before counts as edited when it is kept, and its
    verdict is about the words that it was written with.
    """
    written = [card for card in cards if card.origin is Origin.RULES]
    before = _as_written(session, [card.id for card in written if card.is_edited])
    rows = []
    for card in written:
        row = before.get(card.id) if card.is_edited else as_written(card)
        # Edited by no one we know of: what it was written with is lost.
        if row is not None:
            rows.append(_row(card, row, person_id, outcome, now))
    for some in batches(rows):
        session.execute(insert(CardVerdict), some)


def as_written(card: Card) -> Mapping[str, Any]:
    """Give what a verdict keeps of a card that nobody has edited, before it changes."""
    # The explanation is the claim as the writer had it.
    return {**_written(card), "claim_text": card.explanation}


def judge_edit(
    session: Session,
    *,
    person_id: int,
    card: Card,
    before: Mapping[str, Any],
    was_edited: bool,
    now: datetime,
) -> None:
    """Add the verdict on a card whose words were just changed.

    `before` is what `as_written` gave before the change.
    """
    if card.origin is not Origin.RULES:
        return
    written = _as_written(session, [card.id]).get(card.id) if was_edited else before
    if written is not None:
        row = _row(card, written, person_id, Outcome.EDITED, now)
        session.execute(insert(CardVerdict), [row])


def _row(
    card: Card,
    written: Mapping[str, Any],
    person_id: int,
    outcome: Outcome,
    now: datetime,
) -> dict[str, Any]:
    if card.is_edited and outcome is Outcome.KEPT:
        outcome = Outcome.EDITED
    is_edit = outcome is Outcome.EDITED
    return {
        **written,
        "team_id": card.team_id,
        "person_id": person_id,
        "card_id": card.id,
        "judged_at": now,
        "outcome": outcome,
        "new_context": card.context if is_edit else None,
        "new_question": card.question if is_edit else None,
        "new_answer": card.answer if is_edit else None,
    }


def _as_written(
    session: Session, card_ids: Sequence[int]
) -> Mapping[int, Mapping[str, Any]]:
    """Give what edited cards were written with, as their newest verdict has it."""
    found: dict[int, Mapping[str, Any]] = {}
    for some in batches(card_ids):
        newest = (
            select(func.max(CardVerdict.id))
            .where(CardVerdict.card_id.in_(some))
            .group_by(CardVerdict.card_id)
        )
        for row in session.scalars(
            select(CardVerdict).where(CardVerdict.id.in_(newest))
        ):
            found[row.card_id] = {**_written(row), "claim_text": row.claim_text}
    return found


def _written(row: Card | CardVerdict) -> Mapping[str, Any]:
    return {name: getattr(row, name) for name in _WRITTEN}
