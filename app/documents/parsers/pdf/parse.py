"""Open a PDF and read its pages.

What the library and `Counter` load only when they are used is loaded here: once the
process is sealed, no file can be opened any more.
"""

import encodings.utf_16_le
import heapq

from pypdfium2 import PdfDocument, PdfiumError

from app.documents.parsers.pdf.blocks import body_size, pieces_of
from app.documents.parsers.pdf.lines import in_reading_order, rows_of
from app.documents.parsers.pdf.margins import PageRows, without_margins
from app.documents.parsers.pdf.words import words_of
from app.documents.parsers.pieces import Parsed, with_one_title
from app.documents.parsers.titles import sensible_title
from app.domain.errors import InputError

_LOADED = (encodings.utf_16_le, heapq)
#: Pages of one PDF.
MOST_PAGES = 2_000
_NO_TEXT = (
    "The PDF holds no text, only pictures of it; run text recognition (OCR) over it"
    " first."
)


def parse_pdf(data: bytes) -> Parsed:
    """Return the headings, paragraphs, items and tables of a PDF in reading order.

    Raises InputError for a PDF that is broken, has a password, has too many pages or
    holds no text.
    """
    document = _open(data)
    try:
        count = len(document)
        if count > MOST_PAGES:
            raise InputError(
                f"The PDF says that it has {count:,} pages; at most {MOST_PAGES:,} are"
                " read."
            )
        pages: list[PageRows] = []
        for number in range(count):
            page = _page(document, number)
            if page is not None:
                pages.append(page)
        title = sensible_title(document.get_metadata_value("Title"))
    finally:
        document.close()
    every_row = [row for page in pages for row in page.rows]
    if not every_row:
        raise InputError(_NO_TEXT)
    kept = without_margins(pages, body_size(every_row))
    pieces = pieces_of([row for rows in kept for row in in_reading_order(rows)])
    return Parsed(with_one_title(pieces, title), title)


def _open(data: bytes) -> PdfDocument:
    try:
        return PdfDocument(data)
    except PdfiumError as error:
        if "password" in str(error).lower():
            raise InputError(
                "The PDF is protected by a password; save it without one."
            ) from error
        raise InputError("The PDF is cut off or broken and cannot be read.") from error


def _page(document: PdfDocument, number: int) -> PageRows | None:
    """Return the rows of a page; None for one that the file only claims to have."""
    try:
        page = document[number]
    except PdfiumError:
        return None
    try:
        found = words_of(page)
    finally:
        page.close()
    return PageRows(rows_of(found.words), found.bottom, found.top)
