import pytest

from app.domain.claims.editing import (
    MAX_LENGTH,
    checked_text,
    cut,
    join,
    likely_split,
    split_span,
)
from app.domain.errors import InputError


def test_a_persons_words_come_on_one_line() -> None:
    assert checked_text("  Rents\r\n fell  by 4%. ") == "Rents fell by 4%."


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "needs words"),
        (" … ! ", "needs words"),
        ("a" * (MAX_LENGTH + 1), "5,001 characters"),
        ("Rents\x00fell.", "U\\+0000 at place 6"),
        ("Rents \ud800.", "U\\+D800 at place 7"),
    ],
)
def test_what_is_no_claim_is_refused(text: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        checked_text(text)


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("Rents fell. Prices rose.", "Prices rose."),
        ("Rents fell by 4.5% in the U.S. market.", None),
        ("Rents fell; prices rose.", "prices rose."),
        ("Rents fell, but prices rose.", "but prices rose."),
        ("房租下降。价格上涨。", "价格上涨。"),
        ("房租下降，而价格上涨。", "而价格上涨。"),
        ("Rents, prices and wages fell.", None),
    ],
)
def test_a_split_is_offered_where_a_claim_most_likely_falls_in_two(
    text: str, second: str | None
) -> None:
    at = likely_split(text)
    assert (None if at is None else text[at:]) == second


@pytest.mark.parametrize("at", [-1, 0, 1, 18, 17, 99])
def test_a_part_without_words_is_refused(at: int) -> None:
    with pytest.raises(InputError):
        cut(" Rents fell by 4%.", at)


@pytest.mark.parametrize(
    ("source", "parts", "spans"),
    [
        ("Rents fell. Prices rose.", ("Rents fell.", "Prices rose."), (0, 11, 12, 24)),
        (
            "Rents **fell** [2]. Prices\n  rose [3], too",
            ("Rents fell.", "Prices rose, too"),
            (0, 19, 20, 42),
        ),
        ("下降。“上涨。”", ("下降。", "“上涨。”"), (0, 3, 3, 8)),
        (
            "Rents fell, and prices rose",
            ("Rents fell,", "and prices rose."),
            (0, 11, 12, 27),
        ),
        ("Rents fell by 4% in 2024.", ("Rents dropped.", "In 2024."), None),
        ("Rents fell. Prices rose.", ("Rents fell.", "Wages rose."), None),
    ],
)
def test_each_part_keeps_its_own_span(
    source: str, parts: tuple[str, str], spans: tuple[int, int, int, int] | None
) -> None:
    text = f"Title. {source} The end."
    found = split_span(text, 7, 7 + len(source), *parts)
    if spans is None:
        assert found is None
    else:
        a, b, c, d = (7 + it for it in spans)
        assert found == ((a, b), (c, d))


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("Rents fell.", "Prices rose.", "Rents fell. Prices rose."),
        ("Rents fell", "Prices rose.", "Rents fell. Prices rose."),
        ("房租下降", "价格上涨。", "房租下降。价格上涨。"),
        ("Rents fell,", "and prices rose.", "Rents fell, and prices rose."),
        ("房租下降，", "而价格上涨。", "房租下降，而价格上涨。"),
    ],
)
def test_two_claims_are_joined_as_sentences(
    first: str, second: str, joined: str
) -> None:
    assert join(first, second) == joined
