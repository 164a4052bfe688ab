"""Compute FSRS-6 memory states in plain floats. Pure.

The formulas are those the authors of FSRS publish, with the same default parameters:
https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm (FSRS-6).
`w[i]` below is the parameter that the page calls w_i. The tests hold every step against
`fsrs` (py-fsrs, by the same authors) to 1e-5.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp

from app.domain.review import Rating

#: What the authors fitted over the logs of thousands of people.
#: 0-3 first stability by grade; 4-7 difficulty; 8-10 success; 11-14 failure;
#: 15 Hard's share of the growth; 16 Easy's bonus; 17-19 the same day; 20 decay.
DEFAULT_PARAMETERS: tuple[float, ...] = (
    *(0.212, 1.2931, 2.3065, 8.2956),
    *(6.4133, 0.8334, 3.0194, 0.001),
    *(1.8722, 0.1666, 0.796),
    *(1.4835, 0.0614, 0.2629, 1.6483),
    *(0.6014, 1.8729),
    *(0.5425, 0.0912, 0.0658),
    0.1542,
)

#: The least and greatest value that the reference implementations accept for each.
PARAMETER_BOUNDS: tuple[tuple[float, float], ...] = (
    *((0.001, 100.0), (0.001, 100.0), (0.001, 100.0), (0.001, 100.0)),
    *((1.0, 10.0), (0.001, 4.0), (0.001, 4.0), (0.001, 0.75)),
    *((0.0, 4.5), (0.0, 0.8), (0.001, 3.5)),
    *((0.001, 5.0), (0.001, 0.25), (0.001, 0.9), (0.0, 4.0)),
    *((0.0, 1.0), (1.0, 6.0)),
    *((0.0, 2.0), (0.0, 2.0), (0.0, 0.8)),
    (0.1, 0.8),
)

#: Days. The upper bound is the one of the core that Anki runs: a hundred years.
STABILITY_MIN, STABILITY_MAX = 0.001, 36_500.0
DIFFICULTY_MIN, DIFFICULTY_MAX = 1.0, 10.0


@dataclass(frozen=True, slots=True)
class MemoryState:
    """What FSRS keeps of one card and one person.

    `stability` is the delay in days after which retrievability has fallen to 90 %,
    0.001-36,500; `difficulty` is 1-10. A card never answered has no memory state.
    """

    stability: float
    difficulty: float


def retrievability(
    elapsed_days: float,
    stability: float,
    parameters: Sequence[float] = DEFAULT_PARAMETERS,
) -> float:
    """Return the probability (0-1) of recall `elapsed_days` after the last review.

    The forgetting curve R(t) = (1 + F t/S)^-w20 with F such that R(S) = 0.9. Elapsed
    days may be fractional; a negative value (a clock set back) counts as 0.
    """
    decay = -parameters[20]
    factor = curve_factor(decay)
    return float((1.0 + factor * max(elapsed_days, 0.0) / stability) ** decay)


def interval(
    stability: float,
    desired_retention: float,
    parameters: Sequence[float] = DEFAULT_PARAMETERS,
) -> float:
    """Return after how many days retrievability falls to `desired_retention` (0-1).

    The inverse of `retrievability`, exact and unrounded.
    """
    decay = -parameters[20]
    factor = curve_factor(decay)
    return float(stability / factor * (desired_retention ** (1.0 / decay) - 1.0))


def next_state(
    memory: MemoryState | None,
    rating: Rating,
    elapsed_days: int,
    parameters: Sequence[float] = DEFAULT_PARAMETERS,
) -> MemoryState:
    """Return the memory state after an answer.

    `elapsed_days` is the whole number of days since the last answer; below 1, the
    answer is a same-day step. A card without a memory gets its first one.
    """
    w = parameters
    grade = int(rating)
    if memory is None:
        first_difficulty = w[4] - exp(w[5] * (grade - 1)) + 1.0
        return MemoryState(
            _bounded_stability(w[grade - 1]), _bounded_difficulty(first_difficulty)
        )
    stability, difficulty = memory.stability, memory.difficulty
    if elapsed_days < 1:
        grown = _same_day(stability, grade, w)
    elif grade == 1:
        grown = _failed(stability, difficulty, elapsed_days, w)
    else:
        grown = _passed(stability, difficulty, grade, elapsed_days, w)
    return MemoryState(
        _bounded_stability(grown), _next_difficulty(difficulty, grade, w)
    )


@lru_cache(maxsize=64)
def curve_factor(decay: float) -> float:
    """Return the F of the forgetting curve, whose `decay` is -w20: R(S) is 0.9."""
    return float(0.9 ** (1.0 / decay) - 1.0)


def _same_day(stability: float, grade: int, w: Sequence[float]) -> float:
    """Return the stability after a second answer within one day."""
    growth: float = exp(w[17] * (grade - 3 + w[18])) * stability ** -w[19]
    # Both reference implementations let no pass lower it, Hard included.
    return stability * (max(growth, 1.0) if grade >= Rating.HARD else growth)


def _failed(
    stability: float, difficulty: float, elapsed_days: float, w: Sequence[float]
) -> float:
    """Return the stability after forgetting; never more than a same-day Again's."""
    recall = retrievability(elapsed_days, stability, w)
    long_term = (
        w[11]
        * difficulty ** -w[12]
        * ((stability + 1.0) ** w[13] - 1.0)
        * exp((1.0 - recall) * w[14])
    )
    return min(float(long_term), stability / exp(w[17] * w[18]))


def _passed(
    stability: float,
    difficulty: float,
    grade: int,
    elapsed_days: float,
    w: Sequence[float],
) -> float:
    """Return the stability after recall: the less expected, the more it grows."""
    recall = retrievability(elapsed_days, stability, w)
    growth: float = (
        exp(w[8])
        * (11.0 - difficulty)
        * stability ** -w[9]
        * (exp((1.0 - recall) * w[10]) - 1.0)
    )
    if grade == Rating.HARD:
        growth *= w[15]
    elif grade == Rating.EASY:
        growth *= w[16]
    return stability * (1.0 + growth)


def _next_difficulty(difficulty: float, grade: int, w: Sequence[float]) -> float:
    """Return the difficulty after an answer, drawn a little to that of a first Easy."""
    moved = difficulty - w[6] * (grade - 3) * (10.0 - difficulty) / 9.0
    easiest = w[4] - exp(w[5] * 3) + 1.0
    return _bounded_difficulty(w[7] * easiest + (1.0 - w[7]) * moved)


def _bounded_stability(value: float) -> float:
    return min(max(value, STABILITY_MIN), STABILITY_MAX)


def _bounded_difficulty(value: float) -> float:
    return min(max(value, DIFFICULTY_MIN), DIFFICULTY_MAX)
