import pytest

from app.domain.writing.leanings import leans
from app.domain.writing.parsing import Parses


@pytest.mark.parametrize(
    "text",
    [
        "Even so, Acme pulled out of the project in May 2025.",
        "In the same year Norway abolished a rule on whaling.",
        "Ten days after Alston, the league let athletes sell their names.",
        "Lee wrote in 2025 that 13 people might have died as a result.",
        "Many of the several dozen in service are nearing retirement.",
        "Lee had died on the ice in 1930.",
        "Ann Lee took no part in the New Jersey case, which she had heard before.",
        "The sharing cap began at $20.5 million per school in 2025.",
    ],
)
def test_a_sentence_that_something_stood_before_leans(
    text: str, parses: Parses
) -> None:
    assert leans(parses.of(text), text, frozenset())


@pytest.mark.parametrize(
    "text",
    [
        "Prices fell as a result of the ban on imports.",
        "Banks cut lending, and prices fell as a result.",
        "By 2020 Chile had closed ten mines.",
        "Lee had left before the war began.",
        "The cap on prices ended in 2021.",
        "The court approved the Acme settlement in 2025.",
        "Ten days after the vote, Norway closed its border.",
    ],
)
def test_a_sentence_that_names_what_it_follows_stands(
    text: str, parses: Parses
) -> None:
    assert not leans(parses.of(text), text, frozenset())


def test_the_breadcrumb_may_name_the_matter(parses: Parses) -> None:
    text = "The sharing cap began at $20.5 million per school in 2025."
    assert not leans(parses.of(text), text, frozenset({"cap"}))
