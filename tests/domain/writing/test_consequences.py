import pytest

from app.domain.writing.consequences import consequence_facts
from app.domain.writing.parsing import Parses


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        (
            "Attention lets every word be compared with every other word at once, so "
            "training can be spread across many chips.",
            "Why can training be spread across many chips?",
            "Because attention lets every word be compared with every other word at "
            "once",
        ),
        (
            "The cost of attention grows with the square of its length, which is why "
            "long documents remain expensive.",
            "Why do long documents remain expensive?",
            "Because the cost of attention grows with the square of its length",
        ),
    ],
)
def test_a_consequence_is_asked_why_and_answered_with_what_came_before(
    text: str, question: str, answer: str, parses: Parses
) -> None:
    found = consequence_facts(text, parses)
    assert [(fact.question, fact.answer) for fact in found] == [(question, answer)]


@pytest.mark.parametrize(
    "text",
    [
        "New guides need no protein, so they are cheaper and faster.",
        "It holds drinking water, so the authority cannot drain the lake.",
        "Prices rose so that farmers could plant more.",
        "Prices rose, so far without harm to the farmers of the region.",
        "Snow fell, so the pass closed early.",
    ],
)
def test_nothing_is_asked_where_a_half_leans_on_the_other(
    text: str, parses: Parses
) -> None:
    assert consequence_facts(text, parses) == []
