from app.domain.writing.claim_facts import facts_by_stretch
from app.domain.writing.clauses import stems
from app.domain.writing.parsing import Parses


def test_a_fact_keeps_its_place_in_the_claim_whatever_a_stretch_leaves_out(
    parses: Parses,
) -> None:
    claim = (
        "State Farm, the state's largest home insurer, stopped writing new policies in "
        "May 2023 and lost 12% of its customers."
    )
    seen = facts_by_stretch(claim, stems(claim, parses), parses)
    shown = {
        (stem.text, claim[fact.start : fact.end])
        for some in seen
        for stem, fact in some
    }
    short = (
        "State Farm stopped writing new policies in May 2023 and lost 12% of its "
        "customers."
    )
    assert (short, "12%") in shown
    assert (claim, "12%") in shown


def test_each_fact_is_listed_once_with_the_stretches_that_show_it(
    parses: Parses,
) -> None:
    claim = (
        "Chile raised its output by 9% in 2023, while Peru closed two mines in 2024."
    )
    seen = facts_by_stretch(claim, stems(claim, parses), parses)
    keys = [
        {(f.pattern, f.start, f.end, f.question is not None) for _, f in some}
        for some in seen
    ]
    assert all(len(some) == 1 for some in keys)
    assert len({next(iter(some)) for some in keys}) == len(keys)
    assert all(stem.holds(f.start, f.end) for some in seen for stem, f in some)
