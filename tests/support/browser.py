"""Drive a real Chromium, and fail a test on whatever its console complains of."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlsplit

import pytest

import dev

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

CHROMIUM_FLAGS = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
AXE_TAGS = (
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22a",
    "wcag22aa",
    "best-practice",
)
LOOPBACK = ("127.0.0.1", "localhost", "::1")
WAIT_MS = 10_000


@pytest.fixture(scope="session")
def chromium() -> "Iterator[Browser]":
    """One Chromium for the worker; its pages come from `open_page`."""
    from playwright.sync_api import sync_playwright

    path = dev.find_browser()
    if path is None:
        pytest.fail("No Chromium: set CHROMIUM or run `python3 dev.py test`.")
    flags = list(CHROMIUM_FLAGS)
    if os.geteuid() == 0:
        flags.append("--no-sandbox")  # Chromium refuses to sandbox root
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, headless=True, args=flags
        )
        yield browser
        browser.close()


@dataclass
class PageOpener:
    """Open pages in fresh contexts; collect what their consoles complain of.

    A test that provokes a complaint (a refused post shows as "status of 400")
    says so by adding a pattern to `expected`.
    """

    browser: "Browser"
    contexts: "list[BrowserContext]" = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def __call__(
        self,
        url: str = "about:blank",
        *,
        width: int = 1280,
        height: int = 800,
        color_scheme: Literal["light", "dark"] = "light",
        reduced_motion: Literal["reduce", "no-preference"] = "no-preference",
        forced_colors: Literal["active", "none"] = "none",
        javascript: bool = True,
        touch: bool = False,
        timezone: str = "UTC",
        locale: str = "en-GB",
    ) -> "Page":
        """Return a page of this kind, loaded from the URL, in a fresh context."""
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=color_scheme,
            reduced_motion=reduced_motion,
            forced_colors=forced_colors,
            java_script_enabled=javascript,
            has_touch=touch,
            timezone_id=timezone,
            locale=locale,
        )
        context.set_default_timeout(WAIT_MS)
        self.contexts.append(context)
        context.on("page", self._listen)
        page = context.new_page()
        if url != "about:blank":
            page.goto(url)
        return page

    def _listen(self, page: "Page") -> None:
        complain = self.complaints.append
        page.on("pageerror", lambda error: complain(f"error: {error}"))
        page.on(
            "console",
            lambda message: (
                complain(f"console: {message.text}")
                if message.type == "error"
                else None
            ),
        )
        page.on(
            "request",
            lambda request: (
                complain(f"left this machine: {request.url}")
                if leaves_this_machine(request.url)
                else None
            ),
        )

    def unexpected(self) -> list[str]:
        """Return the complaints that the test has not announced."""
        return [
            complaint
            for complaint in self.complaints
            if not any(re.search(pattern, complaint) for pattern in self.expected)
        ]


def leaves_this_machine(url: str) -> bool:
    """Tell whether a request for this URL goes beyond loopback."""
    parts = urlsplit(url)
    return parts.scheme in ("http", "https", "ws", "wss") and (
        parts.hostname not in LOOPBACK
    )


@pytest.fixture
def open_page(chromium: "Browser") -> Iterator[PageOpener]:
    """Open pages; fail on page errors, console errors (CSP too), outside requests."""
    opener = PageOpener(chromium)
    yield opener
    for context in opener.contexts:
        context.close()
    assert opener.unexpected() == []


def axe_violations(page: "Page") -> list[dict[str, Any]]:
    """Run axe-core on the page as it stands and return what it objects to."""
    from axe_playwright_python.base import AXE_FILE_PATH

    if page.evaluate("typeof axe") == "undefined":
        # Evaluated by the debugger, so that a page's CSP need not let it in.
        page.evaluate(AXE_FILE_PATH.read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = page.evaluate(
        """async tags => (await axe.run(document, {
            runOnly: {type: "tag", values: tags}, resultTypes: ["violations"],
        })).violations.map(violation => ({
            id: violation.id,
            help: violation.help,
            nodes: violation.nodes.map(node => node.html.slice(0, 200)),
        }))""",
        list(AXE_TAGS),
    )
    return found


def assert_accessible(page: "Page") -> None:
    """Fail with axe's rule, its sentence and the elements, if there are any."""
    objections = [
        f"{violation['id']}: {violation['help']}: {violation['nodes']}"
        for violation in axe_violations(page)
    ]
    if objections:
        raise AssertionError("\n".join([f"axe on {page.url}:", *objections]))
