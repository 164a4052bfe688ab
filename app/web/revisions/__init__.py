"""Revisions: see what a changed text would change, take it, look back."""

from app.web.revisions.views import bp

__all__ = ["bp"]
