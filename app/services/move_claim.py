"""Move a claim within its group, or to another group of its article."""

from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.article import Standing
from app.domain.errors import ConflictError, NotFoundError
from app.services.follow_claims import follow_claims
from app.services.lock_claims import lock_claim
from app.services.place_claims import place_for, refuse_second_core, swap
from app.store.models import Claim, Group

Direction = Literal["up", "down"]


def move_to_group(
    session: Session, *, team_id: int, claim_id: int, group_id: int
) -> Claim:
    """Move a claim to another group of its article, where its span is read; give it.

    Its cards, their schedules and the counts of their reviews follow. Raises
    NotFoundError for a group of another article, ConflictError for the core insight's
    that has its claim.
    """
    claim = lock_claim(session, team_id=team_id, claim_id=claim_id)
    group = session.scalars(
        select(Group).where(
            Group.id == group_id, Group.article_id == claim.group.article_id
        )
    ).first()
    if group is None:
        raise NotFoundError("There is no such group in this article.")
    if group.id == claim.group_id:
        return claim
    refuse_second_core(session, group)
    place = place_for(session, group=group, start=claim.start)
    claim.group_id, claim.position = group.id, place
    session.flush()
    session.expire(claim)
    follow_claims(session, claim_ids=[claim.id])
    session.expire_all()
    return claim


def move_along(
    session: Session, *, team_id: int, claim_id: int, direction: Direction
) -> Claim:
    """Let a claim change places with the one before or behind it; give it.

    Raises ConflictError where there is none.
    """
    claim = lock_claim(session, team_id=team_id, claim_id=claim_id)
    is_up = direction == "up"
    here = Claim.position
    neighbour = session.scalars(
        select(Claim)
        .where(
            Claim.group_id == claim.group_id,
            Claim.standing == Standing.TAKEN,
            here < claim.position if is_up else here > claim.position,
        )
        .order_by(here.desc() if is_up else here)
        .limit(1)
    ).first()
    if neighbour is None:
        where = "first" if is_up else "last"
        raise ConflictError(f"This claim is the {where} of its group.")
    swap(session, claim, neighbour)
    return claim
