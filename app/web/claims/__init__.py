"""Claims: reword, split, merge, move, reject, take one, or mark it in the source."""

from app.web.claims.views import bp

__all__ = ["bp"]
