import pytest

from app.domain.writing.parsing import Parses
from app.domain.writing.references import (
    has_vague_subject,
    introduces,
    named_in,
    relative_date,
    unresolved,
)


@pytest.mark.parametrize(
    ("text", "pointing"),
    [
        ("The shortfall will double by 2030.", ["The shortfall"]),
        ("The two firms merged in 2020.", ["The two firms"]),
        ("They closed the plant in Ohio.", ["They"]),
        ("These rules cut emissions.", ["These rules"]),
        ("The company's new plant opened.", ["The company"]),
        ("The second is the price of copper.", ["The second"]),
        ("That was less than in Spain.", ["That"]),
        ("The patients stopped their treatment.", ["The patients"]),
        ("The share of solar power doubled.", []),
        ("The share coming due was 24% for offices.", ["The share"]),
        ("The network, which Acme runs, cools 90 offices.", ["The network"]),
        ("The network that Acme runs cools 90 offices.", []),
        ("The larger plant closed.", ["The larger plant"]),
        (
            "The tax covers ships of 5,000 tons and above that call at ports.",
            ["The tax"],
        ),
        ("Robusta, long the cheaper bean, cost 5,000 dollars.", []),
        ("NASA intends to send astronauts there under its programme.", ["there"]),
        ("In Chile rain is rare, and few people live there.", []),
        ("Both vehicles run on solar power.", ["Both vehicles"]),
        ("Alfalfa accounts for the largest portion.", ["the largest portion"]),
        ("Governments spent 9 billion won on the problem.", ["the problem"]),
        ("Air absorbs such radiation.", ["such radiation"]),
        ("The EU's court upheld a separate penalty in 2024.", ["separate penalty"]),
        ("Ohio set up a separate fund from its taxes.", []),
        ("Mehta found that Google is large and that the company won.", []),
        ("The agency places the state first.", ["The agency", "the state"]),
        ("Vehicles such as lorries last longer.", []),
        ("It takes 17 years, and permits cost a third of that time.", []),
        ("Methane warms more than the same mass of carbon dioxide.", []),
        ("A mine opened, but the mine flooded.", []),
        ("The world needs copper.", []),
        ("The largest mine closed.", []),
        ("Chile expects its output to grow.", []),
        ("It takes four days to recover.", []),
        ("Students who slept forgot less than those who did not.", []),
        ("The previous decade saw less, until 2010.", []),
    ],
)
def test_what_the_sentence_does_not_name_is_listed(
    text: str, pointing: list[str], parses: Parses
) -> None:
    found = unresolved(parses.of(text), frozenset())
    assert [reference.text for reference in found] == pointing


def test_what_follows_the_verb_is_a_loose_reference(parses: Parses) -> None:
    found = unresolved(parses.of("A mine closed after the owner died."), frozenset())
    assert [(r.text, r.is_loose) for r in found] == [("the owner", True)]
    found = unresolved(parses.of("The owner closed a mine."), frozenset())
    assert [(r.text, r.is_loose) for r in found] == [("The owner", False)]


def test_an_owner_in_the_breadcrumb_names_the_thing(parses: Parses) -> None:
    known = named_in("The library's second life")
    assert unresolved(parses.of("The library opened."), known) == []


def test_the_breadcrumb_names_things(parses: Parses) -> None:
    known = named_in("Libraries that pay › The library of Oslo")
    assert unresolved(parses.of("The library opened."), known) == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Sales doubled last year.", "last year"),
        ("Sales doubled from a year earlier.", "a year earlier"),
        ("In 2024 sales were twice those of a year earlier.", None),
        ("Sales doubled in 2024.", None),
        ("Studies later put it at 14 million.", "later"),
        ("He sold it no later than May 2020.", None),
        ("She had been demoted a decade earlier.", "a decade earlier"),
        ("Loading loose cargo then cost about $6 a ton.", "then"),
        ("Prices rose and then fell again.", None),
        ("Prices rose by 4% in the year to August.", "to August"),
        ("Prices rose by 4% in August 2024.", None),
        ("At Wednesday's meeting the bank cut its rate.", "Wednesday's"),
        ("The bank expects a cut by the end of the year.", "end of the year"),
        ("The index briefly touched a record.", "briefly"),
        ("Sales have doubled so far.", "so far"),
        ("Officials subsequently raided makers of foam in 2019.", "subsequently"),
    ],
)
def test_a_date_counts_from_a_year_that_the_text_names(
    text: str, date: str | None
) -> None:
    assert relative_date(text) == date


def test_an_antecedent_is_a_noun_that_is_introduced(parses: Parses) -> None:
    assert introduces(parses.of("Copper faces a deep shortfall."), "shortfall")
    assert not introduces(parses.of("The shortfall grows."), "shortfall")


def test_some_plants_is_a_vague_subject(parses: Parses) -> None:
    assert has_vague_subject(parses.of("Some plants closed."))
    assert not has_vague_subject(parses.of("Some plants in Ohio closed."))


def test_fresh_figures_of_nobody_are_vague(parses: Parses) -> None:
    assert has_vague_subject(parses.of("Fresh projections showed a deep cut."))
    assert not has_vague_subject(parses.of("Fresh projections of the bank showed it."))
