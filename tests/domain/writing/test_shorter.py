import pytest

from app.domain.writing.parsing import Parses
from app.domain.writing.shorter import shorter, without


def _shown(text: str, parses: Parses) -> list[str]:
    return [
        without(text, one.start, one.end, one.dropped)
        for one in shorter(parses.of(text))
    ]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        (
            "State Farm, the state's largest home insurer, stopped writing policies.",
            "State Farm stopped writing policies.",
        ),
        (
            "The report covers Alaska Airlines Flight 1282, which lost a door plug "
            "after taking off.",
            "Alaska Airlines Flight 1282 lost a door plug after taking off",
        ),
        (
            "The port of Newark opened early and handles most of the trade.",
            "The port of Newark handles most of the trade.",
        ),
    ],
)
def test_a_side_phrase_is_left_out_where_its_borders_are_sure(
    text: str, short: str, parses: Parses
) -> None:
    assert short in _shown(text, parses)


@pytest.mark.parametrize(
    "text",
    [
        # the only year would go
        "GPT-3, released in 2020, had 175 billion parameters.",
        # "which" means all that was said
        "Deposits exceeded the limit of federal insurance, which gave clients a reason "
        "to leave.",
        # a list of names, not an apposition
        "California, Arizona, and Nevada offered to save water.",
        "Venice introduced a charge, collected millions, and doubled the price.",
        "“State Farm, the largest insurer, stopped writing policies,” he said.",
    ],
)
def test_a_sentence_stays_whole_where_a_border_is_in_doubt(
    text: str, parses: Parses
) -> None:
    assert _shown(text, parses) == []


def test_what_is_left_out_may_stand_at_either_end() -> None:
    assert without("one two three", 0, 13, ((0, 4),)) == "two three"
    assert without("one two three", 4, 13, ((7, 13),)) == "two"
    assert without("one two three", 0, 13, ()) == "one two three"


def test_a_deed_that_follows_from_another_does_not_stand_without_it(
    parses: Parses,
) -> None:
    text = "The firm paid the police and so acted as victim and judge in one."
    assert _shown(text, parses) == ["The firm paid the police"]
