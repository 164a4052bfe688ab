import pytest

from app.domain.writing.quantities import find_quantities, read_quantity


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Sales rose about 25% to $3.2 billion in 2024.",
            ["about 25%", "$3.2 billion"],
        ),
        (
            "It takes 11 to 16 years and between 10% and 15% of users.",
            ["11 to 16 years", "between 10% and 15%"],
        ),
        ("Demand fell from 60 GW to 40 GW.", ["60 GW", "40 GW"]),
        ("Change jobs after one to two years.", ["one to two years"]),
        ("Nearly two-thirds of 1,200 hospitals.", ["Nearly two-thirds", "1,200"]),
        ("A tenfold rise, three times as many.", ["tenfold", "three times"]),
        ("One in five adults; 60-70% at 37°C.", ["One in five", "60-70%", "37°C"]),
        ("A record of over five years.", ["five years"]),
        ("Only 12 of 54 did.", ["12", "54"]),
        ("Half of them sleep less than one hour.", ["Half", "less than one hour"]),
    ],
)
def test_a_quantity_holds_its_hedge_its_unit_and_its_whole_range(
    text: str, found: list[str]
) -> None:
    assert [quantity.text for quantity in find_quantities(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "GPT-4 was released on 14 March 2023.",
        "The S&P 500 and Phase 3 of the plan.",
        "In the 2030s and by 2050, since 1995.",
        "The second half of a third party's 5G network.",
        "COVID-19 spread in the 19th week.",
        "They bought the output of Three Mile Island, near Big Five territory.",
    ],
)
def test_years_dates_names_and_ordinals_are_no_quantities(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("about $3.2 billion", 3.2e9, 3.2e9, "$"),
        ("11 to 16 years", 11, 16, "year"),
        ("$1.5-2 billion", 1.5e9, 2e9, "$"),
        ("two-thirds", 2 / 3, 2 / 3, "fraction"),
        ("twenty-five", 25, 25, ""),
        ("20-fold", 20, 20, "times"),
        ("one in four", 0.25, 0.25, "fraction"),
        ("12 per cent", 12, 12, "%"),
    ],
)
def test_a_quantity_is_read_as_value_and_unit(
    text: str, low: float, high: float, unit: str
) -> None:
    quantity = read_quantity(text)
    assert quantity is not None
    assert (quantity.low, quantity.high) == pytest.approx((low, high))
    assert quantity.unit == unit


def test_a_text_with_more_than_a_quantity_is_none() -> None:
    assert read_quantity("about 25% of firms") is None
    assert read_quantity("shorter contracts") is None


def test_a_year_before_to_opens_no_range() -> None:
    text = "It rose from 9 in 2023 to 3,700 points, from 1 in 2021 to 4 million."
    found = [q.text for q in find_quantities(text)]
    assert "3,700 points" in found
    assert "4 million" in found
    assert not any("2023" in text or "2021" in text for text in found)


def test_days_of_a_short_month_are_no_quantities() -> None:
    assert (
        find_quantities("On 9 Oct. 2025 it closed, and in Feb. 2026 it opened.") == []
    )


@pytest.mark.parametrize(
    "text",
    [
        "The docks closed between 1967 and 1981.",
        "In 1997 and 1998 fires burned.",
        "In 2025 physicians met.",
    ],
)
def test_pairs_of_years_are_no_quantities(text: str) -> None:
    assert find_quantities(text) == []


def test_three_quarters_are_one_fraction() -> None:
    found = find_quantities("They hold about three quarters of the market.")
    assert [(q.text, q.unit) for q in found] == [("about three quarters", "fraction")]
    verb = find_quantities("Roughly three quarters are due to anchors.")
    assert [(q.text, q.unit) for q in verb] == [("Roughly three quarters", "fraction")]
    assert find_quantities("It shrank in three quarters running.") == []


@pytest.mark.parametrize(
    "text",
    ["It landed at about 6:04 p.m. local time.", "The deal for 2025-29 is worth it."],
)
def test_clock_times_and_spans_of_years_are_no_quantities(text: str) -> None:
    assert find_quantities(text) == []


def test_over_before_a_span_of_time_is_no_hedge() -> None:
    assert [q.text for q in find_quantities("worth it over four seasons")] == ["four"]
