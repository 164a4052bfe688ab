"""Wrong figures that could be taken for the right one: its size and its look. Pure.

How far off they lie depends on what is measured: a sum of money may as well be twice as
large, a train's speed or a person's age may not, and the parts of a whole end at it.
"""

import re
from collections.abc import Iterable, Iterator
from math import exp, log

from app.domain.card import GAP
from app.domain.writing.digit_shape import Shape, shape_of
from app.domain.writing.quantities import Quantity
from app.domain.writing.quantity_grammar import FRACTIONS, WORD_VALUES

_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_WORD = re.compile(
    r"\b(?:" + "|".join(sorted(WORD_VALUES, key=len, reverse=True)) + r")(?![\w-])",
    re.IGNORECASE,
)
_PRICE = re.compile(r"[$€£¥₹] ?[\d,.]+$|\d[美欧日]?元$")
_SCALED = re.compile(r"(?:million|billion|trillion|[mbt]n)\b")
#: What is known to lie within narrow bounds, as a unit or by words beside it.
_NARROW_UNIT = re.compile(
    r"°|degree|km/h|mph|岁|摄氏度|volt|hertz|calorie", re.IGNORECASE
)
_NARROW = re.compile(
    r"时速[^。；]*$|(?:速度|气温|温度|体温|血压)[^，。；]{0,12}$|"
    r"\b(?:speeds?|temperatures?|age[ds]?|warming)\b[^,;]{0,24}$",
    re.IGNORECASE,
)
#: Before the gap: by how much something grew, which may be more than all of it.
_GREW = re.compile(
    r"(?:增长|增加|上升|上涨|提高|涨幅|增幅)了?约?$|"
    r"\b(?:rose|rises?|risen|grew|grows?|grown|climb\w*|jump\w*|surg\w+|soar\w*|up|"
    r"increas\w+|rais\w+|boost\w*)(?: [\w’'-]+){0,6}? (?:by )?$"
)
#: Ratio from one rung to the next: in general, of a count, of a mere index, narrow.
_WIDE, _COUNT, _INDEX, _TIGHT = 1.27, 1.2, 1.14, 1.13
_RUNGS = (1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6)
#: Rungs closer together than this share of a rung would be one to a reader.
_CLOSEST = 0.5
#: Up to here a count changes by whole steps.
_SMALL = 9
_BY_ONES, _FURTHER = (1, -1, 2, -2, 3, -3, 4), (2, -2, 3, -3, 5, -5)
#: The furthest ratio at which a figure is still believed, a narrow one and another.
_BELIEVED, _FURTHEST = 1.36, 5.0
_PLAIN_FRACTIONS = (
    "a tenth", "a fifth", "a quarter", "a third", "half", "two-thirds",
    "three-quarters",
)  # fmt: skip


def _printed_in(text: str) -> float | None:
    match = _NUMBER.search(text)
    return None if match is None else float(match.group().replace(",", ""))


def _fraction_in(text: str) -> str | None:
    """Return the plain fraction that a text ends with: "about a third"."""
    lowered = text.casefold()
    return next((it for it in _PLAIN_FRACTIONS if lowered.endswith(it)), None)


def shown(quantity: Quantity) -> float:
    """Return the number as printed ("$3.2 billion" is 3.2)."""
    number = _printed_in(quantity.text)
    return quantity.low if number is None else number


def figure_in(text: str) -> float | None:
    """Return the first number of a text, in digits or in words; None without one."""
    number = _printed_in(text)
    if number is not None:
        return number
    core = _fraction_in(text)
    if core is not None:
        return FRACTIONS[core]
    word = _WORD.search(text)
    return None if word is None else WORD_VALUES[word[0].casefold()]


def numbers_of(text: str) -> set[str]:
    """Return the numbers that stand in a text, as printed."""
    return set(_NUMBER.findall(text))


def is_narrow(quantity: Quantity, question: str) -> bool:
    """Say whether everybody knows about how large such a figure is."""
    before, _, after = question.partition(GAP)
    return bool(
        _NARROW_UNIT.search(quantity.text)
        or _NARROW.search(before)
        or re.match(r" (?:per|an) hour\b", after)
    )


