"""Read what is needed to compare an article's cards with those written anew."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.article import Standing
from app.domain.card import CardDraft, Origin, Statement, Status
from app.domain.verdict import AGAINST
from app.domain.writing.rewriting import Settled, StandingCard
from app.store.models import (
    Card,
    CardVerdict,
    Claim,
    Group,
    Job,
    JobKind,
    Proposal,
    ReviewEntry,
)
from app.store.queries.verdicts import newest_verdicts


def proposal_of(session: Session, article_id: int) -> Proposal | None:
    """Give what was written anew for an article, if anything waits."""
    return session.scalars(
        select(Proposal).where(Proposal.article_id == article_id)
    ).first()


def has_proposal(session: Session, article_id: int) -> bool:
    """Say whether cards written anew wait for a yes."""
    wanted = select(Proposal.id).where(Proposal.article_id == article_id)
    return session.scalars(wanted).first() is not None


def latest_proposal_job(session: Session, article_id: int) -> Job | None:
    """Give the newest job that writes an article's cards anew."""
    return session.scalars(
        select(Job)
        .where(Job.article_id == article_id, Job.kind == JobKind.PROPOSAL)
        .order_by(Job.created_at.desc(), Job.id)
        .limit(1)
    ).first()


def written_claims(
    session: Session, article_id: int, *, is_locked: bool = False
) -> Mapping[int, Claim]:
    """Give the taken claims of an article that have been written to, in its order."""
    wanted = (
        select(Claim)
        .join(Group, Group.id == Claim.group_id)
        .where(
            Group.article_id == article_id,
            Claim.standing == Standing.TAKEN,
            Claim.written_with.is_not(None),
        )
        .order_by(Group.position, Claim.position)
        .execution_options(populate_existing=True)
    )
    if is_locked:
        wanted = wanted.with_for_update(of=Claim)
    return {claim.id: claim for claim in session.scalars(wanted)}


def standing_cards(
    session: Session, article_id: int, *, is_locked: bool = False
) -> Mapping[int, tuple[Card, StandingCard]]:
    """Give the cards of an article that are not deleted, oldest first, by their ids.

    Open are those that the rules wrote, that wait or are kept, and that nobody has
    answered or edited.
    """
    wanted = (
        select(
            Card, select(ReviewEntry.seq).where(ReviewEntry.card_id == Card.id).exists()
        )
        .join(Group, Group.id == Card.group_id)
        .where(Group.article_id == article_id, Card.status != Status.RETIRED)
        .order_by(Card.id)
        .execution_options(populate_existing=True)
    )
    if is_locked:
        wanted = wanted.with_for_update(of=Card)
    found = {}
    for card, is_answered in session.execute(wanted):
        is_open = (
            card.origin is Origin.RULES
            and card.status in (Status.WAITING, Status.KEPT)
            and not card.is_edited
            and not is_answered
        )
        found[card.id] = (
            card,
            StandingCard(card.id, card.claim_id, is_open, _words(card)),
        )
    return found


def settled_questions(
    session: Session, *, team_id: int, article_id: int
) -> Sequence[Settled]:
    """Give what people edited, rejected or deleted of an article, as it was written."""
    rows = session.execute(
        select(Card.claim_id, CardVerdict.question, CardVerdict.answer)
        .join(Card, Card.id == CardVerdict.card_id)
        .join(Group, Group.id == Card.group_id)
        .where(
            Group.article_id == article_id,
            CardVerdict.id.in_(newest_verdicts(team_id)),
            CardVerdict.outcome.in_(AGAINST) | Card.is_edited,
        )
        .order_by(CardVerdict.id)
    )
    return [Settled(*row) for row in rows]


def _words(card: Card) -> CardDraft:
    text, is_true = card.statement_text, card.statement_true
    return CardDraft(
        group=None,
        claim=None,
        kind=card.kind,
        pattern=card.pattern,
        tier=card.tier,
        context=card.context,
        question=card.question,
        answer=card.answer,
        choices=None if card.choices is None else tuple(card.choices),
        statement=(
            None
            if text is None or is_true is None
            else Statement(text, is_true, card.statement_changed)
        ),
        explanation=card.explanation,
        features=tuple(card.features or ()),
        doubt=card.doubt,
    )
