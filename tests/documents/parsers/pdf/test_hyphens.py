import pytest

from app.documents.parsers.pdf.hyphens import Hyphens


@pytest.mark.parametrize(
    ("above", "below", "elsewhere", "joined"),
    [
        ("infor-", "mation is", "", "information is"),
        ("infor-", "mation is", "The information of", "information is"),
        ("the long-", "term view", "The long-term view", "the long-term view"),
        ("a well-", "known man", "He is known and well.", "a well-known man"),
        ("re-", "covered", "It recovered.", "recovered"),
        ("on US-", "China trade", "", "on US-China trade"),
        ("COVID-", "19 cases", "", "COVID-19 cases"),
        ("state-of-the-", "art mills", "state-of-the-art", "state-of-the-art mills"),
        ("one line", "and another", "", "one line and another"),
        ("a dash -", "and more", "", "a dash - and more"),
        ("今年的电价", "下降了", "", "今年的电价下降了"),
        ("in 2024年", "the price", "", "in 2024年 the price"),
        ("Ener-", "gie und", "", "Energie und"),
        ("", "start", "", " start"),
    ],
)
def test_the_text_itself_decides_over_a_hyphen(
    above: str, below: str, elsewhere: str, joined: str
) -> None:
    assert Hyphens([above, below, elsewhere]).joined(above, below) == joined
