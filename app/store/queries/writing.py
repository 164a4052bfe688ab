"""Read what the card writer works from."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from app.domain import article as values
from app.domain.writing import Position
from app.store.models import Article, Card, Claim, Group


def article_value(session: Session, article_id: int) -> values.Article:
    """Give a stored article as the value that was read."""
    row = session.scalars(
        select(Article)
        .where(Article.id == article_id)
        .options(selectinload(Article.groups).selectinload(Group.claims))
    ).one()
    core = [claim for g in row.groups if g.is_core_insight for claim in g.claims]
    return values.Article(
        title=row.title,
        language=row.language,
        core_insight=_claim(core[0]) if core else None,
        groups=tuple(
            values.Group(
                group.number,
                group.title,
                group.language,
                tuple(_claim(claim) for claim in group.claims),
            )
            for group in row.groups
            if not group.is_core_insight
        ),
        start=row.start,
        end=row.end,
    )


def unwritten_positions(session: Session, article_id: int) -> list[Position]:
    """List the places of the claims that have no cards yet, in reading order."""
    rows = session.execute(
        select(Group.position, Claim.position)
        .join(Claim, Claim.group_id == Group.id)
        .where(Group.article_id == article_id, Claim.written_with.is_(None))
        .order_by(Group.position, Claim.position)
    )
    return [(None, None) if group == 0 else (group - 1, claim) for group, claim in rows]


def questions_of_article(session: Session, article_id: int) -> Sequence[str]:
    """List the questions that the article's cards ask, oldest first."""
    return session.scalars(
        select(Card.question)
        .join(Group, Group.id == Card.group_id)
        .where(Group.article_id == article_id)
        .order_by(Card.id)
    ).all()


def _claim(row: Claim) -> values.Claim:
    return values.Claim(
        text=row.text,
        language=row.language,
        citations=tuple(row.citations),
        start=row.start,
        end=row.end,
        notes=tuple(row.notes),
    )
