"""Store the cards that the writer proposes."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from app.domain.article import Standing
from app.domain.card import CardDraft, Origin, Status, Tier, Written
from app.domain.writing import Position
from app.services.keep_cards import keep_cards
from app.services.rewrite_cards import rewrite_cards, words_of
from app.store.models import Card, Claim
from app.store.queries.writing import Unwritten


def write_cards(
    session: Session,
    *,
    wanted: Sequence[Unwritten],
    written: Written,
    writer_version: str,
    keep_default: bool,
    now: datetime,
) -> int:
    """Store what was written for the `wanted` claims; give the number of cards.

    A claim that already has its cards is left alone, so that a batch done twice (the
    worker was killed in between) adds nothing; so is one that a person has reworded or
    rejected since. The cards that a changed claim has from before are rewritten in
    place: see `rewrite_cards`. With `keep_default`, new cards of the default tier are
    kept at once; otherwise they wait in the inbox, ticked.
    """
    targets = _still_unwritten(session, wanted)
    drafts = [
        (draft, targets[place].id)
        for draft in written.cards
        if (place := (draft.group, draft.claim)) in targets
    ]
    claims = {claim.id: claim for claim in targets.values()}
    new = rewrite_cards(
        session,
        claim_ids=list(claims),
        drafts=drafts,
        writer_version=writer_version,
        now=now,
    )
    rows = [card_row(draft, claims[id_], writer_version, now) for draft, id_ in new]
    if rows:
        session.execute(insert(Card), rows)
    reasons = {(gap.group, gap.claim): gap.reason for gap in written.uncovered}
    for place, claim in targets.items():
        session.execute(
            update(Claim)
            .where(Claim.id == claim.id)
            .values(written_with=writer_version, uncovered_reason=reasons.get(place))
        )
    if keep_default and targets:
        _keep_default(session, [claim.id for claim in targets.values()], now)
    return len(rows)


def card_row(
    draft: CardDraft, claim: Claim, writer_version: str, now: datetime
) -> dict[str, object]:
    """Give the columns of a new card that waits."""
    return {
        "team_id": claim.team_id,
        "claim_id": claim.id,
        "group_id": claim.group_id,
        "kind": draft.kind,
        "pattern": draft.pattern,
        "origin": Origin.RULES,
        "status": Status.WAITING,
        "is_ticked": draft.tier is Tier.DEFAULT,
        "created_at": now,
        **words_of(draft, writer_version=writer_version, now=now),
    }


def _still_unwritten(
    session: Session, wanted: Sequence[Unwritten]
) -> Mapping[Position, Claim]:
    claims = session.scalars(
        select(Claim)
        .where(
            Claim.id.in_([it.claim_id for it in wanted]),
            Claim.written_with.is_(None),
            Claim.standing == Standing.TAKEN,
        )
        # Whoever edits a claim meanwhile waits, or was first and is heeded.
        .order_by(Claim.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    found = {claim.id: claim for claim in claims}
    return {
        it.place: claim
        for it in wanted
        if (claim := found.get(it.claim_id)) is not None and claim.text == it.text
    }


def _keep_default(session: Session, claim_ids: Sequence[int], now: datetime) -> None:
    ids = session.scalars(
        select(Card.id).where(
            Card.claim_id.in_(claim_ids),
            Card.tier == Tier.DEFAULT,
            Card.status == Status.WAITING,
        )
    ).all()
    if ids:
        team_id = session.scalars(
            select(Claim.team_id).where(Claim.id == claim_ids[0])
        ).one()
        keep_cards(session, team_id=team_id, card_ids=ids, now=now)
