import pytest

from app.domain.card import GAP
from app.domain.writing.giveaways import (
    echo,
    is_complement,
    is_counted,
    is_figure_told,
    is_figure_worked_out,
    is_name_told,
)
from app.domain.writing.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "key", "told"),
    [
        ("DNV counted 1,262 ships, 613 trading and 649 on order.", "1,262", True),
        ("DNV counted 1,262 ships, 613 trading and 649 on order.", "613", True),
        ("It grew tenfold, from 7.8 GWh to 77.3 GWh.", "tenfold", True),
        ("It has grown tenfold and must grow almost tenfold.", "almost tenfold", True),
        ("A quarter of ships, or 25%, were idle.", "25%", True),
        ("Output doubled, an increase of 100%.", "100%", False),
        ("Sales doubled to 4 million, twice the plan.", "4 million", False),
        ("Sales rose by 30% to 4 million.", "30%", False),
        ("One mill has 3 lines and another 4, 7 in all.", "7", False),
        ("It costs 13 to 21 euros, 8 more than before.", "13 to 21 euros", False),
    ],
)
def test_a_figure_that_the_others_make_is_told(text: str, key: str, told: bool) -> None:
    quantity = next(q for q in find_quantities(text) if q.text == key)
    assert is_figure_told(quantity, text.replace(key, GAP, 1)) is told


def test_a_figure_is_worked_out_from_its_base_and_a_share() -> None:
    question = f"Rents fell by 25%, from $80 to {GAP}."
    key = find_quantities("to $60.")[0]
    assert is_figure_worked_out(key, question)
    assert not is_figure_worked_out(find_quantities("to $70.")[0], question)


def test_shares_that_make_a_hundred_tell_each_other() -> None:
    key = find_quantities("Held 62% of sales.")[0]
    assert is_complement(key, f"A held {GAP}, ahead of B with 21% and C with 17%.")
    assert not is_complement(key, f"A held {GAP}, ahead of B with 21%.")


@pytest.mark.parametrize(
    ("answer", "question", "told"),
    [
        ("High-bandwidth memory", f"{GAP} (HBM) is scarce.", True),
        ("HBM", f"High-bandwidth memory ({GAP}) is scarce.", True),
        ("the Bank of England", f"{GAP} (BoE) cut its rate.", False),
        ("copper", f"The EU needs {GAP}.", False),
        ("Chile", f"The USA buys from {GAP}.", False),
    ],
)
def test_a_name_beside_its_abbreviation_is_told(
    answer: str, question: str, told: bool
) -> None:
    assert is_name_told(answer, question) is told


def test_an_echo_is_the_share_of_the_answer_that_the_question_says() -> None:
    assert echo("the price of copper", f"{GAP} follows copper prices.") == 1.0
    assert echo("new mines", f"{GAP} follow copper prices.") == 0.0
    assert echo("the", f"{GAP} rose.") == 0.0


def test_names_that_can_be_counted_tell_their_number() -> None:
    key = find_quantities("Three makers, Lilly, Novo Nordisk and Sanofi, sell it.")[0]
    told = f"{GAP} makers, Lilly, Novo Nordisk and Sanofi, sell it."
    assert is_counted(key, told)
    assert not is_counted(key, f"{GAP} makers, Lilly and Sanofi, sell it.")
    assert not is_counted(key, f"{GAP} makers sell it.")
