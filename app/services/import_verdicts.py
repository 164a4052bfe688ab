"""Put the verdicts of an export back: those that are not here yet."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from app.domain.errors import InputError
from app.domain.verdict import Outcome
from app.exchange.library import VerdictRecord
from app.store.batches import batches
from app.store.models import CardVerdict


def add_verdicts(
    session: Session,
    *,
    person_id: int,
    team_id: int,
    verdicts: Sequence[VerdictRecord],
    card_ids: Sequence[int],
) -> None:
    """Add verdicts in their order; `card_ids` are the export's cards by number.

    Raises InputError for one of a card that the export does not hold, and for one that
    has new words without being an edit, or the other way round.
    """
    known = {
        (row.card_id, row.judged_at, row.outcome)
        for row in session.execute(
            select(
                CardVerdict.card_id, CardVerdict.judged_at, CardVerdict.outcome
            ).where(CardVerdict.team_id == team_id)
        )
    }
    rows: list[dict[str, Any]] = []
    for number, record in enumerate(verdicts):
        _check(record, f"export.verdicts[{number}]", len(card_ids))
        card_id = card_ids[record.card]
        if (card_id, record.judged_at, record.outcome) not in known:
            rows.append(
                {
                    "team_id": team_id,
                    "person_id": person_id if record.is_own else None,
                    "card_id": card_id,
                    **_columns(record),
                }
            )
    for some in batches(rows):
        session.execute(insert(CardVerdict), some)


def _check(record: VerdictRecord, place: str, cards: int) -> None:
    if not 0 <= record.card < cards:
        raise InputError(f"{place}: there is no card {record.card}.")
    new = (record.new_question, record.new_answer)
    is_edit = record.outcome is Outcome.EDITED
    if any((it is not None) is not is_edit for it in new) or (
        record.new_context is not None and not is_edit
    ):
        raise InputError(
            f"{place}: new words belong to an edited card, and to no other."
        )


def _columns(record: VerdictRecord) -> dict[str, Any]:
    return {
        "judged_at": record.judged_at,
        "outcome": record.outcome,
        "kind": record.kind,
        "pattern": record.pattern,
        "tier": record.tier,
        "claim_text": record.claim_text,
        "context": record.context,
        "question": record.question,
        "answer": record.answer,
        "features": None if record.features is None else list(record.features),
        "written_with": record.written_with,
        "new_context": record.new_context,
        "new_question": record.new_question,
        "new_answer": record.new_answer,
    }
