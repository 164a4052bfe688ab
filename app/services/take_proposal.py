"""Compare an article's cards with those written anew, and take them on a yes."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import insert
from sqlalchemy.orm import Session

from app.domain.card import Status, Tier
from app.domain.errors import ConflictError
from app.domain.writing.rewriting import (
    NewCard,
    Replacement,
    Rewriting,
    StandingCard,
    plan_rewriting,
)
from app.services.keep_cards import delete_cards
from app.services.propose_cards import (
    ProposedClaim,
    drop_proposal,
    proposed_claims,
)
from app.services.relearn_cards import lock_states
from app.services.rewrite_cards import words_of
from app.services.write_cards import card_row
from app.store.models import Card, Claim, Proposal
from app.store.queries.proposals import (
    proposal_of,
    settled_questions,
    standing_cards,
    written_claims,
)


@dataclass(frozen=True, slots=True)
class Compared:
    """What a proposal would change, by what the article is now.

    `proposed` are the claims that it is about, `claims` the same as they are stored, by
    their ids. `left_out` counts those that were
    changed or taken away since it was written: their cards stay. `seen` tells one
    comparison from another.
    """

    rewriting: Rewriting
    proposed: Sequence[ProposedClaim]
    claims: Mapping[int, Claim]
    cards: Mapping[int, Card]
    left_out: int

    @property
    def seen(self) -> str:
        """A short text that is another one once anything would be done otherwise."""
        plan = self.rewriting
        done = repr((plan.added, plan.replaced, plan.removed))
        return sha256(done.encode()).hexdigest()[:16]


def compare_proposal(
    session: Session, proposal: Proposal, *, is_locked: bool = False
) -> Compared:
    """Compare a proposal with the article's cards as they are now."""
    every = proposed_claims(proposal)
    claims = written_claims(session, proposal.article_id, is_locked=is_locked)
    proposed = [
        it
        for it in every
        if it.claim_id in claims and claims[it.claim_id].text == it.text
    ]
    found = standing_cards(session, proposal.article_id, is_locked=is_locked)
    if is_locked:
        # An answer that is being given now counts: its card is not open any more.
        _wait_for_answers(session, found)
        found = standing_cards(session, proposal.article_id, is_locked=True)
    about = {it.claim_id for it in proposed}
    cards = {key: it for key, it in found.items() if it[1].claim in about}
    rewriting = plan_rewriting(
        [standing for _, standing in cards.values()],
        [NewCard(it.claim_id, card) for it in proposed for card in it.cards],
        settled_questions(
            session, team_id=proposal.team_id, article_id=proposal.article_id
        ),
    )
    return Compared(
        rewriting=rewriting,
        proposed=proposed,
        claims={it.claim_id: claims[it.claim_id] for it in proposed},
        cards={key: card for key, (card, _) in cards.items()},
        left_out=len(every) - len(proposed),
    )


def take_proposal(
    session: Session, *, article_id: int, seen: str, now: datetime
) -> Rewriting:
    """Do what a proposal says, and forget it; give what was done.

    Replaced cards keep their identity and their status; new ones wait in the inbox.
    Raises ConflictError where there is none any more, and where what it would do is no
    longer what was `seen`.
    """
    proposal = proposal_of(session, article_id)
    if proposal is None:
        raise ConflictError("The cards that were written anew are gone by now.")
    compared = compare_proposal(session, proposal, is_locked=True)
    if compared.seen != seen:
        raise ConflictError(
            "Something was changed or answered since this page was made. Nothing was "
            "taken: look again at what would change."
        )
    plan, version = compared.rewriting, proposal.written_with
    for it in (*plan.replaced, *plan.renewed):
        _reword(compared.cards[it.card.id], it, version, now)
    _remove(session, proposal.team_id, plan.removed, now)
    rows = [
        card_row(it.words, compared.claims[it.claim], version, now) for it in plan.added
    ]
    if rows:
        session.execute(insert(Card), rows)
    for proposed in compared.proposed:
        claim = compared.claims[proposed.claim_id]
        claim.written_with = version
        claim.uncovered_reason = proposed.uncovered_reason
    session.flush()
    drop_proposal(session, article_id=article_id)
    return plan


def _wait_for_answers(
    session: Session, cards: Mapping[int, tuple[Card, StandingCard]]
) -> None:
    kept = [
        key
        for key, (card, standing) in cards.items()
        if standing.is_open and card.status is Status.KEPT
    ]
    lock_states(session, kept)


def _reword(card: Card, it: Replacement, version: str, now: datetime) -> None:
    words = words_of(it.words, writer_version=version, now=now)
    if it.words.tier is not card.tier:
        card.is_ticked = it.words.tier is Tier.DEFAULT
    if (it.words.question, it.words.answer) == (card.question, card.answer):
        # Nothing that is asked has changed.
        del words["updated_at"]
    card.kind, card.pattern = it.words.kind, it.words.pattern
    for name, value in words.items():
        setattr(card, name, value)


def _remove(
    session: Session, team_id: int, cards: Collection[StandingCard], now: datetime
) -> None:
    if cards:
        ids = [card.id for card in cards]
        delete_cards(session, team_id=team_id, card_ids=ids, now=now)
