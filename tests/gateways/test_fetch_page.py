"""Servers that answer well, wrongly, too much, too slowly or not at all."""

import gzip
import re
import socket
import ssl
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.domain.errors import InputError
from app.gateways.fetch_page import FetchedPage, fetch_page
from tests.gateways.bombs import bomb_of
from tests.support.internet import PUBLIC, Internet, answer

CERTIFICATE = Path(__file__).with_name("pages_test_certificate.pem")
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
#: How long the tests' slow servers are waited for, and how long that may take in all.
SHORT_S, SOON_S = 0.4, 10.0


def fetch(internet: Internet, path: str = "/", **over: Any) -> FetchedPage:
    return fetch_page(internet.url(path), policy=internet.policy(), **over)


def refusal(internet: Internet, path: str = "/", **over: Any) -> str:
    """Give why a page is refused."""
    with pytest.raises(InputError) as refused:
        fetch(internet, path, **over)
    start = f"The page at {internet.url(path)} could not be read: "
    assert refused.value.message.startswith(start)
    return refused.value.message.removeprefix(start)


# What is read


def test_a_page_is_given_as_it_was_received(internet: Internet) -> None:
    internet.pages["/a?b=c"] = answer("<p>Hello.", ETag='"1"')
    assert fetch(internet, "/a?b=c#d") == FetchedPage(
        url=internet.url("/a?b=c"),
        data=b"<p>Hello.",
        media_type="text/html",
        charset="utf-8",
        etag='"1"',
    )


def test_a_page_may_come_packed(internet: Internet) -> None:
    internet.pages["/"] = answer("<p>Hello." * 1_000, packed=True)
    assert fetch(internet).data == b"<p>Hello." * 1_000


def test_a_page_may_come_in_chunks_of_any_size(internet: Internet) -> None:
    internet.pages["/"] = (
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n2\r\nHe\r\n4\r\nllo.\r\n0\r\n\r\n"
    )
    assert fetch(internet).data == b"Hello."


def test_a_page_may_end_with_its_connection(internet: Internet) -> None:
    internet.pages["/"] = HEAD + b"\r\nHello."
    assert fetch(internet).data == b"Hello."


@pytest.mark.parametrize(
    ("header", "media_type", "charset"),
    [
        ("text/html", "text/html", None),
        ("Text/HTML; Charset=GB2312", "text/html", "gb2312"),
        ('text/plain;charset="shift_jis"', "text/plain", "shift_jis"),
        ("text/html; charset=nonsense", "text/html", None),
        ("text/html; charset=zlib", "text/html", None),
        ("text/html; charset=", "text/html", None),
        ("text/html; charset=\xff", "text/html", None),
        ("text/markdown", "text/markdown", None),
        ("application/xhtml+xml", "application/xhtml+xml", None),
        ("application/pdf", "application/pdf", None),
        (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            None,
        ),
    ],
)
def test_the_type_and_the_charset_are_those_of_the_header(
    internet: Internet, header: str, media_type: str, charset: str | None
) -> None:
    internet.pages["/"] = answer("Hello.", kind=header)
    page = fetch(internet)
    assert (page.media_type, page.charset) == (media_type, charset)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed_and_the_page_has_its_last_address(
    internet: Internet, status: int
) -> None:
    internet.pages["/old/page"] = answer("", status=f"{status} On", Location="../new#a")
    internet.pages["/new"] = answer("Hello.")
    page = fetch(internet, "/old/page")
    assert (page.url, page.data) == (internet.url("/new"), b"Hello.")


def test_three_redirects_are_followed_and_not_four(internet: Internet) -> None:
    for number in range(4):
        there = f"/{number + 1}"
        internet.pages[f"/{number}"] = answer("", status="302 Found", Location=there)
    internet.pages["/4"] = answer("Hello.")
    assert fetch(internet, "/1").data == b"Hello."
    assert refusal(internet, "/0") == "it leads on more than 3 times."
    internet.pages["/loop"] = answer("", status="302 Found", Location="/loop")
    assert refusal(internet, "/loop") == "it leads on more than 3 times."
    assert len(internet.requests) == 12


