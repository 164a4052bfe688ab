"""Note the claims whose figures do not add up on their face. Pure."""

from app.domain.claim_notes.notes import notes_for

__all__ = ["notes_for"]
