"""What the words around a gap say of the figure in it: how large it can be at all.

A wrong figure that contradicts them ("rose to a tenth, up from 10%") tells as much as
a question that names the key ("trimmed from 4.34 billion to […]"). Pure.
"""

import re
from collections.abc import Callable, Sequence

from app.domain.card import GAP
from app.domain.writing.chinese_quantities import QUANTITY as CHINESE
from app.domain.writing.chinese_quantities import as_quantity
from app.domain.writing.quantities import Quantity, find_quantities
from app.domain.writing.words import is_han

_G = re.escape(GAP)
#: The greatest, the least figure is meant, or a token one.
_EXTREME = re.compile(
    rf"\b(?:symbolic|token|nominal|record(?: (?:high|low))?(?: of)?) {_G}|"
    r"\b(?:highest(?! court)|largest|biggest|lowest|smallest|trimmed|weakest|steepest|"
    r"sharpest|costliest|priciest|cheapest|dearest|(?:most|least) expensive)\b|"
    rf"(?:创纪录的?|历史最[高低]的?|新[高低]的?|象征性的?){_G}"
)
#: Others are true as well: "exceeds 60%" says that it exceeds 50%.
_BOUNDED = re.compile(
    rf"(?:\b(?:exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|top(?:s|ped|ping)?|"
    rf"upwards? of|in excess of|north of|beyond|within|no later than)|"
    rf"超过|逾|突破|不足|不到|低于|高于|多于|少于)\s*{_G}|"
    rf"{_G}\s?(?:or|and) (?:more|less|fewer|over|older|above|under|younger|longer)\b|"
    rf"{_G}(?:及|或)?(?:以上|以下|以内|之内|多)"
)
#: The other half of a range, a pair or a time of day.
_TORN = re.compile(
    rf"\d\s?(?:or|–|—|-)\s?{_G}|{_G}\s?(?:to|or|–|—|-)\s?[$€£¥]?\d|{_G}:\d|\d:{_G}|"
    rf"\b(?:one|two|three|four|five|six|seven|eight|nine|ten) (?:to|or) {_G}|"
    rf"{_G} (?:to|or) (?:two|three|four|five|six|seven|eight|nine|ten)\b|"
    rf"\b(?:between|No\.|number) {_G}|\d of (?:its|the|their|all) {_G}|"
    rf"[\d%％][或至]{_G}"
)
_UP_TO = re.compile(rf"(?P<way>\bfrom [^,;]{{0,40}}?)?\d\S* to {_G}")
#: What makes one figure of another, and by how much.
_MADE = (
    (re.compile(r"\bhal(?:f|v\w+)\b|减半|一半", re.IGNORECASE), 0.5),
    (re.compile(r"\b(?:doubl\w+|twice|twofold)\b|翻(?:了?一)?番|两倍", re.I), 2.0),
    (re.compile(r"\b(?:tripl\w+|threefold|three times)\b|三倍", re.I), 3.0),
    (re.compile(r"\b(?:quadrupl\w+|fourfold|four times)\b|四倍", re.I), 4.0),
)
_MAJORITY = re.compile(r"\b(?:majority|most of|dominat\w+)\b|过半|多数")
_MINORITY = re.compile(r"\bminority\b|少数")
#: The most that a rate can be: hours a day, days a week, minutes an hour.
_CAPS = (
    (re.compile(rf"{_G} (?:[a-z-]+ ){{0,2}}?(?:a|per|each|every) week\b"), "day", 7),
    (re.compile(rf"{_G} (?:[a-z-]+ ){{0,2}}?(?:a|per|each|every) day\b"), "hour", 24),
    (re.compile(rf"{_G} (?:[a-z-]+ ){{0,2}}?(?:an|per|every) hour\b"), "minute", 60),
    (re.compile(rf"{_G} (?:[a-z-]+ ){{0,2}}?(?:a|per|each|every) year\b"), "month", 12),
)
#: Nearer to another figure of the question than this share, the key is told.
_NEAR = 0.12
_FACTORS = ("%", "fraction")

