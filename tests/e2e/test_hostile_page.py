"""A page of another site, open in the same browser, reads and writes nothing (S19).

The same attacks succeed where the shield and the form tokens are off: they are real.
"""

import shutil
import threading
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from werkzeug.serving import make_server
from werkzeug.wsgi import ClosingIterator

from app.factory import create_app
from app.web.shield import Shield
from tests.e2e.digest import DIGEST, TITLE
from tests.support.browser import PageOpener

if TYPE_CHECKING:
    from playwright.sync_api import Page

#: A name of the attacker's that leads here, as one rebound to 127.0.0.1 would.
REBOUND = "attacker.localhost"
HOSTILE = "<!doctype html><title>Prizes</title><h1>You have won</h1>"
FORM = """([url, text]) => {
  const form = document.createElement("form");
  form.method = "post";
  form.action = url;
  const field = document.createElement("textarea");
  field.name = "text";
  field.value = text;
  form.append(field);
  document.body.append(form);
  form.submit();
}"""
FETCH_WRITE = """([url, text]) => fetch(url, {
  method: "POST", mode: "no-cors", credentials: "include",
  body: new URLSearchParams({text}),
}).then(() => "sent", () => "refused")"""
FETCH_READ = """url => fetch(url, {credentials: "include"})
  .then(answer => answer.text(), () => "")"""
ELEMENT_READ = """([tag, url]) => new Promise(resolve => {
  const element = document.createElement(tag);
  element.onload = () => resolve("loaded");
  element.onerror = () => resolve("failed");
  element.src = url;
  document.body.append(element);
})"""
FRAME_READ = """url => new Promise(resolve => {
  const frame = document.createElement("iframe");
  frame.onload = () => {
    try { resolve(frame.contentWindow.document.body.textContent); }
    catch { resolve(""); }
  };
  frame.src = url;
  document.body.append(frame);
})"""


@contextmanager
def serving_app(app: Any) -> Iterator[str]:
    """Serve a WSGI app in this process; give its address."""

    def whole(environ: Any, start_response: Any) -> list[bytes]:
        # The server leaves an answer open whose reader has gone, as hostile pages do.
        with closing(ClosingIterator(app(environ, start_response))) as parts:
            return [b"".join(parts)]

    server = make_server("127.0.0.1", 0, whole, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def serve_app(tmp_path: Path, sqlite_template: Path) -> Iterator[Callable[..., str]]:
    """Serve a library of its own, with its shield and form tokens or without."""
    with ExitStack() as servers:

        def serve(*, is_shielded: bool) -> str:
            library = tmp_path / "library.sqlite"
            shutil.copy(sqlite_template, library)
            app = create_app(
                {
                    "INSTANCE": tmp_path / "instance",
                    "DATABASE_URL": f"sqlite:///{library}",
                    "WTF_CSRF_ENABLED": is_shielded,
                }
            )
            if not is_shielded:
                assert isinstance(app.wsgi_app, Shield)
                return servers.enter_context(serving_app(app.wsgi_app.inner))
            return servers.enter_context(serving_app(app))

        yield serve


@pytest.fixture(scope="module")
def hostile() -> Iterator[str]:
    """The attacker's own site, on another port of this machine."""

    def site(environ: Any, start_response: Any) -> list[bytes]:
        start_response("200 OK", [("Content-Type", "text/html")])
        return [HOSTILE.encode()]

    with serving_app(site) as url:
        yield url


def articles_of(url: str) -> str:
    """Read the list of articles past any browser."""
    with urllib.request.urlopen(f"{url}/articles", timeout=10) as answer:  # noqa: S310 - loopback
        page: str = answer.read().decode()
    return page


def write_by_form(page: "Page", url: str) -> None:
    with page.expect_navigation(url=f"{url}/**"):
        page.evaluate(FORM, [f"{url}/articles", DIGEST])


def write_by_fetch(page: "Page", url: str) -> None:
    page.evaluate(FETCH_WRITE, [f"{url}/articles", DIGEST])


WRITES = pytest.mark.parametrize("write", [write_by_form, write_by_fetch])


@WRITES
def test_another_site_writes_nothing(
    open_page: PageOpener,
    serve_app: Callable[..., str],
    hostile: str,
    write: Callable[["Page", str], None],
) -> None:
    url = serve_app(is_shielded=True)
    open_page.expected.append("status of 40[34]|ERR_BLOCKED_BY_RESPONSE")
    write(open_page(hostile), url)
    assert TITLE not in articles_of(url)


@WRITES
def test_without_the_shield_another_site_writes(
    open_page: PageOpener,
    serve_app: Callable[..., str],
    hostile: str,
    write: Callable[["Page", str], None],
) -> None:
    url = serve_app(is_shielded=False)
    open_page.expected.append("ERR_BLOCKED_BY_RESPONSE")
    write(open_page(hostile), url)
    assert TITLE in articles_of(url)


def test_another_site_reads_nothing(
    open_page: PageOpener, serve_app: Callable[..., str], hostile: str
) -> None:
    url = serve_app(is_shielded=True)
    page = open_page(hostile)
    open_page.expected.append("CORS policy|ERR_FAILED|ERR_BLOCKED|frame-ancestors")
    assert page.evaluate(FETCH_READ, f"{url}/articles") == ""
    for tag, path in (("img", "/articles"), ("script", "/static/js/main.js")):
        assert page.evaluate(ELEMENT_READ, [tag, url + path]) == "failed", tag
    assert "library" not in page.evaluate(FRAME_READ, f"{url}/articles")


def read_by_rebound_name(page: "Page", url: str) -> str:
    """Read from a page of the attacker's whose very origin now leads here."""
    place = url.replace("127.0.0.1", REBOUND)
    page.route(
        f"{place}/prizes",
        lambda route: route.fulfill(content_type="text/html", body=HOSTILE),
    )
    page.goto(f"{place}/prizes")
    read: str = page.evaluate(FETCH_READ, f"{place}/articles")
    return read


def test_a_rebound_name_reads_nothing(
    open_page: PageOpener, serve_app: Callable[..., str]
) -> None:
    url = serve_app(is_shielded=True)
    open_page.expected.append(f"left this machine: http://{REBOUND}|status of 421")
    assert "In your library" not in read_by_rebound_name(open_page(), url)


def test_without_the_shield_a_rebound_name_reads(
    open_page: PageOpener, serve_app: Callable[..., str]
) -> None:
    url = serve_app(is_shielded=False)
    open_page.expected.append(f"left this machine: http://{REBOUND}")
    assert "In your library" in read_by_rebound_name(open_page(), url)
