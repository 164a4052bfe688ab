"""Read a team's cards as one flat table, with one person's schedule of each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from app.domain.card import Status
from app.store.models import Article, Card, CardState, Claim, Group

_SHOWN = (Status.WAITING, Status.KEPT, Status.SUSPENDED, Status.STALE)


@dataclass(frozen=True, slots=True)
class CardRow:
    """A card with all that it stands under; stability in days."""

    id: int
    article: str
    group: str
    claim: str
    context: str | None
    question: str
    answer: str
    choices: list[str] | None
    statement: str | None
    is_statement_true: bool | None
    explanation: str
    kind: str
    pattern: str
    origin: str
    tier: str
    status: str
    due_at: datetime | None
    stability: float | None
    difficulty: float | None
    reps: int
    lapses: int


def card_rows(session: Session, *, person_id: int, team_id: int) -> Iterator[CardRow]:
    """Give the cards that are neither rejected nor deleted, in reading order."""
    rows = session.execute(
        select(Article.title, Group.title, Claim.text, Card, CardState)
        .join(Claim, Claim.id == Card.claim_id)
        .join(Group, Group.id == Claim.group_id)
        .join(Article, Article.id == Group.article_id)
        .outerjoin(
            CardState,
            and_(CardState.card_id == Card.id, CardState.person_id == person_id),
        )
        .where(Card.team_id == team_id, Card.status.in_(_SHOWN))
        .order_by(Article.id, Group.position, Claim.position, Card.id)
    )
    for article, group, claim, card, state in rows:
        yield CardRow(
            id=card.id,
            article=article,
            group=group,
            claim=claim,
            context=card.context,
            question=card.question,
            answer=card.answer,
            choices=card.choices,
            statement=card.statement_text,
            is_statement_true=card.statement_true,
            explanation=card.explanation,
            kind=card.kind.value,
            pattern=card.pattern,
            origin=card.origin.value,
            tier=card.tier.value,
            status=card.status.value,
            due_at=state.due_at if state else None,
            stability=state.stability if state else None,
            difficulty=state.difficulty if state else None,
            reps=state.reps if state else 0,
            lapses=state.lapses if state else 0,
        )