Bound = Callable[[float], bool]


def _above(edge: float) -> Bound:
    return lambda value: value > 1.03 * edge


def _below(edge: float) -> Bound:
    return lambda value: value < 0.97 * edge


def _at_most(edge: float) -> Bound:
    return lambda value: value <= edge


def value_of(quantity: Quantity) -> float:
    """Return the size of a quantity; shares of a hundred as shares of one."""
    return quantity.low / 100 if quantity.unit == "%" else quantity.low


def is_told_by_words(question: str) -> bool:
    """Say whether words beside the gap make any options unfair."""
    up_to = _UP_TO.search(question)
    if up_to is not None and up_to["way"] is None:
        return True
    patterns = (_EXTREME, _BOUNDED, _TORN)
    return any(pattern.search(question) for pattern in patterns)


def _found(question: str) -> list[Quantity]:
    if not is_han(question):
        return find_quantities(question)
    found = (as_quantity(match.group()) for match in CHINESE.finditer(question))
    return [quantity for quantity in found if quantity is not None]


def _are_comparable(one: Quantity, other: Quantity) -> bool:
    if one.unit in _FACTORS and other.unit in _FACTORS:
        return True
    return one.unit == other.unit


def _joined(question: str) -> list[Quantity]:
    """List bare figures that the key's unit belongs to as well: "20 and […] feet"."""
    match = re.search(rf"(\d[\d,.]*) (?:and|, then) {_G}", question)
    return find_quantities(match[1]) if match else []


def others_beside(key: Quantity, question: str) -> list[Quantity]:
    """List the figures of a question that can be compared with the key."""
    beside = [q for q in _found(question) if _are_comparable(q, key)]
    return [*beside, *_joined(question)]


def _is_made(own: float, beside: Sequence[Quantity], question: str) -> bool:
    """Say whether "doubled" or the like makes the key of a figure beside it."""
    return any(
        pattern.search(question) and abs(own - factor * value_of(other)) < 0.06 * own
        for pattern, factor in _MADE
        for other in beside
    )


def is_told_by_figures(
    key: Quantity, beside: Sequence[Quantity], question: str
) -> bool:
    """Say whether the figures of a question point at the key, or make it up."""
    own = value_of(key)
    is_near = any(
        abs(value_of(other) - own) < _NEAR * own
        for other in beside
        if other.noun == key.noun or key.unit
    )
    shares = [value_of(other) for other in beside if key.unit in _FACTORS]
    is_rest = bool(shares) and abs(own + sum(shares) - 1) < 0.015
    return is_near or is_rest or _is_made(own, beside, question)


def _sides(key: Quantity, beside: Sequence[Quantity]) -> list[Bound]:
    """Return that a figure lies on the key's side of each other one."""
    own = value_of(key)
    bounds: list[Bound] = []
    for other in beside:
        for end in {other.low, other.high}:
            edge = end / 100 if other.unit == "%" else end
            if own > edge:
                bounds.append(_above(edge))
            elif own < edge:
                bounds.append(_below(edge))
    return bounds


def bounds_of(key: Quantity, question: str, beside: Sequence[Quantity]) -> list[Bound]:
    """Return what another figure's size, as `value_of` gives it, has to keep to."""
    own = value_of(key)
    bounds = _sides(key, beside)
    if key.unit in _FACTORS and own <= 1:
        rest = sum(value_of(q) for q in beside if q.unit in _FACTORS)
        most = 1 - rest if rest and own + rest <= 1 else 1.0
        bounds += [_at_most(most), _at_most(0.995)]
        if own > 0.5 and _MAJORITY.search(question):
            bounds.append(_above(0.5))
        if own < 0.5 and _MINORITY.search(question):
            bounds.append(_below(0.5))
    for pattern, unit, cap in _CAPS:
        if key.unit.startswith(unit) and pattern.search(question):
            bounds.append(_at_most(cap))
    return bounds
