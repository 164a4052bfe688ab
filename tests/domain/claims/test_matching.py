"""Near matches: the same claim said differently, never one that only looks it."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.claims.facts import facts_of
from app.domain.claims.likeness import is_same_claim
from app.domain.claims.matching import KnownClaim, NearMatch, near_matches
from tests.domain.claims.pairs import OTHER, SAME, UNSEEN_OTHER, UNSEEN_SAME


def known(key: int, article: int, text: str, language: str = "en") -> KnownClaim:
    return KnownClaim(key, article, f"Article {article}", text, language)


def match(language: str, one: str, other: str) -> bool:
    return bool(
        near_matches([known(1, 1, one, language)], [known(2, 2, other, language)])
    )


def test_most_pairs_that_say_the_same_are_found() -> None:
    assert sum(match(*pair) for pair in SAME) >= 51
    assert sum(match(*pair) for pair in UNSEEN_SAME) >= 20


@pytest.mark.parametrize("pair", [*OTHER, *UNSEEN_OTHER])
def test_pairs_that_only_look_the_same_are_not_matched(
    pair: tuple[str, str, str],
) -> None:
    assert not match(*pair)


@pytest.mark.parametrize("pair", [*SAME, *UNSEEN_SAME, *OTHER, *UNSEEN_OTHER])
def test_a_match_does_not_depend_on_which_claim_comes_first(
    pair: tuple[str, str, str],
) -> None:
    language, one, other = pair
    here, there = facts_of(one, language), facts_of(other, language)
    assert is_same_claim(here, there) == is_same_claim(there, here)


def test_claims_of_one_article_are_not_matched() -> None:
    text = "The Suez Canal carries 12% of world trade."
    assert near_matches([known(1, 1, text)], [known(2, 1, text)]) == []


def test_claims_of_two_languages_are_not_matched() -> None:
    one, other = known(1, 1, "HBM3 2024"), known(2, 2, "HBM3 2024", "zh")
    assert near_matches([one], [other]) == []


def test_equal_claims_are_wholly_alike() -> None:
    text = "The Suez Canal carries 12% of world trade."
    (found,) = near_matches([known(1, 1, text)], [known(2, 2, text)])
    assert found == NearMatch(1, 2, 1.0)


def test_the_same_claim_is_found_among_thousands() -> None:
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
    others.insert(1500, known(9000, 77, "In 2024 Peru exported 41.7 tonnes of quinoa."))
    mine = known(1, 1, "Peru's exports of quinoa came to 41.7 tonnes in 2024.")
    assert [found.other for found in near_matches([mine], others)] == [9000]


@given(st.text(max_size=200), st.sampled_from(["en", "zh", "und"]))
def test_any_text_says_the_same_as_itself(text: str, language: str) -> None:
    facts = facts_of(text, language)
    assert is_same_claim(facts, facts) == 1.0
