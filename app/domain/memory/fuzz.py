"""Spread due days a little, the same way every time a log is folded. Pure.

Cards learned together would come back together for ever. The ranges are those of the
reference implementations of FSRS; the place inside the range follows from the UUID of
the review, so that a recount gives the same day.
"""

from functools import lru_cache
from hashlib import blake2b
from math import inf
from uuid import UUID

#: From day, to day, share of the days between by which the range widens on each side.
_WIDENING = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, inf, 0.05))
_SHORTEST = 2.5
_LEAST = 2
_HASH_BITS = 64


@lru_cache(maxsize=4096)
def fuzz_range(days: int, maximum: int) -> tuple[int, int]:
    """Return the least and greatest interval in days that may stand in for `days`.

    Intervals under 2.5 days stay as they are; none exceeds `maximum`.
    """
    if days < _SHORTEST:
        return days, days
    delta = 1.0
    for start, end, share in _WIDENING:
        delta += share * max(min(days, end) - start, 0.0)
    greatest = min(round(days + delta), maximum)
    return min(max(_LEAST, round(days - delta)), greatest), greatest


def fuzzed(days: int, maximum: int, review_id: UUID) -> int:
    """Return the interval in days that the review's UUID picks, each equally likely.

    Longer intervals never come out shorter under the same UUID.
    """
    least, greatest = fuzz_range(days, maximum)
    if least == greatest:
        return least
    digest = blake2b(review_id.bytes, digest_size=_HASH_BITS // 8).digest()
    places = greatest - least + 1
    return least + (int.from_bytes(digest) * places >> _HASH_BITS)
