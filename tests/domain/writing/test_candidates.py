from app.domain.card import GAP, Kind
from app.domain.writing.candidate import Candidate
from app.domain.writing.candidates import english_candidates
from app.domain.writing.parsing import Parses


def _best(claim: str, parses: Parses, *earlier: str) -> Candidate:
    return english_candidates(claim, frozenset(), earlier, {}, parses)[0]


def test_a_gap_leaves_the_claim_in_its_own_words(parses: Parses) -> None:
    claim = "Sales of lorries in Poland fell by 23% in 2024."
    best = _best(claim, parses)
    assert best.question == f"Sales of lorries in Poland fell by {GAP} in 2024."
    assert (best.answer, best.kind) == ("23%", Kind.NUMERIC)
    assert best.question.replace(GAP, best.answer) == claim


def test_a_phrase_gap_is_a_cloze(parses: Parses) -> None:
    best = _best("Denmark was the first country to tax methane from cows.", parses)
    assert (best.kind, best.answer) == (Kind.CLOZE, "Denmark")


def test_the_clause_that_holds_the_fact_is_shown_alone(parses: Parses) -> None:
    claim = (
        "Battery prices fell by 33% in twelve months, but sales of heavy electric "
        "lorries barely grew."
    )
    assert _best(claim, parses).question == (
        f"Battery prices fell by {GAP} in twelve months."
    )


def test_context_is_the_claim_that_names_the_very_antecedent(parses: Parses) -> None:
    claim = "The shortfall is expected to reach 8 million tonnes by 2035."
    told = _best(claim, parses, "Chile digs deep.", "Copper faces a deep shortfall.")
    assert told.context == "Copper faces a deep shortfall."
    untold = _best(claim, parses, "Chile digs deep.")
    assert untold.context is None
    assert "reference" in untold.features
    assert untold.worth < told.worth
