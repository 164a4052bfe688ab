import pytest

from app.domain.card import GAP
from app.domain.writing.figure_bounds import (
    bounds_of,
    is_told_by_figures,
    is_told_by_words,
    others_beside,
    value_of,
)
from app.domain.writing.quantities import find_quantities


@pytest.mark.parametrize(
    "question",
    [
        f"It sold for a symbolic {GAP} each.",
        f"It drew a record {GAP} visitors.",
        f"It levies {GAP} of the price, the highest tax of any city.",
        f"Renewal rates exceed {GAP} in Canada.",
        f"It lies within {GAP} of the border.",
        f"Half of them would be {GAP} or older.",
        f"It supplies two or {GAP} households.",
        f"It takes 11 to {GAP} years.",
        f"It was 80% built, with 45 of its {GAP} turbines standing.",
        f"It landed at {GAP}:04 p.m. local time.",
        f"Yields lie between {GAP} and 9%.",
        f"收入较高的老人须自付20%或{GAP}。",
        f"高铁对{GAP}以内的航线冲击最大。",
        f"负债超过{GAP}。",
    ],
)
def test_words_beside_the_gap_leave_no_fair_rival(question: str) -> None:
    assert is_told_by_words(question)


@pytest.mark.parametrize(
    "question",
    [
        f"Prices rose from $60 to {GAP} in 2024.",
        f"The EU's highest court upheld a {GAP} fine.",
        f"It opened {GAP} shops in Ohio.",
        f"杭州的房价下降了{GAP}。",
    ],
)
def test_other_words_leave_rivals_fair(question: str) -> None:
    assert not is_told_by_words(question)


@pytest.mark.parametrize(
    ("key", "question"),
    [
        ("€4.1 billion", f"A fine of €4.34 billion was cut to {GAP}."),
        ("62%", f"It held {GAP}, ahead of Micron with 21% and Samsung with 17%."),
        ("$80", f"The price doubled from $40 to {GAP} a tonne."),
    ],
)
def test_figures_beside_it_tell_the_key(key: str, question: str) -> None:
    (quantity,) = find_quantities(key)
    beside = others_beside(quantity, question)
    assert is_told_by_figures(quantity, beside, question)


@pytest.mark.parametrize(
    ("key", "question", "fair", "foul"),
    [
        ("about a third", f"It rose to {GAP} of sales, up from 10% or 15%.", 0.5, 0.1),
        ("0.55", f"It rose from 0.33 to {GAP} at once.", 0.7, 0.2),
        ("60%", f"A majority, {GAP}, were in favour.", 0.7, 0.4),
        ("30%", f"The state holds {GAP} and a bank 45% of it.", 0.4, 0.6),
        ("92%", f"It serves {GAP} of homes.", 0.96, 1.0),
        ("18 hours", f"It runs {GAP} a day in summer.", 22, 27),
        ("40 feet", f"Lengths of 20 and {GAP} are usual.", 50, 10),
    ],
)
def test_a_rival_keeps_to_what_the_question_says(
    key: str, question: str, fair: float, foul: float
) -> None:
    (quantity,) = find_quantities(key)
    bounds = bounds_of(quantity, question, others_beside(quantity, question))
    assert all(holds(value_of(quantity)) for holds in bounds)
    assert all(holds(fair) for holds in bounds)
    assert not all(holds(foul) for holds in bounds)


def test_figures_of_another_unit_bind_nothing() -> None:
    (quantity,) = find_quantities("40 tonnes")
    question = f"Of its 200 ships, 3% carried {GAP} in May."
    assert others_beside(quantity, question) == []
