"""Study: the cards that are due, one by one, graded by the person."""

from app.web.study.views import bp

__all__ = ["bp"]
