from sqlalchemy.orm import Session

from app.domain.card import Kind
from app.store.queries.names import known_countries
from app.store.writing import write_tx
from tests.factories import make_card, own_team


def test_countries_that_the_teams_cards_ask_for_are_known_once(
    session: Session,
) -> None:
    with write_tx(session):
        for answer in ("Norway", "the Netherlands", "Norway", "Carey Wright", "4%"):
            make_card(session, kind=Kind.CLOZE, answer=answer)
        make_card(session, kind=Kind.QA, answer="Spain")
    team_id = own_team(session)
    assert known_countries(session, team_id) == ["Norway", "the Netherlands"]
    assert known_countries(session, team_id + 1) == []
