"""Ask for pages as a browser would, and hold every page to the same rules."""

import re
from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse


class _Page(HTMLParser):
    """Collects what the rules look at."""

    def __init__(self) -> None:
        super().__init__()
        self.headings = 0
        self.title = ""
        self.ids: list[str] = []
        self.labelled: set[str] = set()
        self.fields: list[dict[str, str | None]] = []
        self.links: list[str] = []
        self.inline: list[str] = []
        self._in_title = False
        self._labels_open = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if identifier := found.get("id"):
            self.ids.append(identifier)
        self.inline += [name for name in found if name == "style" or name[:2] == "on"]
        self.headings += tag == "h1"
        self._in_title = self._in_title or (tag == "title" and not self.title)
        if tag == "label":
            self._labels_open += 1
            self.labelled.add(found.get("for") or "")
        if tag == "a" and (href := found.get("href")):
            self.links.append(href)
        if tag in ("input", "select", "textarea") and found.get("type") not in (
            "hidden",
            "submit",
        ):
            if self._labels_open:
                found["aria-label"] = "wrapped in its label"
            self.fields.append(found)

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._in_title = False
        if tag == "label":
            self._labels_open -= 1

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data


def get_page(client: FlaskClient, url: str, *, status: int = 200) -> str:
    """Get a page, check what holds for every page, and give its HTML."""
    response = client.get(url)
    html = response.get_data(as_text=True)
    assert response.status_code == status, (url, response.status_code, html[:2_000])
    check_page(response)
    return html


def check_page(response: TestResponse) -> None:
    """Hold a page to the rules: title, one h1, labels, unique ids, nothing inline."""
    page = _Page()
    page.feed(response.get_data(as_text=True))
    assert page.title.strip().endswith("Prebrief"), page.title
    assert page.headings == 1, f"{page.headings} h1"
    assert len(page.ids) == len(set(page.ids)), "an id stands twice"
    assert not page.inline, f"inline {page.inline}"
    for field in page.fields:
        is_named = field.get("aria-label") or field.get("aria-labelledby")
        assert is_named or field.get("id") in page.labelled, f"no label: {field}"
    for link in page.links:
        if link.startswith("#") and link != "#":
            assert link[1:] in page.ids, f"{link} leads nowhere"
        assert not link.startswith("//"), link


def csrf_token(client: FlaskClient, url: str = "/articles") -> str:
    """Give the form token of this client's session."""
    html = client.get(url).get_data(as_text=True)
    found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', html)
    assert found, f"no form token on {url}"
    return found.group(1)


def post(
    client: FlaskClient,
    url: str,
    data: Mapping[str, Any] | None = None,
    *,
    headers: Mapping[str, str] | None = None,
    page: str = "/articles",
) -> TestResponse:
    """Post a form as `page` would: with the session's token."""
    fields = {"csrf_token": csrf_token(client, page), **(data or {})}
    return client.post(url, data=fields, headers=dict(headers or {}))
