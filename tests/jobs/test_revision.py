"""From a revision to its rewritten cards, with the writer for real."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import sqlalchemy as sa
from flask import Flask
from sqlalchemy.orm import Session

from app.domain.card import Kind, Origin, Status
from app.jobs.child import writer_child
from app.jobs.run import run_job
from app.services.check_library import check_library
from app.services.keep_cards import keep_ticked
from app.services.run_job import start_job
from app.store.models import Card, CardState, Claim, ClaimMatch, Relearn
from app.store.writing import write_tx
from tests.factories import make_review, own_team
from tests.support.library import NOW
from tests.support.revising import (
    EAST,
    EAST_REWORDED,
    FALL,
    FALL_6,
    FIRST,
    FLATS,
    LATER,
    Parts,
    take_in,
)


@pytest.fixture(scope="module", autouse=True)
def _one_child_for_all() -> Iterator[None]:
    yield
    writer_child.close()


def write_for_real(app: Flask, session: Session, article_id: int) -> None:
    with write_tx(session):
        job_id = start_job(
            session,
            team_id=own_team(session),
            person_id=1,
            article_id=article_id,
            now=NOW,
        )
    app.config["CLOCK"] = lambda: LATER
    with app.app_context():
        run_job(job_id)
    session.rollback()
    session.expire_all()


def cards_of(session: Session, text: str) -> dict[int, Card]:
    session.expire_all()
    found = session.scalars(
        sa.select(Card).join(Claim).where(Claim.text == text).order_by(Card.id)
    )
    return {card.id: card for card in found}


def test_a_changed_figure_is_asked_again_and_nothing_else_is_touched(
    app: Flask, session: Session
) -> None:
    (article_id,) = take_in(session, FIRST).article_ids
    write_for_real(app, session, article_id)
    with write_tx(session):
        keep_ticked(session, team_id=own_team(session), now=NOW)
        for card in session.scalars(sa.select(Card).where(Card.status == Status.KEPT)):
            make_review(session, card, at=NOW - timedelta(days=1))
    before = cards_of(session, FALL)
    numeric = next(it for it in before.values() if it.kind is Kind.NUMERIC)
    assert (numeric.answer, numeric.status) == ("4%", Status.KEPT)
    same = [
        (it.id, it.question, it.answer, it.status)
        for text in (EAST, FLATS)
        for it in cards_of(session, text).values()
    ]
    changed: Parts = (("Prices", (FALL_6, EAST_REWORDED)), FIRST[1])
    take_in(session, changed, revise=True, now=LATER)
    write_for_real(app, session, article_id)
    after = cards_of(session, FALL_6)
    assert set(before) <= set(after)
    assert after[numeric.id].answer == "6%"
    assert after[numeric.id].status is Status.KEPT
    due_at = session.scalars(
        sa.select(CardState.due_at).where(CardState.card_id == numeric.id)
    ).one()
    assert due_at == LATER
    assert numeric.id in session.scalars(sa.select(Relearn.card_id)).all()
    living = [it for it in after.values() if it.status is not Status.RETIRED]
    assert {it.origin for it in living} == {Origin.RULES}
    assert not [it for it in living if "4%" in it.question + it.answer]
    assert same == [
        (it.id, it.question, it.answer, it.status)
        for text in (EAST_REWORDED, FLATS)
        for it in cards_of(session, text).values()
    ]
    assert check_library(session) == []


def test_what_another_article_says_is_found_with_the_cards(
    app: Flask, session: Session
) -> None:
    take_in(session, FIRST)
    said = "In 2024, rents in Berlin declined by 4 percent."
    (other,) = take_in(session, (("Homes", (said,)),), title="Homes").article_ids
    write_for_real(app, session, other)
    match = session.scalars(sa.select(ClaimMatch)).one()
    texts = [
        session.get_one(Claim, it).text for it in (match.claim_id, match.other_claim_id)
    ]
    assert texts == [FALL, said]
