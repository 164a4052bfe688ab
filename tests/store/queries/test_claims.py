from sqlalchemy.orm import Session

from app.domain.article import Standing
from app.domain.card import Status
from app.store.models import Card, Claim
from app.store.queries.claims import inbox_claims, waiting_cards_of
from app.store.writing import write_tx
from tests.factories import make_article, make_card, own_team


def wait(session: Session) -> list[Claim]:
    """Give three claims with a waiting card each, the second with another."""
    with write_tx(session):
        claims = make_article(session, groups=[["A.", "B.", "C."]]).groups[0].claims
        for claim in (*claims, claims[1]):
            make_card(session, claim, status=Status.WAITING)
    return claims


def page(session: Session, after: int | None, limit: int = 2) -> list[str]:
    team_id = own_team(session)
    return [it.text for it in inbox_claims(session, team_id, after=after, limit=limit)]


def test_pages_follow_the_claims_in_reading_order(session: Session) -> None:
    _, second, third = wait(session)
    assert page(session, None) == ["A.", "B."]
    assert page(session, second.id) == ["C."]
    assert page(session, third.id) == []


def test_a_page_goes_on_after_a_claim_whose_cards_are_kept_by_now(
    session: Session,
) -> None:
    first, *_ = wait(session)
    with write_tx(session):
        for card in waiting_cards_of(session, [first.id])[first.id]:
            session.get_one(Card, card.id).status = Status.KEPT
    assert page(session, first.id) == ["B.", "C."]
    assert page(session, None) == ["B.", "C."]


def test_after_a_claim_that_is_gone_the_first_page_comes(session: Session) -> None:
    wait(session)
    assert page(session, 999) == ["A.", "B."]


def test_an_offered_sentence_waits_without_a_card(session: Session) -> None:
    with write_tx(session):
        claim = make_article(session, groups=[["A.", "B."]]).groups[0].claims[1]
        claim.standing = Standing.OFFERED
    assert page(session, None) == ["B."]


def test_the_waiting_cards_of_a_claim_come_oldest_first(session: Session) -> None:
    _, second, _ = wait(session)
    cards = waiting_cards_of(session, [second.id])[second.id]
    assert [card.id for card in cards] == sorted(card.id for card in cards)
    assert len(cards) == 2
