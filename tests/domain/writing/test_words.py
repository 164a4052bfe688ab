import pytest

from app.domain.writing.words import (
    capitalised,
    is_han,
    jaccard,
    numbers,
    share_in,
    words,
)


def test_english_is_cut_into_words_and_chinese_into_characters() -> None:
    assert words("About 25% of U.S. firms' staff") == [
        *("about", "25", "of", "u.s", "firms", "staff")
    ]
    assert words("约占70%") == ["约", "占", "70"]


def test_numbers_are_compared_without_separators() -> None:
    assert numbers("from 1,200 to 3.5 in 2024") == ["1200", "3.5", "2024"]


@pytest.mark.parametrize(
    ("text", "han"), [("中国高铁", True), ("The GDP of 中国", False), ("70%", False)]
)
def test_a_text_is_chinese_if_most_of_its_letters_are(text: str, han: bool) -> None:
    assert is_han(text) is han


def test_likeness_is_shared_over_all_words() -> None:
    assert jaccard(frozenset("abc"), frozenset("bcd")) == 0.5
    assert jaccard(frozenset(), frozenset()) == 1.0
    assert share_in(["a", "b"], ["b"]) == 0.5


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("sleep helps", "Sleep helps"),
        ("eBay grew", "eBay grew"),
        ("mRNA works", "mRNA works"),
    ],
)
def test_a_first_letter_is_raised_unless_the_word_has_its_own_capitals(
    text: str, printed: str
) -> None:
    assert capitalised(text) == printed
