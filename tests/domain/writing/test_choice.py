from dataclasses import replace

from app.domain.card import GAP, Kind
from app.domain.writing.asked import Asked
from app.domain.writing.candidate import Candidate
from app.domain.writing.choice import choose
from app.domain.writing.weights import FLOOR, SECOND


def _candidate(question: str, worth: float, subject: str) -> Candidate:
    return Candidate(
        Kind.CLOZE,
        "object-cloze",
        question,
        "answer",
        question,
        subject,
        frozenset(),
        worth,
    )


A = f"The drug blocks {GAP} in the gut of a mouse."
B = f"Why do mice that take {GAP} eat less at night?"
C = f"A dose costs {GAP} in Denmark, where it is made."


def test_the_best_is_default_and_one_more_if_good_by_itself() -> None:
    chosen = choose(
        [
            _candidate(A, SECOND, "a"),
            _candidate(B, 0.9, "b"),
            _candidate(C, SECOND - 0.01, "c"),
        ],
        Asked(),
    )
    assert [c.question for c in chosen.default] == [B, A]
    assert [c.question for c in chosen.suggested] == [C]


def test_one_fact_is_asked_once_by_default() -> None:
    chosen = choose([_candidate(A, 0.9, "a"), _candidate(B, 0.9, "a")], Asked())
    assert len(chosen.default) == len(chosen.suggested) == 1


def test_the_best_above_the_floor_covers_its_claim_and_below_it_none_does() -> None:
    assert choose([_candidate(A, FLOOR, "a")], Asked()).default
    assert not choose([_candidate(A, FLOOR - 0.01, "a")], Asked()).default


def test_what_was_asked_before_is_not_asked_again() -> None:
    chosen = choose([_candidate(A, 0.6, "a")], Asked.of([A]))
    assert not chosen.default
    assert [c.question for c in chosen.repeated] == [A]


def test_a_circumstance_is_asked_only_where_there_is_nothing_better() -> None:
    count = replace(_candidate(A, 0.95, "a"), features=frozenset({"plain-count"}))
    chosen = choose([count, _candidate(B, FLOOR, "b")], Asked())
    assert [c.question for c in chosen.default] == [B]
    assert [c.question for c in chosen.suggested] == [A]
    alone = choose([count, _candidate(B, FLOOR - 0.01, "b")], Asked())
    assert [c.question for c in alone.default] == [A]
