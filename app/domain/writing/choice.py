"""Choice: which candidates a claim's deck bets on, which it only suggests."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.writing.asked import Asked
from app.domain.writing.candidate import Candidate
from app.domain.writing.weights import FLOOR, SECOND, SUGGESTED

#: The most cards of each tier that a claim gets.
MOST_DEFAULT, MOST_SUGGESTED = 2, 3
#: What is mostly a circumstance: a count of few things, the time between two
#: events, the days of a period.
_INCIDENTAL = frozenset(("plain-count", "small-count", "interval", "day-set"))


@dataclass(frozen=True, slots=True)
class Chosen:
    """The candidates of one claim by tier, and those that repeat another question."""

    default: tuple[Candidate, ...]
    suggested: tuple[Candidate, ...]
    repeated: tuple[Candidate, ...]


def _is_default(candidate: Candidate, default: Sequence[Candidate]) -> bool:
    """Say whether a candidate joins the default cards chosen so far."""
    if default and not _INCIDENTAL.isdisjoint(candidate.features):
        return False
    bar = SECOND if default else FLOOR
    return (
        candidate.worth >= bar
        and len(default) < MOST_DEFAULT
        and all(candidate.subject != other.subject for other in default)
    )


def _ordered(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return candidates best first, what is incidental after what could be default.

    A circumstance in figures is asked for where there is nothing better to ask.
    """
    return sorted(
        candidates,
        key=lambda c: (
            c.worth < FLOOR,
            not _INCIDENTAL.isdisjoint(c.features),
            -c.worth,
            c.question,
        ),
    )


def choose(candidates: Sequence[Candidate], asked: Asked) -> Chosen:
    """Choose among the candidates of one claim; the chosen are added to `asked`.

    The best candidate above the floor is the claim's default card; one more may join it
    if it asks another fact and is good by itself. The rest is suggested.
    """
    default: list[Candidate] = []
    suggested: list[Candidate] = []
    repeated: list[Candidate] = []
    for candidate in _ordered(candidates):
        if candidate.worth < SUGGESTED:
            continue
        if asked.has_like(candidate.question):
            repeated.append(candidate)
            continue
        if _is_default(candidate, default):
            default.append(candidate)
        elif len(suggested) < MOST_SUGGESTED:
            suggested.append(candidate)
        else:
            continue
        asked.add(candidate.question)
    return Chosen(tuple(default), tuple(suggested), tuple(repeated))
