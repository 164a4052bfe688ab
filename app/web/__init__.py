"""HTTP: a blueprint per noun."""

from flask import Flask


def init_app(app: Flask) -> None:
    """Give the app its pages."""
