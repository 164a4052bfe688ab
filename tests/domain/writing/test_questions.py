import pytest

from app.domain.writing.parsing import Parses
from app.domain.writing.phrase_facts import phrase_facts


def _question(text: str, parses: Parses) -> tuple[str | None, str | None]:
    asked = [f for f in phrase_facts(text, parses) if f.question is not None]
    return (asked[0].question, asked[0].answer) if asked else (None, None)


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        (
            "Rents fell because new towers opened.",
            "Why did rents fall?",
            "Because new towers opened",
        ),
        (
            "The Bureau of Industry measured density because a limit was too blunt.",
            "Why did the Bureau of Industry measure density?",
            "Because a limit was too blunt",
        ),
        (
            "Company 1-0 raised its prices because demand had doubled.",
            "Why did Company 1-0 raise its prices?",
            "Because demand had doubled",
        ),
        (
            "Cocoa is scarce because old trees bear little, and prices rose.",
            "Why is cocoa scarce?",
            "Because old trees bear little",
        ),
        (
            "Because switching takes one line of code, loyalty to a provider is low.",
            "Why is loyalty to a provider low?",
            "Because switching takes one line of code",
        ),
        (
            "Smelters in Japan are cutting output due to record low fees.",
            "Why are smelters in Japan cutting output?",
            "Because of record low fees",
        ),
        (
            "UNESCO has removed the site because a bridge spoils the view.",
            "Why has UNESCO removed the site?",
            "Because a bridge spoils the view",
        ),
        (
            "Carriers respond to weak demand by cancelling sailings.",
            "How do carriers respond to weak demand?",
            "By cancelling sailings",
        ),
        (
            "The plant is idle because of a strike.",
            "Why is the plant idle?",
            "Because of a strike",
        ),
    ],
)
def test_a_plain_clause_is_asked_with_its_auxiliary_in_front(
    text: str, question: str, answer: str, parses: Parses
) -> None:
    assert _question(text, parses) == (question, answer)


@pytest.mark.parametrize(
    "text",
    [
        "In 2024, rents fell because new towers opened.",
        "They sold the mine because prices fell.",
        "Rents fell because new towers opened, although they may rise again.",
        "Both cars run on power and were built for a day because nights are cold.",
        "Rents also fell because new towers opened.",
    ],
)
def test_no_question_where_its_grammar_is_not_certain(
    text: str, parses: Parses
) -> None:
    assert _question(text, parses) == (None, None)
