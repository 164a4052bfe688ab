"""Judge a typed answer: figures by value and unit, phrases by their words. Pure."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from app.domain.quiz.amounts import Amount, read_amount
from app.domain.quiz.asked_unit import Asked, read_asked
from app.domain.quiz.directions import contradicts
from app.domain.quiz.units import NUMBER_WORDS, is_measure, is_same_unit

#: Characters; nobody types more into the answer of a quiz.
LONGEST = 1_000

#: A figure this close to the right one is nearly right.
_CLOSE = Decimal("0.01")

#: Of 100: phrases at least this alike differ by a slip of the keys.
_ALIKE = 85.0

#: A part of the answer this long, by letters, is nearly the answer.
_PART = 0.5

#: Under so many letters a slip makes another word.
_SHORTEST_SLIP = 4


class Verdict(StrEnum):
    """How a typed answer stands beside the right one.

    `near` is for the person to decide: wrong, unless they say "I was right".
    """

    RIGHT = "right"
    NEAR = "near"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict and, where it is `near` or wrong for a reason, the reason in words."""

    verdict: Verdict
    reason: str = ""


_RIGHT = Judgement(Verdict.RIGHT)
_WRONG = Judgement(Verdict.WRONG)


def judge_typed(given: str, answer: str, question: str) -> Judgement:
    """Judge what a person typed against the card's answer to a question.

    An answer that is one amount is compared by value and unit ($0.006 = 0.6 cents,
    20-fold = 20x, twenty = 20); hedges such as "about" do not matter. Any other is
    compared by its words: case, accents, articles and punctuation do not matter,
    figures and direction do. An answer in brackets beside another counts by itself. A
    number without its unit is right where the question leaves no other unit open.
    """
    given = given.strip()
    if not given or len(given) > LONGEST:
        return _WRONG
    asked = read_asked(question)
    return _best(_judge_one(given, variant, asked) for variant in _variants(answer))


def _best(judgements: Iterable[Judgement]) -> Judgement:
    order = list(Verdict)
    return min(judgements, key=lambda judgement: order.index(judgement.verdict))


def _variants(answer: str) -> list[str]:
    """Return the answer and, of "Name (ABC)", each of the two."""
    inside = re.fullmatch(r"\s*([^()（）]+?)\s*[(（]([^()（）]+)[)）]\s*", answer)
    return [answer] if inside is None else [answer, inside[1], inside[2]]


def _judge_one(given: str, answer: str, asked: Asked) -> Judgement:
    right = read_amount(answer)
    if right is not None:
        said = read_amount(given)
        if said is not None:
            right = asked.answer_of(right)
            return _best(
                _compare_amounts(one, right, asked)
                for one in (said, asked.answered_by(said))
            )
    return _compare_phrases(given, answer)


def _compare_amounts(said: Amount, right: Amount, asked: Asked) -> Judgement:
    """Compare two amounts: bound, value, then unit."""
    if said.bound and right.bound and said.bound != right.bound:
        return Judgement(Verdict.WRONG, "The bound is the other way round.")
    if is_same_unit(said.unit, right.unit):
        return _compare_values(said, right, said.factor, right.factor)
    one = Decimal(1)
    value = _compare_values(said, right, one, one)
    if value.verdict is not Verdict.RIGHT:
        return _WRONG
    if is_measure(said.unit) and is_measure(right.unit):
        return Judgement(Verdict.WRONG, "The unit is another.")
    if not said.unit:
        if is_measure(right.unit) and not asked.leaves_clear(right, said):
            return Judgement(Verdict.NEAR, "The unit is missing.")
        return value
    if not right.unit and not is_measure(said.unit):
        return value
    return Judgement(Verdict.NEAR, "The figure is right, what it counts may not be.")


def _compare_values(
    said: Amount, right: Amount, said_factor: Decimal, right_factor: Decimal
) -> Judgement:
    low, high = said.low * said_factor, said.high * said_factor
    right_low, right_high = right.low * right_factor, right.high * right_factor
    if _is_close(low, right_low, Decimal("1e-9")) and _is_close(
        high, right_high, Decimal("1e-9")
    ):
        return _RIGHT
    if right.is_year_like:
        return _WRONG
    if _is_close(low, right_low, _CLOSE) and _is_close(high, right_high, _CLOSE):
        return Judgement(Verdict.NEAR, "Close, but not the figure.")
    if right_low < right_high and low == high and right_low <= low <= right_high:
        return Judgement(Verdict.NEAR, "Within the range, which has two ends.")
    return _WRONG


def _is_close(one: Decimal, other: Decimal, share: Decimal) -> bool:
    return abs(one - other) <= share * abs(other)


_ARTICLES = frozenset({"a", "an", "the"})
_OPENING = "in on at by to of for from it was is are were because"
_LEADING = frozenset(_OPENING.split())


def _words(text: str) -> list[str]:
    """Return the words that matter, without case, accents and punctuation."""
    folded = unicodedata.normalize("NFKD", text).casefold().replace("&", " and ")
    bare = "".join(one for one in folded if not unicodedata.combining(one))
    bare = re.sub(r"(?<=\b\w)\.(?=\w\b|\s|$)|['’]|(?<=\d),(?=\d{3})", "", bare)
    words = re.findall(r"\d+(?:\.\d+)?|[^\W\d_]+", bare)
    meant = [word for word in words if word not in _ARTICLES] or words
    while len(meant) > 1 and meant[0] in _LEADING:
        meant.pop(0)
    return [
        str(NUMBER_WORDS[word]) if word in NUMBER_WORDS and word.isascii() else word
        for word in meant
    ]


def _compare_phrases(given: str, answer: str) -> Judgement:
    said, right = _words(given), _words(answer)
    if said == right or "".join(said) == "".join(right):
        return _RIGHT if said else _WRONG
    if not said or not right:
        return _WRONG
    if _figures(said) != _figures(right):
        return Judgement(Verdict.WRONG, "The figures differ.")
    if contradicts(said, right):
        return Judgement(Verdict.WRONG, "It says the opposite.")
    if sorted(said) == sorted(right):
        return Judgement(Verdict.NEAR, "The same words in another order.")
    if _initials(said) == "".join(right) or _initials(right) == "".join(said):
        return Judgement(Verdict.NEAR, "The same by its initials.")
    if _is_slip(said, right):
        return Judgement(Verdict.NEAR, "A slip of the keys, or another word?")
    if not Counter(right) - Counter(said):
        return Judgement(Verdict.NEAR, "The answer, and more.")
    if not Counter(said) - Counter(right) and _letters(said) >= _PART * _letters(right):
        return Judgement(Verdict.NEAR, "A part of the answer.")
    return _WRONG


def _figures(words: list[str]) -> Counter[str]:
    return Counter(word for word in words if word[0].isdigit())


def _letters(words: list[str]) -> int:
    return sum(map(len, words))


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words) if len(words) > 1 else ""


def _is_slip(said: list[str], right: list[str]) -> bool:
    """Say whether a slip of the keys may be all the difference."""
    from rapidfuzz.fuzz import ratio

    if min(_letters(said), _letters(right)) < _SHORTEST_SLIP:
        return False
    return any(
        ratio(" ".join(one), " ".join(other)) >= _ALIKE
        for one, other in ((said, right), (sorted(said), sorted(right)))
    )
