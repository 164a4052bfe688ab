"""Typed answers: right in many writings, near for slips, wrong when the fact is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.quiz.typed import LONGEST, Verdict, judge_typed

RIGHT = [
    # figures and their units
    ("60", "60%"),
    ("0.006", "$0.006"),
    ("$0.006", "$0.006"),
    ("0.006 dollars", "$0.006"),
    ("0.6 cents", "$0.006"),
    ("US$0.006", "$0.006"),
    ("60 美元", "$60"),
    ("20x", "20-fold"),
    ("20 times", "20-fold"),
    ("twentyfold", "20-fold"),
    ("twenty-fold", "20x"),
    ("20倍", "20x"),
    ("twice", "2x"),
    ("60 percent", "60%"),
    ("60 per cent", "60%"),
    ("sixty percent", "60 %"),
    ("百分之60", "60%"),
    ("60％", "60%"),
    ("1,000", "1000"),
    ("1 000", "1,000"),
    ("a thousand", "1,000"),
    ("one thousand", "1,000"),
    ("12", "twelve"),
    ("twenty", "20"),
    ("twenty-five", "25"),
    ("25%", "about 25%"),
    ("roughly a quarter", "25%"),
    ("two thirds", "two-thirds"),
    ("one in five", "20%"),
    ("$3bn", "more than $3 billion"),
    ("3 billion dollars", "$3 billion"),
    ("$3000 million", "$3 billion"),
    ("30 亿美元", "$3 billion"),
    ("1.5k", "1,500"),
    ("11-16 years", "11 to 16 years"),
    ("between 11 and 16 years", "11 to 16 years"),
    ("11 – 16 years", "11 to 16 years"),
    ("$3-5 billion", "$3 billion to $5 billion"),
    ("24 months", "two years"),
    ("-3%", "−3%"),
    ("minus 3 percent", "-3%"),
    ("50 bps", "0.5 percentage points"),
    ("1 percentage point", "100 basis points"),
    ("500 MW", "0.5 gigawatts"),
    ("1.5 tonnes", "1,500 kg"),
    ("0,6 %", "0.6%"),
    ("3 reactors", "three reactors"),
    ("12", "12 companies"),
    ("12 companies", "12"),
    ("2024", "2024"),
    ("in 2024", "2024"),
    ("¥500", "500 yuan"),
    # phrases
    ("the european central bank", "European Central Bank"),
    ("US", "the U.S."),
    ("S&P 500", "the S & P 500"),
    ("Sao Paulo", "São Paulo"),
    ("data centres", "Data-centres."),
    ("long-term contracts", "long term contracts"),
    ("TSMC", "Taiwan Semiconductor (TSMC)"),
    ("Taiwan Semiconductor", "Taiwan Semiconductor (TSMC)"),
    ("ten years of data", "10 years of data"),
    ("欧洲央行", "欧洲央行。"),
]
NEAR = [
    ("20", "20-fold"),
    ("25", "25 percentage points"),
    ("$10.6 billion", "$10.63 billion"),
    ("12 years", "11 to 16 years"),
    ("3 plants", "3 reactors"),
    ("European Central Bnk", "European Central Bank"),
    ("Golman Sachs", "Goldman Sachs"),
    ("Bank European Central", "European Central Bank"),
    ("ECB", "European Central Bank"),
    ("United States", "US"),
    ("cheap solar panels", "solar panels"),
    ("the transmission grid", "the transmission grid and storage"),
    ("欧洲中央银行", "欧洲中央银行行"),
]
WRONG = [
    ("", "60%"),
    ("   ", "ECB"),
    ("50%", "60%"),
    ("$60", "60%"),
    ("€60", "$60"),
    ("$3 million", "$3 billion"),
    ("2023", "2024"),
    ("less than 40%", "more than 40%"),
    ("3%", "-3%"),
    ("20 years", "11 to 16 years"),
    ("2 to 90 years", "11 to 16 years"),
    ("Iran", "Iraq"),
    ("grid", "the transmission grid and storage"),
    ("decreased demand", "increased demand"),
    ("demand fell", "demand grew"),
    ("not profitable", "profitable"),
    ("imports", "exports"),
    ("GPT-3", "GPT-4"),
    ("Phase 2 trial", "Phase 3 trial"),
    ("need grows", "prices fall"),
    ("需求增加", "需求减少"),
    ("x" * (LONGEST + 1), "x" * (LONGEST + 1)),
    ("...", "ECB"),
]
CASES = [
    *((said, answer, Verdict.RIGHT) for said, answer in RIGHT),
    *((said, answer, Verdict.NEAR) for said, answer in NEAR),
    *((said, answer, Verdict.WRONG) for said, answer in WRONG),
]


@pytest.mark.parametrize(("said", "answer", "verdict"), CASES)
def test_a_typed_answer_is_judged_by_what_it_says(
    said: str, answer: str, verdict: Verdict
) -> None:
    assert judge_typed(said, answer, "").verdict is verdict


@pytest.mark.parametrize(("said", "answer"), NEAR)
def test_a_near_miss_says_why(said: str, answer: str) -> None:
    assert judge_typed(said, answer, "").reason.endswith((".", "?"))


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_is_judged(said: str, answer: str) -> None:
    assert judge_typed(said, answer, "").verdict in Verdict


@given(st.integers(0, 10**12), st.sampled_from(["%", " dollars", "x", " years", ""]))
def test_the_answer_itself_is_right_with_and_without_separators(
    number: int, unit: str
) -> None:
    assert (
        judge_typed(f"{number}{unit}", f"{number:,}{unit}", "").verdict is Verdict.RIGHT
    )
    wrong = judge_typed(f"{number * 2 + 1}{unit}", f"{number:,}{unit}", "")
    assert wrong.verdict is Verdict.WRONG
