"""Predict recall: of claims, of groups, of what a meeting needs. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.memory.fsrs import DEFAULT_PARAMETERS, curve_factor


@dataclass(frozen=True, slots=True)
class Readiness:
    """The mean recall over claims, and what the figure leaves open.

    `recall` is 0-1, None where no claim has a kept card. `claims` is the number of
    claims in it, `not_learned` the number of their new cards (each counts 0),
    `uncovered` the number of claims left out for want of a kept card.
    """

    recall: float | None
    claims: int
    not_learned: int
    uncovered: int


def claim_recall(recalls: Sequence[float | None]) -> float | None:
    """Return a claim's recall: the mean over its kept cards, a new card counting 0.

    None where the claim has no kept card.
    """
    if not recalls:
        return None
    return sum(recall or 0.0 for recall in recalls) / len(recalls)


def readiness(claims: Iterable[Sequence[float | None]]) -> Readiness:
    """Return the mean over claims, each given as the recalls of its kept cards."""
    found, not_learned, uncovered = [], 0, 0
    for recalls in claims:
        recall = claim_recall(recalls)
        if recall is None:
            uncovered += 1
            continue
        found.append(recall)
        not_learned += sum(one is None for one in recalls)
    mean = sum(found) / len(found) if found else None
    return Readiness(mean, len(found), not_learned, uncovered)


def mean_recall_by_group(
    group_ids: Sequence[int],
    elapsed_days: Sequence[float],
    stabilities: Sequence[float],
    parameters: Sequence[float] = DEFAULT_PARAMETERS,
) -> dict[int, float]:
    """Return the mean retrievability of learned cards by group, for many at once.

    The three columns hold a row per card: its group, fractional days since its last
    review, and its stability in days. A hundred thousand cards take some milliseconds.
    """
    if not group_ids:
        return {}
    import numpy as np

    decay = -parameters[20]
    elapsed = np.maximum(np.asarray(elapsed_days, dtype=np.float64), 0.0)
    recall = (1.0 + curve_factor(decay) * elapsed / np.asarray(stabilities)) ** decay
    groups, places = np.unique(np.asarray(group_ids), return_inverse=True)
    means = np.bincount(places, weights=recall) / np.bincount(places)
    return dict(zip(groups.tolist(), means.tolist(), strict=True))
