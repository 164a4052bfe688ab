from dataclasses import replace

import pytest

from app.domain.card import GAP, CardDraft, Kind, Statement, Tier
from app.domain.writing import check_card

CLAIM = (
    "Sales of heat pumps in Europe fell by 23% in 2024, the second decline in a row."
)
GOOD = CardDraft(
    0,
    0,
    Kind.NUMERIC,
    "number-cloze",
    Tier.DEFAULT,
    None,
    f"Sales of heat pumps in Europe fell by {GAP} in 2024.",
    "23%",
    ("12%", "17%", "23%", "46%"),
    Statement("Sales of heat pumps in Europe fell by 46% in 2024.", False, "23%"),
    CLAIM,
)


def test_a_good_card_passes() -> None:
    assert check_card(GOOD, CLAIM, "en") == []


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        ({"question": "Sales of heat pumps in Europe fell in 2024."}, "question mark"),
        ({"question": f"Sales of {GAP} fell by {GAP} in 2024 in Europe."}, "one gap"),
        ({"question": f"sales of pumps in Europe fell by {GAP}."}, "lower case"),
        ({"question": f"Sales of heat pumps fell by {GAP}"}, "end like a sentence"),
        ({"question": f"Sales {GAP}."}, "too short"),
        ({"question": "Sales of heat pumps fell " * 20 + f"{GAP}."}, "too long"),
        ({"answer": ""}, "empty"),
        ({"answer": "the sales of heat pumps in Europe " * 3}, "too long"),
        ({"question": f"Sales of heat pumps [3] in Europe fell by {GAP}."}, "marker"),
        ({"question": "By how much, says the article, did sales fall?"}, "article"),
        ({"question": f"They fell by {GAP} in Europe in 2024."}, "led by a pronoun"),
        ({"answer": "it"}, "led by a pronoun"),
        ({"question": f"Sales of of heat pumps fell by {GAP}."}, "doubled"),
        ({"question": f"Sales of heat pumps () fell by {GAP}."}, "bracket"),
        ({"answer": "heat pumps"}, "stands in the question"),
        ({"answer": "24%"}, "number of the answer"),
        ({"answer": "cold rooms"}, "not in the claim's words"),
        ({"question": f"My dog ate some of your {GAP}."}, "question is not in"),
        ({"question": f"欧洲热泵的销量下降了{GAP}。"}, "another language"),
        ({"context": "Sales fell by 23%."}, "stands in the context"),
        ({"choices": ("12%", "46%", "17%")}, "exactly once"),
        ({"choices": ("23%", "23%", "46%")}, "exactly once"),
        ({"choices": ("23%", "46%", "46%")}, "the same"),
        ({"choices": ("23%", "46%")}, "three to five"),
        ({"choices": ("23%", "46%", "none of the above")}, "above"),
        ({"choices": ("23%", "46%", "a lot")}, "shapes"),
        ({"choices": ("23%", "46%", "2024")}, "stands in the question"),
        (
            {"statement": Statement("sales of heat pumps fell.", True, None)},
            "printed as a sentence",
        ),
        (
            {"statement": Statement("Sales of heat pumps fell.", False, None)},
            "says what was changed",
        ),
        (
            {"statement": Statement("Sales fell by 46% in 2023.", False, "x")},
            "More than one number",
        ),
    ],
)
def test_each_check_refuses_its_fault(change: dict[str, object], finding: str) -> None:
    findings = check_card(replace(GOOD, **change), CLAIM, "en")  # type: ignore[arg-type] # the table holds fields of several types
    assert any(finding in found for found in findings), findings


def test_a_reason_may_be_longer_than_another_answer() -> None:
    claim = "Rents fell because " + "new towers opened in the old town " * 2 + "."
    answer = claim[len("Rents fell ") : -1].strip().capitalize()
    card = replace(
        GOOD,
        kind=Kind.QA,
        pattern="why",
        question="Why in the old town did rents fell?",
        answer=answer,
        choices=None,
        statement=None,
    )
    assert not any("too long" in f for f in check_card(card, claim, "en"))
    other = replace(card, pattern="object-cloze")
    assert any("too long" in f for f in check_card(other, claim, "en"))


def test_chinese_is_measured_in_characters() -> None:
    claim = "中国高铁营业里程达到4.8万公里，约占世界的70%。"
    card = replace(
        GOOD,
        question=f"中国高铁营业里程达到{GAP}，约占世界的70%。",
        answer="4.8万公里",
        choices=None,
        statement=None,
    )
    assert check_card(card, claim, "zh") == []
    assert check_card(replace(card, question=f"里程{GAP}。"), claim, "zh") != []
