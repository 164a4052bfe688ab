import pytest

from app.domain.card import Kind
from app.domain.writing.candidate import Candidate
from app.domain.writing.tastes import (
    LEAST,
    MOST_OFF,
    NO_TASTES,
    PRIOR_SHARE,
    PRIOR_VERDICTS,
    Taste,
    lowered,
    taken_off,
    team_says,
)
from app.domain.writing.weights import SUGGESTED


def candidate(worth: float, pattern: str = "why") -> Candidate:
    return Candidate(
        Kind.QA, pattern, "Why?", "Rain", "It rained.", "0:x", frozenset(), worth
    )


@pytest.mark.parametrize("rejected", range(LEAST))
def test_fewer_than_five_verdicts_say_nothing(rejected: int) -> None:
    assert taken_off(Taste(0, rejected)) == 0
    assert team_says(Taste(0, rejected)) is None


@pytest.mark.parametrize(
    ("kept", "rejected", "off"),
    [
        # The mean is 8 of 13,
        (2, 3, 0.1346),
        # here 6 of 13.
        (0, 5, 0.2885),
        (1, 8, MOST_OFF),
        (0, 1_000, MOST_OFF),
        (3, 1, 0.0),
        (900, 100, 0.0),
        # A share kept of 0.75 is what is believed anyway.
        (75, 25, 0.0),
    ],
)
def test_what_is_taken_off_is_how_far_the_share_kept_falls_short(
    kept: int, rejected: int, off: float
) -> None:
    assert taken_off(Taste(kept, rejected)) == pytest.approx(off, abs=1e-4)


def test_more_rejections_never_take_off_less() -> None:
    for kept in range(12):
        offs = [taken_off(Taste(kept, rejected)) for rejected in range(LEAST, 40)]
        assert offs == sorted(offs)
        assert all(0 <= off <= MOST_OFF for off in offs)


def test_many_verdicts_bring_their_own_share() -> None:
    share = PRIOR_SHARE - taken_off(Taste(6_000, 4_000))
    assert share == pytest.approx(0.6, abs=PRIOR_VERDICTS / 10_000)


def test_a_pattern_is_lowered_and_no_other() -> None:
    tastes = {"why": Taste(1, 8)}
    assert lowered(candidate(0.6), tastes).worth == pytest.approx(0.3)
    assert lowered(candidate(0.6, "how"), tastes) == candidate(0.6, "how")
    assert lowered(candidate(0.6), NO_TASTES) == candidate(0.6)


@pytest.mark.parametrize(
    ("worth", "after"),
    [(SUGGESTED + 0.1, SUGGESTED), (SUGGESTED, SUGGESTED), (0.02, 0.02)],
)
def test_what_is_suggested_stays_suggested(worth: float, after: float) -> None:
    assert lowered(candidate(worth), {"why": Taste(0, 50)}).worth == after


def test_the_team_is_told_what_it_did() -> None:
    assert team_says(Taste(1, 8)) == "Your team rejected 8 of 9 questions of this kind."
    assert team_says(Taste(8, 1)) is None
    assert team_says(None) is None
