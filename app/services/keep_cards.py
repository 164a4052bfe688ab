"""Move cards between waiting, kept, suspended, rejected and retired."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import insert, literal, select, update
from sqlalchemy.orm import Session

from app.domain.card import Status
from app.domain.errors import ConflictError, NotFoundError
from app.domain.memory.schedule import NEW
from app.domain.verdict import Outcome
from app.services.judge_cards import judge_cards
from app.store.batches import batches
from app.store.models import Card, CardState, Group, Membership
from app.store.queries.cards import kept_together

#: Which status may follow which.
_MOVES: dict[Status, frozenset[Status]] = {
    Status.KEPT: frozenset(
        {Status.WAITING, Status.SUSPENDED, Status.REJECTED, Status.STALE}
    ),
    Status.SUSPENDED: frozenset({Status.KEPT}),
    Status.REJECTED: frozenset({Status.WAITING}),
    Status.WAITING: frozenset({Status.REJECTED}),
    Status.RETIRED: frozenset(set(Status) - {Status.RETIRED}),
}
_DONE = {
    Status.KEPT: "kept",
    Status.SUSPENDED: "suspended",
    Status.REJECTED: "rejected",
    Status.WAITING: "put back into the inbox",
    Status.RETIRED: "deleted",
}
#: What it says of a card when a person moves it there.
_VERDICTS = {
    Status.KEPT: Outcome.KEPT,
    Status.SUSPENDED: Outcome.SUSPENDED,
    Status.REJECTED: Outcome.REJECTED,
    Status.WAITING: Outcome.RETURNED,
    Status.RETIRED: Outcome.DELETED,
}


def keep_cards(
    session: Session,
    *,
    team_id: int,
    card_ids: Collection[int],
    now: datetime,
    person_id: int | None = None,
) -> int:
    """Keep cards: each member of the team gets a state of each; give their number.

    Here and below, what the person `person_id` decides is their verdict on the card;
    None where nobody looked at it.
    """
    return _move(session, team_id, card_ids, Status.KEPT, now, person_id)


def keep_ticked(
    session: Session,
    *,
    team_id: int,
    now: datetime,
    person_id: int | None = None,
    article_id: int | None = None,
    up_to: int | None = None,
) -> int:
    """Keep every waiting card that is ticked, and give their number.

    Of all articles or of one. `up_to` is the newest card that the person was told of:
    what was written since waits on.
    """
    wanted = select(Card.id).where(
        Card.team_id == team_id, Card.status == Status.WAITING, Card.is_ticked
    )
    if article_id is not None:
        groups = select(Group.id).where(Group.article_id == article_id)
        wanted = wanted.where(Card.group_id.in_(groups))
    if up_to is not None:
        wanted = wanted.where(Card.id <= up_to)
    ids = session.scalars(wanted).all()
    return keep_cards(
        session, team_id=team_id, card_ids=ids, now=now, person_id=person_id
    )


def tick_cards(
    session: Session,
    *,
    team_id: int,
    shown: Collection[int],
    ticked: Collection[int],
) -> None:
    """Tick those of the cards `shown` that are in `ticked`, untick the others.

    What no longer waits, or is no card of the team, is left alone.
    """
    for is_ticked in (True, False):
        ids = [it for it in set(shown) if (it in set(ticked)) is is_ticked]
        for some in batches(ids):
            session.execute(
                update(Card)
                .where(
                    Card.team_id == team_id,
                    Card.id.in_(some),
                    Card.status == Status.WAITING,
                )
                .values(is_ticked=is_ticked)
            )


def reject_cards(
    session: Session,
    *,
    team_id: int,
    card_ids: Collection[int],
    now: datetime,
    person_id: int | None = None,
) -> int:
    """Reject waiting cards; `return_cards` undoes it."""
    return _move(session, team_id, card_ids, Status.REJECTED, now, person_id)


def return_cards(
    session: Session,
    *,
    team_id: int,
    card_ids: Collection[int],
    now: datetime,
    person_id: int | None = None,
) -> int:
    """Put rejected cards back into the inbox; the verdict is taken back."""
    return _move(session, team_id, card_ids, Status.WAITING, now, person_id)


def take_back_keep(
    session: Session,
    *,
    team_id: int,
    kept_at: datetime,
    now: datetime,
    person_id: int | None = None,
) -> int:
    """Put all cards of the keep of that moment back into the inbox; give their number.

    What was changed or answered since stays kept.
    """
    ids = kept_together(session, team_id, kept_at)
    came_from = frozenset({Status.KEPT})
    return _move(session, team_id, ids, Status.WAITING, now, person_id, came_from)


def suspend_cards(
    session: Session,
    *,
    team_id: int,
    card_ids: Collection[int],
    now: datetime,
    person_id: int | None = None,
) -> int:
    """Suspend kept cards: asked no more until kept again, history untouched."""
    return _move(session, team_id, card_ids, Status.SUSPENDED, now, person_id)


def delete_cards(
    session: Session,
    *,
    team_id: int,
    card_ids: Collection[int],
    now: datetime,
    person_id: int | None = None,
) -> int:
    """Retire cards: gone from every page, their reviews stay in the log."""
    return _move(session, team_id, card_ids, Status.RETIRED, now, person_id)


def _move(
    session: Session,
    team_id: int,
    card_ids: Collection[int],
    to: Status,
    now: datetime,
    person_id: int | None,
    may_follow: frozenset[Status] | None = None,
) -> int:
    cards = _load(session, team_id, card_ids)
    moving = [card for card in cards if card.status is not to]
    for card in moving:
        if card.status not in (may_follow or _MOVES[to]):
            raise ConflictError(
                f"A card that is {card.status.value} cannot be {_DONE[to]}: "
                f"“{card.question}”."
            )
    if person_id is not None:
        judge_cards(
            session, person_id=person_id, cards=moving, outcome=_VERDICTS[to], now=now
        )
    for card in moving:
        card.status = to
        card.updated_at = now
    session.flush()
    ids = [card.id for card in moving]
    set_active(session, ids, is_active=to is Status.KEPT)
    if to is Status.KEPT:
        add_states(session, team_id, ids)
    return len(moving)


def _load(session: Session, team_id: int, card_ids: Collection[int]) -> Sequence[Card]:
    """Load the team's cards with these ids, all of them or none."""
    wanted = sorted(set(card_ids))
    cards: list[Card] = []
    for some in batches(wanted):
        cards += session.scalars(
            select(Card).where(Card.team_id == team_id, Card.id.in_(some))
        )
    if len(cards) < len(wanted):
        raise NotFoundError("There is no such card; it may have been deleted.")
    return cards


