import pytest
from sqlalchemy.orm import Session

from app.domain.errors import ConflictError, NotFoundError
from app.services.move_claim import Direction, move_along, move_to_group
from app.services.reject_claims import reject_claims
from app.store.models import Card
from app.store.writing import write_tx
from tests.factories import make_review, own_team
from tests.services.claims_at_hand import (
    LATER,
    TEXTS,
    add_article,
    add_card,
    article,
    assert_sound,
    card,
    claims,
    ids,
    states,
    texts,
)

A, B, C = TEXTS[0]


def groups(session: Session, article_id: int) -> list[int]:
    return [group.id for group in article(session, article_id).groups]


def move(
    session: Session, claim_id: int, group_id: int, team: int | None = None
) -> None:
    with write_tx(session):
        move_to_group(
            session,
            team_id=team or own_team(session),
            claim_id=claim_id,
            group_id=group_id,
        )


def along(session: Session, claim_id: int, direction: Direction) -> None:
    with write_tx(session):
        move_along(
            session, team_id=own_team(session), claim_id=claim_id, direction=direction
        )


def test_cards_schedules_and_counts_follow_to_another_group(session: Session) -> None:
    article_id = add_article(session)
    claim_id = ids(session, article_id)[2]
    learned = add_card(session, claim_id)
    add_card(session, claim_id)
    beside = add_card(session, ids(session, article_id)[1])
    with write_tx(session):
        for number, it in enumerate((learned, beside)):
            make_review(session, session.get_one(Card, it), number=number)
    target = groups(session, article_id)[2]
    move(session, claim_id, target)
    assert texts(session, article_id)[1:] == [[A, C], [B, "Owners wait."]]
    assert card(session, learned).group_id == target
    moved = [it.group_id for it in states(session) if it.card_id != beside]
    assert set(moved) == {target}
    assert_sound(session)
    move(session, claim_id, groups(session, article_id)[1])
    assert texts(session, article_id)[1:] == [[A, B, C], ["Owners wait."]]
    assert_sound(session)


def test_a_claim_moves_up_and_down_in_its_group(session: Session) -> None:
    article_id = add_article(session)
    first, second, third = ids(session, article_id)[1:4]
    along(session, first, "down")
    assert texts(session, article_id)[1] == [B, A, C]
    along(session, third, "up")
    assert texts(session, article_id)[1] == [B, C, A]
    along(session, second, "down")
    assert texts(session, article_id)[1] == [C, B, A]
    with pytest.raises(ConflictError, match="is the last of its group"):
        along(session, first, "down")
    with pytest.raises(ConflictError, match="is the first of its group"):
        along(session, third, "up")
    assert_sound(session)


def test_the_core_insight_stays_one_claim(session: Session) -> None:
    article_id = add_article(session)
    core, claim_id = ids(session, article_id)[:2]
    core_group, part, _ = groups(session, article_id)
    with pytest.raises(ConflictError, match="core insight is one claim"):
        move(session, claim_id, core_group)
    with write_tx(session):
        reject_claims(session, team_id=own_team(session), claim_ids=[core], now=LATER)
    move(session, claim_id, core_group)
    assert texts(session, article_id)[:2] == [[A], [B, C]]
    move(session, claim_id, part)
    assert_sound(session)


def test_only_the_articles_own_groups_are_there(session: Session) -> None:
    article_id = add_article(session)
    other = groups(session, add_article(session))[1]
    claim_id = ids(session, article_id)[1]
    with pytest.raises(NotFoundError, match="no such group"):
        move(session, claim_id, other)
    with pytest.raises(NotFoundError):
        move(session, 999, other)
    with pytest.raises(NotFoundError):
        move(session, claim_id, groups(session, article_id)[2], team=99)
    move(session, claim_id, groups(session, article_id)[1])
    assert claims(session, article_id)[1].text == A
