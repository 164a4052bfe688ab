from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.domain.card import GAP, Kind, Origin, Status
from app.domain.errors import ConflictError, InputError, NotFoundError
from app.services.edit_card import MAX_LENGTH, add_card, edit_card
from app.store.models import Card, CardState
from app.store.writing import write_tx
from tests.factories import make_article, make_card, make_review, own_team
from tests.support.library import NOW

LATER = NOW + timedelta(hours=1)
ASKABLE: dict[str, Any] = {
    "question": "By how much?",
    "answer": "4%",
    "choices": ["4%", "9%"],
    "statement_text": "By 9%.",
    "statement_true": False,
    "statement_changed": "4% became 9%.",
}


def edit(session: Session, card_id: int, **over: Any) -> Card:
    words = {"question": "By how much?", "answer": "4%", "context": None, **over}
    with write_tx(session):
        return edit_card(
            session, team_id=own_team(session), card_id=card_id, now=LATER, **words
        )


def add(session: Session, claim_id: int, **over: Any) -> Card:
    words = {"question": "What fell?", "answer": "Rents", **over}
    with write_tx(session):
        return add_card(
            session, team_id=own_team(session), claim_id=claim_id, now=NOW, **words
        )


@pytest.fixture
def card_id(session: Session) -> int:
    with write_tx(session):
        return make_card(session, **ASKABLE).id


@pytest.fixture
def claim_id(session: Session) -> int:
    with write_tx(session):
        return make_article(session).groups[0].claims[0].id


def test_new_words_leave_the_schedule_alone(session: Session, card_id: int) -> None:
    with write_tx(session):
        make_review(session, session.get_one(Card, card_id))
    before = session.scalars(sa.select(CardState)).one()
    kept = (before.stability, before.due_at)
    card = edit(session, card_id, question="  How far? ", context=" In 2024. ")
    assert (card.question, card.context, card.updated_at) == (
        "How far?",
        "In 2024.",
        LATER,
    )
    after = session.scalars(sa.select(CardState)).one()
    assert (after.stability, after.due_at) == kept


def test_options_and_statement_go_only_with_the_answer(
    session: Session, card_id: int
) -> None:
    card = edit(session, card_id, question="How far?", answer=" 4% ")
    assert (card.choices, card.statement_text) == (["4%", "9%"], "By 9%.")
    card = edit(session, card_id, answer="5%")
    assert (
        card.choices,
        card.statement_text,
        card.statement_true,
        card.statement_changed,
    ) == (None, None, None, None)


@pytest.mark.parametrize("name", ["question", "answer", "context"])
@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("x" * (MAX_LENGTH + 1), "has 2,001 characters; at most 2,000 fit"),
        ("a\x00b", r"U\+0000 at place 2"),
        ("\ud800", r"U\+D800 at place 1"),
        ("abc\x1bd", r"U\+001B at place 4"),
    ],
)
def test_words_that_cannot_be_stored_are_refused(
    session: Session, card_id: int, claim_id: int, name: str, text: str, says: str
) -> None:
    with pytest.raises(InputError, match=f"The {name} .*{says}"):
        edit(session, card_id, **{name: text})
    with pytest.raises(InputError, match=f"The {name} .*{says}"):
        add(session, claim_id, **{name: text})
    assert session.scalar(sa.select(sa.func.count(Card.id))) == 1


@pytest.mark.parametrize("name", ["question", "answer"])
def test_an_empty_side_is_refused(session: Session, card_id: int, name: str) -> None:
    with pytest.raises(InputError, match=f"The {name} is empty"):
        edit(session, card_id, **{name: " \n"})


def test_the_longest_words_and_line_ends_fit(session: Session, card_id: int) -> None:
    text = "字\n\t" + "x" * (MAX_LENGTH - 3)
    card = edit(session, card_id, question=text, answer=text, context=text)
    assert card.question == card.answer == card.context == text


@pytest.mark.parametrize("question", ["Rents fell.", f"{GAP} or {GAP} fell."])
def test_a_cloze_has_one_gap(session: Session, question: str) -> None:
    with write_tx(session):
        cloze = make_card(session, kind=Kind.CLOZE, question=f"{GAP} fell.").id
    with pytest.raises(InputError, match="exactly once"):
        edit(session, cloze, question=question)


def test_a_deleted_or_foreign_card_cannot_be_edited(
    session: Session, card_id: int
) -> None:
    with write_tx(session):
        deleted = make_card(session, status=Status.RETIRED).id
    for missing in (deleted, 999):
        with pytest.raises(NotFoundError):
            edit(session, missing)
    with pytest.raises(NotFoundError), write_tx(session):
        edit_card(
            session,
            team_id=99,
            card_id=card_id,
            question="A?",
            answer="B",
            context=None,
            now=NOW,
        )


def test_an_own_card_is_kept_at_once(session: Session, claim_id: int) -> None:
    card = add(session, claim_id, context="In 2024.")
    assert (card.origin, card.status, card.kind, card.context) == (
        Origin.PERSON,
        Status.KEPT,
        Kind.QA,
        "In 2024.",
    )
    assert card.explanation == card.claim.text
    assert session.scalars(sa.select(CardState.card_id)).all() == [card.id]


@pytest.mark.parametrize(
    ("question", "kind"),
    [(f"{GAP} fell.", Kind.CLOZE), (f"{GAP} or {GAP}?", Kind.QA), ("Why?", Kind.QA)],
)
def test_one_gap_makes_a_cloze(
    session: Session, claim_id: int, question: str, kind: Kind
) -> None:
    assert add(session, claim_id, question=question).kind is kind


def test_a_claim_asks_each_question_once(session: Session, claim_id: int) -> None:
    first = add(session, claim_id)
    with pytest.raises(ConflictError, match="already has a card with that question"):
        add(session, claim_id, question=" What fell? ", answer="Other")
    with write_tx(session):
        session.get_one(Card, first.id).status = Status.RETIRED
    add(session, claim_id)


def test_a_foreign_claim_takes_no_card(session: Session, claim_id: int) -> None:
    with pytest.raises(NotFoundError):
        add(session, 999)
    with pytest.raises(NotFoundError), write_tx(session):
        add_card(
            session, team_id=99, claim_id=claim_id, question="A?", answer="B", now=NOW
        )
