"""Articles: paste or upload one, read it beside its source, watch its cards come."""

from app.web.articles.views import bp

__all__ = ["bp"]
