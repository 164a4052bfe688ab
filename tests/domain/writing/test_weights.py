import pytest

from app.domain.writing.learned import LEARNED
from app.domain.writing.weights import (
    FLOOR,
    HELD,
    SECOND,
    SUGGESTED,
    WEIGHTS,
    chance,
    held,
    plain_chance,
    worth,
)


def test_what_speaks_against_a_card_lowers_its_chance() -> None:
    assert 0 < chance({"share", "reference"}) < chance({"share"}) < 1


def test_a_feature_that_nobody_weighed_changes_nothing() -> None:
    assert chance({"share", "unheard-of"}) == chance({"share"})
    assert worth({"unheard-of"}) == 0.0


def test_the_hand_set_floor_is_the_floor_where_nothing_was_learned() -> None:
    at_floor = {"agent", "thin"}
    assert worth(at_floor) == pytest.approx(0.28)
    assert plain_chance(at_floor) == pytest.approx(FLOOR)
    assert plain_chance({"agent", "thin", "told"}) < SUGGESTED < FLOOR < SECOND


def test_the_learned_table_holds_plain_log_odds_of_known_size() -> None:
    assert LEARNED
    assert all(abs(weight) < 3 for weight in LEARNED.values())
    assert set(LEARNED) & set(WEIGHTS)


@pytest.mark.parametrize("feature", sorted(HELD))
def test_a_fault_that_no_merit_outweighs_keeps_a_card_from_the_default(
    feature: str,
) -> None:
    assert held(0.99, {"change", feature}) < FLOOR
    assert held(0.99, {"change"}) == 0.99
    assert held(0.2, {feature}) == 0.2
