"""Proposals: an article's cards written anew, looked at, and taken or not."""

from app.web.proposals.views import bp

__all__ = ["bp"]
