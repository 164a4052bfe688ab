import pytest

from app.documents.addresses import page_address

FETCHED = "https://news.example/rents?utm_source=mail&id=7"


@pytest.mark.parametrize(
    ("fetched", "named", "expected"),
    [
        (FETCHED, "https://news.example/rents", "https://news.example/rents"),
        (FETCHED, "https://NEWS.example/rents?id=7", "https://NEWS.example/rents?id=7"),
        (FETCHED, "https://news.example/rents#top", "https://news.example/rents"),
        ("http://news.example/a", "https://news.example/a", "https://news.example/a"),
        ("https://news.example/?a=1", "https://news.example", "https://news.example"),
        (
            "http://news.example:80/a",
            "https://news.example/a",
            "https://news.example/a",
        ),
        # Not what it may speak for.
        (FETCHED, "https://other.example/rents", FETCHED),
        (FETCHED, "https://news.example.evil.example/rents", FETCHED),
        (FETCHED, "https://news.example:8443/rents", FETCHED),
        (FETCHED, "https://news.example:99999/rents", FETCHED),
        # A site that names its front page on every page.
        (FETCHED, "https://news.example/", FETCHED),
        (FETCHED, "https://news.example", FETCHED),
        (FETCHED, None, FETCHED),
        (None, "https://news.example/rents", None),
        (None, None, None),
    ],
)
def test_a_page_names_its_address_on_its_own_host(
    fetched: str | None, named: str | None, expected: str | None
) -> None:
    assert page_address(fetched, named) == expected
