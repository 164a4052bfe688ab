"""Cards of two articles that ask the same are told; those that do not are left."""

import pytest

from app.domain.claims.duplicates import AskedCard, CardDuplicate, card_duplicates


def card(
    key: int,
    question: str,
    answer: str,
    article: int | None = None,
    language: str = "en",
) -> AskedCard:
    return AskedCard(key, article or key, question, answer, language)


def found(
    one: tuple[str, str], other: tuple[str, str], language: str = "en"
) -> list[CardDuplicate]:
    return card_duplicates(
        [card(1, *one, language=language)], [card(2, *other, language=language)]
    )


SAME = (
    (
        ("What share of world trade passes through the Suez Canal?", "12%"),
        ("What share of global trade passes through the Suez Canal?", "12 percent"),
    ),
    (
        ("The Suez Canal carries […] of world trade.", "about 12%"),
        ("The Suez Canal carries […] of world trade.", "12%"),
    ),
    (
        ("Why did smelters cut production?", "Because treatment charges fell"),
        ("Why did smelters cut production?", "because treatment charges had fallen"),
    ),
    (
        ("How many jobs will Novo Nordisk cut?", "9,000"),
        ("How many jobs will Novo Nordisk cut?", "9000"),
    ),
    (
        ("Who makes most advanced chips?", "TSMC"),
        ("Who makes most advanced chips?", "TSMC."),
    ),
)
OTHER = (
    (
        ("What share of world trade passes through the Suez Canal?", "12%"),
        ("What share of world trade passes through the Suez Canal?", "15%"),
    ),
    (
        ("What share of world trade passes through the Suez Canal?", "12%"),
        ("What share of world trade passes through the Panama Canal?", "12%"),
    ),
    (
        ("Who makes most advanced chips?", "TSMC"),
        ("Who makes most advanced chips?", "Samsung"),
    ),
    (
        ("How many jobs did Novo Nordisk cut in 2024?", "9,000"),
        ("How many jobs did Novo Nordisk cut in 2025?", "9,000"),
    ),
    (
        ("By how much did copper prices rise?", "a quarter"),
        ("By how much did copper prices fall?", "a quarter"),
    ),
    (
        ("Why did smelters cut production?", "Because treatment charges fell"),
        ("Why did smelters cut production?", "Because power became dear"),
    ),
    (
        ("What held back the export of refined copper from Chile in 2024?", "weather"),
        ("What held back the export of refined copper from Chile in 2024?", "strikes"),
    ),
    (
        ("Who leads the market for long-range battery buses in Europe?", "MAN"),
        ("Who leads the market for long-range battery trucks in Europe?", "MAN"),
    ),
)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_cards_that_ask_the_same_are_found(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    assert found(one, other) == [CardDuplicate(1, 2)]


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_cards_that_ask_something_else_are_not(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    assert found(one, other) == []


def test_cards_of_one_article_are_not_compared() -> None:
    one = card(1, "Who makes most chips?", "TSMC", article=5)
    other = card(2, "Who makes most chips?", "TSMC", article=5)
    assert card_duplicates([one], [other]) == []


def test_chinese_cards_are_compared_too() -> None:
    one = ("比亚迪2025年的海外销量是多少？", "100万辆以上")
    assert found(one, ("2025年比亚迪的海外销量是多少？", "100万辆以上"), "zh")
    assert not found(one, ("比亚迪2025年的海外销量是多少？", "41.7万辆"), "zh")
    assert not found(one, ("吉利2025年的海外销量是多少？", "100万辆以上"), "zh")
