"""Documents, articles, groups and claims."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.article import ChangeKind, DocumentKind, Standing
from app.store.base import NEVER_TWICE, Base
from app.store.types import BIG_ID


class Document(Base):
    """A text as received and decoded; spans of its articles count its code points."""

    __tablename__ = "documents"
    __table_args__ = NEVER_TWICE

    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[int] = mapped_column(
        sa.ForeignKey("teams.id", ondelete="CASCADE"), index=True
    )
    #: The file's name, or how the text came.
    name: Mapped[str]
    kind: Mapped[DocumentKind] = mapped_column(default=DocumentKind.TEXT)
    #: The address it was fetched from, if any.
    url: Mapped[str | None]
    text: Mapped[str]
    imported_at: Mapped[datetime]


class Article(Base):
    """An article as its newest revision has it.

    `start` and `end` bound it in the text of its document, the newest one.
    """

    __tablename__ = "articles"
    __table_args__ = (
        sa.UniqueConstraint("team_id", "title"),
        sa.UniqueConstraint("team_id", "fingerprint"),
        sa.Index("ix_articles_team_id_url", "team_id", "url"),
        NEVER_TWICE,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[int] = mapped_column(sa.ForeignKey("teams.id", ondelete="CASCADE"))
    document_id: Mapped[int] = mapped_column(
        sa.ForeignKey("documents.id", ondelete="CASCADE"), index=True
    )
    title: Mapped[str]
    #: The address it was fetched from, if any: the same address is the same article.
    url: Mapped[str | None]
    #: 1 for an article as first imported.
    revision: Mapped[int] = mapped_column(default=1)
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


class Revision(Base):
    """An article as it was imported once; number 1 is the first.

    An article that was never changed has no rows here.
    """

    __tablename__ = "revisions"
    __table_args__ = (sa.UniqueConstraint("article_id", "number"), NEVER_TWICE)

    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[int] = mapped_column(
        sa.ForeignKey("teams.id", ondelete="CASCADE"), index=True
    )
    article_id: Mapped[int] = mapped_column(
        sa.ForeignKey("articles.id", ondelete="CASCADE")
    )
    number: Mapped[int]
    document_id: Mapped[int] = mapped_column(
        sa.ForeignKey("documents.id", ondelete="CASCADE"), index=True
    )
    title: Mapped[str]
    start: Mapped[int]
    end: Mapped[int]
    fingerprint: Mapped[str]
    imported_at: Mapped[datetime]

    changes: Mapped[list["ClaimChange"]] = relationship(
        back_populates="revision", order_by="ClaimChange.id", passive_deletes=True
    )


class Group(Base):
    """A titled part of an article. The core insight is the group at position 0."""

    __tablename__ = "groups"
    __table_args__ = (sa.UniqueConstraint("article_id", "position"), NEVER_TWICE)

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
    __table_args__ = (sa.UniqueConstraint("group_id", "position"), NEVER_TWICE)

    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[int] = mapped_column(
        sa.ForeignKey("teams.id", ondelete="CASCADE"), index=True
    )
    group_id: Mapped[int] = mapped_column(
        sa.ForeignKey("groups.id", ondelete="CASCADE")
    )
    #: 0-based within its group, whatever the standing.
    position: Mapped[int]
    standing: Mapped[Standing] = mapped_column(default=Standing.TAKEN)
    #: Why the reader offers it instead of taking it, as a sentence.
    doubt: Mapped[str | None]
    #: Made or reworded by a person: its text need not be the source's.
    is_edited: Mapped[bool] = mapped_column(default=False)
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


class ClaimChange(Base):
    """What a revision did to one claim; claims that stayed the same have no row."""

    __tablename__ = "claim_changes"
    __table_args__ = NEVER_TWICE

    id: Mapped[int] = mapped_column(BIG_ID, primary_key=True)
    team_id: Mapped[int] = mapped_column(
        sa.ForeignKey("teams.id", ondelete="CASCADE"), index=True
    )
    revision_id: Mapped[int] = mapped_column(
        sa.ForeignKey("revisions.id", ondelete="CASCADE"), index=True
    )
    claim_id: Mapped[int] = mapped_column(
        sa.ForeignKey("claims.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[ChangeKind]
    text_before: Mapped[str | None]
    text_after: Mapped[str | None]
    #: What changed in the facts, as a sentence; None where they stayed.
    what: Mapped[str | None]

    revision: Mapped[Revision] = relationship(back_populates="changes")
    claim: Mapped[Claim] = relationship()


class ClaimMatch(Base):
    """Two claims of different articles that say the same, or the same thing otherwise.

    The smaller id stands first, so that each pair has one row.
    """

    __tablename__ = "claim_matches"

    claim_id: Mapped[int] = mapped_column(
        sa.ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True
    )
    other_claim_id: Mapped[int] = mapped_column(
        sa.ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    team_id: Mapped[int] = mapped_column(
        sa.ForeignKey("teams.id", ondelete="CASCADE"), index=True
    )
    #: How they differ in one quantity, as a sentence; None where they say the same.
    conflict: Mapped[str | None]


class CardMatch(Base):
    """Two cards of different articles that ask the same; the smaller id is first."""

    __tablename__ = "card_matches"

    card_id: Mapped[int] = mapped_column(
        sa.ForeignKey("cards.id", ondelete="CASCADE"), primary_key=True
    )
    other_card_id: Mapped[int] = mapped_column(
        sa.ForeignKey("cards.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    team_id: Mapped[int] = mapped_column(
        sa.ForeignKey("teams.id", ondelete="CASCADE"), index=True
    )
