"""Plain functions that fill a library for a test."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID, uuid5

import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from app.domain import article as values
from app.domain.card import CardDraft, Kind, Origin, Status, Tier
from app.domain.memory.settings import SchedulerSettings
from app.domain.review import Rating
from app.services.answer_card import Answer, Answered, answer_card
from app.services.import_document import import_document
from app.services.keep_cards import keep_cards
from app.store.models import Article, Card, Claim
from app.store.queries.people import local_person, team_of
from tests.support.library import NOW

_numbers = count(1)
_NAMESPACE = UUID("6f0c9a52-92d7-4e35-9a65-0f5b9ef0a001")


def review_id(number: int) -> UUID:
    """Give the same UUID for the same number."""
    return uuid5(_NAMESPACE, str(number))


def own_team(session: Session) -> int:
    person = local_person(session)
    assert person is not None
    return team_of(session, person.id)


def make_article(
    session: Session,
    *,
    title: str | None = None,
    groups: Sequence[Sequence[str]] = (("Rents fell by 4% in 2024.",),),
    core_insight: str | None = None,
    language: str = "en",
    is_sample: bool = False,
    team_id: int | None = None,
    now: datetime = NOW,
) -> Article:
    """Import an article with these claims, a sequence of texts for each group.

    Call inside `write_tx`.
    """
    title = title or f"Article {next(_numbers)}"
    text = title + "\n"

    def claim(words: str) -> values.Claim:
        nonlocal text
        start = len(text)
        text += words + " [1]\n"
        return values.Claim(words, language, (1,), start, start + len(words))

    core = claim(core_insight) if core_insight else None
    parts = tuple(
        values.Group(
            number=number,
            title=f"Part {number}",
            language=language,
            claims=tuple(claim(words) for words in texts),
        )
        for number, texts in enumerate(groups, start=1)
    )
    article = values.Article(title, language, core, parts, 0, len(text))
    imported = import_document(
        session,
        team_id=team_id or own_team(session),
        name="test",
        text=text,
        reading=values.Reading((article,), ()),
        max_claims=10_000,
        now=now,
        is_sample=is_sample,
    )
    return session.get_one(Article, imported.article_ids[0])


def make_card(
    session: Session,
    claim: Claim | None = None,
    *,
    status: Status = Status.KEPT,
    now: datetime = NOW,
    **over: Any,
) -> Card:
    """Add a card (to a new article's claim unless one is given). Inside `write_tx`."""
    if claim is None:
        claim = make_article(session).groups[0].claims[0]
    number = next(_numbers)
    columns: dict[str, Any] = {
        "team_id": claim.team_id,
        "claim_id": claim.id,
        "group_id": claim.group_id,
        "kind": Kind.QA,
        "pattern": "own",
        "origin": Origin.PERSON,
        "status": Status.WAITING,
        "tier": Tier.DEFAULT,
        "is_ticked": True,
        "question": f"What is number {number}?",
        "answer": f"Answer {number}",
        "explanation": claim.text,
        "created_at": now,
        "updated_at": now,
    }
    card = Card(**columns | over)
    session.add(card)
    session.flush()
    if status in (Status.KEPT, Status.SUSPENDED):
        keep_cards(session, team_id=card.team_id, card_ids=[card.id], now=now)
    card.status = status
    session.flush()
    return card


def make_draft(question: str, answer: str, **over: Any) -> CardDraft:
    """Give what the writer would say of the first claim: a default card on a figure."""
    words = CardDraft(
        group=0,
        claim=0,
        kind=Kind.NUMERIC,
        pattern="change",
        tier=Tier.DEFAULT,
        context=None,
        question=question,
        answer=answer,
        choices=None,
        statement=None,
        explanation="",
    )
    return replace(words, **over)


def make_review(
    session: Session,
    card: Card,
    *,
    rating: Rating = Rating.GOOD,
    at: datetime = NOW,
    number: int | None = None,
    **over: Any,
) -> Answered:
    """Answer a card as the local person. Inside `write_tx`."""
    person = local_person(session)
    assert person is not None
    answer = Answer(
        id=review_id(next(_numbers) + 1_000_000 if number is None else number),
        card_id=card.id,
        rating=rating,
        duration_ms=4_000,
        reviewed_at=at,
        **over,
    )
    return answer_card(
        session,
        person_id=person.id,
        answer=answer,
        settings=SchedulerSettings(),
        zone=person.timezone,
        now=at + timedelta(seconds=1),
    )


@contextmanager
def count_queries(engine: Engine) -> Iterator[list[str]]:
    """Collect the statements that run inside."""
    statements: list[str] = []

    def note(*args: Any) -> None:
        statements.append(args[2])

    sa.event.listen(engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        sa.event.remove(engine, "before_cursor_execute", note)
