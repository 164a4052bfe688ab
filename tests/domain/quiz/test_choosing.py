"""Which cards a quiz asks, in what order and format."""

from collections import Counter
from random import Random
from typing import Any

import pytest

from app.domain.card import Kind
from app.domain.errors import InputError
from app.domain.queue import SIBLING_DISTANCE
from app.domain.quiz.choosing import (
    DEFAULT_SECONDS,
    QuizCard,
    choose_questions,
    formats_of,
)
from app.domain.review import Format


def a_card(
    card_id: int,
    *,
    recall: float | None = 0.5,
    claim_id: int | None = None,
    group_id: int = 1,
    kind: Kind = Kind.NUMERIC,
    choices: tuple[str, ...] | None = ("a", "b", "c", "d"),
    has_statement: bool = True,
) -> QuizCard:
    return QuizCard(
        card_id,
        claim_id or card_id,
        group_id,
        card_id,
        kind,
        choices,
        has_statement,
        recall,
    )


@pytest.mark.parametrize(
    ("card", "expected"),
    [
        (a_card(1), {*Format}),
        (a_card(1, kind=Kind.QA), {*Format} - {Format.TYPED}),
        (a_card(1, kind=Kind.CLOZE, choices=None), {Format.RECALL, Format.TRUE_FALSE}),
        (
            a_card(1, choices=("a",), has_statement=False),
            {Format.RECALL, Format.TYPED},
        ),
        (
            a_card(1, kind=Kind.QA, choices=None, has_statement=False),
            {Format.RECALL},
        ),
    ],
)
def test_a_card_is_asked_by_what_it_has(card: QuizCard, expected: set[Format]) -> None:
    assert set(formats_of(card)) == expected


def test_the_least_remembered_cards_are_asked_first() -> None:
    cards = [a_card(n, recall=n / 20) for n in range(1, 20)]
    Random(5).shuffle(cards)
    questions = choose_questions(cards, dice=Random(1), number=6)
    assert [one.card_id for one in questions] == [1, 2, 3, 4, 5, 6]


def test_cards_not_learned_yet_count_0_and_take_turns_between_groups() -> None:
    cards = [a_card(n, recall=None, group_id=n // 10) for n in (11, 12, 21, 22, 31)]
    cards.append(a_card(1, recall=0.01))
    questions = choose_questions(cards, dice=Random(1), number=6)
    assert [one.card_id for one in questions] == [11, 21, 31, 12, 22, 1]


def test_formats_are_mixed_evenly() -> None:
    cards = [a_card(n) for n in range(1, 21)]
    questions = choose_questions(cards, dice=Random(1), number=20)
    assert Counter(one.format for one in questions) == dict.fromkeys(Format, 5)


def test_cards_of_one_claim_are_kept_apart() -> None:
    cards = [a_card(n, claim_id=1 + n // 3, recall=n / 100) for n in range(24)]
    claim_of = {card.card_id: card.claim_id for card in cards}
    questions = choose_questions(cards, dice=Random(1), number=12)
    claims = [claim_of[one.card_id] for one in questions]
    for place, claim in enumerate(claims):
        assert claim not in claims[max(0, place - SIBLING_DISTANCE) : place]


def test_options_are_the_cards_own_in_some_order() -> None:
    cards = [a_card(n, kind=Kind.QA, has_statement=False) for n in range(1, 31)]
    questions = choose_questions(cards, dice=Random(1), number=30)
    chosen = [one.choices for one in questions if one.format is Format.CHOICE]
    assert len(chosen) == 15
    assert {tuple(sorted(one or ())) for one in chosen} == {("a", "b", "c", "d")}
    assert len(set(chosen)) > 5
    assert all(
        one.choices is None for one in questions if one.format is not Format.CHOICE
    )


@pytest.mark.parametrize("minutes", [1, 3, 10])
def test_the_questions_fill_the_minutes_and_no_more(minutes: int) -> None:
    cards = [a_card(n) for n in range(1, 100)]
    questions = choose_questions(cards, dice=Random(1), minutes=minutes)
    seconds = sum(one.seconds for one in questions)
    assert minutes * 60 - max(DEFAULT_SECONDS.values()) <= seconds <= minutes * 60


def test_the_persons_own_seconds_are_used_where_known() -> None:
    cards = [
        a_card(n, choices=None, has_statement=False, kind=Kind.QA)
        for n in range(1, 100)
    ]
    own = {(Kind.QA, Format.RECALL): 30.0}
    assert len(choose_questions(cards, dice=Random(1), minutes=3, seconds=own)) == 6


def test_one_question_is_asked_however_short_the_time() -> None:
    assert len(choose_questions([a_card(1)], dice=Random(1), minutes=0.01)) == 1
    assert choose_questions([], dice=Random(1), minutes=3) == ()


def test_the_same_dice_choose_the_same_quiz() -> None:
    cards = [a_card(n) for n in range(1, 30)]
    one, other = (choose_questions(cards, dice=Random(4), number=9) for _ in "ab")
    assert one == other


@pytest.mark.parametrize(
    "bounds",
    [
        {},
        {"minutes": 3, "number": 5},
        {"minutes": 0},
        {"minutes": 121},
        {"number": 0},
        {"number": 201},
    ],
)
def test_a_quiz_without_one_sensible_bound_is_refused(bounds: dict[str, Any]) -> None:
    with pytest.raises(InputError, match="A quiz takes"):
        choose_questions([a_card(1)], dice=Random(1), **bounds)
