"""Load the claims that an edit is about, and keep others off their article."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session, contains_eager

from app.domain.article import Standing
from app.domain.errors import ConflictError, NotFoundError
from app.store.batches import batches
from app.store.models import Article, Claim, Group


def lock_claims(
    session: Session, *, team_id: int, claim_ids: Collection[int]
) -> list[Claim]:
    """Give the team's claims with these ids and their groups, all of them or none.

    Raises NotFoundError where one is another team's or is gone. Until commit nobody
    else edits claims of these articles, and the card writer stores none for them.
    """
    found: list[Claim] = []
    wanted = sorted(set(claim_ids))
    for some in batches(wanted):
        articles = (
            select(Group.article_id).join(Claim).where(Claim.id.in_(some)).distinct()
        )
        _lock_articles(session, team_id, session.scalars(articles).all())
        found += session.scalars(
            select(Claim)
            .join(Claim.group)
            .where(
                Claim.team_id == team_id,
                Claim.id.in_(some),
                Claim.standing != Standing.GONE,
            )
            .options(contains_eager(Claim.group))
            .order_by(Claim.id)
            .with_for_update(of=Claim)
            .execution_options(populate_existing=True)
        )
    if len(found) < len(wanted):
        raise NotFoundError("There is no such claim; it may have been deleted.")
    return found


def lock_claim(
    session: Session,
    *,
    team_id: int,
    claim_id: int,
) -> Claim:
    """Give one claim that can be edited: a taken one; else ConflictError."""
    [claim] = lock_claims(session, team_id=team_id, claim_ids=[claim_id])
    if claim.standing is not Standing.TAKEN:
        raise ConflictError(
            f"This claim is {claim.standing.value}: take it before you change it."
        )
    return claim


def lock_article(session: Session, *, team_id: int, article_id: int) -> Article:
    """Give the team's article, whose claims nobody else edits until commit."""
    articles = _lock_articles(session, team_id, [article_id])
    if not articles:
        raise NotFoundError("There is no such article; it may have been deleted.")
    return articles[0]


def _lock_articles(
    session: Session, team_id: int, article_ids: Collection[int]
) -> list[Article]:
    return list(
        session.scalars(
            select(Article)
            .where(Article.id.in_(article_ids), Article.team_id == team_id)
            .order_by(Article.id)
            .with_for_update()
        )
    )
