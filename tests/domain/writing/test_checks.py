from dataclasses import replace

from app.domain.article import Article, Claim, Group
from app.domain.card import GAP, CardDraft, Kind, Tier
from app.domain.writing import check_cards

CLAIM = "Sales of heat pumps in Europe fell by 23% in 2024."
ARTICLE = Article(
    "Pumps",
    "en",
    None,
    (Group(1, "Sales", "en", (Claim(CLAIM, "en", (), 0, len(CLAIM)),)),),
    0,
    len(CLAIM),
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
    None,
    None,
    CLAIM,
)


def test_good_cards_have_no_findings() -> None:
    assert check_cards(ARTICLE, [GOOD]) == []


def test_a_failing_card_is_named_with_its_reason() -> None:
    failing = replace(GOOD, answer="24%")
    assert check_cards(ARTICLE, [failing]) == [
        f"“{GOOD.question}”: The answer is not in the claim's words.",
        f"“{GOOD.question}”: A number of the answer is not in the claim.",
    ]


def test_a_question_asked_twice_is_found() -> None:
    assert check_cards(ARTICLE, [GOOD, GOOD]) == [
        f"“{GOOD.question}”: It asks nearly the same as an earlier question."
    ]


def test_a_card_of_no_claim_is_found() -> None:
    (finding,) = check_cards(ARTICLE, [replace(GOOD, claim=7)])
    assert "no claim 8 in a group 1" in finding
