import csv
import io
from datetime import UTC, datetime
from typing import Any

from app.exchange.cards import COLUMNS, cards_csv

ROW: dict[str, Any] = dict.fromkeys(COLUMNS) | {
    "id": 1,
    "article": "=Rents",
    "question": "By how much,\n“roughly”?",
    "answer": "-4%",
    "choices": ["-4%", "5%"],
    "is_statement_true": False,
    "due_at": datetime(2026, 3, 5, 4, tzinfo=UTC),
    "stability": 3.14159265,
    "difficulty": 0.1,
    "reps": 0,
}


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_card_is_a_line_that_no_spreadsheet_runs() -> None:
    (row,) = read(cards_csv([ROW]))
    assert row["article"] == "'=Rents"
    assert row["answer"] == "'-4%"
    assert row["question"] == "By how much,\n“roughly”?"
    assert row["choices"] == "'-4%\n5%"
    assert row["is_statement_true"] == "false"
    assert row["due_at"] == "2026-03-05T04:00:00+00:00"
    assert row["stability"] == "3.14159265"
    assert row["difficulty"] == "0.1"
    assert row["reps"] == "0"
    assert row["context"] == ""


def test_without_cards_there_is_the_header() -> None:
    assert cards_csv([]) == ",".join(COLUMNS) + "\r\n"
