"""Fuzz ranges as published, the place in them by UUID."""

from collections import Counter
from random import Random
from uuid import UUID

import pytest

from app.domain.memory.fuzz import fuzz_range, fuzzed


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (1, (1, 1)),
        (2, (2, 2)),
        (3, (2, 4)),
        (11, (9, 13)),
        (32, (28, 36)),
        (85, (79, 91)),
        (250, (236, 264)),
        (877, (831, 923)),
    ],
)
def test_the_range_widens_with_the_interval(
    days: int, expected: tuple[int, int]
) -> None:
    assert fuzz_range(days, 36_500) == expected


@pytest.mark.parametrize("maximum", [1, 2, 10, 12])
def test_no_range_exceeds_the_maximum(maximum: int) -> None:
    for days in range(1, maximum + 1):
        least, greatest = fuzz_range(days, maximum)
        assert 1 <= least <= greatest <= maximum


def test_the_same_uuid_picks_the_same_day() -> None:
    assert len({fuzzed(40, 36_500, UUID(int=5)) for _ in range(20)}) == 1


def test_each_day_of_the_range_is_equally_likely() -> None:
    dice = Random(1)
    found = Counter(
        fuzzed(32, 36_500, UUID(int=dice.getrandbits(128))) for _ in range(9_000)
    )
    assert set(found) == set(range(28, 37))
    assert max(found.values()) - min(found.values()) < 200


@pytest.mark.parametrize("number", range(25))
def test_a_longer_interval_never_comes_out_shorter(number: int) -> None:
    chosen = [fuzzed(days, 36_500, UUID(int=number)) for days in range(1, 900)]
    assert chosen == sorted(chosen)
