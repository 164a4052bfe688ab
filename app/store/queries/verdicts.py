"""Read what people made of the cards that the rules wrote."""

from collections.abc import Sequence

from sqlalchemy import Select, case, func, select
from sqlalchemy.orm import Session

from app.domain.verdict import AGAINST, FOR, Outcome
from app.domain.writing import Taste, Tastes
from app.store.models import Article, Card, CardVerdict, Claim, Group


def standing_verdicts(
    session: Session, team_id: int
) -> Sequence[tuple[CardVerdict, str, str]]:
    """List a team's verdicts that hold, each with its article's title and language.

    Oldest first. Of a card as it was written only the newest holds, and none where that
    takes the others back. The language is the claim's.
    """
    return [
        (verdict, title, language)
        for verdict, title, language in session.execute(
            select(CardVerdict, Article.title, Claim.language)
            .join(Card, Card.id == CardVerdict.card_id)
            .join(Claim, Claim.id == Card.claim_id)
            .join(Group, Group.id == Claim.group_id)
            .join(Article, Article.id == Group.article_id)
            .where(
                CardVerdict.id.in_(newest_verdicts(team_id)),
                CardVerdict.outcome != Outcome.RETURNED,
            )
            .order_by(CardVerdict.id)
        )
    ]


def tastes_of(session: Session, team_id: int) -> Tastes:
    """Count a team's verdicts that hold, for and against each pattern."""
    found: dict[str, Taste] = {}
    for pattern, kept, rejected in session.execute(
        select(
            CardVerdict.pattern,
            func.count(case((CardVerdict.outcome.in_(FOR), CardVerdict.id))),
            func.count(case((CardVerdict.outcome.in_(AGAINST), CardVerdict.id))),
        )
        .where(CardVerdict.id.in_(newest_verdicts(team_id)))
        .group_by(CardVerdict.pattern)
    ):
        found[pattern] = Taste(kept, rejected)
    return found


def newest_verdicts(team_id: int) -> Select[int]:
    """Select the newest verdict on each card as it was written."""
    return (
        select(func.max(CardVerdict.id))
        .where(CardVerdict.team_id == team_id)
        .group_by(CardVerdict.card_id, CardVerdict.question, CardVerdict.answer)
    )
