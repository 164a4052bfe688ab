"""Retention: how much is still known, group by group."""

from app.web.retention.views import bp

__all__ = ["bp"]
