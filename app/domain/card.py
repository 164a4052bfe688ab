"""What a card is, before anyone has stored it."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How a card asks."""

    QA = "qa"
    CLOZE = "cloze"
    NUMERIC = "numeric"


class Origin(StrEnum):
    """Who wrote a card."""

    RULES = "rules"
    MODEL = "model"
    PERSON = "person"
    IMPORT = "import"


class Status(StrEnum):
    """Where a card stands between being written and being remembered."""

    WAITING = "waiting"
    KEPT = "kept"
    SUSPENDED = "suspended"
    REJECTED = "rejected"
    STALE = "stale"
    RETIRED = "retired"


class Tier(StrEnum):
    """`default` cards arrive ticked, `suggested` ones unticked."""

    DEFAULT = "default"
    SUGGESTED = "suggested"


#: The gap that a cloze question shows.
GAP = "[…]"


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence to call true or false; `changed` says what makes it false."""

    text: str
    true: bool
    changed: str | None


@dataclass(frozen=True, slots=True)
class CardDraft:
    """A card that a writer proposes.

    `group` and `claim` are 0-based positions within their parent, both None for the
    article's core insight. `choices`, where given, contains `answer` exactly once.
    `explanation` is shown on the answer side (the claim in full). `features` name what
    spoke for and against it, in alphabetical order; `doubt` says in half a sentence why
    it is only suggested.
    """

    group: int | None
    claim: int | None
    kind: Kind
    pattern: str
    tier: Tier
    context: str | None
    question: str
    answer: str
    choices: tuple[str, ...] | None
    statement: Statement | None
    explanation: str
    features: tuple[str, ...] = ()
    doubt: str | None = None


@dataclass(frozen=True, slots=True)
class Uncovered:
    """A claim that got no default card, with the reason in words."""

    group: int | None
    claim: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class RejectedDraft:
    """A candidate that the gate refused, with the check it failed."""

    group: int | None
    claim: int | None
    pattern: str
    question: str
    reason: str


@dataclass(frozen=True, slots=True)
class Written:
    """Everything one run of the writer has to say about an article."""

    cards: tuple[CardDraft, ...]
    uncovered: tuple[Uncovered, ...]
    rejected: tuple[RejectedDraft, ...]
