"""Decide whether two claims say the same. Pure."""

from app.domain.claims.facts import Facts, agree
from app.domain.claims.words import likeness

#: The least likeness of words by how many quantities the two claims share.
_LEAST = {0: 0.75, 1: 0.6}
_LEAST_OF_MORE = 0.5


def is_same_claim(one: Facts, other: Facts) -> float:
    """Return how alike the words of two claims are, 0 where what they say differs.

    The more figures two claims share, the less alike their words need to be.
    """
    if not agree(one, other):
        return 0.0
    alike = likeness(one.topic, other.topic)
    shared = len({number.value for number in one.quantities})
    return alike if alike >= _LEAST.get(shared, _LEAST_OF_MORE) else 0.0
