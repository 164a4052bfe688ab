"""Store what an article says or asks that other articles say or ask as well."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from app.domain.article import Standing
from app.domain.claims.comparing import Matches, Pair
from app.domain.claims.duplicates import AskedCard
from app.domain.claims.matching import KnownClaim
from app.store.batches import batches
from app.store.models import Card, CardMatch, Claim, ClaimMatch, Group
from app.store.queries.matches import ASKED


def match_article(
    session: Session,
    *,
    team_id: int,
    article_id: int,
    matches: Matches,
    claims: Sequence[KnownClaim],
    cards: Sequence[AskedCard],
) -> int:
    """Replace the matches of an article by those found; give their number.

    `claims` and `cards` are what was compared: comparing is long work and is done
    before the write begins. What was changed or deleted meanwhile is left out.
    """
    _forget(session, article_id)
    texts = {claim.key: claim.text for claim in claims}
    standing = _standing_claims(session, _keys(matches.claims), texts)
    pairs = [pair for pair in matches.claims if standing.issuperset(pair)]
    for some in batches(pairs):
        session.execute(
            insert(ClaimMatch),
            [
                {
                    "claim_id": first,
                    "other_claim_id": second,
                    "team_id": team_id,
                    "conflict": matches.claims[first, second],
                }
                for first, second in some
            ],
        )
    words = {card.key: (card.question, card.answer) for card in cards}
    asked = _asked_cards(session, _keys(matches.cards), words)
    duplicates = [pair for pair in matches.cards if asked.issuperset(pair)]
    for some in batches(duplicates):
        session.execute(
            insert(CardMatch),
            [
                {"card_id": first, "other_card_id": second, "team_id": team_id}
                for first, second in some
            ],
        )
    return len(pairs) + len(duplicates)


def forget_matches(session: Session, *, claim_ids: Collection[int]) -> None:
    """Drop what other articles were found to say of claims that say it no more."""
    for some in batches(sorted(claim_ids)):
        session.execute(
            delete(ClaimMatch).where(
                ClaimMatch.claim_id.in_(some) | ClaimMatch.other_claim_id.in_(some)
            )
        )


def _forget(session: Session, article_id: int) -> None:
    claims = (
        select(Claim.id)
        .join(Group, Group.id == Claim.group_id)
        .where(Group.article_id == article_id)
    )
    cards = (
        select(Card.id)
        .join(Group, Group.id == Card.group_id)
        .where(Group.article_id == article_id)
    )
    session.execute(
        delete(ClaimMatch).where(
            ClaimMatch.claim_id.in_(claims) | ClaimMatch.other_claim_id.in_(claims)
        )
    )
    session.execute(
        delete(CardMatch).where(
            CardMatch.card_id.in_(cards) | CardMatch.other_card_id.in_(cards)
        )
    )


def _keys(pairs: Collection[Pair]) -> list[int]:
    return sorted({key for pair in pairs for key in pair})


def _standing_claims(
    session: Session, ids: Sequence[int], texts: Mapping[int, str]
) -> set[int]:
    found: set[int] = set()
    for some in batches(ids):
        rows = session.execute(
            select(Claim.id, Claim.text).where(
                Claim.id.in_(some), Claim.standing == Standing.TAKEN
            )
        )
        found |= {row.id for row in rows if row.text == texts[row.id]}
    return found


def _asked_cards(
    session: Session, ids: Sequence[int], words: Mapping[int, tuple[str, str]]
) -> set[int]:
    found: set[int] = set()
    for some in batches(ids):
        rows = session.execute(
            select(Card.id, Card.question, Card.answer).where(
                Card.id.in_(some), Card.status.in_(ASKED)
            )
        )
        found |= {row.id for row in rows if (row[1], row[2]) == words[row.id]}
    return found