def test_a_request_says_who_asks_and_carries_nothing_else(
    internet: Internet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{internet.port}")
    monkeypatch.setenv("ALL_PROXY", f"http://127.0.0.1:{internet.port}")
    internet.pages["/a"] = answer(
        "", status="302 Found", Location="/b", Set_Cookie="id=1; Path=/"
    )
    internet.pages["/b"] = answer("Hello.")
    fetch(internet, "/a")
    assert internet.canary.connections() == 0
    for request, path in zip(internet.requests, ["/a", "/b"], strict=True):
        first, *fields = request.decode().strip().split("\r\n")
        assert first == f"GET {path} HTTP/1.1"
        names = [line.split(":")[0] for line in fields]
        assert sorted(names) == [
            "Accept",
            "Accept-Encoding",
            "Connection",
            "Host",
            "User-Agent",
        ]
        assert "Accept-Encoding: gzip" in fields
        assert f"Host: pages.test:{internet.port}" in fields
        assert any(line.startswith("User-Agent: Prebrief/") for line in fields)


def test_a_host_of_another_script_is_asked_for_in_its_plain_form(
    internet: Internet,
) -> None:
    internet.names["xn--bcher-kva.test"] = [[PUBLIC]]
    internet.pages["/"] = answer("Hello.")
    url = internet.url("/", host="Bücher。test")
    page = fetch_page(url, policy=internet.policy())
    assert page.url == internet.url("/", host="xn--bcher-kva.test")


def test_the_next_address_is_tried_where_one_does_not_answer(
    internet: Internet,
) -> None:
    internet.names["two.test"] = [["127.0.0.3", PUBLIC]]
    internet.pages["/"] = answer("Hello.")
    exceptions = internet.resolve("127.0.0.3", 80) + internet.resolve(PUBLIC, 80)
    page = fetch_page(
        internet.url("/", host="two.test"),
        policy=internet.policy(exceptions=exceptions),
    )
    assert page.data == b"Hello."


# What is refused


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (answer("No.", status="404 Not Found"), "answered with the status 404."),
        (answer("No.", status="500 Oh"), "answered with the status 500."),
        (answer("", status="304 Not Modified"), "answered with the status 304."),
        (answer("He", status="206 Partial"), "answered with the status 206."),
        (answer("x", kind="image/png"), "it is of the type image/png, and only web"),
        (answer("x", kind="application/json"), "of the type application/json"),
        (answer("x", kind="application/zip"), "of the type application/zip"),
        (HEAD[:17] + b"Content-Length: 1\r\n\r\nx", "it is of the type unknown"),
        (answer("x", kind="nonsense"), "it is of the type"),
        (answer("x", Content_Encoding="br"), "packed in a way that was not asked"),
        (answer("x", Content_Encoding="zstd"), "packed in a way that was not asked"),
        (answer("x", Content_Encoding="gzip, gzip"), "packed in a way that was not"),
        (answer("x", Content_Encoding="gzip"), "broken or cut off."),
        (answer("x", Content_Length="2"), "broken or cut off."),
        (answer("x", Content_Length="-1"), "broken or cut off."),
        (answer("x", Content_Length="1, 2"), "broken or cut off."),
        (answer("x" * 2_000, Content_Length="9" * 30), "broken or cut off."),
        (HEAD + b"X: " + b"y" * 200_000 + b"\r\n\r\n", "broken or cut off."),
        (HEAD + b"X: y\r\n" * 50_000 + b"\r\n", "broken or cut off."),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n", "broken or cut off."),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n9\r\nx", "broken or cut off."),
        (b"SSH-2.0-OpenSSH_9.2\r\n", "broken or cut off."),
        (b"", "broken or cut off."),
        (answer("", status="302 Found"), "it leads on more than 3 times."),
        (answer("", status="302 No", Location="http://["), "address that is not read."),
        (
            answer("", status="302 No", Location="http://[::zz]/"),
            "address that is not read.",
        ),
        (
            answer("", status="302 No", Location="//[::1"),
            "address that is not read.",
        ),
    ],
    ids=range(27),
)
def test_an_answer_that_is_no_page_is_refused_with_a_sentence(
    internet: Internet, page: bytes, reason: str
) -> None:
    internet.pages["/"] = page
    said = refusal(internet)
    assert reason in said
    assert said.endswith(".")


def test_a_length_that_is_told_too_short_bounds_the_page(internet: Internet) -> None:
    internet.pages["/"] = answer("Hello.", Content_Length="4")
    assert fetch(internet).data == b"Hell"


@pytest.mark.parametrize(
    "page",
    [
        answer(b"x" * 100_001),
        answer(b"x" * 100_001, packed=True),
        HEAD + b"\r\n" + b"x" * 100_001,
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + b"5\r\nxxxxx\r\n" * 20_001,
        HEAD + b"Content-Encoding: gzip\r\n\r\n" + bomb_of(50_000_000),
    ],
    ids=["plain", "packed", "without a length", "chunked", "bomb"],
)
def test_a_page_above_the_bound_is_refused(internet: Internet, page: bytes) -> None:
    internet.pages["/"] = page
    said = refusal(internet, max_bytes=100_000)
    assert said == "it has more than 100,000 bytes."


def test_a_page_at_the_bound_is_read(internet: Internet) -> None:
    internet.pages["/"] = answer(gzip.compress(b"x" * 100_000), Content_Encoding="gzip")
    assert len(fetch(internet, max_bytes=100_000).data) == 100_000


def dripping(start: bytes, drop: bytes) -> Callable[[socket.socket], None]:
    """Send a drop again and again, each well before any read would be given up."""
    waiting = threading.Event()

    def drip(connection: socket.socket) -> None:
        connection.sendall(start)
        while not waiting.wait(0.05):
            connection.sendall(drop)

    return drip


def silent(connection: socket.socket) -> None:
    """Listen until the other side hangs up."""
    while connection.recv(65_536):
        pass


