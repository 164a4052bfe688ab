"""Giveaways: what in a question lets a reader work the answer out.

A sum or a difference of the figures beside the gap, a share that two of them make, the
same figure in another form, a name beside its own abbreviation.
"""

import re
from collections.abc import Iterable
from itertools import combinations

from app.domain.card import GAP
from app.domain.writing.quantities import Quantity, find_quantities
from app.domain.writing.references import stem_of
from app.domain.writing.vocabulary import FUNCTION_WORDS
from app.domain.writing.words import words

#: Two ratios that differ by less than this share are one ("about a third").
_NEAR = 0.07
_SAME = 0.001
_MOST_COUNTED = 6
_NAME = r"[A-Z][\w.&’'-]*(?: [A-Z\d][\w.&’'-]*)*"
_NAMES_AFTER = re.compile(
    rf" [a-z -]{{3,40}}[,:(] ?({_NAME}(?:, {_NAME})*,? and {_NAME})".replace(
        ",? and", " and"
    )
)
#: Up to here two figures add up to a third by accident.
_SMALL_FIGURE = 12
_WORDS_OF_CHANGE = {
    r"\bhalv(?:e[sd]?|ing)\b": 0.5,
    r"\bdoubl(?:e[sd]?|ing)\b": 2.0,
    r"\btripl(?:e[sd]?|ing)\b": 3.0,
    r"\bquadrupl(?:e[sd]?|ing)\b": 4.0,
    r"\btwice\b": 2.0,
}
_FUNCTION = FUNCTION_WORDS | {"is", "are", "was", "were", "be", "by", "as", "not"}
_SMALL = frozenset(("of", "and", "the", "for", "in", "on", "a", "an", "to", "de"))


def _is_near(one: float, other: float, most: float) -> bool:
    return abs(one - other) <= most * max(abs(one), abs(other))


def _share(quantity: Quantity) -> float:
    """Return a factor or share as a plain number ("40%" is 0.4, "tenfold" is 10)."""
    return quantity.low / 100 if quantity.unit == "%" else quantity.low


def _added(key: float, others: list[float]) -> bool:
    """Say whether figures beside the gap add up to the key, or part it off."""
    pairs = list(combinations(others, 2))
    sums = [sum(some) for n in (2, 3) for some in combinations(others[:6], n)]
    differences = [abs(a - b) for a, b in pairs]
    return any(_is_near(key, found, _SAME) for found in (*sums, *differences))


def _rated(key: Quantity, rest: list[Quantity]) -> bool:
    """Say whether two figures of one unit make the share or the factor asked for."""
    if key.unit not in ("%", "times", "fraction"):
        return False
    asked = _share(key)
    plain = [q for q in rest if q.unit not in ("%", "times", "fraction")]
    for one, other in combinations(plain, 2):
        if one.unit != other.unit or one.noun != other.noun or not one.low:
            continue
        low, high = sorted((one.low, other.low))
        ratios = (low / high, high / low, (high - low) / low, (high - low) / high)
        if any(_is_near(asked, ratio, _NEAR) for ratio in ratios):
            return True
    return False


def _said_again(key: Quantity, rest: list[Quantity], question: str) -> bool:
    """Say whether the figure stands in the question once more, in whatever form."""
    shares = ("%", "fraction")
    for other in rest:
        alike = other.unit == key.unit or {other.unit, key.unit} <= set(shares)
        if alike and _is_near(_share(key), _share(other), _SAME):
            return True
    if key.unit not in ("%", "times", "fraction"):
        return False
    return any(
        re.search(pattern, question, re.IGNORECASE) and _is_near(_share(key), told, 0.1)
        for pattern, told in _WORDS_OF_CHANGE.items()
    )


def _points(quantity: Quantity) -> str:
    return "%" if quantity.unit == "percentage point" else quantity.unit


def is_figure_told(key: Quantity, question: str) -> bool:
    """Say whether the figures of a question tell the one it asks for."""
    rest = find_quantities(question)
    if key.is_range:
        return False
    same = [q.low for q in rest if _points(q) == _points(key) and not q.is_range]
    adds = key.low > _SMALL_FIGURE and key.unit not in ("times", "fraction")
    return (
        _said_again(key, rest, question)
        or (adds and _added(key.low, same))
        or _rated(key, rest)
    )


def is_figure_worked_out(key: Quantity, question: str) -> bool:
    """Say whether a figure of its unit, and a share beside it, make the key."""
    rest = find_quantities(question)
    factors = ("%", "times", "fraction")
    if key.is_range or key.unit in factors:
        return False
    bases = [q.low for q in rest if q.unit == key.unit and not q.is_range]
    shares = [_share(q) for q in rest if q.unit in factors and not q.is_range]
    made = [
        found
        for base in bases
        for share in shares
        for found in (
            base * share,
            base / (share or 1),
            base * (1 + share),
            base * (1 - share),
        )
    ]
    return any(_is_near(key.low, found, 0.006) for found in made)


def is_counted(key: Quantity, question: str) -> bool:
    """Say whether the names that a count counts stand behind it ("three firms, …")."""
    if key.unit or key.is_range or not 2 <= key.low <= _MOST_COUNTED:
        return False
    after = question.partition(GAP)[2]
    match = _NAMES_AFTER.match(after)
    return match is not None and 1 + len(re.findall(r",| and ", match[1])) == key.low


def is_complement(key: Quantity, question: str) -> bool:
    """Say whether the key and other shares of the question make up a hundred."""
    if key.unit != "%" or key.is_range:
        return False
    rest = [q.low for q in find_quantities(question) if q.unit == "%"]
    return any(
        abs(key.low + sum(some) - 100) < 0.2
        for n in (1, 2, 3)
        for some in combinations(rest[:6], n)
    )


def _initials(some: Iterable[str]) -> str:
    return "".join(word[0] for word in some if word not in _SMALL)


def _parts(text: str) -> list[str]:
    return [part for word in words(text) for part in word.split("-")]


def is_name_told(answer: str, question: str) -> bool:
    """Say whether the answer is asked for beside its abbreviation, or the reverse."""
    initials = _initials(_parts(answer))
    if len(initials) > 1:
        short = re.findall(r"\b[A-Z]{2,}s?\b", question)
        if any(word.rstrip("s").casefold() == initials for word in short):
            return True
    if not re.fullmatch(r"[A-Z]{2,6}s?", answer):
        return False
    letters = answer.rstrip("s").casefold()
    for piece in question.split(GAP):
        parts = [part for part in _parts(piece) if part not in _SMALL]
        for at in range(len(parts) - len(letters) + 1):
            if _initials(parts[at : at + len(letters)]) == letters:
                return True
    return False


def echo(answer: str, question: str) -> float:
    """Return the share (0-1) of an answer's content words that the question says."""
    said = {stem_of(word) for word in words(question)}
    own = [stem_of(word) for word in words(answer) if word not in _FUNCTION]
    return sum(word in said for word in own) / len(own) if own else 0.0
