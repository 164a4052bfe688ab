import re
from collections import Counter

import pytest

from app.domain.card import GAP
from app.domain.writing.options import number_options
from app.domain.writing.quantities import Quantity, find_quantities, read_quantity

ASKED = f"Costs of the plant in Ohio stood at {GAP} in all."


def _quantity(text: str) -> Quantity:
    quantity = read_quantity(text)
    assert quantity is not None
    return quantity


def _options(
    text: str, *siblings: str, question: str = ASKED, seed: int = 0
) -> list[str]:
    others = [q for s in siblings for q in find_quantities(s)]
    return list(number_options(_quantity(text), others, question, seed=seed) or ())


@pytest.mark.parametrize(
    "key",
    ["about 25%", "$3.2 billion", "1,200", "ten months", "roughly a third", "632", "7"],
)
def test_options_share_unit_hedge_and_rounding_with_the_key(key: str) -> None:
    options = _options(key)
    assert options.count(key) == 1
    assert 3 <= len(set(options)) == len(options) <= 4

    def shape(text: str) -> tuple[str, int]:
        digits = re.search(r"[\d,.]*\d", text)
        places = len(digits[0].partition(".")[2]) if digits else 0
        frame = re.sub(r"[\d,.]*\d", "#", text) if digits else text.split()[0]
        return frame if digits and key not in ("ten months",) else "words", places

    assert len({shape(option) for option in options}) == 1


def test_figures_of_sibling_claims_come_first() -> None:
    options = _options("40%", "Norway covers 35%.", "Spain covers 60%.")
    assert "60%" in options or "35%" not in options
    assert set(options) & {"60%"}


@pytest.mark.parametrize("key", ["11 to 16 years", "more than 60%", "at least 3 GW"])
def test_ranges_and_bounds_get_no_options(key: str) -> None:
    assert _options(key) == []


def test_the_end_of_a_way_keeps_its_direction() -> None:
    question = f"Deaths will rise from 1.1 million in 2021 to {GAP} in 2050."
    options = _options("1.9 million", question=question)
    assert all(float(option.split()[0]) > 1.1 for option in options)
    assert len(options) >= 3


def test_a_figure_of_the_question_is_no_option() -> None:
    question = f"Of 40 plants, {GAP} closed in the north of the country."
    assert "40" not in _options("20", question=question)


def test_shares_stay_below_a_hundred_percent() -> None:
    for value in (60, 75, 90, 95):
        for option in _options(f"{value}%"):
            assert int(option.rstrip("%")) < 100


def test_the_key_takes_every_place_by_seed_and_none_always() -> None:
    places = Counter(
        _options("40%", question=f"{ASKED[:-1]} in {n}.", seed=seed).index("40%")
        for n in range(40)
        for seed in range(5)
    )
    assert set(places) == {0, 1, 2, 3}
    assert max(places.values()) < 0.4 * places.total()


def test_the_same_seed_gives_the_same_options() -> None:
    assert _options("40%", seed=3) == _options("40%", seed=3)


@pytest.mark.parametrize("text", ["35.5%", "1,262 ships", "€12,959", "74.6%"])
def test_made_figures_are_as_exact_as_the_key(text: str) -> None:
    key = find_quantities(text)[0]
    options = number_options(key, [], f"It was {GAP}.", seed=3) or ()
    digits = [re.sub(r"\D", "", option) for option in options]
    assert len(options) == 4
    assert not any(figure.endswith("0") for figure in digits)


@pytest.mark.parametrize(
    "question",
    [f"It sold for a symbolic {GAP} each.", f"It drew a record {GAP} visitors."],
)
def test_a_token_or_a_record_has_no_fair_rivals(question: str) -> None:
    key = find_quantities("for $4 each")[0]
    assert number_options(key, [], question, seed=0) is None


def test_options_begin_as_the_key_does() -> None:
    key = find_quantities("Two-thirds of it")[0]
    options = number_options(key, [], f"{GAP} of it returns.", seed=0) or ()
    assert options
    assert all(option[0].isupper() for option in options)


