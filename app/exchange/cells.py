"""CSV that a spreadsheet opens as text and never as a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

#: A cell that begins so is run by spreadsheets.
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\0")


def safe_cell(value: object) -> object:
    """Put `'` before a text that a spreadsheet would take for a formula."""
    if isinstance(value, str) and value.startswith(_DANGEROUS):
        return f"'{value}"
    return value


def csv_text(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Give a CSV document (RFC 4180) with a header line; None is an empty cell."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(header)
    for row in rows:
        writer.writerow([safe_cell(value) for value in row])
    return out.getvalue()
