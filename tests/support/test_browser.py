import http.server
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.browser import PageOpener, assert_accessible, axe_violations

ROOT = Path(__file__).parents[2]
LEAST_BROWSER_TESTS = 100
LEAST_PLANTED_VIOLATIONS = 9
PLANTED_FAULTS = """<!doctype html><html><head></head><body>
<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">
<h3>Too deep</h3><h3></h3>
<form><input type="text"><select><option>One</option></select></form>
<button></button><a href="/"></a>
<p><font color="#eeeeee">Pale words on white paper</font></p>
<ul><p>Not an item</p></ul>
<div role="grid"></div><div role="no-such-role">Odd</div>
<iframe src="about:blank"></iframe>
<table><tr><th></th><td>1</td></tr></table>
<div id="twin" aria-labelledby="nowhere"></div><label for="twin2"></label>
</body></html>"""
SOUND_PAGE = """<!doctype html><html lang="en"><head><title>Sound</title></head>
<body><main><h1>Sound</h1><p>Words.</p></main></body></html>"""
STRICT_POLICY = (
    "default-src 'none'; img-src data:; frame-src 'self'; "
    "require-trusted-types-for 'script'; trusted-types app"
)


INLINE_SCRIPT_PAGE = SOUND_PAGE.replace(
    "Words.", "<script>document.title = 'Changed'</script>"
)
PAGES = {
    "/faults": PLANTED_FAULTS,
    "/sound": SOUND_PAGE,
    "/inline": INLINE_SCRIPT_PAGE,
}


class PageHandler(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        content = PAGES.get(self.path, SOUND_PAGE).encode()
        self.send_response(200 if self.path in PAGES else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Security-Policy", STRICT_POLICY)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name
        """Keep the test's output quiet."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), PageHandler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_axe_finds_the_planted_faults_under_a_strict_policy(
    open_page: PageOpener, site: str
) -> None:
    found = axe_violations(open_page(f"{site}/faults"))
    assert len(found) >= LEAST_PLANTED_VIOLATIONS, [fault["id"] for fault in found]


def test_axe_has_nothing_against_a_sound_page(open_page: PageOpener, site: str) -> None:
    assert_accessible(open_page(f"{site}/sound"))


def test_a_page_with_faults_is_not_called_accessible(
    open_page: PageOpener, site: str
) -> None:
    page = open_page(f"{site}/faults")
    with pytest.raises(AssertionError, match="image-alt"):
        assert_accessible(page)


def test_a_script_that_the_policy_blocks_is_a_complaint(
    open_page: PageOpener, site: str
) -> None:
    open_page(f"{site}/inline")
    assert any("Content Security Policy" in text for text in open_page.unexpected())
    open_page.expected.append("Content Security Policy")
    assert open_page.unexpected() == []


def test_an_error_in_a_script_is_a_complaint(open_page: PageOpener) -> None:
    page = open_page()
    page.evaluate("setTimeout(() => { throw new Error('broken') })")
    page.wait_for_timeout(50)
    assert open_page.unexpected() == ["error: broken"]
    open_page.expected.append("broken")


def test_a_refused_request_is_a_complaint_until_it_is_expected(
    open_page: PageOpener, site: str
) -> None:
    open_page(f"{site}/nowhere")
    assert [text for text in open_page.unexpected() if "404" in text]
    open_page.expected.append("status of 404")
    assert open_page.unexpected() == []


def test_a_request_beyond_loopback_is_a_complaint(
    open_page: PageOpener, site: str
) -> None:
    page = open_page(f"{site}/sound")
    page.route("**/*", lambda route: route.abort())
    page.evaluate("location.href = 'http://outside.test/'")
    page.wait_for_timeout(50)
    assert any("left this machine" in text for text in open_page.unexpected())
    open_page.expected.append("outside.test|ERR_FAILED")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_has_the_width_and_colours_asked_for(
    open_page: PageOpener, width: int, scheme: str
) -> None:
    page = open_page(width=width, color_scheme="dark" if scheme == "dark" else "light")
    assert page.evaluate("innerWidth") == width
    assert page.evaluate(f"matchMedia('(prefers-color-scheme: {scheme})').matches")


def test_a_page_without_javascript_runs_none(open_page: PageOpener, site: str) -> None:
    page = open_page(f"{site}/inline", javascript=False)
    assert page.title() == "Sound"


def test_the_browser_tests_have_not_vanished() -> None:
    listing = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "tests/e2e"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    count = len(re.findall("^tests/e2e/.*::", listing.stdout, re.MULTILINE))
    assert count >= LEAST_BROWSER_TESTS, listing.stdout + listing.stderr
