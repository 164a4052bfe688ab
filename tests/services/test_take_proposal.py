"""What is written anew is looked at first, and touches nothing that a person did."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.domain.card import CardDraft, Kind, Origin, Status, Tier, Uncovered, Written
from app.domain.errors import ConflictError
from app.services.check_library import check_library
from app.services.edit_card import edit_card
from app.services.keep_cards import (
    delete_cards,
    keep_cards,
    reject_cards,
    return_cards,
    suspend_cards,
)
from app.services.propose_cards import drop_proposal, start_proposal, store_proposal
from app.services.reword_claim import reword_claim
from app.services.run_job import start_job
from app.services.take_proposal import Compared, compare_proposal, take_proposal
from app.services.write_cards import write_cards
from app.store.models import Article, Card, CardState, Claim, Job, JobStatus, Proposal
from app.store.queries.proposals import has_proposal, proposal_of
from app.store.queries.writing import article_to_rewrite, article_to_write
from app.store.writing import write_tx
from tests.factories import make_article, make_draft, make_review, own_team
from tests.support.library import NOW

LATER = NOW + timedelta(days=1)
TEXTS = ("Rents fell by 4% in 2024.", "Wages rose by 7% in 2023.")


def draft(claim: int, question: str, answer: str, **over: Any) -> CardDraft:
    own = {"claim": claim, "explanation": TEXTS[claim], "features": ("change",)}
    return make_draft(question, answer, **(own | over))


RENTS = draft(0, "Rents fell by […] in 2024.", "4%")
WAGES = draft(1, "Wages rose by […] in 2023.", "7%")
#: The same facts, asked otherwise.
RENTS_ANEW = replace(RENTS, question="In 2024, rents fell by […].")
WAGES_ANEW = replace(WAGES, question="In 2023, wages rose by […].")
YEAR = draft(0, "Rents fell by 4% in […].", "2024", kind=Kind.CLOZE, pattern="period")


@pytest.fixture
def article_id(session: Session) -> int:
    """An article of two claims with a waiting card each, of version 7."""
    with write_tx(session):
        article = make_article(session, groups=[TEXTS])
        _, claims = article_to_write(session, article.id)
        write_cards(
            session,
            wanted=claims,
            written=Written((RENTS, WAGES), (), ()),
            writer_version="7",
            keep_default=False,
            now=NOW,
        )
        return article.id


def propose(session: Session, article_id: int, *drafts: CardDraft) -> Compared:
    """Store what a writer of version 8 writes, and compare it."""
    covered = {it.claim for it in drafts if it.tier is Tier.DEFAULT}
    gaps = tuple(Uncovered(0, n, "Nothing.") for n in (0, 1) if n not in covered)
    with write_tx(session):
        _, claims = article_to_rewrite(session, article_id)
        store_proposal(
            session,
            team_id=own_team(session),
            article_id=article_id,
            claims=claims,
            written=Written(drafts, gaps, ()),
            writer_version="8",
            now=LATER,
        )
    return compare(session, article_id)


def compare(session: Session, article_id: int) -> Compared:
    proposal = proposal_of(session, article_id)
    assert proposal is not None
    return compare_proposal(session, proposal)


def take(session: Session, article_id: int, seen: str) -> None:
    with write_tx(session):
        take_proposal(session, article_id=article_id, seen=seen, now=LATER)


def cards(session: Session) -> list[tuple[Any, ...]]:
    """Give every card with all its columns."""
    session.rollback()
    return [
        tuple(row) for row in session.execute(sa.select(Card.__table__).order_by("id"))
    ]


def asked(session: Session) -> dict[str, Status]:
    session.rollback()
    rows = session.execute(sa.select(Card.question, Card.status)).all()
    return {row.question: row.status for row in rows}


def test_nothing_changes_until_somebody_says_so(
    session: Session, article_id: int
) -> None:
    before = cards(session)
    plan = propose(session, article_id, RENTS_ANEW, YEAR).rewriting
    assert [it.words.question for it in plan.replaced] == [RENTS_ANEW.question]
    assert [it.words.question for it in plan.added] == [YEAR.question]
    assert [it.words.question for it in plan.removed] == [WAGES.question]
    assert cards(session) == before


def test_a_yes_replaces_adds_and_removes(session: Session, article_id: int) -> None:
    with write_tx(session):
        keep_cards(session, team_id=own_team(session), card_ids=[1], now=NOW)
    found = propose(session, article_id, RENTS_ANEW, YEAR)
    take(session, article_id, found.seen)
    assert asked(session) == {
        # In place, kept as it was.
        RENTS_ANEW.question: Status.KEPT,
        YEAR.question: Status.WAITING,
        WAGES.question: Status.RETIRED,
    }
    assert session.get_one(Card, 1).question == RENTS_ANEW.question
    assert session.scalars(sa.select(CardState.is_active)).all() == [True]
    claims = session.scalars(sa.select(Claim).order_by(Claim.id)).all()
    assert [claim.written_with for claim in claims] == ["8", "8"]
    assert [claim.uncovered_reason for claim in claims] == [None, "Nothing."]
    assert not has_proposal(session, article_id)
    assert check_library(session) == []


def test_the_same_version_again_leaves_every_word_alone(
    session: Session, article_id: int
) -> None:
    before = cards(session)
    found = propose(session, article_id, RENTS, WAGES)
    assert found.rewriting.is_empty
    take(session, article_id, found.seen)
    at = Card.__table__.c.keys().index("written_with")
    for old, new in zip(before, cards(session), strict=True):
        assert (old[at], new[at]) == ("7", "8")
        assert old[:at] + old[at + 1 :] == new[:at] + new[at + 1 :]


def _who(session: Session) -> dict[str, Any]:
    return {"team_id": own_team(session), "person_id": 1, "now": NOW}


def _review(session: Session) -> None:
    keep_cards(session, card_ids=[1], **_who(session))
    make_review(session, session.get_one(Card, 1))


def _edit(session: Session) -> None:
    edit_card(
        session,
        card_id=1,
        question="Rents dropped by […].",
        answer="4 percent",
        context=None,
        **_who(session),
    )


def _edit_and_suspend(session: Session) -> None:
    _edit(session)
    keep_cards(session, card_ids=[1], **_who(session))
    suspend_cards(session, card_ids=[1], **_who(session))


def _reject(session: Session) -> None:
    reject_cards(session, card_ids=[1], **_who(session))


def _suspend(session: Session) -> None:
    keep_cards(session, card_ids=[1], **_who(session))
    suspend_cards(session, card_ids=[1], **_who(session))


def _delete(session: Session) -> None:
    delete_cards(session, card_ids=[1], **_who(session))


def _own(session: Session) -> None:
    session.get_one(Card, 1).origin = Origin.PERSON


@pytest.mark.parametrize(
    "does", [_review, _edit, _edit_and_suspend, _reject, _suspend, _delete, _own]
)
@pytest.mark.parametrize("anew", [(), (RENTS,), (RENTS_ANEW,)])
def test_a_new_version_never_touches_what_a_person_did(
    session: Session,
    article_id: int,
    does: Callable[[Session], None],
    anew: Sequence[CardDraft],
) -> None:
    with write_tx(session):
        does(session)
    before = cards(session)
    found = propose(session, article_id, *anew, WAGES_ANEW)
    # What they settled is not written to them again either.
    assert found.rewriting.added == ()
    take(session, article_id, found.seen)
    after = cards(session)
    assert after[0] == before[0]
    assert len(after) == len(before)
    assert session.get_one(Card, 2).question == WAGES_ANEW.question


def test_a_card_whose_rejection_was_taken_back_is_open_again(
    session: Session, article_id: int
) -> None:
    with write_tx(session):
        _reject(session)
        return_cards(session, card_ids=[1], **_who(session))
    plan = propose(session, article_id, RENTS_ANEW, WAGES).rewriting
    assert [it.card.id for it in plan.replaced] == [1]


def test_what_was_answered_since_is_looked_at_again(
    session: Session, article_id: int
) -> None:
    found = propose(session, article_id, RENTS_ANEW, WAGES_ANEW)
    with write_tx(session):
        _review(session)
    before = cards(session)
    with pytest.raises(ConflictError, match="look again"):
        take(session, article_id, found.seen)
    assert cards(session) == before
    take(session, article_id, compare(session, article_id).seen)
    assert cards(session)[0] == before[0]
    assert WAGES_ANEW.question in asked(session)


def test_a_claim_that_was_changed_since_is_left_out(
    session: Session, article_id: int
) -> None:
    propose(session, article_id, RENTS_ANEW, WAGES_ANEW)
    with write_tx(session):
        reword_claim(
            session,
            team_id=own_team(session),
            claim_id=1,
            text="Rents fell by 5% in 2024.",
            now=NOW,
        )
    found = compare(session, article_id)
    assert found.left_out == 1
    assert list(found.claims) == [2]
    take(session, article_id, found.seen)
    claims = session.scalars(sa.select(Claim).order_by(Claim.id)).all()
    assert [claim.written_with for claim in claims] == [None, "8"]


def test_a_card_that_is_only_suggested_now_is_unticked(
    session: Session, article_id: int
) -> None:
    less = replace(RENTS, tier=Tier.SUGGESTED, doubt="the question is long.")
    take(session, article_id, propose(session, article_id, less, WAGES).seen)
    card = session.get_one(Card, 1)
    assert (card.is_ticked, card.doubt) == (False, "the question is long.")


def test_one_proposal_takes_the_place_of_another(
    session: Session, article_id: int
) -> None:
    propose(session, article_id, RENTS)
    propose(session, article_id, WAGES)
    assert session.scalar(sa.select(sa.func.count(Proposal.id))) == 1
    with write_tx(session):
        drop_proposal(session, article_id=article_id)
    with pytest.raises(ConflictError, match="are gone"):
        take(session, article_id, "")


def start(session: Session, article_id: int) -> Any:
    with write_tx(session):
        return start_proposal(
            session, team_id=1, person_id=1, article_id=article_id, now=NOW
        )


def test_an_article_is_written_anew_by_one_job_at_a_time(
    session: Session, article_id: int
) -> None:
    first = start(session, article_id)
    assert start(session, article_id) == first
    assert session.get_one(Job, first).total == len(TEXTS)
    with write_tx(session):
        session.get_one(Job, first).status = JobStatus.DONE
        start_job(session, team_id=1, person_id=1, article_id=article_id, now=NOW)
    with pytest.raises(ConflictError, match="being written"):
        start(session, article_id)


def test_an_article_without_cards_has_none_to_write_anew(session: Session) -> None:
    with write_tx(session):
        article = make_article(session, groups=[TEXTS])
    with pytest.raises(ConflictError, match="no claim"):
        start(session, article.id)


def test_a_proposal_goes_with_its_article(session: Session, article_id: int) -> None:
    propose(session, article_id, RENTS)
    with write_tx(session):
        session.delete(session.get_one(Article, article_id))
    assert session.scalars(sa.select(Proposal)).all() == []


def test_what_cannot_be_read_any_more_proposes_nothing(
    session: Session, article_id: int
) -> None:
    propose(session, article_id, RENTS)
    with write_tx(session):
        session.scalars(sa.select(Proposal)).one().claims = [{"claim": 1}]
    found = compare(session, article_id)
    assert found.rewriting.is_empty
    assert found.claims == {}
