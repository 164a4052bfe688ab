"""Make two claims of one."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.article import Standing
from app.domain.card import Status
from app.domain.claims.answers import still_stands
from app.domain.claims.editing import cut, split_span
from app.domain.errors import ConflictError
from app.services.lock_claims import lock_claim
from app.services.place_claims import make_room
from app.services.retire_cards import replace_cards
from app.services.reword_claim import set_words
from app.store.models import Article, Card, Claim, Document


def split_claim(
    session: Session, *, team_id: int, claim_id: int, at: int, now: datetime
) -> tuple[Claim, Claim]:
    """Split a claim before character `at` of its text; give both.

    The first keeps its identity; both keep the citations, each has its own span where
    its words stand in the source, else the whole one. Cards that wait are written anew
    for both; the others go with their answers. Raises InputError where
    a part would have no words, ConflictError for the core insight.
    """
    claim = lock_claim(session, team_id=team_id, claim_id=claim_id)
    if claim.group.is_core_insight:
        raise ConflictError(
            "The core insight is one claim: move it into a group before you split it."
        )
    whole = claim.text
    first, second = cut(whole, at)
    spans = split_span(_source(session, claim), claim.start, claim.end, first, second)
    one, two = spans or ((claim.start, claim.end),) * 2
    place = make_room(session, group_id=claim.group_id, at=claim.position)
    set_words(claim, first)
    claim.start, claim.end = one
    other = Claim(
        team_id=team_id,
        group_id=claim.group_id,
        position=place,
        standing=Standing.TAKEN,
        language=claim.language,
        citations=list(claim.citations),
        start=two[0],
        end=two[1],
    )
    set_words(other, second)
    session.add(other)
    session.flush()
    _part_cards(session, claim, other, whole)
    replace_cards(session, claim_ids=[claim.id, other.id], now=now)
    return claim, other


def _source(session: Session, claim: Claim) -> str:
    article_id = claim.group.article_id
    return session.scalars(
        select(Document.text)
        .join(Article, Article.document_id == Document.id)
        .where(Article.id == article_id)
    ).one()


def _part_cards(session: Session, one: Claim, other: Claim, whole: str) -> None:
    """Give the second claim the cards whose answers stand in it alone."""
    cards = session.scalars(
        select(Card).where(
            Card.claim_id == one.id,
            Card.status != Status.RETIRED,
        )
    )
    for card in cards:
        stands_here = still_stands(card.answer, whole, one.text)
        if not stands_here and still_stands(card.answer, whole, other.text):
            card.claim_id = other.id
            card.explanation = other.text
        elif card.explanation == whole:
            card.explanation = one.text
    session.flush()
