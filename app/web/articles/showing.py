"""What an article's pages show, worked out from what is stored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from itertools import groupby
from typing import Any

from sqlalchemy.orm import Session

from app.domain.card import Status, Tier
from app.store.models import OPEN_JOB, Article, Card, Claim, Group, Job, JobStatus
from app.store.queries.articles import (
    cards_of_claims,
    claim_count,
    claims_from,
    groups_of,
    source_text,
)
from app.store.queries.matches import (
    OtherCard,
    OtherClaim,
    duplicates_of_claims,
    matches_of_claims,
)
from app.web.addresses import claim_address

#: Claims on one page of an article; a digest has about ten, a book some thousands.
CLAIMS_ON_PAGE = 200

_MESSAGES: Mapping[JobStatus, str] = {
    JobStatus.QUEUED: "Waiting for the card writer to begin.",
    JobStatus.RUNNING: "Writing cards, claim by claim.",
    JobStatus.DONE: "The cards are written.",
    JobStatus.CANCELLED: "Writing cards was stopped.",
    JobStatus.FAILED: "Writing cards failed.",
}


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is."""

    done: int
    total: int
    status: str
    message: str
    is_open: bool
    #: Whether it was called off, and ends with the claims in hand.
    is_stopping: bool = False

    def as_json(self) -> dict[str, Any]:
        """Give what the page's script follows."""
        return {
            "done": self.done,
            "total": self.total,
            "status": self.status,
            "message": self.message,
        }


@dataclass(frozen=True, slots=True)
class ShownClaim:
    """A claim as its article shows it."""

    claim: Claim
    cards: Sequence[Card]
    rejected: Sequence[Card]
    is_in_source: bool
    href: str
    #: What other articles say of the same.
    others: Sequence[OtherClaim]
    #: Cards of other articles that ask the same, by the id of each card here.
    duplicates: Mapping[int, Sequence[OtherCard]]

    @property
    def uncovered_reason(self) -> str | None:
        """Why no card asks for it, unless one does by now."""
        if any(card.tier is Tier.DEFAULT for card in self.cards):
            return None
        return self.claim.uncovered_reason


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """A group with those of its claims that stand on this page."""

    group: Group
    claims: Sequence[ShownClaim]


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """A page of an article: up to `CLAIMS_ON_PAGE` claims beside their source."""

    article: Article
    groups: Sequence[ShownGroup]
    source: Sequence[Mapping[str, str]]
    #: Where in the document that part of the source begins.
    source_start: int
    number: int
    pages: int
    #: Of the whole article, like `group_ids`.
    claims: int
    group_ids: Sequence[int]

    @property
    def waiting(self) -> int:
        """How many cards on this page wait in the inbox."""
        return self._count(Status.WAITING)

    @property
    def kept(self) -> int:
        """How many cards on this page are kept."""
        return self._count(Status.KEPT)

    def _count(self, status: Status) -> int:
        claims = [claim for group in self.groups for claim in group.claims]
        return sum(card.status is status for claim in claims for card in claim.cards)


