from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.domain.card import Origin, Status
from app.domain.verdict import Outcome
from app.domain.writing import Taste
from app.services.delete_article import delete_article
from app.services.edit_card import edit_card
from app.services.keep_cards import (
    delete_cards,
    keep_cards,
    keep_ticked,
    reject_cards,
    return_cards,
    suspend_cards,
)
from app.store.models import Card, CardVerdict, Person
from app.store.queries.verdicts import standing_verdicts, tastes_of
from app.store.writing import write_tx
from tests.factories import make_card, own_team
from tests.support.library import NOW

Act = Callable[..., object]


@pytest.fixture
def written(session: Session) -> Card:
    """A card that the rules wrote, as it waits in the inbox."""
    with write_tx(session):
        return make_card(
            session,
            origin=Origin.RULES,
            status=Status.WAITING,
            pattern="why",
            features=["asked", "cause"],
            written_with="7",
        )


@pytest.fixture
def act(session: Session, person: Person) -> Act:
    """Do one of the services to a card as the local person."""
    moments = iter(range(100))

    def do(service: Callable[..., object], card_id: int, **more: Any) -> object:
        which = {"card_id" if service is edit_card else "card_ids": card_id}
        if service is not edit_card:
            which = {"card_ids": [card_id]}  # type: ignore[dict-item]
        with write_tx(session):
            return service(
                session,
                team_id=own_team(session),
                person_id=person.id,
                now=NOW + timedelta(minutes=next(moments)),
                **which,
                **more,
            )

    return do


def outcomes(session: Session) -> list[Outcome]:
    return list(
        session.scalars(sa.select(CardVerdict.outcome).order_by(CardVerdict.id))
    )


def standing(session: Session) -> list[CardVerdict]:
    return [verdict for verdict, *_ in standing_verdicts(session, own_team(session))]


def test_a_verdict_keeps_the_card_as_it_was_written(
    session: Session, written: Card, act: Act, person: Person
) -> None:
    act(reject_cards, written.id)
    (verdict,) = standing(session)
    assert verdict.outcome is Outcome.REJECTED
    assert (verdict.person_id, verdict.team_id) == (person.id, written.team_id)
    assert (verdict.question, verdict.answer) == (written.question, written.answer)
    assert verdict.claim_text == written.explanation
    assert (verdict.pattern, verdict.written_with) == ("why", "7")
    assert verdict.features == ["asked", "cause"]
    assert verdict.judged_at == NOW
    assert verdict.new_question is None


def test_an_edit_keeps_both_words_and_later_moves_do_not_lose_the_first(
    session: Session, written: Card, act: Act
) -> None:
    first = written.question
    act(edit_card, written.id, question="Why now?", answer="Rain", context=None)
    act(edit_card, written.id, question="Why then?", answer="Rain", context="In May.")
    act(keep_cards, written.id)
    assert outcomes(session) == [Outcome.EDITED] * 3
    (verdict,) = standing(session)
    assert verdict.question == first
    assert (verdict.new_question, verdict.new_answer) == ("Why then?", "Rain")
    assert verdict.new_context == "In May."


def test_saving_the_same_words_is_no_verdict(
    session: Session, written: Card, act: Act
) -> None:
    act(
        edit_card,
        written.id,
        question=written.question,
        answer=f" {written.answer} ",
        context=None,
    )
    assert outcomes(session) == []
    assert not session.get_one(Card, written.id).is_edited


def test_the_undo_of_a_reject_takes_its_verdict_back(
    session: Session, written: Card, act: Act
) -> None:
    act(reject_cards, written.id)
    act(return_cards, written.id)
    assert outcomes(session) == [Outcome.REJECTED, Outcome.RETURNED]
    assert standing(session) == []


def test_the_newest_verdict_on_a_card_holds(
    session: Session, written: Card, act: Act
) -> None:
    for service in (keep_cards, suspend_cards, keep_cards, delete_cards):
        act(service, written.id)
    assert outcomes(session) == [
        Outcome.KEPT,
        Outcome.SUSPENDED,
        Outcome.KEPT,
        Outcome.DELETED,
    ]
    assert [it.outcome for it in standing(session)] == [Outcome.DELETED]


def test_keeping_all_that_is_ticked_judges_each(
    session: Session, written: Card, person: Person
) -> None:
    with write_tx(session):
        make_card(session, origin=Origin.RULES, status=Status.WAITING, is_ticked=False)
        keep_ticked(session, team_id=written.team_id, person_id=person.id, now=NOW)
    assert [it.card_id for it in standing(session)] == [written.id]


@pytest.mark.parametrize("origin", [Origin.PERSON, Origin.IMPORT])
def test_only_cards_by_rules_are_judged(
    session: Session, act: Act, origin: Origin
) -> None:
    with write_tx(session):
        card = make_card(session, origin=origin, status=Status.WAITING)
    act(edit_card, card.id, question="Why now?", answer="Rain", context=None)
    act(keep_cards, card.id)
    assert outcomes(session) == []


def test_what_nobody_decided_is_no_verdict(session: Session, written: Card) -> None:
    with write_tx(session):
        keep_cards(session, team_id=written.team_id, card_ids=[written.id], now=NOW)
    assert outcomes(session) == []


def test_a_verdict_goes_with_its_article(
    session: Session, written: Card, act: Act
) -> None:
    act(keep_cards, written.id)
    with write_tx(session):
        article_id = session.get_one(Card, written.id).claim.group.article_id
        delete_article(session, team_id=own_team(session), article_id=article_id)
    assert outcomes(session) == []


def test_a_team_has_tastes_for_the_patterns_it_judged(
    session: Session, person: Person
) -> None:
    does = {
        "why": (keep_cards, reject_cards, reject_cards),
        "how": (reject_cards,),
        # To suspend a card says nothing of how it was written.
        "share": (suspend_cards,),
    }
    with write_tx(session):
        for pattern, services in does.items():
            for service in services:
                is_kept = service is suspend_cards
                card = make_card(
                    session,
                    origin=Origin.RULES,
                    status=Status.KEPT if is_kept else Status.WAITING,
                    pattern=pattern,
                )
                service(
                    session,
                    team_id=card.team_id,
                    person_id=person.id,
                    card_ids=[card.id],
                    now=NOW,
                )
    tastes = tastes_of(session, own_team(session))
    assert tastes["why"] == Taste(1, 2)
    assert tastes["how"] == Taste(0, 1)
    assert tastes["share"] == Taste(0, 0)
    assert tastes_of(session, own_team(session) + 1) == {}
