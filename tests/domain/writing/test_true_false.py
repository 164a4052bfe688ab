import pytest

from app.domain.card import Statement
from app.domain.writing.candidates import english_candidates
from app.domain.writing.chinese import chinese_candidates
from app.domain.writing.options import number_options
from app.domain.writing.parsing import Parses, Pipelines
from app.domain.writing.true_false import make_figure_statement, make_statement


def _statement(claim: str, pipelines: Pipelines, *, true: bool) -> Statement | None:
    parses = Parses(pipelines.parse)
    best = english_candidates(claim, frozenset(), (), {}, parses)[0]
    choices = None
    if best.quantity is not None:
        choices = number_options(best.quantity, (), best.question, seed=0)
    doc = parses.of(best.stem)
    return make_statement(best, choices, doc, pipelines.inflect, true=true)


def test_a_true_statement_is_the_claim(pipelines: Pipelines) -> None:
    claim = "A new tunnel cuts the trip to Oslo by 40 minutes."
    assert _statement(claim, pipelines, true=True) == Statement(
        text=claim, true=True, changed=None
    )


def test_a_false_statement_changes_one_figure_and_says_which(
    pipelines: Pipelines,
) -> None:
    claim = "A new tunnel cuts the trip to Oslo by 40 minutes."
    made = _statement(claim, pipelines, true=False)
    assert made is not None
    assert made.text != claim
    assert made.text.split("by ")[0] == claim.split("by ")[0]
    assert made.changed is not None
    assert "“40 minutes”" in made.changed


def test_a_false_statement_in_chinese_is_explained_in_chinese() -> None:
    best = chinese_candidates("2024年柏林的房租下跌了4%。")[0]
    assert best.quantity is not None
    choices = number_options(best.quantity, (), best.question, seed=0)
    made = make_figure_statement(best, choices, true=False)
    assert made is not None
    figure = made.text.removeprefix("2024年柏林的房租下跌了").removesuffix("。")
    assert made.changed == f"数字有误：原文是“4%”，不是“{figure}”。"


def test_a_direction_is_turned_where_nothing_else_tells_it(
    pipelines: Pipelines,
) -> None:
    claim = "Deep sleep strengthens the memory of facts and events."
    made = _statement(claim, pipelines, true=False)
    assert made is not None
    assert made.text == "Deep sleep weakens the memory of facts and events."
    assert made.changed == (
        "The direction: the claim says “strengthens”, not “weakens”."
    )


@pytest.mark.parametrize(
    "claim",
    [
        "The bank earned $4.8 billion, above estimates of $3.9 billion.",
        "Premiums have nearly halved to 20% of the price, eroding margins.",
        "Prices rose last year by 9%.",
        "Carriers respond to weak demand by cancelling sailings.",
    ],
)
@pytest.mark.parametrize("true", [True, False])
def test_what_cannot_be_changed_safely_gets_no_statement(
    claim: str, true: bool, pipelines: Pipelines
) -> None:
    assert _statement(claim, pipelines, true=true) is None


def test_a_chinese_clause_about_an_unnamed_company_gets_no_statement() -> None:
    for who, is_stated in (("公司", False), ("宝钢", True)):
        best = chinese_candidates(f"2024年4月，{who}裁员4200人。")[0]
        assert best.quantity is not None
        choices = number_options(best.quantity, (), best.question, seed=0)
        assert choices
        made = make_figure_statement(best, choices, true=False)
        assert (made is not None) is is_stated
