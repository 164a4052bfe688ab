import pytest

from app.domain.writing.clauses import sentence_text, sentences, stems
from app.domain.writing.parsing import Parses


def _texts(claim: str, parses: Parses) -> list[str]:
    return [stem.text for stem in stems(claim, parses)]


def test_sentences_end_at_stops_not_at_abbreviations() -> None:
    text = "The U.S. Treasury sold bonds. Dr. Smith, of Acme Inc. in Ohio, bought them."
    assert [text[a:b] for a, b in sentences(text)] == [
        "The U.S. Treasury sold bonds.",
        "Dr. Smith, of Acme Inc. in Ohio, bought them.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Acme said in Jan. 2025 that U.S. sales had fallen for the fourth time.",
        "The price rose in Feb. 2024 to approx. 90 euros, or No. 3 in the world.",
        "In NCAA v. Alston and in Roe vs. Wade the Supreme Court ruled against states.",
        "Boeing Co. 737 jets and Acme Inc. Chairman Ann Lee were named on 9 Oct. 2025.",
    ],
)
def test_months_and_firms_do_not_end_a_sentence(text: str) -> None:
    assert sentences(text) == [(0, len(text))]


def test_an_abbreviation_ends_a_sentence_where_the_next_word_opens_one() -> None:
    text = "Prices rose in the U.S. The increase surprised Acme Inc. However, it sold."
    assert [text[a:b] for a, b in sentences(text)] == [
        "Prices rose in the U.S.",
        "The increase surprised Acme Inc.",
        "it sold.",
    ]


def test_no_later_clause_begins_before_a_semicolon(parses: Parses) -> None:
    claim = (
        "A blood test that compares the proteins p-tau217 and beta-amyloid, made by "
        "Fujirebio, was the first of its kind to be cleared by the FDA, in May 2025; "
        "until then confirmation had required a PET scan or a spinal tap."
    )
    assert not [text for text in _texts(claim, parses) if text.startswith("In May")]


def test_a_clause_behind_a_colon_may_stand_alone(parses: Parses) -> None:
    claim = "Landlords gain: the rent of a new flat in Oslo passed 900 euros in 2024."
    told = "The rent of a new flat in Oslo passed 900 euros in 2024."
    assert told in _texts(claim, parses)
    leaning = claim.replace("the rent of", "their rent for")
    assert _texts(leaning, parses) == [leaning]


def test_a_clause_behind_a_semicolon_may_stand_alone(parses: Parses) -> None:
    claim = "Victims lost 450 million euros in 2024; banks refunded most of it in 2025."
    assert "Victims lost 450 million euros in 2024." in _texts(claim, parses)
    assert not any(text.startswith("Banks") for text in _texts(claim, parses))


@pytest.mark.parametrize(
    "lead_in", ["However, ", "But ", "The core insight of the article is that "]
)
def test_words_that_only_lead_in_are_left_out(lead_in: str) -> None:
    text = f"{lead_in}prices fell."
    assert [text[a:b] for a, b in sentences(text)] == ["prices fell."]


@pytest.mark.parametrize(
    ("text", "printed"),
    [("prices fell", "Prices fell."), ("Did it fall?", "Did it fall?"), ("x,", "X.")],
)
def test_a_cut_part_is_printed_as_a_sentence(text: str, printed: str) -> None:
    assert sentence_text(text) == printed


def test_a_short_claim_stays_whole(parses: Parses) -> None:
    claim = "Prices fell by 30% in 2024, while sales doubled."
    assert _texts(claim, parses) == [claim]


def test_two_full_clauses_are_told_apart(parses: Parses) -> None:
    claim = (
        "Battery prices fell by a third in twelve months, but sales of heavy electric "
        "lorries barely grew."
    )
    assert "Battery prices fell by a third in twelve months." in _texts(claim, parses)


def test_a_later_clause_with_a_pronoun_never_stands_alone(parses: Parses) -> None:
    claim = (
        "Battery makers cut their prices by a third in twelve months, and they expect "
        "to cut them by another tenth."
    )
    assert not any(text.startswith("They") for text in _texts(claim, parses))


def test_a_later_clause_that_would_lose_its_place_never_stands_alone(
    parses: Parses,
) -> None:
    claim = (
        "Rents in Berlin rose by a tenth during the past twelve months, while wages "
        "grew by only three percent."
    )
    assert not any(text.startswith("Wages") for text in _texts(claim, parses))


def test_a_condition_a_comparison_or_a_source_is_never_left_off(
    parses: Parses,
) -> None:
    for tail in (
        "if the central bank keeps its promise and lowers interest rates twice before "
        "the end of the summer",
        "compared with a loss of nine percent for the largest banks and insurers in "
        "the same twelve months of trading",
        "according to a survey of the largest banks and insurers that was carried out "
        "by a group of universities",
    ):
        claim = f"Shares of small banks will gain about five percent, {tail}."
        assert _texts(claim, parses) == [claim]


def test_a_list_of_deeds_is_not_cut_before_its_last(parses: Parses) -> None:
    claim = (
        "Venice introduced a charge of five euros for visitors on 29 days in 2024, "
        "collected about two million euros, and doubled the charge for late bookers in "
        "the following spring."
    )
    assert not any(
        text.endswith("two million euros.") for text in _texts(claim, parses)
    )
