"""Decide whether two claims say the same. Pure."""

import re
from bisect import bisect_left
from itertools import combinations, pairwise

from app.domain.claims.facts import Facts, agree
from app.domain.claims.numbers import Number
from app.domain.claims.words import is_han_word, likeness, meaning, stem
from app.domain.quiz.units import TIMES

#: The least likeness of words by how many telling figures the two claims share.
_LEAST = (0.75, 0.6, 0.4)
_ENOUGH = 2
#: No two claims are the same whose words are less alike, whatever figures they share.
LEAST_LIKE = min(_LEAST)
_BE = frozenset(["is", "are", "was", "were", "be", "been", "being"])
#: Words that open what may as well stand at the end.
_OPENING_WORDS = (
    "in on at by from after before since until within during because when while as for"
    " among with under over each every between according"
)
_OPENING = frozenset(_OPENING_WORDS.split())
_CONCEDING = frozenset(["although", "though", "despite", "whereas"])
#: The least likeness of the neighbourhoods of signs that tells Chinese word order.
_HAN_ORDER = 0.6
_HAN_SIDES = re.compile(r"(?<![同环占相])[对向给比](?!亚迪|例|重|上年|去年|前一年|于)")
#: The least share of shared words that keep their order where a figure is shared.
_MOSTLY = 0.75


def is_same_claim(one: Facts, other: Facts) -> float:
    """Return how alike the words of two claims are, 0 where what they say differs.

    The facts must agree. The more telling figures two claims share, the less alike
    their words need to be. With less than two of them one claim may say more than the
    other, but each may not have words of its own ("cars", "steel"), and the words must
    stand in one order: who lends to whom is told by nothing else.
    """
    alike = likeness(one.topic, other.topic)
    shared = _telling(one) & _telling(other)
    evidence = min(len(shared), _ENOUGH)
    if alike < _LEAST[evidence] or not agree(one, other):
        return 0.0
    if bool(_CONCEDING & set(one.words)) != bool(_CONCEDING & set(other.words)):
        return 0.0
    if evidence < _ENOUGH and each_has_own(one, other):
        return 0.0
    in_order = evidence == _ENOUGH or _in_order(one, other)
    return alike if in_order or (evidence and _mostly_in_order(one, other)) else 0.0


def _telling(facts: Facts) -> frozenset[tuple[str, str, str]]:
    """Return the quantities that few other claims would have by chance."""
    return frozenset(number.value for number in facts.quantities if _is_telling(number))


def _is_telling(number: Number) -> bool:
    digits = f"{number.low.normalize():f}".replace(".", "").strip("0-")
    return number.unit != TIMES and (
        2 <= len(digits) <= 12 or (abs(number.low) >= 1000 and len(digits) == 1)
    )


def each_has_own(one: Facts, other: Facts) -> bool:
    """Say whether each of two claims has words of its own; of Chinese, signs."""
    mine, its = one.topic - other.topic, other.topic - one.topic
    if any(map(is_han_word, one.topic)):
        mine = frozenset(word for word in mine if len(word) == 1)
        its = frozenset(word for word in its if len(word) == 1)
    return bool(mine and its)


def _in_order(one: Facts, other: Facts) -> bool:
    """Say whether the shared words keep their order.

    Neighbours may change places where one claim joins them ("livestock emissions",
    "emissions from livestock") and not both are names. What opens a claim with a
    preposition may close the other. A passive turns the order and says the same.
    """
    if any(map(is_han_word, one.topic)):
        pairs = [
            frozenset(word for word in facts.topic if len(word) > 1)
            for facts in (one, other)
        ]
        return likeness(*pairs) >= _HAN_ORDER and _han_sides(one) == _han_sides(other)
    places = {word: at for at, word in enumerate(other.order)}
    shared = [word for word in one.order if word in places]
    if _is_passive(one) != _is_passive(other):
        return True
    turns = len(shared) if _opens_apart(one) or _opens_apart(other) else 1
    joined = (_joined(one) | _joined(other)) - _pairs_of_names(one, other)
    return any(
        _is_kept(shared[turn:] + shared[:turn], places, joined) for turn in range(turns)
    )


def _mostly_in_order(one: Facts, other: Facts) -> bool:
    """Say whether most shared words keep their order, up to one turn of the whole.

    Where two names do, they must keep theirs.
    """
    places = {word: at for at, word in enumerate(other.order)}
    order = [places[word] for word in one.order if word in places]
    names = _words_of_names(one) & _words_of_names(other)
    named = [places[word] for word in one.order if word in places and word in names]
    if named != sorted(named) or any(map(is_han_word, one.topic)):
        return False
    kept = max(
        (_rising(order[at:] + order[:at]) for at in range(len(order))), default=0
    )
    return kept >= _MOSTLY * len(order)


def _rising(numbers: list[int]) -> int:
    """Return the length of the longest rising subsequence."""
    best: list[int] = []
    for number in numbers:
        at = bisect_left(best, number)
        best[at : at + 1] = [number]
    return len(best)


def _is_kept(
    words: list[str], places: dict[str, int], joined: set[frozenset[str]]
) -> bool:
    """Say whether words stand in the order of their places, but for joined ones."""
    wanted = sorted(words, key=places.__getitem__)
    at = 0
    while at < len(words):
        if words[at] == wanted[at]:
            at += 1
        elif (
            words[at : at + 2] == wanted[at : at + 2][::-1]
            and frozenset(words[at : at + 2]) in joined
        ):
            at += 2
        else:
            return False
    return True


def _joined(facts: Facts) -> set[frozenset[str]]:
    """Return the pairs of words that stand side by side."""
    meant = [meaning(word) for word in facts.words]
    return {frozenset(pair) for pair in pairwise(meant)}


def _pairs_of_names(one: Facts, other: Facts) -> set[frozenset[str]]:
    names = sorted(_words_of_names(one) | _words_of_names(other))
    return {frozenset(pair) for pair in combinations(names, 2)}


def _han_sides(facts: Facts) -> frozenset[str] | None:
    """Return the signs before the one by which a Chinese claim sets two sides apart."""
    for run in facts.words:
        match = _HAN_SIDES.search(run)
        if match is not None:
            return frozenset(run[: match.start()])
    return None


def _opens_apart(facts: Facts) -> bool:
    return bool(facts.words) and facts.words[0] in _OPENING


def _words_of_names(facts: Facts) -> frozenset[str]:
    return frozenset(stem(word) for name in facts.names for word in name.words)


def _is_passive(facts: Facts) -> bool:
    return not _BE.isdisjoint(facts.words)
