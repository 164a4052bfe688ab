"""Have an article's cards written anew, to be looked at before anything changes."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.domain.card import CardDraft, Written
from app.domain.errors import ConflictError, InputError
from app.domain.writing import Position
from app.exchange.records import as_json, from_json
from app.store.models import OPEN_JOB, Job, JobKind, JobStatus, Proposal
from app.store.queries.writing import Unwritten, article_to_rewrite


@dataclass(frozen=True, slots=True)
class ProposedClaim:
    """A claim as it was when it was written to anew, and the cards it would have."""

    claim_id: int
    text: str
    uncovered_reason: str | None
    cards: tuple[CardDraft, ...]


@dataclass(frozen=True, slots=True)
class _Proposed:
    claims: tuple[ProposedClaim, ...]


def start_proposal(
    session: Session, *, team_id: int, person_id: int, article_id: int, now: datetime
) -> UUID:
    """Add a job that writes an article's cards anew, or give the one under way.

    Hand the id to `app.jobs.enqueue` once the write is committed. Raises ConflictError
    while the article's cards are being written, and where it has none to write anew.
    """
    open_jobs = session.scalars(
        select(Job).where(Job.article_id == article_id, Job.status.in_(OPEN_JOB))
    ).all()
    for job in open_jobs:
        if job.kind is JobKind.PROPOSAL:
            return job.id
        if job.kind is JobKind.CARDS:
            raise ConflictError(
                "The article's cards are being written; wait until that is done."
            )
    _, claims = article_to_rewrite(session, article_id)
    if not claims:
        raise ConflictError("The article has no claim whose cards are written yet.")
    job = Job(
        id=uuid4(),
        team_id=team_id,
        person_id=person_id,
        kind=JobKind.PROPOSAL,
        article_id=article_id,
        status=JobStatus.QUEUED,
        done=0,
        total=len(claims),
        created_at=now,
    )
    session.add(job)
    session.flush()
    return job.id


def store_proposal(
    session: Session,
    *,
    team_id: int,
    article_id: int,
    claims: Sequence[Unwritten],
    written: Written,
    writer_version: str,
    now: datetime,
) -> None:
    """Keep what was written anew for the `claims`, in place of what was before."""
    reasons = {(gap.group, gap.claim): gap.reason for gap in written.uncovered}
    cards: defaultdict[Position, list[CardDraft]] = defaultdict(list)
    for card in written.cards:
        cards[card.group, card.claim].append(card)
    proposed = _Proposed(
        tuple(
            ProposedClaim(
                claim_id=it.claim_id,
                text=it.text,
                uncovered_reason=reasons.get(it.place),
                cards=tuple(cards[it.place]),
            )
            for it in claims
        )
    )
    drop_proposal(session, article_id=article_id)
    session.add(
        Proposal(
            team_id=team_id,
            article_id=article_id,
            written_with=writer_version,
            made_at=now,
            claims=as_json(proposed)["claims"],
        )
    )
    session.flush()


def drop_proposal(session: Session, *, article_id: int) -> None:
    """Forget what was written anew, if anything was."""
    session.execute(delete(Proposal).where(Proposal.article_id == article_id))


def proposed_claims(proposal: Proposal) -> tuple[ProposedClaim, ...]:
    """Read what a proposal says; nothing where an older program wrote it otherwise."""
    try:
        return from_json(_Proposed, {"claims": proposal.claims}, "proposal").claims
    except InputError:
        return ()
