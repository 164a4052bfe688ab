"""The look of a printed figure, and other figures that look the same. Pure.

Beside 35.5% a 20.0% would show at once which figure was found and which made; so would
a $5.24 beside $6.99, a 7% beside 10%, a 600 beside 632. Numbers are counted here in
units of the last printed digit: $6.99 is 699.
"""

from dataclasses import dataclass

#: Endings of retail prices, in cents.
_CENTS = (99, 95, 90, 79, 89, 49)


@dataclass(frozen=True, slots=True)
class Shape:
    """How a number ends: at `ending` behind a multiple of `step`.

    `is_exact`: beyond the step it ends in neither 0 nor 5. `is_odd`: it is an odd
    multiple of the step, as 35 is of 5.
    """

    step: int
    ending: int = 0
    is_exact: bool = False
    is_odd: bool = False

    def has(self, number: int) -> bool:
        """Say whether a number ends alike."""
        many, rest = divmod(number - self.ending, self.step)
        return number > 0 and rest == 0 and not (self.is_exact and many % 5 == 0)

    def near(self, target: float, *, like: bool) -> int:
        """Return the number of this shape next to `target`, 0 where there is none.

        With `like` an odd multiple, where the shape is one of odd multiples.
        """
        many = round((target - self.ending) / self.step)
        if self.is_exact and many % 5 == 0:
            many += 1 if target >= many * self.step else -1
        if self.is_odd and like and many % 2 == 0:
            many += 1 if target >= many * self.step else -1
        return max(0, many * self.step + self.ending)


def _price_shape(number: int, decimals: int) -> Shape | None:
    """Return the shape of a retail price, None for any other number."""
    if decimals == 2:
        if number % 100 in _CENTS:
            return Shape(100, number % 100)
        return Shape(50) if number % 100 == 50 else None
    if decimals == 1:
        return Shape(10, 9) if number > 9 and number % 10 == 9 else None
    if decimals == 0 and number > 9 and number % 10 == 9:
        hundred = number % 100 == 99 and number > 99
        return Shape(100, 99) if hundred else Shape(10, 9)
    return None


def shape_of(number: int, decimals: int, *, is_price: bool = False) -> Shape:
    """Return the shape of a number above 0 that is printed with so many decimals."""
    price = _price_shape(number, decimals) if is_price else None
    if price is not None:
        return price
    if decimals and number > 100 and number % 25 == 0 and number % 100:
        return Shape(25, is_odd=number % 50 != 0)
    unit = 1
    while number % (unit * 10) == 0:
        unit *= 10
    digits = number // unit
    if digits < 4 and unit > 1:
        return Shape(unit // 2)
    if digits < 10:
        return Shape(unit)
    if digits % 5 == 0 and decimals and digits > 100:
        return Shape(10 * unit, 5 * unit)
    if digits % 5 == 0:
        return Shape(5 * unit, is_odd=True)
    return Shape(unit, is_exact=True)
