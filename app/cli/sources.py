"""Get what the command line points at: a file, `-` for standard input, or a page."""

import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import IO, TYPE_CHECKING

from flask import current_app

from app.documents import read_document
from app.domain.errors import InputError
from app.exchange.library import is_library

if TYPE_CHECKING:
    from app.gateways.fetch_page import FetchedPage


#: The most bytes of a library's own export.
MOST_EXPORTED = 2_000_000_000


def read_bytes(source: str, *, takes_exports: bool = False) -> bytes:
    """Read a file or standard input; raise InputError saying why it cannot be read.

    At most one byte more than a document may have is read, so that whoever decodes it
    refuses it; with `takes_exports`, an export is read on to its end.
    """
    if not source:
        raise InputError("A name is empty; it names no file.")
    try:
        with _opened(source) as file:
            data = file.read(current_app.config["MAX_BYTES"] + 1)
            if takes_exports and is_library(data):
                data += file.read(MOST_EXPORTED)
            return data
    except OSError as error:
        raise InputError(f"“{source}” cannot be read: {error.strerror}.") from error


def _opened(source: str) -> AbstractContextManager[IO[bytes]]:
    if source != "-":
        return Path(source).open("rb")
    if sys.stdin is None:
        raise InputError("Standard input is closed, so nothing can be read from it.")
    return nullcontext(sys.stdin.buffer)


def is_address(source: str) -> bool:
    """Say whether this is the address of a page, not the path of a file."""
    return source.lower().startswith(("https://", "http://"))


def fetch_source(url: str) -> "FetchedPage":
    """Fetch the page at an address; raise InputError saying why it cannot be read."""
    # Takes 0.3 s, which every command would pay at its start.
    from app.gateways.fetch_page import MOST_BYTES, fetch_page

    return fetch_page(
        url,
        policy=current_app.config["NETWORK"],
        max_bytes=min(MOST_BYTES, current_app.config["MAX_BYTES"]),
    )


def source_text(source: str) -> str:
    """Give the text of a file, of any kind that is read, or of standard input."""
    most: int = current_app.config["MAX_BYTES"]
    return read_document(read_bytes(source), max_bytes=most).text
