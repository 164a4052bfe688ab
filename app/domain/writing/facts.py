"""Facts: the units of a sentence that a card could ask for. Pure data."""

from dataclasses import dataclass

from app.domain.writing.quantities import Quantity


@dataclass(frozen=True, slots=True)
class Fact:
    """A unit of a sentence: where it stands, which rule found it, what speaks for it.

    `start` and `end` are offsets in the sentence. `subject` names what it says: two
    with one `subject` are one fact for choosing. `features` are keys of
    `weights.WEIGHTS`. `question` is set where the fact is asked by a question and not
    by a gap; `answer` is then its answer.
    """

    pattern: str
    start: int
    end: int
    subject: str
    features: frozenset[str]
    quantity: Quantity | None = None
    question: str | None = None
    answer: str | None = None
