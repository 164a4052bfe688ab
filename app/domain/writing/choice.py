"""Choice: which candidates a claim's deck bets on, which it only suggests."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.writing.candidate import Candidate
from app.domain.writing.gate import is_near_duplicate, question_words
from app.domain.writing.weights import FLOOR, SECOND, SUGGESTED

#: The most cards of each tier that a claim gets.
MOST_DEFAULT, MOST_SUGGESTED = 2, 3


@dataclass(frozen=True, slots=True)
class Chosen:
    """The candidates of one claim by tier, and those that repeat another question."""

    default: tuple[Candidate, ...]
    suggested: tuple[Candidate, ...]
    repeated: tuple[Candidate, ...]


def choose(
    candidates: Sequence[Candidate], earlier: Sequence[frozenset[str]]
) -> Chosen:
    """Choose among the candidates of one claim; `earlier` are questions already asked.

    The best candidate above the floor is the claim's default card; one more may join it
    if it asks another fact and is good by itself. The rest is suggested.
    """
    default: list[Candidate] = []
    suggested: list[Candidate] = []
    repeated: list[Candidate] = []
    asked = list(earlier)
    for candidate in sorted(candidates, key=lambda c: (-c.worth, c.question)):
        if candidate.worth < SUGGESTED:
            continue
        if is_near_duplicate(candidate.question, asked):
            repeated.append(candidate)
            continue
        bar = SECOND if default else FLOOR
        subjects = {other.subject for other in default}
        if (
            candidate.worth >= bar
            and candidate.subject not in subjects
            and len(default) < MOST_DEFAULT
        ):
            default.append(candidate)
        elif len(suggested) < MOST_SUGGESTED:
            suggested.append(candidate)
        else:
            continue
        asked.append(question_words(candidate.question))
    return Chosen(tuple(default), tuple(suggested), tuple(repeated))
