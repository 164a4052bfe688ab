import pytest

from app.domain.writing.conditions import condition_facts
from app.domain.writing.parsing import Parses, root_of


def _gaps(text: str, parses: Parses) -> list[tuple[str, str]]:
    doc = parses.of(text)
    root = root_of(doc)
    assert root is not None
    return [
        (fact.pattern, text[fact.start : fact.end])
        for fact in condition_facts(doc, root)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Amsterdam has prohibited new hotels unless an existing one closes.",
            [("condition", "an existing one closes")],
        ),
        (
            "China plans to land its own crew on the Moon by 2030.",
            [("day-set", "2030")],
        ),
        (
            "Epoch AI estimates that the stock of public text could be exhausted "
            "between 2026 and 2032.",
            [("day-set", "2026 and 2032")],
        ),
        # a year that is past is no day set
        ("Chile closed the mine by 2019.", []),
        # the condition does not end the sentence
        ("Unless prices rise, the mine in Chile will close its doors.", []),
    ],
)
def test_what_a_sentence_makes_depend_and_what_it_dates_ahead_is_found(
    text: str, found: list[tuple[str, str]], parses: Parses
) -> None:
    assert _gaps(text, parses) == found
