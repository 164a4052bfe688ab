"""Reject claims and sentences offered, take them, or undo a rejection."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy.orm import Session

from app.domain.article import Standing
from app.services.lock_claims import lock_claims
from app.services.place_claims import refuse_second_core
from app.services.set_cards_aside import bring_cards_back, set_cards_aside
from app.store.models import Claim


def reject_claims(
    session: Session, *, team_id: int, claim_ids: Collection[int], now: datetime
) -> list[Claim]:
    """Reject claims, or dismiss sentences offered; give them.

    Their cards are asked no more, and are as they were once the claim is taken back.
    Raises NotFoundError.
    """
    claims = lock_claims(session, team_id=team_id, claim_ids=claim_ids)
    for claim in claims:
        claim.standing = Standing.REJECTED
    session.flush()
    set_cards_aside(session, claim_ids=[claim.id for claim in claims], now=now)
    return claims


def take_claims(
    session: Session, *, team_id: int, claim_ids: Collection[int], now: datetime
) -> list[Claim]:
    """Take sentences offered, or claims rejected, as claims; give them.

    Those that never had cards are unwritten then. Raises NotFoundError, and
    ConflictError where the core insight has been replaced meanwhile.
    """
    claims = lock_claims(session, team_id=team_id, claim_ids=claim_ids)
    for claim in claims:
        if claim.standing is Standing.TAKEN:
            continue
        refuse_second_core(session, claim.group)
        claim.standing, claim.doubt = Standing.TAKEN, None
        session.flush()
    bring_cards_back(
        session, team_id=team_id, claim_ids=[claim.id for claim in claims], now=now
    )
    return claims


def return_claims(
    session: Session, *, team_id: int, claim_ids: Collection[int], now: datetime
) -> list[Claim]:
    """Undo rejections: claims are taken again, sentences offered again; give them.

    Raises NotFoundError, and ConflictError for what `take_claims` refuses.
    """
    claims = lock_claims(session, team_id=team_id, claim_ids=claim_ids)
    for claim in claims:
        if claim.doubt is not None:
            claim.standing = Standing.OFFERED
    session.flush()
    taken = [claim.id for claim in claims if claim.doubt is None]
    take_claims(session, team_id=team_id, claim_ids=taken, now=now)
    return claims
