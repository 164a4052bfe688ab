"""The order of a sitting: what comes first, what is mixed, what is kept apart."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from random import Random

import pytest

from app.domain.memory.schedule import Phase
from app.domain.queue import (
    LEARN_AHEAD,
    SIBLING_DISTANCE,
    DailyLimits,
    Queue,
    QueueCard,
    Today,
    keep_apart,
    order_queue,
)

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
LIMITS = DailyLimits()


def new(card_id: int, group_id: int = 1, claim_id: int | None = None) -> QueueCard:
    return QueueCard(card_id, claim_id or card_id, group_id, card_id, Phase.NEW)


def reviewed(
    card_id: int, *, stability: float = 10.0, ago: float = 20.0, claim_id: int = 0
) -> QueueCard:
    """Return a card in review whose interval of a stability has run out."""
    last = NOW - timedelta(days=ago)
    return QueueCard(
        card_id,
        claim_id or card_id,
        1,
        card_id,
        Phase.REVIEW,
        due_at=last + timedelta(days=stability),
        stability=stability,
        last_reviewed_at=last,
    )


def learning(card_id: int, minutes: float, phase: Phase = Phase.LEARNING) -> QueueCard:
    """Return a card whose step ends in so many minutes."""
    return QueueCard(
        card_id,
        card_id,
        1,
        card_id,
        phase,
        due_at=NOW + timedelta(minutes=minutes),
        stability=1.0,
        last_reviewed_at=NOW,
    )


def ordered(
    *cards: QueueCard, today: Today | None = None, limits: DailyLimits = LIMITS
) -> Queue:
    return order_queue(cards, NOW, today=today or Today(), limits=limits)


def ids(queue: Queue) -> list[int]:
    return [card.card_id for card in queue.cards]


def test_steps_that_are_over_come_first_and_the_longest_over_before_all() -> None:
    queue = ordered(
        reviewed(1), new(2), learning(3, -1), learning(4, -5, Phase.RELEARNING)
    )
    assert ids(queue) == [4, 3, 1, 2]
    assert (queue.new, queue.learning, queue.review) == (1, 2, 1)


def test_steps_that_end_soon_come_last_and_later_ones_not_at_all() -> None:
    within = LEARN_AHEAD.total_seconds() / 60
    queue = ordered(learning(1, within), learning(2, within + 1), reviewed(3))
    assert ids(queue) == [3, 1]
    assert queue.learning == 1


def test_a_review_that_is_not_due_is_left_out() -> None:
    assert ids(ordered(reviewed(1, stability=30.0), reviewed(2))) == [2]


def test_the_least_remembered_review_comes_first() -> None:
    queue = ordered(
        reviewed(1, stability=15.0), reviewed(2, stability=1.0), reviewed(3)
    )
    assert ids(queue) == [2, 3, 1]


def test_new_cards_are_spread_evenly_among_reviews() -> None:
    queue = ordered(*(reviewed(n) for n in range(1, 13)), *map(new, (101, 102, 103)))
    places = [place for place, one in enumerate(ids(queue)) if one > 100]
    assert len(places) == 3
    assert all(3 <= b - a <= 6 for a, b in pairwise(places))


def test_new_cards_take_turns_between_groups() -> None:
    cards = [new(n, group_id=n // 10) for n in (11, 12, 13, 21, 22, 31)]
    assert ids(ordered(*cards)) == [11, 21, 31, 12, 22, 13]


def test_turns_go_on_where_the_day_left_them() -> None:
    cards = [new(n, group_id=n // 10) for n in (12, 13, 21, 31)]
    today = Today(introduced={1: 1})
    assert ids(ordered(*cards, today=today)) == [21, 31, 12, 13]


@pytest.mark.parametrize(
    ("limits", "today", "counts"),
    [
        (DailyLimits(new=2, reviews=3), Today(), (2, 3)),
        (DailyLimits(new=2, reviews=3), Today(introduced={9: 1}, reviewed=2), (1, 1)),
        (DailyLimits(new=0, reviews=0), Today(), (0, 0)),
        (DailyLimits(new=2, reviews=3), Today(introduced={9: 5}, reviewed=9), (0, 0)),
    ],
)
def test_the_day_takes_so_many_and_no_more(
    limits: DailyLimits, today: Today, counts: tuple[int, int]
) -> None:
    cards = [*map(new, range(1, 9)), *map(reviewed, range(101, 109))]
    queue = ordered(*cards, today=today, limits=limits)
    assert (queue.new, queue.review) == counts
    assert len(queue.cards) == sum(counts)


def test_limits_never_hold_back_learning() -> None:
    queue = ordered(learning(1, -1), limits=DailyLimits(new=0, reviews=0))
    assert ids(queue) == [1]


def test_a_day_studied_card_by_card_is_the_day_as_first_ordered() -> None:
    cards = [reviewed(n, ago=20 + n / 10) for n in range(1, 9)]
    cards += [new(100 + n, group_id=n % 3) for n in range(5)]
    planned, shown, today = ids(ordered(*cards)), [], Today()
    while cards:
        card = ordered(*cards, today=today).cards[0]
        cards.remove(card)
        shown.append(card.card_id)
        if card.phase is Phase.NEW:
            done = Counter(today.introduced) + Counter([card.group_id])
            today = replace(today, introduced=done)
        else:
            today = replace(today, reviewed=today.reviewed + 1)
    assert shown == planned


def test_cards_of_one_claim_are_kept_apart() -> None:
    cards = [reviewed(n, ago=30 - n, claim_id=1 + n // 3) for n in range(12)]
    claims = [card.claim_id for card in ordered(*cards).cards]
    for place, claim in enumerate(claims):
        assert claim not in claims[max(0, place - SIBLING_DISTANCE) : place]


def test_a_claim_just_answered_waits() -> None:
    cards = [reviewed(1, ago=30.0, claim_id=7), reviewed(2), reviewed(3)]
    assert ids(ordered(*cards, today=Today(recent_claims=[7])))[0] == 2


def test_siblings_with_no_others_to_part_them_are_still_shown() -> None:
    cards = [reviewed(n, claim_id=7) for n in range(1, 4)]
    assert sorted(ids(ordered(*cards))) == [1, 2, 3]


def test_order_of_what_comes_in_does_not_matter() -> None:
    dice = Random(3)
    cards = [*map(new, range(1, 9)), *map(reviewed, range(101, 109)), learning(5, -1)]
    expected = ids(ordered(*cards))
    for _ in range(10):
        dice.shuffle(cards)
        assert ids(ordered(*cards)) == expected


@pytest.mark.parametrize(
    ("keys", "distance", "before", "expected"),
    [
        ("aabbcc", 1, "", "ababcc"),
        ("abcd", 3, "", "abcd"),
        ("aab", 2, "", "aba"),
        ("ab", 1, "a", "ba"),
        ("", 2, "ab", ""),
    ],
)
def test_each_place_gets_the_first_item_that_fits(
    keys: str, distance: int, before: str, expected: str
) -> None:
    parted = keep_apart(
        keys, key=ord, distance=distance, before=[ord(one) for one in before]
    )
    assert "".join(parted) == expected


def test_nothing_to_study_is_an_empty_queue() -> None:
    assert ordered() == Queue((), 0, 0, 0)
