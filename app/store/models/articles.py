"""Documents, articles, groups and claims."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.store.base import Base


class Document(Base):
    """A text as received and decoded; spans of its articles count its code points."""

    __tablename__ = "documents"

    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[int] = mapped_column(
        sa.ForeignKey("teams.id", ondelete="CASCADE"), index=True
    )
    #: The file's name, or how the text came.
    name: Mapped[str]
    text: Mapped[str]
    imported_at: Mapped[datetime]


class Article(Base):
    """An article; `start` and `end` bound it in its document's text."""

    __tablename__ = "articles"
    __table_args__ = (
        sa.UniqueConstraint("team_id", "title"),
        sa.UniqueConstraint("team_id", "fingerprint"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[int] = mapped_column(sa.ForeignKey("teams.id", ondelete="CASCADE"))
    document_id: Mapped[int] = mapped_column(
        sa.ForeignKey("documents.id", ondelete="CASCADE"), index=True
    )
    title: Mapped[str]
    #: ISO 639-1, `und` where nothing tells it.
    language: Mapped[str]
    start: Mapped[int]
    end: Mapped[int]
    #: SHA-256 of its own text: the same text again is the same article.
    fingerprint: Mapped[str]
    is_sample: Mapped[bool] = mapped_column(default=False)
    imported_at: Mapped[datetime]

    document: Mapped[Document] = relationship()
    groups: Mapped[list["Group"]] = relationship(
        back_populates="article", order_by="Group.position", passive_deletes=True
    )


class Group(Base):
    """A titled part of an article. The core insight is the group at position 0."""

    __tablename__ = "groups"
    __table_args__ = (sa.UniqueConstraint("article_id", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[int] = mapped_column(
        sa.ForeignKey("teams.id", ondelete="CASCADE"), index=True
    )
    article_id: Mapped[int] = mapped_column(
        sa.ForeignKey("articles.id", ondelete="CASCADE")
    )
    #: 0 is kept for the core insight; the article's own groups count from 1.
    position: Mapped[int]
    is_core_insight: Mapped[bool] = mapped_column(default=False)
    #: The number in its heading, if any.
    number: Mapped[int | None]
    title: Mapped[str]
    language: Mapped[str]

    article: Mapped[Article] = relationship(back_populates="groups")
    claims: Mapped[list["Claim"]] = relationship(
        back_populates="group", order_by="Claim.position", passive_deletes=True
    )


class Claim(Base):
    """One statement; keeps its identity when reworded."""

    __tablename__ = "claims"
    __table_args__ = (sa.UniqueConstraint("group_id", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[int] = mapped_column(
        sa.ForeignKey("teams.id", ondelete="CASCADE"), index=True
    )
    group_id: Mapped[int] = mapped_column(
        sa.ForeignKey("groups.id", ondelete="CASCADE")
    )
    #: 0-based within its group.
    position: Mapped[int]
    text: Mapped[str]
    language: Mapped[str]
    citations: Mapped[list[int]] = mapped_column(sa.JSON)
    start: Mapped[int]
    end: Mapped[int]
    #: Sentences about figures that do not add up.
    notes: Mapped[list[str]] = mapped_column(sa.JSON)
    #: Version of the writer that has been over it; None while its cards are unwritten.
    written_with: Mapped[str | None]
    #: Why the writer found no default card, in words.
    uncovered_reason: Mapped[str | None]

    group: Mapped[Group] = relationship(back_populates="claims")