def _decimals(quantity: Quantity) -> int:
    match = _NUMBER.search(quantity.text)
    return len(match.group().partition(".")[2]) if match else 0


def _is_price(quantity: Quantity) -> bool:
    return _PRICE.search(quantity.text) is not None


def _shape(quantity: Quantity) -> tuple[int, int, Shape]:
    """Return the key's number in last digits, its decimals and its shape."""
    decimals = _decimals(quantity)
    number = round(shown(quantity) * 10**decimals)
    shape = shape_of(number, decimals, is_price=_is_price(quantity))
    if quantity.unit == "%" and number in (80, 90) and not quantity.hedge:
        shape = Shape(5)  # with a hedge, steps of five would overlap
    return number, decimals, shape


def _printed(number: int, quantity: Quantity, decimals: int) -> str:
    """Return the key's text with another number in it."""
    match = _NUMBER.search(quantity.text)
    if match is None:
        return quantity.text
    value = number / 10**decimals
    is_grouped = "," in match.group() or (
        value >= 1000 > shown(quantity) and decimals == 0 and quantity.text.isascii()
    )
    written = f"{value:,.{decimals}f}" if is_grouped else f"{value:.{decimals}f}"
    return quantity.text[: match.start()] + written + quantity.text[match.end() :]


def _ratio(quantity: Quantity, question: str) -> float:
    """Return the ratio from one rung to the next, by what is measured."""
    if is_narrow(quantity, question):
        return _TIGHT
    bare = not quantity.unit and not _SCALED.search(quantity.text)
    if bare and _decimals(quantity):
        return _INDEX
    return _COUNT if bare and 10 < quantity.low < 100 else _WIDE


def _is_share(quantity: Quantity, question: str) -> bool:
    """Say whether a figure is a part of a hundred, and no growth."""
    if quantity.unit != "%" or not 0 < shown(quantity) < 100:
        return False
    return _GREW.search(question.partition(GAP)[0]) is None


def _rung(quantity: Quantity, question: str, step: int) -> float:
    """Return a size so many rungs off; of a share of a hundred, by its odds."""
    key, ratio = shown(quantity), _ratio(quantity, question)
    if not _is_share(quantity, question):
        return float(key * ratio**step)
    width = max(0.13, log(ratio)) + 0.2 * max(0.0, key / 100 - 0.5)
    odds = exp(log(key / (100 - key)) + width * step)
    return 100 * odds / (1 + odds)


def _ladder(quantity: Quantity, question: str) -> Iterator[int]:
    """Yield numbers above and below the key in turn, all of its shape."""
    number, decimals, shape = _shape(quantity)
    if not decimals and number <= _SMALL:
        steps = _BY_ONES if number < 6 else _FURTHER
        yield from (number + step for step in steps)
        return
    narrow = is_narrow(quantity, question)
    for step in _RUNGS:
        target = _rung(quantity, question, step) * 10**decimals
        yield shape.near(target, like=abs(step) == 1 and not narrow)


def _frame(quantity: Quantity) -> str:
    return _NUMBER.sub("#", quantity.text[len(quantity.hedge) :].strip())


def _siblings(quantity: Quantity, siblings: Iterable[Quantity]) -> Iterator[int]:
    """Yield the figures of other claims that could be taken for this one."""
    number, decimals, shape = _shape(quantity)
    for other in siblings:
        is_alike = (
            other.unit == quantity.unit
            and other.noun == quantity.noun
            and other.is_change == quantity.is_change
            and not other.is_range
            and not other.is_worded
            and _frame(other) == _frame(quantity)
            and _decimals(other) == decimals
        )
        value = round(shown(other) * 10**decimals)
        if is_alike and 0.5 * number <= value <= 2 * number and shape.has(value):
            yield value


