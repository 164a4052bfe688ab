import pytest

from app.domain.claims.answers import still_stands


@pytest.mark.parametrize(
    ("answer", "before", "after", "stands"),
    [
        ("4%", "Rents fell by 4%.", "By 4%, rents fell.", True),
        ("4%", "Rents fell by 4%.", "Rents fell by 14%.", False),
        ("Berlin", "Rents fell in Berlin.", "In  BERLIN rents fell.", True),
        ("the east", "It rose in the\neast.", "In the  east it rose.", True),
        (
            "the Fed",
            "The Fed raised rates.",
            "The Federal Reserve raised rates.",
            False,
        ),
        ("下降", "租金下降了4%。", "2024年租金下降了4%。", True),
        ("下降", "租金下降了4%。", "租金减少了4%。", False),
        # Worked out, not quoted: nothing is known of it.
        ("a third", "It fell from 9 to 6.", "From 9, it fell to 6.", True),
        ("", "Rents fell.", "Rents rose.", True),
    ],
)
def test_an_answer_stands_as_long_as_the_claim_holds_it(
    answer: str, before: str, after: str, *, stands: bool
) -> None:
    assert still_stands(answer, before, after) is stands
