"""Dates that need another date: noted unless the article or the claim names a year."""

import pytest

from app.domain.article import Article
from app.domain.claim_notes.dates import date_notes, states_date, with_date_notes
from app.domain.reading import read_text

CLAIM = "Sales of heat pumps rose by 12 % last year [1]."
NOTE = "“last year” hangs on a date that neither the claim nor its article names."


def noted(text: str) -> Article:
    (article,) = read_text(text).articles
    assert with_date_notes(article, text) == article
    return article


def notes(text: str) -> list[tuple[str, ...]]:
    return [claim.notes for group in noted(text).groups for claim in group.claims]


def test_a_date_without_an_anchor_is_noted_once() -> None:
    text = f"# Heat pumps\n## Sales\n- {CLAIM}\n- Most are made in Asia.\n"
    assert notes(text) == [(NOTE,), ()]


@pytest.mark.parametrize(
    "text",
    [
        f"# Heat pumps in 2024\n## Sales\n- {CLAIM}\n",
        f"# Heat pumps\nSource: Heat Weekly, 3 May 2024\n## Sales\n- {CLAIM}\n",
        f"# Heat pumps\n## Sales in 2024\n- {CLAIM}\n",
        "# Heat pumps\n## Sales\n- In 2024 sales rose by 12 % on last year [1].\n",
    ],
    ids=["title", "source line", "heading", "claim"],
)
def test_a_year_around_the_claim_anchors_its_dates(text: str) -> None:
    assert notes(text) == [()]


def test_a_year_in_another_claim_anchors_nothing() -> None:
    text = f"# Heat pumps\n## Sales\n- {CLAIM}\n- In 2021 sales had halved.\n"
    assert notes(text) == [(NOTE,), ()]


def test_the_core_insight_is_noted_too() -> None:
    text = (
        f"Heat pumps\nCore Insights\n{CLAIM}\nGroup 1: Sales\n- Most are made here.\n"
    )
    core = noted(text).core_insight
    assert core is not None
    assert core.notes == (NOTE,)


def test_notes_on_figures_stay_before_those_on_dates() -> None:
    text = (
        "# Pumps\n## Sales\n- Sales rose from $6 million to $5 million last year [1].\n"
    )
    ((first, second),) = notes(text)
    assert first == "From $6 million to $5 million is a fall, not a rise."
    assert second == NOTE


@pytest.mark.parametrize(
    ("text", "is_date"),
    [
        ("Heat pumps in 2024", True),
        ("By 3 May 1998", True),
        ("2024年的热泵", True),
        ("2024-05-03", True),
        ("A loan of $2024", False),
        ("It has 12,024 rooms", False),
        ("About 2024% more", False),
        ("Route 20241", False),
    ],
)
def test_a_year_is_told_from_other_numbers(text: str, is_date: bool) -> None:
    assert states_date(text) is is_date


@pytest.mark.parametrize("language", ["und", "fr"])
def test_other_languages_get_no_notes_on_dates(language: str) -> None:
    assert list(date_notes("Sales rose last year.", language)) == []
