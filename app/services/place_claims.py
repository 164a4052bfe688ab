"""Give claims their places in a group: no two at one, whatever their standing."""

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from app.domain.article import Standing
from app.domain.errors import ConflictError
from app.store.models import Claim, Group


def place_for(session: Session, *, group: Group, start: int) -> int:
    """Make room where a claim that starts at `start` of the source is read; give it."""
    before = session.scalar(
        select(func.max(Claim.position)).where(
            Claim.group_id == group.id,
            Claim.start <= start,
            Claim.standing != Standing.GONE,
        )
    )
    return make_room(session, group_id=group.id, at=-1 if before is None else before)


def make_room(session: Session, *, group_id: int, at: int) -> int:
    """Move what follows position `at` one place on; give the place that is free."""
    behind = Claim.group_id == group_id, Claim.position > at
    # In two steps, by way of negative numbers: no place may be held twice in between.
    for wanted, position in (
        (behind, -Claim.position - 1),
        ((Claim.group_id == group_id, Claim.position < 0), -Claim.position),
    ):
        session.execute(
            update(Claim)
            .where(*wanted)
            .values(position=position)
            .execution_options(synchronize_session=False)
        )
    session.expire_all()
    return at + 1


def swap(session: Session, one: Claim, other: Claim) -> None:
    """Let two claims of one group change places."""
    first, second = one.position, other.position
    for claim, position in ((one, -1), (other, first), (one, second)):
        claim.position = position
        session.flush()


def refuse_second_core(session: Session, group: Group) -> None:
    """Raise ConflictError where the group is the core insight and has its claim."""
    if not group.is_core_insight:
        return
    taken = session.scalars(
        select(Claim.id).where(
            Claim.group_id == group.id, Claim.standing == Standing.TAKEN
        )
    ).first()
    if taken is not None:
        raise ConflictError(
            "The core insight is one claim, and it is there: choose another group, or "
            "reject that claim first."
        )
