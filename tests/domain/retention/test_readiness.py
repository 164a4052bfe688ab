"""Predicted recall: of cards, claims and meetings."""

from collections.abc import Sequence

import pytest

from app.domain.memory.fsrs import DEFAULT_PARAMETERS, retrievability
from app.domain.retention.readiness import (
    Readiness,
    claim_recall,
    mean_recall_by_group,
    readiness,
)


@pytest.mark.parametrize(
    ("recalls", "expected"),
    [([0.9, 0.7], 0.8), ([0.9, None], 0.45), ([None], 0.0), ([], None)],
)
def test_a_new_card_counts_0_in_its_claim(
    recalls: Sequence[float | None], expected: float | None
) -> None:
    assert claim_recall(recalls) == (
        None if expected is None else pytest.approx(expected)
    )


def test_readiness_is_the_mean_over_claims_not_over_cards() -> None:
    found = readiness([[1.0, 1.0, 1.0, 1.0], [0.5], [], [None, 0.6]])
    assert found.recall == pytest.approx((1.0 + 0.5 + 0.3) / 3)
    assert (found.claims, found.not_learned, found.uncovered) == (3, 1, 1)


def test_readiness_of_nothing_is_unknown() -> None:
    assert readiness([[]]) == Readiness(None, 0, 0, 1)


def test_many_cards_at_once_agree_with_one_at_a_time() -> None:
    groups = [7, 3, 7, 3, 9]
    elapsed = [0.5, 3.25, 90.0, -1.0, 12.0]
    stabilities = [2.0, 8.3, 40.0, 1.0, 0.001]
    one = [
        retrievability(days, stability, DEFAULT_PARAMETERS)
        for days, stability in zip(elapsed, stabilities, strict=True)
    ]
    assert mean_recall_by_group(groups, elapsed, stabilities) == pytest.approx(
        {3: (one[1] + one[3]) / 2, 7: (one[0] + one[2]) / 2, 9: one[4]}
    )
    assert mean_recall_by_group([], [], []) == {}
