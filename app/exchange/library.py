"""A whole library as JSON: everything that is not derived, and nothing of its ids.

Cards are numbered in the order in which they stand, and reviews name them so; so the
document is the same wherever the library was stored.
"""

import json
import re
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.domain.article import ChangeKind, DocumentKind, Standing
from app.domain.card import Kind, Origin, Status, Tier
from app.domain.errors import InputError
from app.domain.review import Format, Mode, Rating
from app.domain.verdict import Outcome
from app.exchange.records import as_json, from_json

FORMAT = "prebrief"
#: Goes up when a reader of the version before could not read it.
VERSION = 1

_START = re.compile(
    rb'(?:\xef\xbb\xbf)?\s{0,99}\{\s{0,99}"format"\s{0,99}:\s{0,99}"prebrief"'
)


@dataclass(frozen=True, slots=True)
class CardRecord:
    """A card, and until when the person has it buried."""

    kind: Kind
    pattern: str
    origin: Origin
    status: Status
    tier: Tier
    is_ticked: bool
    context: str | None
    question: str
    answer: str
    choices: tuple[str, ...] | None
    statement_text: str | None
    statement_true: bool | None
    statement_changed: str | None
    explanation: str
    written_with: str | None
    created_at: datetime
    updated_at: datetime
    buried_until: datetime | None
    #: The status it gets back with its claim, where that was rejected.
    returns_to: Status | None = None
    #: Names of what spoke for and against it when it was written, where that is known.
    features: tuple[str, ...] | None = None
    #: Why it is only suggested.
    doubt: str | None = None
    is_edited: bool = False


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """A claim with its cards; `start` and `end` count in the document's text."""

    text: str
    language: str
    citations: tuple[int, ...]
    start: int
    end: int
    notes: tuple[str, ...]
    written_with: str | None
    uncovered_reason: str | None
    cards: tuple[CardRecord, ...]
    standing: Standing = Standing.TAKEN
    doubt: str | None = None
    is_edited: bool = False


@dataclass(frozen=True, slots=True)
class GroupRecord:
    """A group; the core insight, where there is one, is the first."""

    is_core_insight: bool
    number: int | None
    title: str
    language: str
    claims: tuple[ClaimRecord, ...]


@dataclass(frozen=True, slots=True)
class ChangeRecord:
    """What a revision did to the article's claim of that number, counted from 0."""

    claim: int
    kind: ChangeKind
    text_before: str | None
    text_after: str | None
    what: str | None


@dataclass(frozen=True, slots=True)
class RevisionRecord:
    """An article as it was once, in the document of that number, counted from 0."""

    number: int
    document: int
    title: str
    start: int
    end: int
    imported_at: datetime
    changes: tuple[ChangeRecord, ...]


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article; `start` and `end` bound it in its document's text."""

    title: str
    language: str
    start: int
    end: int
    is_sample: bool
    imported_at: datetime
    groups: tuple[GroupRecord, ...]
    url: str | None = None
    revision: int = 1
    revisions: tuple[RevisionRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A text with the articles whose newest revision was read from it."""

    name: str
    imported_at: datetime
    text: str
    articles: tuple[ArticleRecord, ...]
    kind: DocumentKind = DocumentKind.TEXT
    url: str | None = None


@dataclass(frozen=True, slots=True)
class ReviewRecord:
    """A log entry: an answer to the card of that number, counted from 0."""

    id: UUID
    card: int
    reviewed_at: datetime
    study_day: date
    zone: str
    duration_ms: int
    rating: Rating
    mode: Mode
    format: Format
    options: int | None
    interval_before: int
    chosen_day: date | None
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class WithdrawalRecord:
    """A log entry: the review of that id was taken back."""

    review: UUID
    withdrawn_at: datetime


@dataclass(frozen=True, slots=True)
class RelearnRecord:
    """A log entry: a fact that the card of that number asks for changed."""

    card: int
    due_at: datetime
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class VerdictRecord:
    """What somebody of the team made of the card of that number, as it was written.

    `is_own`: it was the person whose export this is; others are not named.
    """

    card: int
    is_own: bool
    judged_at: datetime
    outcome: Outcome
    kind: Kind
    pattern: str
    tier: Tier
    claim_text: str
    context: str | None
    question: str
    answer: str
    features: tuple[str, ...] | None
    written_with: str | None
    new_context: str | None
    new_question: str | None
    new_answer: str | None


@dataclass(frozen=True, slots=True)
class SettingsRecord:
    """A log entry: the scheduler's settings from an instant on; steps in seconds."""

    from_at: datetime
    parameters: tuple[float, ...]
    desired_retention: float
    learning_steps: tuple[int, ...]
    relearning_steps: tuple[int, ...]
    maximum_interval: int


@dataclass(frozen=True, slots=True)
class PreferencesRecord:
    """What the person prefers."""

    timezone: str
    is_timezone_confirmed: bool
    day_start_hour: int
    new_per_day: int
    reviews_per_day: int
    studies_without_asking: bool
    theme: str
    uses_shortcuts: bool


@dataclass(frozen=True, slots=True)
class QuestionRecord:
    """A question of a quiz: the card of that number, and what became of it."""

    card: int
    format: Format
    choices: tuple[str, ...] | None
    review_id: UUID
    shown_at: datetime | None
    answered_at: datetime | None
    response: str | None
    is_right: bool | None
    is_unsure: bool
    is_overridden: bool


@dataclass(frozen=True, slots=True)
class QuizRecord:
    """A quiz with its questions in order."""

    minutes: int | None
    question_count: int | None
    created_at: datetime
    finished_at: datetime | None
    questions: tuple[QuestionRecord, ...]


@dataclass(frozen=True, slots=True)
class Library:
    """Everything of one person. Entries of the log stand in the order of arrival."""

    preferences: PreferencesRecord
    settings: tuple[SettingsRecord, ...]
    documents: tuple[DocumentRecord, ...]
    reviews: tuple[ReviewRecord, ...]
    withdrawals: tuple[WithdrawalRecord, ...]
    quizzes: tuple[QuizRecord, ...]
    relearns: tuple[RelearnRecord, ...] = ()
    verdicts: tuple[VerdictRecord, ...] = ()


def library_bytes(library: Library) -> bytes:
    """Give the JSON document; equal libraries give equal bytes."""
    document = {"format": FORMAT, "version": VERSION, **as_json(library)}
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return text.encode() + b"\n"


def is_library(data: bytes) -> bool:
    """Say whether bytes begin as `library_bytes` does, however they are spaced."""
    return _START.match(data) is not None


def read_library(data: bytes) -> Library:
    """Read what `library_bytes` wrote; raise InputError naming the place that fails."""
    try:
        document = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError(
            f"The export is damaged: byte {error.start + 1:,} is not valid UTF-8."
        ) from error
    except json.JSONDecodeError as error:
        raise InputError(
            f"The export is damaged or cut off: line {error.lineno:,}, column "
            f"{error.colno:,} is not valid JSON."
        ) from error
    except (RecursionError, ValueError) as error:
        # Nested too deeply, or a number of thousands of digits.
        raise InputError("The export is damaged: it holds what we never write.") from (
            error
        )
    version = document.pop("version", None)
    del document["format"]
    if version != VERSION:
        raise InputError(
            f"This export is of version {str(version)[:20]}; version {VERSION} is read."
        )
    return from_json(Library, document, "export")
