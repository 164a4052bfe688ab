"""Who calls the API: the owner of the token that a call carries."""

import contextlib
from dataclasses import dataclass
from typing import NoReturn

from flask import g, request
from flask_smorest import abort
from sqlalchemy.exc import OperationalError

from app.services.tokens import hash_token
from app.services.use_token import is_due_for_note, use_token
from app.store.models import ApiToken, Membership, Person
from app.store.queries.people import live_token
from app.store.writing import write_tx
from app.web.identity import now, request_session

_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True, slots=True)
class Caller:
    """Who a token speaks for."""

    person: Person
    team_id: int


def caller() -> Caller:
    """Give who calls."""
    found: Caller = g.caller
    return found


def require_token() -> None:
    """Let a live token pass: never a cookie, and no writing with a read token."""
    kind, _, secret = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() != "bearer" or not secret.strip():
        _unauthorized("No token was sent; the API takes nothing else, no cookie.")
    session = request_session()
    token = live_token(session, hash_token(secret.strip()), now=now())
    if token is None:
        _unauthorized("The token is unknown, expired or revoked.")
    if request.method not in _SAFE_METHODS and not token.may_write:
        abort(403, message="This token may only read.")
    _note_use(token)
    person = session.get(Person, token.person_id)
    member = session.get(Membership, (token.team_id, token.person_id))
    if person is None or member is None:
        _unauthorized("The token's owner is no longer a member of its team.")
    g.caller = Caller(person, token.team_id)


def _note_use(token: ApiToken) -> None:
    if is_due_for_note(token, now()):
        session, token_id = request_session(), token.id
        # Whoever only reads need not wait for, or fail with, another's write.
        with contextlib.suppress(OperationalError), write_tx(session):
            use_token(session, token_id=token_id, now=now())


def _unauthorized(message: str) -> NoReturn:
    abort(401, message=message, headers={"WWW-Authenticate": 'Bearer realm="Prebrief"'})
    raise AssertionError
