from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.domain.article import Standing
from app.domain.card import Status
from app.domain.errors import ConflictError, NotFoundError
from app.services.rebuild_library import rebuild_library
from app.services.reject_claims import reject_claims, return_claims, take_claims
from app.store.models import Card, CardState, Claim, Membership, Person, Role
from app.store.queries.study import due_counts
from app.store.writing import write_tx
from tests.factories import make_review, own_team
from tests.services.claims_at_hand import (
    LATER,
    add_article,
    add_card,
    assert_sound,
    card,
    claims,
    ids,
    set_standing,
    states,
)
from tests.support.library import NOW

Verb = Callable[..., list[Claim]]


def do(session: Session, verb: Verb, *claim_ids: int, team: int | None = None) -> None:
    with write_tx(session):
        verb(
            session,
            team_id=team or own_team(session),
            claim_ids=claim_ids,
            now=LATER,
        )


def all_of(session: Session, table: type[Any]) -> list[dict[str, Any]]:
    """Give every row, without the moment of its last change."""
    session.rollback()
    order = [*table.__table__.primary_key.columns]
    rows = session.execute(sa.select(table.__table__).order_by(*order)).mappings()
    return [{k: v for k, v in row.items() if k != "updated_at"} for row in rows]


def test_a_rejected_claim_comes_back_with_its_cards_exactly_as_they_were(
    session: Session, person: Person
) -> None:
    claim_id = ids(session, add_article(session))[1]
    made = [add_card(session, claim_id, status=status) for status in Status]
    answered = made[list(Status).index(Status.KEPT)]
    with write_tx(session):
        make_review(session, session.get_one(Card, answered))
        rebuild_library(session)
    before = all_of(session, Card), all_of(session, CardState), all_of(session, Claim)

    do(session, reject_claims, claim_id)
    assert {card(session, it).status for it in made} == {Status.RETIRED}
    assert not any(state.is_active for state in states(session))
    assert due_counts(session, person, LATER).total == 0
    assert_sound(session)
    with write_tx(session):
        rebuild_library(session)
    assert_sound(session)

    do(session, return_claims, claim_id)
    after = all_of(session, Card), all_of(session, CardState), all_of(session, Claim)
    assert after == before
    assert_sound(session)


def test_rejecting_twice_forgets_nothing(session: Session) -> None:
    claim_id = ids(session, add_article(session))[1]
    kept = add_card(session, claim_id)
    do(session, reject_claims, claim_id)
    do(session, reject_claims, claim_id)
    do(session, take_claims, claim_id)
    assert card(session, kept).status is Status.KEPT
    assert states(session)[0].is_active


def test_a_member_who_came_meanwhile_gets_a_state_too(session: Session) -> None:
    claim_id = ids(session, add_article(session))[1]
    add_card(session, claim_id)
    do(session, reject_claims, claim_id)
    with write_tx(session):
        other = Person(name="Other", created_at=NOW, timezone="UTC")
        session.add(other)
        session.flush()
        session.add(
            Membership(team_id=own_team(session), person_id=other.id, role=Role.MEMBER)
        )
    do(session, take_claims, claim_id)
    assert len(states(session)) == 2


def test_a_sentence_offered_is_taken_unwritten_and_doubted_no_more(
    session: Session,
) -> None:
    article_id = add_article(session)
    claim_id = ids(session, article_id)[2]
    set_standing(session, claim_id, Standing.OFFERED, "It is not certain.")
    do(session, take_claims, claim_id)
    claim = claims(session, article_id)[2]
    assert (claim.standing, claim.doubt) == (Standing.TAKEN, None)
    assert claim.written_with is None


def test_a_sentence_dismissed_is_offered_again_when_that_is_undone(
    session: Session,
) -> None:
    article_id = add_article(session)
    offered, taken = ids(session, article_id)[2:4]
    set_standing(session, offered, Standing.OFFERED, "It is not certain.")
    do(session, reject_claims, offered, taken)
    do(session, return_claims, offered, taken)
    standings = [it.standing for it in claims(session, article_id)[2:4]]
    assert standings == [Standing.OFFERED, Standing.TAKEN]
    do(session, reject_claims, offered)
    do(session, take_claims, offered)
    assert claims(session, article_id)[2].standing is Standing.TAKEN


def test_a_core_insight_is_not_taken_back_beside_another(session: Session) -> None:
    article_id = add_article(session)
    core = claims(session, article_id)[0]
    core_id, group_id = core.id, core.group_id
    do(session, reject_claims, core_id)
    with write_tx(session):
        session.add(
            Claim(
                team_id=own_team(session),
                group_id=group_id,
                position=1,
                text="Homes are cheap.",
                language="en",
                citations=[],
                start=0,
                end=1,
                notes=[],
            )
        )
    for verb in (take_claims, return_claims):
        with pytest.raises(ConflictError, match="core insight is one claim"):
            do(session, verb, core_id)


@pytest.mark.parametrize("verb", [reject_claims, take_claims, return_claims])
def test_all_are_moved_or_none(session: Session, verb: Verb) -> None:
    article_id = add_article(session)
    first, gone = ids(session, article_id)[1:3]
    set_standing(session, gone, Standing.GONE)
    set_standing(session, first, Standing.OFFERED, "It is not certain.")
    for wrong in (gone, 999):
        with pytest.raises(NotFoundError):
            do(session, verb, first, wrong)
    with pytest.raises(NotFoundError):
        do(session, verb, first, team=99)
    assert claims(session, article_id)[1].standing is Standing.OFFERED
    do(session, verb)
