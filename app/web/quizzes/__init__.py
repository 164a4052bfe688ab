"""Quizzes: start one, answer its questions, see what came of it."""

from app.web.quizzes.views import bp

__all__ = ["bp"]
