"""A small transparent ranker: ridge logistic regression over named features.

The log odds that both judges accept a card are `intercept` + `slope` x worth + the sum
of the weights of its features. The hand-set worth is the prior mean: the ridge pulls
the weights towards zero, that is, towards the hand-set table.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tests.judged.judgements import Judged

Vector = NDArray[np.float64]

#: Strengths of the ridge that are tried; the last one leaves the hand-set worth alone.
RIDGES = (1.0, 3.0, 10.0, 30.0, 1e6)
#: A feature seen less often than this in training tells nothing.
RARE = 4
_STEPS = 40
_SMALL = 1e-9


@dataclass(frozen=True, slots=True)
class Ranker:
    """A fitted model; `ridge` is the strength that it was fitted with."""

    intercept: float
    slope: float
    weights: dict[str, float]
    ridge: float

    def log_odds(self, one: Judged) -> float:
        """Return the log odds that a card is accepted."""
        own = sum(self.weights.get(feature, 0.0) for feature in one.features)
        return self.intercept + self.slope * one.worth + own

    def chances(self, judged: Sequence[Judged]) -> Vector:
        """Return the chances (0-1) that cards are accepted."""
        return _sigmoid(np.array([self.log_odds(one) for one in judged]))


def _sigmoid(odds: Vector) -> Vector:
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(odds, -30, 30))))


def log_loss(chances: Vector, accepted: Vector) -> float:
    """Return the mean negative log likelihood, in nats."""
    inside = np.clip(chances, _SMALL, 1 - _SMALL)
    losses = accepted * np.log(inside) + (1 - accepted) * np.log(1 - inside)
    return float(-losses.mean())


def auc(scores: Vector, accepted: Vector) -> float:
    """Return the chance that an accepted card scores above a rejected one."""
    good, bad = scores[accepted == 1], scores[accepted == 0]
    if not good.size or not bad.size:
        return float("nan")
    above = (good[:, None] > bad[None, :]).mean()
    return float(above + (good[:, None] == bad[None, :]).mean() / 2)


def outcomes(judged: Sequence[Judged]) -> Vector:
    """Return 1 for each accepted card, 0 for each other."""
    return np.array([float(one.is_accepted) for one in judged])


def fit(judged: Sequence[Judged], ridge: float, *, prior: bool = True) -> Ranker:
    """Fit by Newton's steps. `prior`: around the hand-set worth, else around nothing.

    Intercept and slope are all but free; every other weight is pulled towards zero by
    `ridge`/2 times its square.
    """
    counts: dict[str, int] = {}
    for one in judged:
        for feature in one.features:
            counts[feature] = counts.get(feature, 0) + 1
    names = sorted(name for name, count in counts.items() if count >= RARE)
    rows = np.array(
        [
            [1.0, one.worth if prior else 0.0]
            + [float(name in one.features) for name in names]
            for one in judged
        ]
    )
    penalty = np.array([_SMALL, 1e-3] + [ridge] * len(names))
    accepted, beta = outcomes(judged), np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        chances = _sigmoid(rows @ beta)
        gradient = rows.T @ (accepted - chances) - penalty * beta
        curve = (rows * (chances * (1 - chances))[:, None]).T @ rows
        step = np.linalg.solve(curve + np.diag(penalty), gradient)
        beta = beta + step
        if np.abs(step).max() < _SMALL:
            break
    weights = dict(zip(names, (float(b) for b in beta[2:]), strict=True))
    return Ranker(float(beta[0]), float(beta[1]), weights, ridge)


def folds(judged: Sequence[Judged], count: int) -> list[list[int]]:
    """Part the positions of cards into at most `count` folds; no text is in two."""
    texts = sorted({one.text for one in judged})
    number = {text: at % count for at, text in enumerate(texts)}
    parted: list[list[int]] = [[] for _ in range(min(count, len(texts)))]
    for at, one in enumerate(judged):
        parted[number[one.text]].append(at)
    return parted


def held_out(
    judged: Sequence[Judged], ridge: float, *, prior: bool, count: int
) -> Vector:
    """Return each card's chance by the model that never saw its text."""
    chances = np.zeros(len(judged))
    for fold in folds(judged, count):
        outside = set(fold)
        seen = [one for at, one in enumerate(judged) if at not in outside]
        model = fit(seen, ridge, prior=prior)
        chances[fold] = model.chances([judged[at] for at in fold])
    return chances


def choose_fit(judged: Sequence[Judged], count: int = 10) -> tuple[float, bool]:
    """Return the (ridge, prior) with the least held-out log loss."""
    accepted = outcomes(judged)
    tried = [(ridge, prior) for prior in (True, False) for ridge in RIDGES]
    return min(
        tried,
        key=lambda it: log_loss(
            held_out(judged, it[0], prior=it[1], count=count), accepted
        ),
    )


def nested(judged: Sequence[Judged], count: int = 10) -> Vector:
    """Return held-out chances where each fold chose its ridge without the fold."""
    chances = np.zeros(len(judged))
    for fold in folds(judged, count):
        outside = set(fold)
        seen = [one for at, one in enumerate(judged) if at not in outside]
        ridge, prior = choose_fit(seen)
        chances[fold] = fit(seen, ridge, prior=prior).chances(
            [judged[at] for at in fold]
        )
    return chances
