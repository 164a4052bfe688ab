"""Options: wrong figures that are as fair as the right one.

Same unit, rounding, hedge and ending as the key, within what is plausible, and true to
all else that the question says; figures of sibling claims first, then made ones. The
options stand in order of size, and a seed decides how many are smaller than the key, so
that neither place nor length gives it away. Where no fair ones are found there are
none: ranges and bounds never have any ("more than 60%" makes "more than 20%" true).
"""

import re
from collections.abc import Sequence

from app.domain.card import GAP
from app.domain.writing.figure_bounds import (
    bounds_of,
    is_told_by_figures,
    is_told_by_words,
    others_beside,
    value_of,
)
from app.domain.writing.figure_rivals import (
    figures_beside,
    is_narrow,
    is_odd_one_out,
    key_of,
    numbers_of,
    worded_beside,
)
from app.domain.writing.quantities import Quantity
from app.domain.writing.quantity_grammar import BOUND
from app.domain.writing.seeding import pick

#: How many wrong options a card gets, where that many are fair; no fewer than two.
WRONG, LEAST = 3, 2
_YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d")
_ONE = re.compile(r"(?:one|1)[ -][a-z]", re.IGNORECASE)
_ARTICLE = re.compile(rf"\b(an?) {re.escape(GAP)}", re.IGNORECASE)
#: What is spoken with a vowel first: "an 8%", "an eleven-year".
_VOWEL = re.compile(r"[^\w]*(?:8|1[18](?:,\d{3})*(?!\d|,)|eight|eleven)")


def _has_options(quantity: Quantity, question: str) -> bool:
    """Say whether any other figure could be fair at all."""
    if quantity.is_range or BOUND.search(quantity.hedge):
        return False
    if _YEAR.fullmatch(quantity.text) or _ONE.match(quantity.text):
        return False
    return not is_told_by_words(question)


def _suits_article(text: str, key: str, question: str) -> bool:
    """Say whether a figure goes with the "a" or "an" before the gap as the key does."""
    if not _ARTICLE.search(question):
        return True
    return bool(_VOWEL.match(text)) == bool(_VOWEL.match(key))


def _fair(
    quantity: Quantity, siblings: Sequence[Quantity], question: str
) -> dict[float, str]:
    """Return the wrong figures that nothing in the question speaks for or against."""
    beside = others_beside(quantity, question)
    if is_told_by_figures(quantity, beside, question):
        return {}
    figures = (
        worded_beside(quantity)
        if quantity.is_worded
        else figures_beside(quantity, siblings, question)
    )
    bounds = bounds_of(quantity, question, beside)
    scale = value_of(quantity) / (key_of(quantity) or 1.0)
    said = numbers_of(question)
    return {
        value: text
        for value, text in figures.items()
        if not said & numbers_of(text)
        and not re.search(rf"\b{re.escape(text)}\b", question, re.IGNORECASE)
        and all(holds(value * scale) for holds in bounds)
        and _suits_article(text, quantity.text, question)
    }


def _around(figures: dict[float, str], key: float, rank: int) -> list[float]:
    """Take `rank` figures below the key and the rest above, as far as there are."""
    low = [value for value in figures if value < key]
    high = [value for value in figures if value > key]
    below = max(min(rank, len(low)), WRONG - len(high))
    return [*low[:below], *high[: WRONG - below]]


def number_options(
    quantity: Quantity, siblings: Sequence[Quantity], question: str, *, seed: int
) -> tuple[str, ...] | None:
    """Return three or four options with the key among them; None where none are fair.

    `siblings` are the quantities of the article's other claims. A figure that stands in
    the question is no option.
    """
    if not _has_options(quantity, question):
        return None
    figures = _fair(quantity, siblings, question)
    if quantity.text[0].isupper():
        figures = {value: text[0].upper() + text[1:] for value, text in figures.items()}
    key = key_of(quantity)
    rank = pick(WRONG + 1, seed, question, quantity.text)
    if is_narrow(quantity, question):
        rank = 1 + rank % 2
    chosen = _around(figures, key, rank)
    if len(chosen) < LEAST or (
        not quantity.is_worded and is_odd_one_out(quantity, chosen)
    ):
        return None
    options = {key: quantity.text, **{value: figures[value] for value in chosen}}
    return tuple(options[value] for value in sorted(options))