def _is_possible(number: int, quantity: Quantity, decimals: int) -> bool:
    """Say whether it can be printed as the key is: no "1 times", no "0.4 million"."""
    value = number / 10**decimals
    counts = quantity.unit == "times" or quantity.text.endswith("s")
    bare = not quantity.unit and not _SCALED.search(quantity.text)
    if value <= 0 or (value == 1 and (counts or (bare and not decimals))):
        return False
    if _SCALED.search(quantity.text):
        key = shown(quantity)
        return not (key < 1000 <= value or value < 1 <= key)
    return not (quantity.unit == "%" and shown(quantity) < 100 <= value)


def _least_apart(quantity: Quantity, question: str) -> float:
    """Return how far two figures of the key's size must lie apart, in last digits."""
    number, decimals, _ = _shape(quantity)
    if not decimals and number <= _SMALL:
        return 1.0
    rungs = (_rung(quantity, question, step) for step in (1, -1))
    least = _CLOSEST * min(abs(rung - shown(quantity)) for rung in rungs)
    if _is_share(quantity, question) and shown(quantity) > 80:
        least = max(least, 3.0)
    return float(least * 10**decimals)


def figures_beside(
    quantity: Quantity, siblings: Iterable[Quantity], question: str
) -> dict[float, str]:
    """Return wrong figures by printed value, best first, as they would be printed."""
    number, decimals, _ = _shape(quantity)
    least = _least_apart(quantity, question)
    most = _BELIEVED if is_narrow(quantity, question) else _FURTHEST
    taken = [number]
    found: dict[float, str] = {}
    for other in (*_siblings(quantity, siblings), *_ladder(quantity, question)):
        near = least * min(1.0, other / number)
        is_apart = all(abs(other - one) >= near for one in taken)
        is_believed = number / most <= other <= number * most
        if is_apart and is_believed and _is_possible(other, quantity, decimals):
            taken.append(other)
            found[other / 10**decimals] = _printed(other, quantity, decimals)
    return found


def worded_beside(quantity: Quantity) -> dict[float, str]:
    """Return wrong figures for a key that is written in words, nearest first."""
    if quantity.unit == "fraction":
        return _fractions_beside(quantity)
    match = _WORD.search(quantity.text)
    if match is None:
        return {}
    names = {value: word for word, value in WORD_VALUES.items() if word != "a dozen"}
    own = WORD_VALUES[match.group().casefold()]
    size = 10 if own >= 20 and own % 10 == 0 else 5 if own == 10 else 1
    plural = not _SCALED.search(quantity.text)
    before, after = quantity.text[: match.start()], quantity.text[match.end() :]
    near = (own + size * step for step in _RUNGS[:6])
    return {
        value: before + names[value] + after
        for value in near
        if value in names and value >= (2 if plural else 1)
    }


def _fractions_beside(quantity: Quantity) -> dict[float, str]:
    core = _fraction_in(quantity.text)
    if core is None:
        return {}
    front = quantity.text[: len(quantity.text) - len(core)]
    own = FRACTIONS[core]
    near = sorted(_PLAIN_FRACTIONS, key=lambda f: abs(log(FRACTIONS[f] / own)))
    return {FRACTIONS[f]: front + f for f in near if f != core}


def key_of(quantity: Quantity) -> float:
    """Return the number that is exchanged for others, in digits or in words."""
    return _worded_value(quantity) if quantity.is_worded else shown(quantity)


def _worded_value(quantity: Quantity) -> float:
    """Return the value of the word that is exchanged ("four million" is 4)."""
    match = None if quantity.unit == "fraction" else _WORD.search(quantity.text)
    return quantity.low if match is None else WORD_VALUES[match[0].casefold()]


def is_odd_one_out(quantity: Quantity, chosen: Iterable[float]) -> bool:
    """Say whether the key is the only figure that ends as it does."""
    number, decimals, shape = _shape(quantity)
    if (not decimals and number <= _SMALL) or not shape.is_odd:
        return False
    others = (round(value * 10**decimals) for value in chosen)
    return all(other // shape.step % 2 == 0 for other in others)
