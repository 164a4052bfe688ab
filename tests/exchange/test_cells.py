import csv
import io

import pytest

from app.exchange.cells import csv_text, safe_cell

#: Cells that spreadsheets run, and ones that only look so.
DANGEROUS = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\0x", "=cmd|' /C calc'!A0"]
HARMLESS = ["", "a=b", "'", "'quoted'", " =1", "4%", "利率", "a\nb", 'say "so"', "a,b"]


@pytest.mark.parametrize("text", DANGEROUS)
def test_a_cell_that_a_spreadsheet_would_run_becomes_text(text: str) -> None:
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", HARMLESS)
def test_every_other_cell_stays_as_it_is(text: str) -> None:
    assert safe_cell(text) == text


def test_numbers_stay_numbers() -> None:
    assert safe_cell(-4) == -4


def test_what_is_written_is_read_back_cell_by_cell() -> None:
    # A line with one empty cell is written as "" and comes back as itself.
    rows = list(csv.reader(io.StringIO(csv_text(["text"], [[t] for t in HARMLESS]))))
    assert rows == [["text"], *([text] for text in HARMLESS)]


def test_nothing_known_is_an_empty_cell() -> None:
    assert csv_text(["a", "b"], [[None, 0]]) == "a,b\r\n,0\r\n"
