"""Make one claim of two neighbours."""

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.domain.article import Standing
from app.domain.claims.editing import checked_text, join
from app.domain.errors import ConflictError
from app.services.age_cards import Rewording, say_anew
from app.services.lock_claims import lock_claim
from app.services.match_article import forget_matches
from app.services.reword_claim import set_words
from app.store.models import Card, Claim


def merge_with_next(session: Session, *, team_id: int, claim_id: int) -> Claim:
    """Merge a claim with the claim taken next in its group; give the merged one.

    The first keeps its identity, the second is gone. The words stand one behind the
    other, the span covers both, the citations and cards are those of both, with their
    schedules. Raises ConflictError where no claim follows, InputError where both are
    too long for one.
    """
    claim = lock_claim(session, team_id=team_id, claim_id=claim_id)
    following = session.scalars(
        select(Claim.id)
        .where(
            Claim.group_id == claim.group_id,
            Claim.standing == Standing.TAKEN,
            Claim.position > claim.position,
        )
        .order_by(Claim.position)
        .limit(1)
    ).first()
    if following is None:
        raise ConflictError("No claim follows this one in its group.")
    other = lock_claim(session, team_id=team_id, claim_id=following)
    before = claim.text
    set_words(claim, checked_text(join(claim.text, other.text)))
    claim.start, claim.end = min(claim.start, other.start), max(claim.end, other.end)
    claim.citations = list(dict.fromkeys([*claim.citations, *other.citations]))
    if other.written_with is None or claim.uncovered_reason or other.uncovered_reason:
        # What had no card may get one by what is said beside it now.
        claim.written_with = None
    claim.uncovered_reason = None
    other.standing = Standing.GONE
    session.flush()
    _bring_together(session, claim, other, before)
    return claim


def _bring_together(session: Session, claim: Claim, other: Claim, before: str) -> None:
    say_anew(
        session,
        article_id=claim.group.article_id,
        rewordings=[
            Rewording(one.id, words, claim.text, are_facts_changed=False)
            for one, words in ((claim, before), (other, other.text))
        ],
    )
    session.execute(
        update(Card)
        .where(Card.claim_id == other.id)
        .values(claim_id=claim.id)
        .execution_options(synchronize_session=False)
    )
    forget_matches(session, claim_ids=[claim.id, other.id])
    session.expire_all()
