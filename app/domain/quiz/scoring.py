"""Score a quiz, and say what an answer means for memory. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.review import Format, Rating

_CHOSEN = frozenset({Format.CHOICE, Format.TRUE_FALSE})


@dataclass(frozen=True, slots=True)
class Answered:
    """One question answered; `options` is the number shown (2 or more), else None."""

    group_id: int
    is_right: bool
    options: int | None


@dataclass(frozen=True, slots=True)
class Score:
    """What was right, and what of it guessing explains.

    `share` is right / asked. `corrected` is (s - g) / (1 - g) with s the share and g
    the share that guessing alone gets: the mean of 1/k over the questions, k options
    each, 0 for a recalled or typed one. Where all have the same k this is
    (s - 1/k) / (1 - 1/k); it is below 0 for a score worse than guessing. Both are None
    where nothing was asked.
    """

    right: int
    asked: int
    share: float | None
    corrected: float | None


def quiz_rating(*, is_right: bool, format: Format, is_unsure: bool) -> Rating:  # noqa: A002 - the review's own word
    """Return the grade that an answer in a quiz gives the card.

    Wrong is Again; recalled, typed or chosen right is Good; chosen right but marked
    unsure is Hard.
    """
    if not is_right:
        return Rating.AGAIN
    return Rating.HARD if is_unsure and format in _CHOSEN else Rating.GOOD


def score(answers: Iterable[Answered]) -> Score:
    """Score answers together."""
    given = list(answers)
    right, asked = sum(one.is_right for one in given), len(given)
    if not asked:
        return Score(0, 0, None, None)
    share = right / asked
    guessed = sum(1.0 / one.options for one in given if one.options) / asked
    return Score(right, asked, share, (share - guessed) / (1.0 - guessed))


def score_by_group(answers: Iterable[Answered]) -> dict[int, Score]:
    """Score answers by group, in the order in which groups were first asked."""
    by_group: dict[int, list[Answered]] = {}
    for answer in answers:
        by_group.setdefault(answer.group_id, []).append(answer)
    return {group_id: score(found) for group_id, found in by_group.items()}
