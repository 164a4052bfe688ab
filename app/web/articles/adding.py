"""Take a document in: read it, store its articles, have their cards written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from threading import BoundedSemaphore

from flask import current_app
from sqlalchemy.orm import Session

from app.documents import decode
from app.domain.errors import InputError
from app.domain.reading import read_text
from app.jobs import enqueue
from app.services.import_document import Imported, import_document
from app.services.run_job import start_job
from app.store.writing import write_tx

#: A request waits while its page is fetched. Half of the server's threads never do.
_fetches = BoundedSemaphore(4)


@dataclass(frozen=True, slots=True)
class Received:
    """A document as received, with what its sender said of it."""

    name: str
    data: bytes
    #: Where it was fetched from.
    url: str | None = None
    #: The encoding that its server named.
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """What came of a document: what was stored, and the reader's doubts."""

    imported: Imported
    warnings: Sequence[str]


def fetch_document(session: Session, url: str) -> Received:
    """Fetch the page at an address, which may take 15 s; raise InputError if it fails.

    Never within a write: what the session has read is given up before.
    """
    # Takes 0.3 s, which every command would pay at its start.
    from app.gateways.fetch_page import MOST_BYTES, fetch_page

    # No snapshot is held, and no connection idles, while a server is waited for.
    session.rollback()
    if not _fetches.acquire(blocking=False):
        raise InputError(
            "Other pages are being fetched at the moment; nothing was stored. Try "
            "again in some seconds."
        )
    try:
        page = fetch_page(
            url,
            policy=current_app.config["NETWORK"],
            max_bytes=min(MOST_BYTES, current_app.config["MAX_BYTES"]),
        )
    finally:
        _fetches.release()
    return Received(page.url, page.data, page.url, page.charset)


def add_document(
    session: Session,
    *,
    team_id: int,
    person_id: int,
    document: Received,
    now: datetime,
) -> Added:
    """Store the articles of a document and hand their cards to the worker.

    Opens the write itself: reading is long work and is done before it. Raises
    InputError for what cannot be read and ConflictError for a title that is taken;
    nothing is stored then.
    """
    text = decode(document.data, max_bytes=current_app.config["MAX_BYTES"])
    reading = read_text(text)
    with write_tx(session):
        imported = import_document(
            session,
            team_id=team_id,
            name=document.name,
            url=document.url,
            text=text,
            reading=reading,
            max_claims=current_app.config["MAX_CLAIMS"],
            now=now,
        )
        job_ids = [
            start_job(
                session,
                team_id=team_id,
                person_id=person_id,
                article_id=article_id,
                now=now,
            )
            for article_id in imported.article_ids
        ]
    enqueue(job_ids)
    return Added(imported, reading.warnings)
