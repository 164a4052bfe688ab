import pytest

from app.domain.writing.digit_shape import shape_of


@pytest.mark.parametrize(
    ("number", "decimals", "target", "like", "expected"),
    [
        (448, 1, 512, True, 512),  # 44.8
        (448, 1, 500, True, 501),  # never a round figure beside 44.8
        (355, 1, 420, True, 425),  # 35.5 keeps its half
        (125, 1, 150, True, 175),  # 12.5
        (35, 0, 44, True, 45),
        (35, 0, 52, False, 50),
        (100, 0, 127, True, 150),
        (20, 0, 26, True, 25),
        (800, 0, 1020, True, 1000),
        (632, 0, 800, True, 801),
    ],
)
def test_a_made_number_ends_as_the_key_does(
    number: int, decimals: int, target: float, like: bool, expected: int
) -> None:
    assert shape_of(number, decimals).near(target, like=like) == expected


@pytest.mark.parametrize(
    ("number", "decimals", "target", "expected"),
    [
        (699, 2, 888, 899),
        (150, 2, 190, 200),
        (499, 0, 610, 599),
        (49, 0, 62, 59),
        (586, 2, 744, 744),
        (99, 1, 126, 129),  # 9.9元
    ],
)
def test_a_price_keeps_its_ending(
    number: int, decimals: int, target: float, expected: int
) -> None:
    shape = shape_of(number, decimals, is_price=True)
    assert shape.near(target, like=True) == expected


def test_every_number_has_its_own_shape() -> None:
    for decimals in (0, 1, 2):
        for number in range(1, 3000):
            for is_price in (False, True):
                shape = shape_of(number, decimals, is_price=is_price)
                assert shape.has(number), (number, decimals)
