"""Put new words into the cards of a claim that changed, in place."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.card import CardDraft, Origin, Status
from app.domain.claims.answers import stands_in
from app.services.keep_cards import delete_cards, keep_cards
from app.services.relearn_cards import relearn_cards
from app.store.models import Card

#: A draft, and the id of the claim that it was written for.
Drafted = tuple[CardDraft, int]

#: Which card of several takes a draft first.
_FIRST = (
    Status.STALE,
    Status.KEPT,
    Status.SUSPENDED,
    Status.WAITING,
    Status.REJECTED,
)


def rewrite_cards(
    session: Session,
    *,
    claim_ids: Collection[int],
    drafts: Sequence[Drafted],
    writer_version: str,
    now: datetime,
) -> list[Drafted]:
    """Give each draft to the card that it replaces; give those that replace none.

    A card is replaced by a draft of its claim, kind and pattern: it keeps its identity,
    its log and its status, and a stale one is kept again. Who has learned it is asked
    again soon if what it asks changed. Stale cards that no draft replaces retire; a
    person's own cards stay stale, for the person to look at.
    """
    free: dict[int, list[Card]] = defaultdict(list)
    for old in _rewritable(session, claim_ids):
        free[old.claim_id].append(old)
    new: list[Drafted] = []
    stale: list[int] = []
    changed: list[int] = []
    for draft, claim_id in drafts:
        card = next(iter(_alike(free[claim_id], draft)), None)
        if card is None:
            new.append((draft, claim_id))
            continue
        free[claim_id].remove(card)
        if _still_asks(card, draft):
            continue
        if _must_relearn(card, draft):
            changed.append(card.id)
        if card.status is Status.STALE:
            stale.append(card.id)
        for name, value in words_of(
            draft, writer_version=writer_version, now=now
        ).items():
            setattr(card, name, value)
    session.flush()
    _settle(session, stale, free, now)
    relearn_cards(session, card_ids=changed, now=now)
    return new


def words_of(
    draft: CardDraft, *, writer_version: str, now: datetime
) -> dict[str, object]:
    """Give the columns of a card that a draft words anew."""
    statement = draft.statement
    return {
        "tier": draft.tier,
        "context": draft.context,
        "question": draft.question,
        "answer": draft.answer,
        "choices": list(draft.choices) if draft.choices else None,
        "statement_text": statement.text if statement else None,
        "statement_true": statement.true if statement else None,
        "statement_changed": statement.changed if statement else None,
        "explanation": draft.explanation,
        "written_with": writer_version,
        "features": list(draft.features),
        "doubt": draft.doubt,
        "is_edited": False,
        "updated_at": now,
    }


def _rewritable(session: Session, claim_ids: Collection[int]) -> list[Card]:
    cards = session.scalars(
        select(Card)
        .where(
            Card.claim_id.in_(claim_ids),
            Card.origin == Origin.RULES,
            Card.status != Status.RETIRED,
        )
        .order_by(Card.id)
        .execution_options(populate_existing=True)
    )
    return sorted(cards, key=lambda card: _FIRST.index(card.status))


def _alike(cards: Sequence[Card], draft: CardDraft) -> list[Card]:
    """Give the cards that a draft may replace; first what asks it in the same words."""
    alike = [
        card
        for card in cards
        if (card.kind, card.pattern) == (draft.kind, draft.pattern)
    ]
    return sorted(alike, key=lambda it: it.question != draft.question)


def _still_asks(card: Card, draft: CardDraft) -> bool:
    """Say whether a card is right as it is, for the claim was only reworded.

    Where its facts changed, a kept one is stale, and one that waited is retired; so a
    person's words that still wait or are kept are right.
    """
    if card.is_edited and card.status in (Status.KEPT, Status.WAITING):
        return True
    return card.status in (Status.KEPT, Status.SUSPENDED) and (
        card.answer == draft.answer or stands_in(card.answer, draft.explanation)
    )


def _must_relearn(card: Card, draft: CardDraft) -> bool:
    """Say whether whoever knew the card must learn something new."""
    if card.status is Status.STALE:
        return (card.question, card.answer) != (draft.question, draft.answer)
    return card.answer != draft.answer


def _settle(
    session: Session, stale: Sequence[int], free: dict[int, list[Card]], now: datetime
) -> None:
    """Keep the stale cards that were replaced, and retire the others."""
    left = [
        card for cards in free.values() for card in cards if card.status is Status.STALE
    ]
    if left:
        delete_cards(
            session,
            team_id=left[0].team_id,
            card_ids=[card.id for card in left],
            now=now,
        )
    if stale:
        team_id = session.get_one(Card, stale[0]).team_id
        keep_cards(session, team_id=team_id, card_ids=stale, now=now)
