"""Read how well each claim of a group is recalled now."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.article import Standing
from app.domain.card import Status
from app.domain.memory.schedule import recall_at
from app.domain.retention.readiness import claim_recall
from app.store.models import Card, CardState, Claim
from app.store.queries.retention import Asked


@dataclass(frozen=True, slots=True)
class ClaimRecall:
    """A claim, the mean recall (0-1) of its kept cards, and what it leaves open.

    `recall` is None for a claim without a kept card; a new card counts 0 in it and is
    counted in `not_learned`.
    """

    claim: Claim
    recall: float | None
    cards: int
    not_learned: int


def claims_of_group(session: Session, asked: Asked, group_id: int) -> list[ClaimRecall]:
    """List a group's claims, the least recalled first, those without a card last."""
    claims = session.scalars(
        select(Claim)
        .where(Claim.group_id == group_id, Claim.team_id == asked.team_id)
        .where(Claim.standing == Standing.TAKEN)
        .order_by(Claim.position)
    ).all()
    recalls: dict[int, list[float | None]] = defaultdict(list)
    rows = session.execute(
        select(Card.claim_id, CardState.last_reviewed_at, CardState.stability)
        .join(CardState, CardState.card_id == Card.id)
        .where(
            Card.group_id == group_id,
            Card.status == Status.KEPT,
            CardState.person_id == asked.person_id,
        )
    )
    for claim_id, last, stability in rows:
        recalls[claim_id].append(
            recall_at(
                asked.now,
                last_reviewed_at=last,
                stability=stability,
                parameters=asked.settings.parameters,
            )
        )
    found = [
        ClaimRecall(
            claim=claim,
            recall=claim_recall(recalls[claim.id]),
            cards=len(recalls[claim.id]),
            not_learned=recalls[claim.id].count(None),
        )
        for claim in claims
    ]
    return sorted(found, key=lambda it: 2.0 if it.recall is None else it.recall)
