"""Read what the card writer works from."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from app.domain import article as values
from app.domain.article import Standing
from app.domain.card import Origin, Status
from app.domain.writing import Position
from app.store.models import Article, Card, Claim, Group


@dataclass(frozen=True, slots=True)
class Unwritten:
    """A claim to write to: its place in the value read, its id and its text then."""

    place: Position
    claim_id: int
    text: str


def article_to_write(
    session: Session, article_id: int
) -> tuple[values.Article, list[Unwritten]]:
    """Give a stored article as a value of its taken claims, and those without cards.

    Both come from one reading, so that a place in the list names the same claim as in
    the value, whatever a person does to the article meanwhile.
    """
    return _article_with(session, article_id, is_written=False)


def article_to_rewrite(
    session: Session, article_id: int
) -> tuple[values.Article, list[Unwritten]]:
    """Do the same with the claims that have been written to."""
    return _article_with(session, article_id, is_written=True)


def _article_with(
    session: Session, article_id: int, *, is_written: bool
) -> tuple[values.Article, list[Unwritten]]:
    row = session.scalars(
        select(Article)
        .where(Article.id == article_id)
        .options(selectinload(Article.groups).selectinload(Group.claims))
    ).one()
    core: list[Claim] = []
    groups: list[values.Group] = []
    unwritten: list[Unwritten] = []
    for group in row.groups:
        claims = [it for it in group.claims if it.standing is Standing.TAKEN]
        places: list[Position]
        if group.is_core_insight:
            core = claims[:1]
            places = [(None, None)] * len(core)
        else:
            places = [(len(groups), index) for index in range(len(claims))]
            groups.append(
                values.Group(
                    group.number,
                    group.title,
                    group.language,
                    tuple(map(_claim, claims)),
                )
            )
        unwritten += [
            Unwritten(place, claim.id, claim.text)
            for place, claim in zip(places, claims, strict=False)
            if (claim.written_with is not None) is is_written
        ]
    value = values.Article(
        title=row.title,
        language=row.language,
        core_insight=_claim(core[0]) if core else None,
        groups=tuple(groups),
        start=row.start,
        end=row.end,
    )
    return value, unwritten


def questions_of_article(session: Session, article_id: int) -> Sequence[str]:
    """List the questions that the article's cards ask, oldest first.

    Left out are those that may be asked anew: of cards that are gone for good, and of
    our own cards for claims that are to be written again.
    """
    return session.scalars(
        select(Card.question)
        .join(Claim, Claim.id == Card.claim_id)
        .join(Group, Group.id == Card.group_id)
        .where(
            Group.article_id == article_id,
            (Card.status != Status.RETIRED) | Card.returns_to.is_not(None),
            (Card.origin != Origin.RULES) | Claim.written_with.is_not(None),
        )
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
