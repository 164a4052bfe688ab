import csv
import io

import pytest

from app.exchange.cells import csv_text, plain_cell, safe_cell

#: Cells that spreadsheets run, and ones that only look so.
DANGEROUS = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\0x", "=cmd|' /C calc'!A0"]
HARMLESS = ["", "a=b", "'", "'quoted'", " =1", "4%", "利率", "a\nb", 'say "so"', "a,b"]


@pytest.mark.parametrize("text", DANGEROUS)
def test_a_cell_that_a_spreadsheet_would_run_becomes_text(text: str) -> None:
    assert safe_cell(text) == f"'{text}"
    assert plain_cell(f"'{text}") == text


@pytest.mark.parametrize("text", HARMLESS)
def test_every_other_cell_stays_as_it_is(text: str) -> None:
    assert safe_cell(text) == text
    assert plain_cell(text) == text


def test_numbers_stay_numbers() -> None:
    assert safe_cell(-4) == -4


def test_what_is_written_is_read_back() -> None:
    texts = [text for text in DANGEROUS + HARMLESS if "\0" not in text]
    rows = list(csv.reader(io.StringIO(csv_text(["text"], [[t] for t in texts]))))
    assert rows[0] == ["text"]
    # A line with one empty cell is written as "" and comes back as itself.
    assert [plain_cell(row[0]) for row in rows[1:]] == texts


def test_nothing_known_is_an_empty_cell() -> None:
    assert csv_text(["a", "b"], [[None, 0]]) == "a,b\r\n,0\r\n"
