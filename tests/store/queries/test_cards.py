from sqlalchemy.orm import Session

from app.domain.card import Status
from app.store.models import Card
from app.store.queries.cards import Waiting, rejected_cards, waiting_counts
from app.store.writing import write_tx
from tests.factories import make_article, make_card, own_team


def wait(session: Session, count: int) -> list[int]:
    with write_tx(session):
        claims = make_article(session, groups=[["A.", "B.", "C."]]).groups[0].claims
        return [
            make_card(session, claims[number % 3], status=Status.WAITING).id
            for number in range(count)
        ]


def test_counts_tell_ticked_from_unticked_and_the_newest(session: Session) -> None:
    team_id = own_team(session)
    assert waiting_counts(session, team_id) == Waiting(0, 0, 0)
    ids = wait(session, 3)
    with write_tx(session):
        card = session.get_one(Card, ids[0])
        card.is_ticked = False
        article_id = card.claim.group.article_id
    later = wait(session, 1)
    assert waiting_counts(session, team_id) == Waiting(4, 3, later[0])
    one = waiting_counts(session, team_id, article_id=article_id)
    assert one == Waiting(3, 2, ids[-1])
    assert waiting_counts(session, team_id + 1) == Waiting(0, 0, 0)


def test_only_rejected_cards_of_the_team_are_offered_back(session: Session) -> None:
    ids = wait(session, 2)
    with write_tx(session):
        session.get_one(Card, ids[1]).status = Status.REJECTED
    team_id = own_team(session)
    assert [it.id for it in rejected_cards(session, team_id, ids)] == [ids[1]]
    assert not rejected_cards(session, team_id + 1, ids)
    assert not rejected_cards(session, team_id, [])
