"""Parse an untrusted document in a process of its own, one for each document.

Parsers are native code and large; the child has little memory, time and no rights, and
what it does to itself ends with it.
"""

import signal
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from app.domain.article import DocumentKind
from app.domain.errors import InputError

#: Seconds until the child is ended, whatever it does.
DEADLINE = 35.0
#: Children at work at the same time; others wait in turn, for a deadline at most.
AT_ONCE = 2
#: Bytes that a child may answer: its text of 10 MB, title and address.
MOST_ANSWERED = 10_010_000

_NAMES = {
    DocumentKind.HTML: "page",
    DocumentKind.PDF: "PDF",
    DocumentKind.DOCX: "Word document",
}
_ROOT = Path(__file__).resolve().parents[2]
_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from app.documents.parsers.main import main; main(sys.argv[2])"
)
_turns = threading.BoundedSemaphore(AT_ONCE)


@dataclass(frozen=True, slots=True)
class Found:
    """What the child wrote of a document."""

    text: str
    title: str | None
    url: str | None


def parse_in_child(kind: DocumentKind, data: bytes) -> Found:
    """Return the text of a page, PDF or Word document.

    Raises InputError with one sentence for what the parser refuses, and for a parser
    that runs out of time or memory or breaks.
    """
    if not _turns.acquire(timeout=DEADLINE):
        raise InputError(
            "Too many documents are being read at this moment; try again in a minute."
        )
    try:
        with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as answer:
            given.write(data)
            given.seek(0)
            status = _run(kind, given, answer)
            return _found(kind, status, answer)
    finally:
        _turns.release()


def _run(kind: DocumentKind, given: IO[bytes], answer: IO[bytes]) -> int | None:
    """Run the child; None if it had to be ended."""
    child = subprocess.Popen(  # noqa: S603 -- our own interpreter and module
        [sys.executable, "-I", "-B", "-c", _START, str(_ROOT), kind.value],
        stdin=given,
        stdout=answer,
        stderr=subprocess.DEVNULL,
        cwd="/",
        env={},
    )
    try:
        return child.wait(DEADLINE)
    except subprocess.TimeoutExpired:
        return None
    finally:
        child.kill()
        child.wait()


def _found(kind: DocumentKind, status: int | None, answer: IO[bytes]) -> Found:
    answer.seek(0)
    written = answer.read(MOST_ANSWERED + 1) if status == 0 else b""
    try:
        heading, title, url, text = written.decode("utf-8").split("\0")
    except ValueError:
        raise InputError(_reason(kind, status)) from None
    if heading != "text":
        raise InputError(text)
    return Found(text, title or None, url or None)


def _reason(kind: DocumentKind, status: int | None) -> str:
    name = _NAMES[kind]
    if status is None or status in (-signal.SIGXCPU, -signal.SIGKILL):
        return f"Reading the {name} took too long and was stopped."
    return f"The {name} is broken, or too large to be read."