@pytest.mark.parametrize(
    "page",
    [
        dripping(HEAD + b"\r\n", b"x"),
        dripping(HEAD, b"X: y\r\n"),
        dripping(b"", b"H"),
        dripping(b"HTTP/1.1 102 Wait\r\n\r\n", b"HTTP/1.1 102 Wait\r\n\r\n"),
        dripping(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
        dripping(HEAD + b"Content-Encoding: gzip\r\n\r\n", gzip.compress(b"", mtime=0)),
        silent,
    ],
    ids=["body", "head", "first line", "1xx", "chunks", "packed", "silence"],
)
def test_a_server_that_drips_is_given_up_at_the_deadline(
    internet: Internet, page: Callable[[socket.socket], None]
) -> None:
    internet.pages["/"] = page
    begun = time.monotonic()
    said = refusal(internet, deadline_seconds=SHORT_S)
    assert time.monotonic() - begun < SOON_S
    assert re.fullmatch(r"it took longer than 0\.4 seconds\.|.*broken.*", said)


def test_redirects_do_not_put_the_deadline_off(internet: Internet) -> None:
    def slowly(connection: socket.socket) -> None:
        threading.Event().wait(SHORT_S / 2)
        connection.sendall(answer("", status="302 Found", Location="/"))

    internet.pages["/"] = slowly
    begun = time.monotonic()
    said = refusal(internet, deadline_seconds=SHORT_S)
    assert said == "it took longer than 0.4 seconds."
    assert time.monotonic() - begun < SOON_S


def test_names_that_are_not_answered_are_given_up_at_the_deadline(
    internet: Internet,
) -> None:
    ended = threading.Event()

    def unanswered(host: str, port: int) -> list[Any]:
        ended.wait(30)
        return []

    begun = time.monotonic()
    with pytest.raises(InputError, match="its server could not be reached"):
        fetch_page(
            internet.url("/"),
            policy=internet.policy(resolve=unanswered),
            deadline_seconds=SHORT_S,
        )
    ended.set()
    assert time.monotonic() - begun < SOON_S


def test_an_address_that_stays_silent_is_given_up_at_the_deadline(
    internet: Internet,
) -> None:
    with socket.socket() as full:
        full.bind((PUBLIC, 0))
        full.listen(0)
        port = full.getsockname()[1]
        waiting = [socket.socket() for _ in range(4)]
        for it in waiting:  # until no more are let in, not even into the queue
            it.setblocking(False)
            it.connect_ex((PUBLIC, port))
        begun = time.monotonic()
        with pytest.raises(InputError, match="its server could not be reached"):
            fetch_page(
                f"http://pages.test:{port}/",
                policy=internet.policy(ports={port}),
                deadline_seconds=SHORT_S,
            )
        assert time.monotonic() - begun < SOON_S
        for it in waiting:
            it.close()


def test_a_mistake_of_ours_is_no_refusal(internet: Internet) -> None:
    def broken(host: str, port: int) -> list[Any]:
        raise KeyError(host)

    with pytest.raises(KeyError):
        fetch_page(internet.url("/"), policy=internet.policy(resolve=broken))


# Encrypted


def encrypted(connection: socket.socket) -> ssl.SSLSocket:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    return context.wrap_socket(connection, server_side=True)


@pytest.fixture
def secure_internet(internet: Internet, monkeypatch: pytest.MonkeyPatch) -> Internet:
    """Answer each connection encrypted."""
    plainly = internet.serve

    def serve(connection: socket.socket) -> None:
        with encrypted(connection) as stream:
            plainly(stream)

    monkeypatch.setattr(internet, "serve", serve)
    internet.pages["/"] = answer("Hello.")
    return internet


def test_an_encrypted_page_is_read_if_its_certificate_is_trusted(
    secure_internet: Internet,
) -> None:
    trusting = ssl.create_default_context(cafile=CERTIFICATE)
    url = secure_internet.url("/").replace("http:", "https:")
    policy = secure_internet.policy(ssl_context=trusting)
    assert fetch_page(url, policy=policy).data == b"Hello."


UNTRUSTED = "its server offers no encrypted connection that can be trusted."


def test_a_certificate_that_nobody_vouches_for_is_refused(
    secure_internet: Internet,
) -> None:
    url = secure_internet.url("/").replace("http:", "https:")
    with pytest.raises(InputError, match=UNTRUSTED):
        fetch_page(url, policy=secure_internet.policy())


def test_a_certificate_of_another_name_is_refused(secure_internet: Internet) -> None:
    secure_internet.names["other.test"] = [[PUBLIC]]
    trusting = ssl.create_default_context(cafile=CERTIFICATE)
    url = secure_internet.url("/", host="other.test").replace("http:", "https:")
    with pytest.raises(InputError, match=UNTRUSTED):
        fetch_page(url, policy=secure_internet.policy(ssl_context=trusting))


def test_a_greeting_that_never_comes_is_given_up_at_the_deadline(
    internet: Internet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(internet, "serve", silent)
    url = internet.url("/").replace("http:", "https:")
    begun = time.monotonic()
    with pytest.raises(InputError, match="could not be reached"):
        fetch_page(url, policy=internet.policy(), deadline_seconds=SHORT_S)
    assert time.monotonic() - begun < SOON_S
