import pytest

from app.domain.writing.parsing import Parses
from app.domain.writing.standing import standing

KNOWN = frozenset(("cocoa", "price"))


@pytest.mark.parametrize(
    ("text", "gap", "found"),
    [
        (
            "Cocoa futures rose by 12% in 2024.",
            "12%",
            {"on-topic", "brief"},
        ),
        (
            "The plant at Oppau began production.",
            "production",
            {"definite-subject", "past-undated", "brief", "one-plain-word"},
        ),
        (
            "Ghana grows cocoa on several small farms, and the farmers of Togo have "
            "long asked for roads.",
            "several small farms",
            {"on-topic", "middling", "vague-answer"},
        ),
        (
            "Traders in London and New York have agreed since 2012 on rules that name "
            "Ghana and Togo as origins of beans of the first grade.",
            "Ghana and Togo",
            {"joined-answer"},
        ),
    ],
)
def test_what_a_card_alone_tells_and_leaves_out_is_named(
    text: str, gap: str, found: set[str], parses: Parses
) -> None:
    question = text.replace(gap, "[…]")
    assert standing(parses.of(text), question, gap, KNOWN) == found
