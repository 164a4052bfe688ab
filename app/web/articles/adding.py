"""Take a document in: read it, store its articles, have their cards written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from threading import BoundedSemaphore
from uuid import UUID

from flask import current_app
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.documents import read_document
from app.domain.article import DocumentKind, Reading
from app.domain.errors import ChangedError, InputError
from app.domain.reading import read_text
from app.jobs import enqueue
from app.services.import_document import Imported, import_document
from app.services.run_job import start_jobs
from app.services.start_reading import start_reading
from app.store.models import Article
from app.store.writing import write_tx

#: Characters above which reading is left to the worker: below, a document of nothing
#: but tiny sentences takes a second at most.
LONG = 40_000
#: A request waits while its page is fetched. Half of the server's threads never do.
_fetches = BoundedSemaphore(4)


@dataclass(frozen=True, slots=True)
class Received:
    """A document as received, with what its sender said of it."""

    name: str
    data: bytes
    #: Where it was fetched from; once it is decoded, the address that it is known by.
    url: str | None = None
    #: The encoding that its server named.
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Decoded:
    """A document's text."""

    received: Received
    text: str
    kind: DocumentKind

    @property
    def is_long(self) -> bool:
        """Whether reading it is left to the worker."""
        return len(self.text) > LONG


@dataclass(frozen=True, slots=True)
class Read:
    """A document as it was read: what is stored of it, once it is."""

    received: Received
    text: str
    kind: DocumentKind
    reading: Reading


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


def decode_received(document: Received) -> Decoded:
    """Give a document's text; raise InputError for what has none."""
    found = read_document(
        document.data,
        max_bytes=current_app.config["MAX_BYTES"],
        charset=document.charset,
        url=document.url,
    )
    return Decoded(replace(document, url=found.url), found.text, found.kind)


def read_decoded(document: Decoded) -> Read:
    """Read a text, which is long work; raise InputError for one without a claim."""
    reading = read_text(document.text)
    return Read(document.received, document.text, document.kind, reading)


def keep_document(
    session: Session,
    *,
    team_id: int,
    person_id: int,
    document: Decoded,
    now: datetime,
    article_id: int | None = None,
    revise: bool = False,
) -> UUID:
    """Store a long document for the worker to read; give the job.

    It becomes a revision as `add_document` says. Opens the write itself.
    """
    with write_tx(session):
        job_id = start_reading(
            session,
            team_id=team_id,
            person_id=person_id,
            name=document.received.name,
            text=document.text,
            kind=document.kind,
            url=document.received.url,
            article_id=article_id,
            revise=revise,
            now=now,
        )
    enqueue([job_id])
    return job_id


def add_document(
    session: Session,
    *,
    team_id: int,
    person_id: int,
    document: Read,
    now: datetime,
    revise: bool = False,
    article_id: int | None = None,
    seen: Mapping[int, int] | None = None,
) -> Added:
    """Store the articles of a document and hand their cards to the worker.

    Opens the write itself: reading is long work and is done before it. What is here
    with other text becomes a revision where `revise` says so, or `article_id` names its
    article; `seen` are the revisions, by article, that this was decided on. Raises
    InputError for more than one import takes, ChangedError for a revision that was not
    asked for or has been overtaken, ConflictError for a title that is taken; nothing is
    stored then.
    """
    with write_tx(session):
        _refuse_overtaken(session, seen or {})
        imported = import_document(
            session,
            team_id=team_id,
            name=document.received.name,
            url=document.received.url,
            kind=document.kind,
            text=document.text,
            reading=document.reading,
            max_claims=current_app.config["MAX_CLAIMS"],
            now=now,
            revise=revise,
            article_id=article_id,
        )
        job_ids = start_jobs(
            session,
            team_id=team_id,
            person_id=person_id,
            article_ids=(*imported.article_ids, *imported.revised_ids),
            now=now,
        )
    enqueue(job_ids)
    return Added(imported, document.reading.warnings)


def _refuse_overtaken(session: Session, seen: Mapping[int, int]) -> None:
    """Raise ChangedError where an article is no longer what the person looked at."""
    rows = session.execute(
        select(Article.id, Article.revision)
        .where(Article.id.in_(seen))
        .order_by(Article.id)
        .with_for_update()
    ).all()
    if {row.id: row.revision for row in rows} != dict(seen):
        raise ChangedError(
            "The article was changed or deleted while you looked; nothing was stored."
        )
