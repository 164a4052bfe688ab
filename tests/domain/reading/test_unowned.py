"""Figures and rules of which another sentence tells whose they are."""

import pytest

from app.domain.reading.prose import Judge


def reason(sentence: str, title: str = "Why tunnels leak", first: str = "") -> str:
    judge = Judge(title)
    judge.open_paragraph()
    if first:
        judge.judge(first)
    return judge.judge(sentence).reason


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Operating profit was 40 million kronor.", "Operating profit"),
        ("Builders must line every tube with 30 cm of concrete.", "Builders must"),
        ("Tolls have since been raised to 90 kronor in Norway.", "since"),
        ("Drivers were told to cut 20% by 2030.", "to cut 20%"),
        ("Figures for Norway and Sweden follow the same month.", "the same month"),
        (
            "Between 2015 and 2020 the leaks in the tubes it owned fell by 6%.",
            "tubes it",
        ),
        ("Later Norway and Sweden lined 14 tubes with steel.", "Later"),
        ("Norway beat that record in 2021.", "beat that record"),
        ("Bergen closed two tubes that December, and Voss three.", "that December"),
        ("Pumping stations there were rebuilt in 2002.", "Pumping stations there"),
        ("Before the blast, Norway moved 300 people out of Voss.", "the blast"),
        ("The plant supplies 40% of the steel that Norway needs.", "The plant"),
    ],
)
def test_a_figure_or_rule_without_its_owner_is_offered(
    sentence: str, words: str
) -> None:
    assert f"“{words.lower()}" in reason(sentence).lower()


@pytest.mark.parametrize(
    "sentence",
    [
        "Under Norway's Tunnel Act builders must line every tube with concrete.",
        "Builders must, under the Tunnel Act, line every tube with 30 cm of concrete.",
        "Norway opened a tube in 2021, and Sweden beat it in December of that year.",
        "Later in 2021 Norway and Sweden lined 14 tubes with steel.",
    ],
)
def test_a_rule_with_its_law_and_a_date_with_its_year_are_taken(sentence: str) -> None:
    assert reason(sentence) == ""


def test_an_event_that_the_title_names_may_be_called_the_blast() -> None:
    sentence = "Before the blast, Norway moved 300 people out of Voss."
    assert reason(sentence, "The blast at the Voss tunnel") == ""


def test_a_bare_account_is_that_of_who_the_title_names() -> None:
    first = "Norconsult built 14 tubes in 2023."
    title = "Norconsult profit falls"
    assert reason("Operating profit was 40 million kronor.", title, first) == ""
