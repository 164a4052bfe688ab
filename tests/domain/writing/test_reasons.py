from app.domain.card import Kind
from app.domain.writing.candidate import Candidate
from app.domain.writing.reasons import why_suggested
from app.domain.writing.weights import WEIGHTS


def _candidate(*features: str, points_at: str = "") -> Candidate:
    kind = Kind.CLOZE
    return Candidate(
        kind, "", "", "", "", "", frozenset(features), 0.0, None, points_at
    )


def test_what_weighs_most_is_named() -> None:
    weighed = _candidate("object", "long-question", "told")
    assert why_suggested(weighed) == "the rest of the claim tells the answer."


def test_a_reference_is_quoted() -> None:
    leaning = _candidate("reference", points_at="the shortfall")
    assert why_suggested(leaning) == (
        "“the shortfall” is explained only by another claim."
    )


def test_where_nothing_speaks_against_it_the_pattern_itself_is_weak() -> None:
    assert why_suggested(_candidate("name")) == "more than one answer may fit."


def test_every_weight_against_a_card_has_its_words() -> None:
    silent = {
        "unconfirmed",
        "short-question",
        "opens-with-gap",
        "modifier",
        "shortened",
    }
    against = {feature for feature, weight in WEIGHTS.items() if weight < 0}
    told = {
        f
        for f in against
        if why_suggested(_candidate(f)) != why_suggested(_candidate())
    }
    assert against - told <= silent | {"comparative"}
