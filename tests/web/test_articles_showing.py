import pytest

from app.store.models import Claim
from app.web.articles.showing import source_parts

TEXT = "Title\nOne fell. [1] Two rose."


def claim(identifier: int, start: int, end: int) -> Claim:
    return Claim(id=identifier, start=start, end=end)


@pytest.mark.parametrize("start", [0, 100])
def test_a_source_is_cut_at_its_claims_in_the_order_they_stand(start: int) -> None:
    claims = [claim(2, start + 20, start + 29), claim(1, start + 6, start + 15)]
    parts, placed = source_parts(TEXT, start, claims)
    assert [part["text"] for part in parts] == [
        "Title\n",
        "One fell.",
        " [1] ",
        "Two rose.",
    ]
    assert parts[1] == {
        "text": "One fell.",
        "anchor": "source-1",
        "href": "#claim-1",
    }
    assert placed == {1, 2}


def test_of_two_claims_that_overlap_the_first_is_marked() -> None:
    parts, placed = source_parts(TEXT, 0, [claim(1, 6, 15), claim(2, 10, 29)])
    assert placed == {1}
    assert "".join(part["text"] for part in parts) == TEXT


def test_a_claim_beyond_the_text_is_not_marked() -> None:
    parts, placed = source_parts(TEXT, 0, [claim(1, 6, 99)])
    assert placed == set()
    assert [dict(part) for part in parts] == [{"text": TEXT}]
