"""The memory model against py-fsrs, written by the authors of FSRS."""

from datetime import UTC, datetime, timedelta
from random import Random

import fsrs
import pytest

from app.domain.memory.fsrs import (
    DEFAULT_PARAMETERS,
    PARAMETER_BOUNDS,
    STABILITY_MAX,
    MemoryState,
    interval,
    next_state,
    retrievability,
)
from app.domain.review import Rating

EPOCH = datetime(2026, 1, 1, 9, tzinfo=UTC)
AGREEMENT = 1e-5


def some_parameters(dice: Random) -> tuple[float, ...]:
    """Return parameters some way off the defaults, inside their bounds."""
    return tuple(
        min(max(value * dice.uniform(0.7, 1.4), low), high)
        for value, (low, high) in zip(DEFAULT_PARAMETERS, PARAMETER_BOUNDS, strict=True)
    )


def test_the_defaults_and_bounds_are_the_published_ones() -> None:
    assert DEFAULT_PARAMETERS == fsrs.scheduler.DEFAULT_PARAMETERS
    assert (
        tuple(
            zip(
                fsrs.scheduler.LOWER_BOUNDS_PARAMETERS,
                fsrs.scheduler.UPPER_BOUNDS_PARAMETERS,
                strict=True,
            )
        )
        == PARAMETER_BOUNDS
    )


@pytest.mark.parametrize("seed", range(12))
def test_every_step_agrees_with_py_fsrs(seed: int) -> None:
    dice = Random(seed)
    parameters = DEFAULT_PARAMETERS if seed < 6 else some_parameters(dice)
    oracle = fsrs.Scheduler(parameters, enable_fuzzing=False)
    compared = 0
    while compared < 2_500:
        card, memory, now, elapsed = fsrs.Card(), None, EPOCH, 0
        for _ in range(dice.randint(1, 14)):
            rating = dice.choice(list(Rating))
            card, _ = oracle.review_card(card, fsrs.Rating(rating), now)
            memory = next_state(memory, rating, elapsed, parameters)
            assert card.stability is not None
            if card.stability >= STABILITY_MAX:
                break
            assert memory.stability == pytest.approx(card.stability, rel=AGREEMENT)
            assert memory.difficulty == pytest.approx(card.difficulty, rel=AGREEMENT)
            later = dice.randint(0, 300)
            assert retrievability(later, memory.stability, parameters) == pytest.approx(
                oracle.get_card_retrievability(card, now + timedelta(later)),
                rel=AGREEMENT,
            )
            compared += 1
            # A third of the answers fall on the same day, where Hard is a trap.
            elapsed = dice.choice((0, dice.randint(1, 9), dice.randint(1, 400)))
            now += timedelta(days=elapsed)


@pytest.mark.parametrize(
    ("rating", "stability"),
    [
        pytest.param(Rating.HARD, 8.0, id="hard is floored"),
        pytest.param(Rating.GOOD, 8.0, id="good is floored"),
    ],
)
def test_a_same_day_pass_never_lowers_stability(
    rating: Rating, stability: float
) -> None:
    assert next_state(MemoryState(8.0, 5.0), rating, 0).stability == stability


def test_a_same_day_again_lowers_stability() -> None:
    assert next_state(MemoryState(8.0, 5.0), Rating.AGAIN, 0).stability < 8.0


def test_stability_stays_within_a_hundred_years() -> None:
    memory = MemoryState(36_000.0, 1.0)
    assert next_state(memory, Rating.EASY, 36_000).stability == STABILITY_MAX


@pytest.mark.parametrize("stability", [0.5, 3.0, 100.0, 4_000.0])
def test_recall_is_ninety_percent_when_the_stability_has_passed(
    stability: float,
) -> None:
    assert retrievability(stability, stability) == pytest.approx(0.9)


def test_recall_is_certain_at_the_answer_and_before_it() -> None:
    assert retrievability(0.0, 3.0) == 1.0
    assert retrievability(-2.0, 3.0) == 1.0


@pytest.mark.parametrize("wished", [0.7, 0.85, 0.9, 0.97])
def test_the_interval_ends_where_recall_has_fallen_to_the_wish(wished: float) -> None:
    days = interval(12.5, wished)
    assert retrievability(days, 12.5) == pytest.approx(wished)
