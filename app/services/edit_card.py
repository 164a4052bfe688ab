"""Edit a card in place, or add one by hand."""

import re
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.card import GAP, Kind, Origin, Status, Tier
from app.domain.errors import ConflictError, InputError, NotFoundError
from app.services.judge_cards import as_written, judge_edit
from app.services.keep_cards import keep_cards
from app.services.relearn_cards import relearn_cards
from app.store.models import Card, Claim

#: Longest question, answer or context, in characters.
MAX_LENGTH = 2_000
# Control characters but tab and line ends, and lone surrogates: no database keeps all.
_UNSTORABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def edit_card(
    session: Session,
    *,
    team_id: int,
    card_id: int,
    question: str,
    answer: str,
    context: str | None,
    now: datetime,
    person_id: int | None = None,
) -> Card:
    """Change a card's words; its schedule stays. Options go when the answer changes.

    What the person `person_id` changes is their verdict on the card. A stale card is
    kept again, and asked again soon: its facts had changed.
    Raises NotFoundError for another team's card, InputError for an empty or overlong
    side, one with control characters, or a cloze without exactly one gap.
    """
    card = session.scalars(
        select(Card).where(Card.id == card_id, Card.team_id == team_id)
    ).first()
    if card is None or card.status is Status.RETIRED:
        raise NotFoundError("There is no such card; it may have been deleted.")
    question, answer = _side("question", question), _side("answer", answer)
    context = _context(context)
    if card.kind is Kind.CLOZE and question.count(GAP) != 1:
        raise InputError(f"A cloze question shows its gap, {GAP}, exactly once.")
    before, was_edited = as_written(card), card.is_edited
    is_changed = (question, answer, context) != (
        card.question,
        card.answer,
        card.context,
    )
    if answer != card.answer:
        # They were made for the old answer.
        card.choices = None
        card.statement_text = card.statement_true = card.statement_changed = None
    card.question = question
    card.answer = answer
    card.context = context
    card.is_edited = card.is_edited or is_changed
    card.updated_at = now
    session.flush()
    if is_changed and person_id is not None:
        judge_edit(
            session,
            person_id=person_id,
            card=card,
            before=before,
            was_edited=was_edited,
            now=now,
        )
    if card.status is Status.STALE:
        keep_cards(session, team_id=team_id, card_ids=[card.id], now=now)
        relearn_cards(session, card_ids=[card.id], now=now)
    return card


def add_card(
    session: Session,
    *,
    team_id: int,
    claim_id: int,
    question: str,
    answer: str,
    now: datetime,
    context: str | None = None,
) -> Card:
    """Add a person's own card to a claim; it is kept at once.

    Raises NotFoundError for another team's claim, ConflictError where the claim has
    such a question, InputError for words that `edit_card` refuses.
    """
    claim = session.scalars(
        select(Claim).where(Claim.id == claim_id, Claim.team_id == team_id)
    ).first()
    if claim is None:
        raise NotFoundError("There is no such claim.")
    question, answer = _side("question", question), _side("answer", answer)
    same = session.scalars(
        select(Card.id).where(
            Card.claim_id == claim_id,
            Card.question == question,
            Card.status != Status.RETIRED,
        )
    ).first()
    if same is not None:
        raise ConflictError("This claim already has a card with that question.")
    card = Card(
        team_id=team_id,
        claim_id=claim_id,
        group_id=claim.group_id,
        kind=Kind.CLOZE if question.count(GAP) == 1 else Kind.QA,
        pattern="own",
        origin=Origin.PERSON,
        status=Status.WAITING,
        tier=Tier.DEFAULT,
        is_ticked=True,
        context=_context(context),
        question=question,
        answer=answer,
        explanation=claim.text,
        created_at=now,
        updated_at=now,
    )
    session.add(card)
    session.flush()
    keep_cards(session, team_id=team_id, card_ids=[card.id], now=now)
    return card


def _side(name: str, text: str) -> str:
    text = text.strip()
    if not text:
        raise InputError(f"The {name} is empty.")
    return _storable(name, text)


def _context(text: str | None) -> str | None:
    text = (text or "").strip()
    return _storable("context", text) if text else None


def _storable(name: str, text: str) -> str:
    if len(text) > MAX_LENGTH:
        raise InputError(
            f"The {name} has {len(text):,} characters; at most {MAX_LENGTH:,} fit."
        )
    found = _UNSTORABLE.search(text)
    if found:
        raise InputError(
            f"The {name} holds a character that no text has, "
            f"U+{ord(found.group()):04X} at place {found.start() + 1:,}."
        )
    return text
