"""Issue, list and revoke the keys to the API."""

from datetime import datetime, timedelta
from typing import Any

import click
from flask import current_app

from app.cli.command import command, print_json, ready_library
from app.services.tokens import issue_token, revoke_token
from app.store.models import ApiToken
from app.store.queries.people import team_of, tokens_of
from app.store.writing import write_tx

_MOST_DAYS = 36_500


@click.group("tokens")
def tokens() -> None:
    """Keys to the API: each for one script, shown once."""


@tokens.command("add")
@click.argument("name")
@click.option("--write", "may_write", is_flag=True, help="May also change things.")
@click.option("--days", type=click.IntRange(1, _MOST_DAYS), help="Ends after N days.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@command
def add(name: str, may_write: bool, days: int | None, as_json: bool) -> None:  # noqa: FBT001
    """Make a token and print it, this once."""
    session, person = ready_library()
    now = _now()
    with write_tx(session):
        token = issue_token(
            session,
            person_id=person.id,
            team_id=team_of(session, person.id),
            name=name,
            may_write=may_write,
            now=now,
            expires_at=None if days is None else now + timedelta(days),
        )
        made = _document(tokens_of(session, person.id)[0])
    if as_json:
        print_json({"token": token, **made})
    else:
        click.echo(token)
        click.echo("Keep it: it is not shown again.", err=True)


@tokens.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@command
def list_(as_json: bool) -> None:  # noqa: FBT001
    """List the tokens that were made, newest first."""
    session, person = ready_library()
    found = [_document(token) for token in tokens_of(session, person.id)]
    if as_json:
        print_json({"tokens": found})
        return
    for token in found:
        click.echo(_line(token))
    if not found:
        click.echo("There are no tokens. Make one: tokens add NAME")


@tokens.command("revoke")
@click.argument("token_id", type=int)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@command
def revoke(token_id: int, as_json: bool) -> None:  # noqa: FBT001
    """End a token for good."""
    session, person = ready_library()
    with write_tx(session):
        token = revoke_token(
            session, person_id=person.id, token_id=token_id, now=_now()
        )
        revoked = _document(token)
    if as_json:
        print_json(revoked)
    else:
        click.echo(f"Token {token_id} is revoked.")


def _now() -> datetime:
    moment: datetime = current_app.config["CLOCK"]()
    return moment


def _document(token: ApiToken) -> dict[str, Any]:
    """Give all that is known of a token; it itself is not."""
    return {
        "id": token.id,
        "name": token.name,
        "may_write": token.may_write,
        "created_at": token.created_at.isoformat(),
        "expires_at": _moment(token.expires_at),
        "last_used_at": _moment(token.last_used_at),
        "revoked_at": _moment(token.revoked_at),
    }


def _moment(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _line(token: dict[str, Any]) -> str:
    may = "reads and writes" if token["may_write"] else "reads"
    parts = [f"{token['id']}  {token['name']}: {may}"]
    parts.append(f"last used {token['last_used_at'] or 'never'}")
    if token["expires_at"]:
        parts.append(f"ends {token['expires_at']}")
    if token["revoked_at"]:
        parts.append("revoked")
    return ", ".join(parts)


commands = [tokens]
