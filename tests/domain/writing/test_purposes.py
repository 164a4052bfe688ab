import pytest

from app.domain.writing.parsing import Parses
from app.domain.writing.phrase_facts import phrase_facts


def _purposes(text: str, parses: Parses) -> list[str]:
    found = phrase_facts(text, parses)
    return [text[f.start : f.end] for f in found if f.pattern == "purpose"]


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        (
            "The network raised its limit in 2025 to win corporate customers.",
            ["win corporate customers"],
        ),
        (
            "Yards have been replanted so that residents can find shade.",
            ["residents can find shade"],
        ),
        ("The bank plans to raise its limit.", []),
        ("To win customers, the network raised its limit.", []),
    ],
)
def test_what_a_deed_is_done_for_may_be_asked(
    text: str, purpose: list[str], parses: Parses
) -> None:
    assert _purposes(text, parses) == purpose


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (
            "The network raised its limit in 2025 to win corporate customers.",
            ["Why did the network raise its limit in 2025?"],
        ),
        (
            "Twenty clubs left the league in 1992 in order to keep television income.",
            ["Why did twenty clubs leave the league in 1992?"],
        ),
        # the infinitive belongs to what the verb acts on, or nobody wants anything
        ("The museum needed 16 hours to send the royal greeting to Ohio.", []),
        ("The network moved ministers in 2024 to promise victims a refund.", []),
        ("The tunnel crosses the river in 2025 to shorten a long journey.", []),
        # what came of it is no aim
        ("The firm grew in 2025 to become the largest exporter of copper.", []),
        ("The network raised its limit only to lose corporate customers.", []),
    ],
)
def test_an_aim_is_asked_why(text: str, question: list[str], parses: Parses) -> None:
    found = phrase_facts(text, parses)
    assert [f.question for f in found if f.pattern == "aim"] == question
