"""Long documents: follow how they are read, stop it, forget one that was refused."""

from app.web.readings.views import bp

__all__ = ["bp"]
