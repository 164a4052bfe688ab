"""A page is fetched by its address, from a server on loopback that stands for it."""

import io
import socket
from html import unescape
from threading import BoundedSemaphore
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from app.domain.article import DocumentKind
from app.gateways import fetch_page
from app.store.models import Article, Claim, Document, Job
from app.store.writing import write_tx
from app.web.articles import adding
from tests.factories import make_article
from tests.support.internet import Internet, answer
from tests.support.pages import check_page, get_page, post

DIGEST = """\
Ferries turn electric

Core Insight: Short crossings go electric first because harbours can charge them.[1]

Group 1: Costs
- A battery ferry on the Vessby crossing costs 40% less to run than its forerunner.[2]
- Charging takes 9 minutes at each of the two quays.[2][3]
"""

PAGE = """\
<!doctype html><html lang="en"><head><title>Trams return</title></head><body>
<nav><a href="/">Home of 900 pages about trams</a></nav>
<main><article><h1>Trams return</h1>
<h2>Costs</h2>
<p>Malmö laid 12 km of track for €340 million in 2024. The city of Lund paid less for
its line, because most of its rails lie beside a road that it already owned.</p>
<p>Gothenburg bought 40 long trams from a maker in Switzerland in 2023. Each of these
trams carries 319 people, a third more than the trams that were taken off the rails.</p>
<h2>Riders</h2>
<p>The city of Lund carried 4 million riders by tram in 2025. Buses on the same road had
carried 2.5 million riders in 2019, the last year before the rails were laid.</p>
</article></main></body></html>
"""


@pytest.fixture
def online(app: Flask, internet: Internet) -> Internet:
    app.config["NETWORK"] = internet.policy()
    internet.pages["/ferries"] = answer(DIGEST, kind="text/plain; charset=utf-8")
    return internet


def count(session: Session, table: type[Any]) -> int:
    session.rollback()
    return session.scalars(sa.select(sa.func.count()).select_from(table)).one()


def test_a_page_becomes_an_article_that_links_back_to_it(
    client: FlaskClient, session: Session, online: Internet
) -> None:
    online.pages["/short"] = answer("", status="301 Moved", Location="/ferries#a")
    response = post(client, "/articles", {"url": f" {online.url('/short')} "})
    assert response.status_code == 303
    article = session.scalars(sa.select(Article)).one()
    assert response.location == f"/articles/{article.id}"
    url = online.url("/ferries")
    document = session.scalars(sa.select(Document)).one()
    assert (article.url, document.url, document.name) == (url, url, url)
    assert count(session, Job) == 1
    html = get_page(client, response.location)
    assert f'<a href="{url}" rel="noreferrer noopener">{url}</a>' in html


def test_a_web_page_is_read_by_the_encoding_that_its_server_names(
    client: FlaskClient, session: Session, online: Internet
) -> None:
    online.pages["/trams"] = answer(
        PAGE.encode("cp1252"), kind="text/html; charset=windows-1252"
    )
    response = post(client, "/articles", {"url": online.url("/trams")})
    assert response.status_code == 303
    document = session.scalars(sa.select(Document)).one()
    assert document.kind is DocumentKind.HTML
    assert session.scalars(sa.select(Article.title)).one() == "Trams return"
    claims = session.scalars(sa.select(Claim.text)).all()
    assert "Malmö laid 12 km of track for €340 million in 2024." in claims
    assert not [it for it in claims if "900 pages" in it]


def test_the_same_page_again_adds_nothing(
    client: FlaskClient, session: Session, online: Internet
) -> None:
    first = post(client, "/articles", {"url": online.url("/ferries")})
    again = post(client, "/articles", {"url": online.url("/ferries")})
    assert again.location == first.location
    assert (count(session, Article), count(session, Document)) == (1, 1)


def test_a_page_is_known_by_the_address_that_it_names(
    client: FlaskClient, session: Session, online: Internet
) -> None:
    link = f'<link rel="canonical" href="{online.url("/trams")}"></head>'
    page = PAGE.replace("</head>", link)
    retitled = page.replace("Trams return", "Trams are back").replace("12 km", "13 km")
    online.pages["/trams?from=mail"] = answer(page, kind="text/html; charset=utf-8")
    online.pages["/trams?from=feed"] = answer(retitled, kind="text/html; charset=utf-8")
    post(client, "/articles", {"url": online.url("/trams?from=mail")})
    article = session.scalars(sa.select(Article)).one()
    document = session.get_one(Document, article.document_id)
    assert (article.url, document.url) == (online.url("/trams"),) * 2
    assert document.name == online.url("/trams?from=mail")
    response = post(client, "/articles", {"url": online.url("/trams?from=feed")})
    assert "13 km" in unescape(response.get_data(as_text=True))
    assert count(session, Article) == 1


def test_a_page_is_fetched_by_posting_alone(
    client: FlaskClient, online: Internet
) -> None:
    client.get("/articles", query_string={"url": online.url("/ferries")})
    client.get("/articles/1", query_string={"url": online.url("/ferries")})
    client.post("/articles", data={"url": online.url("/ferries")})  # without a token
    assert online.requests == []


