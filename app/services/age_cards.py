"""Let cards follow the words of their claims, or go stale where they cannot."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.domain.card import Status
from app.domain.claims.answers import still_stands
from app.services.retire_cards import WRITERS, take_out, unwrite
from app.store.batches import batches
from app.store.models import Card, Claim, Group

#: What the inbox and the sittings still know of a card.
_LIVING = (Status.KEPT, Status.WAITING, Status.SUSPENDED)


@dataclass(frozen=True, slots=True)
class Rewording:
    """A claim's words before and now, by a person or by a revision."""

    claim_id: int
    before: str
    after: str
    are_facts_changed: bool


def age_cards(
    session: Session, *, article_id: int, rewordings: Sequence[Rewording], now: datetime
) -> None:
    """Bring the cards of an article to its claims' new words, which are stored already.

    Where the facts changed, and where an answer no longer stands in the new wording, a
    kept card becomes stale, one of ours that waits retires, and the claim is unwritten.
    Other cards stay as they are. A stale card is asked no more: one that we wrote is
    rewritten in place by `write_cards`, a person's own stays stale until the person has
    looked at it.
    """
    say_anew(session, article_id=article_id, rewordings=rewordings)
    for some in batches(rewordings):
        _age(session, {it.claim_id: it for it in some}, now)


def say_anew(
    session: Session, *, article_id: int, rewordings: Sequence[Rewording]
) -> None:
    """Let the cards that quote a claim, or lean on it, quote its words of now."""
    by_claim = {it.claim_id: it for it in rewordings}
    for some in batches(list(by_claim)):
        for card in session.scalars(select(Card).where(Card.claim_id.in_(some))):
            words = by_claim[card.claim_id]
            if card.explanation == words.before:
                card.explanation = words.after
    after = {it.before: it.after for it in rewordings}
    groups = select(Group.id).where(Group.article_id == article_id)
    leaning = session.scalars(
        select(Card).where(Card.group_id.in_(groups), Card.context.is_not(None))
    )
    for card in leaning:
        card.context = after.get(card.context or "", card.context)
    session.flush()


def forget_kept(session: Session, *, claim_ids: Collection[int]) -> None:
    """Let no old fact come back with a claim that is taken back from the rejected."""
    for some in batches(sorted(claim_ids)):
        session.execute(
            update(Card)
            .where(Card.claim_id.in_(some), Card.returns_to == Status.KEPT)
            .values(returns_to=Status.STALE)
            .execution_options(synchronize_session=False)
        )
        unwrite(session, some)


def _age(session: Session, rewordings: dict[int, Rewording], now: datetime) -> None:
    cards = session.scalars(
        select(Card)
        .where(Card.claim_id.in_(rewordings), Card.status.in_(_LIVING))
        .execution_options(populate_existing=True)
    ).all()
    aged = [card for card in cards if _is_aged(card, rewordings[card.claim_id])]
    ours = [card for card in aged if card.origin in WRITERS]
    anew = {card.claim_id for card in ours}
    anew |= {key for key, it in rewordings.items() if it.are_facts_changed}
    # New words may well be askable where the old ones were not.
    anew |= set(
        session.scalars(
            select(Claim.id).where(
                Claim.id.in_(rewordings), Claim.uncovered_reason.is_not(None)
            )
        )
    )
    kept = [card.id for card in aged if card.status is Status.KEPT]
    waiting = [card.id for card in ours if card.status is Status.WAITING]
    take_out(session, kept, to=Status.STALE, now=now)
    take_out(session, waiting, to=Status.RETIRED, now=now)
    unwrite(session, anew)


def _is_aged(card: Card, words: Rewording) -> bool:
    return words.are_facts_changed or not still_stands(
        card.answer, words.before, words.after
    )
