"""Change the words of a claim."""

from datetime import datetime

from sqlalchemy.orm import Session

from app.domain.claim_notes import notes_for
from app.domain.claims.editing import checked_text
from app.domain.claims.facts import changed_facts, facts_of
from app.domain.reading import language_of
from app.services.age_cards import Rewording, age_cards
from app.services.lock_claims import lock_claim
from app.services.match_article import forget_matches
from app.store.models import Claim


def reword_claim(
    session: Session, *, team_id: int, claim_id: int, text: str, now: datetime
) -> str | None:
    """Give a claim other words; say which facts changed, None where none did.

    Its identity, span and citations stay. With the same facts those cards stay too,
    with their schedules, whose answers still stand; others are written anew or become
    stale. Raises InputError for no words or too many, ConflictError for a claim that is
    not taken.
    """
    text = checked_text(text)
    claim = lock_claim(session, team_id=team_id, claim_id=claim_id)
    before = claim.text
    if text == before:
        return None
    language = set_words(claim, text)
    session.flush()
    what = changed_facts(facts_of(before, language), facts_of(text, claim.language))
    age_cards(
        session,
        article_id=claim.group.article_id,
        rewordings=[Rewording(claim.id, before, text, what is not None)],
        now=now,
    )
    if what is not None:
        forget_matches(session, claim_ids=[claim.id])
    return what


def set_words(claim: Claim, text: str) -> str:
    """Set a person's words and what follows from them; give the language before."""
    before = claim.language
    language = language_of(text)
    claim.text, claim.is_edited = text, True
    claim.language = before if language == "und" else language
    claim.notes = list(notes_for(text, claim.language))
    return before