REFUSED = {
    "loopback": ("http://127.0.0.1:{port}/", "its server could not be reached."),
    "metadata": (
        "http://169.254.169.254/latest/meta-data/",
        "its server could not be reached.",
    ),
    "a redirect to loopback": (
        "http://pages.test:{port}/to?http://127.0.0.1:{port}/",
        "its server could not be reached.",
    ),
    "unknown name": ("https://nowhere.test/a?b=c", "its server could not be reached."),
    "another scheme": ("file:///etc/passwd", "only https:// and http:// are read."),
    "no scheme": ("pages.test/ferries", "does not begin with https:// or http://."),
    "another port": ("http://pages.test:22/", "only the ports 80 and 443 are read."),
    "a login": ("http://a:b@pages.test/", "a name or password before an @."),
    "missing": ("http://pages.test:{port}/none", "answered with the status 404."),
    "wrong type": ("http://pages.test:{port}/image", "it is of the type image/png,"),
    "empty": ("http://pages.test:{port}/empty", "empty"),
    "without a claim": ("http://pages.test:{port}/short", "No claim was found"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_fetched_is_refused_with_the_address_kept(
    client: FlaskClient, session: Session, online: Internet, name: str
) -> None:
    online.pages["/image"] = answer(b"\x89PNG", kind="image/png")
    online.pages["/empty"] = answer("", kind="text/plain")
    online.pages["/short"] = answer("Too short.", kind="text/plain")
    address, reason = REFUSED[name]
    url = address.replace("{port}", str(online.port))
    response = post(client, "/articles", {"url": url})
    html = unescape(response.get_data(as_text=True))
    assert response.status_code == 400
    check_page(response)
    assert reason in html
    assert f'value="{url}"' in html
    assert '<a href="#url">Or the address of a page</a>' in html
    assert online.canary.connections() == 0
    assert count(session, Document) == 0


@pytest.mark.parametrize(
    ("others", "says"),
    [
        ({"text": "Some typed words"}, "a pasted text and an address"),
        ({"file": b"Some words"}, "a file and an address"),
        ({"text": "Some typed words", "file": b"x"}, "a pasted text and a file"),
    ],
)
def test_an_address_beside_something_else_is_refused_and_not_fetched(
    client: FlaskClient, online: Internet, others: dict[str, Any], says: str
) -> None:
    if content := others.get("file"):
        others = {**others, "file": (io.BytesIO(content), "some.txt")}
    response = post(client, "/articles", {"url": online.url("/ferries"), **others})
    html = response.get_data(as_text=True)
    assert response.status_code == 400
    check_page(response)
    assert f"There are both {says}: send one of them at a time." in html
    assert f'value="{online.url("/ferries")}"' in html
    if text := others.get("text"):
        assert text in html
    assert online.requests == []


def test_a_page_that_changed_shows_what_it_would_change(
    client: FlaskClient, session: Session, online: Internet
) -> None:
    url = online.url("/ferries")
    post(client, "/articles", {"url": url})
    changed = DIGEST.replace("9 minutes", "7 minutes").replace("electric\n", "quiet\n")
    online.pages["/ferries"] = answer(changed, kind="text/plain")
    response = post(client, "/articles", {"url": url})
    html = response.get_data(as_text=True)
    assert response.status_code == 200
    check_page(response)
    assert "nothing is stored yet" in html
    assert f'value="{url}"' in html
    assert count(session, Document) == 1


def test_a_page_above_the_bound_of_documents_is_refused(
    app: Flask, client: FlaskClient, online: Internet
) -> None:
    app.config["MAX_BYTES"] = 100
    response = post(client, "/articles", {"url": online.url("/ferries")})
    assert response.status_code == 400
    assert "it has more than 100 bytes." in response.get_data(as_text=True)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_slow_pages_leave_threads_for_everything_else(
    app: Flask,
    client: FlaskClient,
    online: Internet,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(adding, "_fetches", BoundedSemaphore(1))
    said = []

    def slowly(connection: socket.socket) -> None:
        other = app.test_client()
        response = post(other, "/articles", {"url": online.url("/ferries")})
        said.append((response.status_code, response.get_data(as_text=True)))
        connection.sendall(answer(DIGEST, kind="text/plain"))

    online.pages["/slow"] = slowly
    for _ in range(2):  # a page that has come makes room again
        response = post(client, "/articles", {"url": online.url("/slow")})
        assert response.status_code == 303
    assert [status for status, _ in said] == [400, 400]
    assert "Other pages are being fetched" in said[0][1]


def test_no_transaction_is_open_while_a_page_is_waited_for(
    app: Flask,
    client: FlaskClient,
    session: Session,
    online: Internet,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    open_ones = []

    def look(*args: Any, **over: Any) -> fetch_page.FetchedPage:
        from app.store.db import current_session

        open_ones.append(current_session().in_transaction())
        with write_tx(session):  # and another may write meanwhile
            make_article(session, title="Meanwhile")
        return fetch(*args, **over)

    fetch = fetch_page.fetch_page
    monkeypatch.setattr(fetch_page, "fetch_page", look)
    response = post(client, "/articles", {"url": online.url("/ferries")})
    assert (response.status_code, open_ones) == (303, [False])


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//evil.test/", "", None]
)
def test_only_an_address_of_the_web_becomes_a_link(
    client: FlaskClient, session: Session, url: str | None
) -> None:
    with write_tx(session):
        article = make_article(session)
        article.url = url
    html = get_page(client, f"/articles/{article.id}")
    assert "Read from" not in html
    assert url is None or f'href="{url}"' not in html
