"""What a team made of the cards that the rules wrote, as JSON lines: a labelled set."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class LabelledCard:
    """A card as the rules wrote it, and what became of it. Nobody is named.

    `article` tells texts apart, so that a model can be judged on texts it never saw.
    `edited` are the words that a person gave it, where they changed them.
    """

    article: str
    language: str
    claim: str
    kind: str
    pattern: str
    tier: str
    context: str | None
    question: str
    answer: str
    features: tuple[str, ...] | None
    written_with: str | None
    outcome: str
    edited: "EditedWords | None"
    judged_at: datetime


@dataclass(frozen=True, slots=True)
class EditedWords:
    """What an edited card says now."""

    context: str | None
    question: str
    answer: str


def verdict_lines(cards: Iterable[LabelledCard]) -> bytes:
    """Give one JSON object a line; moments are ISO 8601 in UTC."""
    lines = (
        json.dumps(
            {**asdict(card), "judged_at": card.judged_at.isoformat()},
            ensure_ascii=False,
        )
        for card in cards
    )
    return "".join(f"{line}\n" for line in lines).encode()
