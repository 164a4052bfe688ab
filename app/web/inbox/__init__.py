"""The inbox: cards that wait for a yes, beside their claims."""

from app.web.inbox.views import bp

__all__ = ["bp"]
