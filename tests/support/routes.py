"""Walk the routes of the app, so that a new one is tested without being named."""

from collections.abc import Iterator, Mapping
from typing import Any

from flask import Flask
from werkzeug.routing import Rule

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


def unsafe_routes(app: Flask) -> Iterator[tuple[str, Rule]]:
    """Give each method and route that changes something."""
    for rule in app.url_map.iter_rules():
        for method in sorted((rule.methods or set()) - SAFE_METHODS):
            yield method, rule


def safe_routes(app: Flask) -> Iterator[Rule]:
    """Give each route that can be looked at."""
    for rule in app.url_map.iter_rules():
        if "GET" in (rule.methods or set()):
            yield rule


def address(app: Flask, rule: Rule, values: Mapping[str, Any]) -> str:
    """Give a route's address with `values` for its arguments.

    A choice among words takes the first. An argument that `values` does not know is a
    failure: name what it stands for in `tests/web/conftest.py`.
    """
    filled = {}
    for name in rule.arguments:
        words = getattr(rule._converters[name], "items", None)
        if name not in values and not words:
            raise AssertionError(f"{rule.rule}: no value is known for {name!r}")
        filled[name] = values.get(name) or sorted(words or ())[0]
    adapter = app.url_map.bind("localhost")
    return adapter.build(rule.endpoint, filled)
