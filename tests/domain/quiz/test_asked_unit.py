"""A number typed without its unit or scale: right only where neither is open."""

import pytest

from app.domain.card import GAP
from app.domain.quiz.typed import Verdict, judge_typed

GRID = f"Requests exceeded {GAP} in November 2025, against a capacity of 263 GW."
SHIPS = f"Emissions rose {GAP} in 2024 to 140.5 million tonnes."
RENTS = f"Rents fell {GAP} in 2024."
PRICE = f"Charges are $100 per tonne for one target and {GAP} for the other."
HOMES = f"Of 40 million homes, {GAP} have a heat pump."
STAFF = f"The firm employs {GAP} million people."
COST = f"The plant cost ${GAP} billion."

CASES = [
    # The unit is the only one that it can be.
    (GRID, "720 GW", "720", Verdict.RIGHT),
    (GRID, "720 GW", "seven hundred twenty", Verdict.WRONG),
    (GRID, "720 GW", "720 MW", Verdict.WRONG),
    (GRID, "720 GW", "720 GWh", Verdict.WRONG),
    (GRID, "720 GW", "720%", Verdict.WRONG),
    (GRID, "720 GW", "72", Verdict.WRONG),
    (GRID, "720 GW", "720 billion", Verdict.WRONG),
    (RENTS, "25%", "25", Verdict.RIGHT),
    (RENTS, "25%", "about 25", Verdict.RIGHT),
    (RENTS, "25%", "0.25", Verdict.WRONG),
    (RENTS, "25%", "$25", Verdict.WRONG),
    (RENTS, "25%", "25 basis points", Verdict.WRONG),
    (RENTS, "25%", "52", Verdict.WRONG),
    (RENTS, "20-30%", "20 to 30", Verdict.RIGHT),
    (PRICE, "$380", "380", Verdict.RIGHT),
    (PRICE, "$380", "€380", Verdict.WRONG),
    (f"Plants must run for {GAP} at a price of $50.", "15 years", "15", Verdict.RIGHT),
    (f"Prices fell {GAP} in 2024 to what 2 years bring.", "9%", "9", Verdict.RIGHT),
    ("How much power was asked for?", "720 GW", "720", Verdict.RIGHT),
    (f"Its share of sales rose from 8.4% to {GAP}.", "20.1%", "20.1", Verdict.RIGHT),
    (f"Memory of {GAP} per second per square millimetre.", "2 GB", "2", Verdict.RIGHT),
    (f"It carries {GAP} per second.", "2", "2 seconds", Verdict.NEAR),
    (f"It earns {GAP} a month.", "24", "24 months", Verdict.NEAR),
    (f"He holds {GAP} of the firm.", "500 shares", "500", Verdict.RIGHT),
    # It may be counted in another unit that the question names.
    (SHIPS, "9.6%", "9.6", Verdict.NEAR),
    (SHIPS, "9.6%", "9.6%", Verdict.RIGHT),
    (f"The EU added 27 GWh, {GAP} more than before.", "45%", "45", Verdict.NEAR),
    (f"A house earns 5% and is worth {GAP}.", "$100 million", "100", Verdict.WRONG),
    (f"A house earns 5% and is worth {GAP}.", "$100 million", "100 m", Verdict.RIGHT),
    (f"It fell from $40 by {GAP}.", "25%", "25", Verdict.NEAR),
    (f"It took two years, then {GAP}.", "24 months", "24", Verdict.NEAR),
    # Of some units a number alone says nothing.
    (RENTS, "25 percentage points", "25", Verdict.NEAR),
    (f"It grew {GAP}.", "20-fold", "20", Verdict.NEAR),
    ("How many percentage points did it lose?", "25 points", "25", Verdict.RIGHT),
    ("How many times more is it?", "20-fold", "20", Verdict.RIGHT),
    ("How many times more is it?", "20-fold", "20%", Verdict.WRONG),
    # The question asks in a unit.
    ("How many gigawatts were asked for?", "720 GW", "720", Verdict.RIGHT),
    ("How many megawatts were asked for?", "0.5 GW", "500", Verdict.RIGHT),
    ("How many megawatts were asked for?", "0.5 GW", "0.5", Verdict.NEAR),
    ("How many years does it run?", "24 months", "2", Verdict.RIGHT),
    ("How many years does it run?", "24 months", "2 months", Verdict.WRONG),
    ("What percentage of $5bn is lent?", "60%", "60", Verdict.RIGHT),
    ("What share of the 40 GW is new?", "one in five", "20", Verdict.RIGHT),
    ("How many US dollars does it cost?", "$60", "60", Verdict.RIGHT),
    (f"Capacity is {GAP} GW.", "720", "720", Verdict.RIGHT),
    (f"Capacity is {GAP} GW.", "720", "720 GW", Verdict.RIGHT),
    (f"Capacity is {GAP} GW.", "720", "720 MW", Verdict.WRONG),
    (f"Rents fell {GAP} per cent.", "25", "25%", Verdict.RIGHT),
    (f"The dues are €{GAP}.", "60", "€60", Verdict.RIGHT),
    (f"The dues are €{GAP}.", "60", "$60", Verdict.WRONG),
    # The scale counts, unless it stands beside the gap.
    (HOMES, "5 million", "5", Verdict.WRONG),
    (HOMES, "5 million", "5 million", Verdict.RIGHT),
    (HOMES, "5 million", "5,000,000", Verdict.RIGHT),
    (HOMES, "5 million", "5 billion", Verdict.WRONG),
    (STAFF, "5", "5", Verdict.RIGHT),
    (STAFF, "5", "5 million", Verdict.RIGHT),
    (STAFF, "5", "5 billion", Verdict.WRONG),
    ("How many million people work there?", "5 million", "5", Verdict.RIGHT),
    ("How many million people work there?", "5 million", "5 billion", Verdict.WRONG),
    ("How many people work there?", "5 million", "5", Verdict.WRONG),
    (COST, "3", "3", Verdict.RIGHT),
    (COST, "3", "$3 billion", Verdict.RIGHT),
    (COST, "3", "$3 million", Verdict.WRONG),
    ("What did the plant cost?", "$3 billion", "3", Verdict.WRONG),
    ("What did the plant cost?", "$3 billion", "3 billion", Verdict.RIGHT),
    # Chinese.
    (f"2024年中国汽车出口585.9万辆，同比增长{GAP}。", "19.3%", "19.3", Verdict.RIGHT),
    (f"电价从每度0.5元下降{GAP}。", "20%", "20", Verdict.NEAR),
    (f"公司投资{GAP}亿美元。", "10", "10", Verdict.RIGHT),
    (f"公司投资{GAP}亿美元。", "10", "10亿美元", Verdict.RIGHT),
    (f"公司投资{GAP}亿美元。", "10", "10亿欧元", Verdict.WRONG),
    ("公司投资多少亿美元？", "10亿美元", "10", Verdict.RIGHT),
    ("公司投资多少？", "10亿美元", "10", Verdict.WRONG),
]


@pytest.mark.parametrize(("question", "answer", "said", "verdict"), CASES)
def test_a_number_alone_is_right_where_its_unit_and_scale_are_clear(
    question: str, answer: str, said: str, verdict: Verdict
) -> None:
    assert judge_typed(said, answer, question).verdict is verdict


@pytest.mark.parametrize(("question", "answer"), [case[:2] for case in CASES])
def test_the_answer_itself_is_right_whatever_is_asked(
    question: str, answer: str
) -> None:
    assert judge_typed(answer, answer, question).verdict is Verdict.RIGHT
