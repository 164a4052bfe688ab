"""Make a claim of a part of the source that a person marks."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.article import Standing
from app.domain.claims.marking import claim_at
from app.domain.errors import ConflictError, InputError, NotFoundError
from app.services.lock_claims import lock_article
from app.services.place_claims import place_for, refuse_second_core
from app.store.models import Claim, Document, Group


def mark_claim(
    session: Session,
    *,
    team_id: int,
    article_id: int,
    start: int,
    end: int,
    group_id: int | None = None,
) -> Claim:
    """Add the claim that the span makes, to be written cards for; give it.

    `start` and `end` count in the document. Without a group it goes to that of the
    statement which stands before it. A sentence that was offered, or a claim that was
    rejected, is taken back by `take_claims`: marking it raises ConflictError, as does a
    span that is a claim already. Raises InputError for a span without words or outside
    of the article, NotFoundError.
    """
    article = lock_article(session, team_id=team_id, article_id=article_id)
    if not article.start <= start < end <= article.end:
        raise InputError("What was marked lies outside of the article.")
    text = session.get_one(Document, article.document_id).text
    found = claim_at(text, start, end)
    _refuse_twin(session, article_id, found.start, found.end)
    group = _group(session, article_id, group_id, found.start)
    refuse_second_core(session, group)
    place = place_for(session, group=group, start=found.start)
    claim = Claim(
        team_id=team_id,
        group_id=group.id,
        position=place,
        standing=Standing.TAKEN,
        # A person made it: a new revision leaves it where its words still stand.
        is_edited=True,
        text=found.text,
        language=found.language,
        citations=list(found.citations),
        start=found.start,
        end=found.end,
        notes=list(found.notes),
    )
    session.add(claim)
    session.flush()
    return claim


def _refuse_twin(session: Session, article_id: int, start: int, end: int) -> None:
    standing = session.scalars(
        select(Claim.standing)
        .join(Group, Group.id == Claim.group_id)
        .where(
            Group.article_id == article_id,
            Claim.start == start,
            Claim.end == end,
            Claim.standing != Standing.GONE,
        )
        .limit(1)
    ).first()
    if standing is Standing.TAKEN:
        raise ConflictError("What was marked is a claim already.")
    if standing is not None:
        raise ConflictError(
            f"What was marked is here already, as {standing.value}: take it there."
        )


def _group(
    session: Session, article_id: int, group_id: int | None, start: int
) -> Group:
    groups = select(Group).where(Group.article_id == article_id)
    if group_id is not None:
        chosen = session.scalars(groups.where(Group.id == group_id)).first()
        if chosen is None:
            raise NotFoundError("There is no such group in this article.")
        return chosen
    own = groups.where(~Group.is_core_insight)
    before = session.scalars(
        own.join(Claim, Claim.group_id == Group.id)
        .where(Claim.start <= start, Claim.standing != Standing.GONE)
        .order_by(Claim.start.desc())
        .limit(1)
    ).first()
    group = before or session.scalars(own.order_by(Group.position).limit(1)).first()
    if group is None:
        raise InputError("This article has no group to put a claim into.")
    return group
