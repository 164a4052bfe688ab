"""Words that turn a phrase round, and which of them did."""

import pytest

from app.domain.quiz.directions import contradicts, negations, opposed


@pytest.mark.parametrize(
    ("said", "right", "turned"),
    [
        ("costs rose", "costs fell", ("rose", "fell")),
        ("costs fell", "costs rose", ("fell", "rose")),
        ("costs fell and sales rose", "costs fell and sales fell", ("rose", "fell")),
        ("imports of steel", "exports of steel", ("imports", "exports")),
        ("a surplus", "a deficit", ("surplus", "deficit")),
        ("the law bans it", "the law allows it", ("bans", "allows")),
        ("出口增长", "出口下降", ("增长", "下降")),
        ("价格上升", "价格跌至低点", ("上升", "跌至")),
    ],
)
def test_the_words_that_oppose_each_other_are_named(
    said: str, right: str, turned: tuple[str, str]
) -> None:
    assert opposed(said.split(), right.split()) == turned
    assert contradicts(said.split(), right.split())


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("costs rose", "costs climbed"),
        ("costs fell and sales rose", "sales rose and costs fell"),
        ("costs fell more", "costs fell"),
        ("costs fell", "costs"),
        ("more costs fell", "costs rose and fell"),
        ("出口增长", "出口上升"),
        ("", ""),
    ],
)
def test_phrases_that_may_say_the_same_are_not_opposed(said: str, right: str) -> None:
    assert opposed(said.split(), right.split()) is None


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("it never did", ["never"]),
        ("it did not say nothing", ["not"]),
        ("税率不适用", ["不"]),
        ("it did", []),
    ],
)
def test_what_negates_is_listed(phrase: str, found: list[str]) -> None:
    assert negations(phrase.split()) == found
