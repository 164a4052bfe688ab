"""Cards: edit, add, keep, suspend, delete one."""

from app.web.cards.views import bp

__all__ = ["bp"]
