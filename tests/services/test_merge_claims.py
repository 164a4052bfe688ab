import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.domain.article import Standing
from app.domain.card import Status
from app.domain.errors import ConflictError, InputError, NotFoundError
from app.services.merge_claims import merge_with_next
from app.store.models import Card, Claim, ClaimMatch
from app.store.writing import write_tx
from tests.factories import make_review, own_team
from tests.services.claims_at_hand import (
    TEXTS,
    add_article,
    add_card,
    assert_sound,
    card,
    claims,
    ids,
    set_standing,
    texts,
)


def merge(session: Session, claim_id: int, team: int | None = None) -> int:
    with write_tx(session):
        return merge_with_next(
            session, team_id=team or own_team(session), claim_id=claim_id
        ).id


def test_the_first_keeps_its_identity_and_gets_all_of_both(session: Session) -> None:
    article_id = add_article(session)
    first, second, third = ids(session, article_id)[1:4]
    kept, learned = add_card(session, first), add_card(session, second)
    with write_tx(session):
        make_review(session, session.get_one(Card, learned))
        session.get_one(Claim, second).citations = [3, 1]
        session.add(
            ClaimMatch(claim_id=second, other_claim_id=third, team_id=own_team(session))
        )
    spans = [(it.start, it.end) for it in claims(session, article_id)[1:3]]
    assert merge(session, first) == first
    joined = f"{TEXTS[0][0]} {TEXTS[0][1]}"
    assert texts(session, article_id)[1] == [joined, TEXTS[0][2]]
    one, other = claims(session, article_id)[1:3]
    assert (one.start, one.end) == (spans[0][0], spans[1][1])
    assert one.citations == [1, 3]
    assert one.written_with == "1"
    assert (other.id, other.standing) == (second, Standing.GONE)
    for it in (kept, learned):
        row = card(session, it)
        assert (row.claim_id, row.status, row.explanation) == (
            first,
            Status.KEPT,
            joined,
        )
    assert session.scalar(sa.select(sa.func.count()).select_from(ClaimMatch)) == 0
    assert_sound(session)


def test_what_is_only_offered_is_passed_over(session: Session) -> None:
    article_id = add_article(session)
    first, second = ids(session, article_id)[1:3]
    set_standing(session, second, Standing.OFFERED, "It is not certain.")
    merge(session, first)
    assert texts(session, article_id)[1] == [f"{TEXTS[0][0]} {TEXTS[0][2]}"]


@pytest.mark.parametrize("unwritten", [0, 1])
def test_with_an_unwritten_claim_the_merged_one_is_unwritten(
    session: Session, unwritten: int
) -> None:
    article_id = add_article(session)
    pair = ids(session, article_id)[1:3]
    with write_tx(session):
        session.get_one(Claim, pair[1 - unwritten]).written_with = "1"
    merge(session, pair[0])
    assert claims(session, article_id)[1].written_with is None


def test_what_cannot_be_merged_is_refused(session: Session) -> None:
    article_id = add_article(session)
    core, first, second, third, _ = ids(session, article_id)
    for last in (core, third):
        with pytest.raises(ConflictError, match="No claim follows"):
            merge(session, last)
    with pytest.raises(NotFoundError):
        merge(session, 999)
    with pytest.raises(NotFoundError):
        merge(session, first, team=99)
    with write_tx(session):
        session.get_one(Claim, second).text = "word " * 1_000
    with pytest.raises(InputError, match="at most 5,000 fit"):
        merge(session, first)
    assert claims(session, article_id)[1].text == TEXTS[0][0]
