"""Get text from where the command line points: a file, or `-` for standard input."""

import sys
from pathlib import Path

from flask import current_app

from app.documents import decode
from app.domain.errors import InputError


def read_bytes(source: str) -> bytes:
    """Read a file or standard input; raise InputError saying why it cannot be read."""
    if source == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(source).read_bytes()
    except OSError as error:
        raise InputError(f"“{source}” cannot be read: {error.strerror}.") from error


def source_text(source: str) -> str:
    """Give the decoded text of a file or of standard input."""
    return decode(read_bytes(source), max_bytes=current_app.config["MAX_BYTES"])
