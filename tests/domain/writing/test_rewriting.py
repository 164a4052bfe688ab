from dataclasses import replace

import pytest

from app.domain.card import CardDraft, Kind, Statement, Tier
from app.domain.writing.rewriting import (
    NewCard,
    Rewriting,
    Settled,
    StandingCard,
    plan_rewriting,
)

SHARE = CardDraft(
    group=None,
    claim=None,
    kind=Kind.NUMERIC,
    pattern="share",
    tier=Tier.DEFAULT,
    context=None,
    question="Rents fell by […] in 2024.",
    answer="4%",
    choices=("3%", "4%", "6%"),
    statement=Statement("Rents fell by 4% in 2024.", true=True, changed=None),
    explanation="Rents fell by 4% in 2024, for few people move.",
)
WHY = replace(
    SHARE,
    kind=Kind.QA,
    pattern="why",
    question="Why did rents fall in 2024?",
    answer="few people move",
    choices=None,
    statement=None,
)


def has(words: CardDraft, id_: int = 1, *, is_open: bool = True) -> StandingCard:
    return StandingCard(id_, 7, is_open, words)


def write(*drafts: CardDraft, claim: int = 7) -> list[NewCard]:
    return [NewCard(claim, draft) for draft in drafts]


def ids(plan: Rewriting) -> tuple[list[int], list[int], list[int]]:
    """Give which cards are replaced, removed, and stay."""
    return (
        [it.card.id for it in plan.replaced],
        [card.id for card in plan.removed],
        [card.id for card in plan.staying],
    )


def test_the_same_cards_written_again_change_nothing() -> None:
    plan = plan_rewriting([has(SHARE, 1), has(WHY, 2)], write(WHY, SHARE))
    assert plan.is_empty
    assert ids(plan) == ([], [], [1, 2])
    assert [it.card.id for it in plan.renewed] == [2, 1]


def test_what_nobody_sees_of_a_card_is_no_change() -> None:
    anew = replace(SHARE, features=("share",), explanation="x", pattern="portion")
    plan = plan_rewriting([has(SHARE)], write(anew))
    assert plan.is_empty
    assert plan.renewed[0].words is anew


@pytest.mark.parametrize(
    "change",
    [
        {"question": "In 2024, rents fell by […]."},
        {"answer": "4 %"},
        {"context": "Rents in Oslo had risen."},
        {"tier": Tier.SUGGESTED},
        {"choices": None},
        {"statement": None},
        {"kind": Kind.CLOZE, "pattern": "object-cloze"},
    ],
)
def test_an_open_card_is_replaced_where_its_words_change(
    change: dict[str, object],
) -> None:
    anew = replace(SHARE, **change)  # type: ignore[arg-type] # any field
    plan = plan_rewriting([has(WHY, 1), has(SHARE, 2)], write(anew, WHY))
    assert ids(plan) == ([2], [], [1])
    assert plan.added == ()
    assert plan.replaced[0].words == anew


def test_another_question_with_another_answer_is_added_and_the_old_one_removed() -> (
    None
):
    plan = plan_rewriting([has(SHARE)], write(WHY))
    assert plan.added == (NewCard(7, WHY),)
    assert ids(plan) == ([], [1], [])


def test_a_claim_takes_no_card_of_another() -> None:
    plan = plan_rewriting([has(SHARE)], write(SHARE, claim=8))
    assert ids(plan) == ([], [1], [])
    assert plan.added == (NewCard(8, SHARE),)


@pytest.mark.parametrize(
    "anew",
    [
        (),
        (WHY,),
        (SHARE,),
        (replace(SHARE, question="By how much did rents fall?"),),
        (replace(SHARE, answer="4 %"),),
        (replace(SHARE, tier=Tier.SUGGESTED, choices=None),),
    ],
)
def test_a_card_that_is_not_open_is_never_touched(anew: tuple[CardDraft, ...]) -> None:
    card = has(SHARE, is_open=False)
    plan = plan_rewriting([card], write(*anew))
    assert plan.staying == (card,)
    assert (plan.replaced, plan.removed, plan.renewed) == ((), (), ())
    assert plan.added == tuple(write(*(it for it in anew if it is WHY)))


@pytest.mark.parametrize(
    ("question", "answer", "is_settled"),
    [
        (WHY.question, "whatever", True),
        ("What else?", "Few people move", True),
        ("What else?", "whatever", False),
    ],
)
def test_what_a_person_settled_is_not_written_to_them_again(
    question: str, answer: str, is_settled: bool
) -> None:
    plan = plan_rewriting([], write(WHY), [Settled(7, question, answer)])
    assert plan.added == (() if is_settled else (NewCard(7, WHY),))


def test_a_settled_question_takes_no_open_card_with_it() -> None:
    other = replace(SHARE, question="In 2024, rents in Oslo fell by […].")
    plan = plan_rewriting(
        [has(SHARE)], write(SHARE, other), [Settled(7, other.question, other.answer)]
    )
    assert plan.is_empty
    assert ids(plan) == ([], [], [1])


def test_of_two_alike_the_one_with_the_same_question_is_replaced() -> None:
    older = replace(SHARE, question="Rents dropped by […].")
    anew = replace(SHARE, tier=Tier.SUGGESTED)
    plan = plan_rewriting([has(older, 1), has(SHARE, 2)], write(anew))
    assert ids(plan) == ([2], [1], [])
