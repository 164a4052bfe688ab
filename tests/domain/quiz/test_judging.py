import pytest

from app.domain.errors import InputError
from app.domain.quiz.judging import (
    askable_format,
    judge,
    options_shown,
    read_response,
)
from app.domain.quiz.typed import Verdict
from app.domain.review import Format

CHOICES = ("4%", "7%", "9%")


@pytest.mark.parametrize(
    ("chosen", "choices", "has_statement", "expected"),
    [
        (Format.CHOICE, CHOICES, False, Format.CHOICE),
        (Format.CHOICE, ("7%", "9%"), False, Format.RECALL),
        (Format.CHOICE, None, False, Format.RECALL),
        (Format.TRUE_FALSE, None, True, Format.TRUE_FALSE),
        (Format.TRUE_FALSE, None, False, Format.RECALL),
        (Format.TYPED, None, False, Format.TYPED),
        (Format.RECALL, CHOICES, True, Format.RECALL),
    ],
)
def test_a_question_whose_format_is_gone_is_recalled(
    chosen: Format,
    choices: tuple[str, ...] | None,
    has_statement: bool,
    expected: Format,
) -> None:
    found = askable_format(
        chosen, choices=choices, answer="4%", has_statement=has_statement
    )
    assert found is expected


@pytest.mark.parametrize(
    ("asked", "given", "expected"),
    [
        (Format.CHOICE, "1", "7%"),
        (Format.TRUE_FALSE, "true", "true"),
        (Format.RECALL, "wrong", "wrong"),
        (Format.TYPED, "  4 % ", "4 %"),
        (Format.TYPED, "4\0%", "4%"),
    ],
)
def test_a_response_is_kept_in_words(asked: Format, given: str, expected: str) -> None:
    assert read_response(given, format=asked, choices=CHOICES) == expected


@pytest.mark.parametrize(
    ("asked", "given", "sentence"),
    [
        (Format.CHOICE, "3", "Choose one of the options"),
        (Format.CHOICE, "-1", "Choose one of the options"),
        (Format.CHOICE, "", "Choose one of the options"),
        (Format.TRUE_FALSE, "maybe", "true or false"),
        (Format.RECALL, "3", "recalled the answer or not"),
        (Format.TYPED, "  ", "Type an answer"),
        (Format.TYPED, "x" * 1_001, "at most 1,000 characters"),
    ],
)
def test_a_response_that_answers_nothing_is_refused(
    asked: Format, given: str, sentence: str
) -> None:
    with pytest.raises(InputError, match=sentence):
        read_response(given, format=asked, choices=CHOICES)


@pytest.mark.parametrize(
    ("asked", "response", "statement_true", "verdict"),
    [
        (Format.CHOICE, "4%", None, Verdict.RIGHT),
        (Format.CHOICE, "7%", None, Verdict.WRONG),
        (Format.TRUE_FALSE, "true", True, Verdict.RIGHT),
        (Format.TRUE_FALSE, "true", False, Verdict.WRONG),
        (Format.TRUE_FALSE, "false", False, Verdict.RIGHT),
        (Format.RECALL, "right", None, Verdict.RIGHT),
        (Format.RECALL, "wrong", None, Verdict.WRONG),
        (Format.TYPED, "4 percent", None, Verdict.RIGHT),
        (Format.TYPED, "4.01%", None, Verdict.NEAR),
        (Format.TYPED, None, None, Verdict.WRONG),
        (Format.CHOICE, None, None, Verdict.WRONG),
    ],
)
def test_each_format_has_its_own_judge(
    asked: Format, response: str | None, statement_true: bool | None, verdict: Verdict
) -> None:
    found = judge(
        response,
        format=asked,
        question="By how much did rents fall?",
        answer="4%",
        statement_true=statement_true,
    )
    assert found.verdict is verdict


def test_options_are_counted_only_where_they_are_shown() -> None:
    assert options_shown(Format.CHOICE, CHOICES) == 3
    assert options_shown(Format.TRUE_FALSE, None) == 2
    assert options_shown(Format.TYPED, None) is None
    assert options_shown(Format.RECALL, CHOICES) is None
