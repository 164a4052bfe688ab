import pytest
from lxml.html import document_fromstring

from app.documents.parsers.page_facts import title_of, url_of


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<meta property='og:title' content='Mills'>", "", "Mills"),
        ("<meta name='twitter:title' content='Mills'>", "", "Mills"),
        ("<title>Mills of the north</title>", "<h1>Mills</h1>", "Mills"),
        ("<title>Mills</title>", "<h1>A</h1><h1>B</h1>", "Mills"),
        ("<title>Mills | The Site</title>", "<h2>Mills</h2>", "Mills"),
        (
            "<title>Mills – wind and water – The Site</title>"
            "<meta property='og:site_name' content='The Site'>",
            "",
            "Mills – wind and water",
        ),
        ("<title>Wind – water</title>", "", "Wind – water"),
        ("<title> Two\n lines </title>", "", "Two lines"),
        ("<title></title>", "", None),
        ("", "", None),
        (f"<title>{'a' * 999}</title>", "", "a" * 300),
    ],
)
def test_the_title_is_what_the_page_calls_itself(
    head: str, body: str, title: str | None
) -> None:
    page = document_fromstring(f"<html><head>{head}</head><body>{body}<p>x</p></body>")
    assert title_of(page) == title


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ("<link rel='canonical' href='https://a.example/x'>", "https://a.example/x"),
        ("<meta property='og:url' content='http://a.example'>", "http://a.example"),
        (
            "<link rel='Canonical' href='/x'><meta property='og:url'"
            " content='https://a.example/x'>",
            "https://a.example/x",
        ),
        ("<link rel='canonical' href='javascript:alert(1)'>", None),
        ("<link rel='canonical' href='https://me:key@a.example/'>", None),
        ("<link rel='canonical' href='https://[broken/'>", None),
        ("<link rel='canonical' href='https://a.example/x y'>", None),
        ("<link rel='canonical' href='https:///x'>", None),
        (f"<link rel='canonical' href='https://a.example/{'x' * 2_000}'>", None),
        ("<link rel='stylesheet' href='https://a.example/x.css'>", None),
        ("", None),
    ],
)
def test_the_address_is_the_one_that_the_page_gives(head: str, url: str | None) -> None:
    page = document_fromstring(f"<html><head>{head}</head><body><p>x</p></body></html>")
    assert url_of(page) == url
