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


def test_a_bare_subordinate_clause_is_no_card(parses: Parses) -> None:
    claim = "As the success of heat pumps in Norway relies heavily on cheap power."
    assert english_candidates(claim, frozenset(), (), {}, parses) == []
    dated = "Since 9 Oct. 2025 banks have had to send euros within ten seconds."
    assert _best(dated, parses).answer == "ten seconds"


def test_a_list_is_asked_for_whole_or_not_at_all(parses: Parses) -> None:
    claim = (
        "Airlines fill their seats, yet the shortage of new aircraft and engines, not "
        "a lack of passengers, now limits how much they can earn."
    )
    answers = {c.answer for c in english_candidates(claim, frozenset(), (), {}, parses)}
    assert "the shortage of new aircraft and engines" in answers
    assert "engines" not in answers


def test_what_the_breadcrumb_says_is_no_answer(parses: Parses) -> None:
    claim = "A study found that Paris had the highest risk among 854 cities of Europe."
    known = frozenset({"paris", "prepare"})
    best = english_candidates(claim, known, (), {}, parses)[0]
    assert _best(claim, parses).answer == "Paris"
    assert "titled" in best.features or best.answer != "Paris"


def test_a_claim_without_a_verb_is_a_fragment(parses: Parses) -> None:
    bare = _best("Sales of heat pumps in Poland up 46% on 2023", parses)
    assert "fragment" in bare.features


def test_words_that_only_lead_on_are_not_shown(parses: Parses) -> None:
    claim = "Unemployment in Spain, meanwhile, climbed to 12.4% in August 2024."
    assert _best(claim, parses).question == (
        f"Unemployment in Spain climbed to {GAP} in August 2024."
    )


def test_an_answer_that_points_elsewhere_is_a_reference(parses: Parses) -> None:
    claim = "Powell described the larger cut as a recalibration of policy in 2024."
    found = english_candidates(claim, frozenset(), (), {}, parses)
    pointing = [c for c in found if c.answer == "the larger cut"]
    assert all("reference" in candidate.features for candidate in pointing)


def test_a_list_counts_only_where_its_other_members_are_shown(parses: Parses) -> None:
    claim = "By 2024 DNV counted 1,262 ships, 613 of them trading and 649 on order."
    best = _best(claim, parses)
    assert (best.question, best.answer) == (
        f"By 2024 DNV counted {GAP} ships.",
        "1,262",
    )
    assert "series" not in best.features


def test_half_an_idiom_is_a_weak_gap(parses: Parses) -> None:
    found = english_candidates(
        "The chair had prepared the ground at the meeting of bankers in Wyoming.",
        frozenset(),
        (),
        {},
        parses,
    )
    assert all(c.answer != "the ground" or "bare-definite" in c.features for c in found)


def test_also_is_not_shown(parses: Parses) -> None:
    claim = "The central bank also lowered its deposit rate to 2% in June 2025."
    assert _best(claim, parses).question == (
        f"The central bank lowered its deposit rate to {GAP} in June 2025."
    )


def test_no_cut_leaves_a_bare_subordinate_clause(parses: Parses) -> None:
    claim = (
        "Since aluminum conducts about 60% as well by volume yet is far lighter and "
        "usually costs only a fraction as much, grid builders in many countries prefer "
        "it for overhead lines."
    )
    found = english_candidates(claim, frozenset(), (), {}, parses)
    assert all(
        c.question.rstrip(".").endswith("overhead lines")
        for c in found
        if c.question.startswith("Since")
    )
