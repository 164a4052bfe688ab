"""The dice that pure code is handed: what it uses of the standard `Random`."""

from collections.abc import MutableSequence
from typing import Any, Protocol


class Dice(Protocol):
    """A source of chance, seeded by whoever hands it in."""

    def random(self) -> float:
        """Return a number from 0 up to, not including, 1."""
        ...

    def getrandbits(self, k: int, /) -> int:
        """Return a whole number of `k` bits."""
        ...

    def shuffle(self, x: MutableSequence[Any]) -> None:
        """Put a list into a chance order, in place."""
        ...

    def lognormvariate(self, mu: float, sigma: float) -> float:
        """Return a positive number whose logarithm is normal."""
        ...
