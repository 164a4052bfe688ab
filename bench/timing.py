"""Take turns between what is compared, and say how the medians stand."""

import time
from collections.abc import Callable, Mapping, Sequence
from statistics import median

Task = Callable[[], None]


def in_turns(
    tasks: Mapping[str, Task], *, rounds: int, each: int
) -> dict[str, list[list[float]]]:
    """Run every task `each` times in each round, one task after another.

    Gives milliseconds by task and round. Machines that are shared drift: only what was
    taken in the same round is compared.
    """
    found: dict[str, list[list[float]]] = {name: [] for name in tasks}
    for _ in range(rounds):
        for name, task in tasks.items():
            times = []
            for _ in range(each):
                begun = time.perf_counter()
                task()
                times.append((time.perf_counter() - begun) * 1_000)
            found[name].append(times)
    return found


def medians(rounds: Sequence[Sequence[float]]) -> list[float]:
    """Give each round's median."""
    return [median(times) for times in rounds]


def percentile(rounds: Sequence[Sequence[float]], share: float) -> float:
    """Give a percentile over all rounds."""
    every = sorted(value for times in rounds for value in times)
    return every[min(int(len(every) * share), len(every) - 1)]


def ratio(
    ours: Sequence[Sequence[float]], theirs: Sequence[Sequence[float]]
) -> tuple[float, float, float]:
    """Give the median, least and greatest ratio of the rounds' medians."""
    ratios = [a / b for a, b in zip(medians(ours), medians(theirs), strict=True)]
    return median(ratios), min(ratios), max(ratios)