def article_page(session: Session, article: Article, *, place: int) -> ArticlePage:
    """Give the page that holds the claim at a 0-based place."""
    count = claim_count(session, article.id)
    pages = max(-(-count // CLAIMS_ON_PAGE), 1)
    index = min(max(place, 0) // CLAIMS_ON_PAGE, pages - 1)
    claims = claims_from(
        session, article.id, place=index * CLAIMS_ON_PAGE, limit=CLAIMS_ON_PAGE
    )
    start, end = _bounds(
        article, claims, is_first=index == 0, is_last=index + 1 == pages
    )
    text = source_text(session, article, start=start, end=end)
    parts, placed = source_parts(text, start, claims)
    cards = cards_of_claims(session, [claim.id for claim in claims])
    others = matches_of_claims(session, [claim.id for claim in claims])
    duplicates = duplicates_of_claims(session, [claim.id for claim in claims])
    shown = [
        ShownClaim(
            claim,
            [it for it in cards.get(claim.id, ()) if it.status is not Status.REJECTED],
            [it for it in cards.get(claim.id, ()) if it.status is Status.REJECTED],
            claim.id in placed,
            claim_address(article.id, claim.id),
            others.get(claim.id, ()),
            duplicates,
        )
        for claim in claims
    ]
    groups = [
        ShownGroup(group, list(mine))
        for group, mine in groupby(shown, key=lambda it: it.claim.group)
    ]
    every = groups_of(session, article.id)
    if pages == 1:
        groups = _with_empty(groups, every)
    ids = [group.id for group in every]
    return ArticlePage(article, groups, parts, start, index + 1, pages, count, ids)


def source_parts(
    text: str, start: int, claims: Sequence[Claim]
) -> tuple[list[Mapping[str, str]], set[int]]:
    """Cut a source text, which begins at code point `start`, at its claims.

    Gives the parts, each claim's with its anchors, and the ids of the claims placed: of
    two that overlap only the first is marked.
    """
    parts: list[Mapping[str, str]] = []
    placed, at = set(), start
    for claim in sorted(claims, key=lambda it: (it.start, it.end)):
        if claim.start < at or claim.end > start + len(text):
            continue
        if claim.start > at:
            parts.append({"text": text[at - start : claim.start - start]})
        parts.append(
            {
                "text": text[claim.start - start : claim.end - start],
                "anchor": f"source-{claim.id}",
                "href": f"#claim-{claim.id}",
            }
        )
        placed.add(claim.id)
        at = claim.end
    if at - start < len(text):
        parts.append({"text": text[at - start :]})
    return parts, placed


def progress_of(job: Job | None) -> Progress:
    """Say how far the writing of cards is; without a job there is none to wait for."""
    found = progress_in(job, _MESSAGES)
    is_written = job is not None and job.done >= job.total
    if found.status == JobStatus.RUNNING and is_written and not found.is_stopping:
        comparing = "Looking for the same claims and cards in other articles."
        return replace(found, message=comparing)
    return found


def progress_in(
    job: Job | None,
    messages: Mapping[JobStatus, str],
    stopping: str = "Stopping after the claims in hand.",
) -> Progress:
    """Say how far a job is, in these words; without one nothing is to be done."""
    if job is None:
        return Progress(0, 0, "done", "", is_open=False)
    is_open = job.status in OPEN_JOB
    is_stopping = is_open and job.is_cancel_wanted
    message = stopping if is_stopping else job.reason or messages[job.status]
    return Progress(
        job.done,
        job.total,
        job.status.value,
        message,
        is_open=is_open,
        is_stopping=is_stopping,
    )


def day_words(instant: datetime, zone: tzinfo) -> str:
    """Give a day as a person reads it, such as `5 Mar 2026`."""
    local = instant.astimezone(zone)
    return f"{local.day} {local:%b %Y}"


def source_address(article: Article) -> str | None:
    """Give where an article was fetched from, if a browser may be sent there."""
    url = article.url or ""
    # An export may bring any text, and some addresses are scripts.
    return url if url.startswith(("https://", "http://")) else None


def _bounds(
    article: Article, claims: Sequence[Claim], *, is_first: bool, is_last: bool
) -> tuple[int, int]:
    """Give where a page's part of the source begins and ends."""
    if not claims:
        return article.start, article.end
    return (
        article.start if is_first else min(claim.start for claim in claims),
        article.end if is_last else max(claim.end for claim in claims),
    )


def _with_empty(
    shown: Sequence[ShownGroup], groups: Sequence[Group]
) -> list[ShownGroup]:
    """Add the groups that state nothing, so that the article is shown whole."""
    claims = {it.group.id: it.claims for it in shown}
    return [ShownGroup(group, claims.get(group.id, ())) for group in groups]
