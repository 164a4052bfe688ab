"""What an article is: groups of claims, each with its place in the source text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement.

    `start` and `end` count code points of the decoded text (after the BOM, before any
    normalisation). The span includes citation markers inside the statement, not those
    that trail it. `language` is an ISO 639-1 code, `und` where nothing tells it.
    """

    text: str
    language: str
    citations: tuple[int, ...]
    start: int
    end: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A titled part of an article; `number` is the one its heading gives, if any."""

    number: int | None
    title: str
    language: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """An article as read. `start` and `end` bound it in the decoded text."""

    title: str
    language: str
    core_insight: Claim | None
    groups: tuple[Group, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What one document was read as, with a sentence for each doubt."""

    articles: tuple[Article, ...]
    warnings: tuple[str, ...]
