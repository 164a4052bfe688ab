"""Sketch a claim by its words and digits, to find quickly what is like it. Pure."""

import re
from dataclasses import dataclass
from itertools import pairwise

from app.domain.claims.words import topic_words

_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Sketch:
    """What a claim is about, the figures in it, and both with pairs of words.

    `keys` is what claims are looked up by: pairs are rarer than words.
    """

    topic: frozenset[str]
    figures: frozenset[str]
    keys: frozenset[str]


def sketch(text: str) -> Sketch:
    """Return the sketch of a claim; its figures are the digits as written."""
    order = topic_words(text)
    figures = frozenset(
        digits.replace(",", "").removesuffix(".0") for digits in _DIGITS.findall(text)
    )
    pairs = {f"{one} {other}" for one, other in pairwise(order)}
    return Sketch(frozenset(order), figures, figures.union(order, pairs))
