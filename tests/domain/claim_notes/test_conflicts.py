"""The same quantity with another value in another article is told; nothing else is."""

import random

import pytest

from app.domain.claim_notes.conflicts import Conflict, conflicts
from app.domain.claims.matching import KnownClaim
from tests.domain.claim_notes.differing import CONFLICTS, NO_CONFLICTS


def known(key: int, article: int, text: str, language: str = "en") -> KnownClaim:
    return KnownClaim(key, article, f"Article {article}", text, language)


def found(language: str, one: str, other: str) -> list[Conflict]:
    return conflicts([known(1, 1, one, language)], [known(2, 2, other, language)])


@pytest.mark.parametrize(("language", "claim", "other", "its", "ours"), CONFLICTS)
def test_another_value_of_the_same_quantity_is_told(
    language: str, claim: str, other: str, its: str, ours: str
) -> None:
    note = f"“Article 2” says {its} where this claim says {ours}."
    assert found(language, claim, other) == [Conflict(1, 2, note)]


@pytest.mark.parametrize(("language", "claim", "other"), NO_CONFLICTS)
def test_what_may_be_true_beside_it_is_not(
    language: str, claim: str, other: str
) -> None:
    assert found(language, claim, other) == []
    assert found(language, other, claim) == []


def test_claims_of_one_article_are_not_compared() -> None:
    one, other = CONFLICTS[0][1], CONFLICTS[0][2]
    assert conflicts([known(1, 1, one)], [known(2, 1, other)]) == []


def test_the_other_value_is_found_among_thousands() -> None:
    dice = random.Random(7)
    things = ["copper", "zinc", "cotton", "barley", "coal", "nickel", "sugar", "tin"]
    places = ["Peru", "Chile", "Ghana", "Spain", "Kenya", "Japan", "Brazil", "Poland"]
    others = [
        known(
            key,
            2 + key % 50,
            f"{dice.choice(places)} sold {dice.randrange(100, 999)} tonnes of"
            f" {dice.choice(things)} to {dice.choice(places)} in"
            f" {dice.randrange(1990, 2024)}.",
        )
        for key in range(2, 3000)
    ]
    others.insert(1500, known(9000, 77, "Peru sold 63 tonnes of quinoa in 2024."))
    mine = known(1, 1, "In 2024 Peru sold 41 tonnes of quinoa.")
    (one,) = conflicts([mine], others)
    assert one.other == 9000
