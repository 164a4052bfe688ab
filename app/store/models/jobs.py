"""Long work, with its progress."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.store.base import Base
from app.store.types import enum_type


class JobStatus(StrEnum):
    """Where a job stands."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


#: A job that has not ended.
OPEN_JOB = (JobStatus.QUEUED, JobStatus.RUNNING)


class JobKind(StrEnum):
    """What a job does."""

    #: Write the cards of an article.
    CARDS = "cards"
    #: Read a document, and import its articles.
    READING = "reading"
    #: Write all the cards of an article anew, to be looked at first.
    PROPOSAL = "proposal"


class Job(Base):
    """Long work on one article or one document, done by the worker in batches."""

    __tablename__ = "jobs"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    team_id: Mapped[int] = mapped_column(
        sa.ForeignKey("teams.id", ondelete="CASCADE"), index=True
    )
    person_id: Mapped[int] = mapped_column(
        sa.ForeignKey("people.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[JobKind] = mapped_column(enum_type(JobKind), default=JobKind.CARDS)
    #: The article whose cards are written; None for a reading job.
    article_id: Mapped[int | None] = mapped_column(
        sa.ForeignKey("articles.id", ondelete="CASCADE"), index=True
    )
    #: The document that is read; None for a card job.
    document_id: Mapped[int | None] = mapped_column(
        sa.ForeignKey("documents.id", ondelete="CASCADE"), index=True
    )
    #: Whether what is read may become a revision of an article that is here.
    may_revise: Mapped[bool] = mapped_column(default=False)
    status: Mapped[JobStatus] = mapped_column(enum_type(JobStatus))
    #: Work done and work to do: claims of a card job, code points of a reading job.
    done: Mapped[int]
    total: Mapped[int]
    #: Why it failed, as a sentence.
    reason: Mapped[str | None]
    is_cancel_wanted: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]
    started_at: Mapped[datetime | None]
    #: The worker's last sign of life.
    seen_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]
