"""The retention table: a row for each group, article, kind, member or team. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.retention.measuring import Measured

#: What stands beside the table, wherever it is shown.
DEFINITION = (
    "Retention: passed / all over reviews in the formats recall and typed, scheduled "
    "at least one day ahead, the first of their card's study day; Hard, Good and Easy "
    "pass; practice never counts. Low and high bound the 95 % Wilson interval. Young: "
    "scheduled less than 21 days ahead; mature: 21 days or more. Predicted: mean "
    "retrievability (FSRS-6) now of the kept cards that were answered at least once. "
    "Covered: claims with at least one kept card, of that kind in a row of a kind, "
    "which counts all claims. Minutes: time of all answers but practice."
)


class By(StrEnum):
    """What a row of the table stands for."""

    GROUP = "group"
    ARTICLE = "article"
    KIND = "kind"
    MEMBER = "member"
    TEAM = "team"


@dataclass(frozen=True, slots=True)
class Stock:
    """What there is now. `predicted` is 0-1, None where nothing was answered yet."""

    cards: int = 0
    claims: int = 0
    covered: int = 0
    due: int = 0
    predicted: float | None = None


@dataclass(frozen=True, slots=True)
class RetentionRow:
    """What there is, and what was measured in the window."""

    id: int | str
    name: str
    stock: Stock
    measured: Measured
