"""A candidate: a card that could be written for a claim. Pure data."""

from dataclasses import dataclass

from app.domain.card import Kind
from app.domain.writing.quantities import Quantity


@dataclass(frozen=True, slots=True)
class Candidate:
    """A card that could be written for a claim.

    `stem` is the sentence that the question was made from, `subject` tells facts apart
    within a claim, `worth` is its chance (0-1) by `weights`. `points_at` is what it
    leaves to another claim to explain. `quantity` has offsets in the sentence it was
    found in.
    """

    kind: Kind
    pattern: str
    question: str
    answer: str
    stem: str
    subject: str
    features: frozenset[str]
    worth: float
    context: str | None = None
    points_at: str = ""
    quantity: Quantity | None = None
