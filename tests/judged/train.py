"""Fit the ranker to what judges said: `python -m tests.judged.train [--write]`.

Prints how well it tells accepted from rejected on texts held out, against the hand-set
worth on the same folds, and how many accepted cards each gives for how many offered.
`--write` stores the weights as a table of the writer.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from app.language.pipelines import load_pipelines
from tests.judged.judgements import Judged, judged_candidates
from tests.judged.ranker import (
    RIDGES,
    Ranker,
    Vector,
    auc,
    choose_fit,
    fit,
    held_out,
    log_loss,
    nested,
    outcomes,
)

TABLE = Path("app/domain/writing/learned.py")
#: Folds of texts.
FOLDS = 10
#: Shares of all cards offered, at which the curve is read.
YIELDS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
_HEAD = '''"""Learned weights: log odds that two strict judges accept a card.

Written by `python -m tests.judged.train --write`, never by hand: {cards} judged cards
of {texts} texts, ridge {ridge:g}. `SLOPE` counts the hand-set worth of `weights`.
"""

INTERCEPT = {intercept:.4f}
SLOPE = {slope:.4f}

LEARNED: dict[str, float] = {{
'''


def curve(scores: Vector, accepted: Vector) -> list[float]:
    """Return the share accepted among the best-scored cards, at each of `YIELDS`."""
    order = np.argsort(-scores, kind="stable")
    counts = [max(1, round(share * len(scores))) for share in YIELDS]
    return [float(accepted[order[:count]].mean()) for count in counts]


def best_of_claims(judged: Sequence[Judged], scores: Vector) -> tuple[int, int]:
    """Count claims whose best-scored card is accepted, among those with a choice.

    Only claims with an accepted and a rejected card tell two rankers apart.
    """
    by_claim: dict[tuple[str, str], list[int]] = {}
    for at, one in enumerate(judged):
        by_claim.setdefault((one.text, one.claim), []).append(at)
    mixed = [
        some
        for some in by_claim.values()
        if len({judged[at].is_accepted for at in some}) == 2
    ]
    right = sum(
        judged[max(some, key=lambda at: scores[at])].is_accepted for some in mixed
    )
    return right, len(mixed)


def _lines(judged: Sequence[Judged]) -> Iterator[str]:
    accepted = outcomes(judged)
    texts = len({one.text for one in judged})
    yield f"{len(judged)} judged cards of {texts} texts, {accepted.mean():.1%} accepted"
    hand = np.array([one.worth for one in judged])
    calibrated = held_out(judged, RIDGES[-1], prior=True, count=FOLDS)
    learned = nested(judged, FOLDS)
    for name, chances, scores in (
        ("hand-set worth, calibrated", calibrated, hand),
        ("learned, ridge chosen inside", learned, learned),
    ):
        right, mixed = best_of_claims(judged, scores)
        yield (
            f"{name}: log loss {log_loss(chances, accepted):.4f}, "
            f"AUC {auc(scores, accepted):.3f}, best of a claim {right}/{mixed}"
        )
        points = zip(YIELDS, curve(scores, accepted), strict=True)
        yield "  accepted of the best " + ", ".join(
            f"{share:.0%}: {part:.0%}" for share, part in points
        )
    for prior in (True, False):
        for ridge in RIDGES:
            chances = held_out(judged, ridge, prior=prior, count=FOLDS)
            around = "the hand-set worth" if prior else "nothing"
            yield (
                f"  ridge {ridge:g} around {around}: log loss "
                f"{log_loss(chances, accepted):.4f}, AUC {auc(chances, accepted):.3f}"
            )


def table(model: Ranker, judged: Sequence[Judged]) -> str:
    """Return a model as the source of the writer's table."""
    head = _HEAD.format(
        cards=len(judged),
        texts=len({one.text for one in judged}),
        ridge=model.ridge,
        intercept=model.intercept,
        slope=model.slope,
    )
    rows = sorted(model.weights.items(), key=lambda it: (-it[1], it[0]))
    return head + "".join(f'    "{name}": {w:.4f},\n' for name, w in rows) + "}\n"


def main(arguments: Sequence[str]) -> None:
    """Print the figures; store the table where asked to."""
    judged = list(judged_candidates(load_pipelines()))
    for line in _lines(judged):
        sys.stdout.write(line + "\n")
    ridge, prior = choose_fit(judged, FOLDS)
    model = fit(judged, ridge, prior=prior)
    sys.stdout.write(table(model, judged))
    if "--write" in arguments:
        TABLE.write_text(table(model, judged), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
