"""An article whose claims are edited, and looks at what became of it."""

from collections.abc import Sequence
from datetime import timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.domain.article import Standing
from app.domain.card import Origin, Status
from app.services.check_library import check_library
from app.store.models import Article, Card, CardState, Claim, Group
from app.store.writing import write_tx
from tests.factories import make_article, make_card
from tests.support.library import NOW

LATER = NOW + timedelta(hours=1)
TEXTS = (
    ("Rents fell by 4% in 2024; prices rose by 2%.", "Banks lent $3bn.", "Few move."),
    ("Owners wait.",),
)


def add_article(session: Session) -> int:
    """Add the article with a core insight; give its id. Claims are numbered from 1."""
    with write_tx(session):
        return make_article(session, groups=TEXTS, core_insight="Homes are dear.").id


def article(session: Session, article_id: int) -> Article:
    session.rollback()
    return session.get_one(Article, article_id)


def claims(session: Session, article_id: int) -> list[Claim]:
    """Give all statements in reading order, the core insight first."""
    session.rollback()
    return list(
        session.scalars(
            sa.select(Claim)
            .join(Group)
            .where(Group.article_id == article_id)
            .order_by(Group.position, Claim.position)
        )
    )


def ids(session: Session, article_id: int) -> list[int]:
    return [claim.id for claim in claims(session, article_id)]


def texts(session: Session, article_id: int) -> list[list[str]]:
    """Give what is taken, group by group."""
    groups = article(session, article_id).groups
    return [
        [it.text for it in group.claims if it.standing is Standing.TAKEN]
        for group in groups
    ]


def add_card(
    session: Session,
    claim_id: int,
    *,
    status: Status = Status.KEPT,
    origin: Origin = Origin.RULES,
    **over: str,
) -> int:
    """Add a card of a claim; give its id."""
    with write_tx(session):
        claim = session.get_one(Claim, claim_id)
        claim.written_with = "1"
        card = make_card(session, claim, status=status, origin=origin, **over)  # type: ignore[arg-type] # columns
        return card.id


def card(session: Session, card_id: int) -> Card:
    session.rollback()
    return session.get_one(Card, card_id)


def states(session: Session) -> Sequence[CardState]:
    session.rollback()
    return session.scalars(sa.select(CardState).order_by(CardState.card_id)).all()


def set_standing(
    session: Session, claim_id: int, standing: Standing, doubt: str | None = None
) -> None:
    with write_tx(session):
        claim = session.get_one(Claim, claim_id)
        claim.standing, claim.doubt = standing, doubt


def assert_sound(session: Session) -> None:
    """Hold states, counts, spans and places to the log and the texts."""
    session.rollback()
    assert check_library(session) == []
    session.rollback()