def test_what_a_figure_is_up_from_bounds_its_rivals() -> None:
    key = find_quantities("It rose to roughly a third of sales.")[0]
    question = f"It rose to {GAP} of sales, up from 10% or 15%."
    options = number_options(key, [], question, seed=0) or ()
    assert "roughly a third" in options
    assert "roughly a tenth" not in options


@pytest.mark.parametrize("text", ["one day", "1 year"])
def test_one_of_a_unit_has_no_rivals_in_its_grammar(text: str) -> None:
    key = find_quantities(text)[0]
    assert number_options(key, [], f"It fell in {GAP}.", seed=0) is None


def test_billions_stay_below_a_thousand() -> None:
    key = find_quantities("$600 billion")[0]
    options = number_options(key, [], f"It lost {GAP}.", seed=1) or ()
    assert options
    assert not any("," in option for option in options)


@pytest.mark.parametrize(
    ("text", "question", "least", "most"),
    [
        ("350 km/h", f"The line was built for {GAP} in 2008.", 250, 480),
        ("65", f"Members retire at the age of {GAP} in Norway.", 45, 90),
        ("44.8%", f"Streaming captured {GAP} of viewing in May 2025.", 25, 66),
        ("92%", f"The scheme reaches {GAP} of homes in Ohio.", 70, 99),
        ("0.72", f"The fertility rate fell to {GAP} in 2023.", 0.4, 1.1),
        ("$350 million", f"A machine is reported to cost {GAP} or so.", 140, 750),
    ],
)
def test_rivals_stay_as_near_as_such_figures_do(
    text: str, question: str, least: float, most: float
) -> None:
    for seed in range(8):
        options = _options(text, question=question, seed=seed)
        values = [float(re.sub(r"[^\d.]", "", option)) for option in options]
        assert len(values) >= 3
        assert least <= min(values) < max(values) <= most


@pytest.mark.parametrize(("text", "ending"), [("$6.99", ".99"), ("$499", "99")])
def test_all_options_look_like_retail_prices_where_the_key_does(
    text: str, ending: str
) -> None:
    options = _options(text, question=f"It costs {GAP} a month.")
    assert len(options) == 4
    assert all(option.endswith(ending) for option in options)


@pytest.mark.parametrize("text", ["35", "4.5 percentage points", "175 billion"])
def test_the_key_is_not_the_only_one_that_ends_in_five(text: str) -> None:
    for seed in range(8):
        options = _options(text, question=f"It was {GAP} then.", seed=seed)
        endings = [re.sub(r"\D", "", option)[-1] for option in options]
        assert endings.count("5") >= 2


def test_a_share_is_no_rival_of_a_growth_rate() -> None:
    question = f"Sales grew by {GAP} in 2024."
    key = find_quantities("Sales grew by 38% in 2024.")[0]
    for sibling, is_rival in (("Prices rose by 47%.", True), ("It has 47%.", False)):
        others = find_quantities(sibling)
        options = number_options(key, others, question, seed=0) or ()
        assert options
        assert ("47%" in options) is is_rival


def test_options_suit_the_article_before_the_gap() -> None:
    question = f"California signed a {GAP} contract."
    for seed in range(8):
        options = _options("$60 million", question=question, seed=seed)
        assert "$80 million" not in options


@pytest.mark.parametrize("text", ["2025", "1999"])
def test_a_year_has_no_rivals(text: str) -> None:
    year = Quantity(0, 4, text, "", float(text), float(text), "", "")
    assert number_options(year, [], f"In {GAP} it closed.", seed=0) is None


def test_ten_has_round_rivals_in_words_as_in_digits() -> None:
    question = f"The court approved back pay over {GAP} in June."
    for seed in range(8):
        worded = set(_options("ten years", question=question, seed=seed))
        assert worded <= {"five years", "ten years", "fifteen years", "twenty years"}
        printed = set(_options("10 years", question=question, seed=seed))
        assert printed <= {"5 years", "10 years", "15 years", "20 years", "25 years"}


def test_a_hedged_share_has_no_rival_within_its_hedge() -> None:
    for seed in range(8):
        options = _options("roughly 80%", seed=seed)
        assert not {"roughly 75%", "roughly 85%"} & set(options)
