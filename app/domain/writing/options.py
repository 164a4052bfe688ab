"""Options: wrong figures that are as fair as the right one.

Same unit, rounding and hedge as the key; figures of sibling claims first, then the key
scaled. The options stand in order of size, and a seed decides how many are smaller than
the key, so that neither place nor length gives it away. Ranges get no options, nor do
bounds: "more than 60%" makes "more than 20%" true as well.
"""

import re
from collections.abc import Iterable, Sequence

from app.domain.card import GAP
from app.domain.writing.quantities import Quantity, find_quantities
from app.domain.writing.quantity_grammar import BOUND, FRACTIONS, WORD_VALUES
from app.domain.writing.seeding import pick

_WAY = re.compile(rf"\bfrom (?P<start>[^,;]{{1,40}}?)\s+to (?:\w+ )?{re.escape(GAP)}")
#: How many wrong options a card gets, where that many are fair.
WRONG = 3
_FACTORS = (0.5, 0.75, 1.25, 1.5, 2.0, 0.35, 1.75)
#: A wrong figure differs from the key by at least this share.
_APART = 0.15
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_WORD = re.compile(
    r"\b(?:" + "|".join(sorted(WORD_VALUES, key=len, reverse=True)) + r")(?![\w-])",
    re.IGNORECASE,
)
#: "A symbolic […]", "a record […]": the least, the greatest figure is meant.
_FROM = re.compile(r"\b(?P<way>up|down) from (?P<start>[^.;]{1,60})", re.IGNORECASE)
_TOKEN = re.compile(
    rf"\b(?:symbolic|token|nominal|record|record (?:high |low )?of) {re.escape(GAP)}|"
    r"\b(?:highest|largest|biggest|lowest|smallest|trimmed)\b"
)
_PLAIN_FRACTIONS = (
    "a tenth", "a fifth", "a quarter", "a third", "half", "two-thirds",
    "three-quarters",
)  # fmt: skip


def shown(quantity: Quantity) -> float:
    """Return the number as printed ("$3.2 billion" is 3.2)."""
    match = _NUMBER.search(quantity.text)
    return float(match.group().replace(",", "")) if match else quantity.low


def _decimals(quantity: Quantity) -> int:
    match = _NUMBER.search(quantity.text)
    return len(match.group().partition(".")[2]) if match else 0


def _step(value: float, decimals: int) -> float:
    """Return the unit that a figure is rounded to, as far as its digits tell."""
    if decimals:
        return float(10**-decimals)
    step = 1.0
    while value % (step * 10) == 0 and value >= step * 10:
        step *= 10
    while step >= 10 and step > 0.3 * value:
        step /= 2
    if step == 1 and value % 5 == 0 and value > 10:
        step = 5
    return step


def _rounded(value: float, step: float, decimals: int) -> float:
    """Round to a multiple of `step`; a figure as exact as the key ends in no zero.

    Beside 35.5% a 20.0% would show at once which figure was found and which made.
    """
    rounded = round(round(value / step) * step, decimals)
    unit = float(10**-decimals)
    if step > unit or round(rounded / unit) % 10:
        return rounded
    return round(rounded + (1 + int(value * 7) % 8) * unit, decimals)


def _printed(value: float, quantity: Quantity, decimals: int) -> str:
    """Return the key's text with another number in it."""
    match = _NUMBER.search(quantity.text)
    if match is None:
        return quantity.text
    grouped = "," in match.group() or (
        value >= 1000 > shown(quantity) and decimals == 0
    )
    number = f"{value:,.{decimals}f}" if grouped else f"{value:.{decimals}f}"
    return quantity.text[: match.start()] + number + quantity.text[match.end() :]


def _least(quantity: Quantity) -> int:
    """Return the least number that reads well: one takes no plural."""
    plural = quantity.unit == "times" or quantity.text.endswith("s")
    return 2 if plural else 1


def _fits(value: float, key: float, quantity: Quantity) -> bool:
    """Say whether a wrong figure is far enough from the key, and possible."""
    least = _least(quantity)
    if value <= 0 or (value == 1 and least > 1) or abs(value - key) < _APART * key:
        return False
    scaled = re.search(r"(?:million|billion|trillion)\b", quantity.text)
    if scaled and key < 1000 <= value:
        return False
    return not (quantity.unit == "%" and key <= 100 <= value)


def _siblings(quantity: Quantity, siblings: Iterable[Quantity]) -> list[float]:
    """List the figures of other claims that could be taken for this one."""
    key, decimals = shown(quantity), _decimals(quantity)
    step = _step(key, decimals)
    found = []
    for other in siblings:
        alike = (
            other.unit == quantity.unit
            and other.noun == quantity.noun
            and not other.is_range
            and not other.is_worded
            and _decimals(other) == decimals
            and bool(other.low)
        )
        scale = quantity.low / key if key else 1.0
        value = other.low / scale
        if alike and 0.3 * key <= value <= 3 * key and abs(value % step) < 1e-9:
            found.append(value)
    return found


