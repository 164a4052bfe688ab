"""What the settings page shows of an API token."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, tzinfo

from app.store.models import ApiToken
from app.web.quizzes.showing import moment_words


@dataclass(frozen=True, slots=True)
class TokenLine:
    """One token in words; itself it is never shown again."""

    id: int
    name: str
    may: str
    made: str
    last_used: str
    state: str
    is_live: bool


def token_lines(
    tokens: Iterable[ApiToken], *, now: datetime, zone: tzinfo
) -> list[TokenLine]:
    """Put tokens into words, moments in `zone`."""
    return [_line(token, now, zone) for token in tokens]


def _line(token: ApiToken, now: datetime, zone: tzinfo) -> TokenLine:
    is_over = token.expires_at is not None and token.expires_at <= now
    if token.revoked_at is not None:
        state = f"Revoked {moment_words(token.revoked_at, zone)}"
    elif token.expires_at is not None:
        moment = moment_words(token.expires_at, zone)
        state = f"Ended {moment}" if is_over else f"Ends {moment}"
    else:
        state = "Until revoked"
    used = token.last_used_at
    return TokenLine(
        id=token.id,
        name=token.name,
        may="Reads and writes" if token.may_write else "Reads",
        made=moment_words(token.created_at, zone),
        last_used="Never" if used is None else moment_words(used, zone),
        state=state,
        is_live=token.revoked_at is None and not is_over,
    )
