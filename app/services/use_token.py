"""Note that a token was used, so that one nobody uses can be revoked."""

from datetime import datetime, timedelta

from sqlalchemy import update
from sqlalchemy.orm import Session

from app.store.models import ApiToken

#: A use is noted this long after the last one noted: not every request should write.
NOTE_EVERY = timedelta(hours=1)


def is_due_for_note(token: ApiToken, now: datetime) -> bool:
    """Say whether this use is to be noted."""
    last = token.last_used_at
    return last is None or now - last >= NOTE_EVERY


def use_token(session: Session, *, token_id: int, now: datetime) -> None:
    """Note a use."""
    session.execute(
        update(ApiToken).where(ApiToken.id == token_id).values(last_used_at=now)
    )
    session.flush()
