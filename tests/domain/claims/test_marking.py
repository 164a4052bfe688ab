import pytest

from app.domain.claims.marking import claim_at, find_span
from app.domain.errors import InputError

TEXT = "Title\n\nRents  fell by **4%** [1][3].\nPrices rose, and rose again. [2]\n"


@pytest.mark.parametrize(
    ("marked", "text", "span", "citations"),
    [
        ("Rents  fell by **4%**", "Rents fell by 4%", "Rents  fell by **4%**", ()),
        (
            "Rents  fell by **4%** [1][3].",
            "Rents fell by 4%.",
            "Rents  fell by **4%**",
            (1, 3),
        ),
        (" rose again. [2]\n", "rose again.", "rose again.", (2,)),
    ],
)
def test_a_marked_span_is_read_as_any_claim(
    marked: str, text: str, span: str, citations: tuple[int, ...]
) -> None:
    start = TEXT.index(marked)
    claim = claim_at(TEXT, start, start + len(marked))
    assert (claim.text, claim.citations) == (text, citations)
    assert TEXT[claim.start : claim.end] == span


@pytest.mark.parametrize(
    ("start", "end"), [(0, 0), (5, 7), (30, 33), (-1, 4), (0, 999), (9, 2)]
)
def test_a_span_without_words_is_refused(start: int, end: int) -> None:
    with pytest.raises(InputError):
        claim_at(TEXT, start, end)


def test_a_span_that_is_too_long_is_refused() -> None:
    with pytest.raises(InputError, match="5,001 characters"):
        claim_at("a" * 5_001, 0, 5_001)


def test_a_span_is_found_by_its_first_and_last_words() -> None:
    start, end = find_span(
        TEXT, 0, len(TEXT), first=" Prices rose", last="rose\nagain."
    )
    assert TEXT[start:end] == "Prices rose, and rose again."
    start, end = find_span(TEXT, 0, len(TEXT), first="Rents fell", last="fell")
    assert TEXT[start:end] == "Rents  fell"


@pytest.mark.parametrize(
    ("first", "last", "reason"),
    [
        ("", "again.", "Give the first words"),
        ("Prices", " ", "Give the last words"),
        ("Wages rose", "again.", "“Wages rose” does not stand in the source"),
        ("rose", "again.", "stands in the source 2 times"),
        ("Prices", "fell by", "“fell by” does not stand in the source behind"),
    ],
)
def test_words_that_name_no_span_are_refused(
    first: str, last: str, reason: str
) -> None:
    with pytest.raises(InputError, match=reason):
        find_span(TEXT, 0, len(TEXT), first=first, last=last)
