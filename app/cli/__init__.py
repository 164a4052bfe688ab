"""The terminal: a command group per noun."""

from flask import Flask


def init_app(app: Flask) -> None:
    """Give the app its commands."""
