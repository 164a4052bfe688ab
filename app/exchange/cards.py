"""Cards as CSV, a line each, for a spreadsheet."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from app.exchange.cells import csv_text

#: Columns in order. Options are parted by line ends; stability counts days.
COLUMNS = (
    "id",
    "article",
    "group",
    "claim",
    "context",
    "question",
    "answer",
    "choices",
    "statement",
    "is_statement_true",
    "explanation",
    "kind",
    "pattern",
    "origin",
    "tier",
    "status",
    "due_at",
    "stability",
    "difficulty",
    "reps",
    "lapses",
)


def cards_csv(rows: Iterable[Mapping[str, object]]) -> str:
    """Give cards, as mappings with these columns, as a CSV document."""
    return csv_text(COLUMNS, ([_cell(row[name]) for name in COLUMNS] for row in rows))


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "\n".join(value)
    return value.isoformat() if isinstance(value, datetime) else value
