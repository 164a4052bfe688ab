"""Get what the command line points at: a file, `-` for standard input, or a page."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from flask import current_app

from app.documents import decode
from app.domain.errors import InputError

if TYPE_CHECKING:
    from app.gateways.fetch_page import FetchedPage


def read_bytes(source: str) -> bytes:
    """Read a file or standard input; raise InputError saying why it cannot be read."""
    if source == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(source).read_bytes()
    except OSError as error:
        raise InputError(f"“{source}” cannot be read: {error.strerror}.") from error


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
    """Give the decoded text of a file or of standard input."""
    return decode(read_bytes(source), max_bytes=current_app.config["MAX_BYTES"])
