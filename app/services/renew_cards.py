"""Have the cards of claims written anew whose words a person changed."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import and_, select, update
from sqlalchemy.orm import Session

from app.domain.card import Origin, Status
from app.services.keep_cards import set_active
from app.store.batches import batches
from app.store.models import Card, Claim, Group

#: Written by us, and nobody has said yes to it yet.
_REPLACED = and_(
    Card.status == Status.WAITING, Card.origin.in_((Origin.RULES, Origin.MODEL))
)


def replace_cards(
    session: Session, *, claim_ids: Collection[int], now: datetime
) -> None:
    """Make claims unwritten, and retire those of our cards for them that wait."""
    for some in batches(sorted(set(claim_ids))):
        _move(session, Card.claim_id.in_(some), _REPLACED, Status.RETIRED, now)
        session.execute(
            update(Claim)
            .where(Claim.id.in_(some))
            .values(written_with=None, uncovered_reason=None)
            .execution_options(synchronize_session=False)
        )
    session.expire_all()


def renew_cards(session: Session, *, claim_ids: Collection[int], now: datetime) -> None:
    """Do the same where facts changed: what is kept becomes stale as well.

    A stale card is asked no more. Those that we wrote are rewritten by `write_cards`,
    in place; a person's own stay stale until the person has looked at them.
    """
    replace_cards(session, claim_ids=claim_ids, now=now)
    for some in batches(sorted(set(claim_ids))):
        kept = Card.status == Status.KEPT
        _move(session, Card.claim_id.in_(some), kept, Status.STALE, now)
    session.expire_all()


def say_anew(session: Session, *, claim: Claim, before: str, after: str) -> None:
    """Let the cards that quote a claim, or lean on it, quote its words of now."""
    session.execute(
        update(Card)
        .where(Card.claim_id == claim.id, Card.explanation == before)
        .values(explanation=after)
    )
    groups = select(Group.id).where(Group.article_id == claim.group.article_id)
    session.execute(
        update(Card)
        .where(Card.group_id.in_(groups), Card.context == before)
        .values(context=after)
    )


def _move(
    session: Session, here: Any, which: Any, status: Status, now: datetime
) -> None:
    ids = session.scalars(
        update(Card)
        .where(here, which)
        .values(status=status, updated_at=now)
        .returning(Card.id)
        .execution_options(synchronize_session=False)
    ).all()
    set_active(session, ids, is_active=False)
