"""Every page there is or will be keeps the rules of a page, and leads somewhere."""

import re
from collections.abc import Iterator
from dataclasses import asdict
from html import unescape
from urllib.parse import urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.exceptions import HTTPException
from werkzeug.test import TestResponse

from tests.support.pages import check_page
from tests.support.routes import address, safe_routes

from .conftest import Filled

#: What is looked at by programs, with what they are given.
NOT_PAGES = {
    "/healthz": "text/plain",
    "/readyz": "text/plain",
    "/static/<path:filename>": "text/javascript",
    "/api/openapi.json": "application/json",
    "/articles/<int:article_id>/progress": "application/json",
    "/articles/<int:article_id>/anew/progress": "application/json",
    "/articles/readings/<uuid:job_id>/progress": "application/json",
    "/retention.csv": "text/csv",
    "/retention.json": "application/json",
}

#: Pages that are nothing without this.
QUERIES = {"/cards/new": "claim={claim_id}"}

ATTRIBUTE = re.compile(r'\b(href|src|action|formaction)="([^"]*)"')


def pages(app: Flask, filled: Filled) -> Iterator[str]:
    for rule in safe_routes(app):
        if rule.rule not in NOT_PAGES and not rule.rule.startswith("/api/v1/"):
            query = QUERIES.get(rule.rule, "").format_map(asdict(filled))
            yield f"{address(app, rule, asdict(filled))}?{query}"


def follow(client: FlaskClient, url: str) -> TestResponse:
    response = client.get(url, follow_redirects=True)
    assert response.status_code == 200, (url, response.status_code)
    assert response.mimetype == "text/html", url
    return response


def test_every_page_keeps_the_rules(
    app: Flask, client: FlaskClient, filled: Filled
) -> None:
    found = list(pages(app, filled))
    for url in found:
        check_page(follow(client, url))
    assert len(found) > 8


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_every_page_of_an_empty_library_keeps_the_rules(
    app: Flask, client: FlaskClient
) -> None:
    for rule in safe_routes(app):
        is_page = rule.rule not in NOT_PAGES and not rule.rule.startswith("/api/")
        if is_page and not rule.arguments and rule.rule not in QUERIES:
            check_page(follow(client, rule.rule))


def test_what_is_no_page_says_what_it_is(
    app: Flask, client: FlaskClient, filled: Filled
) -> None:
    routes = {rule.rule: rule for rule in safe_routes(app)}
    for path, kind in NOT_PAGES.items():
        if path not in routes:
            pytest.fail(f"{path} is gone: take it out of the table")
        url = address(app, routes[path], {**asdict(filled), "filename": "js/main.js"})
        response = client.get(url, buffered=True)
        assert (response.status_code, response.mimetype) == (200, kind), url


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_every_address_on_every_page_leads_somewhere(
    app: Flask, client: FlaskClient, filled: Filled
) -> None:
    """Crawl from the start page: what is linked answers, what is posted to exists."""
    waiting, seen, actions = ["/", *pages(app, filled)], set[str](), set[str]()
    while waiting:
        url = waiting.pop()
        if url in seen or len(seen) > 500:
            continue
        seen.add(url)
        response = client.get(url, follow_redirects=True, buffered=True)
        assert response.status_code == 200, url
        if response.mimetype != "text/html":
            continue
        for name, raw in ATTRIBUTE.findall(response.text):
            target = unescape(raw)
            if target.startswith(("#", "data:", "https://")):
                continue
            assert target.startswith(("/", "?")), (url, target)
            if "action" in name:
                actions.add(urlsplit(target).path or urlsplit(url).path)
            else:
                path = urlsplit(url).path if target.startswith("?") else ""
                waiting.append(path + target.partition("#")[0])
    adapter = app.url_map.bind("localhost")
    for path in actions:
        try:
            methods = adapter.allowed_methods(path)
        except HTTPException:
            methods = []
        assert {"POST", "GET"} & set(methods), f"no form goes to {path}"
    assert len(seen) > 15
