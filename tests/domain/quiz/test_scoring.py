"""Scores with and without guessing; what an answer means for memory."""

import pytest

from app.domain.quiz.scoring import Answered, Score, quiz_rating, score, score_by_group
from app.domain.review import Format, Rating


def answers(right: int, wrong: int, options: int | None) -> list[Answered]:
    return [Answered(1, n < right, options) for n in range(right + wrong)]


@pytest.mark.parametrize(
    ("asked_as", "is_right", "is_unsure", "expected"),
    [
        (Format.RECALL, True, False, Rating.GOOD),
        (Format.TYPED, True, False, Rating.GOOD),
        (Format.CHOICE, True, False, Rating.GOOD),
        (Format.TRUE_FALSE, True, False, Rating.GOOD),
        (Format.CHOICE, True, True, Rating.HARD),
        (Format.TRUE_FALSE, True, True, Rating.HARD),
        (Format.TYPED, True, True, Rating.GOOD),
        (Format.RECALL, True, True, Rating.GOOD),
        (Format.CHOICE, False, False, Rating.AGAIN),
        (Format.CHOICE, False, True, Rating.AGAIN),
        (Format.TYPED, False, False, Rating.AGAIN),
    ],
)
def test_an_answer_gives_the_card_a_grade(
    asked_as: Format, is_right: bool, is_unsure: bool, expected: Rating
) -> None:
    grade = quiz_rating(is_right=is_right, format=asked_as, is_unsure=is_unsure)
    assert grade is expected


@pytest.mark.parametrize(
    ("given", "share", "corrected"),
    [
        (answers(3, 1, None), 0.75, 0.75),
        (answers(3, 1, 4), 0.75, 2 / 3),
        (answers(1, 3, 4), 0.25, 0.0),
        (answers(4, 0, 2), 1.0, 1.0),
        (answers(0, 4, 2), 0.0, -1.0),
        # Two by four options, two recalled: guessing gets an eighth.
        (answers(2, 0, 4) + answers(1, 1, None), 0.75, (0.75 - 0.125) / 0.875),
        # One by two options, one by four: guessing gets three eighths.
        (answers(1, 0, 2) + answers(0, 1, 4), 0.5, (0.5 - 0.375) / 0.625),
    ],
)
def test_the_score_is_also_given_without_guessing(
    given: list[Answered], share: float, corrected: float
) -> None:
    found = score(given)
    assert found.share == pytest.approx(share)
    assert found.corrected == pytest.approx(corrected)


def test_a_score_of_nothing_is_unknown() -> None:
    assert score([]) == Score(0, 0, None, None)


def test_groups_are_scored_apart_in_the_order_asked() -> None:
    given = [Answered(5, True, None), Answered(2, False, 2), Answered(5, False, None)]
    found = score_by_group(given)
    assert list(found) == [5, 2]
    assert found[5] == Score(1, 2, 0.5, 0.5)
    assert found[2] == Score(0, 1, 0.0, -1.0)