def _scaled(quantity: Quantity) -> list[float]:
    """List the key's number times the factors, as round as the key."""
    key, decimals = shown(quantity), _decimals(quantity)
    if key <= 10 and not decimals:
        return [key + d for d in (1, -1, 2, -2, 3, -3, 4)]
    step = _step(key, decimals)
    values = [_rounded(key * factor, step, decimals) for factor in _FACTORS]
    if quantity.unit == "%" and 50 < key < 100:
        near = [key + (100 - key) * part for part in (1 / 3, 2 / 3)]
        values += [_rounded(value, step, decimals) for value in near]
    return values


def _figures(quantity: Quantity, siblings: Iterable[Quantity]) -> dict[float, str]:
    """Return wrong figures by value, best first, as they would be printed."""
    key, decimals = shown(quantity), _decimals(quantity)
    found: dict[float, str] = {}
    for value in [*_siblings(quantity, siblings), *_scaled(quantity)]:
        if _fits(value, key, quantity) and not any(
            abs(value - other) < 0.08 * key for other in found
        ):
            found[value] = _printed(value, quantity, decimals)
    return found


def _worded(quantity: Quantity) -> dict[float, str]:
    """Return wrong figures for a key that is written in words."""
    if quantity.unit == "fraction":
        core = next(
            (f for f in _PLAIN_FRACTIONS if quantity.text.casefold().endswith(f)), None
        )
        if core is None:
            return {}
        front = quantity.text[: len(quantity.text) - len(core)]
        own = FRACTIONS[core]
        return {
            FRACTIONS[f]: front + f
            for f in _PLAIN_FRACTIONS
            if abs(FRACTIONS[f] - own) > 0.04
        }
    match = _WORD.search(quantity.text)
    if match is None:
        return {}
    names = {value: word for word, value in WORD_VALUES.items() if word != "a dozen"}
    own = WORD_VALUES[match.group().casefold()]
    least = _least(quantity)
    steps = (own + d for d in (1, -1, 2, -2, 3, -3))
    near = [value for value in steps if value in names and value >= least]
    return {
        v: quantity.text[: match.start()] + names[v] + quantity.text[match.end() :]
        for v in near
    }


def _worded_key(quantity: Quantity) -> float:
    """Return the value of the word that is exchanged ("four million" is 4)."""
    match = None if quantity.unit == "fraction" else _WORD.search(quantity.text)
    return quantity.low if match is None else WORD_VALUES[match[0].casefold()]


def _around(figures: dict[float, str], key: float, rank: int) -> list[float]:
    """Take `rank` figures below the key and the rest above, as far as there are."""
    low = [value for value in figures if value < key]
    high = [value for value in figures if value > key]
    below = max(min(rank, len(low)), WRONG - len(high))
    return [*low[:below], *high[: WRONG - below]]


def _share(quantity: Quantity) -> float:
    return quantity.high / 100 if quantity.unit == "%" else quantity.high


def _keeps_change(value: float, quantity: Quantity, question: str) -> bool:
    """Say whether a figure would still lie above what it is "up from", or below."""
    match = _FROM.search(question)
    if match is None:
        return True
    scale = quantity.low / (shown(quantity) or 1.0)
    if quantity.is_worded:
        scale = quantity.low / (_worded_key(quantity) or 1.0)
    shares = ("%", "fraction")
    starts = [
        q
        for q in find_quantities(match["start"])
        if q.unit == quantity.unit or {q.unit, quantity.unit} <= set(shares)
    ]
    other = value * scale / (100 if quantity.unit == "%" else 1)
    up = match["way"].casefold() == "up"
    return all((other > _share(q)) == up for q in starts)


def _keeps_direction(value: float, quantity: Quantity, question: str) -> bool:
    """Say whether a way "from A to […]" would still lead up, or down, as it does."""
    match = _WAY.search(question)
    starts = find_quantities(match["start"]) if match else []
    if not starts:
        return True
    start, scale = starts[0].low, quantity.low / (shown(quantity) or 1.0)
    return (value * scale > start) == (quantity.low > start)


def number_options(
    quantity: Quantity, siblings: Sequence[Quantity], question: str, *, seed: int
) -> tuple[str, ...] | None:
    """Return three or four options with the key among them; None where none are fair.

    `siblings` are the quantities of the article's other claims. A figure that stands in
    the question is no option.
    """
    if quantity.is_range or BOUND.search(quantity.hedge) or _TOKEN.search(question):
        return None
    if re.match(r"(?:one|1)[ -][a-z]", quantity.text):
        return None
    worded = quantity.is_worded
    figures = _worded(quantity) if worded else _figures(quantity, siblings)
    in_question = set(_NUMBER.findall(question))
    figures = {
        value: text
        for value, text in figures.items()
        if text not in question
        and not in_question.intersection(_NUMBER.findall(text))
        and _keeps_direction(value, quantity, question)
        and _keeps_change(value, quantity, question)
    }
    if quantity.text[0].isupper():
        figures = {value: text[0].upper() + text[1:] for value, text in figures.items()}
    key = _worded_key(quantity) if worded else shown(quantity)
    rank = pick(WRONG + 1, seed, question, quantity.text)
    chosen = _around(figures, key, rank)
    if len(chosen) < 2:
        return None
    options = {key: quantity.text, **{value: figures[value] for value in chosen}}
    return tuple(options[value] for value in sorted(options))