def set_active(session: Session, card_ids: Collection[int], *, is_active: bool) -> None:
    """Let everyone's states of cards say whether the cards are kept."""
    for some in batches(list(card_ids)):
        session.execute(
            update(CardState)
            .where(CardState.card_id.in_(some))
            .values(is_active=is_active)
        )


def add_states(session: Session, team_id: int, card_ids: Collection[int]) -> None:
    """Give each member a new card's state of each card they have none of."""
    for some in batches(list(card_ids)):
        _add_states(session, team_id, some)


def _add_states(session: Session, team_id: int, card_ids: Sequence[int]) -> None:
    missing = (
        select(
            Membership.person_id,
            Card.id,
            Card.group_id,
            literal(value=True),
            literal(NEW.phase, CardState.phase.type),
            literal(NEW.step),
            literal(NEW.interval_days),
            literal(NEW.reps),
            literal(NEW.lapses),
        )
        .join(Card, Card.team_id == Membership.team_id)
        .where(
            Membership.team_id == team_id,
            Card.id.in_(card_ids),
            ~select(CardState.card_id)
            .where(
                CardState.card_id == Card.id,
                CardState.person_id == Membership.person_id,
            )
            .exists(),
        )
    )
    session.execute(
        insert(CardState).from_select(
            [
                "person_id",
                "card_id",
                "group_id",
                "is_active",
                "phase",
                "step",
                "interval_days",
                "reps",
                "lapses",
            ],
            missing,
            include_defaults=False,
        )
    )
