"""Tastes: what a team's verdicts on a pattern take off the worth of its candidates."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from app.domain.writing.candidate import Candidate
from app.domain.writing.weights import SUGGESTED

#: Fewer verdicts than this say nothing.
LEAST = 5
#: What is believed of a pattern before any verdict: this share is kept, and the belief
#: weighs as much as so many verdicts.
PRIOR_SHARE, PRIOR_VERDICTS = 0.75, 8
#: The most that verdicts take off.
MOST_OFF = 0.3


@dataclass(frozen=True, slots=True)
class Taste:
    """How many cards of one pattern a team kept, and how many it rejected."""

    kept: int
    rejected: int

    @property
    def judged(self) -> int:
        """How many it judged."""
        return self.kept + self.rejected


#: A team's tastes by pattern.
Tastes = Mapping[str, Taste]

#: Of a team that has judged nothing.
NO_TASTES: Tastes = MappingProxyType({})


def taken_off(taste: Taste | None) -> float:
    """Return what a team's verdicts take off the worth of a pattern, from 0 to 0.3.

    The share kept is Beta-distributed with a prior of mean m = 0.75 and weight s = 8
    verdicts (a = ms, b = s - ms); each verdict is a draw from it. After k kept of n
    its mean is (k + a) / (n + s) (beta-binomial; Gelman et al., Bayesian Data Analysis,
    2.4). How far that lies below m is taken off. A pattern is never raised: to keep
    all that is ticked says less than to reject one.
    """
    if taste is None or taste.judged < LEAST:
        return 0.0
    kept = taste.kept + PRIOR_SHARE * PRIOR_VERDICTS
    share = kept / (taste.judged + PRIOR_VERDICTS)
    return min(max(PRIOR_SHARE - share, 0.0), MOST_OFF)


def lowered(candidate: Candidate, tastes: Tastes) -> Candidate:
    """Return a candidate with its worth as the team's tastes have it.

    They never take it below what is suggested: a team must be able to change its mind.
    """
    off = taken_off(tastes.get(candidate.pattern))
    if off == 0.0:
        return candidate
    least = min(candidate.worth, SUGGESTED)
    return replace(candidate, worth=round(max(candidate.worth - off, least), 4))


def team_says(taste: Taste | None) -> str | None:
    """Say in a sentence what the team made of a pattern, if that lowers it."""
    if taste is None or taken_off(taste) == 0.0:
        return None
    return (
        f"Your team rejected {taste.rejected:,} of {taste.judged:,} questions of this "
        "kind."
    )
