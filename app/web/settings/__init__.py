"""A person's settings, and the keys to the API that are theirs."""

from app.web.settings.views import bp

__all__ = ["bp"]
