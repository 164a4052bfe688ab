"""Delete articles with everything that hangs on them."""

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.store.models import Article, Document, Job, JobStatus, Revision
from app.store.queries.articles import own_article


def delete_article(session: Session, *, team_id: int, article_id: int) -> str:
    """Delete an article, its cards and their reviews; give its title."""
    title = own_article(session, team_id=team_id, article_id=article_id).title
    session.execute(delete(Article).where(Article.id == article_id))
    _drop_empty_documents(session, team_id)
    return title


def delete_samples(session: Session, *, team_id: int) -> int:
    """Delete every sample article; give their number."""
    deleted = session.scalars(
        delete(Article)
        .where(Article.team_id == team_id, Article.is_sample)
        .returning(Article.id)
    ).all()
    _drop_empty_documents(session, team_id)
    return len(deleted)


def _drop_empty_documents(session: Session, team_id: int) -> None:
    session.execute(
        delete(Document).where(
            Document.team_id == team_id,
            ~select(Article.id).where(Article.document_id == Document.id).exists(),
            ~select(Revision.id).where(Revision.document_id == Document.id).exists(),
            # What waits to be read has no article yet.
            ~select(Job.id)
            .where(Job.document_id == Document.id, Job.status != JobStatus.DONE)
            .exists(),
        )
    )
