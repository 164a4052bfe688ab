"""Weights: what each feature of a candidate adds to its worth, as plain numbers.

`worth` is a sum set by hand from the acceptance figures of our prototype. `chance` is
the estimate (0-1) that two strict judges accept the card unchanged: a logistic model
over the worth and the features, fitted to judged cards (`learned`). Candidates are
ordered, and parted into tiers, by their chance.
"""

from collections.abc import Iterable
from math import exp, fsum, log

from app.domain.writing.learned import INTERCEPT, LEARNED, SLOPE

#: A candidate with at least this chance may be a claim's second default card.
SECOND = 0.8
#: A claim's best candidate is its default card from this chance on.
FLOOR = 0.65
#: Below this a candidate is not even suggested.
SUGGESTED = 0.3
_BELOW_FLOOR = FLOOR - 0.01
#: The worth that stands at the floor where nothing was learned (Chinese).
_WORTH_AT_FLOOR = 0.28

#: Faults that no merit outweighs: a card with one is suggested at best.
HELD = frozenset(("leaning", "titled", "relative-date", "tally", "told"))

WEIGHTS: dict[str, float] = {
    # what is asked
    "change": 0.62,
    "share": 0.58,
    "level": 0.55,
    "from-to": 0.5,
    "amount": 0.43,
    "count": 0.48,
    "figure": 0.4,
    "period": 0.38,
    "interval": 0.44,
    "contrast": 0.5,
    "cause": 0.48,
    "superlative": 0.5,
    "turn": 0.46,
    "definition": 0.44,
    "means": 0.42,
    "purpose": 0.4,
    "condition": 0.42,
    "day-set": 0.33,
    "named": 0.36,
    "agent": 0.38,
    "comparison": 0.28,
    "effect": 0.35,
    "object": 0.33,
    "name": 0.34,
    # where it stands
    "root-clause": 0.04,
    "subordinate": -0.1,
    "tail-clause": -0.05,
    "other-side": -0.1,
    "before-subject": -0.12,
    "in-brackets": -0.3,
    "paired": -0.12,
    "aside": -0.14,
    "modifier": -0.2,
    "scope": -0.2,
    "in-subject": -0.2,
    "spent": -0.2,
    "bare-definite": -0.15,
    "bounded": -0.08,
    "series": -0.35,
    "quoted": -0.3,
    "root-object": 0.1,
    # how sure its borders and its answer are
    "asked": 0.08,
    "unconfirmed": -0.12,
    "small-count": -0.15,
    "plain-count": -0.1,
    "tally": -0.3,
    "bare-number": -0.12,
    "light-verb": -0.15,
    "firm-verb": 0.08,
    "firm-pair": 0.1,
    "thin": -0.1,
    "after-but": 0.05,
    # what gives the answer away
    "told": -0.4,
    "titled": -0.3,
    "worked-out": -0.12,
    "complement": -0.12,
    "echoed": -0.2,
    # how the question reads alone
    "fragment": -0.35,
    "reference": -0.45,
    "bridge": -0.1,
    "context": -0.4,
    "relative-date": -0.4,
    "leaning": -0.4,
    "vague-subject": -0.2,
    "short-question": -0.2,
    "few-cues": -0.06,
    "shortened": -0.02,
    "long-question": -0.08,
    "very-long-question": -0.2,
    "long-answer": -0.1,
    "unrecallable": -0.3,
    "long-reason": -0.06,
    "vague-answer": -0.3,
    "fronted": -0.08,
    "other-figures": -0.06,
    "comparative": -0.15,
    "opens-with-gap": -0.04,
}


def worth(features: Iterable[str]) -> float:
    """Return the sum of the hand-set weights; a feature without one counts nothing."""
    # Rounded once: a plain sum differs with the order of a set, so between processes.
    return fsum(WEIGHTS.get(feature, 0.0) for feature in features)


def _logistic(odds: float) -> float:
    return 1 / (1 + exp(-odds))


def chance(features: Iterable[str]) -> float:
    """Return the chance (0-1) that a card with these features is accepted."""
    return _logistic(INTERCEPT + fsum(pull(feature) for feature in features))


def held(chance: float, features: Iterable[str]) -> float:
    """Return a chance (0-1) that is below the floor where a feature holds back."""
    return chance if HELD.isdisjoint(features) else min(chance, _BELOW_FLOOR)


def pull(feature: str) -> float:
    """Return what a feature adds to the log odds, hand-set and learned."""
    return SLOPE * WEIGHTS.get(feature, 0.0) + LEARNED.get(feature, 0.0)


def plain_chance(features: Iterable[str]) -> float:
    """Return the chance (0-1) by the hand-set weights alone, as steep as learned."""
    at_floor = log(FLOOR / (1 - FLOOR))
    return _logistic(at_floor + SLOPE * (worth(features) - _WORTH_AT_FLOOR))
