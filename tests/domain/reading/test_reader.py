import re

import pytest

from app.domain.errors import InputError
from app.domain.reading import read_text

CLAIM = "Turbine prices fell by 4.5 % in the U.S. market [1][3-5]."


@pytest.mark.parametrize("text", ["", " \n ", "Title", "Group 1: Title", "[1]", "..."])
def test_a_text_that_states_nothing_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="No claim was found"):
        read_text(text)


def test_ten_thousand_claims_in_one_line_all_arrive() -> None:
    text = f"Core Insights - {CLAIM} Group 1: Cost" + f" - {CLAIM}" * 10_000
    (article,) = read_text(text).articles
    (group,) = article.groups
    assert len(group.claims) == 10_000
    last = group.claims[-1]
    assert last.text == "Turbine prices fell by 4.5 % in the U.S. market."
    assert last.citations == (1, 3, 4, 5)
    assert (
        text[last.start : last.end] == "Turbine prices fell by 4.5 % in the U.S. market"
    )


def test_ten_thousand_claims_on_lines_all_arrive() -> None:
    groups = "".join(
        f"Group {number}: Cost\n" + f"- {CLAIM}\n" * 100 for number in range(1, 101)
    )
    (article,) = read_text(f"Title\n{groups}").articles
    assert [group.number for group in article.groups] == list(range(1, 101))
    assert sum(len(group.claims) for group in article.groups) == 10_000


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "word ",
        " ",
        "\n",
        "- ",
        "[",
        "[1",
        "[1]",
        "([1] ",
        "[1](",
        ". ",
        ".",
        '"',
        "*",
        "_ ",
        "# ",
        ">",
        "¹",
        "1. ",
        "Group 1: ",
        "Core Insights - ",
        "Source: ",
        "\u4e00、",
        "from 1 to ",
        "the ship ",
        "it ",
        "The Bell ",
        "It fell. ",
        "```\n",
        "~~~\na\n",
        "`a` ",
        "<!--",
        "<b ",
        "&amp;",
        "![",
        "[a](",
        "*a ",
        "~~a",
        "> ",
        "| a ",
        "\\",
        "\u200b",
    ],
)
def test_a_sign_repeated_without_end_is_read_or_refused(unit: str) -> None:
    """A rule that is not linear would run into the time limit here."""
    for text in (unit * (200_000 // len(unit)), "- x. " + unit * 40_000):
        try:
            read_text(text)
        except InputError as refusal:
            assert re.search("No claim|lines", refusal.message)  # noqa: PT017 -- both are right


def test_many_doubts_are_summed_up() -> None:
    warnings = read_text("Title\n" + "Loose line\n" * 300 + "Group 1: A - B.").warnings
    assert len(warnings) == 101
    assert warnings[-1] == "There are 200 more such doubts."


@pytest.mark.parametrize("ending", ["\n", "\r", "\r\n", "\u2028"])
def test_more_lines_than_a_text_needs_are_refused_at_once(ending: str) -> None:
    with pytest.raises(InputError, match="600,000 lines; at most 150,000"):
        read_text(f"a{ending}" * 600_000)
