"""What an article is: groups of claims, each with its place in the source text."""

from dataclasses import dataclass
from enum import StrEnum

#: Title of the group that holds an article's core insight.
CORE_INSIGHT_TITLE = "Core insight"


class DocumentKind(StrEnum):
    """What the bytes of a document are, told by the bytes themselves."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"


class Standing(StrEnum):
    """What became of a statement that was read.

    `taken` is a claim like any other; `offered` waits for a person, since the reader is
    not sure that it stands alone; `rejected` was thrown out by a person, who can take
    it back; `gone` is no longer in its article's newest revision, or was merged away.
    """

    TAKEN = "taken"
    OFFERED = "offered"
    REJECTED = "rejected"
    GONE = "gone"


class ChangeKind(StrEnum):
    """What a new revision of an article did to one of its claims."""

    SAME = "same"
    REWORDED = "reworded"
    FACTS_CHANGED = "facts changed"
    NEW = "new"
    GONE = "gone"


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
class Offer:
    """A sentence that may be a claim; `reason` says in a sentence why it is not one.

    The other fields are those of `Claim`.
    """

    text: str
    language: str
    citations: tuple[int, ...]
    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Group:
    """A titled part of an article; `number` is the one its heading gives, if any.

    `offered` are the sentences that were not taken as claims, in reading order.
    """

    number: int | None
    title: str
    language: str
    claims: tuple[Claim, ...]
    offered: tuple[Offer, ...] = ()


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
