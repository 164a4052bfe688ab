"""Read a text into articles, groups and claims. Pure."""

from app.domain.reading.reader import read_text
from app.domain.reading.script import language_of

__all__ = ["language_of", "read_text"]
