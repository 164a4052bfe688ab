from dataclasses import replace

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.domain.article import Standing
from app.domain.card import (
    CardDraft,
    Kind,
    Origin,
    Statement,
    Status,
    Tier,
    Uncovered,
    Written,
)
from app.domain.writing import Position
from app.services.write_cards import write_cards
from app.store.models import Card, CardState, Claim
from app.store.queries.writing import Unwritten, article_to_write
from app.store.writing import write_tx
from tests.factories import make_article
from tests.support.library import NOW

DRAFT = CardDraft(
    group=0,
    claim=0,
    kind=Kind.NUMERIC,
    pattern="amount",
    tier=Tier.DEFAULT,
    context="In 2024.",
    question="By how much did rents fall?",
    answer="4%",
    choices=("4%", "7%", "9%"),
    statement=Statement("Rents fell by 9%.", true=False, changed="4% became 9%."),
    explanation="Rents fell by 4% in 2024.",
)
PLACES: tuple[Position, ...] = ((None, None), (0, 0), (0, 1), (1, 0))


@pytest.fixture
def article_id(session: Session) -> int:
    with write_tx(session):
        return make_article(
            session,
            groups=(("Rents fell by 4%.", "Few move."), ("Prices rose.",)),
            core_insight="Homes are dear.",
        ).id


def write(
    session: Session,
    article_id: int,
    *drafts: CardDraft,
    places: tuple[Position, ...] = PLACES,
    wanted: list[Unwritten] | None = None,
    uncovered: tuple[Uncovered, ...] = (),
    keep_default: bool = False,
    version: str = "7",
) -> int:
    with write_tx(session):
        if wanted is None:
            unwritten = article_to_write(session, article_id)[1]
            wanted = [it for it in unwritten if it.place in places]
        return write_cards(
            session,
            wanted=wanted,
            written=Written(drafts, uncovered, ()),
            writer_version=version,
            keep_default=keep_default,
            now=NOW,
        )


def cards(session: Session) -> list[Card]:
    return list(session.scalars(sa.select(Card).order_by(Card.id)))


def test_a_draft_is_stored_whole_and_waits_ticked(
    session: Session, article_id: int
) -> None:
    assert write(session, article_id, DRAFT) == 1
    card = cards(session)[0]
    assert card.claim.text == "Rents fell by 4%."
    assert card.group_id == card.claim.group_id
    assert (card.kind, card.pattern, card.tier, card.origin) == (
        Kind.NUMERIC,
        "amount",
        Tier.DEFAULT,
        Origin.RULES,
    )
    assert (card.status, card.is_ticked) == (Status.WAITING, True)
    assert (card.context, card.question, card.answer, card.explanation) == (
        DRAFT.context,
        DRAFT.question,
        DRAFT.answer,
        DRAFT.explanation,
    )
    assert card.choices == ["4%", "7%", "9%"]
    assert (card.statement_text, card.statement_true, card.statement_changed) == (
        "Rents fell by 9%.",
        False,
        "4% became 9%.",
    )
    assert (card.written_with, card.created_at) == ("7", NOW)


def test_a_suggested_card_waits_unticked(session: Session, article_id: int) -> None:
    plain = replace(DRAFT, tier=Tier.SUGGESTED, choices=None, statement=None)
    write(session, article_id, plain)
    card = cards(session)[0]
    assert (card.is_ticked, card.choices, card.statement_text) == (False, None, None)


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ((None, None), "Homes are dear."),
        ((0, 1), "Few move."),
        ((1, 0), "Prices rose."),
    ],
)
def test_a_card_goes_to_the_claim_at_its_place(
    session: Session, article_id: int, place: Position, text: str
) -> None:
    write(session, article_id, replace(DRAFT, group=place[0], claim=place[1]))
    assert cards(session)[0].claim.text == text


def test_a_batch_written_twice_is_stored_once(
    session: Session, article_id: int
) -> None:
    wanted = article_to_write(session, article_id)[1]
    write(session, article_id, DRAFT, places=((0, 0),))
    assert write(session, article_id, DRAFT, wanted=wanted, version="8") == 0
    assert len(cards(session)) == 1
    written = session.scalars(sa.select(Claim.written_with).order_by(Claim.id))
    assert sorted(it or "" for it in written) == ["7", "8", "8", "8"]


@pytest.mark.parametrize(
    "change", [{"text": "Rents fell by 5%."}, {"standing": Standing.REJECTED}]
)
def test_a_claim_that_a_person_changed_meanwhile_is_left_alone(
    session: Session, article_id: int, change: dict[str, object]
) -> None:
    wanted = article_to_write(session, article_id)[1]
    with write_tx(session):
        first = sa.update(Claim).where(Claim.text == "Rents fell by 4%.")
        session.execute(first.values(**change))
    assert write(session, article_id, DRAFT, wanted=wanted) == 0
    assert cards(session) == []


def test_what_stands_outside_the_batch_is_left_for_later(
    session: Session, article_id: int
) -> None:
    elsewhere = replace(DRAFT, claim=1)
    assert write(session, article_id, DRAFT, elsewhere, places=((0, 0),)) == 1
    unwritten = sa.select(sa.func.count(Claim.id)).where(Claim.written_with.is_(None))
    assert session.scalar(unwritten) == 3


def test_an_uncovered_claim_keeps_its_reason(session: Session, article_id: int) -> None:
    gap = Uncovered(0, 1, "It names no fact.")
    write(session, article_id, DRAFT, uncovered=(gap,))
    reasons = {it.text: it.uncovered_reason for it in session.scalars(sa.select(Claim))}
    assert reasons["Few move."] == "It names no fact."
    assert reasons["Rents fell by 4%."] is None


def test_study_without_asking_keeps_default_cards_alone(
    session: Session, article_id: int
) -> None:
    suggested = replace(DRAFT, question="What fell?", tier=Tier.SUGGESTED)
    write(session, article_id, DRAFT, suggested, keep_default=True)
    assert [card.status for card in cards(session)] == [Status.KEPT, Status.WAITING]
    states = session.scalars(sa.select(CardState)).all()
    assert [state.card_id for state in states] == [cards(session)[0].id]


def test_keeping_leaves_cards_of_other_claims_waiting(
    session: Session, article_id: int
) -> None:
    write(session, article_id, DRAFT, places=((0, 0),))
    other = replace(DRAFT, claim=1)
    write(session, article_id, other, places=((0, 1),), keep_default=True)
    assert [card.status for card in cards(session)] == [Status.WAITING, Status.KEPT]
