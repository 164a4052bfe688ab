import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.domain.article import Standing
from app.domain.card import Origin, Status
from app.domain.errors import ConflictError, InputError, NotFoundError
from app.services.reword_claim import reword_claim
from app.store.models import ClaimMatch
from app.store.writing import write_tx
from tests.factories import own_team
from tests.services.claims_at_hand import (
    LATER,
    TEXTS,
    add_article,
    add_card,
    assert_sound,
    card,
    claims,
    ids,
    set_standing,
    states,
)

BEFORE = TEXTS[0][0]
SAME = "In 2024 rents fell by 4%; prices rose by 2%."
OTHER = "Rents fell by 5% in 2024; prices rose by 2%."


def reword(
    session: Session, claim_id: int, text: str, team: int | None = None
) -> str | None:
    with write_tx(session):
        return reword_claim(
            session,
            team_id=team or own_team(session),
            claim_id=claim_id,
            text=text,
            now=LATER,
        )


def test_other_words_for_the_same_facts_keep_cards_and_schedules(
    session: Session,
) -> None:
    article_id = add_article(session)
    claim_id, leaning = ids(session, article_id)[1:3]
    kept = add_card(session, claim_id, answer="4%")
    waiting = add_card(session, claim_id, status=Status.WAITING)
    below = add_card(session, leaning, context=BEFORE)
    assert reword(session, claim_id, f" {SAME}\n") is None
    claim = claims(session, article_id)[1]
    assert (claim.text, claim.is_edited, claim.citations) == (SAME, True, [1])
    assert claim.written_with == "1"
    assert card(session, kept).status is Status.KEPT
    assert card(session, kept).explanation == SAME
    assert card(session, waiting).status is Status.WAITING
    assert card(session, below).context == SAME
    assert_sound(session)


def test_an_answer_that_the_new_words_hold_no_more_makes_its_card_stale(
    session: Session,
) -> None:
    article_id = add_article(session)
    claim_id = ids(session, article_id)[1]
    stays = add_card(session, claim_id, answer="4%")
    fails = add_card(session, claim_id, answer="rents fell by 4%")
    words = "Rents declined by 4% in 2024; prices rose by 2%."
    assert reword(session, claim_id, words) is None
    assert card(session, stays).status is Status.KEPT
    assert card(session, fails).status is Status.STALE
    assert claims(session, article_id)[1].written_with is None
    assert_sound(session)


def test_other_facts_make_cards_stale_and_the_claim_unwritten(
    session: Session,
) -> None:
    article_id = add_article(session)
    claim_id = ids(session, article_id)[1]
    kept = add_card(session, claim_id)
    own = add_card(session, claim_id, origin=Origin.PERSON)
    waiting = add_card(session, claim_id, status=Status.WAITING)
    rejected = add_card(session, claim_id, status=Status.REJECTED)
    what = reword(session, claim_id, OTHER)
    assert what is not None
    assert "5%" in what
    claim = claims(session, article_id)[1]
    assert (claim.written_with, claim.uncovered_reason) == (None, None)
    found = [card(session, it).status for it in (kept, own, waiting, rejected)]
    assert found == [Status.STALE, Status.STALE, Status.RETIRED, Status.REJECTED]
    assert not any(state.is_active for state in states(session))
    assert_sound(session)


def test_what_others_were_found_to_say_goes_with_the_facts(session: Session) -> None:
    article_id = add_article(session)
    claim_id, other = ids(session, article_id)[1:3]
    with write_tx(session):
        session.add(
            ClaimMatch(
                claim_id=claim_id, other_claim_id=other, team_id=own_team(session)
            )
        )
    reword(session, claim_id, SAME)
    assert len(session.scalars(sa.select(ClaimMatch)).all()) == 1
    reword(session, claim_id, OTHER)
    assert session.scalars(sa.select(ClaimMatch)).all() == []


def test_notes_and_language_follow_the_words(session: Session) -> None:
    article_id = add_article(session)
    claim_id = ids(session, article_id)[1]
    reword(session, claim_id, "Costs fell from $60 to $0.006, a 1000-fold drop.")
    assert "10,000" in claims(session, article_id)[1].notes[0]
    reword(session, claim_id, "房租在2024年下降了百分之四。")
    claim = claims(session, article_id)[1]
    assert (claim.notes, claim.language) == ([], "zh")


def test_the_same_words_change_nothing(session: Session) -> None:
    article_id = add_article(session)
    claim_id = ids(session, article_id)[1]
    assert reword(session, claim_id, BEFORE) is None
    assert not claims(session, article_id)[1].is_edited


def test_no_words_no_claim(session: Session) -> None:
    article_id = add_article(session)
    claim_id = ids(session, article_id)[1]
    with pytest.raises(InputError, match="needs words"):
        reword(session, claim_id, " ")
    with pytest.raises(NotFoundError):
        reword(session, 999, SAME)
    with pytest.raises(NotFoundError):
        reword(session, claim_id, SAME, team=99)
    set_standing(session, claim_id, Standing.OFFERED)
    with pytest.raises(ConflictError, match="is offered: take it"):
        reword(session, claim_id, SAME)
    set_standing(session, claim_id, Standing.GONE)
    with pytest.raises(NotFoundError):
        reword(session, claim_id, SAME)
    assert claims(session, article_id)[1].text == BEFORE
