"""Take a changed text as the next revision of an article."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from app.domain import article as values
from app.domain.article import ChangeKind, Standing
from app.domain.claims.revision_plan import (
    OldStatement,
    Placed,
    RevisionPlan,
    plan_revision,
)
from app.services.age_cards import Rewording, age_cards, forget_kept
from app.services.follow_claims import follow_claims
from app.services.match_article import forget_matches
from app.services.retire_cards import retire_cards
from app.store.batches import batches
from app.store.models import (
    Article,
    Card,
    Claim,
    ClaimChange,
    Document,
    Group,
    Revision,
)
from app.store.queries.revisions import statements_of


@dataclass(frozen=True, slots=True)
class Revised:
    """What a revision did: its number, groups and claims added, changes by kind."""

    number: int
    new_groups: int
    counts: Mapping[ChangeKind, int]


def revise_article(
    session: Session,
    *,
    article: Article,
    document: Document,
    reading: values.Article,
    fingerprint: str,
    now: datetime,
) -> Revised:
    """Make `reading`, of the stored `document`, the article's newest revision.

    Claims that say the same keep their identity, cards and schedules; those whose facts
    changed have their cards made stale and are to be written anew; those that are gone
    retire, with their cards. Start a job that writes cards when this is committed.
    """
    old, groups = statements_of(session, article)
    plan = plan_revision(old, groups, reading, document.text)
    group_ids = _place_groups(session, article, plan)
    claim_ids = _place_claims(session, article.team_id, plan, group_ids, old)
    follow_claims(
        session, claim_ids=[it.old for it in plan.placed if it.old is not None]
    )
    _retire(session, plan, now)
    forget_matches(session, claim_ids=_changed_or_gone(plan))
    _drop_empty_groups(session, article.id, keep=group_ids)
    revision = _record(session, article, document, reading, fingerprint, now)
    _record_changes(session, revision, plan, claim_ids)
    age_cards(session, article_id=article.id, rewordings=_rewordings(plan), now=now)
    forget_kept(session, claim_ids=_rejected_and_changed(plan))
    session.flush()
    session.expire_all()
    return Revised(
        number=article.revision,
        new_groups=sum(
            group.old is None and not group.is_core_insight for group in plan.groups
        ),
        counts={kind: plan.count(kind) for kind in ChangeKind},
    )


def _place_groups(session: Session, article: Article, plan: RevisionPlan) -> list[int]:
    """Bring the groups to what the plan says; give their ids in its order.

    Those that the article has no more stand last, after all others.
    """
    # Away from every position that is given out, for no two may meet on the way.
    session.execute(
        update(Group)
        .where(Group.article_id == article.id)
        .values(position=-1 - Group.position, is_core_insight=False)
    )
    has_core = any(group.is_core_insight for group in plan.groups)
    ids: list[int] = []
    for at, group in enumerate(plan.groups):
        columns: dict[str, Any] = {
            "position": at if has_core else at + 1,
            "is_core_insight": group.is_core_insight,
            "number": group.number,
            "title": group.title,
            "language": group.language,
        }
        if group.old is None:
            row = Group(team_id=article.team_id, article_id=article.id, **columns)
            session.add(row)
            session.flush()
            ids.append(row.id)
        else:
            session.execute(
                update(Group).where(Group.id == group.old).values(**columns)
            )
            ids.append(group.old)
    left = session.scalars(
        select(Group.id)
        .where(Group.article_id == article.id, Group.position < 0)
        .order_by(Group.position.desc())
    ).all()
    for at, group_id in enumerate(left, start=len(ids) + 1):
        session.execute(update(Group).where(Group.id == group_id).values(position=at))
    return ids


def _place_claims(
    session: Session,
    team_id: int,
    plan: RevisionPlan,
    group_ids: Sequence[int],
    old: Sequence[OldStatement],
) -> list[int]:
    """Bring the claims to what the plan says; give their ids in its order."""
    of_article = sorted({statement.group for statement in old} | set(group_ids))
    for some in batches(of_article):
        session.execute(
            update(Claim)
            .where(Claim.group_id.in_(some))
            .values(position=-1 - Claim.position)
        )
    rows: list[dict[str, Any]] = []
    places = dict.fromkeys(group_ids, 0)
    for it in plan.placed:
        group_id = group_ids[it.group]
        rows.append(_columns(it, group_id, places[group_id]))
        places[group_id] += 1
    kept = [
        {"id": it.old, **row}
        for it, row in zip(plan.placed, rows, strict=True)
        if it.old is not None
    ]
    if kept:
        session.execute(update(Claim), kept)
    added = [
        {
            "team_id": team_id,
            "written_with": None,
            "uncovered_reason": None,
            **row,
        }
        for it, row in zip(plan.placed, rows, strict=True)
        if it.old is None
    ]
    new_ids = iter(
        session.scalars(
            insert(Claim).returning(Claim.id, sort_by_parameter_order=True), added
        ).all()
        if added
        else ()
    )
    _place_rest(session, of_article, places)
    return [next(new_ids) if it.old is None else it.old for it in plan.placed]


def _columns(it: Placed, group_id: int, position: int) -> dict[str, Any]:
    return {
        "group_id": group_id,
        "position": position,
        "standing": it.standing,
        "doubt": it.doubt,
        "is_edited": it.is_edited,
        "text": it.text,
        "language": it.language,
        "citations": list(it.citations),
        "start": it.start,
        "end": it.end,
        "notes": list(it.notes),
    }


def _place_rest(
    session: Session, group_ids: Sequence[int], places: Mapping[int, int]
) -> None:
    """Put what the plan does not place behind what it does, in each group."""
    taken = dict(places)
    for some in batches(group_ids):
        rows = session.execute(
            select(Claim.id, Claim.group_id)
            .where(Claim.group_id.in_(some), Claim.position < 0)
            .order_by(Claim.group_id, Claim.position.desc())
        ).all()
        moves = []
        for claim_id, group_id in rows:
            taken.setdefault(group_id, 0)
            moves.append({"id": claim_id, "position": taken[group_id]})
            taken[group_id] += 1
        if moves:
            session.execute(update(Claim), moves)


def _retire(session: Session, plan: RevisionPlan, now: datetime) -> None:
    gone = [it.key for it in plan.gone]
    for some in batches(gone + list(plan.dropped)):
        retire_cards(session, claim_ids=some, now=now)
        session.execute(
            update(Claim).where(Claim.id.in_(some)).values(standing=Standing.GONE)
        )
    for some in batches(plan.dropped):
        # Nothing hangs on a sentence that never had a card.
        session.execute(
            delete(Claim).where(
                Claim.id.in_(some),
                ~select(Card.id).where(Card.claim_id == Claim.id).exists(),
            )
        )


def _rewordings(plan: RevisionPlan) -> list[Rewording]:
    return [
        Rewording(it.old, it.before, it.after, it.kind is ChangeKind.FACTS_CHANGED)
        for it in plan.changes
        if it.old is not None
        and it.before is not None
        and it.after is not None
        and it.kind in (ChangeKind.REWORDED, ChangeKind.FACTS_CHANGED)
    ]


def _changed_or_gone(plan: RevisionPlan) -> list[int]:
    return [
        it.old
        for it in plan.changes
        if it.old is not None and it.kind in (ChangeKind.FACTS_CHANGED, ChangeKind.GONE)
    ]


def _rejected_and_changed(plan: RevisionPlan) -> list[int]:
    return [
        it.old
        for it in plan.placed
        if it.old is not None
        and it.standing is Standing.REJECTED
        and it.kind is ChangeKind.FACTS_CHANGED
    ]


def _drop_empty_groups(
    session: Session, article_id: int, *, keep: Sequence[int]
) -> None:
    """Delete the groups that the article has no more and that hold no history."""
    session.execute(
        delete(Group).where(
            Group.article_id == article_id,
            Group.id.not_in(keep),
            ~select(Claim.id).where(Claim.group_id == Group.id).exists(),
        )
    )


def _record(
    session: Session,
    article: Article,
    document: Document,
    reading: values.Article,
    fingerprint: str,
    now: datetime,
) -> Revision:
    """Make the article the new revision; the first change records the first one too."""
    if article.revision == 1:
        session.add(_revision(article))
    article.document_id = document.id
    article.title = reading.title
    article.url = document.url or article.url
    article.language = reading.language
    article.start, article.end = reading.start, reading.end
    article.fingerprint = fingerprint
    article.imported_at = now
    article.revision += 1
    row = _revision(article)
    session.add(row)
    session.flush()
    return row


def _revision(article: Article) -> Revision:
    return Revision(
        team_id=article.team_id,
        article_id=article.id,
        number=article.revision,
        document_id=article.document_id,
        title=article.title,
        start=article.start,
        end=article.end,
        fingerprint=article.fingerprint,
        imported_at=article.imported_at,
    )


def _record_changes(
    session: Session,
    revision: Revision,
    plan: RevisionPlan,
    claim_ids: Sequence[int],
) -> None:
    rows = [
        {
            "team_id": revision.team_id,
            "revision_id": revision.id,
            "claim_id": change.old if change.at is None else claim_ids[change.at],
            "kind": change.kind,
            "text_before": change.before,
            "text_after": change.after,
            "what": change.what,
        }
        for change in plan.changes
        if change.kind is not ChangeKind.SAME
    ]
    if rows:
        session.execute(insert(ClaimChange), rows)
