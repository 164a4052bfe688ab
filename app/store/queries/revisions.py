"""Read what a revision starts from, and what past revisions changed."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from app.domain.article import ChangeKind, Standing
from app.domain.claims.regrouping import OldGroup
from app.domain.claims.revision_plan import OldStatement
from app.store.models import (
    Article,
    Claim,
    ClaimChange,
    Document,
    Group,
    Revision,
)


def statements_of(
    session: Session, article: Article
) -> tuple[list[OldStatement], list[OldGroup]]:
    """Give an article's statements and groups in reading order, but what is gone."""
    groups = session.scalars(
        select(Group).where(Group.article_id == article.id).order_by(Group.position)
    ).all()
    claims = session.scalars(
        select(Claim)
        .join(Group, Group.id == Claim.group_id)
        .where(Group.article_id == article.id, Claim.standing != Standing.GONE)
        .order_by(Group.position, Claim.position)
        .execution_options(populate_existing=True)
    ).all()
    text = ""
    if any(claim.is_edited for claim in claims):
        text = session.scalars(
            select(Document.text).where(Document.id == article.document_id)
        ).one()
    return (
        [
            OldStatement(
                key=claim.id,
                group=claim.group_id,
                text=claim.text,
                language=claim.language,
                standing=claim.standing,
                is_edited=claim.is_edited,
                source=text[claim.start : claim.end],
                citations=tuple(claim.citations),
                notes=tuple(claim.notes),
            )
            for claim in claims
        ],
        [OldGroup(it.id, it.title, it.is_core_insight) for it in groups],
    )


def revisions_of(session: Session, article_id: int) -> Sequence[Revision]:
    """Give an article's revisions with their changes, newest first."""
    return session.scalars(
        select(Revision)
        .where(Revision.article_id == article_id)
        .options(selectinload(Revision.changes).joinedload(ClaimChange.claim))
        .order_by(Revision.number.desc())
    ).all()


def changes_since(
    session: Session, known: Mapping[int, tuple[int, datetime]]
) -> Mapping[int, Sequence[str]]:
    """Give what changed in the facts behind cards since a moment, oldest first.

    `known`: for each card, by its id, the id of its claim, and from when on.
    """
    if not known:
        return {}
    rows = session.execute(
        select(ClaimChange.claim_id, ClaimChange.what, Revision.imported_at)
        .join(Revision, Revision.id == ClaimChange.revision_id)
        .where(
            ClaimChange.claim_id.in_({claim_id for claim_id, _ in known.values()}),
            ClaimChange.kind == ChangeKind.FACTS_CHANGED,
        )
        .order_by(ClaimChange.id)
    ).all()
    found: dict[int, list[str]] = {}
    for card_id, (claim_id, since) in known.items():
        for row in rows:
            if row.claim_id == claim_id and row.imported_at > since and row.what:
                found.setdefault(card_id, []).append(row.what)
    return found
