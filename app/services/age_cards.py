"""Let cards go stale or retire when a revision changes what their claims say."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from app.domain.article import ChangeKind, Standing
from app.domain.card import Origin, Status
from app.domain.claims.answers import still_stands
from app.domain.claims.revision_plan import RevisionPlan, ShownChange
from app.services.keep_cards import set_active
from app.store.batches import batches
from app.store.models import Card, CardMatch, Claim, Group

_RULES = Origin.RULES
#: What the inbox and the sittings still know of a card.
_LIVING = (Status.KEPT, Status.WAITING, Status.SUSPENDED)


def age_cards(
    session: Session, *, article_id: int, plan: RevisionPlan, now: datetime
) -> None:
    """Bring the cards to the claims' new words; the claims are stored already.

    Where the facts changed, and where an answer no longer stands in the new wording, a
    kept card becomes stale, one that waits retires, and the claim is to be written
    anew. Other cards stay as they are.
    """
    changed = [it for it in plan.changes if it.before is not None and it.at is not None]
    for some in batches(changed):
        _age(session, some, now)
    _rename_contexts(session, article_id, changed)
    _forget_rejected(session, plan)


def retire_cards(session: Session, *, claim_ids: Collection[int]) -> None:
    """Retire all cards of claims; their reviews stay in the log."""
    ids = session.scalars(
        select(Card.id).where(
            Card.claim_id.in_(claim_ids), Card.status != Status.RETIRED
        )
    ).all()
    _set_aside(session, ids, Status.RETIRED)


def _age(session: Session, changes: Sequence[ShownChange], now: datetime) -> None:
    by_claim = {
        it.old: it
        for it in changes
        if it.old is not None
        and it.kind in (ChangeKind.REWORDED, ChangeKind.FACTS_CHANGED)
    }
    cards = session.scalars(
        select(Card)
        .where(Card.claim_id.in_(by_claim), Card.status.in_(_LIVING))
        .execution_options(populate_existing=True)
    ).all()
    aged = [card for card in cards if _is_aged(card, by_claim[card.claim_id])]
    rewritten = {
        claim_id
        for claim_id, it in by_claim.items()
        if it.kind is ChangeKind.FACTS_CHANGED
    } | {card.claim_id for card in aged if card.origin is _RULES}
    for card in cards:
        words = by_claim[card.claim_id]
        if card.origin is _RULES and card.explanation == words.before:
            card.explanation = words.after or ""
    session.flush()
    kept = [card.id for card in aged if card.status is Status.KEPT]
    waiting = [
        card.id
        for card in aged
        if card.status is Status.WAITING and card.origin is _RULES
    ]
    _set_aside(session, kept, Status.STALE, now)
    _set_aside(session, waiting, Status.RETIRED, now)
    session.execute(
        update(Claim)
        .where(
            Claim.id.in_(by_claim),
            # New words may well be askable where the old ones were not.
            Claim.id.in_(rewritten) | Claim.uncovered_reason.is_not(None),
        )
        .values(written_with=None, uncovered_reason=None)
        .execution_options(synchronize_session=False)
    )


def _is_aged(card: Card, change: ShownChange) -> bool:
    if change.kind is ChangeKind.FACTS_CHANGED:
        return True
    return not still_stands(card.answer, change.before or "", change.after or "")


def _set_aside(
    session: Session, card_ids: Sequence[int], to: Status, now: datetime | None = None
) -> None:
    for some in batches(card_ids):
        values: dict[str, object] = {"status": to, "returns_to": None}
        if now is not None:
            values["updated_at"] = now
        session.execute(
            update(Card)
            .where(Card.id.in_(some))
            .values(**values)
            .execution_options(synchronize_session=False)
        )
        session.execute(
            delete(CardMatch)
            .where(CardMatch.card_id.in_(some) | CardMatch.other_card_id.in_(some))
            .execution_options(synchronize_session=False)
        )
    set_active(session, card_ids, is_active=False)


def _rename_contexts(
    session: Session, article_id: int, changes: Sequence[ShownChange]
) -> None:
    """Let cards that lean on a changed claim show its new words above the question."""
    words = {it.before: it.after for it in changes if it.before != it.after}
    groups = select(Group.id).where(Group.article_id == article_id)
    leaning = session.scalars(
        select(Card).where(
            Card.group_id.in_(groups),
            Card.origin == _RULES,
            Card.context.is_not(None),
            Card.status != Status.RETIRED,
        )
    )
    for card in leaning:
        card.context = words.get(card.context, card.context)
    session.flush()


def _forget_rejected(session: Session, plan: RevisionPlan) -> None:
    """Let no old fact come back with a claim that is taken back from the rejected."""
    ids = [
        it.old
        for it in plan.placed
        if it.old is not None
        and it.standing is Standing.REJECTED
        and it.kind is ChangeKind.FACTS_CHANGED
    ]
    for some in batches(ids):
        session.execute(
            update(Card)
            .where(Card.claim_id.in_(some), Card.returns_to == Status.KEPT)
            .values(returns_to=Status.STALE)
            .execution_options(synchronize_session=False)
        )
        session.execute(
            update(Claim)
            .where(Claim.id.in_(some))
            .values(written_with=None, uncovered_reason=None)
            .execution_options(synchronize_session=False)
        )
