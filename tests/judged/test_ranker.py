from random import Random

import numpy as np
import pytest

from tests.judged.judgements import Judged
from tests.judged.ranker import auc, fit, folds, held_out, log_loss, outcomes
from tests.judged.train import best_of_claims, curve, table


def one(text: str, claim: str, *features: str, ok: bool, worth: float = 0.5) -> Judged:
    return Judged(text, claim, "Q?", "p", frozenset(features), worth, ok)


def many(count: int, seed: int = 1) -> list[Judged]:
    """Return cards that are accepted nine times of ten with "good", else three."""
    dice = Random(seed)
    found = []
    for at in range(count):
        features = {name for name in ("good", "noise") if dice.random() < 0.5}
        ok = dice.random() < (0.9 if "good" in features else 0.3)
        found.append(one(f"t{at % 20}", f"c{at}", *features, ok=ok))
    return found


def test_no_text_stands_in_two_folds_and_each_card_in_one() -> None:
    judged = many(100)
    parted = folds(judged, 10)
    assert sorted(at for fold in parted for at in fold) == list(range(100))
    texts = [{judged[at].text for at in fold} for fold in parted]
    assert sum(len(some) for some in texts) == len(set.union(*texts))


def test_a_feature_that_tells_gets_its_log_odds_and_noise_gets_nothing() -> None:
    model = fit(many(4000), 1.0)
    assert model.weights["good"] == pytest.approx(
        np.log(0.9 / 0.1) - np.log(0.3 / 0.7), abs=0.4
    )
    assert abs(model.weights["noise"]) < 0.3


def test_a_strong_ridge_leaves_the_hand_set_worth_alone() -> None:
    model = fit(many(400), 1e9)
    assert all(abs(weight) < 1e-3 for weight in model.weights.values())


def test_what_is_learned_beats_what_is_not_on_texts_held_out() -> None:
    judged = many(400)
    accepted = outcomes(judged)
    learned = held_out(judged, 1.0, prior=True, count=10)
    plain = held_out(judged, 1e9, prior=True, count=10)
    assert log_loss(learned, accepted) < log_loss(plain, accepted) - 0.05


def test_auc_counts_pairs_in_order_and_ties_as_half() -> None:
    accepted = np.array([1.0, 1.0, 0.0, 0.0])
    assert auc(np.array([0.9, 0.4, 0.4, 0.1]), accepted) == pytest.approx(3.5 / 4)


def test_the_curve_reads_the_best_scored_first() -> None:
    scores = np.arange(10, 0, -1.0)
    accepted = np.array([1.0] * 5 + [0.0] * 5)
    assert curve(scores, accepted)[0] == 1.0
    assert curve(scores, accepted)[-1] == 0.5


def test_only_claims_with_both_verdicts_count_for_the_best_of_a_claim() -> None:
    judged = [
        one("t", "a", ok=True),
        one("t", "a", ok=False),
        one("t", "b", ok=True),
        one("t", "c", ok=False),
    ]
    assert best_of_claims(judged, np.array([0.2, 0.1, 0.9, 0.9])) == (1, 1)
    assert best_of_claims(judged, np.array([0.1, 0.2, 0.9, 0.9])) == (0, 1)


def test_the_table_is_python_that_gives_the_weights_back() -> None:
    judged = many(200)
    model = fit(judged, 1.0)
    names: dict[str, object] = {}
    exec(table(model, judged), names)  # noqa: S102 - the table is what we wrote
    learned = names["LEARNED"]
    assert isinstance(learned, dict)
    assert learned["good"] == pytest.approx(model.weights["good"], abs=1e-3)
