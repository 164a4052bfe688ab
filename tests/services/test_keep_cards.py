from collections.abc import Callable
from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.domain.card import Status
from app.domain.errors import ConflictError, NotFoundError
from app.domain.memory.schedule import Phase
from app.services.keep_cards import (
    delete_cards,
    keep_cards,
    keep_ticked,
    reject_cards,
    return_cards,
    suspend_cards,
    tick_cards,
)
from app.store.models import Card, CardState, Membership, Person, ReviewEntry, Role
from app.store.writing import write_tx
from tests.factories import make_article, make_card, make_review, own_team
from tests.support.library import NOW

LATER = NOW + timedelta(hours=1)
Move = Callable[..., int]

MOVES: dict[Move, tuple[Status, set[Status]]] = {
    keep_cards: (
        Status.KEPT,
        {Status.WAITING, Status.SUSPENDED, Status.REJECTED, Status.STALE},
    ),
    suspend_cards: (Status.SUSPENDED, {Status.KEPT}),
    reject_cards: (Status.REJECTED, {Status.WAITING}),
    return_cards: (Status.WAITING, {Status.REJECTED}),
    delete_cards: (Status.RETIRED, set(Status) - {Status.RETIRED}),
}


def add(session: Session, status: Status, **over: object) -> int:
    with write_tx(session):
        return make_card(session, status=status, **over).id  # type: ignore[arg-type] # columns


def move(session: Session, by: Move, *ids: int) -> int:
    with write_tx(session):
        return by(session, team_id=own_team(session), card_ids=ids, now=LATER)


def states(session: Session) -> list[CardState]:
    return list(session.scalars(sa.select(CardState).order_by(CardState.card_id)))


@pytest.mark.parametrize("before", list(Status))
@pytest.mark.parametrize("by", list(MOVES))
def test_a_card_moves_only_where_it_may(
    session: Session, by: Move, before: Status
) -> None:
    to, may_come_from = MOVES[by]
    card_id = add(session, before)
    if before is to:
        assert move(session, by, card_id) == 0
    elif before in may_come_from:
        assert move(session, by, card_id) == 1
        assert session.get_one(Card, card_id).updated_at == LATER
    else:
        with pytest.raises(ConflictError, match=f"A card that is {before.value}"):
            move(session, by, card_id)
        to = before
    session.rollback()
    assert session.get_one(Card, card_id).status is to


def test_a_kept_card_is_new_to_each_member(session: Session) -> None:
    with write_tx(session):
        other = Person(name="Other", created_at=NOW, timezone="UTC")
        session.add(other)
        session.flush()
        session.add(
            Membership(team_id=own_team(session), person_id=other.id, role=Role.MEMBER)
        )
    card_id = add(session, Status.WAITING)
    move(session, keep_cards, card_id)
    found = states(session)
    assert len({state.person_id for state in found}) == 2
    assert {
        (s.card_id, s.phase, s.is_active, s.stability, s.due_at) for s in found
    } == {(card_id, Phase.NEW, True, None, None)}


def test_suspending_keeps_the_schedule_and_resuming_finds_it(session: Session) -> None:
    with write_tx(session):
        card = make_card(session)
        make_review(session, card)
        card_id = card.id
    before = states(session)[0]
    kept = (before.stability, before.due_at, before.reps)
    move(session, suspend_cards, card_id)
    assert not states(session)[0].is_active
    move(session, keep_cards, card_id)
    after = states(session)[0]
    assert after.is_active
    assert (after.stability, after.due_at, after.reps) == kept


def test_deleting_a_card_leaves_its_reviews_in_the_log(session: Session) -> None:
    with write_tx(session):
        card = make_card(session)
        make_review(session, card)
        card_id = card.id
    move(session, delete_cards, card_id)
    assert not states(session)[0].is_active
    assert session.scalar(sa.select(sa.func.count(ReviewEntry.seq))) == 1


def test_of_several_cards_all_move_or_none(session: Session) -> None:
    waiting, kept = add(session, Status.WAITING), add(session, Status.KEPT)
    with pytest.raises(ConflictError):
        move(session, reject_cards, waiting, kept)
    with pytest.raises(NotFoundError):
        move(session, reject_cards, waiting, 999)
    assert session.get_one(Card, waiting).status is Status.WAITING
    assert move(session, reject_cards, waiting, waiting) == 1
    assert move(session, reject_cards) == 0


def test_another_teams_card_does_not_exist(session: Session) -> None:
    card_id = add(session, Status.WAITING)
    with pytest.raises(NotFoundError), write_tx(session):
        keep_cards(session, team_id=99, card_ids=[card_id], now=NOW)


def test_a_thousand_cards_are_kept_at_once(session: Session) -> None:
    with write_tx(session):
        claim = make_article(session).groups[0].claims[0]
        for _ in range(1_001):
            make_card(session, claim, status=Status.WAITING)
    with write_tx(session):
        assert keep_ticked(session, team_id=own_team(session), now=NOW) == 1_001
    assert len(states(session)) == 1_001


def test_only_ticked_waiting_cards_up_to_one_seen_are_kept(session: Session) -> None:
    first = add(session, Status.WAITING)
    unticked = add(session, Status.WAITING, is_ticked=False)
    rejected = add(session, Status.REJECTED)
    last = add(session, Status.WAITING)
    team_id = own_team(session)
    with write_tx(session):
        assert keep_ticked(session, team_id=team_id, now=NOW, up_to=rejected) == 1
    assert session.get_one(Card, first).status is Status.KEPT
    article_id = session.get_one(Card, unticked).claim.group.article_id
    with write_tx(session):
        assert (
            keep_ticked(session, team_id=team_id, now=NOW, article_id=article_id) == 0
        )
        assert keep_ticked(session, team_id=99, now=NOW) == 0
    assert session.get_one(Card, last).status is Status.WAITING
    with write_tx(session):
        assert keep_ticked(session, team_id=team_id, now=NOW) == 1


def test_ticks_are_set_for_what_is_shown_and_waits(session: Session) -> None:
    ids = [add(session, Status.WAITING) for _ in range(3)]
    kept = add(session, Status.KEPT)
    team_id = own_team(session)
    with write_tx(session):
        tick_cards(session, team_id=team_id, shown=[*ids[:2], kept, 999], ticked=ids)
        tick_cards(session, team_id=team_id, shown=ids[1:2], ticked=[])
        tick_cards(session, team_id=team_id, shown=[kept], ticked=[])
        tick_cards(session, team_id=99, shown=ids, ticked=[])
    session.expire_all()
    ticks = [session.get_one(Card, it).is_ticked for it in [*ids, kept]]
    assert ticks == [True, False, True, True]
