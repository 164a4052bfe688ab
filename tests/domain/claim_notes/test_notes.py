import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.claim_notes import notes_for

WRONG = (
    # factors
    (
        "The price fell from $60 per million words to $0.006, a reduction of 1000"
        " times.",
        "From $60 to $0.006 is a factor of 10,000, not 1,000.",
    ),
    (
        "Costs dropped from 100 euros to 20 euros, a tenfold decrease.",
        "From 100 to 20 is a factor of 5, not 10.",
    ),
    (
        "Capacity grew by a factor of 10 from 2 GW to 8 GW.",
        "From 2 to 8 is a factor of 4, not 10.",
    ),
    (
        "Output doubled from 4 to 12 tonnes.",
        "From 4 to 12 is a factor of 3, not 2.",
    ),
    (
        "Seats have more than tripled from 40 to 80.",
        "From 40 to 80 is a factor of 2, not 3.",
    ),
    (
        "The crew was halved from 24 to 6.",
        "From 24 to 6 is a factor of 4, not 2.",
    ),
    (
        "Traffic rose from 5 million to 15 million, nearly doubling.",
        "From 5 million to 15 million is a factor of 3, not 2.",
    ),
    (
        "Memory went from 16 GB to 64 GB, a 10x increase.",
        "From 16 to 64 is a factor of 4, not 10.",
    ),
    (
        "Latency fell from 200 ms to 10 ms, 50 times lower.",
        "From 200 to 10 is a factor of 20, not 50.",
    ),
    # percent changes
    (
        "Sales rose 40 % to $60 million from $50 million.",
        "From $50 million to $60 million is a rise of 20 %, not 40 %.",
    ),
    (
        "The fee fell from 50 to 40, a decrease of 30 %.",
        "From 50 to 40 is a fall of 20 %, not 30 %.",
    ),
    (
        "Headcount went from 1,200 to 1,500, up 15 percent.",
        "From 1,200 to 1,500 is a rise of 25 %, not 15 %.",
    ),
    (
        "A 300 % increase from 10 to 20 plants is planned.",
        "From 10 to 20 is a rise of 100 %, not 300 %.",
    ),
    (
        "Emissions decreased by 80 % from 10 to 5 tonnes.",
        "From 10 to 5 is a fall of 50 %, not 80 %.",
    ),
    # shares
    (
        "Some 130 % of companies use it.",
        "130 % is more than the whole: a share ends at 100 %.",
    ),
    (
        "About 104 percent of respondents agreed.",
        "104 % is more than the whole: a share ends at 100 %.",
    ),
    (
        "It has a market share of 120 %.",
        "A market share of 120 % is more than the whole market.",
    ),
    (
        "Prices fell by 150 % within a year.",
        "Nothing falls by 150 %: a fall of 100 % leaves nothing.",
    ),
    (
        "30 of 40 firms (60 %) agreed.",
        "30 of 40 is 75 %, not 60 %.",
    ),
    # ranges
    (
        "Margins lie between 40 % and 20 %.",
        "The range from 40 % to 20 % runs backwards.",
    ),
    (
        "Growth of 20-10 % is expected.",
        "The range from 20 to 10 % runs backwards.",
    ),
    (
        "It costs between $30 million and $20 million.",
        "The range from $30 million to $20 million runs backwards.",
    ),
    (
        "The plant opens between 2030 and 2025.",
        "The range from 2030 to 2025 runs backwards.",
    ),
)

