"""Issue and revoke the keys to the API."""

import hashlib
import secrets
import unicodedata
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.errors import InputError, NotFoundError
from app.store.models import ApiToken

#: Characters of a token's name.
MOST_NAME = 100
#: Control characters, and halves of characters: what no text of a name needs.
_UNSHOWN = frozenset({"Cc", "Cs"})
#: The largest id that there can be.
_MOST_ID = 2**31 - 1


def issue_token(
    session: Session,
    *,
    person_id: int,
    team_id: int,
    name: str,
    may_write: bool,
    now: datetime,
    expires_at: datetime | None = None,
) -> str:
    """Make a token and give it in clear, this once; only its hash is stored.

    256 random bits behind `pb_w_` (may write) or `pb_r_` (may only read).
    """
    check_name(name)
    token = ("pb_w_" if may_write else "pb_r_") + secrets.token_urlsafe(32)
    session.add(
        ApiToken(
            person_id=person_id,
            team_id=team_id,
            name=name.strip(),
            token_hash=hash_token(token),
            may_write=may_write,
            created_at=now,
            expires_at=expires_at,
        )
    )
    session.flush()
    return token


def revoke_token(
    session: Session, *, person_id: int, token_id: int, now: datetime
) -> ApiToken:
    """End a token for good, and give it."""
    named = select(ApiToken).where(
        ApiToken.id == token_id, ApiToken.person_id == person_id
    )
    token = session.scalars(named).first() if 0 < token_id <= _MOST_ID else None
    if token is None:
        raise NotFoundError("There is no such token.")
    if token.revoked_at is None:
        token.revoked_at = now
    session.flush()
    return token


def check_name(name: str) -> None:
    """Refuse, with an InputError, a name that says nothing or cannot be shown."""
    if not name.strip():
        raise InputError("A token needs a name, so that you know what to revoke.")
    if len(name.strip()) > MOST_NAME:
        raise InputError(f"A token's name has at most {MOST_NAME} characters.")
    if any(unicodedata.category(character) in _UNSHOWN for character in name.strip()):
        raise InputError(
            "The token's name has a character that cannot be shown, such as a line "
            "end; leave it out."
        )


def hash_token(token: str) -> str:
    """Give what is stored of a token: its SHA-256, hexadecimal.

    A random token of 256 bits needs no slow hash.
    """
    return hashlib.sha256(token.encode()).hexdigest()
