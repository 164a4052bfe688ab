import pytest
from sqlalchemy.orm import Session

from app.domain.card import Origin, Status
from app.domain.errors import ConflictError, InputError, NotFoundError
from app.services.reword_claim import reword_claim
from app.services.split_claim import split_claim
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

WHOLE = TEXTS[0][0]
AT = WHOLE.index("prices")
FIRST, SECOND = "Rents fell by 4% in 2024;", "prices rose by 2%."


def split(
    session: Session, claim_id: int, at: int = AT, team: int | None = None
) -> tuple[int, int]:
    with write_tx(session):
        one, other = split_claim(
            session,
            team_id=team or own_team(session),
            claim_id=claim_id,
            at=at,
            now=LATER,
        )
        return one.id, other.id


def test_both_parts_have_their_own_span_and_all_citations(session: Session) -> None:
    article_id = add_article(session)
    claim_id = ids(session, article_id)[1]
    first, second = split(session, claim_id)
    assert first == claim_id
    assert texts(session, article_id)[1] == [FIRST, SECOND, *TEXTS[0][1:]]
    one, other = claims(session, article_id)[1:3]
    assert other.id == second
    text = article(session, article_id).document.text
    assert text[one.start : one.end] == FIRST
    assert text[other.start : other.end] == SECOND
    assert one.citations == other.citations == [1]
    assert one.is_edited
    assert other.is_edited
    assert_sound(session)


def test_kept_cards_go_with_their_answers_and_waiting_ones_are_written_anew(
    session: Session,
) -> None:
    article_id = add_article(session)
    claim_id = ids(session, article_id)[1]
    here = add_card(session, claim_id, answer="4%")
    there = add_card(session, claim_id, answer="2%")
    own = add_card(
        session, claim_id, origin=Origin.PERSON, status=Status.WAITING, answer="Fell"
    )
    waiting = add_card(session, claim_id, status=Status.WAITING, answer="2024")
    with write_tx(session):
        make_review(session, session.get_one(Card, there))
    first, second = split(session, claim_id)
    found = {
        it: (row.claim_id, row.status, row.explanation)
        for it in (here, there, own, waiting)
        if (row := card(session, it))
    }
    assert found == {
        here: (first, Status.KEPT, FIRST),
        there: (second, Status.KEPT, SECOND),
        own: (first, Status.WAITING, FIRST),
        waiting: (first, Status.RETIRED, FIRST),
    }
    assert all(state.is_active for state in states(session))
    written = [it.written_with for it in claims(session, article_id)[1:3]]
    assert written == [None, None]
    assert_sound(session)


def test_parts_of_a_reworded_claim_share_its_span(session: Session) -> None:
    article_id = add_article(session)
    claim_id = ids(session, article_id)[1]
    before = claims(session, article_id)[1]
    span = before.start, before.end
    words = "Rents went down 4% in 2024; prices went up."
    with write_tx(session):
        reword_claim(
            session,
            team_id=own_team(session),
            claim_id=claim_id,
            text=words,
            now=LATER,
        )
    split(session, claim_id, words.index("prices"))
    assert {(it.start, it.end) for it in claims(session, article_id)[1:3]} == {span}


def test_what_cannot_be_split_is_refused(session: Session) -> None:
    article_id = add_article(session)
    core, claim_id = ids(session, article_id)[:2]
    with pytest.raises(InputError, match="need words"):
        split(session, claim_id, at=len(WHOLE) - 1)
    with pytest.raises(ConflictError, match="core insight is one claim"):
        split(session, core, at=6)
    with pytest.raises(NotFoundError):
        split(session, 999)
    with pytest.raises(NotFoundError):
        split(session, claim_id, team=99)
    assert len(claims(session, article_id)) == 5