RIGHT = (
    "The price fell from $60 per million words to $0.006, a reduction of 10,000 times.",
    "The price fell from $60 to $0.006, a factor of ten thousand.",
    "The price fell from $60 to $0.006, more than 1,000 times cheaper.",
    "Costs dropped from 100 euros to 10 euros, a tenfold decrease.",
    "Capacity grew by a factor of 4 from 2 GW to 8 GW.",
    "Output doubled from 4 to 8 tonnes.",
    "Output nearly doubled from 4.1 to 7.9 tonnes.",
    "Output more than doubled from 4 to 9.",
    "An increase of 3 times, from 10 to 40, is told in two ways.",
    "Sales rose from 10 to 30, an increase of 3 times.",
    "Sales rose from 10 to 40, an increase of 3 times.",
    "Revenue grew from 5 to 10 million, a 2x increase.",
    "Users rose from 900,000 to 1.8 million, doubling in a year.",
    "Sales doubled from 2019 to 2023.",
    "Sales grew 12 % from 2019 to 2023.",
    "Sales rose 20 % to $60 million from $50 million.",
    "Sales rose 8 % to $5.4 billion from $5 billion a year earlier.",
    "The rate rose from 4 % to 8 %, an increase of 4 %.",
    "The rate rose from 4 % to 8 %, up 100 %.",
    "The rate rose from 4 % to 8 %, up 4 percentage points.",
    "The share rose 4 percentage points from 10 % to 14 %.",
    "It grew from $5 billion in 2020 to $10 billion in 2025, a 15 % annual increase.",
    "Sales went from 50 in the first quarter to 60, up 45 % year on year.",
    "The rate was cut from 30 minutes to 2 hours, a 4x increase.",
    "Prices went from $60 per month to $100 per year, a reduction of 7 times.",
    "Bandwidth grew from 100 Mbit to 1 Gbit, a tenfold increase.",
    "The team fell from 1st to 3rd and doubled its debt.",
    "It fell from 10 to 5 and sales doubled from 4 to 8.",
    "Debt stands at 250 % of output.",
    "Net revenue retention was 120 % of customers' spending.",
    "Consumption accounted for 110 % of growth.",
    "Demand reached 130 % of capacity.",
    "It costs 150 % of users' income.",
    "Profit fell by 150 % into a loss.",
    "Prices fell by 15 % within a year.",
    "As many as 100 % of companies use it.",
    "30 of 40 firms (75 %) agreed.",
    "2 of 3 firms (67 %) agreed.",
    "1 of 3 firms (33 %) agreed.",
    "In 5 of 8 tests (20 % of the budget) it failed.",
    "Margins lie between 20 % and 40 %.",
    "The gap between 40 % and 20 % widened.",
    "It takes between 10 p.m. and 6 a.m. to load.",
    "It costs between 500,000 and 2 million.",
    "It costs between 5 and 10 million.",
    "It costs between 900 and 1 million.",
    "The ratio between 40 and 10 is four.",
    "Growth of 10-20 % is expected.",
    "The vote was 20-10 in favour.",
    "The 2025-2024 comparison is flat.",
    "The T-34 line was closed by mid-2019.",
    "Boeing 737 and Falcon 9.2 users saw a 20-fold increase.",
    "Delivery went from days to hours.",
    "The line was up and running in 9 weeks.",
    "A train moves a tonne 470 miles on a gallon, 3 times as far.",
    "Call 555-1234 between 9 and 5.",
    "The scale runs from 10 to 1, the highest being 10.",
    "From 5 to 7 people work there, 40 % more than planned.",
    "Temperatures rose from -5 to 5 degrees, a 10 % change.",
    "Turnout rose from 1,000 to 1,049, an increase of 5 %.",
    "Volumes rose from 3 to 4 million, an increase of 25 % on the plan.",
    "From 2 to 3 million people, roughly 40 % more, came.",
    "It grew from 1.2 to 1.5 trillion, up 25 %.",
    "No figures at all.",
    "",
)


@pytest.mark.parametrize(("claim", "note"), WRONG, ids=[claim for claim, _ in WRONG])
def test_a_figure_that_cannot_be_right_is_noted(claim: str, note: str) -> None:
    assert notes_for(claim, "en") == (note,)


@pytest.mark.parametrize("claim", RIGHT)
def test_what_may_be_right_gets_no_note(claim: str) -> None:
    assert notes_for(claim, "en") == ()


@pytest.mark.parametrize(
    ("claim", "notes"),
    [
        (
            "价格从60美元降至0.006美元\uff0c下降1000倍。",
            ("From 60 to 0.006 is a factor of 10,000, not 1,000.",),
        ),
        ("价格从60美元降至0.006美元\uff0c下降10000倍。", ()),
        (
            "装机从200万增至300万\uff0c增长80%。",
            ("From 200万 to 300万 is a rise of 50 %, not 80 %.",),
        ),
        ("装机从200万增至300万\uff0c增长50%。", ()),
        ("用户从1亿增至3亿\uff0c增长2倍。", ()),
        ("用户从1亿增至3亿\uff0c增长3倍。", ()),
        (
            "130%的企业已经采用。",
            ("130 % is more than the whole: a share ends at 100 %.",),
        ),
        ("债务占产出的250%。", ()),
        ("从10分钟降至2小时\uff0c下降5倍。", ()),
    ],
)
def test_chinese_figures_are_checked_too(claim: str, notes: tuple[str, ...]) -> None:
    assert notes_for(claim, "zh") == notes


def test_other_languages_and_long_texts_get_no_notes() -> None:
    wrong = "Output doubled from 4 to 12 tonnes. "
    assert notes_for(wrong, "und") == ()
    assert notes_for(wrong * 100, "en") == ()


@given(
    st.integers(1, 5000),
    st.integers(2, 400),
    st.sampled_from(["", "$", "€"]),
    st.sampled_from(["", " million", " units"]),
)
def test_a_right_factor_is_never_noted(
    base: int, factor: int, sign: str, unit: str
) -> None:
    figures = f"{sign}{base}{unit} to {sign}{base * factor}{unit}"
    assert notes_for(f"It went from {figures}, a factor of {factor}.", "en") == ()
    assert notes_for(f"It went from {figures}, a {factor}-fold increase.", "en") == ()


@given(st.integers(1, 5000), st.integers(1, 5000))
def test_a_right_percentage_is_never_noted(before: int, after: int) -> None:
    share = round(abs(after - before) / before * 100, 1)
    verb = "rose" if after > before else "fell"
    assert notes_for(f"It {verb} {share} % from {before} to {after}.", "en") == ()


@given(st.text(max_size=300), st.sampled_from(["en", "zh", "und"]))
def test_any_text_is_checked_without_failing(text: str, language: str) -> None:
    assert all(note.endswith(".") for note in notes_for(text, language))
