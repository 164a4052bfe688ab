from urllib.parse import urljoin, urlsplit

import pytest

from app.web.returning import own_path

HERE = "http://127.0.0.1:8000/cards/1/edit"
DEFAULT = "/articles"

TREACHEROUS = [
    None,
    "",
    "//evil.example",
    "///evil.example",
    "////evil.example/",
    "/\\evil.example",
    "\\/evil.example",
    "\\\\evil.example",
    "/\\/evil.example",
    "/%2f%2fevil.example",
    "/%2Fevil.example",
    "%2f%2fevil.example",
    "/%5cevil.example",
    "/%255cevil.example",
    "/%252fevil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/\r\n/evil.example",
    "/articles\r\nLocation: http://evil.example",
    "/%0d%0aLocation:%20http://evil.example",
    "/%09/evil.example",
    " //evil.example",
    "\x00//evil.example",
    "http://evil.example",
    "https:/evil.example",
    "https:evil.example",
    "javascript:alert(1)",
    "data:text/html,hi",
    "evil.example",
    "@evil.example",
    "?next=//evil.example",
    "#//evil.example",
    "/.//evil.example",
    "/..//evil.example",
    "/a/../..//evil.example",
    "/%2e%2e//evil.example",
    "/\u3000/evil.example",
    "/" + "a" * 2_000,
]


@pytest.mark.parametrize("wanted", TREACHEROUS)
def test_what_might_lead_to_another_host_is_not_followed(wanted: str | None) -> None:
    assert own_path(wanted, DEFAULT) == DEFAULT


@pytest.mark.parametrize(
    "wanted",
    [
        "/",
        "/articles/5#claim-12",
        "/articles/5?page=2#claim-12",
        "/inbox?after=7&rejected=1,2#card-9",
        "/search?q=a%20b%2Fc",
        "/search?q=//evil.example",
        "/articles/电车",
    ],
)
def test_a_path_of_ours_is_followed_as_it_is(wanted: str) -> None:
    assert own_path(wanted, DEFAULT) == wanted
    assert urlsplit(urljoin(HERE, wanted)).netloc == urlsplit(HERE).netloc
